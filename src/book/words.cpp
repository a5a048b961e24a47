// The one table of fixed words, and how each language writes dates and lists of names.
#include "book/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

#include "base/language_registry.h"
#include "base/unicode.h"
#include "book/anthology.h"

namespace garland {
namespace {

constexpr std::size_t kLanguageCount = 8;

struct WordRow {
  std::string_view key;
  std::array<std::string_view, kLanguageCount> words;
};

// Columns in the order of kTables below: en de fr es it pt nl sv. Sorted by key, bytewise.
constexpr std::array kRows = std::to_array<WordRow>({
    {"abstract",
     {{"Abstract", "Zusammenfassung", "Résumé", "Resumen", "Sommario", "Resumo", "Samenvatting",
       "Sammanfattning"}}},
    {"accessed",
     {{"accessed", "abgerufen am", "consulté le", "consultado el", "consultato il", "acesso em",
       "geraadpleegd op", "hämtad"}}},
    {"accessible-text",
     {{"All of the text can be read aloud and enlarged; contents, headings, notes and links lead "
       "through it.",
       "Der ganze Text kann vorgelesen und vergrößert werden; Inhalt, Überschriften, Anmerkungen "
       "und Verweise führen durch ihn.",
       "Tout le texte peut être lu à voix haute et agrandi ; la table, les titres, les notes et "
       "les "
       "liens permettent de s’y déplacer.",
       "Todo el texto puede leerse en voz alta y ampliarse; el índice, los títulos, las notas y "
       "los "
       "enlaces guían por él.",
       "Tutto il testo può essere letto ad alta voce e ingrandito; indice, titoli, note e "
       "collegamenti permettono di percorrerlo.",
       "Todo o texto pode ser lido em voz alta e ampliado; sumário, títulos, notas e ligações "
       "conduzem por ele.",
       "Alle tekst kan worden voorgelezen en vergroot; inhoud, koppen, noten en links wijzen de "
       "weg.",
       "All text kan läsas upp och förstoras; innehåll, rubriker, noter och länkar leder genom "
       "den."}}},
    {"addresses",
     {{"Addresses", "Adressen", "Adresses", "Direcciones", "Indirizzi", "Endereços", "Adressen",
       "Adresser"}}},
    {"and", {{"and", "und", "et", "y", "e", "e", "en", "och"}}},
    {"attributions",
     {{"Attributions", "Nachweise", "Crédits", "Créditos", "Crediti", "Créditos", "Verantwoording",
       "Källor och rättigheter"}}},
    {"back-to-text",
     {{"Back to the text", "Zurück zum Text", "Retour au texte", "Volver al texto",
       "Torna al testo", "Voltar ao texto", "Terug naar de tekst", "Tillbaka till texten"}}},
    {"bibliography",
     {{"Bibliography", "Literaturverzeichnis", "Bibliographie", "Bibliografía", "Bibliografia",
       "Bibliografia", "Bibliografie", "Litteraturförteckning"}}},
    {"body-matter",
     {{"Beginning of the text", "Textanfang", "Début du texte", "Inicio del texto",
       "Inizio del testo", "Início do texto", "Begin van de tekst", "Textens början"}}},
    {"by", {{"by", "von", "par", "por", "di", "por", "door", "av"}}},
    {"caution",
     {{"Caution", "Vorsicht", "Attention", "Precaución", "Attenzione", "Cuidado", "Voorzichtig",
       "Försiktigt"}}},
    {"cited-in",
     {{"cited in", "zitiert in", "cité dans", "citado en", "citato in", "citado em",
       "aangehaald in", "citerad i"}}},
    {"colophon",
     {{"Colophon", "Kolophon", "Colophon", "Colofón", "Nota tipografica", "Colofão",
       "Typografische verantwoording", "Om typografin"}}},
    {"contents",
     {{"Contents", "Inhalt", "Table des matières", "Índice", "Indice", "Sumário", "Inhoud",
       "Innehåll"}}},
    {"contributors",
     {{"Contributors", "Mitwirkende", "Contributeurs", "Colaboradores", "Collaboratori",
       "Colaboradores", "Medewerkers", "Medverkande"}}},
    {"cover",
     {{"Cover", "Umschlag", "Couverture", "Cubierta", "Copertina", "Capa", "Omslag", "Omslag"}}},
    {"credit",
     {{"Credit", "Nachweis", "Crédit", "Crédito", "Credito", "Crédito", "Herkomst", "Källa"}}},
    {"danger", {{"Danger", "Gefahr", "Danger", "Peligro", "Pericolo", "Perigo", "Gevaar", "Fara"}}},
    {"date", {{"Date", "Datum", "Date", "Fecha", "Data", "Data", "Datum", "Datum"}}},
    {"decimal-mark", {{".", ",", ",", ",", ",", ",", ",", ","}}},
    {"description",
     {{"Description", "Beschreibung", "Description", "Descripción", "Descrizione", "Descrição",
       "Beschrijving", "Beskrivning"}}},
    {"details",
     {{"Details", "Einzelheiten", "Détails", "Detalles", "Dettagli", "Detalhes", "Details",
       "Detaljer"}}},
    {"edited-by",
     {{"edited by", "herausgegeben von", "édité par", "edición de", "a cura di", "organização de",
       "samengesteld door", "redigerad av"}}},
    {"edition",
     {{"Edition", "Ausgabe", "Édition", "Edición", "Edizione", "Edição", "Uitgave", "Utgåva"}}},
    {"example",
     {{"Example", "Beispiel", "Exemple", "Ejemplo", "Esempio", "Exemplo", "Voorbeeld", "Exempel"}}},
    {"figure",
     {{"Figure", "Abbildung", "Figure", "Figura", "Figura", "Figura", "Afbeelding", "Figur"}}},
    {"first-published",
     {{"First published", "Zuerst erschienen", "Première publication", "Publicado por primera vez",
       "Prima pubblicazione", "Publicado pela primeira vez", "Eerst verschenen",
       "Först publicerad"}}},
    {"formula",
     {{"Formula", "Formel", "Formule", "Fórmula", "Formula", "Fórmula", "Formule", "Formel"}}},
    {"illustrated-by",
     {{"illustrated by", "illustriert von", "illustré par", "ilustraciones de", "illustrazioni di",
       "ilustrações de", "geïllustreerd door", "illustrerad av"}}},
    {"important",
     {{"Important", "Wichtig", "Important", "Importante", "Importante", "Importante", "Belangrijk",
       "Viktigt"}}},
    {"imprint",
     {{"Imprint", "Impressum", "Mentions légales", "Página de créditos", "Colophon",
       "Ficha técnica", "Colofon", "Kolofon"}}},
    {"in-book", {{"In", "In", "Dans", "En", "In", "Em", "In", "I"}}},
    {"index-of-authors",
     {{"Index of Authors", "Autorenverzeichnis", "Index des auteurs", "Índice de autores",
       "Indice degli autori", "Índice de autores", "Auteursregister", "Författarregister"}}},
    {"index-of-subjects",
     {{"Index of Subjects", "Schlagwortverzeichnis", "Index des sujets", "Índice de materias",
       "Indice degli argomenti", "Índice de assuntos", "Trefwoordenregister", "Ämnesregister"}}},
    {"index-of-titles",
     {{"Index of Titles", "Titelverzeichnis", "Index des titres", "Índice de títulos",
       "Indice dei titoli", "Índice de títulos", "Titelregister", "Titelregister"}}},
    {"information",
     {{"Information", "Information", "Information", "Información", "Informazione", "Informação",
       "Informatie", "Information"}}},
    {"introduction",
     {{"Introduction", "Einleitung", "Introduction", "Introducción", "Introduzione", "Introdução",
       "Inleiding", "Inledning"}}},
    {"landmarks",
     {{"Landmarks", "Orientierungspunkte", "Repères", "Puntos de referencia",
       "Punti di riferimento", "Pontos de referência", "Oriëntatiepunten", "Landmärken"}}},
    {"licence",
     {{"Licence", "Lizenz", "Licence", "Licencia", "Licenza", "Licença", "Licentie", "Licens"}}},
    {"made-with",
     {{"Set with Garland", "Gesetzt mit Garland", "Composé avec Garland", "Compuesto con Garland",
       "Composto con Garland", "Composto com Garland", "Gezet met Garland", "Satt med Garland"}}},
    {"no-date", {{"n.d.", "o. J.", "s. d.", "s. f.", "s.d.", "s.d.", "z.d.", "u.å."}}},
    {"note", {{"Note", "Hinweis", "Remarque", "Nota", "Nota", "Nota", "Opmerking", "Anmärkning"}}},
    {"notes", {{"Notes", "Anmerkungen", "Notes", "Notas", "Note", "Notas", "Noten", "Noter"}}},
    {"originally-published-at",
     {{"Originally published at", "Zuerst erschienen auf", "Publié initialement sur",
       "Publicado originalmente en", "Pubblicato originariamente su", "Publicado originalmente em",
       "Oorspronkelijk verschenen op", "Ursprungligen publicerad på"}}},
    {"originally-published-in",
     {{"Originally published in", "Zuerst erschienen in", "Publié initialement dans",
       "Publicado originalmente en", "Pubblicato originariamente in", "Publicado originalmente em",
       "Oorspronkelijk verschenen in", "Ursprungligen publicerad i"}}},
    {"page", {{"Page", "Seite", "Page", "Página", "Pagina", "Página", "Pagina", "Sida"}}},
    {"page-list",
     {{"Pages", "Seiten", "Pages", "Páginas", "Pagine", "Páginas", "Pagina’s", "Sidor"}}},
    {"part", {{"Part", "Teil", "Partie", "Parte", "Parte", "Parte", "Deel", "Del"}}},
    {"permission",
     {{"Permission", "Genehmigung", "Autorisation", "Permiso", "Autorizzazione", "Autorização",
       "Toestemming", "Tillstånd"}}},
    {"photographs-by",
     {{"photographs by", "Fotos von", "photographies de", "fotografías de", "fotografie di",
       "fotografias de", "foto’s van", "foton av"}}},
    {"picture", {{"Picture", "Bild", "Image", "Imagen", "Immagine", "Imagem", "Beeld", "Bild"}}},
    {"picture-at",
     {{"The picture is at", "Das Bild steht unter", "L’image se trouve à l’adresse",
       "La imagen está en", "L’immagine si trova in", "A imagem está em", "Het beeld staat op",
       "Bilden finns på"}}},
    {"picture-missing",
     {{"Picture not included", "Bild nicht enthalten", "Image non reproduite", "Imagen no incluida",
       "Immagine non inclusa", "Imagem não incluída", "Beeld niet opgenomen",
       "Bilden ingår inte"}}},
    {"pictures-described",
     {{"Every picture has a description in words.", "Jedes Bild ist in Worten beschrieben.",
       "Chaque image est décrite par des mots.", "Cada imagen tiene una descripción en palabras.",
       "Ogni immagine ha una descrizione a parole.", "Cada imagem tem uma descrição em palavras.",
       "Elk beeld is in woorden beschreven.", "Varje bild är beskriven i ord."}}},
    {"pictures-not-described",
     {{"Some pictures have no description in words.", "Manche Bilder sind nicht beschrieben.",
       "Certaines images ne sont pas décrites.", "Algunas imágenes no tienen descripción.",
       "Alcune immagini non hanno una descrizione.", "Algumas imagens não têm descrição.",
       "Sommige beelden zijn niet beschreven.", "Vissa bilder saknar beskrivning."}}},
    {"publisher",
     {{"Publisher", "Verlag", "Éditeur", "Editorial", "Editore", "Editora", "Uitgever", "Förlag"}}},
    {"qr-code",
     {{"QR code", "QR-Code", "Code QR", "Código QR", "Codice QR", "Código QR", "QR-code",
       "QR-kod"}}},
    {"references",
     {{"References", "Literatur", "Références", "Referencias", "Riferimenti bibliografici",
       "Referências", "Literatuur", "Referenser"}}},
    {"rights",
     {{"Rights", "Rechte", "Droits", "Derechos", "Diritti", "Direitos", "Rechten", "Rättigheter"}}},
    // {0} a typeface, {1} its size, {2} its leading
    {"set-in",
     {{"Set in {0}, {1} on {2} points", "Gesetzt aus der {0}, {1} auf {2} Punkt",
       "Composé en {0}, corps {1} sur {2} points", "Compuesto en {0}, cuerpo {1} sobre {2} puntos",
       "Composto in {0}, corpo {1} su {2} punti", "Composto em {0}, corpo {1} sobre {2} pontos",
       "Gezet uit de {0}, {1} op {2} punten", "Satt med {0}, {1} på {2} punkter"}}},
    {"source", {{"Source", "Quelle", "Source", "Fuente", "Fonte", "Fonte", "Bron", "Källa"}}},
    {"subtitle",
     {{"Subtitle", "Untertitel", "Sous-titre", "Subtítulo", "Sottotitolo", "Subtítulo",
       "Ondertitel", "Undertitel"}}},
    {"table", {{"Table", "Tabelle", "Tableau", "Tabla", "Tabella", "Tabela", "Tabel", "Tabell"}}},
    {"tip", {{"Tip", "Tipp", "Conseil", "Consejo", "Suggerimento", "Dica", "Tip", "Tips"}}},
    {"title-page",
     {{"Title page", "Titelseite", "Page de titre", "Portada", "Frontespizio", "Página de rosto",
       "Titelpagina", "Titelsida"}}},
    {"translated-by",
     {{"translated by", "übersetzt von", "traduit par", "traducción de", "traduzione di",
       "tradução de", "vertaald door", "översatt av"}}},
    {"untitled",
     {{"Untitled", "Ohne Titel", "Sans titre", "Sin título", "Senza titolo", "Sem título",
       "Zonder titel", "Utan titel"}}},
    {"warning",
     {{"Warning", "Warnung", "Avertissement", "Advertencia", "Avvertenza", "Aviso", "Waarschuwing",
       "Varning"}}},
    {"with", {{"with", "mit", "avec", "con", "con", "com", "met", "med"}}},
    {"work",
     {{"Article", "Beitrag", "Article", "Artículo", "Articolo", "Artigo", "Artikel", "Artikel"}}},
});

}  // namespace

// How one language writes. Named in book/anthology.h; only this file knows what is in it.
struct FixedWords {
  std::string_view language;  // "en", or with a region where the region writes differently
  std::size_t column;         // in kRows
  std::array<std::string_view, 12> months;
  std::string_view full_date;   // {0} day, {1} month, {2} year
  std::string_view month_date;  // {0} month, {1} year
  std::string_view month_day;   // {0} day, {1} month
  std::string_view first_day;   // how the first of a month is written: "1er"
};

namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::array kTables = std::to_array<FixedWords>({
    {"en", 0, kEnglishMonths, "{0} {1} {2}", "{0} {1}", "{0} {1}", "1"},
    {"de",
     1,
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November", "Dezember"},
     "{0}. {1} {2}",
     "{0} {1}",
     "{0}. {1}",
     "1"},
    {"fr",
     2,
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre"},
     "{0} {1} {2}",
     "{0} {1}",
     "{0} {1}",
     "1er"},
    {"es",
     3,
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre"},
     "{0} de {1} de {2}",
     "{0} de {1}",
     "{0} de {1}",
     "1"},
    {"it",
     4,
     {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
      "ottobre", "novembre", "dicembre"},
     "{0} {1} {2}",
     "{0} {1}",
     "{0} {1}",
     "1º"},
    {"pt",
     5,
     {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
      "outubro", "novembro", "dezembro"},
     "{0} de {1} de {2}",
     "{0} de {1}",
     "{0} de {1}",
     "1º"},
    {"nl",
     6,
     {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december"},
     "{0} {1} {2}",
     "{0} {1}",
     "{0} {1}",
     "1"},
    {"sv",
     7,
     {"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
      "oktober", "november", "december"},
     "{0} {1} {2}",
     "{0} {1}",
     "{0} {1}",
     "1"},
    {"en-us", 0, kEnglishMonths, "{1} {0}, {2}", "{0} {1}", "{1} {0}", "1"},
});

// The table of a BCP 47 tag: the tag's own if there is one, else its language's, else English.
const FixedWords* table_for(std::string_view language) {
  std::string tag = to_lower(language);
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::string_view primary = primary_language(tag);
  const auto named = [](std::string_view name) {
    return std::find_if(kTables.begin(), kTables.end(),
                        [name](const FixedWords& table) { return table.language == name; });
  };
  auto found = named(tag);
  if (found == kTables.end()) found = named(primary);
  return found == kTables.end() ? &kTables.front() : &*found;
}

const WordRow* find_row(std::string_view key) {
  const auto* row = std::lower_bound(
      kRows.begin(), kRows.end(), key,
      [](const WordRow& candidate, std::string_view wanted) { return candidate.key < wanted; });
  return row != kRows.end() && row->key == key ? row : nullptr;
}

// Spanish says "e" for "y" before the sound of i: "Ana e Isabel", "Luis e Hilario".
std::string_view spanish_and(std::string_view next_name) {
  const std::string name = to_lower(next_name);
  const bool starts_with_i = name.starts_with("i") || name.starts_with("í") ||
                             (name.starts_with("hi") && !name.starts_with("hie"));
  return starts_with_i ? "e" : "y";
}

}  // namespace

const std::vector<std::string_view>& word_keys() {
  static const std::vector<std::string_view> keys = [] {
    std::vector<std::string_view> all;
    for (const WordRow& row : kRows) all.push_back(row.key);
    return all;
  }();
  return keys;
}

const std::vector<std::string_view>& word_languages() {
  static const std::vector<std::string_view> languages = [] {
    std::vector<std::string_view> all;
    for (std::size_t i = 0; i < kLanguageCount; ++i) all.push_back(kTables.at(i).language);
    return all;
  }();
  return languages;
}

Words::Words(std::string_view language) : table_(table_for(language)) {}

std::string_view Words::operator[](std::string_view key) const {
  const WordRow* row = find_row(key);
  assert(row != nullptr && "a word that is not in kRows");
  return row == nullptr ? std::string_view() : row->words.at(table_->column);
}

std::string Words::date(const Date& date) const {
  if (date.year == 0) return date.written;
  if (date.month < 1 || date.month > 12) return std::to_string(date.year);
  const std::string_view month = table_->months.at(static_cast<std::size_t>(date.month) - 1);
  if (date.day == 0) return fmt::format(fmt::runtime(table_->month_date), month, date.year);
  const std::string day = date.day == 1 ? std::string(table_->first_day) : std::to_string(date.day);
  return fmt::format(fmt::runtime(table_->full_date), day, month, date.year);
}

std::string Words::month_day(const Date& date) const {
  if (date.month < 1 || date.month > 12) return {};
  const std::string_view month = table_->months.at(static_cast<std::size_t>(date.month) - 1);
  if (date.day == 0) return std::string(month);
  const std::string day = date.day == 1 ? std::string(table_->first_day) : std::to_string(date.day);
  return fmt::format(fmt::runtime(table_->month_day), day, month);
}

std::string Words::join_names(const std::vector<std::string>& names) const {
  std::string joined;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && i + 1 < names.size()) joined += ", ";
    if (i > 0 && i + 1 == names.size()) {
      const bool is_spanish = table_->language == "es";
      joined += fmt::format(" {} ", is_spanish ? spanish_and(names[i]) : (*this)["and"]);
    }
    joined += names[i];
  }
  return joined;
}

}  // namespace garland
