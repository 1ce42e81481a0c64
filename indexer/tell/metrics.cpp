// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <string_view>

#include "common/article/file/walk.h"
#include "indexer/tell/run_record.h"

namespace newsline {
namespace {

/// A label's value: backslash, quote and line feed are escaped.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

/// Families of samples, one behind the other.
class Exposition {
 public:
  Exposition(const std::string& index, const std::string& command)
      : labels_(fmt::format("index=\"{}\"", escaped(path_as_text(index)))),
        command_(fmt::format(",command=\"{}\"", escaped(command))) {}

  void begin(std::string_view name, std::string_view help) {
    name_ = fmt::format("newsline_{}", name);
    text_ += fmt::format("# HELP {} {}\n# TYPE {} gauge\n", name_, help, name_);
  }

  template <typename Number>
  void add(Number value, std::string_view label = {}, std::string_view label_value = {}) {
    const bool is_of_run = name_.starts_with("newsline_run_");
    const std::string more = label.empty() ? "" : fmt::format(",{}=\"{}\"", label, label_value);
    text_ += fmt::format("{}{{{}{}{}}} {}\n", name_, labels_, is_of_run ? command_ : "", more, value);
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string labels_;
  std::string command_;
  std::string name_;
  std::string text_;
};

double seconds_since_1970(std::chrono::system_clock::time_point time) {
  return std::chrono::duration<double>(time.time_since_epoch()).count();
}

void add_counts(Exposition& exposition, const RunReport& report) {
  exposition.begin("run_files", "Files of the last run, by what was done with them.");
  exposition.add(report.files_unchanged, "state", "unchanged");
  exposition.add(report.files_read, "state", "read");
  exposition.add(report.files_vanished, "state", "vanished");
  exposition.begin("run_articles", "Articles that the last run added, replaced or removed.");
  exposition.add(report.articles_added, "change", "added");
  exposition.add(report.articles_replaced, "change", "replaced");
  exposition.add(report.articles_removed, "change", "removed");
  exposition.begin("run_rejections", "Files and records that could not be read, as of the last run.");
  exposition.add(report.rejections);
  exposition.begin("index_articles", "Articles in the index.");
  exposition.add(report.articles_total);
}

}  // namespace

std::string metrics_text(const RunRecord& record) {
  Exposition exposition(record.index, record.command);
  exposition.begin("run_start_time_seconds", "When the last run began, since 1970.");
  exposition.add(fmt::format("{:.3f}", seconds_since_1970(record.started)));
  exposition.begin("run_duration_seconds", "How long the last run took, waiting included.");
  exposition.add(fmt::format("{:.3f}", record.seconds));
  exposition.begin("run_exit_code", "Exit code of the last run: 0 done, 3 with rejections, else failed.");
  exposition.add(record.exit_code);
  if (!record.failure) add_counts(exposition, record.report);
  exposition.begin("index_size_bytes", "Size of the generation in use.");
  exposition.add(record.index_bytes);
  return exposition.text();
}

}  // namespace newsline
