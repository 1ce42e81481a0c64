// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/article/page_text.h"

#include <array>
#include <string_view>

#include "common/article/field/white_space.h"

namespace newsline::test {
namespace {

std::string english(std::chrono::sys_days day) {
  constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};
  const std::chrono::year_month_day date{day};
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
         kMonths[static_cast<unsigned>(date.month()) - 1] + ' ' +
         std::to_string(static_cast<int>(date.year()));
}

}  // namespace

std::string page_text(const Article& article) {
  std::string tags;
  for (const std::string& tag : article.tags) tags += (tags.empty() ? "#" : "   #") + tag;
  return article.title + "\u00A0\n\n\u00A0 " + english(article.published.value().day) +
         "\u00A0\u00A0 \u00A0Read: " + std::to_string(article.reads.value()) + "\n  " + article.title +
         "\u00A0\n\n" + article.body + "\n\n\nMore about: " + tags + "  \n\n\nNews Line";
}

std::string body_on_page(std::string_view body) {
  std::string lines;
  bool is_after_blank = false;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string_view line = trim(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
    if (!line.empty() && !lines.empty()) lines += is_after_blank ? "\n\n" : "\n";
    lines += line;
    is_after_blank = line.empty();
  }
  return lines;
}

}  // namespace newsline::test
