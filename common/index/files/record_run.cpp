// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/files/record_run.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace newsline {
namespace {

constexpr std::size_t kWaitingBytes = 256u << 10;

using Length = std::uint32_t;

}  // namespace

std::uint64_t start_of(std::string_view record) {
  std::uint64_t start = 0;
  for (std::size_t at = 0; at < sizeof(start); ++at)
    start = start << 8 | (at < record.size() ? static_cast<unsigned char>(record[at]) : 0U);
  return start;
}

RunWriter::RunWriter(ScratchFile& file) : file_(file), run_{file.size_bytes(), file.size_bytes()} {}

void RunWriter::add(std::string_view record) {
  if (run_.steps.empty() || run_.end - run_.steps.back().offset >= RunReader::kBytes)
    run_.steps.push_back({start_of(record), run_.end});
  const auto length = static_cast<Length>(record.size());
  waiting_.append(reinterpret_cast<const char*>(&length), sizeof(length)).append(record);
  run_.end += sizeof(length) + record.size();
  if (waiting_.size() < kWaitingBytes) return;
  file_.append(waiting_);
  waiting_.clear();
}

RecordRun RunWriter::finish() {
  file_.append(waiting_);
  waiting_.clear();
  return std::move(run_);
}

RunReader::RunReader(const ScratchFile& file, std::uint64_t begin, std::uint64_t end)
    : file_(&file), offset_(begin), end_(end), bytes_(kBytes) {}

/// Whether so many bytes lie ready, from at_ on; false at the end.
bool RunReader::have(std::size_t bytes) {
  if (held_ - at_ >= bytes) return true;
  std::memmove(bytes_.data(), bytes_.data() + at_, held_ - at_);
  held_ -= std::exchange(at_, 0);
  if (bytes > bytes_.size()) bytes_.resize(bytes);
  const std::size_t wanted = std::min<std::uint64_t>(bytes_.size() - held_, end_ - offset_);
  const std::size_t count = file_->read(offset_, bytes_.data() + held_, wanted);
  offset_ += count;
  held_ += count;
  return held_ >= bytes;
}

bool RunReader::next() {
  Length length = 0;
  if (!have(sizeof(length))) return false;
  std::memcpy(&length, bytes_.data() + at_, sizeof(length));
  at_ += sizeof(length);
  if (!have(length)) return false;
  record_ = {bytes_.data() + at_, length};
  at_ += length;
  return true;
}

}  // namespace newsline
