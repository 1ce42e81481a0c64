// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/paging/position.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <optional>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kQuestionBytes = 8;  ///< of the hash of the question
constexpr std::size_t kCheckBytes = 4;     ///< of the hash of the cursor
constexpr std::size_t kMaxCursorBytes = 4 * schema::kMaxTermBytes;
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// RFC 4648, section 5, without padding.
std::string base64(std::string_view bytes) {
  std::string text;
  unsigned bits = 0;
  unsigned waiting = 0;  // bits that are not written yet
  for (const char byte : bytes) {
    bits = bits << 8U | static_cast<unsigned char>(byte);
    for (waiting += 8; waiting >= 6; waiting -= 6) text += kLetters[bits >> (waiting - 6) & 63U];
  }
  if (waiting != 0) text += kLetters[bits << (6 - waiting) & 63U];
  return text;
}

std::optional<std::string> bytes_of_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  unsigned waiting = 0;
  for (const char letter : text) {
    const std::size_t value = kLetters.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << 6U | static_cast<unsigned>(value);
    waiting += 6;
    if (waiting < 8) continue;
    waiting -= 8;
    bytes += static_cast<char>(bits >> waiting & 255U);
  }
  if (base64(bytes) != text) return std::nullopt;  // one position has one cursor
  return bytes;
}

void append_number(std::string& bytes, std::uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 255U);
}

/// The first bytes of a hash.
std::string hash_bytes(std::string_view text, std::size_t count) {
  const std::string digits = content_hash(text);
  std::string bytes;
  for (std::size_t i = 0; i < count; ++i) {
    unsigned byte = 0;
    std::from_chars(&digits[2 * i], &digits[2 * i] + 2, byte, 16);
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

/// Whatever decides which articles answer, and in which order.
std::string question_hash(const Request& request) {
  std::string text =
      fmt::format("{}\n{}\n{}\n", describe(request.query), static_cast<int>(request.sort), request.any_tag);
  for (const std::string& tag : request.tags) text += fmt::format("{}\n", tag);
  const Matching& matching = request.matching;
  text += fmt::format("\n{}{}{}{}{}{}", matching.inflections, matching.accents, matching.names,
                      request.expand, request.correct, request.relax);
  if (request.fold) text += "\nfolded";
  if (request.each_source_once) text += "\nsources";
  const auto half_life = request.mix.half_life.value_or(std::chrono::days(0));
  text += fmt::format("\n{}\n{}", half_life.count(), request.mix.reads);
  return hash_bytes(text, kQuestionBytes);
}

/// Takes a cursor's bytes apart, from the front.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  /// Fewer where there are no more.
  std::string_view take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  std::uint64_t number() {
    std::uint64_t number = 0;
    for (const char byte : take(8)) number = number << 8U | static_cast<unsigned char>(byte);
    return number;
  }
  std::string short_text() {
    const std::string_view size = take(1);
    return std::string(take(size.empty() ? 0 : static_cast<unsigned char>(size.front())));
  }

 private:
  std::string_view rest_;
};

Error broken() {
  return Error(ErrorKind::usage, "the cursor behind --after is not whole, or was made by another version",
               "copy all of it from the page before, or begin again without --after");
}

}  // namespace

std::string cursor_of(const Position& position, const Request& request) {
  std::string bytes(1, kVersion);
  bytes += question_hash(request);
  append_number(bytes, std::bit_cast<std::uint64_t>(position.score));
  append_number(bytes, position.passed);
  for (const std::string& text : {position.key, position.id_term, position.state}) {
    bytes += static_cast<char>(text.size());
    bytes += text;
  }
  return base64(bytes + hash_bytes(bytes, kCheckBytes));
}

Position position_of(std::string_view cursor, const Request& request) {
  if (cursor.size() > kMaxCursorBytes) throw broken();
  const auto bytes = bytes_of_base64(cursor);
  if (!bytes || bytes->size() <= kCheckBytes) throw broken();
  const std::string_view content = std::string_view(*bytes).substr(0, bytes->size() - kCheckBytes);
  if (content.front() != kVersion || hash_bytes(content, kCheckBytes) != bytes->substr(content.size())) {
    throw broken();
  }
  Bytes rest(content.substr(1));
  if (rest.take(kQuestionBytes) != question_hash(request)) {
    throw Error(ErrorKind::usage, "the cursor behind --after is of another question, or of another order",
                "ask as for the page before; since:7d is another question on another day");
  }
  Position position;
  position.score = std::bit_cast<double>(rest.number());
  position.passed = rest.number();
  position.key = rest.short_text();
  position.id_term = rest.short_text();
  position.state = rest.short_text();
  if (!std::isfinite(position.score)) throw broken();
  return position;
}

}  // namespace newsline
