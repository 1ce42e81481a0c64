// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "common/index/update.h"
#include "tests/index/observers.h"
#include "tests/index/snapshot.h"
#include "tests/support/temporary_folder.h"

namespace newsline {

/// A line of JSON: the article https://example.org/ID.
inline std::string line_of(int id, const std::string& body) {
  return fmt::format(R"({{"url":"https://example.org/{}","title":"Story","body":"{}"}})", id, body) + "\n";
}

/// A folder with a source `in` and an index `index`.
struct Place {
  TemporaryFolder folder;
  Listener listener;
  UpdateRequest request{folder / "index", {folder / "in"}};

  void write(const std::string& name, std::string_view text) const {
    write_file(folder / ("in/" + name), text);
  }
  RunReport update() { return newsline::update(request, listener); }
  [[nodiscard]] std::string stored(int id) const {
    const auto all = snapshot(request.index);
    const auto found = all.find(fmt::format("Qhttps://example.org/{}", id));
    return found == all.end() ? "" : found->second;
  }
  [[nodiscard]] bool holds(int id, const std::string& body) const {
    return stored(id).find("\"body\":\"" + body + "\"") != std::string::npos;
  }
};

}  // namespace newsline
