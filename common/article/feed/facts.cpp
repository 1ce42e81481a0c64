// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/feed/facts.h"

#include <utility>

#include "common/article/feed/construct.h"
#include "common/article/field/url.h"
#include "common/article/field/white_space.h"
#include "common/article/html/tree/document.h"

namespace newsline::feed {
namespace {

using xml::NodeIndex;
using xml::Space;
using xml::Tree;

bool is_address_of_mail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find_first_of(" \t\n") == std::string_view::npos;
}

/// `a@example.org (Ana Sousa)`, `Ana Sousa <a@example.org>`, `Ana Sousa`, `a@example.org`.
std::string name_in(const std::string& text) {
  std::string person = text.find('<') == std::string::npos ? html::plain_text(text) : one_line(text);
  const std::size_t open = person.find_first_of("(<");
  const std::size_t close = person.find_last_of(")>");
  if (open == std::string::npos || close == std::string::npos || close < open) return person;
  const std::string_view before = trim(std::string_view(person).substr(0, open));
  const std::string_view inside = trim(std::string_view(person).substr(open + 1, close - open - 1));
  if (is_address_of_mail(before) && !inside.empty()) return std::string(inside);
  return is_address_of_mail(inside) && !before.empty() ? std::string(before) : person;
}

std::string name_of_person(const Tree& tree, NodeIndex person) {
  for (const std::string_view part : {"name", "title", "email"}) {
    const NodeIndex index = tree.child(person, part);
    std::string text = index == 0 ? std::string() : one_line(tree.text_of(index));
    if (!text.empty()) return text;
  }
  return tree.has_elements(person) ? std::string() : name_in(tree.text_of(person));
}

/// How well a link of Atom answers the question for the page: 0 where it does not.
int fitness(const xml::Node& link) {
  const std::string_view relation = link.attribute("rel");
  const bool is_page = relation.empty() || relation == "alternate" ||
                       relation == "http://www.iana.org/assignments/relation/alternate";
  if (!is_page) return 0;
  const std::string_view type = link.attribute("type");
  return type.empty() || type.starts_with("text/html") || type.starts_with("application/xhtml") ? 2 : 1;
}

}  // namespace

std::vector<std::string> authors_of(const Tree& tree, NodeIndex of) {
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (!name.empty()) names.push_back(std::move(name));
  };
  for (const NodeIndex person : tree.children(of, "author")) add(name_of_person(tree, person));
  for (const NodeIndex person : tree.children(of, "creator", Space::dublin_core)) {
    add(name_of_person(tree, person));
  }
  if (!names.empty()) return names;
  for (const NodeIndex person : tree.children(of, "author", Space::dublin_core)) {
    add(name_of_person(tree, person));
  }
  for (const NodeIndex person : tree.children(of, "author", Space::itunes)) add(name_of_person(tree, person));
  return names;
}

std::string page_of(const Tree& tree, const std::vector<NodeIndex>& links, std::string_view home) {
  NodeIndex best = 0;
  std::string address;
  int best_fitness = 0;
  for (const NodeIndex link : links) {
    const xml::Node& node = tree[link];
    const bool has_reference = !node.attribute("href").empty();
    const std::string text = has_reference ? std::string(node.attribute("href")) : tree.text_of(link);
    const int fits = has_reference ? fitness(node) : 3;  // an address as text, RSS's form, says nothing else
    if (trim(text).empty() || fits <= best_fitness) continue;
    best = link;
    best_fitness = fits;
    address = one_line(text);
  }
  if (best_fitness == 0) return {};
  const std::string base = tree.base_of(best);
  return resolved_url(is_absolute_url(base) ? base : resolved_url(home, base), address);
}

void note_fact(const Tree& element, FeedFacts& facts) {
  const xml::Node& root = element.root();
  if (facts.language.empty()) {
    const bool says_language = root.is("language") || root.is("language", Space::dublin_core);
    facts.language = says_language ? one_line(element.text_of(0)) : std::string();
  }
  const bool is_title = root.is("title") || root.is("title", Space::dublin_core);
  if (is_title && facts.title.empty()) facts.title = line_of(construct_of(element, 0));
  if (root.is("link") && facts.home.empty()) facts.home = page_of(element, {0}, {});
  if (root.is("author") && facts.authors.empty() && element.container == "feed") {
    const std::string name = name_of_person(element, 0);
    if (!name.empty()) facts.authors = {name};
  }
}

}  // namespace newsline::feed
