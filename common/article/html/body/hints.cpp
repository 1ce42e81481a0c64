// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/html/body/hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "common/article/html/tree/tag_source.h"

namespace newsline::html {
namespace {

/// Words that count where a name has them as a word of its own.
const std::unordered_map<std::string_view, Hint>& words() {
  static const std::unordered_map<std::string_view, Hint> kWords = [] {
    std::unordered_map<std::string_view, Hint> all;
    const auto add = [&](Hint hint, std::initializer_list<std::string_view> names) {
      for (const auto name : names) all.emplace(name, hint);
    };
    add(Hint::content, {"article", "story", "entry", "hentry", "post", "content", "text", "body", "main",
                        "blog", "news", "page", "column", "paragraph"});
    add(Hint::body, {"articlebody", "storybody", "postbody", "entrycontent", "postcontent", "articletext",
                     "storytext", "articlecontent", "storycontent", "newstext", "fulltext", "bodytext",
                     "maincontent", "entrybody", "articulo", "artikel"});
    add(Hint::furniture,
        {"nav",         "navbar",         "navigation",    "menu",       "breadcrumb",    "breadcrumbs",
         "footer",      "sidebar",        "aside",         "rail",       "share",         "sharing",
         "social",      "related",        "promo",         "sponsor",    "sponsored",     "ad",
         "ads",         "advert",         "advertisement", "newsletter", "subscribe",     "subscription",
         "signup",      "cookie",         "cookies",       "consent",    "gdpr",          "popup",
         "modal",       "overlay",        "lightbox",      "pagination", "pager",         "toolbar",
         "banner",      "masthead",       "outbrain",      "taboola",    "skip",          "rss",
         "login",       "search",         "trending",      "popular",    "recommended",   "recommendations",
         "recirc",      "readmore",       "mostread",      "print",      "complementary", "contentinfo",
         "dialog",      "alert",          "copyright",     "disclaimer", "legal",         "prevnext",
         "jumplinks",   "rating",         "donate",        "paywall",    "shoutbox",      "skyscraper",
         "donation",    "follow",         "teaser",        "teasers",    "adsense",       "noprint",
         "editsection", "mw-editsection", "navbox"});
    add(Hint::comments, {"comment", "comments", "disqus", "respond", "replies", "commentlist", "discussion"});
    add(Hint::byline, {"byline", "author", "authors", "writer", "contributor", "contributors"});
    add(Hint::date, {"date", "dateline", "timestamp", "pubdate", "published", "datetime", "datepublished",
                     "time", "updated", "modified"});
    add(Hint::caption, {"caption", "credit", "credits", "figcaption", "captions", "legend"});
    add(Hint::title, {"title", "headline", "heading"});
    add(Hint::tags, {"tags", "taglist", "keywords", "topics", "categories"});
    add(Hint::boxed, {"media", "meta", "widget", "widgets", "tools", "contact", "shopping", "gallery",
                      "slideshow", "scroll", "tag", "promoted", "extra", "infobox", "button", "buttons"});
    return all;
  }();
  return kWords;
}

struct Stem {
  std::string_view text;
  Hint hint;
};
/// Parts that count wherever they stand in a word.
constexpr std::array kStems{
    Stem{"sidebar", Hint::furniture},     Stem{"sharebar", Hint::furniture},
    Stem{"newsletter", Hint::furniture},  Stem{"breadcrumb", Hint::furniture},
    Stem{"addtoany", Hint::furniture},    Stem{"sharing", Hint::furniture},
    Stem{"socialmedia", Hint::furniture}, Stem{"subscri", Hint::furniture},
    Stem{"sponsor", Hint::furniture},     Stem{"recommend", Hint::furniture},
    Stem{"cookie", Hint::furniture},      Stem{"advert", Hint::furniture},
    Stem{"related", Hint::furniture},     Stem{"comment", Hint::comments},
    Stem{"articlebody", Hint::body},
};

bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}
bool is_capital(char character) { return character >= 'A' && character <= 'Z'; }

void add_word(const std::string& word, Hints& hints) {
  if (const auto it = words().find(word); it != words().end()) hints.add(it->second);
  for (const auto& [stem, hint] : kStems) {
    if (word.find(stem) != std::string::npos) hints.add(hint);
  }
}

/// `article` beside `body`, `entry` beside `content`: the two words that name the text itself.
bool names_the_body(const std::string& before, const std::string& word) {
  constexpr std::array<std::string_view, 8> kWholes{"article", "story", "entry", "post",
                                                    "news",    "blog",  "page",  "main"};
  constexpr std::array<std::string_view, 4> kTexts{"body", "content", "text", "paragraphs"};
  return std::find(kWholes.begin(), kWholes.end(), before) != kWholes.end() &&
         std::find(kTexts.begin(), kTexts.end(), word) != kTexts.end();
}

void add_hints(std::string_view names, Hints& hints) {
  std::string word;
  std::string before;
  for (std::size_t at = 0; at <= names.size(); ++at) {
    const char character = at < names.size() ? names[at] : ' ';
    const bool starts_word = is_capital(character) && at > 0 && !is_capital(names[at - 1]);
    if ((!is_letter(character) || starts_word) && !word.empty()) {
      add_word(word, hints);
      if (names_the_body(before, word)) hints.add(Hint::body);
      before = character == ' ' ? std::string() : word;
      word.clear();
    }
    if (is_letter(character))
      word.push_back(is_capital(character) ? static_cast<char>(character + 32) : character);
  }
}

bool is_hidden(const Node& node) {
  if (node.has_attribute("hidden") || node.attribute("aria-hidden") == "true") return true;
  std::string style;
  for (const char character : node.attribute("style")) {
    if (character != ' ')
      style.push_back(is_capital(character) ? static_cast<char>(character + 32) : character);
  }
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

Hints hints_of_element(const Node& node) {
  Hints hints;
  for (const char* name : {"class", "id", "role", "itemprop", "rel", "data-testid"}) {
    add_hints(node.attribute(name), hints);
  }
  if (is_hidden(node)) hints.add(Hint::hidden);
  return hints;
}

}  // namespace

Hints hints_in(std::string_view names) {
  Hints hints;
  add_hints(names, hints);
  return hints;
}

std::vector<Hints> hints_of(const Document& document) {
  std::vector<Hints> all(document.size());
  for (NodeIndex index = 0; index < document.size(); ++index) {
    if (!document[index].is_text) all[index] = hints_of_element(document[index]);
  }
  return all;
}

}  // namespace newsline::html
