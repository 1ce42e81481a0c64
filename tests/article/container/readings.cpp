// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/article/container/readings.h"

#include <utility>

#include "common/article/formats.h"
#include "tests/support/temporary_folder.h"

namespace newsline::test {

std::vector<Reading> readings_of(const ReadContext& context) {
  std::vector<Reading> readings;
  auto opened = open_reader(context);
  if (auto* rejection = std::get_if<Rejection>(&opened)) {
    readings.emplace_back(std::move(*rejection));
    return readings;
  }
  Reader& reader = *std::get<std::unique_ptr<Reader>>(opened);
  while (auto reading = reader.next()) readings.push_back(std::move(*reading));
  return readings;
}

std::vector<std::string> lines_read(const std::string& name, std::string_view bytes, const std::string& as) {
  const TemporaryFolder folder;
  write_file(folder / name, bytes);
  std::vector<std::string> lines;
  for (const Reading& reading : readings_of({folder / name, "agency", as})) {
    const auto* read = std::get_if<ReadArticle>(&reading);
    std::string line = read != nullptr ? read->article.id + ": " + read->article.title
                                       : describe(std::get<Rejection>(reading));
    for (std::size_t at = line.find(folder / ""); at != std::string::npos; at = line.find(folder / ""))
      line.erase(at, (folder / "").size());
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace newsline::test
