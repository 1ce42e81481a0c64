// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace newsline::xml {

/// What the references (`&amp;`, `&#233;`, `&eacute;`) in the text of one file stand for: XML's five, numbers
/// (128 to 159 as windows-1252, as browsers read them), those that the file's own document type declares, and
/// HTML's names, which feeds use as if XML had them. A declared text is never searched for references to
/// others, and all that a file's declarations add is bounded: nothing multiplies. What stands for nothing
/// stays as it is written. One object a file.
class Entities {
 public:
  /// Notes `<!ENTITY name "text">`; the first declaration of a name counts.
  void declare(std::string_view name, std::string_view text);

  /// Appends text with its references resolved.
  void append_resolved(std::string_view raw, std::string& text);

 private:
  [[nodiscard]] bool append_named(std::string_view name, std::string& text);

  std::unordered_map<std::string, std::string> declared_;
  std::unordered_map<std::string, std::string> known_;  ///< HTML's names that were met; empty: none of HTML's
  std::size_t declared_bytes_left_ = 1u << 20;
};

}  // namespace newsline::xml
