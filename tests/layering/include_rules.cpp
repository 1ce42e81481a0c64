// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "tests/layering/rules.h"

namespace newsline::layering {
namespace {

/// Lowest first: each may include what stands before it.
constexpr std::array<std::string_view, 6> kLayers = {"common/error.h", "common/text",   "common/article",
                                                     "common/index",   "common/search", "common/console"};
constexpr std::array<std::string_view, 2> kPrograms = {"indexer", "query"};

/// Of common/index, the headers that both sides need. All others write, and are for the folder itself and the
/// indexer.
constexpr std::array<std::string_view, 19> kReadSide = {"common/index/glass.h",
                                                        "common/index/glass/snapshot.h",
                                                        "common/index/glass/posting_list.h",
                                                        "common/index/glass/term_list.h",
                                                        "common/index/glass/value_list.h",
                                                        "common/index/folder/index_folder.h",
                                                        "common/index/folder/state_stamp.h",
                                                        "common/index/schema.h",
                                                        "common/index/document/numbered_names.h",
                                                        "common/index/document/stored_article.h",
                                                        "common/index/document/terms.h",
                                                        "common/index/document/values.h",
                                                        "common/index/family/keys.h",
                                                        "common/index/ledger/sources.h",
                                                        "common/index/document/host.h",
                                                        "common/index/furniture/cut.h",
                                                        "common/index/document/positions.h",
                                                        "common/index/document/story_members.h",
                                                        "common/index/document/text_numbers.h"};
constexpr std::array<std::string_view, 2> kReaders = {"common/search", "query"};

/// An outside library: how its headers begin, and the folders and files that may include them. An entry that
/// ends in `*.cpp` means the sources of that folder without its headers.
struct Door {
  std::string_view headers;
  std::vector<std::string_view> open_to;
};
const std::vector<Door>& doors() {
  static const std::vector<Door> kAll = {
      {"unicode/", {"common/text"}},
      {"cld2/", {"common/text"}},
      {"uchardet/", {"common/text"}},
      {"xapian", {"common/index", "common/search"}},
      {"archive", {"common/article"}},
      {"zlib", {"common/article/*.cpp"}},
      {"brotli/", {"common/article/warc/*.cpp"}},
      {"simdjson", {"common/article"}},
      {"benchmark/", {"tests/bench"}},
      {"gumbo", {"common/article/html"}},
      {"libdeflate", {"common/index"}},
      {"zstd", {"common/index/packing/*.cpp"}},
      {"zdict", {"common/index/packing/*.cpp"}},
      {"cmark-gfm", {"common/article/markdown/*.cpp"}},
      {"yaml-cpp/", {"common/article/markdown/*.cpp"}},
      {"toml++/", {"common/article/markdown/*.cpp"}},
      {"xxhash", {"common/article"}},
      {"nlohmann/", {"common/article", "common/index/*.cpp", "indexer/*.cpp", "query/*.cpp"}},
      {"CLI/", {"indexer/help_formatter.cpp", "indexer/options.cpp", "query/options.cpp"}},
      {"fmt/", {"common", "indexer", "query"}},
      {"doctest/", {}},
  };
  return kAll;
}

/// fmt stands for std::format, so that a header may mention it as it may mention the standard library.
constexpr std::string_view kLikeStandard = "fmt/";

/// Headers of the system that we use; C++'s own have neither a point nor a slash in their names.
constexpr std::array<std::string_view, 23> kSystemHeaders = {
    "dirent.h",        "dlfcn.h",     "errno.h",        "fcntl.h",      "langinfo.h", "locale.h",
    "malloc.h",        "poll.h",      "signal.h",       "stdlib.h",     "sys/file.h", "sys/ioctl.h",
    "sys/mman.h",      "sys/mount.h", "sys/resource.h", "sys/socket.h", "sys/stat.h", "sys/syscall.h",
    "sys/sysmacros.h", "sys/types.h", "sys/un.h",       "sys/wait.h",   "unistd.h"};

bool is_under(std::string_view path, std::string_view folder_or_file) {
  return path == folder_or_file ||
         (path.starts_with(folder_or_file) && path.substr(folder_or_file.size()).starts_with('/'));
}

template <typename Names>
bool is_under_any(std::string_view path, const Names& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return is_under(path, name); });
}

