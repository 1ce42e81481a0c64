// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/query/function_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace newsline {
namespace {

/// Folded words, with a blank before and behind each. Small closed classes, written down from the grammars of
/// the languages; words that are often names or news by themselves (`may`, `us`, `mart`) are left out.
constexpr std::array<std::string_view, 19> kLanguages = {
    // English
    " a about after all also although am among an and any are as at be because been before being between "
    "both but by can could did do does during each either few for from had has have he her him his how if "
    "in into is it its many more most much must no nor not of on or other our out over she should since "
    "so some such than that the their them then there these they this those through to under until upon "
    "very was we were what when where whether which while who whom whose why will with within without "
    "would you your ",
    // Russian
    " а без более бы был была были было быть в во все всех где да для до его ее если есть еще же за и из "
    "или им их к как какая какие каким каких какого какое какой каком когда которая которого которой "
    "которые который которых кто куда ли между мы на над не него нее нет них но о об обо он она они оно "
    "от по под после почему при про с сколько со так также такой там то того том тому тот у уже чего чей "
    "чем через что чтобы чье чья эта эти этих это этого этой этом этот ",
    // Ukrainian
    " але без був була були було бути в вона вони все від він де для до з за зі й його коли котрий куди "
    "на над не ні о об по при про під після скільки та так також там те то той ті у хто це цей ця ці "
    "через чи чого чому що щоб як яка який яких якого якому яку які є і із їх її ",
    // German
    " aber als am an auch auf aus bei beim bis da damit das dass dem den der deren des dessen die dies "
    "diese diesem diesen dieser dieses durch ein eine einem einen einer eines er es für gegen haben "
    "hatte hatten ihm ihn ihr ihre ihren ihrer im in ist kann können mit nach nicht noch nur ob oder "
    "sein seine seinem seinen seiner seit sich sie sind so um und unter vom von vor wann waren warum "
    "was welche welchem welchen welcher welches wem wen wenn wer werden wessen wie wieviel wieviele wird "
    "wo wodurch woher wohin womit wurde wurden zu zum zur zwischen über ",
    // French
    " a au aux avait avec avoir ce ces cet cette chez comme comment contre dans de depuis des donc dont "
    "du elle elles en entre est et eut eux fut il ils la laquelle le lequel les lesquels leur leurs lors "
    "lui mais ne ni nous on ont ou où par pas pendant plus pour pourquoi quand que quel quelle quelles "
    "quels qui quoi sa sans se selon ses si son sont sous sur un une vers vous y à étaient était été être ",
    // Spanish
    " a al ante aquel bajo como con contra cual cuales cuando cuanto cuantos cuál cuáles cuándo cuántas "
    "cuánto cuántos de del desde donde durante dónde e el ella ellas ellos en entre era eran es esa ese "
    "eso esta estas este esto estos está están fue fueron ha había han hasta la las le les lo los muy más "
    "ni no o para pero por porque que quien quién quiénes qué se según ser si sin sobre son su sus "
    "también tras tuvo u un una unas unos y ya él ",
    // Italian
    " a ad ai al alla alle allo anche che chi ci come con contro cui da dagli dai dal dalla dalle degli "
    "dei del della delle dello di dopo dove durante e ed era erano fu furono gli ha hanno i il in la le "
    "lo loro ma nei nel nella nelle nello non o per perché più presso prima quale quali quando quanti "
    "quanto quella quelle quello questa queste questi questo se senza si sono stata stati stato su sua "
    "sui sul sulla sulle suo tra un una uno è ",
    // Portuguese
    " a ao aos após as até com como contra da das de dela dele do dos durante e ela elas ele eles em "
    "entre era eram essa esse esta este está eu foi foram há isso isto já lhe mais mas na nas nem no nos "
    "não o onde os ou para pela pelas pelo pelos por porque quais qual quando quanto quantos que quem se "
    "sem ser seu seus sob sobre sua suas também um uma à às é ",
    // Dutch
    " aan als bij dan dat de der deze die dit door een en er het hij hoe hoeveel ik in is kan maar met na "
    "naar niet nog of om onder ook op over te ten ter tot tussen uit van voor waar waarom wanneer waren "
    "was wat welk welke werd werden wie worden wordt ze zich zij zijn zonder ",
    // Swedish
    " alla att av blev bli blir de dem den denna deras dess dessa det detta där efter eller en ett från "
    "för ha hade han har hon hos hur i inom inte med mellan mot många när och om på sedan sin sina sitt "
    "som till under upp ut utan vad var varför vem vid vilka vilkas vilken vilket är över ",
    // Polish
    " a aby albo ale bez bo być był była było były co czego czy dla do gdy gdzie go i ich ile im ja jak "
    "jaka jaki jakich jakie jakiego jakim jako je jego jej jest jeszcze już kiedy kim kogo komu kto która "
    "które którego której który których którym którzy lub ma mają między można na nad nie nim niż o od on "
    "ona one oni oraz po pod podczas pomiędzy przed przez przy się są ta tak także tam te tego tej ten to "
    "tych tym u w we więc z za ze że ",
    // Turkish
    " acaba ama ancak ayrıca bazı bir biri bu bunlar bunun da daha de değil diye en gibi göre hangi "
    "hangisi hem her hiç ile ise için kadar karşı kaç kez ki kim kime kimin mi mu mü mı nasıl ne neden "
    "nedir nerede nereden nereye o olan olarak oldu olduğu ona onlar onun sonra tarafından ve veya ya "
    "yani önce üzere üzerinde şu ",
    // Azerbaijani
    " amma bir bu bunu bunun da daha deyil də edən görə hansı haqqında harada haradan hesab hər iki ilə "
    "isə ki kim kimi necə niyə nə nədir nəyə o olan olaraq oldu olub olur onlar onun qədər sonra "
    "tərəfindən və ya yalnız çox önce üzrə üçün əgər ",
    // Armenian
    " ամեն այդ այլ այն այս ապա բայց դա դեպի եթե եղել եմ են եր երբ երբեւէ եւ եք է էին էր ըստ ի ինչ ինչը "
    "ինչի ինչու ինչպես իր իրեն կամ կողմից համար հետ հետո մասին մեջ մի մինչեւ նա նաեւ նրա նրանց նրանք ոչ "
    "ով ովքեր որ որը որի որոնք որպես որտեղ որքան ու ում պետք սա վրա քան քանի ",
    // Georgian
    " ა ამ ამას ამის ან არ არა არის ასე ასევე აქ აქვს გამო გარდა და ერთ ერთი ეს ვინ ვის ვისი თუ იგი იმ ის "
    "ისე ისინი იყვნენ იყო კი მაგრამ მათ მათი მას მე მიერ მიმართ მის მისი მიუხედავად მხოლოდ ნუ რა რამდენი "
    "რას რატომ რის რისთვის როგორ როდესაც როდის რომ რომელ რომელი რომელიც რომლებიც რომლის სად სადაც საიდან "
    "უკვე უნდა უფრო შემდეგ შესახებ შორის ხოლო ჰქონდა ",
    // Arabic
    " أم أن أنه أنها أو أي أين إذا إلى إن التي الذي الذين اللذان الى ام ان او اي اين بعد بل به بها بين "
    "تلك ثم حتى حول حيث خلال ذلك سوف عام عبر على عليه عليها عن عند عندما غير في فيه فيها قبل قد كان كانت "
    "كانوا كل كم كما كيف كيفية لا لدى لقد لكل لكن لم لما لماذا لن له لها لهم ليس ليست ما ماذا متى مثل مع "
    "من منذ منه منها نحو هؤلاء هذا هذه هل هم هناك هو هي و وقد وكان وكانت ولا ولم وما ومن وهو وهي يكون ",
    // Greek
    " ένα ένασ έχει έχουν ή ήταν αλλά αν από αυτά αυτή αυτό αυτόσ για γιατί δεν εάν είναι είχαν είχε ενώ "
    "επί η θα κάθε και κατά κι μέσα μία με μετά μεταξύ μη μην μια να ο οι ου πια ποια ποιεσ ποιο ποιοι "
    "ποιοσ ποιουσ που πού πριν προσ πωσ πόσα πόσεσ πόσο πόσοι πότε πώσ σαν σε στα στη στην στισ στο στον "
    "στουσ τα τη την τησ τι τισ το τον του τουσ των υπό χωρίσ ωσ όπου όπωσ όταν ότι ",
    // Persian
    " آن آنها آیا از است اما او اگر این با باید بر برای بعد به بود بودند تا تر خود دارد در درباره را روی "
    "شد شده شود ما من میان نه نیز نیست ها های هر هم همه و ولی چرا چند چه چگونه چی کجا کدام کرد کرده کند "
    "که کی یا یک ",
    // Chinese
    " 与 中 为 为什么 之 也 了 于 什么 什麼 从 他 他们 他們 以 但 但是 何 何时 何時 其 几 到 及 吗 呢 和 哪 "
    "哪个 哪些 哪個 嗎 因为 因為 在 多少 她 如何 它 对 對 就 "
    "幾 從 怎么 怎麼 我们 我們 或 所以 把 於 是 有 為 為什麼 的 而 與 被 誰 谁 这 這 那 都 ",
};

constexpr std::size_t kGroups = 4096;

/// Words fall into groups, most of which have none of the words above.
constexpr std::size_t group_of(std::string_view word) {
  std::uint32_t sum = 0;
  for (const char byte : word) sum = 31 * sum + static_cast<unsigned char>(byte);
  return sum % kGroups;
}

/// Of each group the languages, a bit each, that have a word of it: only these are looked through.
constexpr std::array<std::uint32_t, kGroups> kLanguagesOfGroup = [] {
  static_assert(kLanguages.size() <= 32);
  std::array<std::uint32_t, kGroups> languages{};
  for (std::size_t language = 0; language < kLanguages.size(); ++language) {
    std::string_view rest = kLanguages[language].substr(1);
    for (; !rest.empty(); rest.remove_prefix(rest.find(' ') + 1))
      languages[group_of(rest.substr(0, rest.find(' ')))] |= std::uint32_t{1} << language;
  }
  return languages;
}();

/// A word that may be marked.
struct Markable {
  Words* word = nullptr;
  std::string form;             ///< as it stands in kLanguages, with its blanks
  std::uint32_t languages = 0;  ///< of its group

