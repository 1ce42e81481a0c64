// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/edges.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/index/furniture/cut.h"

using namespace newsline;

namespace {

Article article(const std::string& body) {
  Article made;
  made.source = "Courier";
  made.body = body;
  return made;
}

std::vector<std::uint64_t> hashes(const std::vector<std::string>& lines) {
  std::vector<std::uint64_t> all;
  for (const std::string& line : lines) all.push_back(hash_of_line(line));
  return all;
}

std::string kept(const std::string& body, EdgeCut cut) {
  const Span span = kept_of(body, cut);
  return body.substr(span.begin, span.size());
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("lines are the same whatever their case their blanks and their numbers") {
    const std::vector<std::vector<std::string>> same = {
        {"News Line", "NEWS  LINE", "news\tline", "news\u00a0line"},
        {"Printed on 3 May 2024, page 1 of 90", "printed on 12 may 1999, page 17 of 8"},
        {"Подписка: 12 рублей", "ПОДПИСКА: 9 рублей"}};
    for (const auto& lines : same)
      for (const std::string& line : lines) CHECK(hash_of_line(line) == hash_of_line(lines.front()));
    CHECK(hash_of_line("News Line") != hash_of_line("News Lines"));
    CHECK(hash_of_line("page 1") != hash_of_line("page"));
    CHECK(hash_of_line("1.2") != hash_of_line("12"));
  }

  TEST_CASE("edges are the first and the last four lines from the edge inwards") {
    const TextEdges edges = edges_of(article("one\n\n two \nthree\n \nfour\nfive\nsix\n"));
    CHECK(edges.head == hashes({"one", "two", "three", "four"}));
    CHECK(edges.tail == hashes({"six", "five", "four", "three"}));
    CHECK(edges.lines == 6);
    CHECK(distinct_lines(edges).size() == 6);
  }

  TEST_CASE("a line that is too long for furniture ends an edge") {
    const TextEdges edges = edges_of(article("one\n" + std::string(401, 'x') + "\ntwo\nthree"));
    CHECK(edges.head == hashes({"one"}));
    CHECK(edges.tail == hashes({"three", "two"}));
    CHECK(edges.lines == 4);
    CHECK(edges_of(article(std::string(400, 'x'))).head.size() == 1);
  }

  TEST_CASE("a text without lines has no edges") {
    for (const char* body : {"", "\n \n"}) {
      const TextEdges edges = edges_of(article(body));
      CHECK(edges.head.empty());
      CHECK(edges.tail.empty());
      CHECK(edges.lines == 0);
    }
  }

  TEST_CASE("articles are compared with those of their host or else of who published them") {
    Article made = article("one");
    CHECK(furniture_source(made) == "XSRC:courier");
    made.url = "https://www.Courier.example:80/1";
    CHECK(furniture_source(made) == "Hcourier.example");
    made.url = "tag:courier";
    CHECK(furniture_source(made) == "XSRC:courier");
    made.source.clear();
    CHECK(edges_of(made).source_term.empty());
    CHECK(edges_of(made).head.empty());
  }

  TEST_CASE("what an agency has withdrawn is compared with nothing") {
    Article made = article("one");
    made.wire.is_withdrawn = true;
    CHECK(edges_of(made).source_term.empty());
    CHECK(edges_of(made).head.empty());
  }

  TEST_CASE("a cut leaves out lines at both ends and the blanks beside them") {
    const std::string body = "\none\n\ntwo\n\n three \n\nfour\n\nfive\n";
    CHECK(kept(body, {}) == body);
    CHECK(kept(body, {1, 0}) == "two\n\n three \n\nfour\n\nfive");
    CHECK(kept(body, {2, 1}) == "three \n\nfour");
    CHECK(kept(body, {0, 4}) == "one");
    CHECK(kept(body, {3, 2}).empty());
    CHECK(kept(body, {9, 9}).empty());
    CHECK(kept("", {1, 1}).empty());
  }

  TEST_CASE("a cut comes back from its value") {
    CHECK(cut_value({}).empty());
    for (const EdgeCut cut : {EdgeCut{1, 0}, EdgeCut{0, 4}, EdgeCut{3, 2}})
      CHECK(cut_of_value(cut_value(cut)) == cut);
    for (const char* damaged : {"", "x", "xyz"}) CHECK(cut_of_value(damaged).empty());
  }
}
