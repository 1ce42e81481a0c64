// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "common/index/furniture/cut.h"
#include "common/index/furniture/edges.h"
#include "common/text/tokenizer.h"

namespace newsline {

/// A term of a document, and how often it counts there.
struct Posting {
  std::string term;
  std::uint32_t weight = 0;  ///< within-document frequency
};

/// All that the index holds of one article, in plain values that may cross threads.
struct Postings {
  std::string id_term;
  std::vector<Posting> terms;                                 ///< ascending by term, each once
  std::vector<std::pair<std::uint32_t, std::string>> values;  ///< slot and value, ascending; none empty
  std::string data;                                           ///< to_json(article)
  std::string language;                                       ///< language_of(article)
  std::vector<std::string> names;  ///< forms that stand as names in the text; ascending, each once
  TextEdges edges;                 ///< edges_of(article), where Generation::postings_of() made it
  EdgeCut cut;                     ///< of the body: what is left out
};

/// The language that the article says it has; where it says none, the one that its text is seen to have
/// (detected_language(), in common/text/language.h), or nothing.
[[nodiscard]] std::string language_of(const Article& article);

/// What an article becomes in the index (FORMAT.md). Every term is within schema::kMaxTermBytes: Xapian would
/// give up a whole batch for one that is not. Linear in the text. The file terms are added by the writer,
/// which knows all files that hold the article; `file_key` is that of the one from which it was read. What
/// `cut` says of the body is left out of all but the data and the language; the words behind it keep their
/// positions.
[[nodiscard]] Postings make_postings(const Article& article, Tokenizer& tokenizer,
                                     std::string_view file_key = {}, EdgeCut cut = {});

/// The values of an article whose data is `data`: as Postings::values, without those of its text,
/// slot::kSignature, slot::kFurniture and slot::kPositions.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::string>> make_values(const Article& article,
                                                                             const std::string& data,
                                                                             std::string_view file_key = {});

/// One line, for tests: `Kcsto Qa1 Sgute:1[1] gute:4[1,101]`, that is term, weight where it is not 0, and
/// positions as the value has them.
[[nodiscard]] std::string describe(const Postings& postings);

}  // namespace newsline
