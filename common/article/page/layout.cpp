// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/page/layout.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/article/field/white_space.h"
#include "common/article/page/lines.h"
#include "common/article/page/pieces.h"
#include "common/article/page/taken_lines.h"
#include "common/article/reader.h"

namespace newsline {
namespace {

constexpr std::size_t kLongestTitle = 300;       // code points; a longer first line is a paragraph
constexpr std::size_t kLongestHeaderLine = 120;  // code points; what is longer is the body's first paragraph
constexpr int kMostHeaderTexts = 3;              // short lines of text, such as an author's, above the date

/// Takes lines out of the page, from the outside to the inside: what follows the article, the title, the
/// header below it, the end, and tags. What is left is the body.
class Page {
 public:
  Page(std::string_view page, Origins& origins) : lines_(lines_of_page(page)), origins_(origins) {}

  [[nodiscard]] Article article(Cleaner& cleaner) {
    cut_other_news();
    take_title();
    take_header();
    take_end();
    take_tags_in_text();
    article_.title = cleaner.line(title_);
    article_.tags = cleaner.names(tags());
    article_.body = text_of_lines(lines_);
    cleaner.cut(article_.body, kMaxBodyBytes);
    origins_.set(ArticleField::body, {"", "the lines that are left"});
    return std::move(article_);
  }

  void tell(ReadObserver& observer) const {
    tell_lines(lines_, 1, observer);
    tell_lines(other_news_, lines_.size() + 1, observer);
  }

 private:
  void take(std::size_t index, std::string_view as) { lines_[index].taken_as = as; }

  void note(ArticleField field, std::string_view what, std::size_t index) {
    origins_.add(field, {"", what, index + 1});
  }

  /// `News Line` ends the article if there is one above it; at the top of a page it is a heading of the site.
  void cut_other_news() {
    constexpr int kLeastTexts = 2;
    int texts = 0;
    for (std::size_t index = 0; index < lines_.size(); ++index) {
      if (!lines_[index].is_text()) continue;
      if (!is_news_line(lines_[index].text) || continues_sentence_above(index)) {
        ++texts;
      } else if (texts >= kLeastTexts) {
        for (std::size_t below = index; below < lines_.size(); ++below) take(below, "other news");
        other_news_.assign(lines_.begin() + static_cast<std::ptrdiff_t>(index), lines_.end());
        lines_.resize(index);
      } else {
        take(index, "heading of the site");
      }
    }
  }

  /// Whether the line goes on with the sentence right above it, which was wrapped: then it only reads like
  /// furniture.
  [[nodiscard]] bool continues_sentence_above(std::size_t index) const {
    if (index == 0 || !starts_in_lower_case(lines_[index].text)) return false;
    const PageLine& above = lines_[index - 1];
    return above.is_text() && !ends_a_sentence(above.text) && !is_invitation(above.text) &&
           !is_news_line(above.text) && !tag_line(above.text);
  }

  /// The first line of text, whatever furniture stands above it.
  void take_title() {
    for (header_ = 0; header_ < lines_.size(); ++header_) {
      const PageLine& line = lines_[header_];
      if (!line.is_text() || take_furniture_above_title(header_)) continue;
      if (code_points(line.text) > kLongestTitle) return;
      title_ = line.text;
      take(header_, "title");
      note(ArticleField::title, "first line of text", header_);
      ++header_;
      return;
    }
  }

  bool take_furniture_above_title(std::size_t index) {
    const PageLine& line = lines_[index];
    if (repeats_below(index)) return false;
    const auto counter = counter_line(line.text);
    if (is_invitation(line.text)) {
      take(index, "invitation");
    } else if (counter && counter->kind == CounterKind::labelled) {
      take_counter(index, *counter);
    } else if (const auto tags = tag_line(line.text); tags && tags->is_certain) {
      take_tags(index, *tags);
    } else {
      const auto date = date_line(line.text);
      // A headline may hold a date; a line of the page's own holds nothing else.
      if (date && date->text.empty()) take_date(index, *date);
    }
    return line.is_taken();
  }

  /// Whether the line stands again near the top, as only titles do.
  [[nodiscard]] bool repeats_below(std::size_t index) const {
    constexpr int kLinesLookedAt = 6;
    int looked_at = 0;
    for (std::size_t next = index + 1; next < lines_.size() && looked_at < kLinesLookedAt; ++next) {
      if (lines_[next].text.empty()) continue;
      if (is_same_line(lines_[next].text, lines_[index].text)) return true;
      ++looked_at;
    }
    return false;
  }

  /// The lines between the title and the body.
  void take_header() {
    int texts = 0;
    for (std::size_t index = header_; index < lines_.size(); ++index) {
      if (!lines_[index].is_text()) continue;
      if (take_repeated_title(index) || (texts == 0 && take_invitation(index))) continue;
      if (!article_.published && take_date_at(index)) continue;
      if (take_second_date(index)) continue;
      if (texts == 0 && take_counter_at(index)) continue;
      if (texts == 0 && take_tags_at(index)) continue;
      ++texts;
      const bool is_paragraph = code_points(lines_[index].text) > kLongestHeaderLine;
      if (article_.published || is_paragraph || texts > kMostHeaderTexts) return;
    }
  }

