// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article/xml/scanner.h"
#include "common/article/xml/tree.h"

namespace newsline::xml {

/// Limits that keep any file harmless.
inline constexpr std::size_t kMaxDepth = 256;      ///< deeper elements lose their tags, not their text
inline constexpr std::size_t kMaxNodes = 200'000;  ///< of one tree; more are left out

/// How the elements of a format stand in each other. Names are in lower case and in Space::core.
struct Structure {
  std::vector<std::string_view> containers;  ///< hold records, at any depth in one another
  std::string_view never_in_itself;          ///< a record that begins again ends the one before it
};

/// Takes the records of an XML file out of it, one tree after the other: the elements in its containers that
/// are no containers. Memory is that of the largest record. What scanners forgive is forgiven, and so are
/// tags that do not match: an end ends the innermost element of its name with all that is open in it, and
/// nothing where none is open. (libxml2's recovery closes the innermost element whatever its name: of six
/// entries with one unquoted attribute each, it keeps two.)
class Records {
 public:
  /// `source` is mend()ed and outlives this.
  Records(std::string_view source, const Structure& structure);

  /// The next record; nothing at the end.
  [[nodiscard]] std::optional<Tree> next();

  /// Whether something had to be forgiven or left out since the last call.
  [[nodiscard]] bool take_forgiven() noexcept {
    const bool by_scanner = scanner_.take_forgiven();
    return std::exchange(forgave_, false) || by_scanner;
  }

 private:
  /// An element that has begun.
  struct Open {
    std::string_view written;  ///< the name as it is written
    NodeIndex node = 0;        ///< of a record's tree
    std::size_t bindings = 0;  ///< how many were in force outside it
    std::string base;          ///< of a container
    std::string language;
    std::string name;
  };

  bool begin(const Token& token);
  void begin_container(const Node& node);
  void begin_record(const Token& token);
  [[nodiscard]] bool end(std::string_view written);
  void add_text(const Token& token);
  void close(std::size_t depth);
  [[nodiscard]] Node element(const Token& token);
  void bind(std::string_view name, std::string_view address);
  [[nodiscard]] Space space_of(std::string_view prefix) const;
  [[nodiscard]] bool in_record() const { return tree_.has_value(); }
  [[nodiscard]] std::optional<Tree> finished();
  [[nodiscard]] std::size_t line_at(std::size_t offset);

  std::string_view source_;
  const Structure& structure_;
  Scanner scanner_;
  Token token_;
  bool is_pending_ = false;  ///< the token has not been looked at yet
  std::vector<Open> open_;
  std::vector<std::pair<std::string_view, Space>> bindings_;  ///< of prefixes
  std::size_t containers_ = 0;                                ///< of open_
  std::size_t too_deep_ = 0;                                  ///< begun elements that are not in open_
  std::optional<Tree> tree_;
  bool forgave_ = false;
  std::size_t line_ = 1;
  std::size_t counted_ = 0;  ///< bytes of which the lines are counted
};

}  // namespace newsline::xml