bool is_test(std::string_view path) { return is_under(path, "tests"); }

std::string place(const std::string& path, const Include& include) {
  return path + ":" + std::to_string(include.line) + ": ";
}

/// The layers and programs that a file may include.
std::vector<std::string_view> below(std::string_view path) {
  const auto* const layer =
      std::find_if(kLayers.begin(), kLayers.end(), [&](auto it) { return is_under(path, it); });
  std::vector<std::string_view> allowed(kLayers.begin(), layer == kLayers.end() ? layer : layer + 1);
  for (const auto program : kPrograms) {
    if (is_under(path, program)) allowed.push_back(program);
  }
  return allowed;
}

const Door* door_of(const Include& include) {
  const auto it = std::find_if(doors().begin(), doors().end(),
                               [&](const Door& door) { return include.path.starts_with(door.headers); });
  return include.angled && it != doors().end() ? &*it : nullptr;
}

bool is_open(const Door& door, std::string_view path) {
  return std::any_of(door.open_to.begin(), door.open_to.end(), [&](std::string_view entry) {
    constexpr std::string_view kSourcesOnly = "/*.cpp";
    if (!entry.ends_with(kSourcesOnly)) return is_under(path, entry);
    entry.remove_suffix(kSourcesOnly.size());
    return is_under(path, entry) && path.ends_with(".cpp");
  });
}

bool is_standard_or_system(std::string_view header) {
  return header.find_first_of("./") == std::string_view::npos ||
         std::find(kSystemHeaders.begin(), kSystemHeaders.end(), header) != kSystemHeaders.end();
}

/// The project's own headers that a source includes, itself not among them, at any distance.
void gather_headers(const SourceTree& tree, const std::string& path, std::set<std::string>& gathered) {
  const auto file = tree.find(path);
  if (file == tree.end()) return;
  for (const Include& include : includes_of(file->second)) {
    if (!include.angled && gathered.insert(include.path).second) gather_headers(tree, include.path, gathered);
  }
}

}  // namespace

Violations layers_include_downward(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    if (!is_cpp_source(path) || is_test(path)) continue;
    const auto allowed = below(path);
    for (const Include& include : includes_of(source)) {
      if (include.angled) continue;
      if (!tree.contains(include.path)) {
        found.push_back(place(path, include) + "there is no " + include.path +
                        " (write paths from the root)");
      } else if (!is_under_any(include.path, allowed)) {
        found.push_back(place(path, include) + include.path + " is not below this layer");
      } else if (is_under_any(path, kReaders) && is_under(include.path, "common/index") &&
                 !is_under_any(include.path, kReadSide)) {
        found.push_back(place(path, include) + include.path + " is for the side that writes");
      }
    }
  }
  return found;
}

Violations dependencies_have_one_door(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    if (!is_cpp_source(path)) continue;
    for (const Include& include : includes_of(source)) {
      if (!include.angled) continue;
      const Door* const door = door_of(include);
      if (door == nullptr && !is_standard_or_system(include.path)) {
        found.push_back(place(path, include) + "<" + include.path + "> is of no library that has a door");
      } else if (door != nullptr && !is_test(path) && !is_open(*door, path)) {
        found.push_back(place(path, include) + "<" + include.path + "> is not open to this file");
      }
    }
  }
  return found;
}

Violations programs_see_no_dependency(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, source] : tree) {
    if (!is_cpp_source(path) || !is_under_any(path, kPrograms)) continue;
    std::set<std::string> headers;
    gather_headers(tree, path, headers);
    if (path.ends_with(".h")) headers.insert(path);
    for (const std::string& header : headers) {
      if (!tree.contains(header)) continue;
      for (const Include& include : includes_of(tree.at(header))) {
        const Door* const door = door_of(include);
        if (door == nullptr || door->headers == kLikeStandard) continue;
        found.push_back(path + ": sees <" + include.path + "> through " + header);
      }
    }
  }
  return found;
}

}  // namespace newsline::layering
