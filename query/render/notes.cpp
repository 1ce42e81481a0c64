// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "common/text/printable.h"
#include "query/render/lines.h"
#include "query/render/renderer.h"

namespace newsline {

std::string described(const std::vector<Correction>& corrections) {
  std::string line;
  for (const Correction& each : corrections)
    line += fmt::format("{}{} → {}", line.empty() ? "" : ", ", printable_line(each.said),
                        printable_line(each.meant));
  return line;
}

void write_stats(const Answer& answer, Look& look) {
  if (!answer.options.stats) return;
  if (!answer.page.next.empty()) {
    look.notes.write(fmt::format("{}: next page: --after {}\n", kProgram, answer.page.next));
  }
  look.notes.write(fmt::format("{}: {}, {} shown, {:.1f} ms\n", kProgram,
                               counted(answer.page.total, "article"), with_thousands(answer.page.hits.size()),
                               answer.seconds * 1000));
  for (const auto& [form, family] : answer.page.families)
    look.notes.write(fmt::format("{}: {}\n", kProgram, printable_line(describe(form, family))));
}

void write_notices(const Answer& answer, Look& look) {
  if (!answer.explanation.empty()) {
    look.notes.write(printable(answer.explanation));
    if (!answer.explanation.ends_with('\n')) look.notes.write("\n");
  }
  if (!answer.page.corrections.empty()) {
    look.notes.write(fmt::format("{}: nothing matches as it was asked; this answers {}\n", kProgram,
                                 described(answer.page.corrections)));
  }
  if (!answer.page.suggestions.empty()) {
    look.notes.write(fmt::format("{}: did you mean {}\n", kProgram, described(answer.page.suggestions)));
  }
  if (answer.page.partial) {
    look.notes.write(fmt::format("{}: no article has all the words; these have some of them\n", kProgram));
  }
  write_stats(answer, look);
}

std::string copies_of(const Hit& hit) {
  const Story& story = *hit.story;
  if (story.copies != 0) return '+' + counted(story.copies, "copy");
  return "one of " + counted(story.articles, "copy");
}

std::uint64_t hits_of(const Answer& answer) {
  if (answer.options.command == CommandName::first) return answer.page.sources;
  return answer.options.copies ? answer.page.total : answer.page.stories;
}

std::string size_of(const Answer& answer) {
  const Page& page = answer.page;
  const std::string articles = counted(page.total, "article");
  if (page.sources != 0) return fmt::format("{} of {}", articles, counted(page.sources, "source"));
  if (page.stories == 0 || page.stories == page.total) return articles;
  return fmt::format("{} in {}", articles, counted(page.stories, "story"));
}

}  // namespace newsline
