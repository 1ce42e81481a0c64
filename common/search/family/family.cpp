// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/family/family.h"

namespace newsline {
namespace {

constexpr std::size_t kMaxParticleBytes = 3;

}  // namespace

std::string describe(std::string_view form, const Family& family) {
  std::string line(form);
  std::string_view before = " → ";
  for (const std::string& each : all_forms(family)) {
    line += before;
    line += each;
    before = ", ";
  }
  return line;
}

std::vector<std::string> all_forms(const Family& family) {
  std::vector<std::string> forms = family.near;
  forms.insert(forms.end(), family.across.begin(), family.across.end());
  return forms;
}

const std::string* only_name(const Words& words) {
  const std::string* name = nullptr;
  for (const std::string& form : words.forms) {
    if (form.size() <= kMaxParticleBytes) continue;
    if (name != nullptr) return nullptr;
    name = &form;
  }
  return name;
}

std::string joined_form(const Words& words) {
  std::string joined;
  for (const std::string& form : words.forms) joined += form;
  return joined;
}

}  // namespace newsline