  explicit Markable(Words& of)
      : word(&of),
        form(' ' + of.forms.front() + ' '),
        languages(kLanguagesOfGroup[group_of(of.forms.front())]) {}

  [[nodiscard]] bool is_in(std::size_t language) const {
    return (languages >> language & 1U) != 0 && kLanguages[language].find(form) != std::string_view::npos;
  }
};

/// Those of a tree, in order.
void collect(QueryNode& node, std::vector<Markable>& found) {
  if (auto* words = std::get_if<Words>(&node.meaning)) {
    if (words->forms.size() == 1 && !words->quoted) found.emplace_back(*words);
  } else if (auto* all = std::get_if<AllOf>(&node.meaning)) {
    for (QueryNode& part : all->parts) collect(part, found);
  } else if (auto* any = std::get_if<AnyOf>(&node.meaning)) {
    for (QueryNode& part : any->parts) collect(part, found);
  }
}

}  // namespace

std::span<const std::string_view> function_words() { return kLanguages; }

void mark_function_words(QueryNode& question) {
  constexpr std::size_t kLeastWords = 2;
  std::vector<Markable> words;
  collect(question, words);
  if (words.size() <= kLeastWords) return;
  std::array<std::size_t, kLanguages.size()> hits{};
  for (std::size_t i = 0; i < hits.size(); ++i)
    hits[i] = static_cast<std::size_t>(
        std::ranges::count_if(words, [&](const Markable& each) { return each.is_in(i); }));
  const std::size_t most = *std::ranges::max_element(hits);
  if (most < kLeastWords || most == words.size()) return;
  for (const Markable& each : words) {
    each.word->is_function_word = true;
    for (std::size_t i = 0; i < hits.size(); ++i)
      if (hits[i] + 1 >= most && !each.is_in(i)) each.word->is_function_word = false;
  }
}

}  // namespace newsline
