// SPDX-License-Identifier: GPL-3.0-or-later
// newsline-bench-readers MODE ROUNDS PATH: reads every file below PATH in so many rounds and prints of each
// its seconds, bytes and articles. MODE: `memory` from bytes at hand, a page a file; `file` as an index run
// reads; `unpack` only undoes compression.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "common/article/feed/reader.h"
#include "common/article/file/input.h"
#include "common/article/file/name_ending.h"
#include "common/article/file/walk.h"
#include "common/article/formats.h"
#include "common/article/html/reader.h"
#include "common/article/markdown/reader.h"
#include "common/article/page/reader.h"
#include "common/error.h"

namespace newsline {
namespace {

struct Sum {
  std::uint64_t bytes = 0;
  std::uint64_t articles = 0;

  void add(const Reading& reading) { articles += std::holds_alternative<ReadArticle>(reading) ? 1 : 0; }
};

/// A file, and its bytes where they are to be at hand.
struct Source {
  std::string path;
  std::string bytes;
};

std::vector<Source> sources_below(const std::string& path, bool is_at_hand) {
  constexpr std::size_t kMostBytes = std::size_t{1} << 30;
  std::vector<Source> sources;
  for (const FoundFile& file : walk(path).files) {
    Source source{file.path, {}};
    if (is_at_hand) source.bytes = Input(file.path).rest(kMostBytes).value();
    sources.push_back(std::move(source));
  }
  return sources;
}

void read_bytes(const Source& source, Sum& sum) {
  const ReadContext context{source.path, "bench"};
  sum.bytes += source.bytes.size();
  if (has_ending(source.path, {".txt"})) {
    sum.add(read_page(source.bytes, context));
  } else if (has_ending(source.path, {".html"})) {
    sum.add(read_html(source.bytes, context));
  } else if (has_ending(source.path, {".md"})) {
    if (const auto reading = read_markdown(source.bytes, context)) sum.add(*reading);
  } else {
    for (const Reading& reading : read_feed(source.bytes, context)) sum.add(reading);
  }
}

/// Bytes are counted as they are unpacked.
void unpack(const Source& source, Sum& sum) {
  Input input(source.path);
  while (true) {
    const std::size_t bytes = input.next_block().size();
    if (bytes == 0) return;
    sum.bytes += bytes;
  }
}

void read_file(const Source& source, Sum& sum) {
  auto opened = open_reader({source.path, "bench"});
  if (const auto* rejection = std::get_if<Rejection>(&opened))
    throw Error(ErrorKind::data, describe(*rejection));
  Reader& reader = *std::get<std::unique_ptr<Reader>>(opened);
  while (const auto reading = reader.next()) sum.add(*reading);
}

using Work = std::function<void(const Source&, Sum&)>;

void run(const std::string& mode, int rounds, const std::string& path) {
  const bool is_at_hand = mode == "memory";
  const Work work = is_at_hand ? Work(read_bytes) : mode == "file" ? Work(read_file) : Work(unpack);
  const std::vector<Source> sources = sources_below(path, is_at_hand);
  for (int round = 0; round <= rounds; ++round) {  // the first warms the caches up and is not told
    Sum sum;
    const std::clock_t start =
        std::clock();  // of the processor: what else runs on the machine does not count
    for (const Source& source : sources) work(source, sum);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (round > 0) fmt::print("{:.6f}\t{}\t{}\n", seconds, sum.bytes, sum.articles);
  }
}

}  // namespace
}  // namespace newsline

int main(int argc, char** argv) {
  const std::string mode = argc == 4 ? argv[1] : "";
  if (mode != "memory" && mode != "file" && mode != "unpack") {
    fmt::print(stderr, "usage: newsline-bench-readers memory|file|unpack ROUNDS PATH\n");
    return 2;
  }
  try {
    newsline::run(mode, std::atoi(argv[2]), argv[3]);
  } catch (const newsline::Error& error) {
    fmt::print(stderr, "newsline-bench-readers: {}\n", error.what());
    return 1;
  }
  return 0;
}
