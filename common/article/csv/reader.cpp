// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/csv/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/article/csv/rows.h"
#include "common/article/field/white_space.h"
#include "common/article/file/name_ending.h"
#include "common/article/json/field_record.h"
#include "common/article/json/fields.h"
#include "common/error.h"
#include "common/text/charset/recognition.h"
#include "common/text/date_stamp.h"

namespace newsline {
namespace {

constexpr std::size_t kPeekBytes = 64u << 10;
constexpr std::array kSeparators{',', ';', '\t'};

/// What the columns of a table are, by one separator.
struct Header {
  char separator = ',';
  std::vector<std::string_view> names;  ///< of kJsonNames; empty: not known
  std::size_t known = 0;
  bool has_text = false;  ///< a title or a body
};

ArticleField field_of(std::string_view name) {
  const auto* const it = std::find_if(kJsonNames.begin(), kJsonNames.end(),
                                      [&](const JsonName& known) { return known.name == name; });
  return it->field;
}

Header header_by(std::string_view start, char separator) {
  Header header;
  header.separator = separator;
  for (const std::string& cell : csv::first_row(start, separator)) {
    const std::string_view name = known_field_name(cell);
    header.names.push_back(name);
    if (name.empty()) continue;
    ++header.known;
    const ArticleField field = field_of(name);
    if (field == ArticleField::title || field == ArticleField::body) header.has_text = true;
  }
  return header;
}

Header header_of(std::string_view start) {
  Header best;
  for (const char separator : kSeparators) {
    Header header = header_by(trim_start(start), separator);
    if (header.known > best.known) best = std::move(header);
  }
  return best;
}

class CsvReader final : public Reader {
 public:
  CsvReader(Input input, ReadContext context) : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (at_end_) return std::nullopt;
    try {
      if (!rows_) {
        if (auto rejection = read_header()) return rejection;
      }
      const auto row = rows_->next();
      at_end_ = !row;
      if (!row) return std::nullopt;
      line_ = row->line;
      return read(*row);
    } catch (const Error& error) {
      at_end_ = true;
      return rejection_for(error, context_.path, line_);
    }
  }

 private:
  std::optional<Reading> read_header() {
    const std::string start(input_.peek(kPeekBytes));
    charset_ = charset_of_lines(start);
    if (context_.observer != nullptr) context_.observer->decoded(find_charset(start));
    header_ = header_of(start);
    if (!header_.has_text) {
      at_end_ = true;
      return Rejection{context_.path, 1, "the header row names neither a title nor a body"};
    }
    rows_.emplace(input_, header_.separator, kMaxRecordBytes);
    const auto first = rows_->next();
    line_ = first ? first->line : 1;
    return std::nullopt;
  }

  Reading read(const csv::Row& row) {
    if (row.is_too_long)
      return Rejection{context_.path, row.line,
                       fmt::format("the row is longer than {} MiB", kMaxRecordBytes >> 20)};
    if (row.is_open) return Rejection{context_.path, row.line, "a quote in the row is not closed"};
    const std::size_t columns = header_.names.size();
    const auto is_beyond = [](const std::string& cell) { return !trim(cell).empty(); };
    if (row.cells.size() > columns &&
        std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns), row.cells.end(), is_beyond)) {
      return Rejection{context_.path, row.line,
                       fmt::format("the row has {} cells, the header {}", row.cells.size(), columns)};
    }
    return read_cells(row);
  }

  Reading read_cells(const csv::Row& row) {
    auto fields = nlohmann::json::object();
    bool is_mended = false;
    for (std::size_t column = 0; column < std::min(row.cells.size(), header_.names.size()); ++column) {
      const std::string_view name = header_.names[column];
      if (name.empty() || trim(row.cells[column]).empty()) continue;
      const MendedText text = recognize(row.cells[column], charset_);
      is_mended = is_mended || text.is_mended();
      fields[std::string(name)] = value_of(field_of(name), trim(text.text));
    }
    Reading reading = read_field_record(parser_, fields, row.line, context_);
    if (auto* read = std::get_if<ReadArticle>(&reading)) {
      read->mended |= is_mended;
      read->origins.rename_scope("key", "column");
    }
    return reading;
  }

  static nlohmann::json value_of(ArticleField field, std::string_view text) {
    if (field == ArticleField::authors) return list_of(text);
    if (field == ArticleField::published)
      if (const auto published = parse_date_stamp(text)) return iso8601(*published);
    return text;
  }

  static nlohmann::json list_of(std::string_view names) {
    auto list = nlohmann::json::array();
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(';'), names.size());
      if (const std::string_view name = trim(names.substr(0, end)); !name.empty()) list.push_back(name);
      names.remove_prefix(std::min(end + 1, names.size()));
    }
    return list;
  }

  Input input_;
  ReadContext context_;
  std::string charset_;
  Header header_;
  std::optional<csv::Rows> rows_;
  JsonRecordParser parser_;
  std::uint64_t line_ = 1;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<Reader> csv_reader(Input input, ReadContext context) {
  return std::make_unique<CsvReader>(std::move(input), std::move(context));
}

bool is_csv(std::string_view start, std::string_view path) {
  if (has_ending(path, {".csv", ".tsv"})) return true;
  const Header header = header_of(start);
  return header.known >= 2 && header.has_text;
}

}  // namespace newsline
