// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/tree/sieve.h"

#include <algorithm>
#include <array>
#include <set>

#include "common/article/html/tree/open_tags.h"
#include "common/article/html/tree/tag_source.h"

namespace newsline::html {
namespace {

template <std::size_t size>
bool is_among(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements whose content HTML does not read as tags.
constexpr std::array<std::string_view, 8> kRawText{"script",  "style",    "xmp",      "iframe",
                                                   "noembed", "noframes", "textarea", "title"};
/// Elements that hold no text of an article, whatever is in them.
constexpr std::array<std::string_view, 9> kTextless{"svg",   "annotation", "select",   "datalist", "audio",
                                                    "video", "canvas",     "noscript", "template"};
/// Tags that are left out, and what stands between them stays.
constexpr std::array<std::string_view, 7> kLeftOut{"frameset", "frame",    "plaintext", "image",
                                                   "option",   "optgroup", "isindex"};
/// Tags that only change the look.
constexpr std::array<std::string_view, 14> kLook{"math", "b",     "big",    "code",   "em", "font", "i",
                                                 "nobr", "small", "strike", "strong", "tt", "u",    "s"};
/// Tags that HTML builds into the page's one element of the name.
constexpr std::array<std::string_view, 3> kOnlyOnce{"html", "head", "body"};
constexpr std::array<std::string_view, 19> kAttributes{
    "class",     "id",       "href",        "rel",        "name",       "property", "itemprop",
    "itemscope", "itemtype", "content",     "datetime",   "lang",       "xml:lang", "style",
    "hidden",    "role",     "aria-hidden", "http-equiv", "data-testid"};

bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

class Sieve {
 public:
  explicit Sieve(std::string_view page) : page_(page) { sieved_.source.reserve(page.size() / 2); }

  std::optional<SievedPage> run() {
    sieved_.source = "<!DOCTYPE html>";
    while (at_ < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at_), page_.size());
      sieved_.source.append(page_.substr(at_, open - at_));
      at_ = open;
      if (at_ < page_.size()) take_markup();
      if (tags_ > kMaxTags) return std::nullopt;
    }
    return std::move(sieved_);
  }

 private:
  char after(std::size_t distance) const {
    return at_ + distance < page_.size() ? page_[at_ + distance] : '\0';
  }

  void go_behind(std::string_view mark, std::size_t from) {
    const std::size_t found = page_.find(mark, from);
    at_ = found == std::string_view::npos ? page_.size() : found + mark.size();
  }

  /// At a `<`.
  void take_markup() {
    if (is_letter(after(1)) || (after(1) == '/' && is_letter(after(2)))) return take_tag();
    if (page_.substr(at_).starts_with("<!--")) return pass_comment();
    if (after(1) == '!' || after(1) == '?' || after(1) == '/') return go_behind(">", at_ + 1);
    sieved_.source += "&lt;";
    ++at_;
  }

  void pass_comment() {
    const std::string_view inside = page_.substr(at_ + 4);
    if (inside.starts_with(">") || inside.starts_with("->")) return go_behind(">", at_ + 4);
    const std::size_t begin = at_ + 4;
    const std::size_t end = page_.find("--", begin);
    for (std::size_t at = end; at != std::string_view::npos; at = page_.find("--", at + 1)) {
      const std::string_view rest = page_.substr(at + 2);
      if (rest.starts_with(">") || rest.starts_with("!>")) return go_behind(">", at + 2);
    }
    at_ = page_.size();
  }

  void take_tag() {
    const std::size_t next = read_tag(page_, at_, tag_);
    at_ = next == std::string_view::npos ? page_.size() : next;
    if (next == std::string_view::npos) return;
    if (is_among(kLeftOut, tag_.name)) return;
    if (tag_.is_end) return take_end_tag();
    if (is_among(kRawText, tag_.name)) return take_raw_text();
    if (is_among(kTextless, tag_.name)) return pass_textless();
    if (is_among(kOnlyOnce, tag_.name) && !seen_.insert(tag_.name).second) return;
    if (is_among(kLook, tag_.name)) tag_.name = "span";
    if (open_.open(tag_.name)) write_start_tag();
  }

  void take_end_tag() {
    if (is_among(kRawText, tag_.name) || is_among(kTextless, tag_.name)) return;
    if (tag_.name == "html" || tag_.name == "body") return;  // what follows belongs to the body all the same
    if (is_among(kLook, tag_.name)) tag_.name = "span";
    open_.close(tag_.name);
    ++tags_;
    sieved_.source.append("</").append(tag_.name).push_back('>');
  }

  /// Behind the start tag of an element of raw text: takes JSON-LD and the title, and passes the rest.
  void take_raw_text() {
    const std::size_t begin = at_;
    const std::size_t end = end_tag_of(tag_.name);
    const std::string_view text = page_.substr(begin, end - begin);
    if (tag_.name == "script" && is_json_ld()) sieved_.json_ld.push_back(text);
    if (tag_.name == "title" && seen_.insert(tag_.name).second) write_title(text);
    at_ = end;
    if (at_ < page_.size()) go_behind(">", at_);
  }

  void pass_textless() {
    if (tag_.closes_itself || without_end_.contains(tag_.name)) return;
    const std::size_t end = end_tag_of(tag_.name);
    if (end == page_.size()) {
      without_end_.insert(tag_.name);  // one that is never closed must not swallow the page
    } else {
      at_ = end;
      go_behind(">", at_);
    }
  }

  /// Where the next end tag of this name starts; the page's end if there is none.
  std::size_t end_tag_of(std::string_view name) const {
    for (std::size_t at = page_.find("</", at_); at != std::string_view::npos;
         at = page_.find("</", at + 2)) {
      const std::string_view rest = page_.substr(at + 2);
      if (rest.size() <= name.size() || !equal_any_case(rest.substr(0, name.size()), name)) continue;
      if (std::string_view(" \t\n\r\f/>").find(rest[name.size()]) != std::string_view::npos) return at;
    }
    return page_.size();
  }

  bool is_json_ld() const {
    return std::any_of(tag_.attributes.begin(), tag_.attributes.end(), [](const auto& attribute) {
      return equal_any_case(attribute.name, "type") &&
             equal_any_case(attribute.value.substr(0, attribute.value.find(';')), "application/ld+json");
    });
  }

  void write_title(std::string_view text) {
    sieved_.source += "<title>";
    for (const char character : text) {
      if (character == '<') {
        sieved_.source += "&lt;";
      } else {
        sieved_.source += character;
      }
    }
    sieved_.source += "</title>";
  }

  void write_start_tag() {
    ++tags_;
    sieved_.source.append("<").append(tag_.name);
    for (const auto& [name, value] : tag_.attributes) {
      const auto* const known =
          std::find_if(kAttributes.begin(), kAttributes.end(),
                       [&, given = name](auto attribute) { return equal_any_case(given, attribute); });
      if (known == kAttributes.end() || value.size() > kMaxAttributeBytes) continue;
      sieved_.source.append(" ").append(*known).append("=\"");
      for (const char character : value) {
        if (character == '"') {
          sieved_.source += "&quot;";
        } else {
          sieved_.source += character;
        }
      }
      sieved_.source += '"';
    }
    sieved_.source += '>';
  }

  std::string_view page_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
  SievedPage sieved_;
  TagSource tag_;
  OpenTags open_;
  std::set<std::string, std::less<>> seen_;         ///< of the names of which a page has one
  std::set<std::string, std::less<>> without_end_;  ///< names whose end tag does not come any more
};

}  // namespace

std::optional<SievedPage> sieve(std::string_view page) { return Sieve(page).run(); }

}  // namespace newsline::html
