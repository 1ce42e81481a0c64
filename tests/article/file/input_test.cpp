// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/input.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "common/error.h"
#include "tests/article/compression.h"
#include "tests/support/temporary_folder.h"

namespace {

using newsline::Error;
using newsline::Input;
using newsline::TemporaryFolder;
using newsline::write_file;
using newsline::test::compressed;
using newsline::test::Compression;

constexpr Compression kAll[] = {Compression::gz, Compression::zst, Compression::xz, Compression::bz2};

/// Text that does not compress to nothing, over several blocks.
std::string long_text() {
  std::string text;
  for (unsigned number = 1; text.size() < 600'000; number = number * 2654435761u + 7) {
    text += std::to_string(number) + (number % 5 == 0 ? "\n" : " ");
  }
  return text;
}

/// A file with this content, and what Input makes of it.
class OneFile {
 public:
  explicit OneFile(std::string_view content) { write_file(path(), content); }

  [[nodiscard]] std::string path() const { return folder_ / "file"; }
  [[nodiscard]] Input input() const { return Input(path()); }

  [[nodiscard]] std::string error() const {
    try {
      static_cast<void>(input().rest(1u << 20));
      return "none";
    } catch (const Error& error) {
      CHECK(error.kind() == newsline::ErrorKind::data);
      return error.what();
    }
  }

 private:
  TemporaryFolder folder_;
};

/// Each line, and `...` behind one that was cut.
std::vector<std::string> lines(Input input, std::size_t limit_bytes) {
  std::vector<std::string> all;
  while (const auto line = input.next_line(limit_bytes)) {
    all.push_back(std::string(line->text) + (line->truncated ? "..." : ""));
  }
  return all;
}

using Lines = std::vector<std::string>;

TEST_SUITE("unit") {
  TEST_CASE("every compression is undone and told by content") {
    const std::string text = long_text();
    CHECK(OneFile(text).input().rest(1u << 20) == text);
    for (const Compression kind : kAll) {
      INFO(static_cast<int>(kind));
      CHECK(OneFile(compressed(text, kind)).input().rest(1u << 20) == text);
      CHECK(OneFile(compressed("", kind)).input().rest(10) == "");
    }
  }

  TEST_CASE("compression is undone one within the other up to a limit") {
    for (const Compression inner : kAll) {
      for (const Compression outer : kAll) {
        INFO(static_cast<int>(inner), " in ", static_cast<int>(outer));
        const std::string twice = compressed(compressed("a b c", inner), outer);
        CHECK(OneFile(twice).input().rest(100) == "a b c");
        std::string often = twice;
        for (int more = 0; more < 7; ++more) often = compressed(often, outer);
        CHECK(OneFile(often).error().ends_with(": compressed more than 8 times"));
      }
    }
  }

  TEST_CASE("streams one behind the other are one text") {
    const std::string both = compressed("a\n", Compression::gz) + compressed("b\n", Compression::gz);
    CHECK(lines(OneFile(both).input(), 10) == Lines{"a", "b"});
  }

  TEST_CASE("zeros may follow a gzip stream and nothing else") {
    const std::string packed = compressed("a b c", Compression::gz);
    CHECK(OneFile(packed + std::string(600, '\0')).input().rest(100) == "a b c");
    CHECK(OneFile(packed + "garbage").error().ends_with(" is damaged"));
  }

  TEST_CASE("one wrong bit anywhere in the text of a gzip stream is found") {
    std::string text;
    for (int byte = 0; byte < 256; ++byte) text += static_cast<char>(byte * 167);
    const std::string packed = compressed(text, Compression::gz);
    constexpr std::size_t kHeaderBytes = 10;
    for (std::size_t at = kHeaderBytes; at < packed.size(); ++at) {
      std::string damaged = packed;
      damaged[at] = static_cast<char>(damaged[at] ^ 4);
      INFO(at);
      CHECK(OneFile(damaged).error() != "none");
    }
  }

  TEST_CASE("what came before the end of a stream that was cut is given first") {
    const std::string packed = compressed(long_text(), Compression::gz);
    Input input = OneFile(packed.substr(0, packed.size() / 2)).input();
    CHECK(input.next_line(1000)->text == long_text().substr(0, long_text().find('\n')));
  }

  TEST_CASE("a stream that was cut or damaged is an error of data and never less text") {
    const std::string text = long_text();
    for (const Compression kind : kAll) {
      INFO(static_cast<int>(kind));
      const std::string whole = compressed(text, kind);
      CHECK(OneFile(whole.substr(0, whole.size() / 2)).error() != "none");
      CHECK(OneFile(whole.substr(0, whole.size() - 1)).error() != "none");
      std::string damaged = whole;
      for (std::size_t at = whole.size() / 3; at < whole.size() / 3 + 40; ++at) damaged[at] = '\x55';
      CHECK(OneFile(damaged).error() != "none");
    }
  }

  TEST_CASE("a start of compressed data that is nothing else is damaged") {
    CHECK(OneFile(std::string("BZh91AY&SY\0", 11)).error().ends_with(": the compressed data is damaged"));
    for (const std::string_view start : {"\x28\xB5\x2F\xFD", "\x1F\x8B\x08", "\x04\x22\x4D\x18"})
      CHECK(OneFile(std::string(start)).error() != "none");
  }

  TEST_CASE("errors name the file") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH_AS(
        Input(folder / "absent"),
        doctest::Contains(("cannot read \"" + (folder / "absent") + "\": no such file or directory").c_str()),
        Error);
    const OneFile cut(compressed("a b c", Compression::gz).substr(0, 14));
    CHECK(cut.error().starts_with("cannot read \"" + cut.path() + "\": "));
  }

