// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/newsml_1.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/article/agency/nitf.h"
#include "common/article/field/names.h"
#include "common/article/field/white_space.h"
#include "common/article/html/fragment.h"
#include "common/article/html/metadata/facts.h"
#include "common/text/date_stamp.h"

namespace newsline::agency {
namespace {

using xml::NodeIndex;
using xml::Tree;

/// Reads one item, part by part. Values stand in attributes called FormalName.
class NewsMl {
 public:
  explicit NewsMl(const Tree& tree) : tree_(tree) {}

  Item item() {
    item_.note_origins("element", {{ArticleField::id, "ProviderId, DateId and NewsItemId/PublicIdentifier"},
                                   {ArticleField::title, "HeadLine"},
                                   {ArticleField::published, "FirstCreated/ThisRevisionCreated"},
                                   {ArticleField::tags, "KeywordLine/Property/Subject"},
                                   {ArticleField::authors, "ByLine/Creator"},
                                   {ArticleField::summary, "abstract"},
                                   {ArticleField::body, "DataContent"},
                                   {ArticleField::language, "Language/xml:lang"},
                                   {ArticleField::slugline, "SlugLine/NameLabel"},
                                   {ArticleField::version, "RevisionId"},
                                   {ArticleField::urgency, "Urgency"},
                                   {ArticleField::source, "Provider/Source/ProviderId"},
                                   {ArticleField::dateline, "DateLine"},
                                   {ArticleField::subjects, "Subject/SubjectMatter/SubjectDetail"},
                                   {ArticleField::embargo, "StatusWillChange"},
                                   {ArticleField::withdrawn, "Status/Instruction"}});
    take_identification();
    take_management();
    take_lines();
    take_subjects();
    const std::string language = formal("language");
    item_.language = language.empty() ? tree_.language_of(0) : language;
    item_.source = party_in("provider");
    if (item_.source.empty()) item_.source = party_in("source");
    if (item_.source.empty()) item_.source = line("providerid");
    take_text();
    return std::move(item_);
  }

 private:
  [[nodiscard]] std::string line(std::string_view name) const {
    const NodeIndex index = tree_.descendant(0, name);
    return index == 0 ? std::string() : one_line(tree_.text_of(index));
  }

  [[nodiscard]] std::string formal(std::string_view name) const {
    const NodeIndex index = tree_.descendant(0, name);
    return index == 0 ? std::string() : std::string(tree_[index].attribute("formalname"));
  }

  [[nodiscard]] std::string party_in(std::string_view name) const {
    const NodeIndex index = tree_.descendant(0, name);
    const NodeIndex party = index == 0 ? 0 : tree_.descendant(index, "party");
    return party == 0 ? std::string() : one_line(tree_[party].attribute("formalname"));
  }

  void take_identification() {
    const std::string provider = line("providerid");
    const std::string number = line("newsitemid");
    if (!provider.empty() && !number.empty()) {
      item_.id = "urn:newsml:" + provider + ':' + line("dateid") + ':' + number;
    } else {
      item_.id = line("publicidentifier");
    }
    item_.version = number_in(line("revisionid"));
  }

  void take_management() {
    const std::string status = xml::lower_case(formal("status"));
    item_.note_status(status);
    item_.note_status(formal("instruction"));
    const NodeIndex change = tree_.descendant(0, "statuswillchange");
    const NodeIndex then = change == 0 ? 0 : tree_.descendant(change, "dateandtime");
    if (status == "embargoed") item_.note_embargo(then == 0 ? std::string() : one_line(tree_.text_of(then)));
    item_.urgency = number_in(formal("urgency"));
    item_.published = parse_date_stamp(line("firstcreated"));
    if (!item_.published) item_.published = parse_date_stamp(line("thisrevisioncreated"));
  }

