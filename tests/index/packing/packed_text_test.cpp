// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/packing/packed_text.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/glass/data_list.h"
#include "common/index/packing/stored_texts.h"
#include "common/index/schema.h"
#include "tests/index/caught.h"
#include "tests/index/glass/filled_archive.h"
#include "tests/index/packing/alike_texts.h"

using namespace newsline;

namespace {

struct Packing {
  std::vector<std::string> texts = alike_texts(600, 7);
  std::string dictionary = trained_dictionary({texts.begin(), texts.begin() + kTextsForDictionary});
  TextPacker packer{dictionary};
  TextUnpacker unpacker{dictionary};
};

}  // namespace

TEST_SUITE("unit") {
  TEST_CASE("texts that are alike are packed to less and come out as they were") {
    Packing packing;
    REQUIRE_FALSE(packing.dictionary.empty());
    std::size_t bytes = 0;
    std::size_t packed_bytes = 0;
    for (const std::string& text : packing.texts) {
      const std::string stored = packing.packer.packed(text);
      REQUIRE(is_packed(stored));
      CHECK(packing.unpacker.unpacked(stored) == text);
      bytes += text.size();
      packed_bytes += stored.size();
    }
    CHECK(packed_bytes * 2 < bytes);
  }

  TEST_CASE("what does not get shorter stays as it is") {
    Packing packing;
    std::mt19937 random(3);
    std::string noise = "{";
    while (noise.size() < 500) noise += static_cast<char>(random());
    for (const std::string& text : {std::string(), std::string("{}"), noise}) {
      CHECK(packing.packer.packed(text) == text);
      CHECK_FALSE(is_packed(text));
    }
    TextPacker without("");
    CHECK(without.packed(packing.texts.front()) == packing.texts.front());
  }

  TEST_CASE("long texts are packed too") {
    Packing packing;
    std::string all;
    while (all.size() < (8u << 20)) all += packing.texts[all.size() % packing.texts.size()];
    CHECK(packing.unpacker.unpacked(packing.packer.packed(all)) == all);
  }

  TEST_CASE("few or short texts make no dictionary") {
    CHECK(trained_dictionary({}).empty());
    CHECK(trained_dictionary(alike_texts(20, 1)).empty());
    CHECK(trained_dictionary(std::vector<std::string>(kTextsForDictionary, "{}")).empty());
  }

  TEST_CASE("damaged packed texts are errors or other texts of the same length") {
    Packing packing;
    const std::string& text = packing.texts.front();
    const std::string stored = packing.packer.packed(text);
    for (std::size_t at = 1; at < stored.size(); ++at) {
      for (const int change : {1, 0x80, 0xff}) {
        std::string damaged = stored;
        damaged[at] = static_cast<char>(damaged[at] ^ change);
        std::string text_of_damage;
        const auto error = error_of([&] { text_of_damage = packing.unpacker.unpacked(damaged); });
        CHECK((error ? error->kind() == ErrorKind::data : text_of_damage.size() == text.size()));
      }
      CHECK(caught([&] { return packing.unpacker.unpacked(stored.substr(0, at)); }) == ErrorKind::data);
    }
    CHECK(packing.unpacker.unpacked(stored) == text);
  }

  TEST_CASE("a dictionary is read from either of its copies") {
    Packing packing;
    const std::string stored = packing.packer.packed(packing.texts.front());
    const std::string key(schema::key::kDictionary);
    for (const std::string damaged : {"", "a", "b", "ab"}) {
      const FilledArchive index([&](Xapian::WritableDatabase& database) {
        put_dictionary(packing.dictionary, database);
        for (const char copy : damaged) {
          std::string bytes = database.get_metadata(key + copy);
          bytes[bytes.size() / 2] ^= 1;
          database.set_metadata(key + copy, bytes);
        }
        Xapian::Document document;
        document.set_data(stored);
        database.add_document(document);
      });
      StoredTexts texts(index);
      CHECK(texts.text("{}") == "{}");
      if (damaged == "ab") {
        CHECK(caught([&] { return texts.text(stored); }) == ErrorKind::data);
        CHECK(caught([&] { return index.unpacked(DataList(index).of(1)); }) == ErrorKind::data);
      } else {
        CHECK(texts.text(stored) == packing.texts.front());
        CHECK(index.unpacked(DataList(index).of(1)) == packing.texts.front());
        CHECK(dictionary_of(index) == packing.dictionary);
      }
    }
    CHECK(dictionary_of(FilledArchive([](Xapian::WritableDatabase&) {})).empty());
  }
}
