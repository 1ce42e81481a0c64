// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/document/terms.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/index/document/host.h"
#include "common/index/schema.h"
#include "common/text/utf8.h"

using namespace newsline;

TEST_SUITE("unit") {
  TEST_CASE("a prefix and a form meet without doubt where one ends") {
    struct Case {
      const char* prefix;
      const char* form;
      const char* expected;
    };
    const std::vector<Case> cases = {{"", "csto", "csto"},
                                     {"K", "csto", "Kcsto"},
                                     {"K", "Csto", "K:Csto"},
                                     {"K", ":x", "K::x"},
                                     {"XSRC", "agency", "XSRC:agency"},
                                     {"XSRC", ":x", "XSRC::x"},
                                     {"", "Capital", ":Capital"},
                                     {"Q", "http://a/B", "Qhttp://a/B"},
                                     {"Q", "/srv/a.txt", "Q/srv/a.txt"}};
    for (const Case& one : cases) {
      CAPTURE(one.expected);
      const std::string term = make_term(one.prefix, one.form);
      CHECK(term == one.expected);
      CHECK(form_of_term(one.prefix, term) == one.form);
    }
  }

  TEST_CASE("a long form is cut at a code point and keeps apart from its neighbours") {
    std::string armenian;
    while (armenian.size() < 400) armenian += "խ";
    const std::string one = make_term("S", armenian + "ա");
    const std::string other = make_term("S", armenian + "բ");
    CHECK(one.size() <= schema::kMaxTermBytes);
    CHECK(is_valid_utf8(one));
    CHECK(one != other);
    CHECK(one == make_term("S", armenian + "ա"));
    CHECK(bounded_form(std::string(40, 'a'), 40) == std::string(40, 'a'));
    CHECK(bounded_form(std::string(41, 'a'), 40).size() == 40);
  }

  TEST_CASE("dates have four digits of year") {
    using namespace std::chrono;
    CHECK(day_term(sys_days(year(33) / April / 3)) == "D00330403");
    CHECK(month_term(year(2024) / March) == "M202403");
    CHECK(year_term(year(9999)) == "Y9999");
  }

  TEST_CASE("the host of a url is taken without what varies") {
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"https://www.Example.org/a?b#c", "example.org"},
        {"http://user:word@example.org:8080/", "example.org"},
        {"https://example.org", "example.org"},
        {"https://example.org.?x", "example.org"},
        {"https://evil.org\\@example.org/", "evil.org"},
        {"https://a.org/@b.org", "a.org"},
        {"http://[2001:DB8::1]:80/x", "[2001:db8::1]"},
        {"https://ПРАВДА.рф/x", "правда.рф"},
        {"https://www.", "www"},
        {"mailto:a@b.org", ""},
        {"example.org/x", ""},
        {"://", ""},
        {"", ""}};
    for (const auto& each : cases) {
      CAPTURE(each.first);
      CHECK(host_of(each.first) == each.second);
    }
  }
}
