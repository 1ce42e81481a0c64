// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>

#include "common/article/article_json.h"
#include "common/index/document/postings.h"
#include "common/index/document/story_members.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/rules.h"
#include "common/index/schema.h"
#include "tests/index/caught.h"
#include "tests/index/held.h"
#include "tests/index/observers.h"
#include "tests/index/snapshot.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

namespace fs = std::filesystem;

using Table = std::map<std::string, std::string>;

std::string text_of(const std::string& name) {
  std::ifstream file(std::string(NEWSLINE_SOURCE_DIR "/common/index/") + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// All matches of a pattern with two groups, the first by the second.
Table matches(const std::string& text, const std::string& pattern) {
  Table table;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
    table[(*at)[2]] = (*at)[1];
  return table;
}

/// The constants of a namespace in schema.h, by name.
Table constants_of(const std::string& name) {
  const std::string text = text_of("schema.h");
  const std::size_t begin = text.find("\nnamespace " + name + " {");
  REQUIRE(begin != std::string::npos);
  Table table;
  const std::string part = text.substr(begin, text.find("}  // namespace " + name) - begin);
  for (const auto& [value, constant] : matches(part, R"re((k\w+)\s*=\s*"?([^";]*)"?;)re"))
    table[constant] = value;
  return table;
}

/// The rows of a table of FORMAT.md, between two of its lines: the second column by the first.
Table rows_of(const std::string& heading) {
  const std::string text = text_of("FORMAT.md");
  const std::size_t begin = text.find(heading);
  REQUIRE(begin != std::string::npos);
  const std::string part = text.substr(begin, text.find("\n\n", begin) - begin);
  return matches(part, R"(\n\| `?([^`|]*?)`? \| `(k\w+)` )");
}

/// The stored index of format version 6, copied to where it may be written.
struct Stored {
  TemporaryFolder folder;
  std::string index = folder / "index";
  Stored() {
    fs::copy(std::string(NEWSLINE_SOURCE_DIR "/tests/data/index-6/index"), index,
             fs::copy_options::recursive);
  }

  void set_metadata(std::string_view key, const std::string& value) const {
    Xapian::WritableDatabase database(index + "/" + *current_generation(index),
                                      Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    database.set_metadata(std::string(key), value);
    database.commit();
  }
};

}  // namespace

TEST_SUITE("format") {
  TEST_CASE("the tables of FORMAT.md are those of schema.h") {
    CHECK(rows_of("| prefix |") == constants_of("prefix"));
    CHECK(rows_of("| slot |") == constants_of("slot"));
    CHECK(rows_of("| key | constant | content |") == constants_of("key"));
    CHECK(rows_of("| key | constant | + |") == constants_of("family"));
    CHECK(constants_of("prefix").at("kFile") == schema::prefix::kFile);
    CHECK(constants_of("slot").at("kHash") == std::to_string(schema::slot::kHash));
    CHECK(constants_of("key").at("kFile") == schema::key::kFile);
    CHECK(constants_of("prefix").size() == 15);
    CHECK(constants_of("slot").size() == 15);
    CHECK(constants_of("key").size() == 13);
    CHECK(constants_of("family").size() == 4);
  }

  TEST_CASE("the constants of FORMAT.md are those of schema.h") {
    const std::string text = text_of("FORMAT.md");
    const Table rows = matches(text.substr(text.find("## Constants")), R"(\| `?()(k\w+)`? \| \d+ \|)");
    CHECK(rows.size() == 4);
    const auto states = [&](std::string_view name, std::size_t value) {
      return text.find("| `" + std::string(name) + "` | " + std::to_string(value) + " |") !=
             std::string::npos;
    };
    CHECK(states("kVersion", schema::kVersion));
    CHECK(states("kTitleWeight", schema::kTitleWeight));
    CHECK(states("kFieldGap", schema::kFieldGap));
    CHECK(states("kMaxTermBytes", schema::kMaxTermBytes));
  }

  TEST_CASE("an index of format version 6 is whole and holds what this program would make of its articles") {
    const Stored stored;
    const std::string generation = stored.index + "/" + *current_generation(stored.index);
    CHECK(Xapian::Database::check(generation, 0, nullptr) == 0);
    // The program that made it need not have had the ICU of this one.
    for (const Rule& rule : rules_of_this_program())
      if (rule.key != schema::key::kSchema) stored.set_metadata(rule.key, rule.value);

    const Snapshot database = open_for_reading(stored.index);
    REQUIRE(database.get_doccount() == 5);
    Tokenizer tokenizer;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      const Xapian::Document document = database.get_document(*at);
      const Postings postings = make_postings(article_from_json(document.get_data()), tokenizer);
      Postings held = held_by(document, database);
      std::erase_if(held.terms,
                    [](const Posting& posting) { return posting.term.starts_with(schema::prefix::kFile); });
      CHECK(describe(held) == describe(postings));
      for (const auto& value : postings.values) CHECK(std::ranges::count(held.values, value) == 1);
      const bool is_copied =
          postings.id_term == "Qhttps://example.org/4" || postings.id_term == "Qhttps://example.org/5";
      CHECK(document.get_value(schema::slot::kStory) == (is_copied ? "https://example.org/4" : ""));
    }
    CHECK(story_members(database, "https://example.org/4") == std::vector<Xapian::docid>{4, 5});
  }

  TEST_CASE("an index of format version 5 is refused with the command to run") {
    const TemporaryFolder folder;
    const std::string index = folder / "index";
    fs::copy(std::string(NEWSLINE_SOURCE_DIR "/tests/data/index-5/index"), index,
             fs::copy_options::recursive);
    const auto error = error_of([&] { return open_for_reading(index); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::needs_rebuild);
    CHECK(error->hint() == "run: newsline-index rebuild --index \"" + index + "\"");
  }

  TEST_CASE("an index of version 6 goes on being updated") {
    const Stored stored;
    for (const Rule& rule : rules_of_this_program())
      if (rule.key != schema::key::kSchema) stored.set_metadata(rule.key, rule.value);
    write_file(stored.folder / "in/a.jsonl", R"({"url":"https://example.org/6","title":"Six"})");
    Listener listener;
    const RunReport report = update({stored.index, {stored.folder / "in"}}, listener);
    CHECK(report.articles_added == 1);
    CHECK(report.articles_total == 6);
  }

  TEST_CASE("an index made by other rules is refused with the command to run") {
    for (const Rule& rule : rules_of_this_program()) {
      const Stored stored;
      CAPTURE(rule.name);
      for (const std::string value : {"999", ""}) {
        for (const Rule& right : rules_of_this_program()) stored.set_metadata(right.key, right.value);
        stored.set_metadata(rule.key, value);
        const auto error = error_of([&] { return open_for_reading(stored.index); });
        REQUIRE(error);
        CHECK(error->kind() == ErrorKind::needs_rebuild);
        CHECK(error->hint() == "run: newsline-index rebuild --index \"" + stored.index + "\"");
        Listener listener;
        write_file(stored.folder / "in/a.jsonl", "{}");
        CHECK(caught([&] {
                update({stored.index, {stored.folder / "in"}}, listener);
              }) == ErrorKind::needs_rebuild);
      }
    }
  }
}
