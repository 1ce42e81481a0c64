// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/lines_reader.h"

#include <fmt/format.h>

#include <utility>

#include "common/article/field/white_space.h"
#include "common/article/json/record.h"
#include "common/error.h"

namespace newsline {
namespace {

class JsonLinesReader final : public Reader {
 public:
  JsonLinesReader(Input input, ReadContext context)
      : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (failed_) return std::nullopt;
    try {
      return next_record();
    } catch (const Error& error) {
      failed_ = true;
      return rejection_for(error, context_.path, number_ + 1);
    }
  }

 private:
  std::optional<Reading> next_record() {
    while (const auto line = input_.next_line(kMaxRecordBytes)) {
      ++number_;
      if (line->truncated) {
        return Rejection{context_.path, number_,
                         fmt::format("the record is longer than {} MiB", kMaxRecordBytes >> 20)};
      }
      if (!trim(line->text).empty()) return parser_.read(line->text, number_, context_);
    }
    return std::nullopt;
  }

  Input input_;
  ReadContext context_;
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
