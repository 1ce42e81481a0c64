// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/timeline/timeline_command.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "common/console/ending.h"
#include "common/search/archive.h"
#include "query/ask/question.h"

namespace newsline {
namespace {

void write(const TimelineAnswer& answer, Format format, Look& look) {
  switch (format) {
    case Format::json:
      return write_timeline_json(answer, look);
    case Format::jsonl:
      return write_timeline_jsonl(answer, look);
    case Format::csv:
      return write_timeline_csv(answer, look);
    case Format::text:
    case Format::atom:
    case Format::markdown:
      break;
  }
  write_timeline_text(answer, look);
}

}  // namespace

int draw_timeline(const Options& options, const std::string& index, std::chrono::sys_days today, Look& look) {
  TimelineAnswer answer{{options.words}, {}};
  answer.questions.insert(answer.questions.end(), options.versus.begin(), options.versus.end());
  TimelineRequest request{{}, options.by};
  for (const std::string& words : answer.questions) {
    auto parsed = read_question(words, options, today);
    if (const auto* const mistake = std::get_if<Mistake>(&parsed)) return tell_mistake(words, *mistake, look);
    auto& question = std::get<QueryNode>(parsed);
    request.questions.push_back(request_of(options, std::move(question), index, today));
  }
  answer.timeline = Archive(index).timeline(request);
  write(answer, options.format, look);
  const bool found = std::ranges::any_of(answer.timeline.questions,
                                         [](const TimelineCounts& counts) { return counts.total != 0; });
  return found ? kDone : kNoHits;
}

}  // namespace newsline
