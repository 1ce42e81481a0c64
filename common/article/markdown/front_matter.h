// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace newsline::markdown {

enum class FrontMatterKind { none, yaml, toml, json };

/// A page of a static site, in two parts.
struct SplitPage {
  FrontMatterKind kind = FrontMatterKind::none;
  std::string_view front;  ///< without the lines of marks around it
  std::string_view body;
};

/// Takes front matter off: YAML between `---`, TOML between `+++`, a JSON object (Hugo), or what Eleventy
/// marks as `---json` and `---toml`. Without a closing mark there is none.
[[nodiscard]] SplitPage split_page(std::string_view page);

/// Front matter by keys in lower case: scalars as they are written, lists one after the other, of tables
/// their name. Tables that Hugo and Zola nest (`params`, `extra`, `taxonomies`) count as part of it.
using FrontFields = std::map<std::string, std::vector<std::string>>;

/// Why front matter cannot be read, as a rejection says it.
struct FrontFault {
  std::string reason;
};

/// More is none: the time to read one is bounded.
inline constexpr std::size_t kMaxFrontBytes = 256u << 10;
inline constexpr std::size_t kMaxFrontValues = 10'000;

[[nodiscard]] std::variant<FrontFields, FrontFault> front_fields(const SplitPage& page);

// The parts of it. Aliases of YAML are never expanded: they are looked at two levels deep.
[[nodiscard]] std::variant<FrontFields, FrontFault> yaml_fields(std::string_view text);
[[nodiscard]] std::variant<FrontFields, FrontFault> toml_fields(std::string_view text);
[[nodiscard]] std::variant<FrontFields, FrontFault> json_fields(std::string_view text);

/// Gathers fields; of equal keys the first counts.
class FieldList {
 public:
  /// Begins a key; false if it was there before.
  bool begin(std::string_view key);
  /// A value of the key that was begun last; left out where there are too many.
  void add(std::string value);
  [[nodiscard]] FrontFields take() && { return std::move(fields_); }

 private:
  FrontFields fields_;
  std::vector<std::string>* values_ = nullptr;
  std::size_t count_ = 0;
};

/// Whether the keys of a table of this name count as those of the page.
[[nodiscard]] bool is_nested_table(std::string_view key);

/// Whether a key in a table holds its name.
[[nodiscard]] bool is_name_key(std::string_view key);

}  // namespace newsline::markdown
