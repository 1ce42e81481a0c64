// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress_bar.h"

#include <fmt/format.h>
#include <unistd.h>

#include "common/article/file/walk.h"
#include "common/console/terminal.h"
#include "common/text/printable.h"
#include "indexer/report.h"

namespace newsline {
namespace {

constexpr auto kBetweenDrawings = std::chrono::milliseconds(100);
constexpr std::size_t kUsualColumns = 80;
constexpr std::string_view kToLineBegin = "\r";
constexpr std::string_view kEraseLine = "\r\x1B[K";

bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

void drop_first_code_point(std::string_view& text) {
  do text.remove_prefix(1);
  while (!text.empty() && continues_code_point(text.front()));
}

/// The last `columns` columns of a text, with a mark where it was cut.
std::string end_of(std::string_view text, std::size_t columns) {
  constexpr std::size_t kFewestColumns = 4;
  if (columns < kFewestColumns) return {};
  if (display_width(text) <= columns) return std::string(text);
  while (display_width(text) >= columns) drop_first_code_point(text);
  return "\u2026" + std::string(text);
}

std::string begin_of(std::string text, std::size_t columns) {
  while (display_width(text) > columns) text.pop_back();
  return text;
}

}  // namespace

std::string progress_line(const RunReport& so_far, std::uint64_t files_to_read, const std::string& path,
                          double seconds, std::size_t columns) {
  const std::uint64_t articles = so_far.articles_added + so_far.articles_replaced + so_far.articles_unchanged;
  const double rate = seconds > 0 ? static_cast<double>(articles) / seconds : 0;
  const std::string counts =
      fmt::format("file {} of {}, {} articles, {} a second  ", grouped(so_far.files_read),
                  grouped(files_to_read), grouped(articles), grouped(static_cast<std::uint64_t>(rate)));
  const std::string line = begin_of(counts, columns);
  return line + end_of(printable_line(path_as_text(path)), columns - line.size());
}

void ProgressBar::show(const RunReport& so_far, std::uint64_t files_to_read, const std::string& path) {
  if (!is_shown_) return;
  const Clock::time_point now = Clock::now();
  if (now - drawn_at_ < kBetweenDrawings) return;
  drawn_at_ = now;
  // In the last column a terminal may begin another line.
  const std::size_t columns = terminal_columns(STDERR_FILENO).value_or(kUsualColumns) - 1;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  errors_.write(kEraseLine);
  errors_.write(progress_line(so_far, files_to_read, path, seconds, columns));
  errors_.write(kToLineBegin);
  errors_.flush();
  is_drawn_ = true;
}

void ProgressBar::clear() {
  if (!is_drawn_) return;
  errors_.write(kEraseLine);
  errors_.flush();
  is_drawn_ = false;
}

}  // namespace newsline
