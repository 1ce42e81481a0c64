// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json/lines_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/article/compression.h"
#include "tests/article/summary.h"
#include "tests/support/temporary_folder.h"

namespace {

using newsline::Input;
using newsline::Rejection;
using newsline::TemporaryFolder;
using newsline::test::compressed;
using newsline::test::Compression;

/// All that a file with this content says, one reading a line.
std::string readings(const std::string& content) {
  const TemporaryFolder folder;
  const std::string path = folder / "a.jsonl";
  newsline::write_file(path, content);
  const auto reader = newsline::json_lines_reader(Input(path), {path, "agency"});
  std::string all;
  while (const auto reading = reader->next()) {
    const auto* const rejection = std::get_if<Rejection>(&*reading);
    if (rejection != nullptr) all += std::to_string(rejection->line) + " ";
    all += newsline::test::summary(*reading) + "\n";
  }
  return all;
}

TEST_SUITE("unit") {
  TEST_CASE("records come in order and blank lines are passed over") {
    CHECK(readings("{\"title\":\"a\"}\n\n \t\r\n{\"title\":\"b\"}\r\n{\"title\":\"c\"}") ==
          "T<a>\nT<b>\nT<c>\n");
    CHECK(readings("").empty());
    CHECK(readings("\n\n").empty());
  }

  TEST_CASE("a broken line costs itself and is named by its number") {
    CHECK(readings("{\"title\":\"a\"}\n\n{\"title\":\n{\"title\":\"b\"}\n[]\n") ==
          "T<a>\n3 rejected: broken JSON; one whole object a line is expected\nT<b>\n"
          "5 rejected: not a JSON object; one object a line is expected\n");
  }

  TEST_CASE("a line over the limit is refused and the next one is read") {
    const std::string record = "{\"title\":\"" + std::string(newsline::kMaxRecordBytes, 'x') + "\"}\n";
    CHECK(readings(record + "{\"title\":\"b\"}\n") == "1 rejected: the record is longer than 32 MiB\nT<b>\n");
  }

  TEST_CASE("a stream that ends too soon gives what it held and then a rejection and no more") {
    std::string lines;
    for (int count = 0; count < 20'000; ++count) {
      lines += "{\"title\":\"" + std::to_string(count * 7919 % 10007) + "\"}\n";
    }
    const std::string whole = compressed(lines, Compression::gz);
    const std::string all = readings(whole.substr(0, whole.size() * 3 / 4));
    CHECK(all.starts_with("T<0>\nT<7919>\n"));
    CHECK(all.find("rejected: cannot read: ") > all.size() - 100);
    CHECK(all.ends_with("\n"));
  }
}

}  // namespace
