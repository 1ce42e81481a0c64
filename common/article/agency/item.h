// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/reader.h"

namespace newsline::agency {

/// A news item as agencies send it, whatever its format: text that is not yet fit for an article.
struct Item {
  std::string id;  ///< the same for all its versions; empty: it says none
  std::string title;
  std::optional<Published> published;
  std::string language;
  std::vector<std::string> tags;
  std::vector<std::string> authors;
  std::string source;
  std::string section;
  std::string summary;
  std::string body;
  std::string slugline;
  std::string dateline;
  std::vector<std::string> subjects;  ///< codes
  std::optional<std::uint64_t> urgency;
  std::optional<std::uint64_t> version;
  std::optional<Published> embargo;
  bool is_withdrawn = false;
  Origins origins;  ///< of what it may say; several elements or keys where the first that speaks is taken

  void note_origins(std::string_view scope,
                    std::initializer_list<std::pair<ArticleField, std::string_view>> places);

  /// Notes what it is about, by name, code or both. A code of IPTC's that stands for one of its broadest
  /// topics, or lies below one, gets its name.
  void add_subject(std::string name, std::string code);

  /// What `canceled`, `withheld`, `kill` and their like mean; other words mean nothing here.
  void note_status(std::string_view status);

  /// An embargo until a date, or without one: for ever.
  void note_embargo(std::string_view until);
};

/// A number that is the whole of a text; nothing where it is none.
[[nodiscard]] std::optional<std::uint64_t> number_in(std::string_view text);

/// What stands behind the last colon, slash or hash of a code: `stat:usable`.
[[nodiscard]] std::string_view local_part(std::string_view code);

/// The article in it, in its final form; a rejection where it has neither headline nor text. An item that was
/// withdrawn keeps its id alone. `line` is where it stands, from 1; 0 where no line is meant.
[[nodiscard]] Reading reading_of(const Item& item, const ReadContext& context, std::uint64_t line,
                                 std::chrono::sys_seconds now);

}  // namespace newsline::agency
