// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/story/shingles.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <span>
#include <string>

#include "common/error.h"
#include "common/index/ledger/number_groups.h"
#include "common/index/schema.h"
#include "common/index/story/signature.h"

namespace newsline {
namespace {

/// By so many of its upper bits a hash belongs to a bucket: of 100,000 articles each has 50 entries.
constexpr unsigned kBucketBits = 14;

std::uint32_t bucket_of(std::uint32_t hash) { return hash >> (32 - kBucketBits); }

std::string key_of(std::uint32_t bucket) { return fmt::format("{}{:04x}", schema::key::kShingle, bucket); }

[[noreturn]] void throw_damaged() {
  throw Error(ErrorKind::data, "the index holds a list of parts of texts that is damaged",
              "build it anew with newsline-index rebuild");
}

std::uint32_t bucket_of_key(const std::string& key) {
  std::uint32_t bucket = 0;
  const char* const digits = key.data() + schema::key::kShingle.size();
  std::from_chars(digits, key.data() + key.size(), bucket, 16);
  if (bucket >> kBucketBits != 0 || key != key_of(bucket)) throw_damaged();
  return bucket;
}

/// Hashes as differences, the first from the least of the bucket.
std::string encode(std::uint32_t bucket, std::span<const Shingle> shingles) {
  std::string bytes;
  std::uint32_t last = bucket << (32 - kBucketBits);
  for (const Shingle& shingle : shingles) {
    append_number(bytes, shingle.hash - last);
    append_number(bytes, shingle.document);
    last = shingle.hash;
  }
  return bytes;
}

void append_decoded(std::vector<Shingle>& shingles, std::uint32_t bucket, std::string_view bytes) {
  NumberGroups groups{bytes};
  Shingle last{bucket << (32 - kBucketBits), 0};
  while (!groups.bytes.empty()) {
    Shingle next;
    next.hash = last.hash + static_cast<std::uint32_t>(groups.take());
    next.document = static_cast<Xapian::docid>(groups.take());
    if (groups.failed || next <= last || bucket_of(next.hash) != bucket) throw_damaged();
    shingles.push_back(next);
    last = next;
  }
}

std::vector<Shingle> bucket_in(const Xapian::Database& database, std::uint32_t bucket) {
  std::vector<Shingle> shingles;
  append_decoded(shingles, bucket, database.get_metadata(key_of(bucket)));
  return shingles;
}

/// By the values, document after document.
template <typename Each>
void for_each_shingle(const Xapian::Database& database, Each each) {
  for (auto value = database.valuestream_begin(schema::slot::kSignature);
       value != database.valuestream_end(schema::slot::kSignature); ++value)
    for (const std::uint32_t hash : searched_hashes(*value)) each(Shingle{hash, value.get_docid()});
}

}  // namespace

void for_each_bucket(const Xapian::Database& database, const ShingleTaker& taker) {
  const std::string prefix(schema::key::kShingle);
  std::vector<Shingle> shingles;
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    shingles.clear();
    append_decoded(shingles, bucket_of_key(*key), database.get_metadata(*key));
    taker(shingles);
  }
}

std::vector<Shingle> all_shingles(const Xapian::Database& database) {
  std::vector<Shingle> all;
  for_each_bucket(database,
                  [&](std::span<const Shingle> some) { all.insert(all.end(), some.begin(), some.end()); });
  return all;
}

std::vector<Shingle> shingles_of_values(const Xapian::Database& database) {
  std::vector<Shingle> all;
  for_each_shingle(database, [&](const Shingle& shingle) { all.push_back(shingle); });
  std::ranges::sort(all);
  return all;
}

void sweep_shingles(const std::vector<Xapian::Database>& parts, const PartedDocuments& documents,
                    const ShingleTaker& taker, std::size_t at_once) {
  std::vector<std::size_t> sizes(std::size_t{1} << kBucketBits);  // of buckets
  for (const Xapian::Database& part : parts)
    for_each_shingle(part, [&](const Shingle& shingle) { ++sizes[bucket_of(shingle.hash)]; });
  std::vector<Shingle> some;
  some.reserve(std::min(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}), at_once));
  for (std::size_t first = 0; first < sizes.size();) {
    std::size_t end = first;
    std::size_t count = 0;
    while (end < sizes.size() && (count == 0 || count + sizes[end] <= at_once)) count += sizes[end++];
    some.clear();
    for (std::size_t part = 0; part < parts.size() && count != 0; ++part) {
      for_each_shingle(parts[part], [&](const Shingle& shingle) {
        if (bucket_of(shingle.hash) < first || bucket_of(shingle.hash) >= end) return;
        some.push_back({shingle.hash, documents.number_of({part, shingle.document})});
      });
    }
    std::ranges::sort(some);
    if (!some.empty()) taker(some);
    first = end;
  }
}

std::vector<Xapian::docid> ShingleReader::documents(std::uint32_t hash) {
  const Bucket& shingles = bucket(bucket_of(hash));
  std::vector<Xapian::docid> all;
  auto shingle = std::ranges::lower_bound(shingles, hash, {}, &Shingle::hash);
  for (; shingle != shingles.end() && shingle->hash == hash; ++shingle) all.push_back(shingle->document);
  return all;
}

const ShingleReader::Bucket& ShingleReader::bucket(std::uint32_t number) {
  const auto known = buckets_.find(number);
  if (known != buckets_.end()) return known->second;
  Bucket shingles = bucket_in(database_, number);
  if (taken_bytes_ > memory_bytes_) {
    buckets_.clear();
    taken_bytes_ = 0;
  }
  taken_bytes_ += shingles.capacity() * sizeof(Shingle);
  return buckets_.emplace(number, std::move(shingles)).first->second;
}

void ShingleChanges::note(std::string_view signature, Xapian::docid document, bool comes) {
  for (const std::uint32_t hash : searched_hashes(signature))
    changes_[bucket_of(hash)].push_back({{hash, document}, comes});
}

void ShingleChanges::come(std::string_view signature, Xapian::docid document) {
  note(signature, document, true);
}

void ShingleChanges::go(std::string_view signature, Xapian::docid document) {
  note(signature, document, false);
}

void ShingleChanges::write_to(Xapian::WritableDatabase& database) {
  for (const auto& [bucket, changes] : changes_) {
    std::map<Shingle, bool> last;
    for (const Change& change : changes) last[change.shingle] = change.comes;
    std::vector<Shingle> shingles = bucket_in(database, bucket);
    std::erase_if(shingles, [&](const Shingle& shingle) { return last.contains(shingle); });
    for (const auto& [shingle, comes] : last)
      if (comes) shingles.push_back(shingle);
    std::ranges::sort(shingles);
    database.set_metadata(key_of(bucket), encode(bucket, shingles));
  }
  changes_.clear();
}

void write_shingles(Xapian::WritableDatabase& database, std::size_t at_once) {
  const std::vector<Xapian::Database> parts{database};
  const auto write = [&](std::span<const Shingle> some) {
    for (auto first = some.begin(); first != some.end();) {
      const std::uint32_t bucket = bucket_of(first->hash);
      const auto end = std::find_if(
          first, some.end(), [&](const Shingle& shingle) { return bucket_of(shingle.hash) != bucket; });
      database.set_metadata(key_of(bucket), encode(bucket, {first, end}));
      first = end;
    }
  };
  sweep_shingles(parts, PartedDocuments(parts), write, at_once);
}

}  // namespace newsline
