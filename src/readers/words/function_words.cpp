#include "readers/words/function_words.h"

#include <algorithm>
#include <bit>

namespace garland {

namespace {

// One row a language, in the order of kFunctionWordLanguages.
constexpr std::array<std::string_view, kFunctionWordLanguages.size()> kTables = {
    "the of and a an to in is are was were that it its for on with as at by this these those from "
    "or not be been being have has had he she they we you i his her their our your my which who "
    "what when where how than then but if so because about into over after before between through "
    "will would can could should may might must do does did there here also only just more most "
    "some any all no such very up out them him us me it's don't",
    "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf mit "
    "von "
    "vom zu zum zur bei für über unter nach aus durch gegen ohne um ist sind war waren wird werden "
    "wurde wurden hat haben hatte hatten kann können muss müssen soll nicht auch noch nur schon "
    "sich ich du er sie es wir ihr man dass wenn weil als wie so da dann dort hier was wer sehr "
    "mehr diese dieser dieses diesem diesen kein keine mich mir ihn ihm uns euch mein sein seine",
    "le la les un une des du de d et ou mais dans sur sous avec sans pour par en au aux ce cet "
    "cette "
    "ces est sont était étaient a ont avait être avoir qui que quoi dont où ne pas plus moins très "
    "je tu il elle nous vous ils elles se sa son ses leur leurs mon ma mes notre votre comme si "
    "quand alors aussi donc car y tout tous toute entre après avant depuis c'est qu'il",
    "el la los las un una unos unas de del y o pero en a al con sin por para que se su sus es son "
    "era eran fue fueron ser estar está están ha han había no sí más menos muy como cuando donde "
    "porque si yo tú él ella nosotros ellos lo le les me te nos mi este esta estos estas ese esa "
    "aquel también ya entre sobre desde hasta hay todo todos",
    "il lo la i gli le un uno una di del della dei delle dello degli a al alla ai alle da dal "
    "dalla "
    "in nel nella nei nelle con su sul sulla per tra fra e ed o ma che chi cui non è sono era "
    "erano "
    "ha hanno aveva essere avere si se come quando dove perché più meno molto anche io tu lui lei "
    "noi voi loro mi ti ci vi suo sua questo questa questi queste quello quella",
    "o a os as um uma uns umas de do da dos das e ou mas em no na nos nas com sem por para pelo "
    "pela "
    "que se seu sua seus suas é são era eram foi foram ser estar está há tem têm não mais menos "
    "muito como quando onde porque eu tu ele ela nós eles me te lhe isso isto este esta esse essa "
    "também já entre sobre até ao aos à",
    "de het een en of maar in op aan met van voor door bij naar uit over onder tot om te is zijn "
    "was "
    "waren wordt worden werd heeft hebben had kan kunnen moet niet geen ook nog al maar ik je jij "
    "hij zij ze wij we jullie u hun haar dat die dit deze wat wie waar hoe als dan toen er hier "
    "daar "
    "zeer meer veel zo",
    "och eller men i på av med för till från om under över är var vara har hade blir blev kan ska "
    "skulle inte också bara en ett den det de som att jag du han hon vi ni dem sig sin sitt sina "
    "denna detta dessa när där här hur vad vem så än mycket mer efter vid",
    "og eller men i på af med for til fra om under over er var være har havde bliver blev kan skal "
    "skulle ikke også kun en et den det de som at jeg du han hun vi dem sig sin sit sine denne "
    "dette "
    "disse når hvor her hvordan hvad hvem så end meget mere efter ved",
    "og eller men i på av med for til fra om under over er var være har hadde blir ble kan skal "
    "skulle ikke også bare en et den det de som at jeg du han hun vi dem seg sin sitt sine denne "
    "dette disse når hvor her hvordan hva hvem så enn mye mer etter ved",
    "ja tai mutta on ovat oli olivat olla ei eivät se ne hän he minä sinä me te joka jotka että "
    "kun "
    "jos niin kuin myös vain jo vielä sen sitä tämä tämän nämä mitä missä mutta koska sekä kanssa "
    "ennen jälkeen hyvin enemmän",
    "i oraz lub ale w we na z ze do od po za o u przez dla przy pod nad nie tak jest są był była "
    "było "
    "były być ma mają się to ten ta te tego tej tym który która które że jak gdy kiedy jeśli czy "
    "już tylko także również ja ty on ona my wy oni jego jej ich co bardzo więcej",
    "a i nebo ale v ve na z ze do od po za o u s se k ke pro při před pod nad ne je jsou byl byla "
    "bylo byli být má mají si to ten ta tento tato který která které že jak když kdy jestli už jen "
    "také já ty on ona my vy oni jeho její jejich co velmi více",
    "и или но а в во на с со к ко из от до по за о об у для при под над не ни да это этот эта эти "
    "то "
    "тот та что как когда где если чтобы потому который которая которые был была было были быть "
    "есть "
    "я ты он она мы вы они его её их мой свой уже только также очень более",
    "і й та або але в у на з із зі до від по за про для при під над не ні це цей ця ці то той що "
    "як "
    "коли де якщо щоб тому який яка які був була було були бути є я ти він вона ми ви вони його її "
    "їх свій вже тільки також дуже більше",
    "ve veya ama ile için bir bu şu o ne da de ki mi mı mu mü gibi kadar daha çok en değil var yok "
    "olan olarak oldu ben sen biz siz onlar her hem ise sonra önce"};

}  // namespace

void for_each_function_word(const std::function<void(std::string_view, LanguageMask)>& take) {
  for (std::size_t language = 0; language < kTables.size(); ++language) {
    std::string_view rest = kTables.at(language);
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      take(rest.substr(0, space), LanguageMask{1} << language);
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
  }
}

void FunctionWords::count_function_word(LanguageMask languages) {
  ++function;
  for (; languages != 0; languages &= languages - 1) {
    ++by_language.at(static_cast<std::size_t>(std::countr_zero(languages)));
  }
}

void FunctionWords::add(const FunctionWords& other) {
  words += other.words;
  function += other.function;
  for (std::size_t i = 0; i < by_language.size(); ++i) by_language.at(i) += other.by_language.at(i);
}

std::string_view FunctionWords::language() const {
  constexpr std::uint32_t kFewest = 3;
  const auto best = std::max_element(by_language.begin(), by_language.end());
  if (*best < kFewest || std::count(by_language.begin(), by_language.end(), *best) > 1) return {};
  return kFunctionWordLanguages.at(static_cast<std::size_t>(best - by_language.begin()));
}

}  // namespace garland
