// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "common/article/file/content_hash.h"
#include "common/article/file/regular_file.h"
#include "common/error.h"
#include "common/index/ledger/last_run.h"
#include "common/index/path_text.h"
#include "common/index/refresh/carry_over.h"
#include "common/index/schema.h"
#include "common/index/whole_database.h"

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

/// Begins to walk: in another thread, or later in this one if the system has no thread to give.
std::future<std::vector<Walk>> start_walks(const std::vector<std::string>& sources) {
  return std::async([sources] {
    std::vector<Walk> walks;
    for (const std::string& source : sources) walks.push_back(walk(source));
    return walks;
  });
}

/// Where a walk of `source` comes upon the folder `index`, however the two paths run through symbolic links.
std::optional<std::string> path_within(const std::string& source, const std::string& index) {
  const std::string real_source = std::filesystem::canonical(source).string();
  const std::string real_index = std::filesystem::weakly_canonical(index).string();
  if (!lies_under(real_index, real_source)) return std::nullopt;
  return source + real_index.substr(real_source == "/" ? 0 : real_source.size());
}

bool comes_before(const FileEntry* left, const FileEntry* right) {
  return left->file.path < right->file.path;
}

/// The time of modification can be set to anything, that of change cannot.
bool is_settled(const FileEntry& entry) { return entry.file.changed_ns < entry.read_ns - kCoarseTimeNs; }

}  // namespace

Run::Run(Generation& writer, Task task, RunObserver& observer)
    : writer_(writer),
      task_(std::move(task)),
      observer_(observer),
      walks_(start_walks(task_.sources)),
      sources_(writer.former()),
      ledger_(writer.former()),
      forgotten_(writer.former()),
      intake_(writer, {ledger_, sources_, forgotten_}, task_.batch,
              LossGuard(ledger_, task_.allow_mass_delete), report_, observer) {}

RunReport Run::finish() {
  walk_sources();
  remember_sources();
  std::vector<std::string> vanished = vanished_keys();
  report_.files_vanished = vanished.size();
  std::erase_if(vanished, [&](const std::string& key) { return sources_.keeps(ledger_.find(key)->source); });
  require_few(vanished);
  intake_.expect_vanished(vanished);
  choose_files();
  read_chosen_files();
  for (const std::string& key : vanished)
    if (!stopped_) intake_.vanish(key);
  read_stale_files();
  if (!task_.former.empty() && !stopped_) carry_articles_over();
  return conclude();
}

RunReport Run::conclude() {
  if (observer_.wants_changes()) observer_.changed(intake_.changes());
  report_.articles_total = writer_.article_count();
  report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - clock_).count();
  const LastRun last_run{task_.command, stopped_, report_};
  writer_.database().set_metadata(std::string(schema::key::kLastRun), to_json(last_run));
  writer_.commit();
  return report_;
}

/// Files of a source that is to be read in another way are as good as changed.
void Run::remember_sources() {
  for (const std::string& source : task_.sources)
    sources_.remember(writer_.database(), source, task_.keep_vanished);
  for (const auto& [source, format] : task_.formats) {
    if (!sources_.read_as(writer_.database(), source, format)) continue;
    std::vector<std::string> keys;
    for (const auto& [key, entry] : ledger_.entries())
      if (entry.source == source) keys.push_back(key);
    for (const std::string& key : keys) ledger_.mark_incomplete(writer_.database(), key);
  }
}

