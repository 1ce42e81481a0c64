// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

/// `text` as a stream compressed by one of libarchive's filters.
std::string compressed(const std::string& text, int filter) {
  std::string out(text.size() + 65536, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, "data");
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
  REQUIRE(archive_write_add_filter(writer, filter) == ARCHIVE_OK);
  archive_write_set_format_raw(writer);
  REQUIRE(archive_write_open_memory(writer, out.data(), out.size(), &used) == ARCHIVE_OK);
  REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
  REQUIRE(archive_write_data(writer, text.data(), text.size()) == static_cast<la_ssize_t>(text.size()));
  archive_write_close(writer);
  archive_entry_free(entry);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("a first run says what it added and a second one that nothing changed") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1) + record(2));
  const Outcome first = index({"update", "news"});
  CHECK(first.output.starts_with("2 articles: 2 added, 0 replaced, 0 removed; 0 rejected; "));
  CHECK(first.output.ends_with(" s (index: 2 articles)\n"));
  CHECK(lines_in(first.output) == 1);
  CHECK(first.errors.empty());
  CHECK(first.exit_code == 0);

  const Outcome second = index({"update", "news"});
  CHECK(second.output.starts_with("nothing changed: 1 file found; 0 rejected; "));
  CHECK(second.errors.empty());
  CHECK(second.exit_code == 0);
}

TEST_CASE("an index is the same by however many threads it was built") {
  const IndexProgram index;
  for (int file = 0; file < 7; ++file) {
    std::string records;
    for (int id = 0; id < 40; ++id) records += record(100 * file + id);
    index.write_news(std::to_string(file) + ".jsonl", records);
  }
  REQUIRE(index({"update", "news"}).exit_code == 0);
  REQUIRE(index({"rebuild", "--jobs", "1"}).exit_code == 0);
  const std::string by_one = index({"export"}).output;
  CHECK(lines_in(by_one) == 280);
  for (const char* const jobs : {"2", "5"}) {
    REQUIRE(index({"rebuild", "--jobs", jobs}).exit_code == 0);
    CHECK(index({"export"}).output == by_one);
  }
  for (const char* const wrong : {"0", "257", "-1", "two"}) {
    const Outcome refused = index({"rebuild", "--jobs", wrong});
    CHECK(refused.exit_code == 2);
    CHECK(refused.errors.find("--jobs") != std::string::npos);
  }
}

TEST_CASE("an index is the same in whatever memory it was built") {
  const IndexProgram index;
  std::string records;
  for (int id = 0; id < 3000; ++id) records += record(id);
  index.write_news("news.jsonl", records);
  REQUIRE(index({"update", "news", "--memory", "100", "--jobs", "16"}).exit_code == 0);
  const std::string by_little = index({"export"}).output;
  CHECK(lines_in(by_little) == 3000);
  REQUIRE(index({"rebuild", "--memory", "4096"}).exit_code == 0);
  CHECK(index({"export"}).output == by_little);
  for (const char* const wrong : {"99", "0", "-1", "1048577", "300M"}) {
    const Outcome refused = index({"update", "news", "--memory", wrong});
    CHECK(refused.exit_code == 2);
    CHECK(refused.errors.find("--memory") != std::string::npos);
  }
}

TEST_CASE("new and changed and vanished files are each told") {
  const IndexProgram index;
  std::string staying;  // enough of it for the others to be less than a quarter
  for (int id = 10; id < 20; ++id) staying += record(id);
  index.write_news("stays.jsonl", staying);
  index.write_news("changes.jsonl", record(2) + record(3));
  index.write_news("vanishes.jsonl", record(4) + record(5) + record(6));
  REQUIRE(index({"update", "news"}).exit_code == 0);

  index.write_news("changes.jsonl", record(2) + record(3, "other words than before"));
  index.write_news("new.jsonl", record(7) + record(8));
  std::filesystem::remove(index / "news/vanishes.jsonl");
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.output.starts_with("6 articles: 2 added, 1 replaced, 3 removed; 0 rejected; "));
  CHECK(outcome.output.ends_with("(index: 14 articles)\n"));
  CHECK(outcome.exit_code == 0);
  CHECK(has(index.exported(), "other words than before"));
  CHECK_FALSE(has(index.exported(), "https://example.org/4"));
}

