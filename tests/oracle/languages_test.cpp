// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/update.h"
#include "common/search/archive.h"
#include "tests/index/observers.h"
#include "tests/oracle/asking.h"
#include "tests/oracle/model.h"
#include "tests/oracle/outside_data.h"
#include "tests/support/temporary_folder.h"

/// News stories in eight languages, and what their readers would ask.
namespace newsline::oracle {
namespace {

/// A question, and a story that a reader of that language expects among the answers.
struct Asked {
  std::string_view question;
  std::string_view record;
  bool alone = false;  ///< it is the only answer
};

constexpr auto kQuestions = std::to_array<Asked>({
    {"Tasmagambetov CSTO", "csto-armenia.txt", true},
    {"Armenia's suspension OR suspending", "csto-armenia.txt"},
    {"tag:armenia reads:487 date:2024-03-12", "csto-armenia.txt", true},
    {"tsunami Indonesia", "en/euronews-en.153835"},
    {"\"North Macedonia\" referendum", "en/rt.com.91337"},
    {"Erdogan Cologne lang:en", "en/euronews-en.153800", true},
    {"volcano ash", "en/abcnews.306764"},
    {"hurricane Rosa", "en/abcnews.306815"},
    {"цунами Индонезии", "ru/euronews-en.153835"},
    {"ЭРДОГАНА КЕЛЬН", "ru/euronews-en.153800", true},
    {"Попокатепетль", "ru/abcnews.306764", true},
    {"Старридж Челси", "ru/upi.176249", true},
    {"\"ураган Роза\"", "ru/abcnews.306815"},
    // The mark of a question stands within the word.
    {"Դիտեք Լիվերպուլից", "hy/upi.176249", true},
    {"Դիտե՜ք", "hy/upi.176249"},
    {"Էրդողանը Քյոլնում", "hy/euronews-en.153800", true},
    {"կղզին ցունամին", "hy/nytimes.184837"},
    {"Պոպոկատեպետլ հրաբխի", "hy/abcnews.306764", true},
    {"ցունամի*", "hy/euronews-en.153835"},
    {"ცუნამმა მიწისძვრამ", "ka/nytimes.184837", true},
    {"ერდოღანის კიოლნში", "ka/euronews-en.153800", true},
    {"ვულკანის ფერფლი", "ka/abcnews.306764", true},
    {"\"დანიელ სტურიჯმა\"", "ka/upi.176249", true},
    {"ᲛᲐᲙᲔᲓᲝᲜᲘᲔᲚᲔᲑᲘ რეფერენდუმს", "ka/rt.com.91337", true},
    {"İndoneziyada zəlzələ", "az/nytimes.184837"},
    {"ərdoğan kölndə", "az/euronews-en.153800", true},
    {"VULKAN külləri", "az/abcnews.306764", true},
    {"Starric Çelsiyə", "az/upi.176249", true},
    {"makedoniyalılar referendum", "az/rt.com.91337"},
    {"تسونامي إندونيسيا", "ar/euronews-en.153835"},
    {"أردوغان كولونيا", "ar/euronews-en.153800", true},
    {"بركان مكسيكو", "ar/abcnews.306764"},
    {"ستوريدج تشيلسي", "ar/upi.176249", true},
    {"إعصار روزا", "ar/abcnews.306815"},
    // With points and without.
    {"أَرْدُوغَان كُولُونِيا", "ar/euronews-en.153800", true},
    {"海啸 印尼", "zh/euronews-en.153835"},
    {"埃尔多安 科隆", "zh/euronews-en.153800", true},
    {"火山 墨西哥", "zh/abcnews.306764"},
    {"切尔西 利物浦", "zh/upi.176249"},
    {"飓风 罗莎", "zh/abcnews.306815"},
    {"Tsunami Erdbeben", "de/nytimes.184837"},
    {"Erdogan KÖLN", "de/euronews-en.153800", true},
    {"Vulkan Asche", "de/abcnews.306764", true},
    {"\"Republik Nordmazedonien\"", "de/rt.com.91337"},
    {"regelmäßig lang:de", "de/"},
});

/// Spellings that are one to a reader.
constexpr auto kEqual = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"außerdem", "AUSSERDEM"},
    {"أيضًا", "أيضا"},
    {"ո՜չ", "ոչ"},
    {"цунами", "ЦУНАМИ"},
    {"İndoneziyada", "i\u0307ndoneziyada"},
});

bool is_of(const std::string& id, std::string_view record) {
  return id.ends_with(record) || (record.ends_with('/') && record_of(id).starts_with(record));
}

std::vector<Article> all_articles(const std::vector<std::string>& files) {
  std::vector<Article> all;
  for (const std::string& file : files) {
    for (Article& article : articles_in(file)) all.push_back(std::move(article));
  }
  return all;
}

TEST_SUITE("data") {
  TEST_CASE("readers of eight languages find their stories") {
    const std::string news = outside_file("news/ntrex-8.jsonl.gz");
    const std::string page = outside_file("pages/csto-armenia.txt");
    if (news.empty() || page.empty()) return;
    const TemporaryFolder folder;
    Listener listener;
    const std::vector<std::string> files = {page, news};
    CHECK(update({folder / "index", files}, listener).articles_total == 985);
    CHECK(listener.rejections.empty());

    const Model model(all_articles(files));
    Archive archive(folder / "index");
    for (const Asked& each : kQuestions) {
      CAPTURE(std::string(each.question));
      const QueryNode query = asked(each.question);
      const Ids found = answer(archive, query);
      CHECK((found == in_order(ids(model.answer(query)))));
      CHECK(std::any_of(found.begin(), found.end(),
                        [&](const std::string& id) { return is_of(id, each.record); }));
      if (each.alone) CHECK(found.size() == 1);
    }
    for (const auto& each : kEqual) {
      CAPTURE(std::string(each.first));
      const Ids found = answer(archive, asked(each.first));
      CHECK_FALSE(found.empty());
      CHECK((found == answer(archive, asked(each.second))));
    }
  }
}

}  // namespace
}  // namespace newsline::oracle
