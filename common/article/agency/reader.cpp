// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <unordered_map>
#include <utility>

#include "common/article/agency/newsml_1.h"
#include "common/article/agency/newsml_g2.h"
#include "common/article/agency/nitf.h"
#include "common/article/xml/prolog.h"
#include "common/article/xml/records.h"
#include "common/error.h"

namespace newsline {
namespace {

using agency::Item;

constexpr std::array<std::string_view, 9> kRoots{"nitf",         "newsitem",      "packageitem",
                                                 "newsmessage",  "newsml",        "conceptitem",
                                                 "planningitem", "knowledgeitem", "catalogitem"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOtherItems{
    {{"conceptitem", "a concept of NewsML-G2"},
     {"knowledgeitem", "a set of concepts of NewsML-G2"},
     {"planningitem", "a plan of NewsML-G2"},
     {"catalogitem", "a catalogue of NewsML-G2"}}};

constexpr std::size_t kPrologBytes = 4096;

const xml::Structure& agency_structure() {
  static const xml::Structure kStructure{{"newsmessage", "itemset", "newsml"}, {}};
  return kStructure;
}

/// The items of a file whose bytes are at hand.
class Items {
 public:
  Items(std::string_view bytes, const ReadContext& context)
      : context_(context),
        source_(xml::decoded(bytes)),
        records_(source_.text, agency_structure()),
        now_(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())) {
    if (context.observer != nullptr) context.observer->decoded(xml::charset_of(bytes));
  }

  std::optional<Reading> next() {
    while (const auto record = records_.next()) {
      std::optional<Reading> reading = reading_of(*record);
      if (!reading) continue;
      if (auto* const read = std::get_if<ReadArticle>(&*reading)) {
        const bool forgave = records_.take_forgiven();
        read->mended = read->mended || forgave || source_.replaced > 0 || source_.assumed;
      }
      return reading;
    }
    return std::nullopt;
  }

 private:
  std::optional<Reading> reading_of(const xml::Tree& record) {
    const std::string& name = record.root().text;
    if (name == "nitf") return reading_of(agency::item_of_nitf(record), record);
    if (name == "newsitem") {
      const bool is_old = record.root().attribute("guid").empty() && record.child(0, "identification") != 0;
      return reading_of(is_old ? agency::item_of_newsml(record) : agency::item_of_g2(record), record);
    }
    if (name == "packageitem") {
      Item item = agency::item_of_g2(record);
      const bool is_list = item.title.empty() && item.body.empty() && item.summary.empty();
      if (is_list && !item.is_withdrawn) return std::nullopt;
      return reading_of(item, record);
    }
    for (const auto& [other, words] : kOtherItems) {
      if (name == other) return Rejection{context_.path, record.line, fmt::format("not news: {}", words)};
    }
    return std::nullopt;
  }

  /// Nothing for a version of an item that is older than one before it.
  std::optional<Reading> reading_of(const Item& item, const xml::Tree& record) {
    if (!item.id.empty() && item.version) {
      const auto [known, is_new] = versions_.try_emplace(item.id, *item.version);
      if (!is_new && *item.version < known->second) return std::nullopt;
      known->second = *item.version;
    }
    return agency::reading_of(item, context_, record.line, now_);
  }

  const ReadContext& context_;
  MendedText source_;
  xml::Records records_;
  std::chrono::sys_seconds now_;
  std::unordered_map<std::string, std::uint64_t> versions_;
};

class AgencyReader final : public Reader {
 public:
  AgencyReader(Input input, ReadContext context) : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (is_done_) return std::nullopt;
    try {
      std::optional<Reading> reading = next_reading();
      is_done_ = !reading || !items_;
      if (!reading && !is_known_) return Rejection{context_.path, 0, "there is no news of an agency in it"};
      is_known_ = true;
      return reading;
    } catch (const Error& error) {
      is_done_ = true;
      return rejection_for(error, context_.path, 0);
    }
  }

 private:
  std::optional<Reading> next_reading() {
    if (!items_) {
      const auto bytes = input_.rest(kMaxAgencyBytes);
      if (!bytes) {
        return Rejection{context_.path, 0,
                         fmt::format("the file is larger than {} MiB", kMaxAgencyBytes >> 20)};
      }
      is_known_ = is_agency(std::string_view(*bytes).substr(0, kPrologBytes));
      items_.emplace(*bytes, context_);
    }
    return items_->next();
  }

  Input input_;
  ReadContext context_;
  std::optional<Items> items_;
  bool is_known_ = false;  ///< by its first element, or since there was an item
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<Reader> agency_reader(Input input, ReadContext context) {
  return std::make_unique<AgencyReader>(std::move(input), std::move(context));
}

std::vector<Reading> read_agency(std::string_view bytes, const ReadContext& context) {
  std::vector<Reading> readings;
  Items items(bytes, context);
  while (auto reading = items.next()) readings.push_back(std::move(*reading));
  return readings;
}

bool is_agency(std::string_view start) {
  const std::string root = xml::root_name(start);
  return std::find(kRoots.begin(), kRoots.end(), root) != kRoots.end();
}

}  // namespace newsline
