// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "common/article/file/content_hash.h"
#include "common/error.h"
#include "common/index/ledger/last_run.h"
#include "common/index/path_text.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

/// Within this time after a file was read, a change need not show in its times: file systems and clocks are
/// that coarse (FAT: two seconds).
constexpr std::int64_t kCoarseTimeNs = 2'000'000'000;

bool exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

/// A single file as walk() sees it; nothing if it is none, or not there.
std::optional<FoundFile> find_file(const std::string& path) {
  if (!exists(path)) return std::nullopt;
  const Walk walked = walk(path);
  if (walked.files.size() != 1 || walked.files.front().path != path) return std::nullopt;
  return walked.files.front();
}

/// Where a walk of `source` comes upon the folder `index`, however the two paths run through symbolic links.
std::optional<std::string> path_within(const std::string& source, const std::string& index) {
  const std::string real_source = std::filesystem::canonical(source).string();
  const std::string real_index = std::filesystem::canonical(index).string();
  if (!lies_under(real_index, real_source)) return std::nullopt;
  return source + real_index.substr(real_source == "/" ? 0 : real_source.size());
}

/// The time of modification can be set to anything, that of change cannot.
bool is_settled(const FileEntry& entry) { return entry.file.changed_ns < entry.read_ns - kCoarseTimeNs; }

}  // namespace

Run::Run(GenerationWriter& writer, Task task, RunObserver& observer)
    : writer_(writer),
      task_(std::move(task)),
      observer_(observer),
      sources_(writer.database()),
      ledger_(writer.database()),
      intake_(writer, ledger_, sources_, task_.batch,
              {task_.keep_vanished, LossGuard(ledger_, task_.allow_mass_delete)}, report_, observer) {}

RunReport Run::finish() {
  walk_sources();
  for (const std::string& source : task_.sources) sources_.remember(writer_.database(), source);
  std::vector<std::string> vanished = vanished_keys();
  report_.files_vanished = vanished.size();
  if (task_.keep_vanished) vanished.clear();
  require_few(vanished);
  intake_.expect_vanished(vanished);
  choose_files();
  read_chosen_files();
  for (const std::string& key : vanished)
    if (!stopped_) intake_.vanish(key);
  read_stale_files();
  return conclude();
}

std::optional<RunReport> Run::forget_path(const std::string& path) {
  std::vector<std::string> forgotten;
  for (const auto& [key, entry] : ledger_.entries())
    if (lies_under(entry.file.path, path)) forgotten.push_back(key);
  if (sources_.forget(writer_.database(), path) == 0 && forgotten.empty()) return std::nullopt;
  intake_.expect_vanished(forgotten);
  for (const std::string& key : forgotten) intake_.vanish(key);
  read_stale_files();
  return conclude();
}

RunReport Run::forget(Xapian::docid document) {
  writer_.remove(document);
  report_.articles_removed = 1;
  return conclude();
}

RunReport Run::conclude() {
  report_.articles_total = writer_.database().get_doccount();
  report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - clock_).count();
  const LastRun last_run{task_.command, started_, stopped_, report_};
  writer_.database().set_metadata(std::string(schema::key::kLastRun), to_json(last_run));
  writer_.commit();
  return report_;
}

void Run::walk_sources() {
  for (const std::string& source : task_.sources) {
    const Walk walked = walk(source);
    const std::optional<std::string> index = path_within(source, task_.index);
    for (const FoundFile& file : walked.files)
      if (!index || !lies_under(file.path, *index)) found_.try_emplace(file.path, file);
    for (const Rejection& rejection : walked.rejections) {
      const auto known = std::find(unreadable_folders_.begin(), unreadable_folders_.end(), rejection.path);
      if (known != unreadable_folders_.end()) continue;  // sources may overlap
      unreadable_folders_.push_back(rejection.path);
      reject(rejection);
    }
  }
  report_.files_found = found_.size();
}

std::vector<std::string> Run::vanished_keys() const {
  std::vector<const FileEntry*> vanished;
  for (const auto& [key, entry] : ledger_.entries())
    if (has_vanished(entry)) vanished.push_back(&entry);
  std::sort(vanished.begin(), vanished.end(),
            [](const FileEntry* a, const FileEntry* b) { return a->file.path < b->file.path; });
  std::vector<std::string> keys;
  for (const FileEntry* entry : vanished) keys.push_back(file_key(entry->file.path));
  return keys;
}

