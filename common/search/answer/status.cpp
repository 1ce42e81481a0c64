// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/answer/status.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "common/error.h"
#include "common/index/document/terms.h"
#include "common/index/document/values.h"
#include "common/index/ledger/sources.h"
#include "common/index/schema.h"
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

std::uint64_t count_terms(const Xapian::Database& database, std::string_view prefix) {
  return count(database.allterms_begin(std::string(prefix)), database.allterms_end(std::string(prefix)));
}

/// Words of titles stand in the index a second time, as such.
std::uint64_t count_words(const Xapian::Database& database) {
  std::uint64_t words = database.get_total_length();
  const std::string title(schema::prefix::kTitle);
  for (auto term = database.allterms_begin(title); term != database.allterms_end(title); ++term) {
    words -= database.get_collection_freq(*term);
  }
  return words;
}

/// The bounds that Xapian keeps of a slot do not shrink when articles go; the terms do.
void find_days(const Xapian::Database& database, ArchiveStatus& status) {
  const std::string prefix(schema::prefix::kDay);
  std::string first;
  std::string last;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    last = *term;
    if (first.empty()) first = last;
  }
  if (first.empty()) return;
  if (const auto day = day_of_value(form_of_term(prefix, first))) status.first_day = iso8601(*day);
  if (const auto day = day_of_value(form_of_term(prefix, last))) status.last_day = iso8601(*day);
}

int number_in(const Xapian::Database& database, std::string_view key) {
  const std::string text = database.get_metadata(std::string(key));
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void read_metadata(const Xapian::Database& database, ArchiveStatus& status) {
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

ArchiveStatus status_of(const Xapian::Database& database, const std::string& index,
                        const std::string& generation) {
  ArchiveStatus status;
  status.index = index;
  status.generation = generation;
  status.articles = database.get_doccount();
  status.undated = status.articles - database.get_value_freq(schema::slot::kDay);
  status.words = count_words(database);
  find_days(database, status);
  status.tags = count_terms(database, schema::prefix::kTag);
  status.languages = count_all(database, schema::slot::kLanguage).by_count();
  status.publishers = count_all(database, schema::slot::kSource).by_count();
  status.publishers.resize(std::min(status.publishers.size(), kShownPublishers));
  status.size_bytes = size_of_folder(index + "/" + generation);
  read_metadata(database, status);
  return status;
}

}  // namespace newsline
