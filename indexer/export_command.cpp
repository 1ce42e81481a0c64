// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/export_command.h"

#include "common/article/article_json.h"
#include "indexer/tell/whole_file.h"

namespace newsline {

void export_articles(Archive& archive, Output& output) {
  archive.for_each_article([&](const Article& article) {
    output.write(to_json(article));
    output.write("\n");
    return !output.is_abandoned();
  });
  output.finish();
}

void export_articles(Archive& archive, const std::string& file) {
  write_whole_file(file, [&](Output& output) { export_articles(archive, output); });
}

}  // namespace newsline
