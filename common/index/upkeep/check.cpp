// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "common/article/file/walk.h"
#include "common/error.h"
#include "common/index/document/numbered_names.h"
#include "common/index/document/postings.h"
#include "common/index/document/precedence.h"
#include "common/index/document/stored_article.h"
#include "common/index/document/story_members.h"
#include "common/index/document/terms.h"
#include "common/index/folder/index_folder.h"
#include "common/index/glass.h"
#include "common/index/ledger/forgotten.h"
#include "common/index/ledger/ledger.h"
#include "common/index/ledger/sources.h"
#include "common/index/schema.h"
#include "common/index/story/stories.h"
#include "common/index/upkeep.h"
#include "common/index/upkeep/furniture_tally.h"
#include "common/index/upkeep/tally.h"

namespace newsline {
namespace {

constexpr Xapian::doccount kSample = 1000;
constexpr int kAttempts = 3;

/// Compares one state of an index with itself.
class Checker {
 public:
  /// `index`: its folder.
  Checker(const std::string& index, CheckDepth depth, CheckReport& report)
      : database_(open_for_reading(index)), scratch_{.folder = index}, depth_(depth), report_(report) {}

  void check_all() {
    guard("the list of files", [&] { read_ledger(); });
    guard("the list of articles", [&] { check_documents(); });
    if (depth_ == CheckDepth::quick) return;
    guard("the stories", [&] { check_stories(); });
    guard("the furniture", [&] { check_furniture(); });
    guard("the list of terms", [&] {
      tally_.compare(database_, [&](const std::string& term) {
        problem(fmt::format("the articles of the term \"{}\" are not those that hold it", term));
      });
    });
  }

  void problem(std::string sentence) {
    ++report_.problems;
    if (report_.first_problems.size() < kShownProblems) report_.first_problems.push_back(std::move(sentence));
  }

  /// Whatever ends this part is a problem, save that a quick check is overtaken by a run.
  template <typename Work>
  void guard(const std::string& what, Work&& work) {
    try {
      work();
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (depth_ == CheckDepth::quick) throw;
      problem(fmt::format("{}: {}", what, error.get_msg()));
    } catch (const Xapian::Error& error) {
      problem(fmt::format("{}: {}", what, error.get_msg()));
    } catch (const std::exception& error) {
      problem(fmt::format("{}: {}", what, error.what()));
    }
  }

 private:
  void read_ledger() {
    const Sources sources(database_);
    std::uint64_t entries = 0;
    for_each_entry(database_, [&](const std::string& key, const FileEntry& entry) {
      ++entries;
      if (key != file_key(entry.file.path))
        problem(fmt::format("the file \"{}\" is remembered in a wrong place", entry.file.path));
      if (entry.complete && !sources.keeps(entry.source) &&
          database_.get_termfreq(make_term(schema::prefix::kFile, key)) > entry.articles)
        problem(fmt::format("more articles belong to the file \"{}\" than were read there", entry.file.path));
    });
    report_.files = entries;
    ledger_was_read_ = true;
    const Forgotten forgotten(database_);
    for (const auto& [id, files] : forgotten.all())
      if (database_.term_exists(make_term(schema::prefix::kId, id)))
        problem(fmt::format("the article \"{}\" is there though it was forgotten", id));
  }

  void check_documents() {
    const Xapian::doccount all = database_.get_doccount();
    const Xapian::doccount step = depth_ == CheckDepth::full ? 1 : std::max(1U, all / kSample);
    Xapian::doccount seen = 0;
    for (auto at = database_.postlist_begin(""); at != database_.postlist_end(""); ++at)
      if (seen++ % step == 0) guard(fmt::format("document {}", *at), [&] { check_document(*at); });
    if (seen != all) problem(fmt::format("{} articles are listed, and {} counted", seen, all));
    if (depth_ == CheckDepth::full) check_totals();
  }

  /// Ranking rests on these. The bounds may be wide, for what has gone does not narrow them.
  void check_totals() {
    if (database_.get_total_length() != total_length_)
      problem("the sum of all words is not that of the articles");
    if (report_.articles == 0) return;
    if (database_.get_doclength_lower_bound() > shortest_ || database_.get_doclength_upper_bound() < longest_)
      problem("there are shorter or longer articles than the index knows of");
    if (database_.get_lastdocid() < last_document_)
      problem("there are later articles than the index knows of");
  }

  void check_document(Xapian::docid number) {
    ++report_.articles;
    const Xapian::Document document = database_.get_document(number);
    if (depth_ == CheckDepth::full) tally(document, number);
    const Xapian::termcount length = database_.get_doclength(number);
    total_length_ += length;
    if (length != 0) shortest_ = std::min(shortest_, length);  // Xapian does not count what has no words
    longest_ = std::max(longest_, length);
    last_document_ = number;
    const Article article = stored_article(document, texts_);
    const auto place = [&](const char* what) {
      problem(fmt::format("{} of the article \"{}\" are not those of its text", what, article.id));
    };
    check_claims(document, article);
    if (depth_ == CheckDepth::quick) return;
    const TextEdges edges = edges_of(article);
    furniture_.add(edges);
    const Postings postings = make_postings(
        article, tokenizer_, claimant_of_value(document.get_value(schema::slot::kPrecedence)).file_key,
        furniture_.cut_of(edges));
    if (!agree(document, postings.terms))
      place("the words");
    else if (database_.get_doclength(number) != length_of(postings))
      place("the counts");
    std::vector<std::pair<std::uint32_t, std::string>> values;
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      if (value.get_valueno() != schema::slot::kStory)
        values.emplace_back(value.get_valueno(), meaning_of(value.get_valueno(), *value));
    if (values != postings.values) place("the values");
  }

