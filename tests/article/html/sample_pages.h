// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace newsline::test {

/// Two paragraphs of an article; the first begins with `The mayor`.
inline constexpr std::string_view kLongParagraphs =
    "<p>The mayor of Eichenfurt said on Tuesday that the bridge would stay open, although two of its six "
    "piers "
    "need repair, and that buses, trams and bicycles could use it as before.</p>"
    "<p>Engineers will look at the piers again in autumn, when the river is low, and the town has set aside "
    "money, "
    "time and people for the work, which is to end before the first snow falls.</p>";

inline constexpr std::string_view kWholePage = R"(<!DOCTYPE html>
<html lang="en"><head>
<title>Engineers find cracks in the Jrakert dam | Evening Courier</title>
<link rel="canonical" href="https://courier.example/2024/05/jrakert-dam">
<meta property="og:title" content="Engineers find cracks in the Jrakert dam - Evening Courier">
<meta property="og:site_name" content="Evening Courier">
<meta name="description" content="Divers saw three of them.">
<meta property="article:section" content="Regions">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
 "datePublished": "2024-05-30T18:05:00+04:00", "author": [{"@type": "Person", "name": "Mariam Petrosian"}]}]}
</script>
<style>.story { color: black }</style>
</head><body class="has-sidebar">
<header><a href="/">Evening Courier</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
</ul></nav></header>
<div class="cookie-consent">We use cookies, as all do, to count who reads us, when, where and for how long.</div>
<main><article class="story">
<h1>Engineers find cracks in the Jrakert dam</h1>
<div class="byline">By <a rel="author" href="/staff/petrosian">Mariam Petrosian</a></div>
<time datetime="2024-05-30T18:05:00+04:00">30 May 2024, 18:05</time>
<div class="share"><a href="#">Share on Facebook</a><a href="#">Tweet</a></div>
<figure><img src="dam.jpg"><figcaption>The dam as seen from the road. Photo: Evening Courier</figcaption></figure>
<p>Three cracks were found below the water line of the Jrakert dam, the ministry said on Thursday, after divers had
spent two days at its foot.</p>
<p>The longest of them, at the <a href="/east">eastern</a> side, measures four metres, and water has begun to pass
through it, though slowly, the engineers said.</p>
<blockquote><p>“We will lower the lake by six metres, and then we will see,” the head of the station said.</p>
</blockquote>
<h2>What comes next</h2>
<ul><li>The lake is lowered until the middle of June.</li><li>Divers go down again.</li></ul>
<aside class="related"><h3>Related</h3><ul><li><a href="/a">Apricots held at the border once more</a></li></ul></aside>
<p>Villages below the dam were told to keep ready, but nobody has to leave home, the governor said.</p>
<div class="tags">More about: <a rel="tag" href="/t/dam">dam</a> <a rel="tag" href="/t/jrakert">Jrakert</a></div>
</article>
<section id="comments"><h3>2 comments</h3><p>I have lived below that dam all my life, and nobody ever told us about
cracks, water or anything else, which is a shame.</p></section></main>
<div class="sidebar"><h3>Most read</h3><ul><li><a href="/b">A long headline about the grain deal and its end</a></li>
</ul></div>
<footer>© Evening Courier. All rights reserved. Write to us, call us, visit us.</footer>
</body></html>)";

inline constexpr std::string_view kBodyOfWholePage =
    "Three cracks were found below the water line of the Jrakert dam, the ministry said on Thursday, after "
    "divers "
    "had spent two days at its foot.\n\n"
    "The longest of them, at the eastern side, measures four metres, and water has begun to pass through it, "
    "though "
    "slowly, the engineers said.\n\n"
    "“We will lower the lake by six metres, and then we will see,” the head of the station said.\n\n"
    "What comes next\n\n"
    "- The lake is lowered until the middle of June.\n"
    "- Divers go down again.\n\n"
    "Villages below the dam were told to keep ready, but nobody has to leave home, the governor said.";

struct PageInScript {
  std::string_view page;
  std::string_view title;
  std::string_view start;      ///< of the body
  std::string_view furniture;  ///< what the body must not hold
};

inline constexpr std::array kPagesInOtherScripts{
    PageInScript{
        "<html lang=ru><title>В плотине нашли трещины</title><body><ul class=menu><li><a "
        "href=/>Главная</a><li>"
        "<a href=/s>Спорт</a></ul><div class=text><h1>В плотине нашли трещины</h1><p>Три трещины нашли ниже "
        "уровня воды, сообщило в четверг министерство, после того как водолазы два дня осматривали основание "
        "плотины, её затворы и дно.</p><p>Самая длинная, у восточного берега, тянется на четыре метра, и "
        "вода, "
        "по словам инженеров, уже начала понемногу просачиваться.</p></div><div class=comments><p>Я всю "
        "жизнь "
        "живу у этой плотины.</p></div>",
        "В плотине нашли трещины", "Три трещины нашли", "Спорт"},
    PageInScript{"<html lang=ar dir=rtl><title>شقوق في السد</title><body><nav><a "
                 "href=/>الرئيسية</a></nav><article><h1>شقوق "
                 "في السد</h1><p>عثر الغواصون على ثلاثة شقوق تحت مستوى الماء، كما أعلنت الوزارة يوم الخميس، "
                 "بعد يومين من "
                 "العمل عند قاعدة السد، في ماء بارد.</p><p>ويبلغ طول أكبرها أربعة أمتار، عند الضفة الشرقية، "
                 "وقد بدأ الماء "
                 "يتسرب منه ببطء، كما قال المهندسون في المحطة.</p></article>",
                 "شقوق في السد", "عثر الغواصون", "الرئيسية"},
    PageInScript{
        "<html lang=zh><title>大坝发现裂缝</title><body><div class=nav><a href=/>首页</a><a "
        "href=/t>体育</a></div><div "
        "id=content><h1>大坝发现裂缝</h1><p>该部星期四表示，潜水员在坝底工作两天之后，"
        "在水线以下发现了三条裂缝，工程师们正在检查闸门和河床的情况。</p><p>其中最长的一条位于东岸，长四米，"
        "工程师说水已经开始慢慢渗出，水位将在六月中旬之前下降六米。</p></div>",
        "大坝发现裂缝", "该部星期四表示", "体育"},
};

}  // namespace newsline::test
