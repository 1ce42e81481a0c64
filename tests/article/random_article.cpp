// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/article/random_article.h"

#include "common/article/field/cleaning.h"

namespace newsline::test {
namespace {

Published random_date(RandomText& random) {
  Published date;
  const auto first_day = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
  date.day = first_day + std::chrono::days{random.below(3'652'059)};  // to 9999-12-31
  if (random.below(2) == 0) return date;
  date.time = std::chrono::seconds{random.below(86'400)};
  date.zone = std::chrono::minutes{static_cast<int>(random.below(2 * 1439 + 1)) - 1439};
  return date;
}

std::vector<std::string> random_names(RandomText& random) {
  std::vector<std::string> dirty;
  for (std::size_t count = random.below(6); count > 0; --count) dirty.push_back(random_line(random, 12));
  return Cleaner().names({dirty.begin(), dirty.end()});
}

Wire random_wire(RandomText& random) {
  Wire wire;
  if (random.below(2) == 0) return wire;
  wire.slugline = random_line(random, 10);
  wire.dateline = random_line(random, 10);
  wire.subjects = random_names(random);
  if (random.below(2) == 0) wire.urgency = random.below(10);
  if (random.below(2) == 0) wire.version = random.below(5000);
  if (random.below(2) == 0) wire.embargo = random_date(random);
  wire.is_withdrawn = random.below(2) == 0;
  return wire;
}

std::string random_lines(RandomText& random) { return Cleaner().text(random.text(300), std::string::npos); }

}  // namespace

std::string random_line(RandomText& random, std::size_t most_characters) {
  return Cleaner().line(random.text(most_characters));
}

Article random_article(RandomText& random) {
  Article article;
  article.id = "/" + random_line(random, 30);
  article.title = random_line(random, 40);
  if (random.below(3) != 0) article.published = random_date(random);
  if (random.below(3) != 0)
    article.reads = random.below(2) == 0 ? random.below(5000) : UINT64_MAX - random.below(9);
  if (random.below(3) != 0) article.language = "hy";
  article.tags = random_names(random);
  article.authors = random_names(random);
  article.source = random_line(random, 10);
  article.section = random_line(random, 10);
  article.url = random_line(random, 30);
  article.summary = random_lines(random);
  article.body = random_lines(random);
  article.path = random_line(random, 30);
  article.wire = random_wire(random);
  return article;
}

}  // namespace newsline::test