  /// A value as make_postings() has it.
  std::string meaning_of(Xapian::valueno slot, const std::string& value) {
    return is_numbered(slot)
               ? std::string(names_.try_emplace(slot, slot, database_).first->second.names_of(value))
               : value;
  }

  /// They follow from all articles together.
  void check_stories() {
    std::map<std::string, std::vector<Xapian::docid>> members;
    std::map<Xapian::docid, std::string> expected;
    for (auto& [number, story] : all_stories(database_, scratch_)) {
      members[story].push_back(number);
      expected.emplace(number, std::move(story));
    }
    for (auto value = database_.valuestream_begin(schema::slot::kStory);
         value != database_.valuestream_end(schema::slot::kStory); ++value) {
      const auto known = expected.find(value.get_docid());
      if (known == expected.end() || known->second != *value) problem_of_member(value.get_docid());
      if (known != expected.end()) expected.erase(known);
    }
    for (const auto& [number, story] : expected) problem_of_member(number);
    if (all_shingles(database_) != shingles_of_values(database_))
      problem("the index does not find all copies: by which parts of texts it looks for them is wrong");
    auto stored = all_story_members(database_);
    for (const auto& [story, documents] : members) {
      if (stored[story] != documents) problem_of_story(story);
      stored.erase(story);
    }
    for (const auto& [story, documents] : stored) problem_of_story(story);
  }

  void problem_of_member(Xapian::docid number) {
    problem(fmt::format("the story of document {} is not that of its text", number));
  }

  void problem_of_story(const std::string& story) {
    problem(fmt::format("the articles of the story \"{}\" are counted wrongly", story));
  }

  /// Likewise; as long as all of them can be read.
  void check_furniture() {
    if (furniture_.added() != report_.articles) return;
    furniture_.compare([&](const std::string& source) {
      problem(fmt::format("the lines at the edges of the articles of \"{}\" are counted wrongly", source));
    });
  }

  void tally(const Xapian::Document& document, Xapian::docid number) {
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      tally_.add(*term, number, term.get_wdf());
  }

  void check_claims(const Xapian::Document& document, const Article& article) {
    const std::string prefix = make_term(schema::prefix::kFile, "");
    auto term = document.termlist_begin();
    std::size_t claims = 0;
    for (term.skip_to(prefix); term != document.termlist_end() && (*term).starts_with(prefix); ++term) {
      ++claims;
      if (ledger_was_read_ && !find_entry(database_, (*term).substr(prefix.size())))
        problem(fmt::format("the article \"{}\" belongs to a file that the index does not know", article.id));
    }
    if (claims == 0) problem(fmt::format("the article \"{}\" belongs to no file", article.id));
  }

  /// Whether the document has these terms and weights, and no others but those of its files.
  static bool agree(const Xapian::Document& document, const std::vector<Posting>& postings) {
    const std::string claim = make_term(schema::prefix::kFile, "");
    auto expected = postings.begin();
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      if ((*term).starts_with(claim)) continue;
      if (expected == postings.end() || expected->term != *term || expected->weight != term.get_wdf())
        return false;
      ++expected;
    }
    return expected == postings.end();
  }

  static std::uint64_t length_of(const Postings& postings) {
    std::uint64_t length = 0;
    for (const Posting& posting : postings.terms) length += posting.weight;
    return length;
  }

  Snapshot database_;
  Scratch scratch_;
  CheckDepth depth_;
  CheckReport& report_;
  Tokenizer tokenizer_;
  Tally tally_;
  FurnitureTally furniture_{database_};
  StoredTexts texts_{database_};
  std::map<Xapian::valueno, NumberedNames> names_;
  Xapian::totallength total_length_ = 0;
  Xapian::termcount shortest_ = std::numeric_limits<Xapian::termcount>::max();
  Xapian::termcount longest_ = 0;
  Xapian::docid last_document_ = 0;
  bool ledger_was_read_ = false;
};

CheckReport check_fully(const std::string& index) {
  const WriteLock lock(index, "check");
  CheckReport report;
  report.generation = *current_generation(index);
  Checker checker(index, CheckDepth::full, report);
  checker.guard("the blocks", [&] {
    const std::size_t errors = Xapian::Database::check(index + "/" + report.generation, 0, nullptr);
    if (errors != 0) checker.problem(fmt::format("Xapian's own check finds {} errors", errors));
  });
  checker.check_all();
  return report;
}

CheckReport check_quickly(const std::string& index) {
  for (int attempt = 1; attempt <= kAttempts; ++attempt) {
    try {
      CheckReport report;
      report.generation = *current_generation(index);
      Checker(index, CheckDepth::quick, report).check_all();
      return report;
    } catch (const Xapian::DatabaseModifiedError&) {
      // A run has published meanwhile: begin again on its state.
    }
  }
  throw Error(ErrorKind::busy, fmt::format("the index \"{}\" changes faster than it can be checked", index),
              "try again when the run has ended");
}

}  // namespace

CheckReport check(const std::string& index, CheckDepth depth) {
  return guarded(index, [&] {
    require_index(index);
    const std::string path = absolute_path(index);
    return depth == CheckDepth::full ? check_fully(path) : check_quickly(path);
  });
}

}  // namespace newsline
