// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/ending.h"

#include <fmt/format.h>

#include "common/text/printable.h"

namespace newsline {

std::string_view exit_code_table() {
  return R"(Exit codes of newsline-index and newsline-query:
   0  done; a question has hits     65  data unreadable, or index damaged
   1  a question has no hits        73  cannot write
   2  usage or query error          75  busy, try later
   3  indexed, with rejections      77  refused, to protect the archive
                                    78  the index needs a rebuild
)";
}

std::string error_text(std::string_view program, const Error& error, const Paint& paint) {
  return error_text(program, error.what(), error.hint(), paint);
}

std::string error_text(std::string_view program, std::string_view message, std::string_view hint,
                       const Paint& paint) {
  std::string text =
      fmt::format("{} {}\n", paint.alarm(fmt::format("{}:", program)), printable_line(message));
  const std::string safe_hint = printable(hint);
  for (std::string_view rest = safe_hint; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    text += fmt::format("  {}\n", rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return text;
}

}  // namespace newsline
