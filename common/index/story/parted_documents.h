// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// For the files of common/index only: this header mentions Xapian.
namespace newsline {

/// Documents of several databases with one row of numbers: those of the first, then those of the second.
class PartedDocuments {
 public:
  /// The parts must not go before it; values may change.
  explicit PartedDocuments(const std::vector<Xapian::Database>& parts);

  struct Place {
    std::size_t part = 0;
    Xapian::docid document = 0;  ///< there
  };
  [[nodiscard]] Place place_of(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t number_of(const Place& place) const {
    return ends_before_[place.part] + place.document;
  }
  /// No number is greater.
  [[nodiscard]] std::uint32_t last() const { return last_; }

  [[nodiscard]] std::string value(std::uint32_t number, Xapian::valueno slot) const;

 private:
  const std::vector<Xapian::Database>& parts_;
  std::vector<std::uint32_t> ends_before_;  ///< by part: the last number of the one before
  std::uint32_t last_ = 0;
};

/// The signatures of documents, as they are asked for. They are kept as long as there is room.
class Signatures {
 public:
  Signatures(const PartedDocuments& documents, std::size_t memory_bytes)
      : documents_(documents), room_bytes_(memory_bytes) {}

  /// Until it is called again.
  [[nodiscard]] std::string_view of(std::uint32_t number);

 private:
  const PartedDocuments& documents_;
  std::size_t room_bytes_;
  std::unordered_map<std::uint32_t, std::string> kept_;
  std::string last_;  ///< that was not kept
};

}  // namespace newsline
