// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/georgian_stem.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace newsline {
namespace {

TEST_SUITE("unit") {
  TEST_CASE("Georgian forms of a word have one stem") {
    const std::initializer_list<std::initializer_list<const char*>> words = {
        {"ტრამპი", "ტრამპმა", "ტრამპს", "ტრამპის", "ტრამპით", "ტრამპისთვის", "ტრამპთან", "ტრამპიც"},
        {"კორეა", "კორეამ", "კორეას", "კორეის", "კორეაში", "კორეიდან", "კორეასთან"},
        {"კაშხალი", "კაშხალმა", "კაშხალზე", "კაშხალამდე"},
        {"ჩინეთი", "ჩინეთს", "ჩინეთში", "ჩინეთიდან", "ჩინეთისკენ"},
        {"მინისტრი", "მინისტრები", "მინისტრებმა", "მინისტრებს", "მინისტრების", "მინისტრებთან"},
    };
    for (const auto& forms : words) {
      const std::string stem = georgian_stem(*forms.begin());
      for (const std::string form : forms) {
        CAPTURE(form);
        CHECK(georgian_stem(form) == stem);
      }
    }
  }

  TEST_CASE("other Georgian words keep apart and short ones keep three letters") {
    CHECK(georgian_stem("ჩინეთი") != georgian_stem("ჩილეში"));
    CHECK(georgian_stem("ტრამპი") != georgian_stem("ტრამვაი"));
    CHECK(georgian_stem("და") == "და");
    CHECK(georgian_stem("მას") == "მას");
    CHECK(georgian_stem("ომი") == "ომი");
    CHECK(georgian_stem("დედა") == "დედ");
  }

  TEST_CASE("words of other letters stay as they are") {
    for (const std::string_view word : {"", "korea", "ბ2ბი", "корея", "კორეa", "㍿㍿"})
      CHECK(georgian_stem(word) == word);
  }
}

}  // namespace
}  // namespace newsline
