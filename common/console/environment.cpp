// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/console/environment.h"

#include "common/error.h"

namespace newsline {

Environment environment_of(const char* const* strings) {
  Environment environment;
  for (; strings != nullptr && *strings != nullptr; ++strings) {
    const std::string_view entry = *strings;
    const std::size_t sign = entry.find('=');
    if (sign != std::string_view::npos) environment.emplace(entry.substr(0, sign), entry.substr(sign + 1));
  }
  return environment;
}

std::string_view value_of(const Environment& environment, std::string_view name) {
  const auto variable = environment.find(name);
  return variable == environment.end() ? std::string_view() : std::string_view(variable->second);
}

std::string default_index(const Environment& environment) {
  const std::string_view index = value_of(environment, "NEWSLINE_INDEX");
  if (!index.empty()) return std::string(index);
  const std::string_view data = value_of(environment, "XDG_DATA_HOME");
  if (data.starts_with('/')) return std::string(data) + "/newsline/index";
  const std::string_view home = value_of(environment, "HOME");
  if (!home.empty()) return std::string(home) + "/.local/share/newsline/index";
  throw Error(
      ErrorKind::usage,
      "no index is named, and none of NEWSLINE_INDEX, XDG_DATA_HOME and HOME is set to say where it is",
      "name its folder with --index DIR");
}

}  // namespace newsline
