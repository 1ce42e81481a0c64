// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/furniture/line_counts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/index/seed.h"

using namespace newsline;

namespace {

/// Numbers of lines, so that digits make a difference.
std::uint64_t line(std::uint64_t number) { return number * 0x9e3779b97f4a7c15; }

TextEdges edges(const std::vector<std::uint64_t>& head, const std::vector<std::uint64_t>& tail,
                std::size_t lines = 9) {
  return {"Hcourier.example", head, tail, lines};
}

/// So many articles with a line, and so many without it.
LineCounts counts(std::uint64_t with, std::uint64_t without) {
  LineCounts all;
  for (std::uint64_t i = 0; i < with; ++i) all.add(edges({line(1)}, {line(100 + i)}));
  for (std::uint64_t i = 0; i < without; ++i) all.add(edges({line(10000 + i)}, {line(20000 + i)}));
  return all;
}

bool is_furniture(std::uint64_t with, std::uint64_t without) {
  return counts(with, without).furniture().contains(line(1));
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("a line is furniture from thirty articles on and from three in ten") {
    CHECK_FALSE(is_furniture(29, 0));
    CHECK(is_furniture(30, 0));
    CHECK_FALSE(is_furniture(29, 40));
    CHECK(is_furniture(30, 66));
    CHECK_FALSE(is_furniture(30, 80));   // 110 count as 104
    CHECK_FALSE(is_furniture(86, 218));  // 304 count as 288
    CHECK(is_furniture(87, 230));        // as do 317
  }

  TEST_CASE("a line of one article counts once however often it stands at its edges") {
    LineCounts all;
    for (int i = 0; i < 20; ++i) all.add(edges({line(1), line(1)}, {line(1)}));
    for (int i = 0; i < 15; ++i) all.add(edges({}, {}));
    CHECK_FALSE(all.furniture().contains(line(1)));
    CHECK(all.articles() == 35);
  }

  TEST_CASE("lines are cut from each edge inwards as long as they are furniture") {
    LineCounts all;
    for (std::uint64_t i = 0; i < 40; ++i)
      all.add(edges({line(1), line(2), line(100 + i)}, {line(3), line(200 + i), line(4)}));
    const FurnitureLines furniture = all.furniture();
    const std::uint64_t other = line(77);
    CHECK(furniture.cut_of(edges({line(1), line(2), other}, {line(3), other, line(4)})) == EdgeCut{2, 1});
    CHECK(furniture.cut_of(edges({line(2), line(1), line(3), line(4)}, {})) == EdgeCut{4, 0});
    CHECK(furniture.cut_of(edges({other, line(1)}, {other, line(3)})) == EdgeCut{});
    CHECK(FurnitureLines().cut_of(edges({line(1)}, {line(3)})) == EdgeCut{});
  }

  TEST_CASE("a text of nothing but furniture is left whole") {
    const FurnitureLines furniture = counts(40, 0).furniture();
    CHECK(furniture.cut_of(edges({line(1)}, {line(1)}, 1)).empty());
    CHECK(furniture.cut_of(edges({line(1), line(1)}, {line(1), line(1)}, 2)).empty());
    CHECK(furniture.cut_of(edges({line(1), line(9)}, {line(9), line(1)}, 2)) == EdgeCut{1, 0});
  }

  TEST_CASE("what was counted comes back from its bytes") {
    for (const std::uint64_t articles : {0, 1, 29, 30, 500}) {
      const LineCounts all = counts(articles, articles / 2);
      const auto decoded = LineCounts::decode(all.encode());
      REQUIRE(decoded);
      CHECK(decoded->encode() == all.encode());
      CHECK(decoded->articles() == all.articles());
      CHECK(decoded->furniture() == all.furniture());
    }
  }

  TEST_CASE("damaged bytes are no counts") {
    const std::string bytes = counts(40, 0).encode();
    CHECK_FALSE(LineCounts::decode(""));
    CHECK_FALSE(LineCounts::decode(bytes + '\1'));
    for (std::size_t size = 0; size < bytes.size(); ++size)
      CHECK_FALSE(LineCounts::decode(bytes.substr(0, size)));
    CHECK_FALSE(LineCounts::decode(std::string("\1\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 12)));
  }

  TEST_CASE("what was never added cannot be removed") {
    LineCounts few;
    CHECK_FALSE(few.remove(edges({}, {})));
    few.add(edges({line(1)}, {}));
    CHECK_FALSE(few.remove(edges({line(2)}, {})));
    LineCounts many = counts(400, 0);
    CHECK_FALSE(many.remove(edges({line(77777)}, {})));
  }
}

TEST_SUITE("property") {
  TEST_CASE("counts follow from the articles that are left alone") {
    std::mt19937 random(test_seed());
    const auto below = [&](std::uint64_t limit) {
      return std::uniform_int_distribution<std::uint64_t>(0, limit - 1)(random);
    };
    for (int round = 0; round < 20; ++round) {
      std::vector<TextEdges> articles;
      LineCounts counts;
      for (std::uint64_t steps = 1 + below(600); steps > 0; --steps) {
        if (!articles.empty() && below(3) == 0) {
          std::swap(articles[below(articles.size())], articles.back());
          REQUIRE(counts.remove(articles.back()));
          articles.pop_back();
        } else {
          articles.push_back(edges({line(below(9)), line(below(90))}, {line(below(9)), line(below(999))}));
          counts.add(articles.back());
        }
      }
      std::shuffle(articles.begin(), articles.end(), random);
      LineCounts anew;
      for (const TextEdges& each : articles) anew.add(each);
      CHECK(anew.encode() == counts.encode());
      CHECK(anew.furniture() == counts.furniture());
    }
  }
}
