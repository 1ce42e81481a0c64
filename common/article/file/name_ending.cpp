// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/name_ending.h"

#include <algorithm>

namespace newsline {
namespace {

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

bool ends_in(std::string_view name, std::string_view ending) {
  const auto equal = [](char left, char right) { return lower(left) == right; };
  return name.size() > ending.size() && std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                                                   [&](char right, char left) { return equal(left, right); });
}

}  // namespace

std::string_view without_compression(std::string_view name) {
  for (const std::string_view ending : {".gz", ".zst", ".xz", ".bz2", ".lz4"}) {
    if (ends_in(name, ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

bool has_ending(std::string_view name, std::initializer_list<std::string_view> endings) {
  const std::string_view plain = without_compression(name);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return ends_in(plain, ending); });
}

}  // namespace newsline
