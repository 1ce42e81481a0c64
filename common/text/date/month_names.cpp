// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/date/month_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace newsline {
namespace {

using icu::DateFormatSymbols;
using Table = std::unordered_map<std::string, NamedMonth>;

constexpr std::size_t kLongestName = 3;  // in words
constexpr unsigned kAmbiguous = 0;
constexpr std::string_view kHebrewIn = "ב";  // written in one with the month: 12 במרץ

constexpr const char* kLanguages[] = {
    "en", "en_GB", "ru",    "hy",  "ka", "az", "az_Cyrl", "tr", "ar",      "ar_LB", "ar_DZ", "ar_MA",
    "th", "de",    "de_AT", "fr",  "es", "it", "pt",      "nl", "pl",      "uk",    "be",    "bg",
    "ro", "cs",    "sk",    "sl",  "hr", "sr", "sr_Latn", "bs", "mk",      "el",    "he",    "fa",
    "ps", "ur",    "kk",    "ky",  "uz", "tg", "tk",      "tt", "uz_Cyrl", "hi",    "bn",    "ta",
    "te", "mr",    "gu",    "pa",  "kn", "ml", "ne",      "si", "sv",      "da",    "nb",    "nn",
    "is", "fi",    "hu",    "et",  "lv", "lt", "ca",      "eu", "gl",      "ga",    "cy",    "sq",
    "mt", "id",    "ms",    "fil", "sw", "af", "km",      "lo", "my",      "am",    "ku",    "os"};

/// Spellings that newspapers use and ICU does not list.
constexpr std::pair<const char*, unsigned> kOtherSpellings[] = {
    {"Sept", 9},         {"Mrz", 3},          {"fév", 2},  {"ابريل", 4}, {"إبريل", 4},
    {"اغسطس", 8},        {"اكتوبر", 10},      {"ايار", 5}, {"ايلول", 9}, {"اذار", 3},
    {"كانون الاول", 12}, {"تشرين الاول", 10}, {"мая", 5},  {"feber", 2}};

/// The words at the start of `items`, one blank between them; a point or white space joins words to a name.
/// Gives the key of each length, so that the longest can be tried first.
struct Keys {
  std::array<std::string, kLongestName> names;
  std::array<std::size_t, kLongestName> items{};
  std::size_t count = 0;
};

bool is_word(const DateItem& item) { return item.kind == DateItem::Kind::word; }
bool is_point(const DateItem& item) { return item.mark == U'.' && !item.spaced; }

Keys keys_at(std::span<const DateItem> items) {
  Keys keys;
  std::string name;
  std::size_t at = 0;
  while (at < items.size() && is_word(items[at]) && keys.count < kLongestName) {
    const bool joined = at == 0 || items[at].spaced || is_point(items[at - 1]);
    if (!joined) break;
    if (!name.empty()) name += ' ';
    name += items[at++].word;
    if (at < items.size() && is_point(items[at])) ++at;
    keys.names[keys.count] = name;
    keys.items[keys.count] = at;
    ++keys.count;
  }
  return keys;
}

/// Adds a name as date_items() and keys_at() will see it; a name with a number in it is none.
void add_name(Table& table, std::string_view spelling, unsigned month, bool thai) {
  const auto items = date_items(spelling);
  const Keys keys = keys_at(items);
  if (keys.count == 0 || keys.items[keys.count - 1] != items.size()) return;
  NamedMonth& entry =
      table.try_emplace(keys.names[keys.count - 1], NamedMonth{month, month, thai, 0}).first->second;
  if (entry.month != month) entry.month = entry.behind_point = kAmbiguous;
}

void add_language(Table& table, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale((std::string(language) + "@calendar=gregorian").c_str());
  const DateFormatSymbols symbols(locale, status);
  if (U_FAILURE(status)) return;  // a smaller ICU knows fewer languages
  for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
    for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (std::int32_t month = 0; month < count && month < 12; ++month) {
        std::string name;
        names[month].toUTF8String(name);
        add_name(table, name, static_cast<unsigned>(month + 1), language == "th");
      }
    }
  }
}

Table make_table() {
  Table table;
  for (const char* language : kLanguages) add_language(table, language);
  for (const auto& [name, month] : kOtherSpellings) add_name(table, name, month, false);
  // November in Polish, October in Croatian, which writes a point behind the day where Polish writes none.
  table["listopada"] = NamedMonth{11, 10, false, 0};
  return table;
}

}  // namespace

std::optional<NamedMonth> month_at(std::span<const DateItem> items) {
  static const Table kTable = make_table();
  const Keys keys = keys_at(items);
  for (std::size_t count = keys.count; count > 0; --count) {
    const std::string& name = keys.names[count - 1];
    auto found = kTable.find(name);
    if (found == kTable.end() && name.starts_with(kHebrewIn)) {
      found = kTable.find(name.substr(kHebrewIn.size()));
    }
    if (found == kTable.end() || found->second.month == kAmbiguous) continue;
    NamedMonth month = found->second;
    month.items = keys.items[count - 1];
    return month;
  }
  return std::nullopt;
}

}  // namespace newsline
