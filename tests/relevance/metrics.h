// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace newsline::relevance {

/// Documents that were answered to each query, best first.
using Run = std::map<std::string, std::vector<std::string>>;

/// How relevant each judged document is to each query; 0 is not.
using Judgements = std::map<std::string, std::map<std::string, int>>;

/// Means over the queries that have a relevant document; one that the run lacks counts 0.
struct Scores {
  double ndcg = 0;                    ///< nDCG@10, with a gain of 2^grade - 1 (Burges et al. 2005)
  double mean_average_precision = 0;  ///< over the first 1000 documents
  double recall = 0;                  ///< of all relevant documents, among the first 100
  std::size_t queries = 0;            ///< that have a relevant document
};

[[nodiscard]] Scores score(const Run& run, const Judgements& judgements);

/// How many documents of an answer are looked at.
inline constexpr std::size_t kRunDepth = 1000;

}  // namespace newsline::relevance
