// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/terms.h"

#include <fmt/format.h>

#include "common/article/file/content_hash.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

/// Whether this form, right behind a prefix, would read as a longer prefix or as the colon that ends one.
bool needs_colon(std::string_view form) {
  return !form.empty() && (form.front() == ':' || (form.front() >= 'A' && form.front() <= 'Z'));
}

}  // namespace

std::string make_term(std::string_view prefix, std::string_view form) {
  std::string term(prefix);
  if (prefix.size() > 1 || needs_colon(form)) term += ':';
  return term + bounded_form(form, schema::kMaxTermBytes - term.size());
}

std::string bounded_form(std::string_view form, std::size_t limit_bytes) {
  if (form.size() <= limit_bytes) return std::string(form);
  const std::string hash = content_hash(form);
  return std::string(form.substr(0, utf8_floor(form, limit_bytes - hash.size()))) + hash;
}

std::string_view form_of_term(std::string_view prefix, std::string_view term) {
  term.remove_prefix(prefix.size());
  const bool colon = !term.empty() && term.front() == ':';
  if (colon && (prefix.size() > 1 || needs_colon(term.substr(1)))) term.remove_prefix(1);
  return term;
}

std::vector<std::string> definition_terms(std::string_view acronym, std::string_view long_form) {
  const std::size_t forms = acronym.size() + 1 + long_form.size();
  if (schema::prefix::kLongForm.size() + 1 + forms > schema::kMaxTermBytes) return {};
  return {make_term(schema::prefix::kAcronym, fmt::format("{} {}", acronym, long_form)),
          make_term(schema::prefix::kLongForm, fmt::format("{} {}", long_form, acronym))};
}

std::string day_term(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{}{:04}{:02}{:02}", schema::prefix::kDay, int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

std::string month_term(std::chrono::year_month month) {
  return fmt::format("{}{:04}{:02}", schema::prefix::kMonth, int{month.year()}, unsigned{month.month()});
}

std::string year_term(std::chrono::year year) {
  return fmt::format("{}{:04}", schema::prefix::kYear, int{year});
}

}  // namespace newsline
