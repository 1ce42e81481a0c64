// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/article/container/reader.h"
#include "common/article/csv/reader.h"
#include "common/article/file/input.h"
#include "common/article/file/regular_file.h"
#include "common/article/json/lines_reader.h"
#include "common/article/warc/reader.h"
#include "tests/article/container/packing.h"
#include "tests/article/warc/archive_text.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;
using namespace newsline::test;

namespace {

/// Bytes behind which the disk fails.
class FailingBytes final : public ByteSource {
 public:
  explicit FailingBytes(std::string bytes) : bytes_(std::move(bytes)) {}

  std::string_view next_block() override {
    if (std::exchange(is_read_, true)) throw UnreadableFile("/in/news", "input/output error");
    return bytes_;
  }

 private:
  std::string bytes_;
  bool is_read_ = false;
};

std::variant<std::unique_ptr<Reader>, Rejection> open_lines(Input input, const ReadContext& context) {
  return json_lines_reader(std::move(input), context);
}

std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += R"({"url":"https://example.org/)" + std::to_string(i) + R"(","title":"A bridge"})" + '\n';
  return text;
}

std::string web_archive() {
  std::string text;
  for (const char* name : {"1", "2"})
    text += warc_record("response", "https://example.org/" + std::string(name), answer(page("A bridge")));
  return text;
}

/// How many articles come, and the rejections behind them.
struct Read {
  int articles = 0;
  std::vector<Rejection> rejections;
};

template <typename Make>
Read read_failing(std::string bytes, Make make) {
  const TemporaryFolder folder;
  write_file(folder / "outer", "");
  Input outer(folder / "outer");
  Read read;
  try {
    Input input("/in/news", std::make_unique<FailingBytes>(std::move(bytes)), outer);
    const std::unique_ptr<Reader> reader = make(std::move(input));
    while (auto reading = reader->next()) {
      if (auto* rejection = std::get_if<Rejection>(&*reading))
        read.rejections.push_back(std::move(*rejection));
      else
        ++read.articles;
    }
  } catch (const Error& error) {  // a compression that could not begin, as open_reader() meets it
    read.rejections.push_back(rejection_for(error, "/in/news", 0));
  }
  return read;
}

const ReadContext kContext{"/in/news", "agency"};

Read read_lines(std::string bytes) {
  return read_failing(std::move(bytes),
                      [](Input input) { return json_lines_reader(std::move(input), kContext); });
}

Read read_web_archive(std::string bytes) {
  return read_failing(std::move(bytes),
                      [](Input input) { return web_archive_reader(std::move(input), kContext); });
}

Read read_tar(std::string bytes) {
  return read_failing(std::move(bytes), [](Input input) {
    return container_reader(std::move(input), ContainerKind::tar, kContext, open_lines);
  });
}

bool may_pass(const Read& read) {
  return read.rejections.size() == 1 && read.rejections.front().may_pass &&
         read.rejections.front().reason.find("input/output error") != std::string::npos;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("where the disk fails behind articles they are read and one rejection may pass") {
    const Read of_lines = read_lines(lines(3));
    CHECK(of_lines.articles == 3);
    CHECK(may_pass(of_lines));
    const Read of_web = read_web_archive(web_archive());
    CHECK(of_web.articles == 2);
    CHECK(may_pass(of_web));
  }

  TEST_CASE("a failing disk is no damage within any compression") {
    const std::string text = lines(4000);
    for (const char* kind : {"gz", "zst", "xz", "bz2", "lz4"}) {
      CAPTURE(kind);
      const std::string whole = compressed(text, kind);
      CHECK(may_pass(read_lines(whole.substr(0, whole.size() - whole.size() / 4))));
    }
    const std::string whole = compressed(web_archive(), "gz");
    CHECK(may_pass(read_web_archive(whole.substr(0, whole.size() - 20))));
  }

  TEST_CASE("a failing disk is no damage of a container nor of a member") {
    const std::string whole = packed({{"a.jsonl", lines(3)}, {"b.jsonl", lines(2000)}}, "tar");
    const Read within_member = read_tar(whole.substr(0, whole.size() / 2));
    CHECK(within_member.articles >= 3);
    REQUIRE_FALSE(within_member.rejections.empty());
    for (const Rejection& rejection : within_member.rejections) CHECK(rejection.may_pass);
    constexpr std::size_t kFirstMember = 1024;  // a header and what holds three lines
    const Read between = read_tar(whole.substr(0, kFirstMember));
    CHECK(between.articles == 3);
    REQUIRE_FALSE(between.rejections.empty());
    for (const Rejection& rejection : between.rejections) CHECK(rejection.may_pass);
  }
}
