// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "common/index/path_text.h"
#include "common/index/refresh/run.h"

namespace newsline {
namespace {

/// Goes to the next file; false behind the last. What several sources hold counts once.
bool next_file(RecordCursor& found) {
  const PackedKey former = key_of_bytes(read_found_record(found.record()).key);
  while (found.next())
    if (read_found_record(found.record()).key != bytes_of(former)) return true;
  return false;
}

}  // namespace

/// Both lists ascend by the keys of files.
void Run::choose_files() {
  RecordCursor found = found_.records();
  RecordCursor known = known_.records();
  bool is_found = found.next();
  bool is_known = known.next();
  while (is_found || is_known) {
    const FoundRecord file = is_found ? read_found_record(found.record()) : FoundRecord{};
    const KnownRecord entry = is_known ? read_known_record(known.record()) : KnownRecord{};
    const bool comes_first = is_found && (!is_known || file.key <= entry.key);
    const bool is_both = comes_first && is_known && file.key == entry.key;
    if (comes_first)
      choose_found(file, is_both ? &entry : nullptr);
    else
      choose_missing(entry);
    if (!comes_first || is_both) is_known = known.next();
    if (comes_first) is_found = next_file(found);
  }
  known_.clear();
  for (SortedRecords* list : {&to_read_, &vanished_, &rejected_}) list->sort();
}

bool Run::is_complete(const KnownRecord& known) const {
  if (changed_formats_.empty()) return known.is_complete;
  return known.is_complete && !changed_formats_.contains(known_.source(known.source));
}

/// `known`: null where the ledger has no entry of the file.
void Run::choose_found(const FoundRecord& found, const KnownRecord* known) {
  ++report_.files_found;
  const bool is_unchanged = known != nullptr && is_complete(*known) && known->state == found.state &&
                            known->is_settled && !is_to_be_retried(known->has_rejections);
  if (!is_unchanged) return to_read_.add(planned_record(found, known != nullptr));
  ++report_.files_unchanged;
  if (known->has_rejections) rejected_.add(found.path);
}

/// A file of which there is an entry was not found.
void Run::choose_missing(const KnownRecord& known) {
  const std::string& source = known_.source(known.source);
  const bool was_looked_for = std::ranges::any_of(task_.sources, [&](const std::string& given) {
    return source.empty() || lies_under(source, given) || lies_under(given, source);
  });
  if (!was_looked_for && is_complete(known)) return;
  const auto entry = ledger_.find(unpacked_key(key_of_bytes(known.key)));
  if (!entry) return;
  if (has_vanished(*entry)) {
    ++report_.files_vanished;
    if (!sources_.keeps(entry->source)) vanished_.add(entry->file.path);
  } else if (!entry->complete) {
    to_read_.add(planned_record(entry->file.path));
  }
}

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
  return !is_elsewhere || !is_there(path);
}

std::vector<PackedKey> Run::vanished_keys() const {
  std::vector<PackedKey> keys;
  keys.reserve(vanished_.count());
  RecordCursor paths = vanished_.records();
  while (paths.next()) keys.push_back(packed_key(file_key(std::string(paths.record()))));
  std::ranges::sort(keys);
  return keys;
}

/// A file that is found under another path has moved: its articles will be read there.
void Run::require_few() {
  SortedRecords arrived(task_.scratch);
  RecordCursor files = to_read_.records();
  while (files.next()) {
    const PlannedFile planned = read_planned_record(files.record());
    if (planned.was_found && !planned.is_known) arrived.add(identity_record(planned.file));
  }
  arrived.sort();
  std::vector<PackedKey> gone;
  for (const PackedKey& key : vanished_keys())
    if (!arrived.find(identity_record(ledger_.find(unpacked_key(key)).value().file))) gone.push_back(key);
  intake_.require_few(gone);
}

void Run::repeat_rejections() {
  RecordCursor paths = rejected_.records();
  while (paths.next()) intake_.repeat_rejections(ledger_.find(file_key(std::string(paths.record()))).value());
}

}  // namespace newsline
