// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/newsml_g2.h"

#include <unordered_map>
#include <utility>

#include "common/article/agency/nitf.h"
#include "common/article/field/white_space.h"
#include "common/article/html/fragment.h"
#include "common/article/html/metadata/facts.h"
#include "common/text/date_stamp.h"

namespace newsline::agency {
namespace {

using xml::Node;
using xml::NodeIndex;
using xml::Tree;

/// Reads one item, part by part.
class G2 {
 public:
  explicit G2(const Tree& tree)
      : tree_(tree), management_(tree.child(0, "itemmeta")), content_(tree.child(0, "contentmeta")) {
    for (const NodeIndex assertion : tree.children(0, "assert")) {
      assertions_.try_emplace(code_of(assertion), assertion);
    }
  }

  Item item() {
    item_.note_origins("element", {{ArticleField::title, "headline/title"},
                                   {ArticleField::published, "firstCreated/contentCreated/versionCreated"},
                                   {ArticleField::tags, "subject/keyword"},
                                   {ArticleField::authors, "by/creator"},
                                   {ArticleField::summary, "description"},
                                   {ArticleField::body, "inlineXML/inlineData/itemRef"},
                                   {ArticleField::language, "language/xml:lang"},
                                   {ArticleField::slugline, "slugline"},
                                   {ArticleField::urgency, "urgency"},
                                   {ArticleField::section, "service"},
                                   {ArticleField::source, "provider/infoSource"},
                                   {ArticleField::dateline, "dateline"},
                                   {ArticleField::subjects, "subject"},
                                   {ArticleField::embargo, "embargoed"},
                                   {ArticleField::withdrawn, "pubStatus/signal"}});
    item_.note_origins("attribute", {{ArticleField::id, "guid"}, {ArticleField::version, "version"}});
    item_.id = tree_[0].attribute("guid");
    item_.version = number_in(tree_[0].attribute("version"));
    take_management();
    take_content_metadata();
    take_text();
    if (item_.title.empty()) item_.title = line(management_, "title");
    return std::move(item_);
  }

 private:
  [[nodiscard]] std::vector<NodeIndex> all(NodeIndex of, std::string_view name) const {
    return of == 0 ? std::vector<NodeIndex>() : tree_.children(of, name);
  }

  [[nodiscard]] std::string line(NodeIndex of, std::string_view name) const {
    for (const NodeIndex index : all(of, name)) {
      std::string text = one_line(tree_.text_of(index));
      if (!text.empty()) return text;
    }
    return {};
  }

  [[nodiscard]] std::optional<Published> date(NodeIndex of, std::string_view name) const {
    return parse_date_stamp(line(of, name));
  }

  [[nodiscard]] std::string code_of(NodeIndex index) const {
    for (const std::string_view name : {"qcode", "uri", "literal", "code"}) {
      const std::string_view code = tree_[index].attribute(name);
      if (!code.empty()) return std::string(code);
    }
    return {};
  }

  /// The name that an element has: in the item's language where there are several.
  [[nodiscard]] std::string own_name(NodeIndex index) const {
    std::string first;
    for (const NodeIndex name : all(index, "name")) {
      std::string text = one_line(tree_.text_of(name));
      if (text.empty()) continue;
      if (tree_.language_of(name) == item_.language) return text;
      if (first.empty()) first = std::move(text);
    }
    return first;
  }

  [[nodiscard]] std::string name_of(NodeIndex index) const {
    std::string name = own_name(index);
    const std::string code = code_of(index);
    if (!name.empty() || code.empty()) return name;
    const auto assertion = assertions_.find(code);
    return assertion == assertions_.end() ? std::string() : own_name(assertion->second);
  }

  /// The name of a party, else its code without the scheme.
  [[nodiscard]] std::string party(NodeIndex of, std::string_view element) const {
    for (const NodeIndex index : all(of, element)) {
      std::string name = name_of(index);
      if (name.empty()) name = local_part(tree_[index].attribute("qcode"));
      if (name.empty()) name = tree_[index].attribute("literal");
      if (!name.empty()) return name;
    }
    return {};
  }

