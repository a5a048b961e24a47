// Where the article in a clip begins and ends.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "readers/plain_text/support.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string text_of_article() {
  return std::string(kBody) + "\n\n" + std::string(kMore) + "\n\n" +
         "In the spring the boats come back, one after the other, and the harbour is full of "
         "talk.\n";
}

std::string article() { return "The Green Lighthouse\n\n" + text_of_article(); }

std::string title_of(const Document& document) { return plain_text(document.metadata.title.value); }

// The document keeps these words in its body, or has left them out.
void check_kept(const Document& document, std::string_view words) {
  CAPTURE(words);
  CHECK(words_of(document.blocks).find(words) != std::string::npos);
  CHECK(dropped(document).find(words) == std::string::npos);
}
void check_left_out(const Document& document, std::string_view words) {
  CAPTURE(words);
  CHECK(dropped(document).find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("what stands around an article is told from it by its shape and words") {
  struct Case {
    std::string name;
    std::string above;
    std::string below;
  };
  const Case cases[] = {
      {"a menu and a list of categories with counts",
       "Home\nAbout\nContact\n\nCategories\n\nBoats (12)\nRopes (3)\nKnots (44)\nTides (7)\n\n",
       "\nArchives\n\nMay 2019 (2)\nApril 2019 (1)\nMarch 2019 (4)\nJanuary 2019 (2)\n"},
      {"a trail, a share bar and links with arrows", "Home » Essays » The Green Lighthouse\n\n",
       "\nShare this:\n\nTwitter\nFacebook\n\n← The old pier\n\nThe new pier →\n"},
      {"readers' comments", "",
       "\n2 comments\n\nAda Quill says:\n3 May 2021 at 10:12\nThe lighthouse was never green, it "
       "was "
       "blue, and I have a picture of it.\nReply\n\nBen Poe says:\n4 May 2021 at 8:30\nMy uncle "
       "painted it. He was colour-blind, and nobody dared to tell him.\nReply\n"},
      {"a comment form in German", "Startseite\nImpressum\nKontakt\n\n",
       "\nSchreibe einen Kommentar\n\nDeine E-Mail-Adresse wird nicht "
       "veröffentlicht.\n\nKommentar\n\n"
       "Name *\n\nE-Mail *\n\nWebsite\n"},
      {"a comment form in French", "Accueil\nContact\nMentions légales\n\n",
       "\nLaisser un commentaire\n\nVotre adresse e-mail ne sera pas publiée.\n\nNom *\n\nE-mail "
       "*\n"},
      {"a comment form in Spanish", "Inicio\nContacto\nAviso legal\n\n",
       "\nDeja una respuesta\n\nTu dirección de correo electrónico no será publicada.\n\nNombre "
       "*\n"},
      {"a comment form in Polish", "Strona główna\nO nas\nKontakt\n\n",
       "\nDodaj komentarz\n\nTwój adres e-mail nie zostanie opublikowany.\n\nNazwa *\n"},
      {"teasers under a heading of links", "Menu\nHome\nNews\n\n",
       "\nRelated posts\n\nThe old pier\nIt was built in a single summer by men who had never seen "
       "the sea, and it shows at every …\n\nThe new pier\nNobody asked for it, and yet "
       "…\n\nSubscribe "
       "to our newsletter\n"},
      {"a cloud of tags and a copyright line", "",
       "\nTags\n\nboats harbour ropes knots tides paint winter lighthouse ferry dogs whistles "
       "piers "
       "storms maps\n\n© 2021 The Harbour Post | Imprint | Privacy\n"},
      {"links to other languages", "Deutsch\nEnglish\nFrançais\nEspañol\n\n",
       "\nPrivacy policy\nTerms of use\nContact us\nSitemap\n"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const Document document = read(item.above + article() + item.below);
    CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
    CHECK(paragraphs(document).size() == 3);
    CHECK(all<Dropped>(document).size() <= 2);
    for (const Dropped* left_out : all<Dropped>(document)) CHECK(!left_out->reason.empty());
  }
}

TEST_CASE("the reason for leaving out names the place, the clue and an example") {
  const Document document =
      read(article() + "\nBoats (12)\nRopes (3)\nKnots (44)\nTides (7)\nWinds (9)\n");
  const auto left_out = all<Dropped>(document);
  REQUIRE(left_out.size() == 1);
  CHECK(left_out[0]->reason ==
        "below the article: entries with their counts, as lists of categories have, as "
        "\"Boats (12)\"");
}

TEST_CASE("an article loses nothing that only looks like a site's") {
  struct Case {
    std::string name;
    std::string text;
  };
  const std::string poem =
      "Low Water\n\nThe boats lie on their sides,\nthe ropes are slack,\nand nobody decides\nwhen "
      "they come back.\n\nThe dog walks on the mud,\nthe tide is late,\nand I have understood\nhow "
      "not to wait.\n";
  const Case cases[] = {
      {"a poem", poem},
      {"a recipe",
       "Fish soup\n\nIngredients\n\n2 onions\n1 leek\n500 g of fish\n3 potatoes\n1 l of stock\n\n"
       "Steps\n\nCut the onions and the leek.\nAdd the stock and the potatoes.\nThe fish comes "
       "last.\n"},
      {"a letter",
       "Dear Ada,\n\nthe boat has arrived. I could not believe it myself.\n\nYours,\nBen\n"},
      {"a chat",
       "Ada: are you there?\nBen: yes\nAda: the ferry is late\nBen: it is always late\nAda: bring "
       "the dog\n"},
      {"an article of two paragraphs",
       "Late Ferries\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) + "\n"},
      {"a list of names at the end",
       article() + "\nContributors\n\nAda Quill\nBen Poe\nCleo Marsh\nDan Reed\nEve Stone\n"},
      {"code at the end", article() + "\nHere is an example:\n\nint main() {\n  return 0;\n}\n"},
      {"notes and references",
       article() +
           "\nNotes\n\n[1] The paint was bought in 1931.\n[2] See the log of the harbour.\n\n"
           "References\n\nQuill, A. (1999). Lighthouses. Harbour Press.\n"},
      {"a section on comments", article() + "\nComments\n\n" + std::string(kBody) + " " +
                                    std::string(kMore) + "\n\n" + std::string(kBody) + " " +
                                    std::string(kMore) + "\n"},
      {"a licence line", article() + "\nThis text was first published in The Harbour Post.\n"},
      {"a German article",
       "Der grüne Leuchtturm\n\nDie Fähre kommt zweimal am Tag, und meistens steht nur der Hund an "
       "Deck. Er hat gelernt, auf den zweiten Pfiff zu warten.\n\nKontakt\n\nMit dem Festland "
       "sprach man über Flaggen, denn ein Telefon gab es nicht, und es wollte auch keiner eins.\n"},
      {"a French article",
       "Le phare vert\n\nLe bac traverse deux fois par jour, et il n'y a presque personne sur le "
       "pont. Le chien attend le second coup de sifflet.\n\nLa peinture était bon marché et "
       "l'hiver fut long, mais tout le monde était d'accord.\n"},
      {"a Finnish article",
       "Vihreä majakka\n\nLautta kulkee kaksi kertaa päivässä, ja useimmiten kannella on vain "
       "koira. Se on oppinut odottamaan toista vihellystä.\n\nMaali oli halpaa ja talvi oli pitkä, "
       "mutta kukaan ei muista, kuka majakan maalasi.\n"},
      {"a Russian article",
       "Зелёный маяк\n\nПаром ходит два раза в день, и чаще всего на палубе только собака. Она "
       "научилась ждать второго свистка.\n\nКраска была дешёвой, а зима длинной, но никто не "
       "помнит, кто красил маяк.\n"},
      {"a Japanese article",
       "緑の灯台\n\nフェリーは一日に二回やって来る。甲板にいるのはたいてい犬だけだ。犬は二度目の汽"
       "笛を待つ"
       "ことを覚えた。\n\nペンキは安く、冬は長かった。誰が灯台を塗ったのか、もう誰も覚えていない。"
       "\n"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    CHECK(dropped(read(item.text)).empty());
  }
}

TEST_CASE("a box of the site within an article goes, the article on both sides stays") {
  const Document document =
      read(article() +
           "\nSubscribe to our newsletter\n\nEnter your email\n\nSign up for our weekly letter\n\n"
           "You can unsubscribe at any time\n\nSubscribe\n\n" +
           text_of_article());
  check_left_out(document, "Enter your email");
  CHECK(paragraphs(document).size() == 6);
}

TEST_CASE("an advertisement's label between paragraphs takes none of them along") {
  const Document document =
      read("Skip to content\n\nLog in\n\nSubscribe\n\n" + article() +
           "\nADVERTISEMENT\nSKIP ADVERTISEMENT\n\n" + text_of_article() +
           "\nMost popular\n\n1. What to cook\n2. The quiz\n\n© 2023 The Harbour Post\n");
  const std::string kept = words_of(document.blocks);
  std::size_t ferries = 0;
  for (std::size_t at = kept.find("The ferry"); at != std::string::npos;
       at = kept.find("The ferry", at + 1)) {
    ++ferries;
  }
  CHECK(ferries == 2);
  check_left_out(document, "The quiz");
}

TEST_CASE("a reading time in the head heads nothing") {
  const Document document =
      read("Open in app\nSign up\n\nThe Green Lighthouse\n\n7 min read\n\nListen\nShare\n\n" +
           text_of_article() + "\nRecommended\n\nThe old pier\n\nHelp\nPrivacy\nTerms\n");
  CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
  CHECK(paragraphs(document).size() == 3);
}

TEST_CASE("a discussion is kept as it is") {
  const Document document = read(
      "Was it green?\n\nAda Quill wrote on 3 May 2021 at 10:12:\n\nThe lighthouse was never green, "
      "it "
      "was blue, and I have a picture.\n\nBen Poe wrote on 4 May 2021 at 8:30:\n\nMy uncle painted "
      "it. He was colour-blind, and nobody told him.\n");
  check_kept(document, "The lighthouse was never green");
  check_kept(document, "My uncle painted it.");
}

TEST_CASE("the site's words between the title and the text go, the title stays") {
  const Document document = read(
      "The Harbour Post\n\nHome\nNews\nBoats\nLog in\n\nThe Green Lighthouse\n\nLeave a "
      "comment\n\n" +
      text_of_article());
  CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
  check_left_out(document, "Leave a comment");
  check_left_out(document, "The Harbour Post");
  CHECK(paragraphs(document).size() == 3);
}

TEST_CASE("a title is found by what agrees") {
  struct Case {
    std::string name;
    const char* head;
  };
  const Case cases[] = {
      {"the site's name first", "example.org\n\nHome\nAbout\nImprint\n\nThe Green Lighthouse\n\n"},
      {"a motto under the site's name",
       "The Harbour Post\n\nNews from the quay\n\nMenu\nHome\nSearch\n\nThe Green Lighthouse\n\n3 "
       "May "
       "2021\n\n"},
      {"a date above it", "Menu\nHome\nSearch\n\n3 May 2021\n\nThe Green Lighthouse\n\n"},
      {"the trail repeats it",
       "Menu\nSearch\n\nHome » Essays » The Green Lighthouse\n\nThe Green Lighthouse\n\n"},
      {"the window's title above it",
       "The Green Lighthouse | The Harbour Post\n\nThe Green Lighthouse\n\n"},
      {"the author's name under it",
       "Menu\nHome\nSearch\n\nThe Green Lighthouse\n\nAda Quill\n\n3 May 2021\n\n"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const Document document = read(std::string(item.head) + text_of_article());
    CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
    CHECK(words_of(document.blocks).find("The Green Lighthouse") == std::string::npos);
  }
}

namespace {

std::string with_contents(std::string_view contents) {
  std::string text = "Home\nAbout\nLog in\n\nTags\n\nedit this panel\n\nHarbour Figures\n\n" +
                     std::string(contents) + "\n\n";
  for (const char* heading : {"Whistle", "Second Whistle", "Rope and Tar", "Candle"}) {
    text += std::string(heading) + "\n\n" + std::string(kBody) + "\n\n";
  }
  return text + "Help | Terms | Privacy\n";
}

}  // namespace

TEST_CASE("a list of the headings that stand below is the article's, not a menu") {
  struct Case {
    std::string_view contents;
  };
  const Case cases[] = {
      {"Fold\nTable of Contents\nWhistle\nSecond Whistle\nRope and Tar\nCandle"},
      {"Whistle\nSecond Whistle\nRope and Tar\nCandle"},
      {"1 Whistle\n2 Second Whistle\n3 Rope and Tar\n4 Candle"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.contents);
    const Document document = read(with_contents(item.contents));
    CHECK(plain_text(document.metadata.title.value) == "Harbour Figures");
    check_kept(document, "Whistle");
    check_kept(document, "Candle");
    check_left_out(document, "Log in");
  }
}

TEST_CASE("a title that ends the window's is the article's, though a deck stands right under it") {
  const std::string body =
      "In the spring of that year a clerk in the shell department glued a snail to a card, wrote a "
      "number under it, and went to lunch. Nobody looked at it again for ninety years.\n\n";
  const Document document = read(
      "Skip to content\nScience\n\nLog in\n\nScience|The Snail That Waited Ninety Years\n\n"
      "Share\n\nSave\n\nThe Snail That Waited Ninety Years\n"
      "It was glued to a card in a museum drawer. Then somebody gave it a bath.\n\n"
      "The snail in question, from the edge of the Western Sand Sea.Credit...Ana Roe for a "
      "paper\n\n"
      "By Ben Poe\nFeb. 11, 2020\n" +
      body + "Advertisement\n\nSKIP ADVERTISEMENT\n\nA patience beyond ours\n\n" + body + body +
      "Related Content\n\nMost Popular\n\nTerms of Service\n");
  CHECK(plain_text(document.metadata.title.value) == "The Snail That Waited Ninety Years");
  CHECK(document.metadata.contributors.value.size() == 1);
  CHECK(document.metadata.date.is_set());
  // Nor does the picture's caption go, or the text above a subheading.
  CHECK(test::dropped(document).find("snail in question") == std::string::npos);
  CHECK(test::dropped(document).find("glued") == std::string::npos);
}

TEST_CASE("a heading that is marked as the page's first is the title") {
  const Document document = read(
      "Log in | Subscribe\nHome > Culture > Talks\n****** The Wind Is Not for Sale ******\n"
      "***** A talk with Carl Roe, shepherd and writer *****\nby Ada Quill · 21 May 2017\n"
      "Why did you begin to write so late?\nBecause I had to milk first. One writes while the "
      "sheep\n"
      "sleep, and the sheep sleep little.\nAnd now?\nNow there are no sheep any more, and I cannot "
      "write\na line. You see, the silence helps nobody.\n");
  CHECK(plain_text(document.metadata.title.value) == "The Wind Is Not for Sale");
}

TEST_CASE("a picture's words in brackets are no title") {
  for (const char* logo : {"[Harbour News]", "[Hafennachrichten]", "[海港新聞]"}) {
    CAPTURE(logo);
    const Document document = read(std::string(logo) + "\n\n" + article());
    CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
  }
}

TEST_CASE("a line that sends to another article is no title") {
  const Document document = read(
      "Home\nAbout\nLog in\n\nSee also: Green Lighthouse and Ferry Dogs of the Sound\n\n"
      "Ferry Dogs\n\n" +
      text_of_article());
  CHECK(plain_text(document.metadata.title.value) == "Ferry Dogs");
}

TEST_CASE("in doubt the article keeps what stands at its end") {
  const std::string product =
      "Cart (0)\nSign in\nShop\nSale\n\nHome / Whistles / Brass\n\nBrass Harbour Whistle\n\n" +
      std::string(kBody) +
      "\n\nFeatures\n\nSolid brass, lacquered\nTwo tones, high and low\nLanyard included\n"
      "Made in Greenport\n\nCare\n\nRinse with fresh water after use. Polish with a soft cloth.\n\n"
      "You may also like\n\nBrass Whistle No. 1\nDog Lead, Tarred\n\n"
      "Subscribe to our newsletter\nEnter your email\nSign up\n";
  const Document document = read(product);
  check_kept(document, "Solid brass");
  check_kept(document, "Polish with a soft cloth.");
  check_left_out(document, "Dog Lead");
  const std::string report =
      "Ferry dog awarded medal\n\n" + text_of_article() +
      "\nAdvertisement\n\nThe medal, made of brass, was paid for by subscription. (Reporting by "
      "Jane Roe; Editing by Ada Quill)\n\nTopics\nDogs\nFerries\nMost viewed\nPier closed\n";
  const Document news = read(report);
  check_kept(news, "paid for by subscription");
  check_left_out(news, "Advertisement");
}

TEST_CASE("fields and buttons as terminal browsers draw them are the site's") {
  const Document document =
      read("Home\nAbout\nLog in\n\n" + article() +
           "\nSearch [____________________] [ Go ]\n\n( ) daily (X) weekly\n\n[ Submit ]\n");
  check_left_out(document, "[ Go ]");
  check_left_out(document, "(X) weekly");
  const Document list = read(article() + "\n[ ] buy salt\n[x] coil the rope\n");
  check_kept(list, "buy salt");
}

TEST_CASE("pages in Arabic, Hebrew, Greek, Turkish and Korean have their sites told") {
  struct Case {
    std::string_view above;
    std::string_view below;
  };
  const Case cases[] = {
      {"الرئيسية\nمن نحن\nاتصل بنا", "مقالات ذات صلة\n\nلن يتم نشر عنوان بريدك الإلكتروني."},
      {"דף הבית\nאודות\nצור קשר", "כתבות נוספות\n\nהאימייל לא יוצג באתר."},
      {"Αρχική\nΕπικοινωνία\nΣύνδεση", "Σχετικά άρθρα\n\nΌλα τα δικαιώματα διατηρούνται."},
      {"Ana Sayfa\nHakkımızda\nİletişim", "İlgili yazılar\n\nE-posta adresiniz yayınlanmayacak."},
      {"홈\n로그인\n회원가입", "관련 기사\n\n이메일은 공개되지 않습니다."},
  };
  for (const Case& item : cases) {
    CAPTURE(item.above);
    const Document document =
        read(std::string(item.above) + "\n\n" + article() + "\n" + std::string(item.below));
    CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
    CHECK(words_of(document.blocks).find("The ferry crosses") == 0);
    check_left_out(document, item.below.substr(0, item.below.find('\n')));
  }
}

TEST_CASE("the name of a section is no title") {
  const Document document = read(
      "Journal of Harbours\nSubmit\nAbout\nOpen Access\nWaiting for the second whistle\n"
      "Jane Roe1,2*, Benjamin Poe2\n1 Harbour Office\n\nAbstract\n\n" +
      text_of_article() + "\nDownload PDF\nCite this article\nShare\n");
  CHECK(plain_text(document.metadata.title.value) == "Waiting for the second whistle");
  CHECK(document.metadata.contributors.value.size() == 2);
}

TEST_CASE("a line between the title and the place of a report is its deck") {
  const Document document = read(
      "Second Whistle Renewed\n\nNew signals for passengers and dogs\n\n"
      "GREENPORT, 3 June 2019 – " +
      text_of_article());
  CHECK(plain_text(document.metadata.subtitle.value) == "New signals for passengers and dogs");
}

TEST_CASE("titles and authors are found in Chinese, Japanese and Korean") {
  struct Case {
    const char* text;
    const char* title;
    const char* author;
  };
  const Case cases[] = {
      {"首页 > 新闻 > 港口\n绿色灯塔的故事\n2020-03-03 09:12 来源：海港日报 作者：王小明\n"
       "字号：小 中 大\n分享到：微信 微博\n\n"
       "渡轮每天两次穿过海峡，大多数时候甲板上只有一只狗。它学会了等待第二声汽笛。\n\n"
       "没有人记得是谁把灯塔漆成了绿色，不过大家都同意那是一个错误。\n\n相关阅读\n海港的冬天\n",
       "绿色灯塔的故事", "王小明"},
      {"ホーム > ニュース > 港\n緑の灯台の物語\n2020年3月3日\n\n"
       "フェリーは一日に二度海峡を渡り、たいてい甲板には犬しかいない。犬は汽笛を待つことを覚えた。"
       "\n\n"
       "誰が灯台を緑に塗ったのか、誰も覚えていないが、間違いだったことには皆が同意している。\n\n"
       "関連記事\n港の冬\n",
       "緑の灯台の物語", ""},
      {"港湾新聞デジタル\n会員登録\nログイン\nトップ\n社会\n政治\n\n緑の灯台、塗り直しへ\n"
       "港湾新聞　2020年3月3日 7:00 会員限定記事\n\n記者　山田花子\n\n"
       "フェリーは一日に二度海峡を渡り、たいてい甲板には犬しかいない。犬は汽笛を待つことを覚えた。"
       "\n\n"
       "誰が灯台を緑に塗ったのか、誰も覚えていないが、間違いだったことには皆が同意している。\n\n"
       "アクセスランキング\nお問い合わせ\nプライバシーポリシー\n",
       "緑の灯台、塗り直しへ", "山田花子"},
      {"뉴스\n사회\n초록 등대의 이야기\n홍길동 기자\n"
       "입력 2020.03.03 09:12 수정 2020.03.03 10:00\n글자크기\n공유\n\n"
       "연락선은 하루에 두 번 해협을 건너며, 대개 갑판에는 개 한 마리뿐이다.\n\n"
       "누가 등대를 초록색으로 칠했는지 아무도 기억하지 못하지만, 모두가 동의한다.\n\n"
       "좋아요\n댓글 3\n저작권자 © 항구일보, 무단 전재 및 재배포 금지\n관련기사\n항구의 겨울\n",
       "초록 등대의 이야기", "홍길동"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.title);
    const Document document = read(item.text);
    CHECK(plain_text(document.metadata.title.value) == item.title);
    const auto& authors = document.metadata.contributors.value;
    CHECK((authors.empty() ? std::string() : authors.front().name) == item.author);
  }
}

TEST_CASE("the title is the headline, whatever stands around it") {
  struct Case {
    const char* name;
    const char* head;  // above the text
    const char* title;
  };
  const Case cases[] = {
      {"a deck under a quotation",
       "Home > Culture\nListen 8 min\n“Salt is no bread”\nThe harbour master Ada Roe on ropes, "
       "rust "
       "and the art of waiting for a ferry\nBy Ben Poe\n14 March 2023\nShare\nTweet\n",
       "“Salt is no bread”"},
      {"an author's name in a script without spaces",
       "ホーム\nログイン\n港の古い時計が見つかる\n佐藤花子\n2021年4月3日\n",
       "港の古い時計が見つかる"},
      {"a forum's buttons and members",
       "Login Register\nHow to mend a wet rope\nPost Reply\n\ntarred_hand\nPosts: 214\n"
       "Sat Oct 05, 2019 8:41 am\n",
       "How to mend a wet rope"},
      {"a link to the content, in Dutch",
       "Direct naar artikelinhoud\nDe laatste boot van het eiland\nAda de Wit 12 februari 2020\n",
       "De laatste boot van het eiland"},
      {"a link to the first page, in Czech",
       "Domů\nPoslední loď\nAutor: Jan Novák\n12. února 2020\n", "Poslední loď"},
      {"a link to the first page, in Hindi",
       "होम\nलॉग इन\nपुरानी नाव फिर चली\nलेखक: सुनीता शर्मा\n12 मार्च 2020\n", "पुरानी नाव फिर चली"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const Document document =
        read(item.head + ("\n" + std::string(kBody)) + "\n\n" + std::string(kMore) + "\n");
    CHECK(plain_text(document.metadata.title.value) == item.title);
  }
}

TEST_CASE("lines that name the site, a day, a part or a person are no titles") {
  struct Case {
    std::string name;
    std::string above;  // the title
  };
  const Case cases[] = {
      {"a site's name above its menu",
       "The Harbour Post\n\nHome\nAbout\nContact\nSearch\nLog in\n\n"},
      {"the same in another language", "Hamnboken\nHem\nArkiv\nTaggar\n"},
      {"a box about cookies",
       "Cookies on this page\n\nWe use cookies to make this website work for you.\n\n"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    CHECK(title_of(read(item.above + "The Green Lighthouse\n\n" + text_of_article())) ==
          "The Green Lighthouse");
  }
  CHECK(title_of(read("Sign in\nSubscribe\nThe Green Lighthouse\nJun 21\n\n" +
                      text_of_article())) == "The Green Lighthouse");
  CHECK(title_of(read("Sign in\nSubscribe\nThe Lamp That Nobody Lit\nAda Quill\nNov 03, 2022\n\n" +
                      text_of_article())) == "The Lamp That Nobody Lit");
}

TEST_CASE("the headings of a site above the article take none of its text along") {
  const Document document =
      read("The Green Lighthouse\nArchive\nTags\nTable of contents\n" + std::string(kBody) +
           "\n\nRopes\n" + std::string(kMore) + "\n\nKnots\n" + std::string(kBody) + "\n");
  check_kept(document, "Ropes");
  CHECK(dropped(document).find(std::string(kMore).substr(0, 30)) == std::string::npos);
  CHECK(dropped(document).find(std::string(kBody).substr(0, 30)) == std::string::npos);
}

TEST_CASE("an encyclopaedia's section with its edit mark is no title") {
  const Document document = read(
      "Rope\nFrom Wikipedia, the free encyclopedia\nJump to navigationJump to search\n\n"
      "A rope is a bundle of yarns.[1] It was sold by the fathom.\n\nHistory[edit]\n\n"
      "Early ropes[edit]\n\nSailors made ropes of hemp. One from the old pier survives.\n");
  CHECK(plain_text(document.metadata.title.value) == "Rope");
  CHECK(paragraphs(document).size() == 2);
  CHECK(headings(document) == std::vector<std::string>{"History", "Early ropes"});
}

TEST_CASE("who made words and pictures is no subtitle, and nor is what readers voted") {
  struct Case {
    const char* line;
    const char* authors;
  };
  const Case cases[] = {
      {"Words by Ada Roe | Photographs by Ben Poe", "Ada Roe"},
      {"Text: Ada Roe Foto: Ben Poe", "Ada Roe"},
      {"Ada de Roe and Marie-Claire Poe", "Ada de Roe; Marie-Claire Poe"},
      {"By Ada Roe and Ben Poe, Jr.", "Ada Roe; Ben Poe Jr."},
      {"★★★★★ 4.87 from 212 votes", ""},
      {"4,5 von 5 Sternen (23 Bewertungen)", ""},
  };
  for (const Case& item : cases) {
    CAPTURE(item.line);
    const Document document =
        read("A Walk to the Sea\n" + std::string(item.line) + "\nPublished 1 May 2021\n\n" +
             std::string(kBody) + "\n\n" + std::string(kMore) + "\n");
    std::string authors;
    for (const Contributor& author : document.metadata.contributors.value) {
      authors += (authors.empty() ? "" : "; ") + author.name;
    }
    CHECK(authors == item.authors);
    CHECK_FALSE(document.metadata.subtitle.is_set());
    CHECK(document.metadata.date.is_set());
  }
}

TEST_CASE("a date in Arabic's figures is read") {
  const Document document = read(
      "القارب الأخير\nبقلم: سارة الخطيب\n١٢ مارس ٢٠٢٠\n\n"
      "عاد القارب القديم إلى الميناء صباح اليوم بعد غياب دام عشر سنوات. "
      "حضر الناس جميعا لرؤيته.\n");
  CHECK(document.metadata.date.value.year == 2020);
  CHECK(document.metadata.date.value.month == 3);
  CHECK(document.metadata.date.value.day == 12);
}
