// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/page/words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "common/article/field/white_space.h"
#include "common/text/fold.h"

namespace newsline::page_words {
namespace {

using Word = std::string_view;

// Each list holds folded words, i for dotless ı, every one with a semicolon and a blank behind it, by
// language: English, Russian, Armenian, Georgian, Azerbaijani, Turkish, Arabic, Chinese, Thai, German.

constexpr Word kNewsLines =
    "news line; newsline; news feed; xəbər lenti; haber akişi; haber bandi; "
    "nachrichtenticker; newsticker; news-ticker; "
    "лента новостей; новостная лента; "
    "լրահոս; նորությունների ժապավեն; "
    "სიახლეების ლენტი; ახალი ამბების ლენტა; "
    "شريط الأخبار; موجز الأخبار; "
    "新闻专线; 滚动新闻; 新聞專線; "
    "สายข่าว; ";

constexpr Word kInvitations =
    "share; share this; share this article; share on facebook; share on twitter; share on x; "
    "share on telegram; share on whatsapp; share on linkedin; share on vk; share by e-mail; "
    "share by email; send by e-mail; e-mail this; email this article; print; print this; "
    "print this page; print version; printer-friendly version; copy link; tweet; subscribe; "
    "subscribe now; subscribe to our newsletter; subscribe to our channel; "
    "subscribe to our telegram channel; sign up for our newsletter; follow us; "
    "follow us on facebook; follow us on twitter; follow us on telegram; read more; "
    "read also; see also; related headlines; related articles; related news; advertisement; "
    "поделиться; поделиться в facebook; поделиться в twitter; поделиться в telegram; "
    "поделиться вконтакте; поделиться новостью; отправить по почте; печать; распечатать; "
    "версия для печати; скопировать ссылку; подписаться; подписывайтесь на нас; "
    "подписывайтесь на наш канал; подписывайтесь на наш telegram-канал; "
    "подписывайтесь на наш канал в telegram; читайте также; читать далее; реклама; "
    "կիսվել; կիսվել facebook-ում; տարածել; տպել; բաժանորդագրվել; բաժանորդագրվեք մեր ալիքին; "
    "ուղարկել փոստով; կարդացեք նաեւ; կարդալ ավելին; գովազդ; "
    "გაზიარება; გააზიარე; გააზიარეთ; facebook-ზე გაზიარება; ბეჭდვა; ამობეჭდვა; გამოწერა; "
    "გამოგვყევით; წაიკითხეთ აგრეთვე; რეკლამა; "
    "paylaş; paylaşin; facebook-da paylaş; çap et; çap; çap versiyasi; abunə ol; abunə olun; "
    "kanalimiza abunə olun; e-poçtla göndər; həmçinin oxuyun; reklam; "
    "facebook'ta paylaş; twitter'da paylaş; haberi paylaş; yazdir; haberi yazdir; abone ol; "
    "abone olun; e-posta ile gönder; bizi takip edin; bunlari da okuyun; ilgili haberler; "
    "شارك; مشاركة; شارك الخبر; شارك على فيسبوك; شارك على تويتر; طباعة; اطبع; اشترك; "
    "اشترك الآن; اشترك في قناتنا; تابعنا; تابعونا; أرسل بالبريد; اقرأ أيضا; إعلان; "
    "分享; 分享到; 分享到微信; 分享到微博; 分享到facebook; 打印; 打印本页; 列印; 订阅; 訂閱; 关注我们; "
    "延伸阅读; 相关新闻; 广告; "
    "แชร์; แชร์ข่าวนี้; แชร์บน facebook; แชร์ไปยัง facebook; พิมพ์; พิมพ์หน้านี้; "
    "สมัครรับข่าวสาร; ติดตามเรา; ข่าวที่เกี่ยวข้อง; โฆษณา; "
    "teilen; artikel teilen; auf facebook teilen; auf twitter teilen; drucken; "
    "artikel drucken; druckversion; per e-mail senden; per e-mail teilen; "
    "newsletter abonnieren; abonnieren; jetzt abonnieren; folgen sie uns; lesen sie auch; "
    "mehr lesen; anzeige; ";

constexpr Word kNetworks =
    "facebook; twitter; telegram; whatsapp; linkedin; viber; vk; vkontakte; instagram; "
    "youtube; reddit; pinterest; messenger; email; e-mail; rss; line; x; ok; "
    "вконтакте; одноклассники; "
    "微信; 微博; ";

constexpr Word kTagLabels =
    "more about; more on; tags; tag; hashtags; topics; topics in this article; keywords; "
    "related topics; daha ətrafli; teqlər; mövzular; açar sözlər; daha fazla; etiketler; "
    "konular; mehr zu; mehr über; schlagwörter; schlagworte; themen; "
    "подробнее о; еще о; ещё о; теги; тэги; метки; темы; ключевые слова; "
    "ավելին; թեգեր; պիտակներ; թեմաներ; "
    "მეტი თემაზე; თემები; ტეგები; თეგები; "
    "المزيد حول; المزيد عن; وسوم; الوسوم; كلمات مفتاحية; مواضيع; "
    "更多; 标签; 標籤; 关键词; 话题; "
    "เพิ่มเติมเกี่ยวกับ; แท็ก; ป้ายกํากับ; ";

constexpr Word kCounters =
    "read; reads; views; view; viewed; hits; 👁; oxunub; oxunma; oxundu; baxiş; baxilib; "
    "baxişlar; okunma; okundu; görüntülenme; görüntüleme; okuma; gelesen; aufrufe; "
    "aufgerufen; ansichten; leser; "
    "прочитано; прочитали; прочтений; просмотров; просмотры; просмотра; просмотр; "
    "просмотрено; "
    "կարդացել; կարդացվել; դիտվել; դիտում; դիտումներ; ընթերցվել; ընթերցում; "
    "წაკითხულია; ნანახია; ნახვა; ნახვები; "
    "قراءة; قراءات; القراءات; مشاهدة; مشاهدات; المشاهدات; ";

/// Counter words of scripts that write without blanks: they may be part of what stands between blanks.
constexpr Word kCounterParts =
    "阅读; 閱讀; 浏览; 瀏覽; 点击; 點擊; 閲覧; "
    "อ่าน; เข้าชม; ยอดชม; ยอดวิว; ";

constexpr Word kBesideDates =
    "monday; tuesday; wednesday; thursday; friday; saturday; sunday; mon; tue; wed; thu; "
    "fri; sat; sun; published; posted; updated; last; on; at; date; time; gmt; utc; am; pm; "
    "a.m; p.m; "
    "понедельник; вторник; среда; четверг; пятница; суббота; воскресенье; опубликовано; "
    "обновлено; дата; публикации; время; г; года; в; мск; "
    "երկուշաբթի; երեքշաբթի; չորեքշաբթի; հինգշաբթի; ուրբաթ; շաբաթ; կիրակի; հրապարակվել; "
    "հրապարակված; հրապարակվել է; թարմացվել; է; ամսաթիվ; ժամ; ժամը; թ; թվական; թվականի; "
    "ორშაბათი; სამშაბათი; ოთხშაბათი; ხუთშაბათი; პარასკევი; შაბათი; კვირა; გამოქვეყნდა; "
    "გამოქვეყნებულია; განახლდა; თარიღი; წ; წელი; წლის; "
    "bazar; bazar ertəsi; ertəsi; çərşənbə; axşami; cümə; şənbə; dərc; edilib; yayimlanib; "
    "tarix; saat; il; cü; cu; ci; ci; "
    "pazartesi; sali; çarşamba; perşembe; cuma; cumartesi; pazar; yayin; yayinlanma; "
    "yayimlanma; tarihi; tarih; güncelleme; güncellendi; "
    "الاثنين; الإثنين; الثلاثاء; الأربعاء; الخميس; الجمعة; السبت; الأحد; نشر; تاريخ; النشر; "
    "تحديث; آخر; في; الساعة; م; "
    "星期一; 星期二; 星期三; 星期四; 星期五; 星期六; 星期日; 星期天; 周一; 周二; 周三; 周四; 周五; 周六; "
    "周日; 发布; 发布于; 发布时间; 发表于; "
    "日期; 时间; 更新; 更新时间; 發布; 發布時間; "
    "วันจันทร์; วันอังคาร; วันพุธ; วันพฤหัสบดี; วันศุกร์; วันเสาร์; วันอาทิตย์; "
    "วันจันทร์ที่; วันอังคารที่; วันพุธที่; วันพฤหัสบดีที่; วันศุกร์ที่; วันเสาร์ที่; "
    "วันอาทิตย์ที่; เผยแพร่; เผยแพร่เมื่อ; เมื่อ; วันที่; เวลา; น; พ.ศ; อัปเดต; "
    "montag; dienstag; mittwoch; donnerstag; freitag; samstag; sonnabend; sonntag; "
    "veröffentlicht; aktualisiert; datum; stand; um; uhr; vom; den; ";

/// The words of a list.
std::vector<Word> words_of(Word list) {
  std::vector<Word> words;
  while (!list.empty()) {
    const std::size_t end = list.find("; ");
    words.push_back(list.substr(0, end));
    list.remove_prefix(end + 2);
  }
  return words;
}

/// Folding makes i of I, but the capital of the Turkish ı is I too.
std::string with_dots(std::string word) {
  constexpr Word kDotless = "\u0131";
  for (std::size_t at = 0; (at = word.find(kDotless, at)) != std::string::npos; ++at) {
    word.replace(at, kDotless.size(), 1, 'i');
  }
  return word;
}

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

/// A list to look words up in. Most texts are none of its words, and are told by their first letters.
class Table {
 public:
  explicit Table(Word list) : words_(words_of(list)) {
    std::sort(words_.begin(), words_.end());
    for (const Word word : words_) {
      if (!is_ascii(word[0])) continue;
      seconds_[index(word[0])] |= word.size() > 1 ? bits_of(word[1]) : kAny;
      thirds_[index(word[0])] |= word.size() > 2 ? bits_of(word[2]) : kAny;
    }
  }