void Run::walk_sources() {
  std::vector<Walk> walks = walks_.get();
  for (std::size_t at = 0; at < walks.size(); ++at) {
    Walk& walked = walks[at];
    const std::optional<std::string> index = path_within(task_.sources[at], task_.index);
    found_.reserve(found_.size() + walked.files.size());
    for (FoundFile& file : walked.files)
      if (!index || !lies_under(file.path, *index)) found_.try_emplace(file_key(file.path), std::move(file));
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
    if (!found_.contains(key) && has_vanished(entry)) vanished.push_back(&entry);
  std::sort(vanished.begin(), vanished.end(), comes_before);
  std::vector<std::string> keys;
  keys.reserve(vanished.size());
  for (const FileEntry* entry : vanished) keys.push_back(file_key(entry->file.path));
  return keys;
}

/// Of a file that was not found.
bool Run::has_vanished(const FileEntry& entry) const {
  const std::string& path = entry.file.path;
  const auto holds_it = [&](const std::string& folder) { return lies_under(path, folder); };
  const auto& given = task_.sources;
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
  for (const auto& [key, file] : found_)
    if (ledger_.find(key) == nullptr) arrived.emplace(file.inode, file.size_bytes, file.modified_ns);
  std::set<std::string> gone;
  for (const std::string& key : vanished) {
    const FoundFile& file = ledger_.find(key)->file;
    if (!arrived.contains({file.inode, file.size_bytes, file.modified_ns})) gone.insert(key);
  }
  intake_.require_few(gone);
}

bool Run::is_to_be_retried(const FileEntry& entry) const {
  return task_.retry_rejected && entry.rejections != 0;
}

bool Run::is_unchanged(const FileEntry& entry, const FoundFile& file) const {
  return entry.complete && entry.file == file && is_settled(entry) && !is_to_be_retried(entry);
}

void Run::choose_files() {
  std::vector<const FileEntry*> rejected;
  for (const auto& [key, file] : found_) {
    const FileEntry* entry = ledger_.find(key);
    if (entry == nullptr || !is_unchanged(*entry, file)) {
      to_read_.push_back(file.path);
      continue;
    }
    ++report_.files_unchanged;
    if (entry->rejections != 0) rejected.push_back(entry);
  }
  std::sort(rejected.begin(), rejected.end(), comes_before);
  for (const FileEntry* entry : rejected) intake_.repeat_rejections(*entry);
  for (const auto& [key, entry] : ledger_.entries())
    if (!entry.complete && !found_.contains(key) && !has_vanished(entry)) to_read_.push_back(entry.file.path);
  std::sort(to_read_.begin(), to_read_.end());
}

void Run::read_if_changed(const std::string& path) {
  const auto found = found_.find(file_key(path));
  if (found == found_.end()) return read_again(path);
  const auto hash = hash_or_reject(path);
  if (!hash) return;
  const FileEntry* entry = ledger_.find(file_key(path));
  if (entry == nullptr || !entry->complete || entry->hash != *hash || is_to_be_retried(*entry))
    return read(found->second, *hash);

  FileEntry refreshed = *entry;
  refreshed.file = found->second;
  refreshed.read_ns = now_ns();
  intake_.repeat_rejections(refreshed);
  ledger_.put(writer_.database(), std::move(refreshed));
  ++report_.files_unchanged;
}

void Run::read_chosen_files() {
  const bool build = task_.workers != 0;
  if (build) intake_.build_in(task_.build_folder, task_.workers, task_.build_bytes);
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
  const bool was_unchanged = found_.contains(file_key(path)) && !intake_.has_read(path);
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

/// Whether an update would have left what the index held of a file.
bool Run::stays(const FileEntry& entry) const {
  const std::string& path = entry.file.path;
  return sources_.keeps(entry.source) || unreadable_files_.contains(path) || intake_.was_broken_off(path) ||
         std::any_of(unreadable_folders_.begin(), unreadable_folders_.end(),
                     [&](const std::string& folder) { return lies_under(path, folder); });
}

void Run::carry_articles_over() {
  CarryOver former(open_whole(task_.former));
  report_.articles_carried =
      former.bring_articles(writer_, ledger_, [&](const FileEntry& entry) { return stays(entry); });
  if (former.lost() == 0 || task_.allow_mass_delete) return;
  throw Error(ErrorKind::refused,
              fmt::format("{} articles that no file holds any more cannot be read in the former index either",
                          former.lost()),
              "the former index stays in use; see what is damaged: newsline-index check\n"
              "to give them up: run again with --allow-mass-delete");
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
  } catch (const UnreadableFile& error) {
    unreadable_files_.insert(path);
    reject({path, 0, rejection_for(error, path, 0).reason + "; what the index holds of it stays", true});
    return std::nullopt;
  }
}

void Run::reject(const Rejection& rejection) {
  ++report_.rejections;
  observer_.rejected(rejection);
}

}  // namespace newsline
