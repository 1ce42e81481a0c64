// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/warc/records.h"

#include <fmt/format.h>

#include <utility>

#include "common/article/file/name_ending.h"
#include "common/article/file/regular_file.h"
#include "common/article/reader.h"
#include "common/article/warc/heads.h"
#include "common/error.h"

namespace newsline::web {
namespace {

constexpr std::size_t kLongestLine = 64u << 10;
constexpr std::size_t kLongestHead = 256u << 10;
constexpr std::string_view kArcStart = "filedesc://";

bool is_blank(std::string_view line) { return line.find_first_not_of("\r\n ") == std::string_view::npos; }

/// The first line of what stands here, without moving on.
std::string_view line_ahead(Input& input) {
  const std::string_view ahead = input.peek(kLongestLine);
  return ahead.substr(0, ahead.find('\n'));
}

/// Whether what stands behind a block belongs there: a line end, the next record or the end.
bool ends_a_record(std::string_view behind, bool is_arc, bool is_arc_2) {
  if (behind.empty() || behind[0] == '\n' || behind.starts_with("\r\n")) return true;
  const std::string_view line = behind.substr(0, behind.find('\n'));
  return is_arc ? begins_arc_record(line, is_arc_2) : begins_warc_record(line);
}

/// Where in a block that is too long the next record begins; npos if there is none.
std::size_t record_within(std::string_view block, bool is_arc, bool is_arc_2) {
  for (std::size_t end = block.find('\n'); end != std::string_view::npos; end = block.find('\n', end + 1)) {
    const std::string_view rest = block.substr(end + 1);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (is_arc ? begins_arc_record(line, is_arc_2) : begins_warc_record(line)) return end + 1;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<std::variant<RecordHead, RecordFault>> Records::next() {
  block_.clear();
  if (at_end_) return std::nullopt;
  const std::uint64_t begin = input_.offset();
  try {
    return next_record();
  } catch (const UnreadableFile&) {
    at_end_ = true;
    throw;
  } catch (const Error& error) {
    at_end_ = !input_.resume();
    const std::string_view said = error.what();
    const std::size_t reason = said.find("\": ");
    return RecordFault{begin, std::string(reason == std::string_view::npos ? said : said.substr(reason + 3))};
  }
}

std::optional<Records::Found> Records::next_record() {
  std::string_view line = line_ahead(input_);
  while (is_blank(line)) {
    if (!input_.next_line(kLongestLine)) {
      at_end_ = true;
      return std::nullopt;
    }
    line = line_ahead(input_);
  }
  const std::uint64_t offset = input_.offset();
  if (line.starts_with(kArcStart)) is_arc_ = true;
  if (begins_warc_record(line)) {
    is_arc_ = false;
    auto head = warc_head(offset);
    if (const auto* fault = std::get_if<RecordFault>(&head)) return *fault;
    return take_block(std::move(std::get<RecordHead>(head)));
  }
  if (!is_arc_ || !begins_arc_record(line, is_arc_2_)) {
    at_end_ = !input_.next_line(kLongestLine);
    return fault(offset, "there is no record here");
  }
  auto head = arc_record_head(line, is_arc_2_);
  if (!input_.next_line(kLongestLine)) at_end_ = true;
  if (!head) return fault(offset, "it has no length");
  head->offset = offset;
  return take_block(std::move(*head));
}

/// A damaged record, and all that follows up to the next line that begins one, are one fault.
RecordFault Records::fault(std::uint64_t offset, std::string reason) {
  do {
    const std::string_view line = line_ahead(input_);
    if (begins_warc_record(line) || line.starts_with(kArcStart)) break;
    if (is_arc_ && begins_arc_record(line, is_arc_2_)) break;
  } while (input_.next_line(kLongestLine));
  return {offset, std::move(reason)};
}

std::variant<RecordHead, RecordFault> Records::warc_head(std::uint64_t offset) {
  std::string lines;
  bool is_first = true;
  while (const auto line = input_.next_line(kLongestLine)) {
    if (line->text.empty()) {
      auto head = warc_record_head(lines);
      if (!head) return fault(offset, "it has no length");
      head->offset = offset;
      return std::move(*head);
    }
    if (!std::exchange(is_first, false)) lines.append(line->text).append("\n");
    if (lines.size() > kLongestHead) return fault(offset, "its head has no end");
  }
  return RecordFault{offset, "the archive ends within it"};
}

Records::Found Records::take_block(RecordHead head) {
  constexpr std::size_t kBehindBytes = 4096;
  const std::uint64_t size = head.block_bytes;
  if (size > kMaxPageBytes) {
    if (input_.skip(size) < size) return RecordFault{head.offset, "the archive ends within it"};
    return head;
  }
  const auto bytes = static_cast<std::size_t>(size);
  const std::string_view ahead = input_.peek(bytes + kBehindBytes);
  const std::string_view whole = ahead.substr(0, bytes);
  const bool is_cut = ahead.size() < bytes;
  if (is_cut || !ends_a_record(ahead.substr(bytes), is_arc_, is_arc_2_)) {
    const std::size_t within = record_within(whole, is_arc_, is_arc_2_);
    input_.skip(within == std::string_view::npos ? bytes : within);
    const bool ends = is_cut && within == std::string_view::npos;
    return fault(head.offset, ends ? "the archive ends within it" : "its length is wrong");
  }
  if (head.type == "filedesc") is_arc_2_ = whole.starts_with('2');
  block_ = whole;
  input_.skip(size);
  return head;
}

bool is_web_archive(std::string_view start, std::string_view path) {
  return begins_warc_record(start) || start.starts_with(kArcStart) || has_ending(path, {".warc", ".arc"});
}

}  // namespace newsline::web
