// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/relevance/metrics.h"

namespace newsline::relevance {

/// The answers to all questions of a collection.
struct Answers {
  Run run;
  double median_ms = 0;              ///< of a first page of ten hits with snippets, from the text to the page
  std::vector<std::string> refused;  ///< ids of the questions that are no question in this language
};

/// The upper one of the two in the middle; 0 of nothing.
[[nodiscard]] double median(std::vector<double> numbers);

/// What a program that answers was given, by ids.
struct Given {
  std::set<std::string, std::less<>> questions;
  std::set<std::string, std::less<>> documents;
};

/// Reads answers: a line for each question, with its id, the milliseconds that its first page took, and the
/// documents that it finds, best first; tabs between. Throws std::runtime_error that begins with `origin` and
/// names the line, or the question that has no line.
[[nodiscard]] Answers read_answers(std::string_view lines, const std::string& origin, const Given& given);

}  // namespace newsline::relevance
