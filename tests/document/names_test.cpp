#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/metadata_values.h"

using namespace garland;

namespace {

// "given|family" of each name, or "=name" of one without parts, joined by "; ".
std::string parts(const std::vector<Contributor>& people) {
  std::string text;
  for (const Contributor& person : people) {
    if (!text.empty()) text += "; ";
    text += person.family.empty() ? "=" + person.name : person.given + "|" + person.family;
  }
  return text;
}

std::string parts_of(const std::string& written) {
  return parts(contributors_from(Value::string(written), Role::Author));
}

}  // namespace

TEST_CASE("a name is parted into given name and family") {
  struct Case {
    std::string written;
    std::string parts;
    std::string printed;
  };
  const std::vector<Case> cases = {
      {"Jane Roe", "Jane|Roe", "Jane Roe"},
      {"Roe, Jane", "Jane|Roe", "Jane Roe"},
      {"By Jane Roe", "Jane|Roe", "Jane Roe"},
      {"Jane Roe <jane@example.org>", "Jane|Roe", "Jane Roe"},
      {"[[Jane Roe]]", "Jane|Roe", "Jane Roe"},
      {"Ursula K. Le Guin", "Ursula K.|Le Guin", "Ursula K. Le Guin"},
      {"Le Guin, Ursula K.", "Ursula K.|Le Guin", "Ursula K. Le Guin"},
      {"Ludwig van Beethoven", "Ludwig|van Beethoven", "Ludwig van Beethoven"},
      {"Beethoven, Ludwig van", "Ludwig|van Beethoven", "Ludwig van Beethoven"},
      {"Walther von der Vogelweide", "Walther|von der Vogelweide", "Walther von der Vogelweide"},
      {"Juan de la Cruz", "Juan|de la Cruz", "Juan de la Cruz"},
      {"Muhammad ibn Musa", "Muhammad|ibn Musa", "Muhammad ibn Musa"},
      {"Oscar De La Hoya", "Oscar|De La Hoya", "Oscar De La Hoya"},
      {"Van Morrison", "Van|Morrison", "Van Morrison"},
      {"José Ortega y Gasset", "José|Ortega y Gasset", "José Ortega y Gasset"},
      {"García Márquez, Gabriel", "Gabriel|García Márquez", "Gabriel García Márquez"},
      {"Martin Luther King Jr.", "Martin Luther, Jr.|King", "Martin Luther King Jr."},
      {"Martin Luther King, Jr.", "Martin Luther, Jr.|King", "Martin Luther King Jr."},
      {"King, Martin Luther, Jr.", "Martin Luther, Jr.|King", "Martin Luther King Jr."},
      {"William Gates III", "William, III|Gates", "William Gates III"},
      {"Jane Roe, MD, PhD", "Jane, MD, PhD|Roe", "Jane Roe MD, PhD"},
      {"King, Jr., Martin Luther", "Martin Luther, Jr.|King", "Martin Luther King Jr."},
      {"Prof. Dr. Hans Müller", "Hans|Müller", "Prof. Dr. Hans Müller"},
      {"Sir Tim Berners-Lee", "Tim|Berners-Lee", "Sir Tim Berners-Lee"},
      {"Tolkien, J. R. R.", "J. R. R.|Tolkien", "J. R. R. Tolkien"},
      {"Jane Roe et al.", "=Jane Roe et al.", "Jane Roe et al."},
      {"Reporters Without Borders", "=Reporters Without Borders", "Reporters Without Borders"},
      {"Voltaire", "=Voltaire", "Voltaire"},
      {"村上 春樹", "春樹|村上", "村上 春樹"},
      {"The Royal Society", "=The Royal Society", "The Royal Society"},
      {"Acme, Inc.", "=Acme, Inc.", "Acme, Inc."},
      {"University of Oslo", "=University of Oslo", "University of Oslo"},
      {"News Staff", "=News Staff", "News Staff"},
      {"Department of Health and Human Services", "=Department of Health and Human Services",
       "Department of Health and Human Services"},
  };
  for (const Case& known : cases) {
    CAPTURE(known.written);
    const auto people = contributors_from(Value::string(known.written), Role::Author);
    CHECK(parts(people) == known.parts);
    REQUIRE(people.size() == 1);
    CHECK(people.front().name == known.printed);
  }
}

