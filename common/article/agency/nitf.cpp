// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/agency/nitf.h"

#include <array>
#include <utility>

#include "common/article/field/white_space.h"
#include "common/article/html/fragment.h"
#include "common/article/html/metadata/facts.h"
#include "common/text/date_stamp.h"

namespace newsline::agency {
namespace {

using xml::NodeIndex;
using xml::Tree;

/// What HTML calls an element of NITF. A template is text that nobody sees.
std::string_view name_in_html(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kNames{
      {{"hl1", "h1"},
       {"hl2", "h2"},
       {"bq", "blockquote"},
       {"block", "div"},
       {"media", "template"},
       {"note", "template"},
       {"nitf-table-metadata", "template"},
       {"body.content", "div"},
       {"nitf", "div"}}};
  for (const auto& [own, html] : kNames) {
    if (own == name) return html;
  }
  return name;
}

std::string paragraphs(const Tree& tree, NodeIndex index) {
  return html::text_of_fragment(tree.markup_of(index, Tree::Texts::escaped, name_in_html));
}

/// The line of an element at any depth; empty where there is none.
std::string line_at(const Tree& tree, NodeIndex of, std::string_view name) {
  const NodeIndex index = tree.descendant(of, name);
  return index == 0 ? std::string() : one_line(tree.text_of(index));
}

std::string_view attribute_at(const Tree& tree, std::string_view element, std::string_view attribute) {
  const NodeIndex index = tree.descendant(0, element);
  return index == 0 ? std::string_view() : tree[index].attribute(attribute);
}

/// The people in a byline: those it marks as such, else those it names before their titles.
std::vector<std::string> authors_in(const Tree& tree, NodeIndex byline) {
  std::vector<std::string> authors;
  for (NodeIndex index = byline + 1; index < tree[byline].end; ++index) {
    if (tree[index].is("person")) authors.push_back(one_line(tree.text_of(index)));
  }
  if (!authors.empty()) return authors;
  std::string line;
  for (NodeIndex index = byline + 1; index < tree[byline].end; ++index) {
    if (tree[index].is("byttl")) {
      index = tree[index].end - 1;
    } else if (tree[index].is_text) {
      line += tree[index].text;
    }
  }
  authors = html::author_names(one_line(line));
  return authors.empty() && !trim(line).empty() ? std::vector{one_line(line)} : authors;
}

void take_subjects(const Tree& tree, Item& item) {
  for (NodeIndex index = 1; index < tree.nodes.size(); ++index) {
    const xml::Node& node = tree[index];
    if (node.is("tobject.subject")) {
      std::string name;
      for (const std::string_view kind :
           {"tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"}) {
        if (name.empty()) name = node.attribute(kind);
      }
      item.add_subject(std::move(name), std::string(node.attribute("tobject.subject.refnum")));
    } else if (node.is("keyword")) {
      item.tags.emplace_back(node.attribute("key"));
    } else if (node.is("identified-content") || node.is("classifier")) {
      item.tags.emplace_back(node.attribute("value"));
    }
  }
}

/// The identification with its register, which makes it one of a kind in the world.
std::string id_in(const Tree& tree) {
  const std::string_view id = attribute_at(tree, "doc-id", "id-string");
  const std::string_view registry = attribute_at(tree, "doc-id", "regsrc");
  return id.empty() || registry.empty() ? std::string(id) : std::string(registry) + ':' + std::string(id);
}

void take_management(const Tree& tree, Item& item) {
  const std::string status = xml::lower_case(attribute_at(tree, "docdata", "management-status"));
  item.note_status(status);
  item.note_status(attribute_at(tree, "ed-msg", "msg-type"));
  const std::string_view release = attribute_at(tree, "date.release", "norm");
  if (status == "embargoed" || !release.empty()) item.note_embargo(release);
}

}  // namespace

void take_nitf_body(const Tree& tree, NodeIndex of, Item& item) {
  if (item.title.empty()) item.title = line_at(tree, of, "hl1");
  if (item.title.empty()) item.title = line_at(tree, of, "hedline");
  if (item.dateline.empty()) item.dateline = line_at(tree, of, "dateline");
  const NodeIndex byline = tree.descendant(of, "byline");
  if (item.authors.empty() && byline != 0) item.authors = authors_in(tree, byline);
  const NodeIndex abstract = tree.descendant(of, "abstract");
  if (item.summary.empty() && abstract != 0) item.summary = paragraphs(tree, abstract);
  if (!item.body.empty()) return;
  const NodeIndex content = tree.descendant(of, "body.content");
  const NodeIndex body = tree.descendant(of, "body");
  item.body = paragraphs(tree, content != 0 ? content : body != 0 ? body : of);
}

Item item_of_nitf(const Tree& tree) {
  Item item;
  item.note_origins("element", {{ArticleField::id, "doc-id"},
                                {ArticleField::title, "hl1/hedline/title"},
                                {ArticleField::published, "date.issue/pubdata/story.date"},
                                {ArticleField::tags, "tobject.subject/keyword/identified-content/classifier"},
                                {ArticleField::authors, "byline"},
                                {ArticleField::summary, "abstract"},
                                {ArticleField::body, "body.content/body"},
                                {ArticleField::language, "baselang/xml:lang"},
                                {ArticleField::slugline, "du-key"},
                                {ArticleField::version, "du-key"},
                                {ArticleField::urgency, "urgency"},
                                {ArticleField::section, "pubdata/tobject"},
                                {ArticleField::source, "distributor/pubdata/doc.copyright/doc-id"},
                                {ArticleField::dateline, "dateline"},
                                {ArticleField::subjects, "tobject.subject"},
                                {ArticleField::embargo, "date.release"},
                                {ArticleField::withdrawn, "docdata/ed-msg"}});
  item.id = id_in(tree);
  take_nitf_body(tree, 0, item);
  const NodeIndex head = tree.child(0, "head");
  if (item.title.empty() && head != 0) item.title = line_at(tree, head, "title");
  for (const auto& [element, attribute] :
       {std::pair{"date.issue", "norm"}, {"pubdata", "date.publication"}, {"story.date", "norm"}}) {
    if (!item.published) item.published = parse_date_stamp(attribute_at(tree, element, attribute));
  }
  item.language = tree[0].attribute("baselang");
  if (item.language.empty()) item.language = tree.language_of(0);
  item.slugline = attribute_at(tree, "du-key", "key");
  item.version = number_in(attribute_at(tree, "du-key", "version"));
  item.urgency = number_in(attribute_at(tree, "urgency", "ed-urg"));
  item.section = attribute_at(tree, "pubdata", "position.section");
  if (item.section.empty()) item.section = attribute_at(tree, "tobject", "tobject.type");
  item.source = line_at(tree, 0, "distributor");
  for (const auto& [element, attribute] :
       {std::pair{"pubdata", "name"}, {"doc.copyright", "holder"}, {"doc-id", "regsrc"}}) {
    if (item.source.empty()) item.source = attribute_at(tree, element, attribute);
  }
  take_subjects(tree, item);
  take_management(tree, item);
  return item;
}

}  // namespace newsline::agency
