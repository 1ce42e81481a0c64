// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

/// Lines that are no records.
std::string broken_lines(int count) {
  std::string text;
  for (int line = 0; line < count; ++line) text += "{\n";
  return text;
}

bool is_printable_lines(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && byte != '\n') || code == 0x7F || code >= 0xF8;
  });
}

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("what cannot be read is told by place and the rest gets in") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + "{\"title\":\n" + record(3));
  index.write_news("b.jsonl", record(4));
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.errors.starts_with(index / "news/a.jsonl:2: "));
  CHECK(lines_in(outcome.errors) == 1);
  CHECK(outcome.output.starts_with("3 articles: 3 added, 0 replaced, 0 removed; 1 rejected; "));
  CHECK(outcome.exit_code == 3);
}

TEST_CASE("rejections are told again as long as the file is as it was") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + "{\n");
  const Outcome first = index({"update", "news"});
  const Outcome second = index({"update", "news"});
  CHECK(second.errors == first.errors);
  CHECK(second.output.starts_with("nothing changed: 1 file found; 1 rejected; "));
  CHECK(second.exit_code == 3);

  index.write_news("a.jsonl", record(1));
  const Outcome mended = index({"update", "news"});
  CHECK(mended.errors.empty());
  CHECK(mended.exit_code == 0);
}

TEST_CASE("twenty rejections are printed and the others counted unless all are asked for") {
  const IndexProgram index;
  index.write_news("a.jsonl", broken_lines(33));
  const Outcome few = index({"update", "news"});
  CHECK(lines_in(few.errors) == 21);
  CHECK(few.errors.ends_with("\nand 13 more (--verbose prints them)\n"));
  CHECK(has(few.output, "; 33 rejected; "));

  const Outcome all = index({"rebuild", "--verbose"});
  CHECK(lines_in(all.errors) == 33);
  CHECK_FALSE(has(all.errors, "more"));

  index.write_news("a.jsonl", broken_lines(20));
  CHECK(lines_in(index({"update", "news"}).errors) == 20);
}

TEST_CASE("names of files drive no terminal and can be found") {
  const IndexProgram index;
  index.write_news("a\n\x1B[31mb.jsonl", "{\n");
  index.write_news("c\xFF.jsonl", "{\n");
  index.write_news("d\u202Efdp.jsonl", "{\n");
  const Outcome outcome = index({"update", "news"});
  CHECK(lines_in(outcome.errors) == 3);
  CHECK(is_printable_lines(outcome.errors));
  CHECK(has(outcome.errors, "/news/a%0A%1B[31mb.jsonl:1: "));
  CHECK(has(outcome.errors, "/news/c%FF.jsonl:1: "));
  CHECK_FALSE(has(outcome.errors, "\u202E"));
  CHECK(outcome.exit_code == 3);

  const Outcome missing = index({"update", "news/\x1B[2J\xFF"});
  CHECK(is_printable_lines(missing.errors));
  CHECK(missing.exit_code == 2);
}

TEST_CASE("hostile content harms no other article") {
  struct Hostile {
    const char* what;
    std::string text;
  };
  const Hostile cases[] = {
      {"a word of 300 bytes", record(1, std::string(300, 'w'))},
      {"a NUL byte in a string", record(1, std::string("one\0two", 7))},
      {"an escaped NUL", record(1, "one\\u0000two")},
      {"ill-formed UTF-8", record(1, "\xC3\x28 \xF5\x80 \xED\xA0\x80")},
      {"a line of 10 MB", record(1, std::string().append(10'000'000, 'x'))},
      {"a line of 40 MB", record(1, std::string().append(40'000'000, 'x'))},
      {"control characters", record(1, "\x1B[2J \x01")},
      {"ten thousand brackets", std::string(10'000, '[') + '\n'},
  };
  for (const Hostile& hostile : cases) {
    CAPTURE(hostile.what);
    const IndexProgram index;
    index.write_news("a.jsonl", record(8) + hostile.text + record(9));
    const Outcome outcome = index({"update", "news"});
    CHECK((outcome.exit_code == 0 || outcome.exit_code == 3));
    CHECK(is_printable_lines(outcome.errors));
    const std::string exported = index.exported();
    CHECK(has(exported, "https://example.org/8"));
    CHECK(has(exported, "https://example.org/9"));
    CHECK(is_printable_lines(exported));
    const bool is_in = has(exported, "https://example.org/1\"");
    CHECK(is_in == (outcome.exit_code == 0));
    CHECK(lines_in(outcome.errors) == (is_in ? 0 : 1));
  }
}

TEST_CASE("a file of binary content is rejected and named") {
  const IndexProgram index;
  index.write_news("good.jsonl", record(1));
  index.write_news("picture.txt", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18));
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.errors.starts_with(index / "news/picture.txt: "));
  CHECK(has(outcome.output, "1 added"));
  CHECK(outcome.exit_code == 3);
}

TEST_SUITE_END();
