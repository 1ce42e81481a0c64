// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/batch_database.h"

#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>

#include "common/article/article_json.h"
#include "common/error.h"
#include "common/index/build/inverted_batch.h"
#include "common/index/document/document.h"
#include "common/index/document/postings.h"
#include "common/index/packing/stored_texts.h"
#include "common/index/whole_database.h"

namespace newsline {
namespace {

/// Both ascend by slot, and have values of the same slots of names.
void put_names(const std::vector<std::pair<std::uint32_t, std::string>>& names, Postings& postings) {
  auto next = names.begin();
  for (auto& [slot, value] : postings.values)
    if (next != names.end() && next->first == slot) value = next++->second;
}

/// A database of its own that `write` fills.
template <typename Write>
void write_database(const std::string& folder, Write write) {
  Xapian::WritableDatabase database(folder,
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  write(database);
  database.commit();
  database.close();
}

}  // namespace

void write_batch(const Batch& batch, const std::string& folder, BatchTools& tools) {
  InvertedBatch inverted(folder);
  for (const Batch::Entry& entry : batch.entries) {
    Postings postings = make_postings(entry.article, tools.tokenizer, entry.file_key, entry.cut);
    if (!is_storable(postings))
      throw Error(ErrorKind::data,
                  fmt::format("the article \"{}\" is too large for the index", entry.article.id));
    tools.families.note(postings);
    put_names(entry.names, postings);
    postings.data = tools.packer.packed(postings.data);
    inverted.add(postings, claim_term(entry.file_key));
  }
  inverted.finish();
}

std::string dictionary_for(const Batch& batch) {
  std::vector<std::string> texts;
  for (const Batch::Entry& entry : batch.entries)
    if (texts.size() < kTextsForDictionary) texts.push_back(to_json(entry.article));
  return trained_dictionary(texts);
}

void write_families(FamilyRecorder& families, const std::string& folder) {
  write_database(folder, [&](Xapian::WritableDatabase& database) { families.write_to(database); });
}

void write_names(NameNumbers& names, const std::string& folder) {
  write_database(folder, [&](Xapian::WritableDatabase& database) { names.write_to(database); });
}

void write_dictionary(const std::string& dictionary, const std::string& folder) {
  write_database(folder, [&](Xapian::WritableDatabase& database) { put_dictionary(dictionary, database); });
}

void merge_databases(const std::vector<std::string>& parts, const std::string& folder) {
  Xapian::Database all;
  for (const std::string& part : parts) all.add_database(open_whole(part));
  const Xapian::doccount documents = all.get_doccount();
  all.compact(folder);
  if (open_whole(folder).get_doccount() != documents)
    throw Error(ErrorKind::data, fmt::format("the merged index \"{}\" does not hold all articles", folder),
                "the former one stays in use; look at the disk");
  for (const std::string& part : parts) std::filesystem::remove_all(part);
}

}  // namespace newsline
