// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/status_command.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/text/printable.h"
#include "indexer/report.h"

namespace newsline {
namespace {

using nlohmann::ordered_json;

constexpr int kFormVersion = 1;

std::string line(std::string_view name, const std::string& text) {
  return fmt::format("{:<12}{}\n", name, printable_line(text));
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 5> kUnits = {"bytes", "KiB", "MiB", "GiB", "TiB"};
  if (bytes < 1024) return fmt::format("{} bytes", bytes);
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1024 && unit + 1 < kUnits.size(); ++unit) size /= 1024;
  return fmt::format("{:.1f} {}", size, kUnits[unit]);
}

std::string dates_text(const ArchiveStatus& status) {
  if (!status.first_day || !status.last_day) return "none";
  return fmt::format("{} to {}", *status.first_day, *status.last_day);
}

std::string counts_text(const std::vector<FacetCount>& counts) {
  std::string text;
  for (const FacetCount& count : counts)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count.value, grouped(count.count));
  return text.empty() ? "not known" : text;
}

/// The indexer's own words about its last run. Throws Error{data} where they are not what it writes.
ordered_json last_run_of(const ArchiveStatus& status) {
  if (status.last_run.empty()) return nullptr;
  try {
    return ordered_json::parse(status.last_run);
  } catch (const ordered_json::exception&) {
    throw Error(ErrorKind::data,
                fmt::format("the index \"{}\" holds a damaged note of its last run", status.index),
                "any update writes a new one");
  }
}

std::string last_run_text(const ArchiveStatus& status) {
  const ordered_json run = last_run_of(status);
  if (run.is_null()) return "none";
  const auto number = [&](const char* name) { return grouped(run.value(name, std::uint64_t{0})); };
  return fmt::format("{} at {}{}: {} added, {} replaced, {} removed; {} rejected; {:.2f} s",
                     run.value("command", ""), run.value("started", ""),
                     run.value("stopped", false) ? ", stopped early" : "", number("articles_added"),
                     number("articles_replaced"), number("articles_removed"), number("rejections"),
                     run.value("seconds", 0.0));
}

ordered_json counts_json(const std::vector<FacetCount>& counts) {
  ordered_json all = ordered_json::array();
  for (const FacetCount& count : counts) all.push_back({{"value", count.value}, {"articles", count.count}});
  return all;
}

ordered_json or_null(const std::optional<std::string>& text) {
  return text ? ordered_json(*text) : ordered_json(nullptr);
}

}  // namespace

std::string status_text(const ArchiveStatus& status) {
  std::string text = line("index", path_as_text(status.index) + " (" + status.generation + ")");
  text += line("articles",
               fmt::format("{} ({} without a date)", grouped(status.articles), grouped(status.undated)));
  text += line("dates", dates_text(status));
  text += line("words", grouped(status.words));
  text += line("tags", grouped(status.tags) + " different");
  text += line("languages", counts_text(status.languages));
  text += line("publishers", counts_text(status.publishers));
  for (const std::string& source : status.sources) text += line("source", path_as_text(source));
  text += line("files", grouped(status.files));
  text += line("size", size_text(status.size_bytes));
  text += line("made by", fmt::format("schema {}, tokenizer {}, ICU {}, Unicode {}", status.schema,
                                      status.tokenizer, status.icu, status.unicode));
  return text + line("last run", last_run_text(status));
}

std::string status_json(const ArchiveStatus& status) {
  ordered_json sources = ordered_json::array();
  for (const std::string& source : status.sources) sources.push_back(path_as_text(source));
  const ordered_json json = {{"newsline_status", kFormVersion},
                             {"index", path_as_text(status.index)},
                             {"generation", status.generation},
                             {"articles", status.articles},
                             {"undated", status.undated},
                             {"first_day", or_null(status.first_day)},
                             {"last_day", or_null(status.last_day)},
                             {"words", status.words},
                             {"tags", status.tags},
                             {"languages", counts_json(status.languages)},
                             {"publishers", counts_json(status.publishers)},
                             {"sources", sources},
                             {"files", status.files},
                             {"size_bytes", status.size_bytes},
                             {"schema", status.schema},
                             {"tokenizer", status.tokenizer},
                             {"icu", status.icu},
                             {"unicode", status.unicode},
                             {"last_run", last_run_of(status)}};
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace newsline
