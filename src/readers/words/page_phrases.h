// The phrase tables of page_words.cpp: phrases between bars, as `folded` gives them
// (lower case, no punctuation at the ends), beginnings with the space or colon that ends them.
// Languages in the order en, de, fr, es, it, pt, nl, sv, no, da, pl, ru and others.
#pragma once

#include <string_view>

namespace garland {

// Headings of reference sections.
constexpr std::string_view kReferences =
    "references|reference list|list of references|works cited|bibliography|selected bibliography|"
    "sources|sources cited|cited works|literature|literature cited|further reading|"
    "references and further reading|notes and references|literatur|literaturverzeichnis|"
    "literaturangaben|quellen|quellenverzeichnis|quellen und literatur|bibliographie|"
    "bibliografie|références|références bibliographiques|ouvrages cités|bibliografía|referencias|"
    "referencias bibliográficas|obras citadas|fuentes|bibliografia|riferimenti|"
    "riferimenti bibliografici|fonti|referências|referências bibliográficas|fontes|bronnen|"
    "literatuur|literatuurlijst|referenties|källor|referenser|litteratur|kilder|litteraturliste|"
    "kildeliste|lähteet|kirjallisuus|źródła|literatura|piśmiennictwo|zdroje|irodalom|kaynakça|"
    "kaynaklar|литература|источники|список литературы|библиография|βιβλιογραφία|מקורות|"
    "ביבליוגרפיה|المراجع|المصادر|参考文献|参考資料|参考资料|参考文獻|引用文献|참고문헌|참고 "
    "문헌|संदर्भ";

// Headings of notes.
constexpr std::string_view kNotes =
    "notes|footnotes|endnotes|anmerkungen|fußnoten|fussnoten|endnoten|notes de bas de page|notas|"
    "notas al pie|note|voetnoten|noten|noter|fotnoter|przypisy|примечания|сноски|注|注釈|注释|脚注|"
    "einzelnachweise|anmerkungen und einzelnachweise|notes et références|notas y referencias|"
    "notas e referências|noten en referenties|voetnoten en referenties|fodnoter|viitteet|poznámky|"
    "примітки|σημειώσεις|υποσημειώσεις|dipnotlar|註釋|脚註|각주|הערות שוליים|הערות|هوامش|الهوامش|"
    "ملاحظات";

// Headings of the parts that many texts have.
constexpr std::string_view kSections =
    "abstract|introduction|summary|overview|contents|table of contents|background|methods|"
    "results|conclusion|conclusions|discussion|acknowledgements|acknowledgments|appendix|"
    "key points|zusammenfassung|einleitung|inhalt|inhaltsverzeichnis|überblick|hintergrund|"
    "fazit|anhang|danksagung|résumé|sommaire|aperçu|annexe|remerciements|resumen|"
    "introducción|índice|contenido|conclusiones|agradecimientos|anexo|riassunto|sommario|"
    "introduzione|indice|conclusioni|ringraziamenti|resumo|introdução|conclusão|"
    "agradecimentos|samenvatting|inleiding|inhoud|inhoudsopgave|conclusie|sammanfattning|"
    "inledning|innehåll|slutsats|sammendrag|innledning|innhold|konklusjon|resumé|indledning|"
    "indhold|konklusion|tiivistelmä|johdanto|sisällys|yhteenveto|streszczenie|wstęp|"
    "spis treści|podsumowanie|abstrakt|souhrn|úvod|obsah|závěr|аннотация|введение|содержание|"
    "заключение|вступ|зміст|висновки|περίληψη|εισαγωγή|περιεχόμενα|özet|giriş|içindekiler|"
    "要旨|はじめに|概要|目次|おわりに|摘要|引言|目录|目錄|结论|초록|서론|목차|결론|"
    "ملخص|مقدمة|المحتويات|תקציר|מבוא|תוכן עניינים";

// Headings of a note on the author.
constexpr std::string_view kAuthorNotes =
    "about the author|about the authors|about the writer|author bio|about the contributor|"
    "über den autor|über die autorin|zum autor|zur autorin|à propos de l'auteur|"
    "à propos de l'auteure|à propos de l'autrice|sobre el autor|sobre la autora|sull'autore|"
    "sull'autrice|l'autore|sobre o autor|sobre a autora|over de auteur|om författaren|"
    "om forfatteren|o autorze|об авторе|作者简介|著者について";

// Beginnings of bylines.
constexpr std::string_view kBylines =
    "written by |words by |text by |story by |posted by |published by |essay by |article by |"
    "review by |report by |submitted by |created by |added by |contributed by |entry by |by |"
    "words: |text: |author: |authors: |author |byline: |writer: |by: |text von |geschrieben von |"
    "verfasst von |veröffentlicht von |gespeichert von |erstellt von |eingestellt von |"
    "publiziert von |eingereicht von |verfaßt von |von: |von |autor: |autorin: |autoren: |"
    "verfasser: |par |texte de |texte : |texte: |écrit par |publié par |posté par |rédigé par |"
    "proposé par |soumis par |auteur : |auteur: |auteurs : |autrice : |por |texto de |texto: |"
    "escrito por |publicado por |enviado por |postado por |autora: |autores: |di |testo di |"
    "testo: |scritto da |pubblicato da |inviato da |postato da |inserito da |a cura di |autore: |"
    "autrice: |door |tekst: |geschreven door |geplaatst door |gepubliceerd door |ingezonden door |"
    "av |text: av |skriven av |publicerad av |postad av |inlagd av |skribent: |författare: |"
    "skrevet av |publisert av |lagt inn av |forfatter: |af |skrevet af |udgivet af |indsendt af |"
    "kirjoittanut |kirjoittaja: |julkaissut |autorka: |napisane przez |napisał |napisała |"
    "opublikowane przez |przez |dodane przez |wysłane przez |autor |napsal |napsala |vložil "
    "|publikoval |"
    "zveřejnil |autoři: |автор: |авторы: |текст: |опубликовал |опубликовала |написал |написала |"
    "interview by |interviewed by |reporting by |reported by |compiled by |interview: |"
    "das interview führte |das gespräch führte |interview von |propos recueillis par |"
    "entretien réalisé par |entrevista de |entrevista por |intervista di |автор статті: |"
    "опублікував |написав |написала |بقلم: |بقلم |كتب: |كتبه |كتبها |الكاتب: |מאת: |מאת |כתב: |"
    "yazan: |yazar: |γράφει ο |γράφει η |撰文：|记者：|記者：|取材・文：|글쓴이: |기자: |"
    "लेखक: |लेखक : |लेखिका: |作者：|作者: |文：|文／|著者：|筆者：|投稿者: |投稿者：|글: |記者 |记者 "
    "|本报记者 "
    "|本报记者：|聞き手：|文・|文＝|執筆：|寄稿：|ライター：|文/|文｜|文丨|文字：|"
    "guest post by |a guest post by |ein bericht von |ein beitrag von |ein kommentar von |"
    "ein gastbeitrag von |eine analyse von |eine reportage von |eine kolumne von |par : |par: |"
    "por: |publicada por |publicadas por |escrita por |enviada por |postada por |di: |da |door: |"
    "av: |af: |przez: |автором |автор |υποβλήθηκε από |από |كتبت: |كتبت |إعداد: |تقرير: ";

// Words before a date.
constexpr std::string_view kDates =
    "first published on |first published |originally published on |published on |published: |"
    "published |publication date: |posted on |posted: |posted |written on |written: |created on |"
    "submitted on |updated on |updated: |updated |last updated on |last updated: |last updated |"
    "last modified on |last modified: |last edited on |date: |on |veröffentlicht am |"
    "veröffentlicht: |veröffentlicht |erschienen am |erstellt am |geschrieben am |gespeichert am |"
    "eingestellt am |publiziert am |dieser beitrag wurde am |dieser artikel wurde am |"
    "dieser eintrag wurde am |aktualisiert am |aktualisiert: |zuletzt aktualisiert am |"
    "zuletzt geändert am |letzte änderung: |letzte aktualisierung: |stand: |datum: |vom |am |"
    "publié le |posté le |écrit le |mis en ligne le |cet article a été publié le |mis à jour le |"
    "dernière mise à jour : |dernière mise à jour le |date : |le |publicado el |publicado: |"
    "escrito el |enviado el |esta entrada fue publicada el |actualizado el |"
    "última actualización: |fecha: |el |pubblicato il |pubblicato: |scritto il |inviato il |"
    "questo articolo è stato pubblicato il |aggiornato il |ultimo aggiornamento: |data: |il |"
    "publicado em |publicado a |postado em |escrito em |esta entrada foi publicada em |"
    "atualizado em |última atualização: |em |gepubliceerd op |geplaatst op |geschreven op |"
    "dit bericht werd geplaatst op |bijgewerkt op |laatst bijgewerkt: |op |publicerad |"
    "publicerat den |publicerad den |skrivet den |uppdaterad |uppdaterad den |den |publisert |"
    "skrevet |lagt ut |oppdatert |sist oppdatert |udgivet |udgivet den |opdateret |"
    "sidst opdateret |julkaistu |kirjoitettu |päivitetty |opublikowano |opublikowane |"
    "data publikacji: |dodano |napisano |zaktualizowano |aktualizacja: |dnia |publikováno |"
    "zveřejněno |vydáno |napsáno |aktualizováno |dne |опубликовано |публикация: |дата: |дата "
    "публикации: |"
    "обновлено |公開日: |公開日：|投稿日: |投稿日：|更新日: |更新日：|发布于 |发表于 |发布时间：|"
    "更新于 |日期：|发布时间: |發布時間：|发表时间：|更新时间：|时间：|時間：|公開 |更新 |最終更新 "
    "|掲載 |"
    "입력 |입력: |기사입력 |등록 |승인 |수정 |최종수정 |작성 |게시 |업데이트 ";

// Small words around dates and hours.
constexpr std::string_view kDateFillers =
    "last|modified|edited|first|bst|gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|mez|mesz|"
    "jst|aest|"
    "on|at|the|of|and|was|posted|published|written|updated|created|submitted|by|h|hrs|am|um|uhr|"
    "und|den|der|vom|wurde|von|veröffentlicht|erstellt|geschrieben|à|le|du|et|heures|publié|a las|"
    "el|las|del|de|y|il|alle|ore|del|e|às|em|op|om|kl|klockan|klokken|den|kello|o|godz|v|в|от|"
    "zuletzt|geändert|aktualisiert|公開|更新|最終更新|掲載|配信|发布|发布时间|更新时间|"
    "입력|기사입력|등록|승인|수정|최종수정|작성|게시|업데이트|오전|오후|上午|下午|午前|午後|"
    "r|roku|г|года|году|опубликовано|στισ|στη|την|s|à s|às|saat|giriş|güncelleme|son|yayınlanma|"
    "eklenme|atualizado|publicado|publicada|actualizado|aggiornato|pubblicato|mis|jour|mise|en|"
    "ligne|bijgewerkt|publicerad|publicerat|uppdaterad|publisert|oppdatert|udgivet|opdateret|"
    "julkaistu|päivitetty|opublikowano|aktualizacja";

// Words that say the date is of a change.
constexpr std::string_view kChanges =
    "updated|last updated|modified|last modified|revised|edited|changed|aktualisiert|geändert|"
    "bearbeitet|letzte änderung|stand|letzte aktualisierung|mis à jour|mise à jour|modifié|"
    "modifiée|actualizado|actualizada|actualización|modificado|aggiornato|aggiornamento|modificato|"
    "atualizado|atualização|bijgewerkt|gewijzigd|uppdaterad|uppdaterat|ändrad|oppdatert|endret|"
    "opdateret|ændret|päivitetty|muokattu|zaktualizowano|aktualizacja|zmieniono|aktualizováno|"
    "upraveno|změněno|обновлено|изменено|оновлено|güncelleme|son "
    "güncelleme|更新|最終更新|最后编辑|수정|최종수정|업데이트";

// What stands behind a name in the box of an author.
constexpr std::string_view kAuthorRoles =
    "author|writer|autor|autorin|verfasser|verfasserin|auteur|auteure|autrice|autora|autore|"
    "schrijver|författare|forfatter|kirjoittaja|autorka|автор|作者|著者|記者|记者|기자|특파원|"
    "논설위원";

// Beginnings of lines that send the reader to another article.
constexpr std::string_view kCrossReferences =
    "see also: |main article: |main articles: |main page: |further information: |"
    "for other uses, see |not to be confused with |this article is about |siehe auch: |"
    "hauptartikel: |weitere informationen: |voir aussi : |voir aussi: |article détaillé : |"
    "articles détaillés : |ne doit pas être confondu avec |véase también: |artículo principal: |"
    "no debe confundirse con |vedi anche: |voce principale: |ver também: |artigo principal: |"
    "zie ook: |hoofdartikel: |se även: |huvudartikel: |se også: |hovedartikel: |katso myös: |"
    "pääartikkeli: |zobacz też: |główny artykuł: |viz též: |hlavní článek: |см. также: |"
    "основная статья: |ayrıca bakınız: |関連項目：|主条目：|参见：|另见：";

// Words for pictures, before a colon or "by".
constexpr std::string_view kCredits =
    "photo|photos|photograph|photographs|photography|picture|pictures|image|images|illustration|"
    "illustrations|cover|header|art|artwork|drawing|drawings|credit|credits|foto|fotos|bild|"
    "bilder|titelbild|illustrationen|grafik|abbildung|crédit|crédits|photographie|imagen|"
    "imágenes|fotografía|fotografia|immagine|immagini|imagem|imagens|afbeelding|beeld|"
    "illustratie|zdjęcie|фото|изображение|зображення|valokuva|kuva|kuvat|kuvitus|bilde|billede|"
    "billeder|ilustracja|ilustrace|φωτογραφία|fotoğraf|صورة|الصورة|צילום|תמונה|写真|写真提供|"
    "撮影|図|图|图片|图源|图片来源|摄影|圖|圖片|攝影|사진|사진제공|그림";

// Words between a word for a picture and the colon.
constexpr std::string_view kCreditWords =
    "credit|credits|by|courtesy|courtesy of|source|photo|image|photograph|picture|via|von|de|par|"
    "nachweis|quelle|rechte";

// Beginnings of lines that say where a text first appeared.
constexpr std::string_view kAttributions =
    "originally posted|originally published|originally appeared|first published|first appeared|"
    "first posted|this article originally|this article first|this article was originally|"
    "this article was first|this essay originally|this essay first|this essay was originally|"
    "this essay was first|this post originally|this post was originally|this piece originally|"
    "this piece was originally|this story originally|this story was originally|reprinted from|"
    "reprinted with permission|reprinted by permission|republished from|"
    "republished with permission|republished under|cross-posted from|crossposted from|"
    "reposted from|source: |via: |quelle: |zuerst erschienen|zuerst veröffentlicht|"
    "ursprünglich erschienen|ursprünglich veröffentlicht|dieser artikel erschien|"
    "dieser text erschien|source : |publié à l'origine|initialement publié|"
    "cet article a été publié|article paru dans|fuente: |publicado originalmente|"
    "publicado por primera vez|fonte: |pubblicato originariamente|articolo pubblicato su|bron: |"
    "oorspronkelijk gepubliceerd|oorspronkelijk verschenen|ursprungligen publicerad|källa: |"
    "kilde: |opprinnelig publisert|źródło: |pierwotnie opublikowano|источник: |"
    "впервые опубликовано";

// Of a link to a site's first page.
constexpr std::string_view kFirstPages =
    "home|homepage|home page|start|startseite|accueil|inicio|início|inici|portada|"
    "página inicial|página principal|pagina iniziale|voorpagina|hem|hjem|forside|"
    "forsiden|etusivu|strona główna|główna|domů|úvod|kezdőlap|acasă|главная|на главную|"
    "головна|αρχική|anasayfa|ana sayfa|الرئيسية|בית|דף הבית|ホーム|トップ|首页|首頁|홈|होम";

// Words for pictures in a description of one.
constexpr std::string_view kPictures =
    "photo|photograph|picture|image|illustration|drawing|painting|portrait|selfie|screenshot|"
    "screengrab|still|close-up|closeup|shot|view|map|diagram|chart|graph|cartoon|collage|poster|"
    "render|rendering|sketch|engraving|silhouette|watercolor|watercolour|woodcut|infographic|"
    "foto|fotografie|aufnahme|luftaufnahme|nahaufnahme|bild|zeichnung|gemälde|illustrationen|"
    "bildschirmfoto|photographie|dessin|peinture|gros|capture|imagen|fotografía|ilustración|"
    "dibujo|retrato|captura|immagine|illustrazione|disegno|ritratto|fotografia|imagem|ilustração|"
    "afbeelding|illustratie|tekening";

// Words between the word for a picture and what it shows.
constexpr std::string_view kPictureLinks =
    "of|showing|shows|depicting|depicts|featuring|with|from|von|vom|mit|eines|einer|zeigt|de|"
    "d'un|d'une|du|des|montrant|del|con|di|dello|della|do|da|van|met";

// Words that begin a sentence of the text rather than a description.
constexpr std::string_view kArticles =
    "the|this|these|that|my|our|his|her|their|your|der|die|das|dieses|diese|mein|le|la|cette|ce|"
    "mon|ma|el|esta|este|mi|il|lo|questa|het|deze";

}  // namespace garland
