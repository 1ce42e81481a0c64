// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "common/error.h"
#include "common/index/document/terms.h"
#include "common/index/ledger/number_groups.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

constexpr std::size_t kTimeBytes = 5;

/// Behind the last second that a Published can stand for (the end of year 9999, a day west of UTC).
constexpr std::int64_t kAfterAllTimes = 253402300800 + 86400;

}  // namespace

std::string newest_key(const std::optional<Published>& published, std::string_view id) {
  std::string key(kTimeBytes, '\xff');
  if (published) {
    key.clear();
    append_big_endian(key, static_cast<std::uint64_t>(kAfterAllTimes - published->utc_seconds()), kTimeBytes);
  }
  return key + bounded_form(id, schema::kMaxTermBytes);
}

bool is_undated(std::string_view newest_key) {
  return newest_key.starts_with(std::string_view("\xff\xff\xff\xff\xff", kTimeBytes));
}

std::string oldest_key(std::string newest_key) {
  if (is_undated(newest_key)) return newest_key;
  for (std::size_t i = 0; i < kTimeBytes && i < newest_key.size(); ++i)
    newest_key[i] = static_cast<char>(~newest_key[i]);
  return newest_key;
}

std::string_view id_of_key(std::string_view key) { return key.substr(kTimeBytes); }

std::string day_value(std::chrono::sys_days day) { return day_term(day).substr(1); }

std::optional<std::chrono::sys_days> day_of_value(std::string_view value) {
  if (value.size() != 8 ||
      !std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  unsigned number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(number / 10000)),
                                         std::chrono::month(number / 100 % 100),
                                         std::chrono::day(number % 100)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::string number_value(std::uint64_t number) {
  std::size_t bytes = 0;
  for (std::uint64_t rest = number; rest != 0; rest >>= 8) ++bytes;
  std::string value(1, static_cast<char>(bytes));
  append_big_endian(value, number, bytes);
  return value;
}

std::optional<std::uint64_t> number_of_value(std::string_view value) {
  if (value.empty() || value.size() > 9) return std::nullopt;
  if (static_cast<std::size_t>(value.front()) != value.size() - 1) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : value.substr(1)) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

std::string names_value(const std::vector<std::string>& names) {
  std::string value;
  for (const std::string& name : names) append_text(value, name);
  return value;
}

void throw_damaged_names() {
  throw Error(ErrorKind::data, "the index holds a list of names that is damaged",
              "build it anew with newsline-index rebuild");
}

std::string name_value(const std::string& name) { return name.empty() ? std::string() : names_value({name}); }

}  // namespace newsline
