// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a container or compressed data: sound articles or rejections, soon.
#include <string>

#include "common/article/container/reader.h"
#include "common/article/formats.h"
#include "common/error.h"
#include "tests/article/soundness.h"
#include "tests/fuzz/memory_input.h"
#include "tests/fuzz/target.h"
#include "tests/support/cpu_limit.h"

namespace {

using namespace newsline;

std::variant<std::unique_ptr<Reader>, Rejection> open(Input input, const ReadContext& context) {
  const std::string start(input.peek(4096));
  if (const auto kind = container_kind(start))
    return container_reader(std::move(input), *kind, context, open);
  return Rejection{context.path, 0, "no container"};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const test::CpuLimit limit(8);
  try {
    auto opened = open(fuzz::memory_input(bytes, size), {"/news/a.zip", "agency"});
    if (auto* reader = std::get_if<std::unique_ptr<Reader>>(&opened)) {
      while (const auto reading = (*reader)->next()) {
        const std::string broken = test::broken_promise(*reading);
        fuzz::hold(broken.empty(), broken.c_str());
      }
    }
  } catch (const Error& error) {
    fuzz::hold(error.kind() == ErrorKind::data, "what cannot be read is an error of data");
  }
  fuzz::hold(limit.holds(), "a container is read soon");
  return 0;
}