TEST_CASE("several names in one text are told apart") {
  struct Case {
    std::string written;
    std::string parts;
  };
  const std::vector<Case> cases = {
      {"Jane Roe and John Poe", "Jane|Roe; John|Poe"},
      {"Jane Roe & John Poe", "Jane|Roe; John|Poe"},
      {"Jane Roe, John Poe and Ann Lee", "Jane|Roe; John|Poe; Ann|Lee"},
      {"Jane Roe, John Poe, and Ann Lee", "Jane|Roe; John|Poe; Ann|Lee"},
      {"Jane Roe, John Poe", "Jane|Roe; John|Poe"},
      {"Roe, Jane and Poe, John", "Jane|Roe; John|Poe"},
      {"Roe, Jane; Poe, John", "Jane|Roe; John|Poe"},
      {"Jane Roe und Jan Poe", "Jane|Roe; Jan|Poe"},
      {"Ana Pérez y Luis Gómez", "Ana|Pérez; Luis|Gómez"},
      {"Voltaire, Rousseau and Diderot", "=Voltaire; =Rousseau; =Diderot"},
      {"Jane Roe and the Acme Foundation", "Jane|Roe; =the Acme Foundation"},
      {"John Poe, Jr. and Jane Roe", "John, Jr.|Poe; Jane|Roe"},
      {"Jane Roe, MD, PhD and John Poe, Jr.", "Jane, MD, PhD|Roe; John, Jr.|Poe"},
      {"Martin Luther King, Jr., Jane Roe", "Martin Luther, Jr.|King; Jane|Roe"},
      {"Roe, J., Poe, K. and Lee, A.", "J.|Roe; K.|Poe; A.|Lee"},
      {"J. Roe, K. Poe, A. Lee", "J.|Roe; K.|Poe; A.|Lee"},
      {"Jane Roe/John Poe", "Jane|Roe; John|Poe"},
      {"Jane Roe / John Poe", "Jane|Roe; John|Poe"},
      {"AC/DC", "=AC/DC"},
      {"Jane Roe | John Poe", "Jane|Roe; John|Poe"},
      {"Jane Roe • John Poe", "Jane|Roe; John|Poe"},
      {"山田太郎、鈴木花子", "=山田太郎; =鈴木花子"},
      {"Иван Петров и Анна Иванова", "Иван|Петров; Анна|Иванова"},
      {"Jan Kowalski i Anna Nowak", "Jan|Kowalski; Anna|Nowak"},
      {"Matti Virtanen ja Liisa Korhonen", "Matti|Virtanen; Liisa|Korhonen"},
      {"Jan Novák a Eva Malá", "Jan|Novák; Eva|Malá"},
      {"", ""},
  };
  for (const Case& known : cases) {
    CAPTURE(known.written);
    CHECK(parts_of(known.written) == known.parts);
  }
}

TEST_CASE("what follows names in small letters is none") {
  CHECK(parts_of("Jane Roe, keeper of the light") == "Jane|Roe");
  CHECK(parts_of("Jane Roe ([@jane](https://a.example)) and Ben Poe, early risers") ==
        "Jane|Roe; Ben|Poe");
  CHECK(parts_of("Gogh, vincent van") == "vincent|van Gogh");
}

TEST_CASE("names come as lists and maps too") {
  const auto people = contributors_from(
      *parse_yaml("- Jane Roe\n"
                  "- {family: Poe, given: John, orcid: 'https://orcid.org/0000-0001-2345-6789'}\n"
                  "- {name: Ann Lee, role: translator}\n"
                  "- name: {given: Max, family: Muster}\n"
                  "- {name: Procter and Gamble Company}\n"),
      Role::Author);
  CHECK(parts(people) == "Jane|Roe; John|Poe; Ann|Lee; Max|Muster; =Procter and Gamble Company");
  REQUIRE(people.size() == 5);
  CHECK(people[1].orcid == "0000-0001-2345-6789");
  CHECK(people[2].role == Role::Translator);
  CHECK(people[0].role == Role::Author);
}

TEST_CASE("a name is freed of links, marks and handles, and keeps its bearer's address") {
  struct Case {
    const char* written;
    const char* names;  // "name <address>", joined by "|"
  };
  const Case cases[] = {
      {"[Ada Roe](https://x.y/ada)", "Ada Roe <https://x.y/ada>"},
      {"[Ada Roe](https://x.y) and *Ben Poe*", "Ada Roe <https://x.y>|Ben Poe"},
      {"Ada Roe (@ada)", "Ada Roe"},
      {"Ada Roe (ada@x.org), Ben Poe (https://b.org)", "Ada Roe|Ben Poe"},
      {"Ada [the elder] Roe", "Ada [the elder] Roe"},
      {"Ada Roe (editor)", "Ada Roe (editor)"},
      {"[Ada Roe](ada.html)", "Ada Roe"},
      {"[[Ada Roe]]", "Ada Roe"},
  };
  for (const Case& entry : cases) {
    CAPTURE(entry.written);
    std::string names;
    for (const Contributor& person :
         contributors_from(Value::string(entry.written), Role::Author)) {
      if (!names.empty()) names += '|';
      names += person.name + (person.url.empty() ? "" : " <" + person.url + ">");
    }
    CHECK(names == entry.names);
  }
  const Value map = Value::make_map({{"name", Value::string("[Ada Roe](https://x.y)")},
                                     {"website", Value::string("https://z.w")}});
  REQUIRE(contributors_from(map, Role::Author).size() == 1);
  CHECK(contributors_from(map, Role::Author).front().name == "Ada Roe");
  CHECK(contributors_from(map, Role::Author).front().url == "https://z.w");
}

TEST_CASE("brackets in a name that lead nowhere stay, and those of an address go whole") {
  CHECK(parts_of("[Jane Roe](https://x.org/a_(b))") == "Jane|Roe");
  CHECK(parts_of("Jane Roe (https://x.org/a_(b))") == "Jane|Roe");
  CHECK(parts_of("[](https://x.org)").find('[') != std::string::npos);
  CHECK(parts_of(std::string(100'000, '(')).find("((((") != std::string::npos);
  std::string links;
  for (int i = 0; i < 50'000; ++i) links += "[a](";
  CHECK(parts_of(links).find("[a](") != std::string::npos);
}

TEST_CASE("lists file a person by the family, where it does not stand first") {
  const auto filed = [](const std::string& written) {
    return filed_name(contributor_from_name(written, Role::Author));
  };
  CHECK(filed("Ursula K. Le Guin") == "Le Guin, Ursula K.");
  CHECK(filed("Martin Luther King Jr.") == "King, Martin Luther, Jr.");
  CHECK(filed("Homer") == "Homer");
  CHECK(filed("村上 春樹") == "村上 春樹");
}
