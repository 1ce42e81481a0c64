// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "common/article/file/input.h"

namespace newsline::fuzz {

/// Bytes in memory as an input, in blocks of a few bytes, so that every boundary is met.
inline Input memory_input(const std::uint8_t* bytes, std::size_t size) {
  class Bytes final : public ByteSource {
   public:
    explicit Bytes(std::string all) : all_(std::move(all)) {}
    std::string_view next_block() override {
      constexpr std::size_t kBlockBytes = 61;
      const std::string_view block = std::string_view(all_).substr(at_, kBlockBytes);
      at_ += block.size();
      return block;
    }

   private:
    std::string all_;
    std::size_t at_ = 0;
  };
  static Input outer("/dev/null");
  return {"/memory", std::make_unique<Bytes>(std::string(reinterpret_cast<const char*>(bytes), size)), outer};
}

}  // namespace newsline::fuzz
