// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/refresh/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/article/article_json.h"
#include "common/article/file/content_hash.h"
#include "common/article/formats.h"
#include "common/error.h"
#include "common/index/document/document.h"
#include "common/index/document/precedence.h"
#include "common/index/document/terms.h"
#include "common/index/schema.h"

namespace newsline {
namespace {

constexpr std::uint64_t kProgressEvery = 1000;

/// What cannot even be opened is one rejection.
std::variant<std::unique_ptr<Reader>, Rejection> open_or_reject(const ReadContext& context) {
  try {
    return open_reader(context);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::data) throw;
    return rejection_for(error, context.path, 0);
  }
}

}  // namespace

Intake::Intake(Generation& writer, Known known, Batch batch, LossGuard guard, Scratch scratch,
               RunReport& report, RunObserver& observer)
    : writer_(writer),
      ledger_(known.ledger),
      sources_(known.sources),
      forgotten_(known.forgotten),
      batch_(batch),
      guard_(std::move(guard)),
      report_(report),
      observer_(observer),
      touches_(report, observer.wants_changes(), scratch),
      scratch_(std::move(scratch)),
      reads_(scratch_),
      stale_paths_(scratch_) {}

bool Intake::read(const FoundFile& file, const std::string& hash, const Before& before,
                  std::uint64_t files_to_read) {
  key_ = file_key(file.path);
  const PackedKey packed = packed_key(key_);
  is_read_again_ = before.entry && before.articles && before.entry->hash == hash;
  is_unread_ = false;
  is_stale_ = false;
  const Source* source = sources_.owner_of(file.path);
  entry_ = {};
  entry_.file = file;
  entry_.source = source ? source->path : "";
  entry_.hash = hash;
  entry_.read_ns = now_ns();
  ledger_.announce(entry_);
  rejections_are_known_ = before.rejections_are_known;
  passed_over_ = 0;
  broken_off_.erase(packed);
  all_records_ -= before.articles.value_or(0);
  touches_.begin_file();

  auto opened = open_or_reject({file.path, source ? source->name : "", source ? source->as : ""});
  if (auto* rejection = std::get_if<Rejection>(&opened))
    reject(std::move(*rejection));
  else if (!read_records(*std::get<std::unique_ptr<Reader>>(opened), files_to_read))
    return false;

  if (before.entry && !is_unread_ && !sources_.keeps(entry_.source)) drop_unseen_claims();
  reads_.add(packed, entry_.articles - passed_over_);
  if (is_unread_) {
    broken_off_.insert(packed);
    if (before.entry) entry_.articles = std::max(entry_.articles, before.entry->articles);
  }
  entry_.complete = !is_unread_ && !is_stale_ && !stale_.contains(packed);
  ledger_.put(entry_);
  if (batch_is_full()) writer_.commit();
  return true;
}

void Intake::commit_within_file() {
  ledger_.put(entry_);  // still incomplete: the next run reads it if this one ends here
  writer_.commit();
}

bool Intake::read_records(Reader& reader, std::uint64_t files_to_read) {
  while (auto reading = reader.next()) {
    if (const auto* rejection = std::get_if<Rejection>(&*reading))
      reject(*rejection);
    else
      take_article(std::move(std::get<ReadArticle>(*reading)));
    const bool stop = observer_.stop_asked();
    if (stop || batch_is_full()) commit_within_file();
    if (stop) return false;
    if ((entry_.articles + entry_.rejections) % kProgressEvery == 0)
      observer_.progress(report_, files_to_read, entry_.file.path);
  }
  if (!rejections_are_known_) report_.records_skipped += reader.skipped();
  return true;
}

void Intake::build_in(const std::string& folder, unsigned workers, std::size_t batch_bytes) {
  jobs_ = workers;
  builder_ = std::make_unique<ParallelBuilder>(folder, workers, batch_bytes);
}

void Intake::absorb() {
  std::vector<std::string> databases = builder_->finish();
  built_ids_ = Fingerprints();
  writer_.absorb(std::move(databases), jobs_);
  builder_.reset();
}

/// Whether the article was forgotten. Its record counts as one of the file's all the same.
bool Intake::passes_over(const std::string& id) {
  if (!forgotten_.contains(id)) return false;
  forgotten_.meet(writer_.database(), id, key_);
  ++entry_.articles;
  ++passed_over_;
  ++report_.articles_forgotten;
  return true;
}

