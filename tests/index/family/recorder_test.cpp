// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/family/recorder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/index/build/batch_database.h"
#include "common/index/build/parallel_builder.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

Article article_of(std::string id, std::string language, std::string body) {
  Article article;
  article.id = std::move(id);
  article.language = std::move(language);
  article.body = std::move(body);
  return article;
}

/// Has a recorder note these articles, and write a database of their families.
void write(const std::vector<Article>& articles, FamilyRecorder& families, const std::string& folder) {
  Tokenizer tokenizer;
  for (const Article& article : articles) families.note(make_postings(article, tokenizer));
  write_families(families, folder);
}

using Table = std::set<std::string>;

/// The table of synonyms, as lines of key and form.
Table table_of(const Xapian::Database& database) {
  Table lines;
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key)
    for (auto form = database.synonyms_begin(*key); form != database.synonyms_end(*key); ++form)
      lines.insert(*key + " " + *form);
  return lines;
}

Table table_of(const std::string& folder) { return table_of(Xapian::Database(folder)); }

/// The families of these articles, written by one recorder in one database.
Table recorded(const std::vector<Article>& articles) {
  const TemporaryFolder folder;
  FamilyRecorder families;
  write(articles, families, folder / "database");
  return table_of(folder / "database");
}

Table keys_that_start(const Table& table, const std::string& start) {
  Table some;
  for (const std::string& line : table)
    if (line.starts_with(start)) some.insert(line);
  return some;
}

/// Words in the plural, no two alike, from one of all of them on.
std::string plurals(std::size_t first, std::size_t count) {
  constexpr std::size_t kLetters = 26;
  std::string text;
  for (std::size_t number = first; number < first + count; ++number) {
    text += " ra";
    for (std::size_t letter = 0, rest = number; letter < 4; ++letter, rest /= kLetters)
      text += static_cast<char>('a' + rest % kLetters);
    text += "ks";
  }
  return text;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("forms are recorded under what they are found by") {
    struct Row {
      const char* language;
      const char* body;
      Table table;
    };
    const std::vector<Row> rows = {
        {"en", "the dams of a dam", {"languages en", "stem:en:dam dams"}},
        {"en-gb", "dams", {"languages en", "stem:en:dam dams"}},
        {"ka", "abc", {"languages ka"}},
        {"", "", {}},
        {"en", "at an 747s x", {"languages en"}},
        {"ru", "ёлок", {"bare:елок ёлок", "languages ru", "stem:ru:елок ёлок"}},
        {"zh", "北京", {}},
        {"ka", "ბათუმი", {"languages ka", "name:ptm ბათუმი", "stem:ka:ბათუმ ბათუმი"}},
        {"xx", "in Batumi", {"name:ptm batumi"}},
        {"xx", "batumi. Batumi", {}},
    };
    for (const Row& each : rows) {
      CAPTURE(each.body);
      CHECK(recorded({article_of("a", each.language, each.body)}) == each.table);
    }
  }

  TEST_CASE("no key is empty or longer than glass can hold and no form is short") {
    const std::string longest(80, 'k');
    const std::string too_long(81, 'k');
    const Table table = recorded({article_of(
        "a", "de", "of " + longest + "en and Bo Ü " + longest + "s " + too_long + "s é ё ə " + longest)});
    for (const std::string& line : table) {
      CAPTURE(line);
      CHECK(line.find(' ') < 250);
      CHECK(line.find(": ") == std::string::npos);
      CHECK((line.starts_with("languages ") || line.size() - line.find(' ') > 3));
    }
    CHECK(table.contains("languages de"));
  }

  TEST_CASE("a form is recorded once for each language") {
    const Table table = recorded(
        {article_of("a", "en", "dams"), article_of("b", "de", "dams dams"), article_of("c", "en", "dams")});
    CHECK(table == Table{"languages de", "languages en", "stem:de:dam dams", "stem:en:dam dams"});
  }

  TEST_CASE("merging databases merges their families") {
    const std::vector<Article> articles = {
        article_of("a", "en", "the dams in Batumi"), article_of("b", "en", "damming the dams at Poti"),
        article_of("c", "ru", "плотины и плотина в Батуми"), article_of("d", "en", "one in Batum")};
    const TemporaryFolder folder;
    std::vector<std::string> parts;
    for (const Article& article : articles) {
      FamilyRecorder alone;
      parts.push_back(folder / ("part" + article.id));
      write({article}, alone, parts.back());
    }
    merge_databases(parts, folder / "all");
    const Table merged = table_of(folder / "all");
    CHECK(merged == recorded(articles));
    CHECK(keys_that_start(merged, "stem:en:dam ") == Table{"stem:en:dam damming", "stem:en:dam dams"});
    CHECK(keys_that_start(merged, "name:ptm ") ==
          Table{"name:ptm batum", "name:ptm batumi", "name:ptm батуми"});
  }

  TEST_CASE("what one recorder wrote into several databases is whole when they are merged") {
    const std::vector<Article> articles = {
        article_of("a", "en", "dams"), article_of("b", "en", "dams damming"),
        article_of("c", "hy", "ամբարտակներ"), article_of("d", "hy", "ամբարտակի ամբարտակներ")};
    const TemporaryFolder folder;
    FamilyRecorder families;
    std::vector<std::string> parts;
    for (const Article& article : articles) {
      parts.push_back(folder / ("part" + article.id));
      write({article}, families, parts.back());
    }
    merge_databases(parts, folder / "all");
    CHECK(table_of(folder / "all") == recorded(articles));
  }

  TEST_CASE("a builder writes down families before they fill the memory") {
    constexpr std::size_t kForms = 500;  // of an article
    const TemporaryFolder folder;
    ParallelBuilder builder(folder / "parts", 1, 4u << 20);
    for (std::size_t number = 0; number <= kMaxNoted / kForms; ++number)
      builder.add(article_of(std::to_string(number), "en", plurals(number * kForms, kForms)), "");
    std::vector<std::string> databases = builder.finish();
    CHECK(std::ranges::count_if(databases, [](const std::string& each) {
            return each.find("families") != std::string::npos;
          }) == 2);
    merge_databases(databases, folder / "all");
    CHECK(table_of(folder / "all").size() == kMaxNoted + kForms + 1);
  }
}
