// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/publish/escapes.h"

#include <doctest/doctest.h>

#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include "common/text/printable.h"
#include "tests/text/random_text.h"

namespace {

using newsline::iri;
using newsline::is_web_address;
using newsline::markdown_text;
using newsline::printable_line;
using newsline::xml_text;

using Rows = std::vector<std::pair<std::string, std::string>>;

/// Text in which signs are frequent.
std::string hostile(newsline::test::RandomText& random) {
  constexpr std::string_view kSigns = "\\`*_{}[]<>&#|~!$^@+-=:.)1\"' \n\t\x1b";
  std::string text = random.below(4) == 0 ? "www.x" : "";
  for (std::size_t length = random.below(12); length > 0; --length) {
    if (random.below(3) == 0) text += random.below(2) == 0 ? random.bytes(3) : random.text(3);
    text += kSigns[random.below(kSigns.size())];
  }
  return text;
}

/// As CommonMark reads backslashes.
std::string without_backslashes(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && std::ispunct(static_cast<unsigned char>(text[i + 1])) != 0)
      ++i;
    plain += text[i];
  }
  return plain;
}

/// The first of these signs that has no backslash before it.
char bare_sign(const std::string& text, std::string_view signs) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (signs.find(text[i]) != std::string_view::npos) {
      return text[i];
    }
  }
  return '\0';
}

std::string without_references(std::string text) {
  for (const auto& [reference, sign] : Rows{{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
    for (std::size_t at = text.find(reference); at != std::string::npos; at = text.find(reference, at + 1)) {
      text.replace(at, reference.size(), sign);
    }
  }
  return text;
}

const Rows kMarkdown = {
    {"plain words, and \"more\" (so).", "plain words, and \"more\" (so)."},
    {"a*b*_c_ [x](y) <b> &amp; `c` #d |e|", R"(a\*b\*\_c\_ \[x\](y) \<b\> \&amp; \`c\` \#d \|e\|)"},
    {"- no list", R"(\- no list)"},
    {"12. no list", R"(12\. no list)"},
    {"12) no list", R"(12\) no list)"},
    {"no 12. list", "no 12. list"},
    {"= no heading", R"(\= no heading)"},
    {"http://evil.example www.evil.example me@evil.example",
     R"(http\://evil.example www\.evil.example me\@evil.example)"},
    {"two\nlines \x1b[31mred", R"(two lines \[31mred)"},
};

const Rows kIris = {
    {"https://courier.example/a?b=1&c=2#d", "https://courier.example/a?b=1&c=2#d"},
    {"https://courier.example/a b<c>\"d\"\\", "https://courier.example/a%20b%3Cc%3E%22d%22%5C"},
    {"https://courier.example/Երևան", "https://courier.example/Երևան"},
    {"https://evil.example/\u202egpj.exe\n", "https://evil.example/%E2%80%AEgpj.exe%0A"},
};

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("text stands for itself in markdown") {
  for (const auto& [text, expected] : kMarkdown) CHECK(markdown_text(text) == expected);
}

TEST_CASE("marked parts are strong and those that touch are one") {
  CHECK(markdown_text(newsline::MarkedText{"the *dam* wall", {{4, 9}}}) == R"(the **\*dam\*** wall)");
  CHECK(markdown_text(newsline::MarkedText{"总理说", {{0, 3}, {3, 6}}}) == "**总理**说");
  CHECK(markdown_text(newsline::MarkedText{"- dam", {{2, 5}}}) == R"(\- **dam**)");
}

TEST_CASE("an address keeps what an IRI may have") {
  for (const auto& [address, expected] : kIris) CHECK(iri(address) == expected);
}

TEST_CASE("only addresses of the web are linked to") {
  for (const char* address : {"http://a.example", "HTTPS://a.example"}) CHECK(is_web_address(address));
  for (const char* address :
       {"", "javascript:alert(1)", "data:text/html,x", "/a/b", "ftp://a.example", "http:a"}) {
    CHECK(!is_web_address(address));
  }
}

TEST_SUITE_END();

TEST_SUITE_BEGIN("property");

TEST_CASE("escaped text is the text that is shown and no sign of it is bare") {
  newsline::test::RandomText random(newsline::test::run_seed());
  MESSAGE("NEWSLINE_SEED=" << newsline::test::run_seed());
  for (int i = 0; i < 20000; ++i) {
    const std::string text = hostile(random);
    CAPTURE(text);
    const std::string markdown = markdown_text(text);
    REQUIRE(without_backslashes(markdown) == printable_line(text));
    REQUIRE(bare_sign(markdown, "`*_{}[]<>&#|~!$^@") == '\0');
    REQUIRE((markdown.empty() || std::string_view("+-=:").find(markdown.front()) == std::string_view::npos));
    const std::string xml = xml_text(text);
    REQUIRE(xml.find_first_of("<>\"") == std::string::npos);
    const bool fits_xml = printable_line(text).find("\xEF\xBF\xBE") == std::string::npos &&
                          printable_line(text).find("\xEF\xBF\xBF") == std::string::npos;
    REQUIRE((!fits_xml || without_references(xml) == printable_line(text)));
    REQUIRE(xml.find("\xEF\xBF\xBE") == std::string::npos);
    REQUIRE(xml.find("\xEF\xBF\xBF") == std::string::npos);
    const std::string address = iri(text);
    REQUIRE(address.find_first_of(" <>\"\\^`{|}\n\t\x1b") == std::string::npos);
    REQUIRE(iri(address) == address);
  }
}

TEST_SUITE_END();