/// An id that is taken may be the later record of one article: its file is read again when all is in place.
void Intake::build(ReadArticle read) {
  if (passes_over(read.article.id)) return;
  if (!built_ids_.insert(read.article.id)) {
    if (!std::exchange(is_stale_, true)) stale_paths_.add(entry_.file.path);
    return;
  }
  touches_.added(++last_built_, read.mended);
  touches_.name(last_built_, read.article.id);
  count_record(last_built_);
  const EdgeCut cut = writer_.announce(edges_of(read.article));
  builder_->add(std::move(read.article), key_, cut);
}

void Intake::count_record(Xapian::docid document) {
  touches_.see(document);
  ++entry_.articles;
  count_duplicates();
}

void Intake::take_article(ReadArticle read) {
  if (builder_ != nullptr) return build(std::move(read));
  if (passes_over(read.article.id)) return;
  const Xapian::docid document = writer_.find(make_term(schema::prefix::kId, read.article.id));
  if (document == 0) return add(read);
  if (precedence_of(read.article.wire) > 0 || writer_.claimant_of(document).precedence > 0)
    return take_version(document, read);

  std::vector<std::string> claims = writer_.claims(document);
  const bool is_claimed = std::binary_search(claims.begin(), claims.end(), key_);
  const auto other = last_live(claims, key_);
  const bool is_behind = other && *other > entry_.file.path;
  if (!is_behind && writer_.hash_of(document) != content_hash(to_json(read.article))) {
    if (is_claimed && differs_in_reads_only(document, read.article)) return recount(document, read);
    if (!is_claimed) claims.push_back(key_);
    return replace(document, read, claims);
  }
  if (!is_claimed) writer_.add_claim(document, key_);
  if (!is_behind) touches_.confirmed(document);
  count_record(document);
}

void Intake::add(const ReadArticle& read) {
  const Postings postings = writer_.postings_of(read.article, tokenizer_, key_);
  if (!is_storable(postings)) return reject({entry_.file.path, 0, "the article is too large for the index"});
  const Xapian::docid document = writer_.add(postings, {key_});
  touches_.added(document, read.mended);
  touches_.name(document, read.article.id);
  count_record(document);
}

void Intake::replace(Xapian::docid document, const ReadArticle& read,
                     const std::vector<std::string>& claims) {
  const Postings postings = writer_.postings_of(read.article, tokenizer_, key_);
  if (!is_storable(postings)) return reject({entry_.file.path, 0, "the article is too large for the index"});
  const std::string former = writer_.hash_of(document);
  writer_.replace(document, postings, claims);
  touches_.replaced(document, former, content_hash(postings.data), read.mended);
  touches_.name(document, read.article.id);
  count_record(document);
}

bool Intake::differs_in_reads_only(Xapian::docid document, const Article& article) const {
  Article former = article;
  former.reads = writer_.reads_of(document);
  return writer_.hash_of(document) == content_hash(to_json(former));
}

void Intake::recount(Xapian::docid document, const ReadArticle& read) {
  const std::string former = writer_.hash_of(document);
  const std::string data = to_json(read.article);
  writer_.revalue(document, data, make_values(read.article, data, key_));
  touches_.replaced(document, former, content_hash(data), read.mended);
  touches_.name(document, read.article.id);
  ++report_.articles_recounted;
  count_record(document);
}

void Intake::reject(Rejection rejection) {
  ++entry_.rejections;
  is_unread_ = is_unread_ || rejection.may_pass;
  if (!rejections_are_known_) {
    ++report_.rejections;
    observer_.rejected(rejection);
  }
  if (entry_.kept_rejections.size() < kKeptRejections) entry_.kept_rejections.push_back(std::move(rejection));
}

void Intake::repeat_rejections(const FileEntry& entry) {
  if (entry.rejections == 0) return;
  report_.rejections += entry.rejections;
  for (const Rejection& rejection : entry.kept_rejections) observer_.rejected_before(rejection);
  const std::uint64_t more = entry.rejections - entry.kept_rejections.size();
  if (more != 0)
    observer_.rejected_before(
        {entry.file.path, 0, fmt::format("{} more were rejected when the file was read", more)});
}

bool Intake::batch_is_full() const {
  return writer_.pending_bytes() >= batch_.bytes || writer_.pending_postings() >= batch_.postings;
}

void Intake::count_duplicates() {
  ++all_records_;
  const std::uint64_t articles =
      report_.articles_added + report_.articles_replaced + report_.articles_unchanged;
  report_.duplicates = all_records_ > articles ? all_records_ - articles : 0;
}

}  // namespace newsline
