// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/icu_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <string>

#include "common/error.h"

namespace newsline {
namespace {

void check(UErrorCode status) {
  if (U_SUCCESS(status)) return;
  throw Error(ErrorKind::data, std::string("ICU cannot find word boundaries: ") + u_errorName(status),
              "install ICU's data again (package libicu72 on Debian 12)");
}

std::unique_ptr<icu::BreakIterator> make_iterator(BoundaryKind kind) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale& root = icu::Locale::getRoot();
  std::unique_ptr<icu::BreakIterator> iterator(
      kind == BoundaryKind::word ? icu::BreakIterator::createWordInstance(root, status)
                                 : icu::BreakIterator::createSentenceInstance(root, status));
  check(status);
  return iterator;
}

}  // namespace

struct Boundaries::Impl {
  explicit Impl(BoundaryKind kind) : iterator(make_iterator(kind)) {}
  ~Impl() { utext_close(&text); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::unique_ptr<icu::BreakIterator> iterator;
  UText text = UTEXT_INITIALIZER;
};

Boundaries::Boundaries(BoundaryKind kind) : impl_(std::make_unique<Impl>(kind)) {}
Boundaries::~Boundaries() = default;

void Boundaries::start(const Utf16Line& line) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUChars(&impl_->text, line.data(), line.size(), &status);
  impl_->iterator->setText(&impl_->text, status);
  check(status);
  impl_->iterator->first();
}

std::int32_t Boundaries::next() { return impl_->iterator->next(); }

}  // namespace newsline
