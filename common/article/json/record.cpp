// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/record.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

#include "common/article/article_json.h"
#include "common/article/field/cleaning.h"
#include "common/article/field/names.h"
#include "common/article/field/white_space.h"
#include "common/article/file/walk.h"
#include "common/article/json/fields.h"
#include "common/article/json/forms.h"
#include "common/article/json/line.h"
#include "common/article/json/repair.h"
#include "common/error.h"
#include "common/text/language_tag.h"

namespace newsline {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// The value of a field, and the name under which it stood.
struct Found {
  std::size_t rank = kJsonNames.size();  ///< of the name in kJsonNames
  element value;
};

/// The values of a record by field. Of names and of equal keys the first counts.
class Fields {
 public:
  explicit Fields(object record) {
    for (const auto [key, value] : record) note(key, value);
  }

  [[nodiscard]] const Found* find(ArticleField field) const {
    const Found& found = found_[static_cast<std::size_t>(field)];
    return found.rank < kJsonNames.size() ? &found : nullptr;
  }

 private:
  void note(std::string_view key, element value) {
    for (std::size_t rank = 0; rank < kJsonNames.size(); ++rank) {
      if (kJsonNames[rank].name != key) continue;
      Found& found = found_[static_cast<std::size_t>(kJsonNames[rank].field)];
      if (rank < found.rank && !json_form::is_absent(value)) found = {rank, value};
      return;
    }
  }

  std::array<Found, kArticleFields> found_;
};

[[noreturn]] void refuse_form(std::string_view name) {
  throw Error(ErrorKind::data, fmt::format("the field \"{}\" has a form that is not known", name));
}

/// Makes the article of a record, field by field.
class Draft {
 public:
  Draft(const JsonLine& line, const ReadContext& context)
      : fields_(line.record()), line_(line.text()), context_(context) {
    if (line.mended()) cleaner_.note_mended();
  }

  [[nodiscard]] ReadArticle article(std::uint64_t number) {
    Article& made = read_.article;
    note_origins();
    made.path = path_as_text(context_.path);
    made.title = line_of(ArticleField::title);
    made.published = form(ArticleField::published, json_form::date).value_or(std::nullopt);
    made.reads = form(ArticleField::reads, json_form::count);
    made.language = language_tag(line_of(ArticleField::language));
    made.tags = cleaner_.names(tags());
    made.authors = cleaner_.names(form(ArticleField::authors, json_form::names).value_or(Names{}));
    made.source = source();
    made.section = line_of(ArticleField::section);
    made.url = line_of(ArticleField::url);
    made.summary = text_of(ArticleField::summary);
    made.body = text_of(ArticleField::body);
    made.id = id(number);
    read_.mended = cleaner_.mended();
    return std::move(read_);
  }

  /// Wire services send flashes without a word: who gives them a name and a date or tags, means them.
  [[nodiscard]] bool says_nothing(const Article& article) const {
    if (!article.title.empty() || !trim(article.body).empty()) return false;
    const bool is_named = fields_.find(ArticleField::id) != nullptr || !article.url.empty();
    return !is_named || (!article.published && article.tags.empty());
  }

 private:
  using Names = std::vector<std::string_view>;

  void note_origins() {
    for (std::size_t index = 0; index < kArticleFields; ++index) {
      const auto field = static_cast<ArticleField>(index);
      if (const Found* found = fields_.find(field))
        read_.origins.set(field, {"key", kJsonNames[found->rank].name});
    }
  }

  template <typename Value>
  [[nodiscard]] std::optional<Value> form(ArticleField field, std::optional<Value> (*read)(element)) const {
    const Found* found = fields_.find(field);
    if (found == nullptr) return std::nullopt;
    std::optional<Value> value = read(found->value);
    if (!value) refuse_form(kJsonNames[found->rank].name);
    return value;
  }

  [[nodiscard]] std::string line_of(ArticleField field) {
    return cleaner_.line(form(field, json_form::text).value_or(""));
  }

  [[nodiscard]] std::string text_of(ArticleField field) {
    const Found* found = fields_.find(field);
    if (found == nullptr || found->value.is_string() || field != ArticleField::body) {
      return cleaner_.text(form(field, json_form::text).value_or(""), kMaxBodyBytes);
    }
    return cleaner_.text(*form(field, json_form::paragraphs), kMaxBodyBytes);
  }

  [[nodiscard]] Names tags() const {
    const Found* found = fields_.find(ArticleField::tags);
    Names names = form(ArticleField::tags, json_form::names).value_or(Names{});
    if (found != nullptr && found->value.is_string()) names = separated_names(names.front());
    for (std::string_view& name : names) name = without_hash(name);
    return names;
  }

  [[nodiscard]] std::string source() {
    const Names names = form(ArticleField::source, json_form::names).value_or(Names{});
    std::string named = names.empty() ? std::string() : cleaner_.line(names.front());
    if (!named.empty()) return named;
    read_.origins.set(ArticleField::source, origin::kSource);
    return context_.source_name;
  }

  /// The url, else the record's own id, else its line. An id that had to be cut names nothing.
  [[nodiscard]] std::string id(std::uint64_t number) {
    const std::string& url = read_.article.url;
    const Origin own_origin = read_.origins.of(ArticleField::id);
    read_.origins.set(ArticleField::id, origin::kUrl);
    if (!url.empty() && url.size() < kLongestId) return url;
    const std::string own = own_id();
    const bool is_fit = !own.empty() && own.size() < kLongestId;
    read_.origins.set(ArticleField::id,
                      is_fit ? own_origin : Origin{"", "path of the file and number of the line"});
    return fmt::format("{}#{}", read_.article.path, is_fit ? own : std::to_string(number));
  }

  [[nodiscard]] std::string own_id() {
    const Found* found = fields_.find(ArticleField::id);
    if (found == nullptr) return {};
    if (!found->value.is_double()) return cleaner_.line(*form(ArticleField::id, json_form::id));
    return digits_of(kJsonNames[found->rank].name);
  }

  /// A number that is no integer, as it was written.
  [[nodiscard]] std::string digits_of(std::string_view key) const {
    simdjson::dom::parser parser;
    std::string_view digits;
    const std::string quoted = with_quoted_numbers(line_, 0);
    if (parser.parse(quoted).at_key(key).get(digits) != simdjson::SUCCESS) refuse_form(key);
    return std::string(digits);
  }

  static constexpr std::size_t kLongestId = kMaxLineBytes - 3;  // what was cut may be so much shorter

  Fields fields_;
  std::string_view line_;
  const ReadContext& context_;
  Cleaner cleaner_;
  ReadArticle read_;
};

}  // namespace

Reading JsonRecordParser::read(std::string_view line, std::uint64_t number, const ReadContext& context) {
  const JsonLine parsed(parser_, line);
  if (!parsed.reason().empty()) return Rejection{context.path, number, parsed.reason()};
  try {
    if (parsed.record().at_key(kExportKey).error() == simdjson::SUCCESS) {
      ReadArticle read{article_from_json(parsed.text()), parsed.mended()};
      read.origins.set_all({"", "what newsline-index export wrote"});
      return read;
    }
    Draft draft(parsed, context);
    ReadArticle read = draft.article(number);
    if (draft.says_nothing(read.article)) {
      return Rejection{context.path, number, "the record has neither title nor body"};
    }
    return read;
  } catch (const Error& error) {
    return rejection_for(error, context.path, number);
  }
}

}  // namespace newsline