  void take_management() {
    item_.source = party(management_, "provider");
    if (item_.source.empty()) item_.source = party(content_, "infosource");
    item_.section = party(management_, "service");
    for (const NodeIndex status : all(management_, "pubstatus")) item_.note_status(code_of(status));
    for (const NodeIndex signal : all(management_, "signal")) item_.note_status(code_of(signal));
    const auto embargoes = all(management_, "embargoed");
    if (!embargoes.empty()) item_.note_embargo(one_line(tree_.text_of(embargoes.front())));
    item_.published = date(management_, "firstcreated");
    if (!item_.published) item_.published = date(content_, "contentcreated");
    if (!item_.published) item_.published = date(management_, "versioncreated");
  }

  void take_content_metadata() {
    for (const NodeIndex language : all(content_, "language")) {
      if (item_.language.empty()) item_.language = tree_[language].attribute("tag");
    }
    if (item_.language.empty()) item_.language = tree_.language_of(0);
    item_.title = line(content_, "headline");
    item_.slugline = line(content_, "slugline");
    item_.dateline = line(content_, "dateline");
    item_.urgency = number_in(line(content_, "urgency"));
    const std::string by = line(content_, "by");
    item_.authors = html::author_names(by);
    if (item_.authors.empty() && !by.empty()) item_.authors = {by};
    for (const NodeIndex creator : all(content_, "creator")) {
      std::string name = by.empty() ? name_of(creator) : std::string();
      if (!name.empty()) item_.authors.push_back(std::move(name));
    }
    for (const NodeIndex subject : all(content_, "subject")) {
      item_.add_subject(name_of(subject), code_of(subject));
    }
    for (const NodeIndex keyword : all(content_, "keyword")) {
      item_.tags.push_back(one_line(tree_.text_of(keyword)));
    }
  }

  void take_text() {
    for (const NodeIndex content : all(tree_.child(0, "contentset"), "inlinexml")) take_inline(content);
    for (const NodeIndex content : all(tree_.child(0, "contentset"), "inlinedata")) take_data(content);
    const bool is_known = !item_.summary.empty();
    for (const NodeIndex description : all(content_, "description")) {
      const std::string text = wrapped(tree_.text_of(description));
      if (!text.empty() && !is_known) item_.summary += (item_.summary.empty() ? "" : "\n\n") + text;
    }
    if (item_.body.empty() && tree_[0].is("packageitem")) take_package();
  }

  /// Text whose line ends mean nothing, unless blank lines part paragraphs.
  [[nodiscard]] static std::string wrapped(std::string_view text) {
    std::string paragraphs = html::text_of_plain(text);
    return paragraphs.find("\n\n") == std::string::npos ? one_line(paragraphs) : paragraphs;
  }

  void take_inline(NodeIndex content) {
    if (!item_.body.empty()) return;
    const NodeIndex html = tree_.descendant(content, "body");
    if (tree_.descendant(content, "nitf") != 0 || tree_.descendant(content, "body.content") != 0) {
      take_nitf_body(tree_, content, item_);
    } else if (is_markup(content) || html != 0) {
      item_.body = html::text_of_fragment(tree_.markup_of(body_of_html(content)));
    } else {
      item_.body = html::text_of_plain(tree_.text_of(content));
    }
  }

  /// The body of an inlined page, whose namespace is XHTML's.
  [[nodiscard]] NodeIndex body_of_html(NodeIndex content) const {
    for (NodeIndex index = content + 1; index < tree_[content].end; ++index) {
      if (!tree_[index].is_text && tree_[index].text == "body") return index;
    }
    return content;
  }

  [[nodiscard]] bool is_markup(NodeIndex content) const {
    return tree_[content].attribute("contenttype").find("html") != std::string_view::npos;
  }

  void take_data(NodeIndex content) {
    if (!item_.body.empty() || !tree_[content].attribute("encoding").empty()) return;
    const std::string text = tree_.text_of(content);
    item_.body = is_markup(content) ? html::text_of_fragment(text) : html::text_of_plain(text);
  }

  void take_package() {
    for (NodeIndex index = 1; index < tree_.nodes.size(); ++index) {
      if (!tree_[index].is("itemref")) continue;
      for (const std::string_view part : {"title", "headline", "description"}) {
        const std::string text = line(index, part);
        if (!text.empty()) item_.body += (item_.body.empty() ? "" : "\n\n") + text;
      }
    }
  }

  const Tree& tree_;
  NodeIndex management_;
  NodeIndex content_;
  std::unordered_map<std::string, NodeIndex> assertions_;  ///< by code
  Item item_;
};

}  // namespace

Item item_of_g2(const Tree& tree) { return G2(tree).item(); }

}  // namespace newsline::agency
