// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/status.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <vector>

#include "common/error.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/glass/term_list.h"
#include "common/index/ledger/sources.h"
#include "common/index/schema.h"
#include "common/search/answer/embargo.h"
#include "common/search/answer/facets.h"
#include "common/text/published.h"

namespace newsline {
namespace {

constexpr std::size_t kShownPublishers = 10;

[[noreturn]] void lost(const std::filesystem::path& path, const std::error_code& error) {
  throw Error(ErrorKind::data, fmt::format("cannot look at \"{}\": {}", path.string(), error.message()),
              "check the permissions of the index folder");
}

/// A writer may remove a file at any moment, and a whole generation some time after another has replaced it.
std::uint64_t size_of_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error == std::errc::no_such_file_or_directory) {
    throw Xapian::DatabaseModifiedError("the generation has been replaced and removed");
  }
  if (error) lost(folder, error);
  std::uint64_t bytes = 0;
  while (entries != std::filesystem::directory_iterator()) {
    const auto size = entries->file_size(error);
    if (error && error != std::errc::no_such_file_or_directory) lost(entries->path(), error);
    if (!error) bytes += size;
    entries.increment(error);
    if (error) lost(folder, error);
  }
  return bytes;
}

template <typename Iterator>
std::uint64_t count(Iterator first, Iterator last) {
  std::uint64_t number = 0;
  for (; first != last; ++first) ++number;
  return number;
}

/// What Xapian's own figures count too much: articles that nobody may see.
class Hidden {
 public:
  explicit Hidden(const Snapshot& database)
      : database_(database), documents_(hidden_documents(database, std::nullopt)) {
    for (const Xapian::docid document : documents_) note(document);
  }

  [[nodiscard]] const std::vector<Xapian::docid>& documents() const { return documents_; }
  [[nodiscard]] std::uint64_t dated() const { return dated_; }
  [[nodiscard]] std::uint64_t words() const { return words_; }

  /// Whether an article that is not hidden has the term.
  [[nodiscard]] bool leaves(const std::string& term) const {
    const auto known = articles_.find(term);
    return known == articles_.end() || known->second < database_.frequency(term);
  }

 private:
  void note(Xapian::docid document) {
    words_ += database_.get_doclength(document);
    const auto end = database_.termlist_end(document);
    for (auto term = database_.termlist_begin(document); term != end; ++term) {
      const std::string text = *term;
      if (text.starts_with(schema::prefix::kTitle)) words_ -= term.get_wdf();
      if (text.starts_with(schema::prefix::kDay)) ++dated_;
      if (text.starts_with(schema::prefix::kDay) || text.starts_with(schema::prefix::kTag)) ++articles_[text];
    }
  }

  const Snapshot& database_;
  std::vector<Xapian::docid> documents_;
  std::uint64_t dated_ = 0;
  std::uint64_t words_ = 0;
  std::unordered_map<std::string, Xapian::doccount> articles_;  ///< that are hidden, by day and tag
};

std::uint64_t count_terms(const Snapshot& database, std::string_view prefix, const Hidden& hidden) {
  std::uint64_t number = 0;
  for (TermList terms(prefix, database); !terms.is_at_end(); terms.next())
    if (hidden.leaves(terms.term())) ++number;
  return number;
}

/// Words of titles stand in the index a second time, as such.
std::uint64_t count_words(const Snapshot& database, const Hidden& hidden) {
  std::uint64_t words = database.get_total_length();
  const std::string title(schema::prefix::kTitle);
  for (TermList terms(title, database); !terms.is_at_end(); terms.next()) words -= terms.occurrences();
  return words - hidden.words();
}

/// The bounds that Xapian keeps of a slot do not shrink when articles go; the terms do.
void find_days(const Snapshot& database, const Hidden& hidden, ArchiveStatus& status) {
  const std::string prefix(schema::prefix::kDay);
  std::string first;
  std::string last;
  for (TermList terms(prefix, database); !terms.is_at_end(); terms.next()) {
    if (!hidden.leaves(terms.term())) continue;
    last = terms.term();
    if (first.empty()) first = last;
  }
  if (first.empty()) return;
  if (const auto day = day_of_value(form_of_term(prefix, first))) status.first_day = iso8601(*day);
  if (const auto day = day_of_value(form_of_term(prefix, last))) status.last_day = iso8601(*day);
}

int number_in(const Snapshot& database, std::string_view key) {
  const std::string text = database.get_metadata(std::string(key));
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void read_metadata(const Snapshot& database, ArchiveStatus& status) {
  const std::string file(schema::key::kFile);
  status.files = count(database.metadata_keys_begin(file), database.metadata_keys_end(file));
  status.schema = number_in(database, schema::key::kSchema);
  status.tokenizer = number_in(database, schema::key::kTokenizer);
  status.icu = database.get_metadata(std::string(schema::key::kIcu));
  status.unicode = database.get_metadata(std::string(schema::key::kUnicode));
  status.last_run = database.get_metadata(std::string(schema::key::kLastRun));
  const Sources sources(database);
  for (const Source& source : sources.in_order()) status.sources.push_back(source.path);
}

}  // namespace

ArchiveStatus status_of(const Snapshot& database, const std::string& index, const std::string& generation) {
  ArchiveStatus status;
  status.index = index;
  status.generation = generation;
  const Hidden hidden(database);
  status.articles = database.get_doccount() - hidden.documents().size();
  status.undated = status.articles - (database.get_value_freq(schema::slot::kDay) - hidden.dated());
  status.words = count_words(database, hidden);
  find_days(database, hidden, status);
  status.tags = count_terms(database, schema::prefix::kTag, hidden);
  status.languages = count_all(database, schema::slot::kLanguage, hidden.documents()).by_count();
  status.publishers = count_all(database, schema::slot::kSource, hidden.documents()).by_count();
  status.publishers.resize(std::min(status.publishers.size(), kShownPublishers));
  status.size_bytes = size_of_folder(index + "/" + generation);
  read_metadata(database, status);
  return status;
}

}  // namespace newsline
