// SPDX-License-Identifier: GPL-3.0-or-later
#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/cli/index_program.h"

using namespace newsline;

namespace {

/// A zip of these files.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out(1u << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  REQUIRE(archive_write_open_memory(writer, out.data(), out.size(), &used) == ARCHIVE_OK);
  for (const auto& [name, text] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
    REQUIRE(archive_write_data(writer, text.data(), text.size()) == static_cast<la_ssize_t>(text.size()));
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

}  // namespace

TEST_SUITE_BEGIN("black-box");

TEST_CASE("inside a changed container only what changed is replaced") {
  const IndexProgram index;
  index.write_news("a.zip", zip_of({{"a.jsonl", record(1) + record(2)}, {"b.jsonl", record(3)}}));
  CHECK(index({"update", "news"}).output.starts_with("3 articles: 3 added, 0 replaced, 0 removed; "));
  CHECK(index({"update", "news"}).output.starts_with("nothing changed: 1 file found; "));
  index.write_news("a.zip",
                   zip_of({{"a.jsonl", record(1) + record(2, "other words")}, {"c.jsonl", record(4)}}));
  CHECK(index({"update", "news"}).output.starts_with("3 articles: 1 added, 1 replaced, 1 removed; "));
  CHECK(has(index.exported(), "/news/a.zip!c.jsonl\""));
}

TEST_CASE("what cannot be read in a container is told by container and member") {
  const IndexProgram index;
  index.write_news("a.zip", zip_of({{"x/a.jsonl", record(1) + "{\n"}, {"../b.pdf", "%PDF-1.7"}}));
  const Outcome outcome = index({"update", "news"});
  CHECK(outcome.exit_code == 3);
  CHECK(has(outcome.errors, "/news/a.zip!x/a.jsonl:2: "));
  CHECK(has(outcome.errors, "/news/a.zip!../b.pdf: not a text of news: PDF\n"));
}

TEST_CASE("records that are no articles are counted as skipped") {
  const IndexProgram index;
  index.write_news("a.warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
  index.write_news("b.jsonl", record(1));
  CHECK(has(index({"update", "news"}).output, "; 1 skipped; 0 rejected; "));
  CHECK_FALSE(has(index({"update", "news"}).output, "skipped"));
}

TEST_CASE("the formats that are read are listed") {
  const IndexProgram index;
  const Outcome outcome = index({"formats"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.errors.empty());
  for (const char* name :
       {"\n  agency ", "\n  ninjs ", "\n  feed ", "\n  jsonfeed ", "\n  html ", "\n  jsonl ", "\n  page ",
        "\n  warc ", "\n  markdown ", "\n  csv ", "\n  zip ", ".ndjson", ".zst"}) {
    CAPTURE(name);
    CHECK(has(outcome.output, name));
  }
}

TEST_CASE("a format that is asked for is remembered with its path") {
  const IndexProgram index;
  index.write_news("a.txt", "<p>Bridge</p>\n\nThe mayor came.\n");
  CHECK(index({"update", "news"}).exit_code == 0);
  CHECK_FALSE(has(index.exported(), "\"title\":\"<p>Bridge</p>\""));

  CHECK(has(index({"update", "--as", "page", "news"}).output, " 1 replaced, "));
  CHECK(has(index.exported(), "\"title\":\"<p>Bridge</p>\""));
  CHECK(index({"update"}).output.starts_with("nothing changed"));
  CHECK(index({"rebuild"}).exit_code == 0);
  CHECK(has(index.exported(), "\"title\":\"<p>Bridge</p>\""));

  CHECK(has(index({"update", "--as", "auto", "news"}).output, " 1 replaced, "));
  CHECK_FALSE(has(index.exported(), "\"title\":\"<p>Bridge</p>\""));
}

TEST_CASE("a format that does not exist or has no path is refused") {
  const IndexProgram index;
  index.write_news("a.jsonl", record(1));
  const Outcome unknown = index({"update", "--as", "word", "news"});
  CHECK(unknown.exit_code == 2);
  CHECK(has(unknown.errors, "there is no format \"word\""));
  CHECK(has(unknown.errors, "newsline-index formats lists them"));
  const Outcome without_path = index({"update", "--as", "page"});
  CHECK(without_path.exit_code == 2);
  CHECK(has(without_path.errors, "no path that is to be read so"));
  CHECK(index({"update", "--as"}).exit_code == 2);
  CHECK(has(index({"update", "--help"}).output, "--as FORMAT"));
  CHECK(has(index({"rebuild", "--help"}).output, "--as FORMAT"));
}