  TEST_CASE("peek takes nothing away") {
    const std::string text = long_text();
    for (const std::string& content : {text, compressed(text, Compression::gz)}) {
      const OneFile file(content);
      Input input = file.input();
      CHECK(input.peek(5) == text.substr(0, 5));
      CHECK(input.peek(400'000) == text.substr(0, 400'000));
      CHECK(input.peek(10'000'000) == text);
      CHECK(input.next_line(1000)->text == text.substr(0, text.find('\n')));
      CHECK(input.peek(5) == text.substr(text.find('\n') + 1, 5));
      CHECK(input.rest(1u << 20) == text.substr(text.find('\n') + 1));
      CHECK(input.peek(5).empty());
    }
  }

  TEST_CASE("lines end in LF or CRLF and the last one may not end") {
    CHECK(lines(OneFile("a\nb\r\n\r\n\nc\rd\ne").input(), 10) == Lines{"a", "b", "", "", "c\rd", "e"});
    CHECK(lines(OneFile("a\n").input(), 10) == Lines{"a"});
    CHECK(lines(OneFile("\n").input(), 10) == Lines{""});
    CHECK(lines(OneFile("").input(), 10).empty());
    CHECK(lines(OneFile("a\r").input(), 10) == Lines{"a"});
  }

  TEST_CASE("a line over the limit is cut and the next one is whole") {
    CHECK(lines(OneFile("12345\n123456\r\n1234567890\nab").input(), 5) ==
          Lines{"12345", "12345...", "12345...", "ab"});
    CHECK(lines(OneFile("12345\r\n").input(), 5) == Lines{"12345"});
    CHECK(lines(OneFile("123456").input(), 5) == Lines{"12345..."});
    CHECK(lines(OneFile(fmt::format("{:x>700000}\nend", "")).input(), 3) == Lines{"xxx...", "end"});
  }

  TEST_CASE("after a line that was cut peek and rest begin with the next one") {
    const OneFile file("1234567890\nab\n");
    Input peeking = file.input();
    CHECK(peeking.next_line(5)->truncated);
    CHECK(peeking.peek(2) == "ab");
    Input resting = file.input();
    CHECK(resting.next_line(5)->truncated);
    CHECK(resting.rest(100) == "ab\n");
  }

  TEST_CASE("the rest is given whole or not at all") {
    const OneFile file("1234567890");
    CHECK(file.input().rest(10) == "1234567890");
    CHECK_FALSE(file.input().rest(9).has_value());
    const OneFile bomb(compressed(std::string(30u << 20, 'x'), Compression::gz));
    CHECK_FALSE(bomb.input().rest(1000).has_value());
  }

  TEST_CASE("an archive of files is not taken apart") {
    std::string tar(10240, '\0');
    tar.replace(0, 5, "a.txt");
    tar.replace(257, 5, "ustar");
    CHECK(OneFile(tar).input().rest(20000) == tar);
  }
}

}  // namespace
