// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <xapian.h>

#include <optional>
#include <string>

#include "common/error.h"
#include "common/index/folder/index_folder.h"
#include "common/index/update.h"
#include "common/search/archive.h"
#include "tests/support/temporary_folder.h"

using namespace newsline;

namespace {

class Listener : public RunObserver {
 public:
  void rejected(const Rejection&) override {}
  void progress(const RunReport&, std::uint64_t, const std::string&) override {}
};

/// An index of two articles; one bit of the first one's stored text is another than it was.
struct Rotten {
  Rotten() {
    write_file(folder / "in/a.jsonl",
               "{\"url\":\"https://example.org/1\",\"title\":\"Pilots\",\"body\":\"The harbour rests.\"}\n"
               "{\"url\":\"https://example.org/2\",\"title\":\"Boats\",\"body\":\"The harbour wakes.\"}\n");
    Listener listener;
    update({index, {folder / "in"}}, listener);
    Xapian::WritableDatabase database(index + "/" + *current_generation(index),
                                      Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    Xapian::Document document = database.get_document(*database.postlist_begin("pilots"));
    std::string data = document.get_data();
    data[data.find("rests")] ^= 1;
    document.set_data(data);
    database.replace_document(document.get_docid(), document);
    database.commit();
  }

  TemporaryFolder folder;
  std::string index = folder / "index";
};

template <typename Work>
std::optional<Error> error_of(Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("rotten text is told and not shown") {
    const Rotten rotten;
    Archive archive(rotten.index);
    const auto error = error_of([&] { return archive.article("https://example.org/1"); });
    REQUIRE(error);
    CHECK(error->kind() == ErrorKind::data);
    CHECK(error->hint().find("--repair") != std::string::npos);
    CHECK(error_of([&] { archive.for_each_article([](const Article&) { return true; }); }));
    REQUIRE(archive.article("https://example.org/2"));
    CHECK(archive.article("https://example.org/2")->title == "Boats");
  }
}
