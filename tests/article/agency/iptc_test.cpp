// SPDX-License-Identifier: GPL-3.0-or-later
// IPTC's own examples against what a person reads in them, and every file of the collections of formats:
// read, or rejected for a reason that is true. Skipped where the data is absent.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>

#include "common/article/field/white_space.h"
#include "common/article/formats.h"

namespace {

using newsline::Article;
using newsline::ReadArticle;
using newsline::Reading;
using newsline::Rejection;

const std::string kFolder = std::string(NEWSLINE_DATA_DIR "/formats/");

std::vector<Reading> readings_of(const std::string& path) {
  auto opened = newsline::open_reader({path, "iptc"});
  if (auto* const rejection = std::get_if<Rejection>(&opened)) return {*rejection};
  std::vector<Reading> readings;
  auto& reader = *std::get<std::unique_ptr<newsline::Reader>>(opened);
  while (auto reading = reader.next()) readings.push_back(std::move(*reading));
  return readings;
}

std::string joined(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : "; ") + name;
  return line;
}

std::string date(const std::optional<newsline::Published>& published) {
  return published ? iso8601(*published) : std::string();
}

/// What a person reads in an example; what it does not say is empty.
struct Example {
  const char* file;
  const char* id;
  const char* title;
  const char* published;
  const char* authors;
  const char* tags;
  const char* source;
  const char* slugline;
  const char* dateline;
  const char* codes;
  std::optional<std::uint64_t> urgency;
  std::optional<std::uint64_t> version;
  const char* embargo;
  const char* body_begins;
};

