// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

/// A single file as walk() sees it; nothing if it is none, or not there.
std::optional<FoundFile> find_file(const std::string& path) {
  if (!is_there(path)) return std::nullopt;
  const Walk walked = walk(path);
  if (walked.files.size() != 1 || walked.files.front().path != path) return std::nullopt;
  return walked.files.front();
}

Run::Task with_scratch(Run::Task task) {
  if (task.scratch.folder.empty()) task.scratch.folder = task.index;
  return task;
}

}  // namespace

Run::Run(Generation& writer, Task task, RunObserver& observer)
    : writer_(writer),
      task_(with_scratch(std::move(task))),
      observer_(observer),
      found_(task_.sources, task_.index, task_.scratch),
      sources_(writer.former()),
      known_(writer.former(), task_.scratch),
      ledger_(writer.former(), writer.database()),
      forgotten_(writer.former()),
      intake_(writer, {ledger_, sources_, forgotten_}, task_.batch,
              LossGuard(known_.articles(), task_.allow_mass_delete), task_.scratch, report_, observer),
      to_read_(task_.scratch),
      vanished_(task_.scratch),
      rejected_(task_.scratch) {}

RunReport Run::finish() {
  walk_sources();
  remember_sources();
  choose_files();
  if (vanished_.count() != 0) {
    require_few();
    intake_.expect_vanished(vanished_keys());
  }
  repeat_rejections();
  read_chosen_files();
  vanish_files();
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

void Run::walk_sources() {
  for (const Rejection& rejection : found_.finish()) {
    const auto known = std::find(unreadable_folders_.begin(), unreadable_folders_.end(), rejection.path);
    if (known != unreadable_folders_.end()) continue;  // sources may overlap
    unreadable_folders_.push_back(rejection.path);
    reject(rejection);
  }
}

/// Files of a source that is to be read in another way are as good as changed.
void Run::remember_sources() {
  for (const std::string& source : task_.sources)
    sources_.remember(writer_.database(), source, task_.keep_vanished);
  for (const auto& [source, format] : task_.formats)
    if (sources_.read_as(writer_.database(), source, format)) changed_formats_.insert(source);
  if (changed_formats_.empty()) return;
  RecordCursor files = known_.records();
  while (files.next()) {
    const KnownRecord file = read_known_record(files.record());
    if (changed_formats_.contains(known_.source(file.source)))
      ledger_.mark_incomplete(unpacked_key(key_of_bytes(file.key)));
  }
}

void Run::read_if_changed(const PlannedFile& planned) {
  const std::string& path = planned.file.path;
  if (!planned.was_found) return read_again(path);
  const auto hash = hash_or_reject(path, false);
  if (!hash) return;
  std::optional<FileEntry> entry;
  if (planned.is_known) entry = ledger_.find(file_key(path));
  if (!entry || !entry->complete || entry->hash != *hash || is_to_be_retried(entry->rejections != 0))
    return read(planned.file, *hash, {std::move(entry)});

  entry->file = planned.file;
  entry->read_ns = now_ns();
  intake_.repeat_rejections(*entry);
  ledger_.put(*entry);
  ++report_.files_unchanged;
}

void Run::read_chosen_files() {
  const bool build = task_.workers != 0;
  if (build) intake_.build_in(task_.build_folder, task_.workers, task_.build_bytes);
  RecordCursor files = to_read_.records();
  while (!stopped_ && files.next()) read_if_changed(read_planned_record(files.record()));
  to_read_.drop();
  intake_.end_pass();
  if (build) intake_.absorb();
}

void Run::read_again(const std::string& path) {
  const auto file = find_file(path);
  if (!file) {
    reject({path, 0, "the file holds an article whose later copy has gone, and cannot be read again"});
    return;
  }
  const std::string key = file_key(path);
  const PackedKey packed = packed_key(key);
  Intake::Before before;
  before.articles = intake_.articles_read(packed);
  before.entry = ledger_.find(key);
  const bool was_unchanged = !before.articles && found_.contains(packed);
  const auto unreadable = unreadable_files_.find(packed);
  const bool was_told = was_unchanged && before.entry && before.entry->rejections != 0 &&
                        (unreadable == unreadable_files_.end() || unreadable->second);
  const auto hash = hash_or_reject(path, was_told);
  if (!hash) return;
  if (was_unchanged && report_.files_unchanged > 0) --report_.files_unchanged;
  before.rejections_are_known = before.articles || was_told;
  read(*file, *hash, before);
}

void Run::vanish_files() {
  RecordCursor paths = vanished_.records();
  while (!stopped_ && paths.next()) intake_.vanish(file_key(std::string(paths.record())));
}

void Run::read_stale_files() {
  while (!stopped_) {
    const SortedRecords stale = intake_.take_stale_paths();
    if (stale.count() == 0) return;
    RecordCursor paths = stale.records();
    std::string last;
    while (!stopped_ && paths.next()) {
      if (paths.record() == last) continue;
      last = paths.record();
      read_again(last);
    }
    intake_.end_pass();
  }
}

/// Whether an update would have left what the index held of a file.
bool Run::stays(const FileEntry& entry) const {
  const std::string& path = entry.file.path;
  const PackedKey key = packed_key(file_key(path));
  return sources_.keeps(entry.source) || unreadable_files_.contains(key) || intake_.was_broken_off(key) ||
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

void Run::read(const FoundFile& file, const std::string& hash, const Intake::Before& before) {
  if (!before.articles) ++report_.files_read;
  stopped_ = !intake_.read(file, hash, before, to_read_.count()) || observer_.stop_asked();
  observer_.progress(report_, to_read_.count(), file.path);
}

std::optional<std::string> Run::hash_or_reject(const std::string& path, bool was_told) {
  ++report_.files_compared;
  try {
    return content_hash_of_file(path);
  } catch (const UnreadableFile& error) {
    unreadable_files_.try_emplace(packed_key(file_key(path)), was_told);
    reject({path, 0, rejection_for(error, path, 0).reason + "; what the index holds of it stays", true});
    return std::nullopt;
  }
}

void Run::reject(const Rejection& rejection) {
  ++report_.rejections;
  observer_.rejected(rejection);
}

}  // namespace newsline
