// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/compile_query.h"

#include <doctest/doctest.h>

#include <map>

#include "common/search/scan/scan.h"
#include "tests/search/small_database.h"

namespace newsline {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

QueryNode word(const std::string& form, std::uint32_t repeats = 1) {
  return {Words{{form}, WordField::text, false, repeats}, {}};
}
QueryNode title(const std::string& form) { return {Words{{form}, WordField::title, false, 1}, {}}; }
QueryNode phrase(std::vector<std::string> forms, std::uint32_t repeats = 1) {
  return {Words{std::move(forms), WordField::text, true, repeats}, {}};
}
QueryNode tag(const std::string& name) { return {Named{NameField::tag, name}, {}}; }
QueryNode prefix(const std::string& stem) { return {Prefix{stem, WordField::text}, {}}; }
QueryNode all(std::vector<QueryNode> parts) { return {AllOf{std::move(parts)}, {}}; }
QueryNode any(std::vector<QueryNode> parts) { return {AnyOf{std::move(parts)}, {}}; }
QueryNode none(std::vector<QueryNode> parts) { return {NoneOf{std::move(parts)}, {}}; }
QueryNode near(std::vector<std::string> forms, std::uint32_t distance) {
  Near node;
  for (std::string& form : forms) node.parts.push_back({{std::move(form)}, WordField::text, false, 1});
  node.distance = distance;
  return {std::move(node), {}};
}

/// The documents that match, with their scores.
std::map<Xapian::docid, double> scores(const Snapshot& database, const QueryNode& node,
                                       bool relaxed = false) {
  std::map<Xapian::docid, double> scores;
  for (const Ranked& match : weighed_matches(compile(node, database, {}, relaxed), database))
    scores[match.document] = match.weight;
  return scores;
}

std::vector<Xapian::docid> matches(const Snapshot& database, const QueryNode& node, bool relaxed = false) {
  std::vector<Xapian::docid> documents;
  for (const auto& [document, score] : scores(database, node, relaxed)) documents.push_back(document);
  return documents;
}

using Documents = std::vector<Xapian::docid>;

TEST_SUITE("unit") {
  TEST_CASE("each meaning is asked of the index in its own way") {
    const auto database = archive_of({{"peace", "peach", "war"}});
    struct Row {
      QueryNode node;
      std::string expected;
    };
    const std::vector<Row> rows = {
        {word("war"), "war"},
        {word("war", 3), "3 * war"},
        {title("war"), "Swar"},
        {phrase({"cold", "war"}), "((cold AND war) side by side)"},
        {phrase({"war", "war"}, 2), "2 * ((war AND war) side by side)"},
        {near({"a", "b"}, 1), "((a AND b) among 2 words)"},
        {near({"a", "b", "c"}, 5), "((a AND b AND c) among 7 words)"},
        {prefix("pea"), "(peace SYNONYM peach)"},
        {prefix("zz"), "<none>"},
        {tag("csto"), "0 * Kcsto"},
        {all({word("a"), word("b"), tag("csto")}), "((a AND b) FILTER 0 * Kcsto)"},
        {all({word("a"), none({word("b"), tag("c")})}), "(a NOT (b OR 0 * Kc))"},
        {none({word("b")}), "(<all> NOT b)"},
        {any({word("a"), tag("c")}), "(a OR 0 * Kc)"},
        {{DayRange{sys_days{2024y / 3 / 1}, sys_days{2024y / 3 / 31}}, {}}, "0 * M202403"},
        {{DayRange{sys_days{2024y / 3 / 2}, std::nullopt}, {}}, "[1: 20240302 to 99991231]"},
        {{DayRange{std::nullopt, sys_days{2024y / 3 / 2}}, {}}, "[1: 00010101 to 20240302]"},
        {{ReadsRange{5, 300}, {}}, "[2: \\x01\\x05 to \\x02\\x01,]"},
        {{Everything{}, {}}, "<all>"}};
    for (const auto& [node, expected] : rows) CHECK(describe(compile(node, database, {}, false)) == expected);
  }

  TEST_CASE("a question that is relaxed asks for one of its words but keeps filters and exclusions") {
    const auto database = archive_of({{"a", "Kt"}, {"b", "Kt"}, {"a", "b"}, {"a", "x", "Kt"}, {"c", "Kt"}});
    const QueryNode question = all({word("a"), word("b"), tag("t"), none({all({word("x"), word("a")})})});
    CHECK(matches(database, question) == Documents{});
    CHECK(matches(database, question, true) == Documents{1, 2});
    CHECK(matches(database, any({all({word("a"), word("c")}), word("x")}), true) == Documents{1, 3, 4, 5});
    // What is excluded is excluded as it was said: no document has both.
    CHECK(matches(database, none({all({word("b"), word("c")})}), true) == Documents{1, 2, 3, 4, 5});
  }

  TEST_CASE("only a question with two texts side by side can be relaxed") {
    CHECK(can_relax(all({word("a"), word("b")})));
    CHECK(can_relax(all({word("a"), prefix("b"), tag("c")})));
    CHECK(can_relax(any({all({near({"a", "b"}, 3), phrase({"c", "d"})}), word("e")})));
    CHECK(can_relax(all({tag("t"), any({word("a"), all({word("b"), word("c")})})})));
    CHECK_FALSE(can_relax(word("a")));
    CHECK_FALSE(can_relax(any({word("a"), word("b")})));
    CHECK_FALSE(can_relax(all({word("a"), tag("b"), none({word("c")})})));
    CHECK_FALSE(can_relax(all({word("a"), none({all({word("b"), word("c")})})})));
  }

  TEST_CASE("names and ranges and exclusions weigh nothing") {
    const auto database = archive_of({{"a", "b", "Kt"}, {"a", "a", "c"}, {"d"}});
    const auto plain = scores(database, word("a"));
    CHECK(scores(database, all({word("a"), none({word("d")})})) == plain);
    CHECK(scores(database, all({word("a"), {Everything{}, {}}})) == plain);
    CHECK(scores(database, all({word("a"), tag("t")})).at(1) == plain.at(1));
    CHECK(scores(database, any({tag("t"), word("a")})) == plain);
    CHECK(scores(database, tag("t")).at(1) == 0);
    CHECK(scores(database, none({word("d")})).at(2) == 0);
  }

  TEST_CASE("a word or a phrase that is said three times weighs three times") {
    const auto database = archive_of({{"a", "b"}, {"a", "c", "d"}, {"e"}, {"f"}, {"g"}, {"h"}});
    CHECK(scores(database, word("a", 3)).at(1) == doctest::Approx(3 * scores(database, word("a")).at(1)));
    CHECK(scores(database, phrase({"a", "b"}, 3)).at(1) ==
          doctest::Approx(3 * scores(database, phrase({"a", "b"})).at(1)));
  }

  TEST_CASE("scores are those of BM25 with k1 of 1.2 and b of 0.75") {
    // Of equal length: tf * (k1 + 1) / (tf + k1).
    const auto equal = archive_of({{"a", "b", "b", "b"}, {"a", "a", "a", "b"}, {"c", "c", "c", "c"}});
    const auto by_count = scores(equal, word("a"));
    CHECK(by_count.at(2) / by_count.at(1) == doctest::Approx(3 * 2.2 / 4.2));
    // Half and one and a half times the average length: k1 is multiplied by 1 - b + b * length / average.
    const auto unequal = archive_of({{"a", "b"}, {"a", "b", "b", "b", "b", "b"}, {"c", "c", "c", "c"}});
    const auto by_length = scores(unequal, word("a"));
    CHECK(by_length.at(1) / by_length.at(2) == doctest::Approx((1 + 1.2 * 1.375) / (1 + 1.2 * 0.625)));
  }

  TEST_CASE("near counts the words between and needs a place for each of its words") {
    const auto database = archive_of({{"a", "b"}, {"b", "x", "a"}, {"a", "x", "x", "b"}, {"a", "a"}, {"a"}});
    CHECK(matches(database, near({"a", "b"}, 1)) == Documents{1});
    CHECK(matches(database, near({"a", "b"}, 2)) == Documents{1, 2});
    CHECK(matches(database, near({"a", "b"}, 3)) == Documents{1, 2, 3});
    CHECK(matches(database, near({"a", "a"}, 1)) == Documents{4});
    CHECK(matches(database, near({"a", "x", "b"}, 1)) == Documents{2});
    CHECK(matches(database, near({"b", "a", "x"}, 2)) == Documents{2, 3});
  }

  TEST_CASE("a part that no document can match makes all fail and any pass over it") {
    const auto database = archive_of({{"a"}, {"b"}});
    CHECK(matches(database, all({word("a"), prefix("zz")})) == Documents{});
    CHECK(matches(database, any({word("a"), prefix("zz")})) == Documents{1});
    CHECK(matches(database, none({prefix("zz")})) == Documents{1, 2});
    CHECK(matches(database, all({word("a"), none({prefix("zz")})})) == Documents{1});
    CHECK(matches(database, all({none({prefix("zz")}), none({word("a")})})) == Documents{2});
    const DayRange backwards{sys_days{2024y / 3 / 31}, sys_days{2024y / 3 / 1}};
    CHECK(matches(database, {backwards, {}}) == Documents{});
    CHECK(matches(database, none({{backwards, {}}})) == Documents{1, 2});
  }
}

}  // namespace
}  // namespace newsline
