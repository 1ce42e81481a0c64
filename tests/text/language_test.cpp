// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/language.h"

#include <doctest/doctest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

using namespace newsline;

TEST_SUITE("unit") {
  TEST_CASE("the language of some sentences is known") {
    struct Row {
      const char* language;
      const char* text;
    };
    constexpr Row kRows[] = {
        {"en",
         "The harbour was closed for three days after the storm, and nobody could say when it would open."},
        {"ru", "Порт был закрыт на три дня после шторма, и никто не мог сказать, когда он откроется снова."},
        {"hy", "Նավահանգիստը երեք օր փակ էր փոթորկից հետո, և ոչ ոք չէր կարող ասել, թե երբ այն կբացվի։"},
        {"ka", "ნავსადგური ქარიშხლის შემდეგ სამი დღე დაკეტილი იყო და არავინ იცოდა, როდის გაიხსნებოდა."},
        {"az", "Fırtınadan sonra liman üç gün bağlı qaldı və heç kim onun nə vaxt açılacağını deyə bilmədi."},
        {"tr", "Fırtınadan sonra liman üç gün kapalı kaldı ve kimse ne zaman açılacağını söyleyemedi."},
        {"ar", "أغلق الميناء ثلاثة أيام بعد العاصفة ولم يستطع أحد أن يقول متى سيفتح من جديد أمام السفن."},
        {"zh", "暴风雨过后，港口关闭了三天，没有人能说出它什么时候会重新开放，渔民们只好在家里等待消息。"},
        {"de",
         "Der Hafen war nach dem Sturm drei Tage lang geschlossen, und niemand wusste, wann er öffnet."},
        {"fr",
         "Le port est resté fermé trois jours après la tempête, et personne ne savait quand il rouvrirait."},
    };
    for (const Row& each : kRows) {
      CAPTURE(each.text);
      CHECK(detected_language(each.text) == each.language);
    }
  }

  TEST_CASE("no byte behind the text is read") {
    const std::string_view text =
        "После шторма порт был закрыт три дня, и никто не знал, когда он откроетсяL";
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    void* const pages = mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(pages != MAP_FAILED);
    char* const end = static_cast<char*>(pages) + page;
    REQUIRE(mprotect(end, page, PROT_NONE) == 0);
    std::copy(text.begin(), text.end(), end - text.size());
    CHECK(detected_language({end - text.size(), text.size()}) == detected_language(text));
    CHECK(munmap(pages, 2 * page) == 0);
  }

  TEST_CASE("nobody knows the language of a few letters or none") {
    for (const std::string& text :
         {std::string(), std::string("CSTO"), std::string("Bahia cocoa review"), std::string(300, ' '),
          std::string(300, '7'), std::string(300, '\xff'),
          std::string("12.03.2024 14:30 1,487 3.5 2024 2025 2026 99 100 101 102 103 104")}) {
      CAPTURE(text);
      CHECK(detected_language(text).empty());
    }
  }
}
