// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/sorted_records.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace newsline {
namespace {

using Length = std::uint32_t;

/// Places are numbers of 32 bits.
constexpr std::size_t kMostBytes = 1u << 30;

bool is_less(std::uint64_t start, std::string_view record, std::uint64_t other_start,
             std::string_view other) {
  return start != other_start ? start < other_start : record < other;
}

}  // namespace

std::string_view SortedRecords::at(const Place& place) const {
  Length length = 0;
  std::memcpy(&length, bytes_.data() + place.offset, sizeof(length));
  return {bytes_.data() + place.offset + sizeof(length), length};
}

void SortedRecords::add(std::string_view record) {
  const auto length = static_cast<Length>(record.size());
  const std::size_t most = std::min(scratch_.memory_bytes, kMostBytes);
  const std::size_t taken = bytes_.size() + places_.size() * sizeof(Place);
  if (!places_.empty() && taken + sizeof(length) + length + sizeof(Place) > most) write_places();
  if (bytes_.capacity() == 0) bytes_.reserve(most);  // the system gives memory when it is used
  places_.push_back({start_of(record), static_cast<std::uint32_t>(bytes_.size())});
  const char* const head = reinterpret_cast<const char*>(&length);
  bytes_.insert(bytes_.end(), head, head + sizeof(length));
  bytes_.insert(bytes_.end(), record.begin(), record.end());
  ++count_;
}

void SortedRecords::sort_places() {
  std::sort(places_.begin(), places_.end(), [&](const Place& left, const Place& right) {
    if (left.start != right.start) return left.start < right.start;
    return at(left) < at(right);
  });
}

void SortedRecords::write_places() {
  sort_places();
  if (!file_) file_ = std::make_unique<ScratchFile>(scratch_.folder);
  RunWriter writer(*file_);
  for (const Place& place : places_) writer.add(at(place));
  runs_.push_back(writer.finish());
  places_.clear();
  bytes_.clear();
}

void SortedRecords::sort() {
  if (runs_.empty()) return sort_places();
  write_places();
  places_ = {};
  bytes_ = {};
  merge_all_runs();
}

void SortedRecords::drop() {
  bytes_ = {};
  places_ = {};
  runs_ = {};
  file_.reset();
}

/// As many at a time as there is memory to read them.
void SortedRecords::merge_all_runs() {
  const std::size_t most = std::max<std::size_t>(2, scratch_.memory_bytes / RunReader::kBytes);
  while (runs_.size() > 1) {
    auto file = std::make_unique<ScratchFile>(scratch_.folder);
    const std::vector<RecordRun> runs = std::exchange(runs_, {});
    for (std::size_t first = 0; first < runs.size(); first += most)
      runs_.push_back(merged(std::span(runs).subspan(first, std::min(most, runs.size() - first)), *file));
    file_ = std::move(file);
  }
}

RecordRun SortedRecords::merged(std::span<const RecordRun> runs, ScratchFile& file) const {
  struct Source {
    std::uint64_t start;
    RunReader reader;
  };
  std::vector<Source> sources;
  for (const RecordRun& run : runs) {
    sources.push_back({0, RunReader(*file_, run.begin, run.end)});
    if (sources.back().reader.next()) sources.back().start = start_of(sources.back().reader.record());
  }
  const auto comes_later = [](const Source& left, const Source& right) {
    return is_less(right.start, right.reader.record(), left.start, left.reader.record());
  };
  std::make_heap(sources.begin(), sources.end(), comes_later);
  RunWriter writer(file);
  while (!sources.empty()) {
    std::pop_heap(sources.begin(), sources.end(), comes_later);
    Source& first = sources.back();
    writer.add(first.reader.record());
    if (first.reader.next()) {
      first.start = start_of(first.reader.record());
      std::push_heap(sources.begin(), sources.end(), comes_later);
    } else {
      sources.pop_back();
    }
  }
  return writer.finish();
}

RecordCursor SortedRecords::records() const { return RecordCursor(*this); }

std::optional<std::string> SortedRecords::find(std::string_view start) const {
  if (!runs_.empty()) return find_in_run(start);
  const std::uint64_t number = start_of(start);
  const auto found = std::partition_point(places_.begin(), places_.end(), [&](const Place& place) {
    return is_less(place.start, at(place), number, start);
  });
  if (found == places_.end() || !at(*found).starts_with(start)) return std::nullopt;
  return std::string(at(*found));
}

std::optional<std::string> SortedRecords::find_in_run(std::string_view start) const {
  const RecordRun& run = runs_.front();
  const auto behind = std::ranges::lower_bound(run.steps, start_of(start), {}, &RecordRun::Step::start);
  const std::uint64_t begin = behind == run.steps.begin() ? run.begin : std::prev(behind)->offset;
  RunReader reader(*file_, begin, run.end);
  while (reader.next()) {
    if (reader.record() < start) continue;
    if (!reader.record().starts_with(start)) break;
    return std::string(reader.record());
  }
  return std::nullopt;
}

RecordCursor::RecordCursor(const SortedRecords& records) : records_(&records) {
  if (!records.runs_.empty())
    reader_.emplace(*records.file_, records.runs_.front().begin, records.runs_.front().end);
}

bool RecordCursor::next() {
  if (reader_) {
    if (!reader_->next()) return false;
    record_ = reader_->record();
    return true;
  }
  if (place_ == records_->places_.size()) return false;
  record_ = records_->at(records_->places_[place_++]);
  return true;
}

}  // namespace newsline
