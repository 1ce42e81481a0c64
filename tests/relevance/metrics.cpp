// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace newsline::relevance {
namespace {

constexpr std::size_t kGainDepth = 10;
constexpr std::size_t kRecallDepth = 100;

using Grades = std::map<std::string, int>;

/// The grades of a ranked list, in its order.
std::vector<int> grades_of(const std::vector<std::string>& ranked, const Grades& judged) {
  std::vector<int> grades;
  for (std::size_t i = 0; i < ranked.size() && i < kRunDepth; ++i) {
    const auto known = judged.find(ranked[i]);
    grades.push_back(known == judged.end() ? 0 : known->second);
  }
  return grades;
}

double discounted_gain(const std::vector<int>& grades) {
  double sum = 0;
  for (std::size_t i = 0; i < grades.size() && i < kGainDepth; ++i) {
    sum += (std::exp2(grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

double best_gain(const Grades& judged) {
  std::vector<int> grades;
  for (const auto& [document, grade] : judged) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  return discounted_gain(grades);
}

double sum_of_precisions(const std::vector<int>& grades) {
  double sum = 0;
  double hits = 0;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (grades[i] > 0) sum += ++hits / static_cast<double>(i + 1);
  }
  return sum;
}

double count_relevant(const std::vector<int>& grades) {
  const auto end = grades.begin() + static_cast<std::ptrdiff_t>(std::min(grades.size(), kRecallDepth));
  return static_cast<double>(std::count_if(grades.begin(), end, [](int grade) { return grade > 0; }));
}

}  // namespace

Scores score(const Run& run, const Judgements& judgements) {
  Scores sums;
  for (const auto& [query, judged] : judgements) {
    const auto relevant = static_cast<double>(
        std::count_if(judged.begin(), judged.end(), [](const auto& each) { return each.second > 0; }));
    if (relevant == 0) continue;
    ++sums.queries;
    const auto answer = run.find(query);
    if (answer == run.end()) continue;
    const std::vector<int> grades = grades_of(answer->second, judged);
    sums.ndcg += discounted_gain(grades) / best_gain(judged);
    sums.mean_average_precision += sum_of_precisions(grades) / relevant;
    sums.recall += count_relevant(grades) / relevant;
  }
  const auto queries = static_cast<double>(std::max<std::size_t>(sums.queries, 1));
  return {sums.ndcg / queries, sums.mean_average_precision / queries, sums.recall / queries, sums.queries};
}

}  // namespace newsline::relevance