  void take_lines() {
    item_.title = line("headline");
    item_.slugline = line("slugline");
    item_.dateline = line("dateline");
    if (item_.slugline.empty()) item_.slugline = line("namelabel");
    std::string by = line("byline");
    if (by.empty()) by = party_in("creator");
    item_.authors = html::author_names(by);
    if (item_.authors.empty() && !by.empty()) item_.authors = {by};
    const std::string keywords = line("keywordline");
    for (const std::string_view keyword : separated_names(keywords)) {
      item_.tags.emplace_back(keyword);
    }
  }

  void take_subjects() {
    for (NodeIndex index = 1; index < tree_.nodes.size(); ++index) {
      const xml::Node& node = tree_[index];
      if (node.is("subject") || node.is("subjectmatter") || node.is("subjectdetail")) {
        item_.add_subject({}, std::string(node.attribute("formalname")));
      } else if (node.is("property")) {
        const std::string kind = xml::lower_case(node.attribute("formalname"));
        const bool is_keyword = kind.find("keyword") != std::string::npos;
        if (is_keyword) item_.tags.emplace_back(node.attribute("value"));
      }
    }
  }

  void take_text() {
    constexpr std::size_t kMostContents = 1000;
    for (const bool any_role : {false, true}) {
      std::size_t contents = 0;
      for (NodeIndex index = 1; index < tree_.nodes.size() && item_.body.empty(); ++index) {
        if (!tree_[index].is("datacontent") || ++contents > kMostContents) continue;
        if ((any_role || is_story(index)) && is_text(index)) take_content(index);
      }
    }
  }

  /// Whether the innermost component around it that says a role says that of the story.
  [[nodiscard]] bool is_story(NodeIndex content) const {
    constexpr std::array<std::string_view, 6> kStory{"main", "body", "text", "maintext", "story", "article"};
    for (NodeIndex index = content; index != 0; index = tree_[index].parent) {
      const NodeIndex role = tree_[index].is("newscomponent") ? tree_.child(index, "role") : 0;
      if (role == 0) continue;
      const std::string name = xml::lower_case(tree_[role].attribute("formalname"));
      return std::find(kStory.begin(), kStory.end(), name) != kStory.end();
    }
    return true;
  }

  /// Whether it is text of a language, by what the item around it says of its medium and form.
  [[nodiscard]] bool is_text(NodeIndex content) const {
    const NodeIndex around = tree_[content].parent;
    if (tree_[around].is("encoding")) return false;
    const NodeIndex medium = tree_.child(around, "mediatype");
    if (medium != 0 && xml::lower_case(tree_[medium].attribute("formalname")) != "text") return false;
    const std::string mime = kind(around, "mimetype");
    if (mime.empty()) return kind(around, "format") != "css";
    const bool is_xml = mime.find("xml") != std::string::npos || mime.find("nitf") != std::string::npos;
    return is_xml || (mime.starts_with("text/") && mime != "text/css");
  }

  [[nodiscard]] std::string kind(NodeIndex item, std::string_view name) const {
    const NodeIndex index = tree_.child(item, name);
    return index == 0 ? std::string() : xml::lower_case(tree_[index].attribute("formalname"));
  }

  void take_content(NodeIndex content) {
    if (tree_.has_elements(content)) return take_nitf_body(tree_, page_body(content), item_);
    const std::string text = tree_.text_of(content);
    const bool is_markup = text.find("</") != std::string::npos || text.find("<p>") != std::string::npos;
    item_.body = is_markup ? html::text_of_fragment(text) : html::text_of_plain(text);
  }

  /// The body of a page in XHTML, or what there is.
  [[nodiscard]] NodeIndex page_body(NodeIndex content) const {
    for (NodeIndex index = content + 1; index < tree_[content].end; ++index) {
      if (tree_[index].is("body", xml::Space::xhtml)) return index;
    }
    return content;
  }

  const Tree& tree_;
  Item item_;
};

}  // namespace

Item item_of_newsml(const Tree& tree) { return NewsMl(tree).item(); }

}  // namespace newsline::agency
