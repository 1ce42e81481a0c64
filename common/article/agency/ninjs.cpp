// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/ninjs.h"

#include <fmt/format.h>

#include <chrono>
#include <deque>
#include <utility>

#include "common/article/agency/ninjs_item.h"
#include "common/article/agency/reader.h"
#include "common/article/field/white_space.h"
#include "common/article/json/document.h"
#include "common/error.h"
#include "common/text/charset/recognition.h"

namespace newsline {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t kCharsetPeekBytes = 64u << 10;

/// Makes readings of pieces of JSON.
class Parser {
 public:
  explicit Parser(const ReadContext& context)
      : context_(context), now_(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())) {}

  /// The items in a piece that begins at a line (0: none is meant) of the file.
  std::deque<Reading> read(std::string_view bytes, std::uint64_t line) {
    if (context_.observer != nullptr) context_.observer->decoded(find_charset(bytes, charset_));
    const JsonDocument document(parser_, bytes, charset_);
    if (!document.reason().empty()) return {Rejection{context_.path, line, document.reason()}};
    const element root = document.root();
    std::deque<Reading> readings;
    simdjson::dom::array all;
    if (root.get(all) == simdjson::SUCCESS) {
      for (const element each : all) readings.push_back(reading_of(each, line));
    } else {
      readings.push_back(reading_of(root, line));
    }
    for (Reading& reading : readings) {
      if (auto* const read = std::get_if<ReadArticle>(&reading)) read->mended |= document.mended();
    }
    return readings;
  }

  /// For read(): lines are too short to tell it.
  void note_charset_of_lines(std::string_view start) { charset_ = charset_of_lines(start); }

 private:
  Reading reading_of(element value, std::uint64_t line) {
    object item;
    if (value.get(item) != simdjson::SUCCESS) return Rejection{context_.path, line, "the item is no object"};
    return agency::reading_of(agency::item_of_ninjs(item), context_, line, now_);
  }

  const ReadContext& context_;
  std::chrono::sys_seconds now_;
  simdjson::dom::parser parser_;
  std::string charset_;
};

class NinjsReader final : public Reader {
 public:
  NinjsReader(Input input, ReadContext context)
      : input_(std::move(input)), context_(std::move(context)), parser_(context_) {}

  std::optional<Reading> next() override {
    try {
      while (ready_.empty() && !is_done_) fill();
    } catch (const Error& error) {
      is_done_ = true;
      return rejection_for(error, context_.path, line_);
    }
    if (ready_.empty()) return std::nullopt;
    Reading reading = std::move(ready_.front());
    ready_.pop_front();
    return reading;
  }

 private:
  void fill() {
    if (line_ == 0 && !has_an_item_a_line()) {
      is_done_ = true;
      const auto bytes = input_.rest(kMaxAgencyBytes);
      ready_ = bytes ? parser_.read(*bytes, 0) : std::deque<Reading>{too_large("file", kMaxAgencyBytes)};
      return;
    }
    if (line_ == 0) parser_.note_charset_of_lines(input_.peek(kCharsetPeekBytes));
    const auto line = input_.next_line(kMaxRecordBytes);
    is_done_ = !line;
    if (!line) return;
    ++line_;
    if (line->truncated) {
      ready_ = {too_large("record", kMaxRecordBytes)};
    } else if (!trim(line->text).empty()) {
      ready_ = parser_.read(line->text, line_);
    }
  }

  [[nodiscard]] Rejection too_large(std::string_view what, std::size_t limit_bytes) const {
    return {context_.path, line_, fmt::format("the {} is larger than {} MiB", what, limit_bytes >> 20)};
  }

  /// Whether the first line is whole in itself and more follow.
  [[nodiscard]] bool has_an_item_a_line() {
    const std::string_view start = trim_start(input_.peek(kMaxRecordBytes));
    const std::string_view first = trim_end(start.substr(0, start.find('\n')));
    return first.starts_with('{') && first.ends_with('}') && first.size() < start.size();
  }

  Input input_;
  ReadContext context_;
  Parser parser_;
  std::deque<Reading> ready_;
  std::uint64_t line_ = 0;
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<Reader> ninjs_reader(Input input, ReadContext context) {
  return std::make_unique<NinjsReader>(std::move(input), std::move(context));
}

std::vector<Reading> read_ninjs(std::string_view bytes, const ReadContext& context) {
  std::deque<Reading> readings = Parser(context).read(bytes, 0);
  return {std::make_move_iterator(readings.begin()), std::make_move_iterator(readings.end())};
}

bool is_ninjs(std::string_view start) {
  start = trim_start(start);
  if (start.starts_with('[')) start = trim_start(start.substr(1));
  if (!start.starts_with('{')) return false;
  const auto has = [&](std::string_view text) { return start.find(text) != std::string_view::npos; };
  if (has("\"$schema\"")) return false;
  if (has("ninjs-schema") || has("\"name\": \"ninjs\"") || has("\"name\":\"ninjs\"")) return true;
  if (!has("\"uri\"")) return false;
  for (const std::string_view name :
       {"\"versioncreated\"", "\"versionCreated\"", "\"pubstatus\"", "\"pubStatus\"",
        "\"representationtype\"", "\"body_text\"", "\"body_xhtml\"", "\"body_html\"", "\"bodies\"",
        "\"headlines\"", "\"headline_", "\"usageterms\"", "\"renditions\"", "\"associations\"",
        "\"eventDetails\""}) {
    if (has(name)) return true;
  }
  return false;
}

}  // namespace newsline
