// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: `replay_NAME FOLDER` tries all seeds of the folder and mutations of
// them, `replay_NAME FILE` one input. Where a law breaks, the input is left in `replay_NAME.failed` in the
// working folder, for `replay_NAME replay_NAME.failed` to try again.
//
// NEWSLINE_SEED gives the mutations another number, NEWSLINE_MUTATIONS says how many there are.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/mutations.h"
#include "tests/fuzz/target.h"

namespace {

constexpr std::uint64_t kSeed = 20240312;
constexpr std::uint64_t kMutations = 4000;

/// What is being tried; for keep_input(), which may not allocate.
const char* input_bytes = nullptr;
std::size_t input_size = 0;
/// Where it goes when it fails.
std::string failed_path;

extern "C" void keep_input(int signal) {
  const int file = open(failed_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  const bool kept = file >= 0 && write(file, input_bytes, input_size) == static_cast<ssize_t>(input_size);
  constexpr char kWords[] = "the input is kept in the working folder, in replay_NAME.failed\n";
  if (kept && write(STDERR_FILENO, kWords, sizeof kWords - 1) < 0) _exit(1);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void try_input(const std::string& input) {
  input_bytes = input.data();
  input_size = input.size();
  // As libFuzzer does: a buffer of just this size, so that a sanitizer sees what is read behind it.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> seeds_of(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(path)) {
    for (const auto& entry : std::filesystem::directory_iterator(path)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  seeds.reserve(files.size());
  for (const auto& file : files) seeds.push_back(content_of(file));
  return seeds;
}

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr || *text == '\0' ? otherwise : std::strtoull(text, nullptr, 10);
}

int replay(const char* folder) {
  const std::vector<std::string> seeds = seeds_of(folder);
  if (seeds.empty()) {
    std::fprintf(stderr, "%s: there are no seeds\n", folder);
    return 1;
  }
  const std::uint64_t seed = number_from("NEWSLINE_SEED", kSeed);
  const std::uint64_t mutations = number_from("NEWSLINE_MUTATIONS", kMutations);
  std::fprintf(stderr, "NEWSLINE_SEED=%llu NEWSLINE_MUTATIONS=%llu, %zu seeds\n",
               static_cast<unsigned long long>(seed), static_cast<unsigned long long>(mutations),
               seeds.size());
  for (const std::string& each : seeds) try_input(each);
  newsline::fuzz::Mutations inputs(seeds, seed);
  for (std::uint64_t tried = 0; tried < mutations; ++tried) try_input(inputs.next());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: %s FOLDER|FILE\n", argv[0]);
    return 2;
  }
  failed_path = std::filesystem::path(argv[0]).filename().string() + ".failed";
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS, SIGILL}) std::signal(signal, keep_input);
  if (std::filesystem::is_directory(argv[1])) return replay(argv[1]);
  try_input(content_of(argv[1]));
  return 0;
}
