// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/icu_boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
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

/// The first of the letters and signs of East Asia; what lies behind them does no harm.
constexpr char16_t kEastAsia = 0x2E80;

struct Boundaries::Impl {
  explicit Impl(BoundaryKind boundaries) : kind(boundaries), lacks_dictionary(kind == BoundaryKind::word) {}
  ~Impl() { utext_close(&text); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void start(const char16_t* units, std::int32_t size) {
    if (!iterator) iterator = make_iterator(kind);
    UErrorCode status = U_ZERO_ERROR;
    utext_openUChars(&text, units, size, &status);
    iterator->setText(&text, status);
    check(status);
    iterator->first();
  }

  /// ICU loads the dictionary of East Asia at the first two such characters in a row that no other script
  /// has, and till then takes signs such as ー for others than it does later. So that words do not depend on
  /// what was read before, the dictionary is loaded before the first of them; it costs 1 ms, which other
  /// texts do not pay.
  void load_dictionary() {
    lacks_dictionary = false;
    start(u"中中", 2);
    while (iterator->next() >= 0) continue;
  }

  BoundaryKind kind;
  std::unique_ptr<icu::BreakIterator> iterator;  ///< made for the first line: a question in ASCII needs none
  UText text = UTEXT_INITIALIZER;
  bool lacks_dictionary;
};

Boundaries::Boundaries(BoundaryKind kind) : impl_(std::make_unique<Impl>(kind)) {}
Boundaries::~Boundaries() = default;

void Boundaries::start(const Utf16Line& line) {
  const auto is_east_asian = [](char16_t unit) { return unit >= kEastAsia; };
  if (impl_->lacks_dictionary && std::any_of(line.data(), line.data() + line.size(), is_east_asian)) {
    impl_->load_dictionary();
  }
  impl_->start(line.data(), line.size());
}

std::int32_t Boundaries::next() { return impl_->iterator->next(); }

}  // namespace newsline
