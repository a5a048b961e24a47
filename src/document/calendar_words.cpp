#include "document/calendar_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/word_table.h"
#include "document/words.h"

namespace garland {
namespace {

struct Calendar {
  std::string_view language;
  std::string_view months;  // parted by commas; each in all its forms, parted by spaces
  std::string_view weekdays;
};

// No word names two months in different languages.
constexpr auto kCalendars = std::to_array<Calendar>({
    {"en",
     "january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, "
     "september sep sept, october oct, november nov, december dec",
     "sunday monday tuesday wednesday thursday friday saturday sun mon tue wed thu fri sat"},
    {"de",
     "januar jan janner jaenner, februar feb, märz mär mrz maerz, april apr, mai, juni jun, juli "
     "jul, august aug, september sept sep, oktober okt, november nov, dezember dez",
     "sonntag montag dienstag mittwoch donnerstag freitag samstag so mo di mi do fr sa"},
    {"fr",
     "janvier janv, février févr, mars, avril avr, mai, juin, juillet juil, août, septembre sept, "
     "octobre oct, novembre nov, décembre déc",
     "dimanche lundi mardi mercredi jeudi vendredi samedi dim lun mar mer jeu ven sam"},
    {"es",
     "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, agosto ago, "
     "septiembre sept sep set setiembre, octubre oct, noviembre nov, diciembre dic",
     "domingo lunes martes miércoles jueves viernes sábado dom lun mar mié jue vie sáb"},
    {"it",
     "gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu, luglio lug, agosto "
     "ago, settembre set, ottobre ott, novembre nov, dicembre dic",
     "domenica lunedì martedì mercoledì giovedì venerdì sabato dom lun mar mer gio ven sab"},
    {"pt",
     "janeiro jan, fevereiro fev, março mar, abril abr, maio mai, junho jun, julho jul, agosto "
     "ago, setembro set, outubro out, novembro nov, dezembro dez",
     "domingo segunda feira terça quarta quinta sexta sábado dom seg ter qua qui sex sáb"},
    {"nl",
     "januari jan, februari feb, maart mrt mar, april apr, mei, juni jun, juli jul, augustus aug, "
     "september sep, oktober okt, november nov, december dec",
     "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag zo ma di wo do vr za"},
    {"sv",
     "januari jan, februari feb, mars, april apr, maj, juni, juli, augusti aug, september sep "
     "sept, oktober okt, november nov, december dec",
     "söndag måndag tisdag onsdag torsdag fredag lördag sön mån tis ons tors fre lör"},
    {"da",
     "januar jan, februar feb, marts mar, april apr, maj, juni jun, juli jul, august aug, "
     "september sep, oktober okt, november nov, december dec",
     "søndag mandag tirsdag onsdag torsdag fredag lørdag søn man tirs ons tors fre lør"},
    {"nb",
     "januar jan, februar feb, mars mar, april apr, mai, juni jun, juli jul, august aug, september "
     "sep, oktober okt, november nov, desember des",
     "søndag mandag tirsdag onsdag torsdag fredag lørdag søn man tir ons tor fre lør"},
    {"fi",
     "tammikuuta tammik tammikuu tammi, helmikuuta helmik helmikuu helmi, maaliskuuta maalisk "
     "maaliskuu maalis, huhtikuuta huhtik huhtikuu huhti, toukokuuta toukok toukokuu touko, "
     "kesäkuuta kesäk kesäkuu kesä, heinäkuuta heinäk heinäkuu heinä, elokuuta elok elokuu elo, "
     "syyskuuta syysk syyskuu syys, lokakuuta lokak lokakuu loka, marraskuuta marrask marraskuu "
     "marras, joulukuuta jouluk joulukuu joulu",
     "sunnuntaina maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina su ma ti ke "
     "to pe la"},
    {"pl",
     "stycznia sty styczeń, lutego lut luty, marca mar marzec, kwietnia kwi kwiecień, maja maj, "
     "czerwca cze czerwiec, lipca lip lipiec, sierpnia sie sierpień, września wrz wrzesień, "
     "października paź październik, listopada lis listopad, grudnia gru grudzień",
     "niedziela poniedziałek wtorek środa czwartek piątek sobota niedz pon wt śr czw pt sob"},
    {"cs",
     "ledna led leden, února úno únor, března bře březen, dubna dub duben, května kvě květen, "
     "června čvn červen, července čvc červenec, srpna srp srpen, září zář, října říj říjen, "
     "listopadu lis listopad, prosince pro prosinec",
     "neděle pondělí úterý středa čtvrtek pátek sobota ne po út st čt pá so"},
    {"sk",
     "januára jan január, februára feb február, marca mar marec, apríla apr apríl, mája máj, júna "
     "jún, júla júl, augusta aug august, septembra sep september, októbra okt október, novembra "
     "nov november, decembra dec december",
     "nedeľa pondelok utorok streda štvrtok piatok sobota ne po ut st št pi so"},
    {"hu",
     "január jan, február febr, március márc, április ápr, május máj, június jún, július júl, "
     "augusztus aug, szeptember szept, október okt, november nov, december dec",
     "vasárnap hétfő kedd szerda csütörtök péntek szombat sze cs szo"},
    {"ro",
     "ianuarie ian, februarie feb, martie mar, aprilie apr, mai, iunie iun, iulie iul, august aug, "
     "septembrie sept, octombrie oct, noiembrie nov, decembrie dec",
     "duminică luni marți miercuri joi vineri sâmbătă dum lun mar mie vin sâm"},
    {"ca",
     "gener gen, febrer febr, març, abril abr, maig, juny, juliol jul, agost ag, setembre set, "
     "octubre oct, novembre nov, desembre des",
     "diumenge dilluns dimarts dimecres dijous divendres dissabte dg dl dt dc dj dv ds"},
    {"ru",
     "января янв январь, февраля февр февраль, марта мар март, апреля апр апрель, мая май, июня "
     "июн июнь, июля июл июль, августа авг август, сентября сент сентябрь, октября окт октябрь, "
     "ноября нояб ноябрь, декабря дек декабрь",
     "воскресенье понедельник вторник среда четверг пятница суббота вс пн вт ср чт пт сб"},
    {"uk",
     "січня січ січень, лютого лют лютий, березня бер березень, квітня квіт квітень кві, травня "
     "трав травень тра, червня черв червень чер, липня лип липень, серпня серп серпень сер, "
     "вересня вер вересень, жовтня жовт жовтень жов, листопада лист листопад лис, грудня груд "
     "грудень гру",
     "неділя понеділок вівторок середа четвер пʼятниця субота нд пн вт ср чт пт сб"},
    {"el",
     "ιανουαρίου ιαν ιανουάριος, φεβρουαρίου φεβ φεβρουάριος, μαρτίου μαρ μάρτιος μάρ, απριλίου "
     "απρ απρίλιος, μαΐου μαΐ μάιος μάι, ιουνίου ιουν ιούνιος ιούν, ιουλίου ιουλ ιούλιος ιούλ, "
     "αυγούστου αυγ αύγουστος αύγ, σεπτεμβρίου σεπ σεπτέμβριος, οκτωβρίου οκτ οκτώβριος, νοεμβρίου "
     "νοε νοέμβριος νοέ, δεκεμβρίου δεκ δεκέμβριος",
     "κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυρ δευ τρί τετ πέμ παρ σάβ"},
    {"tr",
     "ocak oca, şubat şub, mart mar, nisan nis, mayıs may, haziran haz, temmuz tem, ağustos ağu, "
     "eylül eyl, ekim eki, kasım kas, aralık ara",
     "pazar pazartesi salı çarşamba perşembe cuma cumartesi paz pzt sal çar per cum cmt"},
    {"ar",
     "يناير, فبراير شباط, مارس آذار, أبريل نيسان ابريل, مايو أيار, يونيو حزيران, يوليو تموز, أغسطس "
     "آب اغسطس, سبتمبر أيلول, أكتوبر اكتوبر, نوفمبر, ديسمبر",
     "الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت"},
    {"he",
     "ינואר ינו בינואר בינו, פברואר פבר בפברואר בפבר, מרץ במרץ, אפריל אפר באפריל באפר, מאי במאי, "
     "יוני ביוני, יולי ביולי, אוגוסט אוג באוגוסט באוג, ספטמבר ספט בספטמבר בספט, אוקטובר אוק "
     "באוקטובר באוק, נובמבר נוב בנובמבר בנוב, דצמבר דצמ בדצמבר בדצמ",
     "יום ראשון שני שלישי רביעי חמישי שישי שבת"},
    {"id",
     "januari jan, februari feb, maret mar, april apr, mei, juni jun, juli jul, agustus agu, "
     "september sep, oktober okt, november nov, desember des",
     "minggu senin selasa rabu kamis jumat sabtu min sen sel rab kam jum sab"},
});

// What stands inside dates: articles, prepositions. Folded.
constexpr auto kJoints = std::to_array<std::string_view>(
    {"of", "on", "the", "den", "der", "dem",  "le", "de",  "del",  "do",
     "el", "il", "l",   "d",   "at",  "um",   "a",  "las", "alle", "ore",
     "as", "kl", "klo", "om",  "o",   "godz", "v",  "в",   "о",    "من"});

// What may end them: parts of the day, "o'clock", "year", zones.
constexpr auto kEndings = std::to_array<std::string_view>(
    {"am",   "pm",  "a-m", "p-m",  "uhr", "г",   "года", "р",   "року", "r",
     "roku", "utc", "gmt", "z",    "est", "edt", "cst",  "cdt", "mst",  "mdt",
     "pst",  "pdt", "cet", "cest", "bst", "ist", "jst",  "mez", "mesz", "msk"});

// Letters without accents, lower case: "März" and "Août" as "marz" and "aout".
std::string folded(std::string_view word) {
  const bool is_plain = std::all_of(word.begin(), word.end(), is_ascii_letter);
  return is_plain ? to_lower(word) : slug(word);
}

WordTable<DateWord> all_words() {
  WordTable<DateWord> known;
  for (const Calendar& calendar : kCalendars) {
    int month = 0;
    for (const std::string& forms : words::split(calendar.months, ",")) {
      ++month;
      for (const std::string& form : words::split(forms)) {
        int& named = known[folded(form)].month;
        if (named == 0) named = month;
      }
    }
    for (const std::string& name : words::split(calendar.weekdays)) {
      known[folded(name)].is_weekday = true;
    }
  }
  for (const std::string_view joint : kJoints) known[joint].joins = true;
  for (const std::string_view ending : kEndings) known[ending].ends = true;
  return known;
}

}  // namespace

DateWord date_word(std::string_view word) {
  static const WordTable<DateWord> kWords = all_words();
  const DateWord* found = kWords.find(folded(word));
  return found == nullptr ? DateWord{} : *found;
}

}  // namespace garland
