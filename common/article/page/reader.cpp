// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/page/reader.h"

#include <fmt/format.h>

#include <utility>

#include "common/article/file/walk.h"
#include "common/article/page/layout.h"
#include "common/error.h"
#include "common/text/charset/recognition.h"

namespace newsline {
namespace {

class PageReader final : public Reader {
 public:
  PageReader(Input input, ReadContext context) : input_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    if (std::exchange(is_done_, true)) return std::nullopt;
    try {
      const auto page = input_.rest(kMaxPageBytes);
      if (page) return read_page(*page, context_);
      return Rejection{context_.path, 0, fmt::format("the page is larger than {} MiB", kMaxPageBytes >> 20)};
    } catch (const Error& error) {
      return rejection_for(error, context_.path, 0);
    }
  }

 private:
  Input input_;
  ReadContext context_;
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<Reader> page_reader(Input input, ReadContext context) {
  return std::make_unique<PageReader>(std::move(input), std::move(context));
}

Reading read_page(std::string_view page, const ReadContext& context) {
  if (context.observer != nullptr) context.observer->decoded(find_charset(page));
  const MendedText mended = recognize(page);
  Cleaner cleaner;
  if (mended.is_mended()) cleaner.note_mended();
  Origins origins;
  Article article = page_layout(mended.text, cleaner, origins, context.observer);
  if (article.title.empty() && article.body.empty()) {
    return Rejection{context.path, 0, "the page has neither title nor text"};
  }
  article.path = path_as_text(context.path);
  article.id = article.path;
  origins.set(ArticleField::id, origin::kPath);
  article.source = context.source_name;
  origins.set(ArticleField::source, origin::kSource);
  return ReadArticle{std::move(article), cleaner.mended(), origins};
}

}  // namespace newsline
