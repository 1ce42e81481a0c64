// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <utility>

namespace newsline::relevance {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<double> milliseconds_of(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

/// Why the fields of a line are no answer beside those before it; empty: they are one.
std::string fault_in(const std::vector<std::string>& fields, const Run& before, const Given& given) {
  if (fields.size() < 2) return "not a question, its milliseconds and the documents, with tabs between";
  if (!given.questions.contains(fields[0])) return fmt::format("there is no question \"{}\"", fields[0]);
  if (before.contains(fields[0])) return fmt::format("question \"{}\" is answered again", fields[0]);
  if (!milliseconds_of(fields[1])) return fmt::format("\"{}\" is no number of milliseconds", fields[1]);
  std::set<std::string_view> seen;
  for (std::size_t i = 2; i < fields.size(); ++i) {
    if (!given.documents.contains(fields[i])) return fmt::format("there is no document \"{}\"", fields[i]);
    if (!seen.insert(fields[i]).second) return fmt::format("document \"{}\" stands there twice", fields[i]);
  }
  return "";
}

}  // namespace

double median(std::vector<double> numbers) {
  if (numbers.empty()) return 0;
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

Answers read_answers(std::string_view lines, const std::string& origin, const Given& given) {
  Answers answers;
  std::vector<double> times;
  std::size_t number = 0;
  for (const std::string& line : split(lines, '\n')) {
    ++number;
    if (line.empty()) continue;
    std::vector<std::string> fields = split(line, '\t');
    if (const std::string fault = fault_in(fields, answers.run, given); !fault.empty()) {
      throw std::runtime_error(fmt::format("{}:{}: {}", origin, number, fault));
    }
    times.push_back(*milliseconds_of(fields[1]));
    answers.run[fields[0]].assign(std::make_move_iterator(fields.begin() + 2),
                                  std::make_move_iterator(fields.end()));
  }
  for (const std::string& question : given.questions) {
    if (answers.run.contains(question)) continue;
    throw std::runtime_error(fmt::format("{}: question \"{}\" is not answered", origin, question));
  }
  answers.median_ms = median(std::move(times));
  return answers;
}

}  // namespace newsline::relevance
