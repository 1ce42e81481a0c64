// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of the collections of formats is read, or rejected for a reason that is true: each outcome is
// held against the tags and names in the file, found by a scan that knows nothing of the readers. Skipped
// where the data is absent.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/article/file/walk.h"
#include "common/article/formats.h"

namespace {

using newsline::Reading;
using newsline::Rejection;

const std::string kFolder = std::string(NEWSLINE_DATA_DIR "/formats/");

/// What became of a file.
struct Outcome {
  std::size_t articles = 0;
  std::vector<std::string> reasons;
};

Outcome outcome_of(const std::string& path) {
  auto opened = newsline::open_reader({path, "iptc"});
  if (auto* const rejection = std::get_if<Rejection>(&opened)) return {0, {rejection->reason}};
  Outcome outcome;
  auto& reader = *std::get<std::unique_ptr<newsline::Reader>>(opened);
  while (const auto reading = reader.next()) {
    if (const auto* const rejection = std::get_if<Rejection>(&*reading))
      outcome.reasons.push_back(rejection->reason);
    else
      ++outcome.articles;
  }
  return outcome;
}

/// The bytes without NULs, so that ASCII can be found in UTF-16 and UTF-32 as well.
std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  std::erase(bytes, '\0');
  return bytes;
}

/// The names of the start tags in XML, without prefix and in lower case.
std::vector<std::string> tags_in(const std::string& bytes) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPassedOver{
      {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}}};
  std::vector<std::string> tags;
  for (std::size_t at = bytes.find('<'); at != std::string::npos; at = bytes.find('<', at + 1)) {
    const std::string_view rest = std::string_view(bytes).substr(at);
    const auto* const passed = std::find_if(kPassedOver.begin(), kPassedOver.end(),
                                            [&](const auto& each) { return rest.starts_with(each.first); });
    if (passed != kPassedOver.end()) {
      at = bytes.find(passed->second, at + passed->first.size());
      if (at == std::string::npos) break;
      continue;
    }
    std::string name(rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1));
    name.erase(0, name.find(':') + 1);
    for (char& letter : name)
      letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    if (!name.empty()) tags.push_back(std::move(name));
  }
  return tags;
}

std::size_t count_of(const std::vector<std::string>& tags, std::initializer_list<std::string_view> names) {
  return static_cast<std::size_t>(std::count_if(tags.begin(), tags.end(), [&](const std::string& tag) {
    return std::find(names.begin(), names.end(), tag) != names.end();
  }));
}

bool is_one_of(const std::string& name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool all_start(const std::vector<std::string>& reasons, std::string_view start) {
  return std::all_of(reasons.begin(), reasons.end(),
                     [&](const std::string& reason) { return reason.starts_with(start); });
}

/// What is wrong with the outcome of a file of XML; empty if nothing is.
std::string wrong_of_xml(const std::string& bytes, const Outcome& outcome) {
  const std::vector<std::string> tags = tags_in(bytes);
  const std::string root = tags.empty() ? "" : tags.front();
  const std::size_t told = outcome.articles + outcome.reasons.size();
  if (is_one_of(root, {"conceptitem", "knowledgeitem", "planningitem", "catalogitem"}))
    return told == 1 && outcome.articles == 0 && all_start(outcome.reasons, "not news: a ") ? ""
                                                                                            : "it is no news";
  if (is_one_of(root, {"newsitem", "packageitem", "newsmessage", "newsml", "nitf"})) {
    if (told == 0) return "nothing is said of it";
    const bool has_text =
        count_of(tags, {"headline", "hl1", "p", "inlinedata", "description", "newslinetext"}) > 0;
    const bool is_refused = all_start(outcome.reasons, "the news item has neither headline nor text");
    return outcome.articles > 0 || (is_refused && !has_text) || all_start(outcome.reasons, "not news: a ")
               ? ""
               : "it has text";
  }
  if (is_one_of(root, {"rss", "rdf", "feed", "channel", "entry"})) {
    const std::size_t entries = count_of(tags, {"item", "entry"});
    if (told > entries) return "it has fewer entries";
    if (told == 0 && entries > 0) return "it has entries";
    return all_start(outcome.reasons, "the entry of the feed has neither title nor text") ? ""
                                                                                          : "it is a feed";
  }
  if (root.empty()) return "";  // in no charset that holds ASCII
  return outcome.articles == 0 && outcome.reasons == std::vector<std::string>{"not a text of news: XML"}
             ? ""
             : "it is no news";
}

/// The same of JSON: ninjs, JSON Feed, schemas and what else lies beside them.
std::string wrong_of_json(const std::string& bytes, const Outcome& outcome) {
  const auto has = [&](std::string_view name) { return bytes.find(name) != std::string::npos; };
  if (outcome.articles + outcome.reasons.size() == 0 && !has("jsonfeed.org")) return "nothing is said of it";
  if (has("\"$schema\"") && outcome.articles > 0) return "it is a schema";
  if (outcome.articles > 0 && !has("\"uri\"") && !has("jsonfeed.org") && !has("\"title\""))
    return "it is no news";
  for (const std::string& reason : outcome.reasons)
    if (reason.starts_with("the news item has neither") && has("\"headline\"") && has("\"body_"))
      return "it has text";
  return "";
}

}  // namespace

TEST_SUITE("data") {
  TEST_CASE("Every file of the collections is read or rejected for a reason that is true" *
            doctest::skip(!std::filesystem::exists(kFolder + "ninjs"))) {
    for (const std::string folder : {"feedparser", "jsonfeed", "newsml-g2", "ninjs"}) {
      std::size_t read = 0;
      for (const newsline::FoundFile& file : newsline::walk(kFolder + folder).files) {
        CAPTURE(file.path);
        const Outcome outcome = outcome_of(file.path);
        const std::string bytes = bytes_of(file.path);
        read += outcome.articles > 0 ? 1 : 0;
        if (file.path.ends_with(".xml")) {
          CHECK(wrong_of_xml(bytes, outcome) == "");
        } else if (file.path.ends_with(".json")) {
          CHECK(wrong_of_json(bytes, outcome) == "");
        } else {
          CHECK(outcome.articles == (bytes.empty() ? 0 : 1));  // a licence or the like: a page of text
        }
      }
      CHECK(read > 0);
    }
  }
}