const std::array kExamples{
    Example{"newsml-g2/examples/LISTING_1_A_NewsML-G2_News_Item.xml",
            "urn:newsml:acmenews.com:20161018:US-FINANCE-FED",
            "Fed to halt QE to avert \"bubble\"",
            "2016-10-18T13:12:21-05:00",
            "Meredith Jameson",
            "economy, business and finance; labour market",
            "REUTERS",
            "US-Finance-Fed",
            "",
            "medtop:04000000; medtop:20000523",
            {},
            11,
            "2018-10-23T12:00:00Z",
            ""},
    Example{"newsml-g2/examples/LISTING_2_NewsML-G2_Text_Document.xml",
            "urn:newsml:acmenews.com:20161121:US-FINANCE-FED",
            "Fed to halt QE to avert \"bubble\"",
            "2016-11-21T15:21:06-05:00",
            "Meredith Jameson",
            "economy, business and finance; central bank; money and monetary policy",
            "Associated Press",
            "US-Finance-Fed",
            "",
            "medtop:04000000; medtop:20000350; medtop:20000379",
            {},
            11,
            "",
            "(New York, NY - October 21) Et, sent luptat luptat, commy Nim zzriureet"},
    Example{"newsml-g2/examples/Receiver View.xml", "urn:newsml:NAG.com:20161121:US-FINANCE-FED",
            "Fed to halt QE to avert \"bubble\"", "2016-11-21T15:21:06-05:00", "Meredith Jameson",
            "economy, business and finance; central bank; money and monetary policy", "Associated Press",
            "US-Finance-Fed", "", "medtop:04000000; medtop:20000350; medtop:20000379", 5, 11, "",
            "(New York, NY - November 21) Et, sent"},
    Example{"newsml-g2/examples/LISTING_26_Embedded_photo_metadata_fields_mapped_to_NewsML-G2.xml",
            "tag:acmenews.com,2008:WORLD-NEWS:USA20081208098658",
            "A firefighter walks past the remains of a military jet that crashed into homes in the "
            "University City "
            "neighborhood of San Bernardino",
            "2008-12-08T17:30:00-08:00", "John Smith", "us; military; aviation; crash; fire", "acmenews",
            "USA-CRASH/MILITARY", "", "int001", 4, 11, "", "A firefighter in a flameproof suit walks past"},
    Example{"newsml-g2/examples/LISTING_3_Photo_in_NewsML-G2.xml",
            "tag:gettyimages.com,2010:GYI0062134533",
            "Variety Of Recessionary Forces Leave Las Vegas Economy Scarred",
            "2010-10-20T20:58:00Z",
            "Spencer Platt",
            "labour market; unemployment; Las Vegas Boulevard; Las Vegas; business; economic; economy; "
            "finance; poor; "
            "poverty; gamble",
            "Getty Images Inc.",
            "",
            "",
            "gyimeid:104530187; medtop:20000523; medtop:20000533; gycon:89109",
            {},
            11,
            "",
            "A general view of part of downtown, including Las Vegas Boulevard"},
    Example{"newsml-g2/examples/LISTING_5_Multi-part_Video_in_NewsML-G2.xml",
            "tag:example.com,2008:407624",
            "Loriot retrospective",
            "2008-11-06T10:22:28Z",
            "Zweites Deutsches Fernsehen; Reuters Television Ltd",
            "Arts, Culture and Entertainment",
            "European Broadcasting Union - EVN",
            "",
            "",
            "medtop:01000000",
            {},
            11,
            "",
            "Yesterday evening (November 5) an exhibition opened in Berlin"},
    Example{"newsml-g2/examples/LISTING_27_Company_Financial_Information.xml",
            "urn:newsml:acmenews.com:20161019:201003230594296001",
            "Acme Widgets announces annual results",
            "2016-10-19T13:15:00Z",
            "",
            "Acme Widget Sales Inc",
            "iptc",
            "",
            "",
            "Acme Widget",
            {},
            11,
            "",
            "Acme Widgets (XTSE:AWG), a leader in the production of quality metal widgets"},
    Example{"newsml-g2/examples/LISTING_6_Simple_NewsML-G2_Package.xml",
            "tag:example.com,2008:UK-NEWS-TOPTEN:UK20081220098658",
            "UK",
            "2008-12-20T12:25:35Z",
            "",
            "",
            "AcmeNews",
            "",
            "",
            "",
            {},
            11,
            "",
            "Obama annonce son équipe\n\nLe rachat il y a deux ans de la propriété"},
    Example{"ninjs/tools/xslt/NTB_nitf_sample.xml", "NTB:NTB5df9281a-a270-4dc5-a618-869bbc3bbca7_00",
            "Pandemien herjer på den legeløse indiske landsbygda", "2021-05-16T09:00:04Z", "NTB-AFP-DPA",
            "Sykdom; Medisin og helse; india-korona-bygd", "NTB", "india-korona-bygd", "Unnao",
            "07001000; 07000000", 5, 1, "", "Koronapandemien herjer også i landsbyer rundt omkring i India."},
    Example{"ninjs/tools/xslt/TT_newsmlg2_sample.xml", "http://tt.se/media/text/210919-janguillou-879f202b",
            "Jan Guillou skriver på ny \"Hamilton\"-bok", "2021-09-19T20:57:43+02:00", "",
            "Litteratur; Konst, kultur och nöje; Jan Guillou; Erik Ponti; Hamilton; Aftonbladet", "TT",
            "janguillou", "", "medtop:20000013; medtop:01000000", 3, 1, "", ""},
    Example{"ninjs/tools/xslt/afp.com_newsml1.2_sample.xml",
            "urn:newsml:afp.com:20210516T080625Z:TX-PAR-WGF71",
            "Israel strikes key Hamas targets as UN Security Council to meet", "2021-05-16T08:06:25Z", "",
            "conflict, war and peace; crime, law and justice; politics and government; Israel; Palestinians; "
            "conflict; "
            "Fabrice Fries; Joe Biden; Yahya Sinwar; Mahmud Abbas; Ismail Haniyeh; Antonio Guterres; Gary "
            "Pruitt; "
            "Benjamin Netanyahu",
            "AFP", "Israel-Palestinians-conflict", "Gaza City, Palestinian Territories, May 16, 2021 (AFP) -",
            "16000000; 16002000; 02003000; 11000000; 02000000; 02003001", 4, 1, "",
            "Israel's army said Sunday it had bombed the home"},
    Example{"ninjs/examples/NewsML/businesswire-newsml-20130515006361.xml",
            "urn:newsml:businesswire.com:20010714:20130515006361",
            "Dell Redefines Workstation Computing Boundaries with Smallest Tower and Most Powerful Rack "
            "Workstations",
            "2013-05-16T04:01:00Z",
            "",
            "United States; Technology; Data Management; North America; Hardware; Software; Product/Service; "
            "Photo/Multimedia; Texas",
            "Dell Inc.",
            "TX-DELL",
            "ROUND ROCK, Texas",
            "",
            {},
            1,
            "",
            "Dell today announced an expanded and stronger Dell Precision workstation portfolio"},
    Example{"ninjs/documentation/includes/examples/1.6/005_complex_text_article.json",
            "http://ninjs.example.com/newsitems/20130709med123",
            "Captain of wrecked cruise ship on trial in Italy",
            "2013-07-09T10:37:00Z",
            "Paulo Santalucia; Frances d'Emilio",
            "Francesco Schettino; Costa Crociere SpA; Grossetto; Tuscany; Italy",
            "iptc",
            "",
            "Grossetto, Italy",
            "",
            {},
            {},
            "",
            "GROSSETO, Italy (AP) -- The trial of the captain"},
    Example{"ninjs/documentation/includes/examples/3.1/005_complex_text_article.json",
            "http://ninjs.example.com/newsitems/20130709med123",
            "Captain of wrecked cruise ship on trial in Italy",
            "2013-07-09T10:37:00Z",
            "Paulo Santalucia; Frances d'Emilio",
            "Francesco Schettino; Costa Crociere SpA; Grossetto; Tuscany; Italy",
            "iptc",
            "",
            "Grossetto, Italy",
            "",
            {},
            {},
            "",
            "GROSSETO, Italy (AP) -- The trial of the captain"},
    Example{"ninjs/examples/3.0/dpa_text.json", "urn:newsml:dpa.com:20090101:190510-99-167362",
            "Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?", "2019-05-10T16:02:28+02:00", "",
            "", "dpa", "", "", "", 4, 2, "",
            "Für Lucien Favre war es «der größte Skandal im Fußball seit Jahren»."},
    Example{"ninjs/examples/3.0/tt_text_image_3.json",
            "http://tt.se/media/text/210526-militarovning-a0f2d045", "Militärövning i jätteformat hålls 2023",
            "2021-05-26T13:40:18+02:00", "",
            "Krig, konflikter och oroligheter; Jonas Svensson; Aurora; Sverige; Gotland; Finland", "TT",
            "militärövning", "", nullptr, 3, 1, "", ""},
};

}  // namespace

