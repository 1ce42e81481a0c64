// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/console/output.h"
#include "common/console/terminal.h"
#include "common/search/page.h"
#include "query/options.h"

namespace newsline {

/// An answer to a question, with all that is to be shown of it.
struct Answer {
  const Options& options;
  Page page;
  std::string explanation;  ///< lines of `name: text`; empty if not asked for
  double seconds = 0;       ///< from opening the index to the page
};

/// Where and for whom text is laid out.
struct Look {
  Output& output;
  Output& notes;  ///< what is not part of the answer, where the format leaves no place for it
  Paint paint;    ///< of the output
  Paint paint_of_notes;
  std::optional<std::size_t> columns;  ///< to wrap at; nothing: lines are left as long as they are
};

/// Writes what a command has found, in one format. Whatever articles hold, the output is valid UTF-8 and
/// never drives a terminal. Throws Error{cannot_write}.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void answer(const Answer& answer) = 0;
  virtual void article(const Article& article) = 0;
  virtual void tags(const std::vector<FacetCount>& tags) = 0;
  virtual void suggestions(const std::vector<Suggestion>& suggestions) = 0;
  virtual void acronyms(const std::vector<KnownAcronym>& acronyms) = 0;
};

/// The renderers, each in a file of its own. `look` outlives them.
[[nodiscard]] std::unique_ptr<Renderer> make_text_renderer(Look& look);
[[nodiscard]] std::unique_ptr<Renderer> make_json_renderer(Look& look);
[[nodiscard]] std::unique_ptr<Renderer> make_jsonl_renderer(Look& look);
[[nodiscard]] std::unique_ptr<Renderer> make_csv_renderer(Look& look);

/// What a notice says of corrections: `habour → harbour, pilts → pilots`.
[[nodiscard]] std::string described(const std::vector<Correction>& corrections);

/// The cursor of the next page, `12 articles, 10 shown, 3.1 ms`, what words stood for besides themselves, and
/// the notices of a corrected and of a partial answer: for the formats that have no place for them.
void write_stats(const Answer& answer, Look& look);
void write_notices(const Answer& answer, Look& look);

/// `+6 copies`; of a hit that stands for no others, `one of 3 copies`. Of hits with a story.
[[nodiscard]] std::string copies_of(const Hit& hit);

/// How many hits the whole answer has.
[[nodiscard]] std::uint64_t hits_of(const Answer& answer);

/// `45 articles`, `45 articles in 40 stories` or `45 articles of 12 sources`.
[[nodiscard]] std::string size_of(const Answer& answer);

}  // namespace newsline