  [[nodiscard]] bool has(Word text) const {
    return !text.empty() && (may_be_white_space(text[0]) || may_begin(text)) &&
           std::binary_search(words_.begin(), words_.end(), with_dots(fold(text)));
  }

  /// Whether one of the words may stand at the start of a text without white space before it, and whatever
  /// behind it. Folding leaves a letter of ASCII in place, in lower case, unless an accent follows.
  [[nodiscard]] bool may_begin(Word text) const {
    if (text.size() < 3 || !is_ascii(text[0]) || !is_ascii(text[1])) return true;
    const std::size_t first = index(lower(text[0]));
    if ((seconds_[first] & bit(text[1])) == 0) return false;
    return !is_ascii(text[2]) || may_be_white_space(text[2]) || (thirds_[first] & bit(text[2])) != 0;
  }

 private:
  static constexpr std::uint32_t kAny = 0xFFFFFFFF;

  static std::size_t index(char letter) { return static_cast<unsigned char>(letter); }
  /// Capital and small letters have the same.
  static std::uint32_t bit(char letter) { return std::uint32_t{1} << (index(letter) % 32); }
  static std::uint32_t bits_of(char letter) { return is_ascii(letter) ? bit(letter) : kAny; }

  std::vector<Word> words_;
  std::array<std::uint32_t, 128> seconds_{};  ///< by the first letter: which may follow it
  std::array<std::uint32_t, 128> thirds_{};   ///< and which may stand behind that one
};

const Table& news_lines() {
  static const Table kTable(kNewsLines);
  return kTable;
}

const Table& invitations() {
  static const Table kTable(kInvitations);
  return kTable;
}

const Table& networks() {
  static const Table kTable(kNetworks);
  return kTable;
}

}  // namespace

bool is_news_line(std::string_view line) { return news_lines().has(line); }

bool may_begin_news_line(std::string_view line) {
  return line.empty() || !is_ascii_letter(line.front()) || news_lines().may_begin(line);
}

bool is_invitation(std::string_view line) { return invitations().has(line); }

bool is_network(std::string_view word) { return networks().has(word); }

bool may_begin_invitation(std::string_view line) {
  const bool begins_with_word = !line.empty() && is_ascii_letter(line.front());
  return !begins_with_word || invitations().may_begin(line) || networks().may_begin(line);
}

bool is_tag_label(std::string_view label) {
  static const Table kTable(kTagLabels);
  return kTable.has(label);
}

bool is_beside_date(std::string_view word) {
  static const Table kTable(kBesideDates);
  return kTable.has(word);
}

bool is_counter(std::string_view word) {
  static const Table kTable(kCounters);
  if (kTable.has(word)) return true;
  if (std::all_of(word.begin(), word.end(), is_ascii)) return false;
  static const std::vector<Word> kParts = words_of(kCounterParts);
  const std::string folded = fold(word);
  return std::any_of(kParts.begin(), kParts.end(),
                     [&](Word part) { return folded.find(part) != std::string::npos; });
}

}  // namespace newsline::page_words
