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
    "notas al pie|note|voetnoten|noten|noter|fotnoter|przypisy|примечания|сноски|注|注釈|注释|脚注";

// Headings of a note on the author.
constexpr std::string_view kAuthorNotes =
    "about the author|about the authors|about the writer|author bio|about the contributor|"
    "über den autor|über die autorin|zum autor|zur autorin|à propos de l'auteur|"
    "à propos de l'auteure|à propos de l'autrice|sobre el autor|sobre la autora|sull'autore|"
    "sull'autrice|l'autore|sobre o autor|sobre a autora|over de auteur|om författaren|"
    "om forfatteren|o autorze|об авторе|作者简介|著者について";

// Headings of what a site puts under an article: other articles, comments, tags.
constexpr std::string_view kRelated =
    "vorheriger beitrag|nächster beitrag|kommentar verfassen|previous entry|next entry|older posts|"
    "newer posts|related|related articles|related posts|related stories|related content|related "
    "reading|"
    "read next|read more|read also|recommended|recommended for you|recommended reading|"
    "you may also like|you might also like|you might also enjoy|more stories|more articles|"
    "more posts|more like this|latest posts|latest articles|latest news|recent posts|"
    "recent comments|recent articles|popular posts|most popular|most read|most viewed|trending|"
    "trending now|top stories|editor's picks|editors' picks|don't miss|keep reading|"
    "continue reading|up next|next article|previous article|next post|previous post|comments|"
    "leave a comment|leave a reply|post a comment|add a comment|join the conversation|"
    "join the discussion|discussion|responses|post navigation|tags|topics|categories|filed under|"
    "archives|blogroll|share this|share this article|share this post|share this story|follow us|"
    "advertisement|advertisements|sponsored|sponsored content|newsletter|ähnliche artikel|"
    "ähnliche beiträge|verwandte artikel|verwandte themen|das könnte dich auch interessieren|"
    "das könnte sie auch interessieren|auch interessant|mehr zum thema|weitere artikel|"
    "weitere beiträge|meistgelesen|neueste beiträge|neueste kommentare|letzte beiträge|"
    "letzte kommentare|kommentare|schreibe einen kommentar|kommentar schreiben|"
    "kommentar hinzufügen|beitragsnavigation|beitrags-navigation|schlagwörter|kategorien|archiv|"
    "teilen mit|gefällt mir|anzeige|articles similaires|articles liés|à lire aussi|lire aussi|"
    "à lire ensuite|sur le même sujet|commentaires|laisser un commentaire|les plus lus|"
    "artículos relacionados|noticias relacionadas|también te puede interesar|te puede interesar|"
    "lo más leído|comentarios|deja un comentario|articoli correlati|leggi anche|"
    "potrebbe interessarti|commenti|lascia un commento|artigos relacionados|leia também|"
    "veja também|leia mais|comentários|deixe um comentário|gerelateerde artikelen|lees ook|"
    "lees verder|reacties|geef een reactie|relaterade artiklar|läs också|läs mer|"
    "relaterte artikler|les også|læs også|kommentarer|powiązane artykuły|czytaj także|"
    "przeczytaj również|komentarze|читайте также|похожие "
    "статьи|комментарии|関連記事|コメント|相关文章|相关阅读|"
    "评论|관련 기사|댓글";

// The same, where more words follow.
constexpr std::string_view kRelatedBeginnings =
    "more from |more by |more on |more in |read more from |what to read|what to watch|"
    "what to listen|what to see|recommended by |you may also |you might also |"
    "weitere artikel von |mehr von |mehr aus |plus d'articles|más de |altro da |mais de |"
    "meer van ";

// What pages count: "34 comments", "5 min read".
constexpr std::string_view kCounted =
    "comment|comments|response|responses|share|shares|like|likes|view|views|reply|replies|min|"
    "mins|minute|minutes|min read|minute read|mins read|minutes read|kommentar|kommentare|"
    "kommentarer|antworten|min lesezeit|minuten lesezeit|commentaire|commentaires|comentario|"
    "comentarios|commento|commenti|comentários|reacties|reactie|min de lecture|min de lectura";

// Labels of a page, alone on their line.
constexpr std::string_view kWeak =
    "share|share on|tweet|print|email|e-mail|copy link|save|like|likes|bookmark|follow|menu|home|"
    "search|search for|login|log in|log out|sign in|sign up|register|subscribe|subscribe now|"
    "donate|next|previous|prev|back|back to top|top|go|ok|close|cancel|submit|send|reply|edit|"
    "about|about us|contact|contact us|privacy|privacy policy|terms|terms of use|"
    "terms of service|imprint|legal|legal notice|sitemap|rss|facebook|twitter|instagram|linkedin|"
    "pinterest|whatsapp|telegram|reddit|youtube|tumblr|mastodon|flipboard|pocket|loading|"
    "advertising|help|faq|cookie policy|cookie settings|cookies|my account|view all|see all|"
    "show more|load more|read time|toggle navigation|main menu|skip to content|standard|"
    "uncategorized|permalink|trackback|english|deutsch|français|español|startseite|suche|suchen|"
    "suche nach|anmelden|registrieren|abmelden|impressum|datenschutz|datenschutzerklärung|"
    "kontakt|über uns|drucken|weiterlesen|teilen|nach oben|zurück|weiter|abonnieren|antworten|"
    "accueil|rechercher|se connecter|connexion|s'inscrire|s'abonner|partager|imprimer|"
    "mentions légales|contactez-nous|inicio|buscar|iniciar sesión|registrarse|suscribirse|"
    "suscríbete|compartir|imprimir|contacto|aviso legal|home page|cerca|accedi|registrati|"
    "abbonati|condividi|stampa|contatti|chi siamo|início|entrar|cadastre-se|assinar|compartilhar|"
    "contato|zoeken|inloggen|delen|afdrukken|sök|logga in|dela|søg|søk|logg inn|del|szukaj|"
    "zaloguj|udostępnij|поиск|войти|поделиться|главная|検索|ログイン|登录|分享|首页";

