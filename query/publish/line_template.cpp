// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/publish/line_template.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "common/text/printable.h"
#include "query/option_values.h"
#include "query/publish/publish.h"

namespace newsline {
namespace {

using Field = std::string (*)(const Answer&, std::size_t);

const Hit& hit(const Answer& answer, std::size_t i) { return answer.page.hits[i]; }

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : "; ") + name;
  return list;
}

std::string rank(const Answer& answer, std::size_t i) { return std::to_string(answer.page.passed + i + 1); }
std::string id(const Answer& answer, std::size_t i) { return hit(answer, i).id; }
std::string title(const Answer& answer, std::size_t i) { return hit(answer, i).title.text; }
std::string published(const Answer& answer, std::size_t i) {
  const auto& known = hit(answer, i).published;
  return known ? iso8601(*known) : "";
}
std::string reads(const Answer& answer, std::size_t i) {
  const auto& known = hit(answer, i).reads;
  return known ? std::to_string(*known) : "";
}
std::string language(const Answer& answer, std::size_t i) { return hit(answer, i).language; }
std::string source(const Answer& answer, std::size_t i) { return hit(answer, i).source; }
std::string section(const Answer& answer, std::size_t i) { return hit(answer, i).section; }
std::string tags(const Answer& answer, std::size_t i) { return joined(hit(answer, i).tags); }
std::string authors(const Answer& answer, std::size_t i) { return joined(hit(answer, i).authors); }
std::string url(const Answer& answer, std::size_t i) { return hit(answer, i).url; }
std::string path(const Answer& answer, std::size_t i) { return hit(answer, i).path; }
std::string score(const Answer& answer, std::size_t i) {
  const bool is_ranked = answer.options.sort == SortOrder::relevance;
  return is_ranked ? fmt::format("{:.6g}", hit(answer, i).score) : "";
}
std::string snippet(const Answer& answer, std::size_t i) { return hit(answer, i).snippet.text; }
std::string story(const Answer& answer, std::size_t i) {
  const auto& known = hit(answer, i).story;
  return known ? known->id : "";
}
std::string copies(const Answer& answer, std::size_t i) {
  const auto& known = hit(answer, i).story;
  return known ? std::to_string(known->copies) : "";
}

/// The keys of a hit, in the order of OUTPUT.md's columns.
constexpr std::array<std::pair<std::string_view, Field>, 16> kFields = {{{"rank", rank},
                                                                         {"id", id},
                                                                         {"title", title},
                                                                         {"published", published},
                                                                         {"reads", reads},
                                                                         {"lang", language},
                                                                         {"source", source},
                                                                         {"section", section},
                                                                         {"tags", tags},
                                                                         {"authors", authors},
                                                                         {"url", url},
                                                                         {"path", path},
                                                                         {"score", score},
                                                                         {"snippet", snippet},
                                                                         {"story", story},
                                                                         {"copies", copies}}};

std::string field_names() {
  std::string names = "the fields are";
  for (const auto& [name, field] : kFields) names += fmt::format(" {{{}}}", name);
  return names;
}

Field field_named(std::string_view name) {
  for (const auto& [known, field] : kFields) {
    if (known == name) return field;
  }
  throw usage(fmt::format("--template has no field \"{}\"", name), field_names());
}

/// What a backslash and this letter stand for.
char meant_by(char letter) {
  switch (letter) {
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case '\\':
      return '\\';
    default:
      throw usage(fmt::format("--template knows no \"\\{}\"", letter),
                  R"(\t, \n and \\ stand for something)");
  }
}

}  // namespace

LineTemplate::LineTemplate(std::string_view text) {
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if ((c == '{' || c == '}') && next == c) {
      words += text[i++];
    } else if (c == '{') {
      const std::size_t end = text.find('}', i);
      if (end == std::string_view::npos) {
        throw usage("a brace of --template is not closed", "{{ stands for a brace that begins no field");
      }
      parts_.emplace_back(printable(std::exchange(words, {})));
      parts_.emplace_back(field_named(text.substr(i + 1, end - i - 1)));
      i = end;
    } else if (c == '}') {
      throw usage("a brace of --template closes nothing", "}} stands for a brace that ends no field");
    } else if (c == '\\') {
      if (next == '\0') throw usage("--template ends in a backslash", R"(\\ stands for one)");
      words += meant_by(next);
      ++i;
    } else {
      words += c;
    }
  }
  parts_.emplace_back(printable(words));
}

std::string LineTemplate::line(const Answer& answer, std::size_t i) const {
  std::string line;
  for (const Part& part : parts_) {
    const auto* const field = std::get_if<Field>(&part);
    line += field != nullptr ? printable_line((*field)(answer, i)) : std::get<std::string>(part);
  }
  return line + '\n';
}

void write_lines(const Answer& answer, Look& look) {
  const LineTemplate lines(answer.options.line_template);
  for (std::size_t i = 0; i < answer.page.hits.size() && !look.output.is_abandoned(); ++i) {
    look.output.write(lines.line(answer, i));
  }
  look.output.flush();
  write_notices(answer, look);
}

}  // namespace newsline
