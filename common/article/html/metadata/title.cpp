// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/metadata/title.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "common/article/field/white_space.h"
#include "common/text/fold.h"

namespace newsline::html {
namespace {

constexpr std::array<std::string_view, 13> kSeparators{
    " | ", " - ",      " \u2013 ", " \u2014 ", " :: ", " \u00BB ", " \u00B7 ",
    " / ", " \u2022 ", " < ",      " > ",      "_",    "|"};

/// Of a title: fewer may be a section's or the site's.
constexpr std::size_t kLeastWords = 3;

struct Cut {
  std::string_view left;
  std::string_view right;
  bool is_bar = false;  ///< a sign that hardly stands in a sentence
};

/// Every way to cut a title in two at a separator, the longest left part first.
std::vector<Cut> cuts_of(std::string_view title) {
  constexpr std::size_t kLongestTitle = 1000;
  std::vector<Cut> cuts;
  if (title.size() > kLongestTitle) return cuts;
  for (std::size_t at = title.size(); at-- > 0;) {
    for (const std::string_view separator : kSeparators) {
      if (!title.substr(at).starts_with(separator)) continue;
      const bool is_bar =
          separator != " - " && separator != " \u2013 " && separator != " \u2014 " && separator != " / ";
      const Cut cut{trim(title.substr(0, at)), trim(title.substr(at + separator.size())), is_bar};
      if (!cut.left.empty() && !cut.right.empty()) cuts.push_back(cut);
      break;
    }
  }
  return cuts;
}

/// Letters and digits alone, folded: `The Evening-Post` and `theeveningpost.example` meet.
std::string squeezed(std::string_view text) {
  std::string result;
  for (const char character : fold(text)) {
    const bool is_sign = static_cast<unsigned char>(character) < 0x80 &&
                         std::isalnum(static_cast<unsigned char>(character)) == 0;
    if (!is_sign) result.push_back(character);
  }
  return result;
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return url.substr(0, url.find('/'));
}

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

class SiteNames {
 public:
  SiteNames(std::string_view site, std::string_view url)
      : site_(squeezed(site)), host_(squeezed(host_of(url))) {}

  [[nodiscard]] bool has(std::string_view part) const {
    constexpr std::size_t kShortest = 3;
    const std::string name = squeezed(part);
    if (name.size() < kShortest) return false;
    return name == site_ || (host_.size() > name.size() && host_.find(name) != std::string::npos);
  }

 private:
  std::string site_;
  std::string host_;
};

/// What the page shows as headings, folded.
std::vector<std::string> headings_of(const Document& document) {
  constexpr std::size_t kMost = 12;
  std::vector<std::string> headings;
  for (NodeIndex index = 0; index < document.size() && headings.size() < kMost; ++index) {
    const Node& node = document[index];
    if (node.is_text || (node.tag != GUMBO_TAG_H1 && node.tag != GUMBO_TAG_H2)) continue;
    headings.push_back(fold(document.text_of(index)));
  }
  return headings;
}

bool is_among(const std::vector<std::string>& headings, std::string_view text) {
  return std::find(headings.begin(), headings.end(), fold(text)) != headings.end();
}

/// `<title>` without the few words at its end, which are the site's more often than not.
std::string_view without_end(const std::vector<Cut>& cuts, std::string_view title) {
  constexpr std::size_t kMostWordsOfSite = 4;
  for (const Cut& cut : cuts) {
    const std::size_t most = cut.is_bar ? words_in(cut.left) - 1 : kMostWordsOfSite;
    if (words_in(cut.left) >= kLeastWords && words_in(cut.right) <= most) {
      return cut.is_bar ? without_end(cuts_of(cut.left), cut.left) : cut.left;
    }
  }
  return title;
}

std::string_view without_site(std::string_view title, const SiteNames& names,
                              const std::vector<std::string>& headings, bool is_title_element) {
  if (is_among(headings, title) && !title.empty()) return title;
  const std::vector<Cut> cuts = cuts_of(title);
  for (const Cut& cut : cuts) {
    if (is_among(headings, cut.left)) return cut.left;
    if (is_among(headings, cut.right) && words_in(cut.right) >= words_in(cut.left)) return cut.right;
  }
  for (const Cut& cut : cuts) {
    if (names.has(cut.right)) return without_site(cut.left, names, headings, false);
    if (names.has(cut.left)) return without_site(cut.right, names, headings, false);
  }
  return is_title_element ? without_end(cuts, title) : title;
}

std::string text_of_first(const Document& document, GumboTag tag) {
  const NodeIndex index = document.first(tag);
  return index < document.size() ? one_line(document.text_of(index)) : std::string();
}

bool is_most_of(const std::string& whole, const std::string& part) {
  return part.size() * 2 > whole.size() && whole.find(part) != std::string::npos;
}

}  // namespace

SaidTitle article_title(const Document& document, const std::vector<SaidTitle>& said, std::string_view site,
                        std::string_view url) {
  const SiteNames names(site, url);
  const std::vector<std::string> headings = headings_of(document);
  const std::string window_title = text_of_first(document, GUMBO_TAG_TITLE);
  std::vector<SaidTitle> bare;
  for (const SaidTitle& title : said)
    if (!title.text.empty())
      bare.push_back({std::string(without_site(title.text, names, headings, false)), title.origin});
  const std::string window = fold(window_title);
  for (const SaidTitle& title : bare) {
    const bool is_within =
        words_in(title.text) >= kLeastWords && window.find(fold(title.text)) != std::string::npos;
    if (is_within && is_among(headings, title.text)) return title;
  }
  for (const SaidTitle& title : bare)
    if (is_most_of(window, fold(title.text))) return title;
  for (const SaidTitle& title : bare)
    if (is_among(headings, title.text)) return title;
  if (!bare.empty()) return bare.front();
  if (window_title.empty()) return {text_of_first(document, GUMBO_TAG_H1), {"", "<h1>"}};
  return {std::string(without_site(window_title, names, headings, true)), {"", "<title>"}};
}

}  // namespace newsline::html