  /// The title stands again above the date any number of times, and once below it; a line of the body may say
  /// the same once more, and stays.
  bool take_repeated_title(std::size_t index) {
    if (title_.empty() || !is_same_line(lines_[index].text, title_)) return false;
    const bool joins_last = last_repeat_ && *last_repeat_ + 1 == index;
    const bool is_below_date = date_line_ && *date_line_ < index;
    if (is_below_date && last_repeat_ && *last_repeat_ > *date_line_ && !joins_last) return false;
    last_repeat_ = index;
    take(index, "title again");
    return true;
  }

  bool take_invitation(std::size_t index) {
    if (!is_invitation(lines_[index].text) || continues_sentence_above(index)) return false;
    take(index, "invitation");
    return true;
  }

  bool take_date_at(std::size_t index) {
    const auto date = date_line(lines_[index].text);
    if (!date) return false;
    take_date(index, *date);
    if (index > 0) take_counter_beside_date(index - 1);
    if (index + 1 < lines_.size()) take_counter_beside_date(index + 1);
    return true;
  }

  /// A date right below the date says when the page was changed.
  bool take_second_date(std::size_t index) {
    if (!date_line_ || index != *date_line_ + 1) return false;
    const auto date = date_line(lines_[index].text);
    if (!date || !date->text.empty()) return false;
    if (!article_.reads) article_.reads = date->reads;
    if (date->reads) note(ArticleField::reads, "line of the second date", index);
    take(index, "second date");
    return true;
  }

  void take_date(std::size_t index, const DateLine& date) {
    article_.published = date.published;
    origins_.set(ArticleField::published, {"", "line of the date", index + 1});
    if (date.reads) {
      article_.reads = date.reads;
      origins_.set(ArticleField::reads, {"", "line of the date", index + 1});
    }
    date_line_ = index;
    lines_[index].text = date.text;
    if (date.text.empty()) take(index, "date");
  }

  /// On the line next to the date's, the word beside a number need not be a known one.
  void take_counter_beside_date(std::size_t index) {
    if (article_.reads || !lines_[index].is_text()) return;
    if (const auto counter = counter_line(lines_[index].text)) take_counter(index, *counter);
  }

  bool take_counter_at(std::size_t index) {
    if (article_.reads) return false;
    const auto counter = counter_line(lines_[index].text);
    if (!counter || counter->kind != CounterKind::labelled) return false;
    take_counter(index, *counter);
    return true;
  }

  void take_counter(std::size_t index, const Counter& counter) {
    article_.reads = counter.reads;
    origins_.set(ArticleField::reads, {"", "line of the counter", index + 1});
    take(index, "read counter");
  }

  bool take_tags_at(std::size_t index) {
    const auto tags = tag_line(lines_[index].text);
    if (!tags || !tags->is_certain) return false;
    take_tags(index, *tags);
    return true;
  }

  void take_tags(std::size_t index, const TagLine& tags) {
    tag_lines_.push_back({index, tags.tags});
    note(ArticleField::tags, "line of tags", index);
    take(index, "tags");
  }

  /// The lines below the body, from the last one up.
  void take_end() {
    for (std::size_t index = lines_.size(); index-- > header_;) {
      if (!lines_[index].is_text() || take_invitation(index)) continue;
      if (const auto tags = tag_line(lines_[index].text)) {
        take_tags(index, *tags);
        continue;
      }
      const bool is_sentence = lines_[index].text.ends_with('.');
      if (!is_sentence && take_counter_at(index)) continue;
      if (article_.published) return;
      const auto date = date_line(lines_[index].text);
      if (!date || !date->text.empty()) return;
      take_date(index, *date);
    }
  }

  void take_tags_in_text() {
    for (std::size_t index = header_; index < lines_.size(); ++index) {
      if (lines_[index].is_text() && has_hash(lines_[index].text)) take_tags_at(index);
    }
  }

  [[nodiscard]] std::vector<std::string_view> tags() {
    std::sort(tag_lines_.begin(), tag_lines_.end(),
              [](const TagsAt& left, const TagsAt& right) { return left.line < right.line; });
    std::vector<std::string_view> all;
    for (const TagsAt& at : tag_lines_) all.insert(all.end(), at.tags.begin(), at.tags.end());
    return all;
  }

  struct TagsAt {
    std::size_t line = 0;
    std::vector<std::string_view> tags;
  };

  std::vector<PageLine> lines_;
  std::vector<PageLine> other_news_;  ///< that stood below them
  std::size_t header_ = 0;            ///< the first line below the title
  std::string_view title_;
  std::optional<std::size_t> date_line_;
  std::optional<std::size_t> last_repeat_;  ///< of the title
  std::vector<TagsAt> tag_lines_;
  Article article_;
  Origins& origins_;
};

}  // namespace

Article page_layout(std::string_view page, Cleaner& cleaner, Origins& origins, ReadObserver* observer) {
  Page lines(page, origins);
  Article article = lines.article(cleaner);
  if (observer != nullptr) lines.tell(*observer);
  return article;
}

}  // namespace newsline
