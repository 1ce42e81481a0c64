// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/index/snapshot.h"

#include <fmt/format.h>

#include "common/index/glass.h"
#include "common/index/glass/data_list.h"
#include "tests/index/held.h"

namespace newsline {

std::map<std::string, std::string> snapshot(const std::string& index) {
  const Snapshot database = open_for_reading(index);
  std::map<std::string, std::string> documents;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    std::string id;
    std::string text = fmt::format("length {}\n", database.get_doclength(*at));
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      if ((*term).front() == 'Q') id += *term;
      text += fmt::format("{}:{}\n", *term, term.get_wdf());
    }
    Postings words = held_by(document, database);
    std::erase_if(words.terms, [](const Posting& posting) { return posting.weight == 0; });
    text += describe(words) + '\n';
    for (const auto& [slot, value] : words.values) text += fmt::format("{}={}\n", slot, value);
    documents[id] += text + database.unpacked(DataList(database).of(*at));
  }
  return documents;
}

std::string metadata(const std::string& index, const std::string& key) {
  return open_for_reading(index).get_metadata(key);
}

}  // namespace newsline
