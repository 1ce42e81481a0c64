// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/harmless_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "common/text/printable.h"

namespace {

using newsline::harmless_json;
using newsline::printable;

/// Every code point of the basic plane that may stand in UTF-8, and one beyond it.
std::string every_character() {
  std::string text;
  for (unsigned c = 0; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += static_cast<char>(0xC0U | (c >> 6U));
      text += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
      text += static_cast<char>(0xE0U | (c >> 12U));
      text += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
      text += static_cast<char>(0x80U | (c & 0x3FU));
    }
  }
  return text + "💻";
}

}  // namespace

TEST_SUITE_BEGIN("unit");

TEST_CASE("json of any characters shows nothing dangerous and means the same") {
  const nlohmann::json json = {{"text", every_character()}};
  const std::string harmless = harmless_json(json.dump());
  CHECK(printable(harmless) == harmless);
  CHECK(nlohmann::json::parse(harmless) == json);
}

TEST_CASE("json without dangerous characters stays as it is") {
  const std::string json = "{\n  \"title\": \"Երևան 東京 👩\u200D💻\"\n}";
  CHECK(harmless_json(json) == json);
  CHECK(harmless_json("\"a\u202Eb\xC2\x9B"
                      "c\x7F\"") == "\"a\\u202eb\\u009bc\\u007f\"");
}

TEST_SUITE_END();
