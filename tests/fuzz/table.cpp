// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table: sound articles or rejections, at most one a line.
#include <algorithm>
#include <string>

#include "common/article/csv/reader.h"
#include "common/error.h"
#include "tests/article/soundness.h"
#include "tests/fuzz/memory_input.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace newsline;
  try {
    const auto reader = csv_reader(fuzz::memory_input(bytes, size), {"/news/a.csv", "agency"});
    std::size_t readings = 0;
    while (const auto reading = reader->next()) {
      const std::string broken = test::broken_promise(*reading);
      fuzz::hold(broken.empty(), broken.c_str());
      fuzz::hold(++readings <= size + 1, "no row takes no bytes");
    }
  } catch (const Error& error) {
    fuzz::hold(error.kind() == ErrorKind::data, "what cannot be read is an error of data");
  }
  return 0;
}