// What only a site says to its visitors; anywhere in a short text.
constexpr std::string_view kStrong =
    "you need to be logged in|you must be logged in|please log in|please sign in|log in to |"
    "log in or |login or |sign in to |sign up to |sign up for |login sign up|log in sign up|"
    "login register|create an account|already have an account|already a member|"
    "already a subscriber|forgot your password|forgot password|subscribe to our |"
    "subscribe to the newsletter|subscribe for |subscribe to get|subscribe to receive|"
    "enter your email|enter your e-mail|your email address will not be published|"
    "unsubscribe at any time|our newsletter|we use cookies|uses cookies|accept cookies|"
    "accept all|cookie policy|share on other sites|share on facebook|share on twitter|"
    "share on linkedin|share via email|click to share|tweet this|follow us on |like us on |"
    "all rights reserved|terms of service|terms and conditions|privacy policy|skip to content|"
    "skip to main content|skip to navigation|jump to navigation|toggle navigation|"
    "no internet connection|lost your internet connection|refresh your page|"
    "your message has been sent|javascript is disabled|enable javascript|"
    "your browser does not support|your browser doesn't support|powered by |proudly powered by|"
    "create a free website|story continues below|article continues below|continue reading below|"
    "scroll to continue|this content is for subscribers|this article is for subscribers|"
    "start your free trial|become a member|notify me of |save my name, email|page not found|"
    "support our journalism|thanks for reading|thank you for subscribing|"
    "sie müssen angemeldet sein|du musst angemeldet sein|bitte anmelden|bitte melden sie sich an|"
    "melde dich an|jetzt anmelden|konto erstellen|passwort vergessen|newsletter abonnieren|"
    "newsletter anmelden|verwendet cookies|verwenden cookies|nutzt cookies|cookie-richtlinie|"
    "alle rechte vorbehalten|zum inhalt springen|springe zum inhalt|zur navigation springen|"
    "zum kommentarformular springen|auf facebook teilen|auf twitter teilen|"
    "deine e-mail-adresse wird nicht veröffentlicht|stolz präsentiert von|"
    "erstelle eine kostenlose website|bloggern gefällt das|feed der einträge|"
    "vous devez être connecté|connectez-vous|créer un compte|mot de passe oublié|abonnez-vous|"
    "inscrivez-vous|utilise des cookies|utilisons des cookies|tous droits réservés|"
    "aller au contenu|partager sur |votre adresse e-mail ne sera|debes iniciar sesión|"
    "inicia sesión|crear una cuenta|crea una cuenta|olvidaste tu contraseña|suscríbete a|"
    "utiliza cookies|utilizamos cookies|todos los derechos reservados|saltar al contenido|"
    "ir al contenido|compartir en |devi effettuare l'accesso|crea un account|iscriviti alla|"
    "utilizza cookie|tutti i diritti riservati|vai al contenuto|condividi su |faça login|"
    "crie uma conta|assine a |usa cookies|todos os direitos reservados|compartilhe no|"
    "pular para o conteúdo|maak een account|meld je aan|schrijf je in|gebruikt cookies|"
    "gebruiken cookies|alle rechten voorbehouden|delen op |skapa ett konto|använder cookies|"
    "alla rättigheter förbehållna|bruker informasjonskapsler|bruger cookies|zaloguj się|"
    "używa plików cookie|używamy plików cookie|wszelkie prawa zastrzeżone|войдите, чтобы|"
    "использует cookie|все права защищены|使用 cookie|版权所有|無断転載";

// Beginnings of bylines.
constexpr std::string_view kBylines =
    "written by |words by |text by |story by |posted by |published by |essay by |article by |"
    "review by |report by |by |words: |text: |author: |authors: |byline: |writer: |text von |"
    "geschrieben von |verfasst von |veröffentlicht von |von |autor: |autorin: |autoren: |par |"
    "texte de |texte : |texte: |écrit par |publié par |auteur : |auteur: |autrice : |por |"
    "texto de |texto: |escrito por |publicado por |autora: |di |testo di |testo: |scritto da |"
    "autore: |autrice: |door |tekst: |geschreven door |av |text: av |skriven av |skrevet av |af |"
    "skrevet af |autorka: |автор: |текст: |作者：|作者: |文：|文／|著者：|글: ";

// Words before a date.
constexpr std::string_view kDates =
    "first published on |first published |originally published on |published on |published: |"
    "published |posted on |posted: |posted |updated on |updated: |updated |last updated on |"
    "last updated: |last updated |last modified: |date: |on |veröffentlicht am |veröffentlicht: |"
    "erschienen am |aktualisiert am |stand: |datum: |am |publié le |mis à jour le |date : |le |"
    "publicado el |actualizado el |fecha: |pubblicato il |aggiornato il |data: |il |"
    "publicado em |atualizado em |gepubliceerd op |publicerad |publisert |opublikowano |"
    "опубликовано ";

// Words for pictures, before a colon or "by".
constexpr std::string_view kCredits =
    "photo|photos|photograph|photographs|photography|picture|pictures|image|images|illustration|"
    "illustrations|cover|header|art|artwork|drawing|drawings|credit|credits|foto|fotos|bild|"
    "bilder|titelbild|illustrationen|grafik|abbildung|crédit|crédits|photographie|imagen|"
    "imágenes|fotografía|fotografia|immagine|immagini|imagem|imagens|afbeelding|beeld|"
    "illustratie|zdjęcie|фото|изображение";

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
