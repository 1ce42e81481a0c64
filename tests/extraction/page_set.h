// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/text/published.h"

namespace newsline::extraction {

/// What a person says that a page's article is.
struct TruePage {
  std::string id;
  std::string file;  ///< path of the page
  std::string title;
  std::optional<Published> published;
  std::string body;
};

/// The pages of a folder: `true.jsonl` (id, title, published, body), and each page as
/// `test-pages/ID/source.html` or `pages/ID.html`. Throws std::runtime_error that names what cannot be read.
[[nodiscard]] std::vector<TruePage> page_set(const std::string& folder);

}  // namespace newsline::extraction
