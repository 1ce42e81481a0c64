// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/bare_forms.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace newsline;

TEST_SUITE("unit") {
  TEST_CASE("a form without its accents is what people type") {
    struct Row {
      const char* form;
      std::vector<std::string> bare;
    };
    const std::vector<Row> rows = {
        {"cafe", {}},
        {"café", {"cafe"}},
        {"ёлки", {"елки"}},
        {"чей", {}},
        {"qumlubənd", {"qumluband", "qumlubend"}},
        {"kayısı", {"kayisi"}},
        {"müller", {"mueller", "muller"}},
        {"øst", {"oest", "ost"}},
        {"łódź", {"lodz"}},
        {"đoković", {"djokovic", "dokovic"}},
        {"أحمد", {"احمد"}},
        {"إيران", {"ايران"}},
        {"مدرسة", {"مدرسه"}},
        {"مصطفى", {"مصطفي"}},
        {"αθήνα", {"αθηνα"}},
        {"երևան", {}},
        {"თბილისი", {}},
        {"がん", {}},
        {"हिन्दी", {}},
        {"ء", {}},
    };
    for (const Row& each : rows) {
      CAPTURE(each.form);
      CHECK(bare_forms(each.form) == each.bare);
    }
  }

  TEST_CASE("what is bare stays as it is") {
    for (const char* form : {"café", "ёлки", "qumlubənd", "müller", "łódź", "đoković", "أحمد", "آمنة", "ΐ"})
      for (const std::string& bare : bare_forms(form)) {
        CAPTURE(bare);
        CHECK(bare_forms(bare).empty());
      }
  }
}
