// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/text/charset/samples.h"

namespace newsline::test {

const std::vector<CharsetSample>& charset_samples() {
  static const std::vector<CharsetSample> kSamples{
      {"French",
       {"windows-1252", "iso-8859-15"},
       "Le conseil régional a voté jeudi la réouverture du pont fermé depuis l'été dernier.\n"
       "Les élus espèrent que les travaux seront achevés avant la fête de la forêt, a précisé le maire.\n"
       "Des pêcheurs se plaignent déjà du bruit et de la poussière que les machines ont laissés.\n"
       "Où passeront les élèves pendant ce temps ? La préfète n'a pas répondu à cette question.\n"
       "Une association propose de garder l'ancien bac à côté du quai, même après l'hiver.\n"},
      {"German",
       {"windows-1252", "iso-8859-15"},
       "Die Brücke über die Mühle bleibt bis März gesperrt, erklärte die Behörde am Donnerstag.\n"
       "Für die Schüler fährt künftig ein zusätzlicher Bus, der größere Umwege vermeidet.\n"
       "Der Gemeinderat möchte die Kosten prüfen lassen und im Frühjahr darüber abstimmen.\n"
       "Ältere Einwohner würden lieber die alte Fähre zurückhaben, hieß es in der Sitzung.\n"
       "Ein Gutachten zählt außerdem mehrere Mängel an den Geländern auf.\n"},
      {"Spanish",
       {"windows-1252", "iso-8859-1"},
       "El ayuntamiento aprobó ayer la reparación del puente que cruza el río junto al pequeño molino.\n"
       "Según la alcaldesa, las obras comenzarán mañana y durarán hasta el próximo otoño.\n"
       "¿Cuánto costará el proyecto? El año pasado se habló de dos millones, recordó un vecino.\n"
       "Los niños de la montaña tendrán un autobús más rápido para llegar a la escuela.\n"
       "También se limpiará el jardín que está detrás de la estación, explicó el técnico.\n"},
      {"Polish",
       {"windows-1250", "iso-8859-2"},
       "Rada miejska zgodziła się w czwartek na remont mostu, który łączy obie części miasta.\n"
       "Mieszkańcy skarżą się, że objazd jest za długi i że autobusy spóźniają się każdego dnia.\n"
       "Burmistrz zapewnił, że prace zakończą się jeszcze przed świętami, jeśli pogoda pozwoli.\n"
       "Część pieniędzy pochodzi z województwa, resztę dołoży spółka, która zarządza drogą.\n"
       "Uczniowie będą jeździć do szkoły inną linią, dłuższą o trzy przystanki.\n"},
      {"Czech",
       {"windows-1250", "iso-8859-2"},
       "Zastupitelé ve čtvrtek schválili opravu mostu, který je už půl roku uzavřený.\n"
       "Řidiči musejí jezdit přes sousední vesnici a stěžují si na příliš úzkou silnici.\n"
       "Podle starosty začnou práce v červenci a skončí nejpozději před příští zimou.\n"
       "Žáci ze školy u řeky dostanou nový autobus, slíbil náměstek hejtmana.\n"
       "Několik občanů žádá, aby město zachovalo i původní dřevěnou lávku.\n"},
      {"Hungarian",
       {"windows-1250", "iso-8859-2"},
       "A képviselők csütörtökön megszavazták a tavaly óta lezárt híd felújítását.\n"
       "A polgármester szerint a munkálatok júliusban kezdődnek, és őszre be is fejeződnek.\n"
       "Az iskolába járó gyerekeknek külön buszt indítanak, amely elkerüli a szűk utcákat.\n"
       "Többen úgy vélik, hogy a régi kompot is meg kellene őrizni a folyó jobb partján.\n"
       "A költségek felét a megye fizeti, a többit a közútkezelő állja.\n"},
      {"Russian",
       {"windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"},
       "Городской совет в четверг одобрил ремонт моста, закрытого с прошлого лета.\n"
       "По словам мэра, работы начнутся в июле и закончатся до первых холодов.\n"
       "Жители жалуются, что объезд слишком длинный и автобусы постоянно опаздывают.\n"
       "Часть денег выделит область, остальное заплатит компания, которая содержит дорогу.\n"
       "Школьников будут возить по другому маршруту, сообщили в управлении транспорта.\n"},
      {"Ukrainian",
       {"windows-1251", "koi8-u"},
       "Міська рада в четвер погодила ремонт мосту, який закрили ще минулого літа.\n"
       "За словами мера, роботи почнуться в липні й завершаться до перших морозів.\n"
       "Мешканці скаржаться, що об'їзд задовгий, а автобуси щодня запізнюються.\n"
       "Частину грошей дасть область, решту сплатить компанія, яка утримує дорогу.\n"
       "Школярів возитимуть іншим маршрутом, повідомили в управлінні транспорту.\n"},
      {"Bulgarian",
       {"windows-1251", "iso-8859-5"},
       "Общинският съвет одобри в четвъртък ремонта на моста, затворен от миналото лято.\n"
       "Според кмета работата ще започне през юли и ще приключи преди първия сняг.\n"
       "Жителите се оплакват, че обходният път е твърде дълъг и автобусите закъсняват.\n"
       "Част от парите ще даде областта, а останалото ще плати пътната компания.\n"
       "Учениците ще пътуват по друг маршрут, съобщиха от управлението.\n"},
      {"Greek",
       {"windows-1253", "iso-8859-7"},
       "Το δημοτικό συμβούλιο ενέκρινε την Πέμπτη την επισκευή της γέφυρας που έκλεισε πέρυσι.\n"
       "Σύμφωνα με τη δήμαρχο, οι εργασίες θα αρχίσουν τον Ιούλιο και θα τελειώσουν το φθινόπωρο.\n"
       "Οι κάτοικοι παραπονούνται ότι ο παρακαμπτήριος δρόμος είναι στενός και επικίνδυνος.\n"
       "Τα μισά χρήματα θα τα δώσει η περιφέρεια και τα υπόλοιπα η εταιρεία του δρόμου.\n"
       "Οι μαθητές θα πηγαίνουν στο σχολείο με άλλο λεωφορείο.\n"},
      {"Turkish",
       {"windows-1254", "iso-8859-9"},
       "Belediye meclisi geçen yazdan beri kapalı olan köprünün onarımını perşembe günü onayladı.\n"
       "Başkana göre çalışmalar temmuzda başlayacak ve kış gelmeden bitirilecek.\n"
       "Mahalle sakinleri, çevre yolunun çok uzun olduğundan ve otobüslerin geciktiğinden şikâyetçi.\n"
       "Paranın yarısını valilik, kalanını da yolu işleten şirket ödeyecek.\n"
       "Öğrenciler okula değişik bir güzergâhtan gidecek, dedi ulaşım müdürü.\n"},
      {"Hebrew",
       {"windows-1255"},
       "מועצת העיר אישרה ביום חמישי את תיקון הגשר שנסגר בקיץ שעבר.\n"
       "לדברי ראש העירייה העבודות יתחילו ביולי ויסתיימו לפני החורף.\n"
       "התושבים מתלוננים שהדרך העוקפת ארוכה מדי ושהאוטובוסים מאחרים.\n"
       "חלק מהכסף ייתן המחוז ואת השאר תשלם החברה שמתחזקת את הכביש.\n"
       "התלמידים ייסעו לבית הספר בקו אחר, נמסר מאגף התחבורה.\n"},
      {"Arabic",
       {"windows-1256", "iso-8859-6"},
       "وافق مجلس المدينة يوم الخميس على إصلاح الجسر المغلق منذ الصيف الماضي.\n"
       "وقال رئيس البلدية إن الأعمال ستبدأ في يوليو وتنتهي قبل الشتاء.\n"
       "ويشكو السكان من أن الطريق البديل طويل جدا وأن الحافلات تتأخر كل يوم.\n"
       "وستدفع المحافظة نصف المبلغ وتدفع الشركة التي تدير الطريق ما تبقى.\n"
       "وسيذهب التلاميذ إلى المدرسة بخط آخر كما أعلنت دائرة النقل.\n"},
      {"Lithuanian",
       {"windows-1257"},
       "Miesto taryba ketvirtadienį pritarė tilto remontui, nes jis uždarytas nuo praėjusios vasaros.\n"
       "Pasak merės, darbai prasidės liepą ir baigsis dar prieš šalčius.\n"
       "Gyventojai skundžiasi, kad aplinkkelis per ilgas, o autobusai kasdien vėluoja.\n"
       "Dalį pinigų skirs apskritis, likusius sumokės kelią prižiūrinti įmonė.\n"
       "Mokiniai į mokyklą važiuos kitu maršrutu, pranešė transporto skyrius.\n"},
      {"Latvian",
       {"windows-1257"},
       "Pilsētas dome ceturtdien apstiprināja tilta remontu, jo tas slēgts kopš pagājušās vasaras.\n"
       "Mērs sacīja, ka darbi sāksies jūlijā un beigsies vēl pirms salnām.\n"
       "Iedzīvotāji žēlojas, ka apvedceļš ir pārāk garš un autobusi katru dienu kavējas.\n"
       "Daļu naudas piešķirs novads, pārējo samaksās uzņēmums, kas ceļu uztur.\n"
       "Skolēni uz skolu brauks pa citu maršrutu, ziņoja satiksmes nodaļa.\n"},
      {"Armenian",
       {"armscii-8"},
       "Քաղաքային խորհուրդը հինգշաբթի հավանություն տվեց կամրջի վերանորոգմանը։\n"
       "Քաղաքապետի խոսքով՝ աշխատանքները կսկսվեն հուլիսին և կավարտվեն մինչև ձմեռ։\n"
       "Բնակիչները դժգոհում են, որ շրջանցող ճանապարհը շատ երկար է, իսկ ավտոբուսներն ուշանում են։\n"
       "Գումարի մի մասը կտա մարզը, մնացածը՝ ճանապարհը սպասարկող ընկերությունը։\n"
       "Աշակերտները դպրոց կգնան այլ երթուղով, հայտնեցին վարչությունից։\n"},
      {"Simplified Chinese",
       {"gb18030"},
       "市议会星期四批准修复去年夏天关闭的大桥。\n"
       "市长表示，工程将于七月开始，并在入冬之前完成。\n"
       "居民抱怨绕行的道路太长，公共汽车每天都晚点。\n"
       "一部分资金由省里提供，其余由管理公路的公司支付。\n"
       "交通部门说，学生将乘坐另一条线路上学，旧渡口也会保留下来。\n"},
      {"Traditional Chinese",
       {"big5"},
       "市議會星期四批准修復去年夏天關閉的大橋。\n"
       "市長表示，工程將於七月開始，並在入冬之前完成。\n"
       "居民抱怨繞行的道路太長，公共汽車每天都誤點。\n"
       "一部分資金由縣政府提供，其餘由管理公路的公司支付。\n"
       "交通部門說，學生將搭乘另一條路線上學，舊渡口也會保留下來。\n"},
      {"Japanese",
       {"shift_jis", "euc-jp", "iso-2022-jp"},
       "市議会は木曜日、昨年の夏から閉鎖されている橋の修理を承認した。\n"
       "市長によると、工事は七月に始まり、冬になる前に終わる予定だ。\n"
       "住民は、う回路が長すぎてバスが毎日遅れると不満を述べている。\n"
       "費用の一部は県が負担し、残りは道路を管理する会社が支払う。\n"
       "生徒は別の路線で学校に通うことになると、交通課は発表した。\n"},
      {"Korean",
       {"euc-kr"},
       "시의회는 목요일에 지난여름부터 폐쇄된 다리의 보수를 승인했다.\n"
       "시장은 공사가 칠월에 시작되어 겨울이 오기 전에 끝날 것이라고 말했다.\n"
       "주민들은 우회 도로가 너무 길고 버스가 날마다 늦는다고 불평한다.\n"
       "비용의 일부는 도에서 내고 나머지는 도로를 관리하는 회사가 낸다.\n"
       "학생들은 다른 노선으로 학교에 다니게 된다고 교통과가 밝혔다.\n"},
  };
  return kSamples;
}

}  // namespace newsline::test
