// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/feed/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "common/article/feed/entry.h"
#include "common/article/feed/facts.h"
#include "common/article/xml/prolog.h"
#include "common/article/xml/records.h"
#include "common/error.h"

namespace newsline {
namespace {

constexpr std::size_t kPrologBytes = 4096;

constexpr std::array<std::string_view, 5> kRoots{"rss", "rdf", "feed", "channel", "entry"};

const xml::Structure& feed_structure() {
  static const xml::Structure kStructure{{"rss", "rdf", "channel", "feed"}, "item"};
  return kStructure;
}

bool is_entry(const xml::Tree& element) { return element.root().is("item") || element.root().is("entry"); }

/// The entries of a feed whose bytes are at hand.
class Entries {
 public:
  Entries(std::string_view bytes, const ReadContext& context)
      : context_(context),
        source_(xml::decoded(bytes)),
        records_(source_.text, feed_structure()),
        now_(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())) {
    if (context.observer != nullptr) context.observer->decoded(xml::charset_of(bytes));
  }

  std::optional<Reading> next() {
    while (auto element = records_.next()) {
      if (!is_entry(*element)) {
        feed::note_fact(*element, facts_);
        continue;
      }
      if (std::exchange(is_first_, false) && facts_.title.empty()) look_ahead();
      Reading reading = feed::article_of(*element, facts_, context_, now_);
      if (auto* const read = std::get_if<ReadArticle>(&reading)) note_mended(*read);
      return reading;
    }
    return std::nullopt;
  }

 private:
  /// Some feeds name themselves behind their entries.
  void look_ahead() {
    xml::Records records(source_.text, feed_structure());
    while (const auto element = records.next()) {
      if (!is_entry(*element)) feed::note_fact(*element, facts_);
    }
  }

  void note_mended(ReadArticle& read) {
    constexpr std::string_view kReplacement = "\uFFFD";
    const Article& article = read.article;
    const bool shows = article.title.find(kReplacement) != std::string::npos ||
                       article.body.find(kReplacement) != std::string::npos;
    const bool forgave = records_.take_forgiven();
    read.mended = read.mended || forgave || (shows && source_.replaced > 0) || source_.assumed;
  }

  const ReadContext& context_;
  MendedText source_;
  xml::Records records_;
  std::chrono::sys_seconds now_;
  feed::FeedFacts facts_;
  bool is_first_ = true;
};

class FeedReader final : public Reader {
 public:
  FeedReader(Input input, ReadContext context) : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (is_done_) return std::nullopt;
    try {
      std::optional<Reading> reading = next_reading();
      is_done_ = !reading || !entries_;
      if (!reading && !is_known_) return Rejection{context_.path, 0, "there is no feed in it"};
      is_known_ = true;
      return reading;
    } catch (const Error& error) {
      is_done_ = true;
      return rejection_for(error, context_.path, 0);
    }
  }

 private:
  std::optional<Reading> next_reading() {
    if (!entries_) {
      const auto bytes = input_.rest(kMaxFeedBytes);
      if (!bytes) {
        return Rejection{context_.path, 0,
                         fmt::format("the feed is larger than {} MiB", kMaxFeedBytes >> 20)};
      }
      is_known_ = is_feed(std::string_view(*bytes).substr(0, kPrologBytes));
      entries_.emplace(*bytes, context_);
    }
    return entries_->next();
  }

  Input input_;
  ReadContext context_;
  std::optional<Entries> entries_;
  bool is_known_ = false;  ///< by its first element, or since there was an entry
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<Reader> feed_reader(Input input, ReadContext context) {
  return std::make_unique<FeedReader>(std::move(input), std::move(context));
}

std::vector<Reading> read_feed(std::string_view bytes, const ReadContext& context) {
  std::vector<Reading> readings;
  Entries entries(bytes, context);
  while (auto reading = entries.next()) readings.push_back(std::move(*reading));
  return readings;
}

bool is_feed(std::string_view start) {
  const std::string root = xml::root_name(start);
  return std::find(kRoots.begin(), kRoots.end(), root) != kRoots.end();
}

}  // namespace newsline
