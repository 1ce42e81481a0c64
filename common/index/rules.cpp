// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/rules.h"

#include "common/index/schema.h"
#include "common/text/tokenizer.h"
#include "common/text/versions.h"

namespace newsline {

std::vector<Rule> rules_of_this_program() {
  return {{schema::key::kSchema, "schema", std::to_string(schema::kVersion)},
          {schema::key::kTokenizer, "tokenizer", std::to_string(kTokenizerVersion)},
          {schema::key::kIcu, "ICU", icu_version()},
          {schema::key::kUnicode, "Unicode", unicode_version()}};
}

}  // namespace newsline
