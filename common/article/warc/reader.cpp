// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/warc/reader.h"

#include <fmt/format.h>

#include <string>
#include <unordered_map>
#include <utility>

#include "common/article/field/white_space.h"
#include "common/article/file/content_hash.h"
#include "common/article/file/regular_file.h"
#include "common/article/file/walk.h"
#include "common/article/html/reader.h"
#include "common/article/warc/content_coding.h"
#include "common/article/warc/http_message.h"
#include "common/article/warc/records.h"
#include "common/error.h"
#include "common/text/utf8.h"

namespace newsline {
namespace {

using web::RecordFault;
using web::RecordHead;

/// A page as it was before it was sent.
struct Page {
  std::string bytes;
  std::string charset;
};

bool is_page_type(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

class WebArchiveReader final : public Reader {
 public:
  WebArchiveReader(Input input, ReadContext context)
      : records_(std::move(input)), context_(std::move(context)) {}

  std::optional<Reading> next() override {
    try {
      return next_reading();
    } catch (const UnreadableFile& error) {
      at_end_ = true;
      return rejection_for(error, context_.path, 0);
    }
  }

  std::uint64_t skipped() const override { return skipped_; }

 private:
  std::optional<Reading> next_reading() {
    while (!at_end_) {
      const auto record = records_.next();
      if (!record) return std::nullopt;
      if (const auto* fault = std::get_if<RecordFault>(&*record)) return rejection(*fault);
      try {
        if (auto reading = read(std::get<RecordHead>(*record))) return reading;
      } catch (const Error& error) {
        at_end_ = records_.input().limit().is_exceeded();
        return rejection({std::get<RecordHead>(*record).offset, error.what()});
      }
    }
    return std::nullopt;
  }

  Rejection rejection(const RecordFault& fault) const {
    return {context_.path, 0,
            fmt::format("the record at byte {} cannot be read: {}", fault.offset, fault.reason)};
  }

  std::optional<Reading> read(const RecordHead& head) {
    const bool is_answer = head.type == "response";
    if (!is_answer && head.type != "resource") return skip();
    const web::HttpAnswer answer = web::http_answer(is_answer ? records_.block() : std::string_view{});
    const std::string_view type = is_answer && records_.block().starts_with("HTTP/")
                                      ? answer.headers.find("content-type")
                                      : std::string_view(head.content_type);
    const std::string_view sent = is_answer ? answer.body : records_.block();
    const bool is_good = !is_answer || answer.status == 200;
    if (head.block_bytes > kMaxPageBytes)
      return rejection({head.offset, fmt::format("it is larger than {} MiB", kMaxPageBytes >> 20)});
    if (!is_good || head.uri.empty()) return skip();
    if (type.empty() ? !is_html(sent, "") : !is_page_type(web::media_type(type))) return skip();
    if (is_older(head)) return skip();
    return read_page(head, answer, sent, web::charset_parameter(type));
  }

  std::optional<Reading> read_page(const RecordHead& head, const web::HttpAnswer& answer,
                                   std::string_view sent, const std::string& charset) {
    const bool is_chunked = web::media_type(answer.headers.find("transfer-encoding")) == "chunked";
    std::string body = is_chunked ? web::without_chunks(sent) : std::string(sent);
    auto decoded =
        web::decoded_content(std::move(body), answer.headers.find("content-encoding"), kMaxPageBytes);
    if (const auto* fault = std::get_if<web::CodingFault>(&decoded))
      return rejection({head.offset, fault->reason});
    const std::string& page = std::get<std::string>(decoded);
    records_.input().limit().count(page.size(), context_.path);
    if (trim(page).empty()) return skip();
    Reading reading = read_html(page, context_, charset);
    if (const auto* refused = std::get_if<Rejection>(&reading))
      return rejection({head.offset, refused->reason});
    Article& article = std::get<ReadArticle>(reading).article;
    Origins& origins = std::get<ReadArticle>(reading).origins;
    constexpr Origin kTarget{"", "target of the record"};
    const std::string target = path_as_text(head.uri);
    article.id = target.substr(0, utf8_floor(target, kLongestId));
    origins.set(ArticleField::id, kTarget);
    if (article.url.empty()) {
      article.url = article.id;
      origins.set(ArticleField::url, kTarget);
    }
    if (article.published && head.captured && is_after(*article.published, *head.captured))
      article.published.reset();
    return reading;
  }

  /// Zones and clocks are a day apart at most.
  static bool is_after(const Published& published, const Published& captured) {
    constexpr std::int64_t kDaySeconds = 86'400;
    return published.utc_seconds() > captured.utc_seconds() + kDaySeconds;
  }

  /// Whether a newer capture of its target was there before. What stands later in a file counts.
  bool is_older(const RecordHead& head) {
    const std::int64_t captured = head.captured ? head.captured->utc_seconds() : 0;
    const auto [newest, is_first] = newest_.try_emplace(content_hash(head.uri), captured);
    if (captured < newest->second) return true;
    newest->second = captured;
    return false;
  }

  std::optional<Reading> skip() {
    ++skipped_;
    return std::nullopt;
  }

  static constexpr std::size_t kLongestId = 8000;

  web::Records records_;
  ReadContext context_;
  std::unordered_map<std::string, std::int64_t> newest_;  ///< captures, by the hash of their target
  std::uint64_t skipped_ = 0;
  bool at_end_ = false;
};

}  // namespace

std::unique_ptr<Reader> web_archive_reader(Input input, ReadContext context) {
  return std::make_unique<WebArchiveReader>(std::move(input), std::move(context));
}

bool is_web_archive(std::string_view start, std::string_view path) {
  return web::is_web_archive(start, path);
}

}  // namespace newsline
