// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in any charset: text that is safe to keep; the first bytes choose what is declared.
#include <array>
#include <string_view>

#include "common/text/charset/recognition.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace newsline;
  constexpr std::array<std::string_view, 8> kDeclared{"",     "utf-8",   "koi8-r",      "armscii-8",
                                                      "big5", "gb18030", "iso-2022-jp", "utf-16"};
  if (size == 0) return 0;
  const std::string_view declared = kDeclared[bytes[0] % kDeclared.size()];
  const MendedText text = recognize({reinterpret_cast<const char*>(bytes) + 1, size - 1}, declared);
  fuzz::hold(is_valid_utf8(text.text), "text is valid UTF-8");
  const MendedText again = mend(text.text);
  fuzz::hold(again.text == text.text && !again.is_mended(), "text needs no mending");
  return 0;
}