TEST_SUITE("data") {
  TEST_CASE("Examples of IPTC say what a person reads in them" *
            doctest::skip(!std::filesystem::exists(kFolder + "ninjs"))) {
    for (const Example& example : kExamples) {
      INFO(std::string(example.file));
      const auto readings = readings_of(kFolder + example.file);
      REQUIRE_FALSE(readings.empty());
      REQUIRE(std::holds_alternative<ReadArticle>(readings.front()));
      const Article& article = std::get<ReadArticle>(readings.front()).article;
      CHECK(article.id == example.id);
      CHECK(article.title == example.title);
      CHECK(date(article.published) == example.published);
      if (*example.authors != '\0') CHECK(joined(article.authors) == example.authors);
      CHECK(joined(article.tags) == example.tags);
      CHECK(article.source == example.source);
      CHECK(article.wire.slugline == example.slugline);
      CHECK(article.wire.dateline == example.dateline);
      if (example.codes != nullptr) CHECK(joined(article.wire.subjects) == example.codes);
      CHECK(article.wire.urgency == example.urgency);
      CHECK(article.wire.version == example.version);
      CHECK(date(article.wire.embargo) == example.embargo);
      CHECK(newsline::one_line(article.body).starts_with(newsline::one_line(example.body_begins)));
    }
  }
}
