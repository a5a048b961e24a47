#include "readers/words/contents_words.h"

#include <array>

#include "base/contains.h"
#include "readers/words/page_words.h"

namespace garland {

bool names_contents(std::string_view text) {
  static constexpr auto kNames = std::to_array<std::string_view>({
      "contents",
      "table of contents",
      "on this page",
      "in this article",
      "inhalt",
      "inhaltsverzeichnis",
      "auf dieser seite",
      "in diesem artikel",
      "sommaire",
      "table des matières",
      "dans cet article",
      "índice",
      "contenido",
      "contenidos",
      "tabla de contenidos",
      "en este artículo",
      "indice",
      "sommario",
      "conteúdo",
      "sumário",
      "inhoud",
      "inhoudsopgave",
      "innehåll",
      "innehållsförteckning",
      "indhold",
      "indholdsfortegnelse",
      "innhold",
      "innholdsfortegnelse",
      "sisältö",
      "sisällys",
      "spis treści",
      "obsah",
      "содержание",
      "оглавление",
      "зміст",
      "περιεχόμενα",
      "içindekiler",
      "目次",
      "目录",
      "차례",
      "목차",
      "תוכן עניינים",
      "المحتويات",
  });
  constexpr std::size_t kLongest = 48;  // bytes
  return text.size() <= kLongest && contains(kNames, lookup_words(text));
}

bool names_listing(std::string_view text) {
  static constexpr auto kNames = std::to_array<std::string_view>({
      "ingredients",   "you will need",
      "materials",     "characters",
      "cast",          "zutaten",
      "materialien",   "personen",
      "ingrédients",   "matériel",
      "personnages",   "ingredientes",
      "materiales",    "personajes",
      "ingredienti",   "materiali",
      "personaggi",    "materiais",
      "personagens",   "ingrediënten",
      "benodigdheden", "personages",
      "ingredienser",  "material",
      "personer",      "materialer",
      "ainekset",      "tarvikkeet",
      "henkilöt",      "składniki",
      "materiały",     "osoby",
      "ingredience",   "suroviny",
      "materiál",      "ингредиенты",
      "материалы",     "действующие лица",
      "інгредієнти",   "матеріали",
      "дійові особи",  "υλικά",
      "πρόσωπα",       "malzemeler",
      "kişiler",       "材料",
      "재료",          "המצרכים",
      "מצרכים",        "المكونات",
      "المقادير",      "dramatis personae",
  });
  constexpr std::size_t kLongest = 48;  // bytes
  return text.size() <= kLongest && contains(kNames, lookup_words(text));
}

}  // namespace garland
