// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/origins.h"
#include "common/text/published.h"

namespace newsline::html {

/// A title that a page says, and where.
struct SaidTitle {
  std::string text;
  Origin origin;
};

/// What one kind of metadata says of a page's article; empty where it says nothing. Texts are one line,
/// without entities.
struct Facts {
  std::vector<SaidTitle> titles;  ///< the more believed first
  std::optional<Published> published;
  std::string language;
  std::vector<std::string> tags;
  std::vector<std::string> authors;
  std::string site;
  std::string section;
  std::string url;
  std::string summary;
  std::string body;
  Origins origins;  ///< of what is said, but for the titles
};

/// Fills what `facts` leave open from facts that are believed less.
void fill(Facts& facts, Facts&& less_believed);

/// The date in a text of metadata; nothing where it is none.
[[nodiscard]] std::optional<Published> date_in(std::string_view text);

/// The day that the path of a url says as `/2024/03/12/`; nothing where it says none, and never out of words.
[[nodiscard]] std::optional<Published> date_in_url(std::string_view url);

/// Names of people out of a line that says who wrote: without `By` and its like in other languages, taken
/// apart at commas and `and`; addresses and urls are no names.
[[nodiscard]] std::vector<std::string> author_names(std::string_view line);

/// A url that can name an article: absolute, of http or https, and more than a host. Empty if it is none.
[[nodiscard]] std::string article_url(std::string_view url);

}  // namespace newsline::html