TEST_CASE("an update without paths goes over those that were given before") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  index.write_news("b.jsonl", record(2));
  CHECK(index({"update"}).output.starts_with("1 article: 1 added,"));
}

TEST_CASE("a first update without paths is refused") {
  const IndexProgram index;
  const Outcome outcome = index({"update"});
  CHECK(outcome.output.empty());
  CHECK(has(outcome.errors, "name the files or folders to index"));
  CHECK(outcome.exit_code == 2);
}

TEST_CASE("a rebuild gives the same articles and is told as a whole") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(50));
  REQUIRE(index({"update", "news"}).exit_code == 0);
  const std::string before = index.exported();
  const Outcome outcome = index({"rebuild"});
  CHECK(outcome.output.starts_with("50 articles: 50 added, 0 replaced, 0 removed; 0 rejected; "));
  CHECK(outcome.exit_code == 0);
  CHECK(index.exported() == before);
}

TEST_CASE("compressed files give the articles of plain ones") {
  struct Form {
    const char* name;
    int filter;
  };
  for (const Form& form :
       {Form{"a.jsonl.gz", ARCHIVE_FILTER_GZIP}, Form{"a.jsonl.zst", ARCHIVE_FILTER_ZSTD},
        Form{"a.jsonl.xz", ARCHIVE_FILTER_XZ}, Form{"a.jsonl.bz2", ARCHIVE_FILTER_BZIP2}}) {
    CAPTURE(form.name);
    const IndexProgram index;
    index.write_news(form.name, compressed(records(200), form.filter));
    const Outcome outcome = index({"update", "news"});
    CHECK(outcome.output.starts_with("200 articles: 200 added,"));
    CHECK(outcome.errors.empty());
    CHECK(outcome.exit_code == 0);
  }
}

TEST_CASE("what was mended and what stands twice is counted") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1, "broken \xFF byte") + record(2) + record(2));
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.output.starts_with("2 articles: 2 added, 0 replaced, 0 removed; 1 mended; 1 duplicate; "));
  CHECK(outcome.exit_code == 0);
}

TEST_CASE("a link that leads to its own folder is not followed for ever") {
  const IndexProgram index;
  index.write_news("deep/a.jsonl", record(1));
  std::filesystem::create_directory_symlink(".", index / "news/deep/loop");
  std::filesystem::create_directory_symlink(index / "news", index / "news/deep/up");
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.output.starts_with("1 article: 1 added,"));
  CHECK(outcome.exit_code == 0);
}

TEST_CASE("progress is one line that is gone at the end and only on a terminal") {
  const IndexProgram index;
  index.write_news("a.jsonl", records(2500));
  Command command = index.command({"update", "news"});
  command.output = Command::Stdout::terminal;
  command.environment = {{"TERM", "xterm"}};
  command.columns = 50;
  const std::string shown = run(command).output;
  CHECK(has(shown, "file 1 of 1, 1,000 articles, "));
  CHECK(has(shown, "\r\x1B[K2,500 articles: 2,500 added,"));  // all before it is erased
  CHECK(lines_in(shown) == 1);
  for (std::size_t at = 0; (at = shown.find("\x1B[Kfile", at)) != std::string::npos; ++at)
    CHECK(shown.find('\r', at) - at <= 50 + 3 + 2);  // the erasing sequence, and the three bytes of one mark

  command.environment = {{"TERM", "dumb"}};
  std::filesystem::remove_all(index / "index");
  CHECK_FALSE(has(run(command).output, "file 1 of"));
}

TEST_SUITE_END();
