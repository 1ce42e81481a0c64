// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "common/article/reader.h"

namespace newsline::test {

/// An article as one line of text, so that tables of tests can say what they expect:
/// `T<title> D<date> R<reads> K<tag;tag> B<body>`, parts that are empty left out, LF shown as `/`; what is
/// not an article, as `rejected: reason`.
[[nodiscard]] std::string summary(const Reading& reading);

/// The same of a page, or of a line of JSON, that stands in a file `/news/page.txt` of the source `agency`.
[[nodiscard]] std::string summary_of_page(std::string_view page);
[[nodiscard]] std::string summary_of_json(std::string_view line);

/// The article itself; fails the test where there is none.
[[nodiscard]] Article article_of(const Reading& reading);

[[nodiscard]] ReadContext context();

}  // namespace newsline::test
