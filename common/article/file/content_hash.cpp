// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/file/content_hash.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <memory>
#include <system_error>
#include <vector>

#include "common/error.h"

namespace newsline {
namespace {

constexpr std::size_t kBlockBytes = 256u << 10;

std::string digits(XXH128_hash_t hash) { return fmt::format("{:016x}{:016x}", hash.high64, hash.low64); }

Error unreadable(const std::string& path) {
  return {ErrorKind::unreadable,
          fmt::format("cannot read \"{}\": {}", path, std::generic_category().message(errno))};
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {
    if (number_ < 0) throw unreadable(path);
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

struct FreeState {
  void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
};

/// Bytes read, 0 at the end.
std::size_t read_block(const Descriptor& file, const std::string& path, std::vector<char>& block) {
  while (true) {
    const ssize_t count = ::read(file.number(), block.data(), block.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw unreadable(path);
  }
}

}  // namespace

std::string content_hash(std::string_view bytes) { return digits(XXH3_128bits(bytes.data(), bytes.size())); }

std::string content_hash_of_file(const std::string& path) {
  const Descriptor file(path);
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  std::vector<char> block(kBlockBytes);
  while (const std::size_t count = read_block(file, path, block)) {
    XXH3_128bits_update(state.get(), block.data(), count);
  }
  return digits(XXH3_128bits_digest(state.get()));
}

}  // namespace newsline
