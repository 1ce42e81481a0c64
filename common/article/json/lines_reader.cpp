// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/lines_reader.h"

#include <fmt/format.h>

#include <utility>

#include "common/article/field/white_space.h"
#include "common/article/json/record.h"
#include "common/error.h"
#include "common/text/charset/recognition.h"

namespace newsline {
namespace {

constexpr std::size_t kCharsetPeekBytes = 64u << 10;

class JsonLinesReader final : public Reader {
 public:
  JsonLinesReader(Input input, ReadContext context)
      : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (failed_) return std::nullopt;
    try {
      if (number_ == 0) note_charset(input_.peek(kCharsetPeekBytes));
      return next_record();
    } catch (const Error& error) {
      failed_ = true;
      return rejection_for(error, context_.path, number_ + 1);
    }
  }

 private:
  void note_charset(std::string_view start) {
    charset_ = charset_of_lines(start);
    if (context_.observer != nullptr) context_.observer->decoded(find_charset(start));
  }

  std::optional<Reading> next_record() {
    while (const auto line = input_.next_line(kMaxRecordBytes)) {
      ++number_;
      if (line->truncated) {
        return Rejection{context_.path, number_,
                         fmt::format("the record is longer than {} MiB", kMaxRecordBytes >> 20)};
      }
      if (!trim(line->text).empty()) return read(line->text);
    }
    return std::nullopt;
  }

  /// Damaged UTF-8 is mended by the parser, text by text; whole lines are decoded where they are in another
  /// charset.
  Reading read(std::string_view line) {
    if (charset_.empty() && (simdjson::validate_utf8(line) || is_mostly_utf8(line)))
      return parser_.read(line, number_, context_);
    const MendedText text = recognize(line, charset_);
    Reading reading = parser_.read(text.text, number_, context_);
    if (auto* article = std::get_if<ReadArticle>(&reading)) article->mended |= text.is_mended();
    return reading;
  }

  Input input_;
  ReadContext context_;
  std::string charset_;  ///< of the lines; empty: UTF-8, or to be told line by line
  JsonRecordParser parser_;
  std::uint64_t number_ = 0;
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<Reader> json_lines_reader(Input input, ReadContext context) {
  return std::make_unique<JsonLinesReader>(std::move(input), std::move(context));
}

Reading read_json_line(std::string_view line, std::uint64_t number, const ReadContext& context) {
  JsonRecordParser parser;
  return parser.read(line, number, context);
}

}  // namespace newsline
