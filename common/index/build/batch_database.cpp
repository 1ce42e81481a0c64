// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/build/batch_database.h"

#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>

#include "common/error.h"
#include "common/index/build/inverted_batch.h"
#include "common/index/document/document.h"
#include "common/index/document/postings.h"
#include "common/index/whole_database.h"

namespace newsline {
namespace {

/// Both ascend by slot, and have values of the same slots of names.
void put_names(const std::vector<std::pair<std::uint32_t, std::string>>& names, Postings& postings) {
  auto next = names.begin();
  for (auto& [slot, value] : postings.values)
    if (next != names.end() && next->first == slot) value = next++->second;
}

template <typename Noted>
void write_noted(Noted& noted, const std::string& folder) {
  Xapian::WritableDatabase database(folder,
                                    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  noted.write_to(database);
  database.commit();
  database.close();
}

}  // namespace

void write_batch(const Batch& batch, const std::string& folder, Tokenizer& tokenizer,
                 FamilyRecorder& families) {
  InvertedBatch inverted(folder);
  for (const Batch::Entry& entry : batch.entries) {
    Postings postings = make_postings(entry.article, tokenizer, entry.file_key, entry.cut);
    if (!is_storable(postings))
      throw Error(ErrorKind::data,
                  fmt::format("the article \"{}\" is too large for the index", entry.article.id));
    families.note(postings);
    put_names(entry.names, postings);
    inverted.add(postings, claim_term(entry.file_key));
  }
  inverted.finish();
}

void write_families(FamilyRecorder& families, const std::string& folder) { write_noted(families, folder); }

void write_names(NameNumbers& names, const std::string& folder) { write_noted(names, folder); }

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
