// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/relevance/metrics.h"

namespace newsline::relevance {

/// A question that somebody judged the answers to.
struct JudgedQuery {
  std::string id;
  std::string text;
  std::string kind;  ///< what it tries, such as `phrase`; empty: the collection has no kinds
};

/// A folder with documents, `queries.jsonl` (id, text, perhaps kind) and `qrels.tsv` (query, document,
/// grade). The documents are records of `docs.jsonl`, named by their ids; or, where there is no such file,
/// the files of the folders below, named by their paths from here.
class Collection {
 public:
  /// Throws std::runtime_error that names what cannot be read.
  explicit Collection(const std::string& folder);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }
  [[nodiscard]] const std::vector<JudgedQuery>& queries() const { return queries_; }
  [[nodiscard]] const Judgements& judgements() const { return judgements_; }

  /// The judgements of the queries of one kind.
  [[nodiscard]] Judgements judgements_of(std::string_view kind) const;

  /// The kinds of the queries, in byte order.
  [[nodiscard]] std::vector<std::string> kinds() const;

  /// What the judgements call an article of these sources; `id` and `path` as the index has them.
  [[nodiscard]] std::string document_of(std::string_view id, std::string_view path) const;

 private:
  std::string name_;
  std::string folder_;   ///< absolute
  std::string records_;  ///< absolute path of docs.jsonl; empty: the documents are files
  std::vector<std::string> sources_;
  std::vector<JudgedQuery> queries_;
  Judgements judgements_;
};

}  // namespace newsline::relevance