bool Run::has_vanished(const FileEntry& entry) const {
  const std::string& path = entry.file.path;
  const auto holds_it = [&](const std::string& folder) { return lies_under(path, folder); };
  const auto& given = task_.sources;
  if (found_.contains(path)) return false;
  if (std::none_of(given.begin(), given.end(), holds_it)) return false;
  if (std::any_of(unreadable_folders_.begin(), unreadable_folders_.end(), holds_it)) return false;
  // Another source may reach what a walk of the given ones passes over, such as a hidden file.
  const bool is_elsewhere =
      std::any_of(sources_.in_order().begin(), sources_.in_order().end(), [&](const Source& source) {
        return holds_it(source.path) && std::find(given.begin(), given.end(), source.path) == given.end();
      });
  return !is_elsewhere || !exists(path);
}

/// A file that is found under another path has moved: its articles will be read there.
void Run::require_few(const std::vector<std::string>& vanished) {
  if (vanished.empty()) return;
  std::set<std::tuple<std::uint64_t, std::uint64_t, std::int64_t>> arrived;
  for (const auto& [path, file] : found_)
    if (ledger_.find(file_key(path)) == nullptr)
      arrived.emplace(file.inode, file.size_bytes, file.modified_ns);
  std::set<std::string> gone;
  for (const std::string& key : vanished) {
    const FoundFile& file = ledger_.find(key)->file;
    if (!arrived.contains({file.inode, file.size_bytes, file.modified_ns})) gone.insert(key);
  }
  intake_.require_few(gone);
}

bool Run::is_known_unchanged(const FoundFile& file) const {
  const FileEntry* entry = ledger_.find(file_key(file.path));
  return entry != nullptr && entry->complete && entry->file == file && is_settled(*entry);
}

void Run::choose_files() {
  for (const auto& [path, file] : found_) {
    if (is_known_unchanged(file)) {
      ++report_.files_unchanged;
      intake_.repeat_rejections(*ledger_.find(file_key(path)));
    } else {
      to_read_.push_back(path);
    }
  }
  for (const auto& [key, entry] : ledger_.entries())
    if (!entry.complete && !found_.contains(entry.file.path) && !has_vanished(entry))
      to_read_.push_back(entry.file.path);
  std::sort(to_read_.begin(), to_read_.end());
}

void Run::read_if_changed(const std::string& path) {
  const auto found = found_.find(path);
  if (found == found_.end()) return read_again(path);
  const auto hash = hash_or_reject(path);
  if (!hash) return;
  const FileEntry* entry = ledger_.find(file_key(path));
  if (entry == nullptr || !entry->complete || entry->hash != *hash) return read(found->second, *hash);

  FileEntry refreshed = *entry;
  refreshed.file = found->second;
  refreshed.read_ns = now_ns();
  intake_.repeat_rejections(refreshed);
  ledger_.put(writer_.database(), std::move(refreshed));
  ++report_.files_unchanged;
}

void Run::read_chosen_files() {
  const bool build = task_.workers != 0;
  if (build) intake_.build_in(task_.build_folder, task_.workers);
  for (const std::string& path : to_read_)
    if (!stopped_) read_if_changed(path);
  if (build) intake_.absorb();
}

void Run::read_again(const std::string& path) {
  const auto file = find_file(path);
  if (!file) {
    reject({path, 0, "the file holds an article whose later copy has gone, and cannot be read again"});
    return;
  }
  const bool was_unchanged = found_.contains(path) && !intake_.has_read(path);
  const auto hash = hash_or_reject(path);
  if (!hash) return;
  if (was_unchanged && report_.files_unchanged > 0) --report_.files_unchanged;
  read(*file, *hash);
}

void Run::read_stale_files() {
  while (!stopped_) {
    const std::set<std::string> stale = intake_.take_stale_paths();
    if (stale.empty()) return;
    for (const std::string& path : stale)
      if (!stopped_) read_again(path);
  }
}

void Run::read(const FoundFile& file, const std::string& hash) {
  if (!intake_.has_read(file.path)) ++report_.files_read;
  stopped_ = !intake_.read(file, hash, to_read_.size()) || observer_.stop_asked();
  observer_.progress(report_, to_read_.size(), file.path);
}

std::optional<std::string> Run::hash_or_reject(const std::string& path) {
  ++report_.files_compared;
  try {
    return content_hash_of_file(path);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::data) throw;
    reject({path, 0, std::string(error.what()) + "; what the index holds of it stays"});
    return std::nullopt;
  }
}

void Run::reject(const Rejection& rejection) {
  ++report_.rejections;
  observer_.rejected(rejection);
}

}  // namespace newsline
