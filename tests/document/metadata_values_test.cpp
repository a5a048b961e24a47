#include "document/metadata_values.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/dump.h"
#include "document/marked_text.h"

using namespace garland;

namespace {

// Every entry of the YAML map put into the metadata.
Diagnostics apply(Metadata& metadata, const std::string& yaml,
                  Origin origin = Origin::FrontMatter) {
  Diagnostics diagnostics;
  const Result<Value> data = parse_yaml(yaml);
  REQUIRE(data.ok());
  for (const Value::Entry& entry : data->map) {
    CAPTURE(entry.first);
    CHECK(set_metadata(metadata, entry.first, entry.second, origin, diagnostics));
  }
  return diagnostics;
}

Metadata from(const std::string& yaml) {
  Metadata metadata;
  apply(metadata, yaml);
  return metadata;
}

}  // namespace

TEST_CASE("synonyms of other programs set the same field") {
  struct Case {
    std::string yaml;
    std::string field;
  };
  const auto text = [](const Metadata& metadata) {
    std::string all = plain_text(metadata.title.value) + "|" + plain_text(metadata.subtitle.value) +
                      "|" + metadata.date.value.iso() + "|" + metadata.publication.value + "|" +
                      metadata.url.value + "|" + metadata.license.value + "|" +
                      metadata.language.value + "|" + metadata.hero_image.value + "|" +
                      metadata.hero_image_caption.value + "|" +
                      metadata.hero_image_alternative.value + "|" + metadata.description.value;
    for (const auto& person : metadata.contributors.value) all += "|" + person.name;
    for (const auto& subject : metadata.subjects.value) all += "#" + subject;
    return all;
  };
  const std::vector<Case> cases = {
      {"title: Sea", "Sea||||||||||"},
      {"standfirst: On sea", "|On sea|||||||||"},
      {"pubDate: 2025-03-19", "||2025-03-19||||||||"},
      {"publishDate: 2025-03-19T10:00:00Z", "||2025-03-19||||||||"},
      {"container-title: The Times", "|||The Times|||||||"},
      {"source: https://example.org/a", "||||https://example.org/a||||||"},
      {"source: {name: Times, url: 'https://example.org/a'}",
       "|||Times|https://example.org/a||||||"},
      {"canonicalURL: https://example.org/a", "||||https://example.org/a||||||"},
      {"permalink: /posts/sea/", "||||||||||"},
      {"url: 'javascript:alert(1)'", "||||||||||"},
      {"licence: CC BY 4.0", "|||||CC BY 4.0|||||"},
      {"license: {text: CC BY, url: 'https://l.example/'}", "|||||CC BY (https://l.example/)|||||"},
      {"lang: en_us", "||||||en-US||||"},
      {"language: Deutsch", "||||||de||||"},
      {"featured_image: a.png", "|||||||a.png|||"},
      {"images: [a.png, b.png]", "|||||||a.png|||"},
      {"cover: {image: a.png, alt: Sea, caption: The sea}", "|||||||a.png|The sea|Sea|"},
      {"imageCaption: The sea", "||||||||The sea||"},
      {"image_alt: Sea", "|||||||||Sea|"},
      {"excerpt: Short", "||||||||||Short"},
      {"byline: By Jane Roe and John Poe", "|||||||||||Jane Roe|John Poe"},
      {"tags: [a, b]\ncategories: 'b, c'", "||||||||||#a#b#c"},
      {"title:", "||||||||||"},
      {"published: true", "||||||||||"},
  };
  for (const Case& known : cases) {
    CAPTURE(known.yaml);
    CHECK(text(from(known.yaml)) == known.field);
  }
}

TEST_CASE("a key that is no metadata key is left to the caller") {
  Metadata metadata;
  Diagnostics diagnostics;
  CHECK_FALSE(
      set_metadata(metadata, "layout", Value::string("post"), Origin::FrontMatter, diagnostics));
  CHECK(nearest_spelling("subtitel", metadata_keys()) == "subtitle");
}

TEST_CASE("a higher origin overrules a lower one and never the other way round") {
  Metadata metadata;
  apply(metadata, "title: From the source", Origin::FrontMatter);
  apply(metadata, "title: From the description", Origin::Description);
  apply(metadata, "title: Late guess", Origin::Inferred);
  CHECK(plain_text(metadata.title.value) == "From the description");
  CHECK(metadata.title.origin == Origin::Description);
}

TEST_CASE("a field's own key overrules its synonyms, whichever comes first") {
  CHECK(from("date: 2024\nissued: 2020").date.value.year == 2024);
  CHECK(from("issued: 2020\ndate: 2024").date.value.year == 2024);
}

TEST_CASE("an author said elsewhere replaces the authors and keeps the translator") {
  Metadata metadata;
  apply(metadata, "author: Jane Roe\ntranslator: Ann Lee");
  apply(metadata, "author: John Poe", Origin::Description);
  REQUIRE(metadata.contributors.value.size() == 2);
  CHECK(metadata.contributors.value[0].name == "John Poe");
  CHECK(metadata.contributors.value[1].name == "Ann Lee");
  CHECK(metadata.contributors.value[1].role == Role::Translator);
}

TEST_CASE("author and authors together name each person once") {
  CHECK(from("author: Jane Roe\nauthors: [Jane Roe, John Poe]").contributors.value.size() == 2);
}

TEST_CASE("a value of the wrong kind is reported with its place") {
  Metadata metadata;
  const Diagnostics diagnostics = apply(metadata, "url: https://x.example\ntitle: [a, b]");
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items().front().code == "wrong-kind");
  CHECK(diagnostics.items().front().range.begin_line == 2);
  CHECK_FALSE(metadata.title.is_set());
}

TEST_CASE("dates that need a clock, and language names that are none, are reported") {
  Metadata metadata;
  const Diagnostics diagnostics = apply(metadata, "date: today\nlang: gibberish words");
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].code == "clock-date");
  CHECK(diagnostics.items()[1].code == "bad-language");
  CHECK_FALSE(metadata.date.is_set());
  CHECK_FALSE(metadata.language.is_set());
}

TEST_CASE("an address is mended where it can be, and what is wrong with it is said otherwise") {
  struct Case {
    std::string yaml;
    std::string url;
    std::string code;     // empty: nothing is reported
    std::string message;  // a piece of it or of its help
  };
  const std::vector<Case> cases = {
      {"url: https://example.org/a b", "https://example.org/a%20b", "", ""},
      {"url: 'https://example.org/<a>'", "https://example.org/%3Ca%3E", "", ""},
      {"url: https://example.org/é", "https://example.org/é", "", ""},
      {"url: <https://example.org/a>", "https://example.org/a", "", ""},
      {"url: www.example.org/x", "https://www.example.org/x", "address-without-scheme", "https://"},
      {"source: www.example.org/x", "https://www.example.org/x", "address-without-scheme", ""},
      {"url: example.org/x", "", "bad-address", "https://example.org/x"},
      {"url: https:///x", "", "bad-address", "names no site"},
      {"url: https://exa mple.org/", "", "bad-address", "names no site"},
      {"url: file:///etc/passwd", "", "bad-address", "on the web"},
      {"url: /posts/sea/", "", "bad-address", "path"},
      {"source: {name: Times, url: times}", "", "bad-address", "https://times"},
  };
  for (const Case& known : cases) {
    CAPTURE(known.yaml);
    Metadata metadata;
    const Diagnostics diagnostics = apply(metadata, known.yaml);
    CHECK(metadata.url.value == known.url);
    REQUIRE(diagnostics.items().size() == (known.code.empty() ? 0 : 1));
    if (known.code.empty()) continue;
    const Diagnostic& said = diagnostics.items().front();
    CHECK(said.code == known.code);
    CHECK(said.range.begin_line == 1);
    CHECK((said.message + said.help).find(known.message) != std::string::npos);
  }
  CHECK(from("url: 'doi:10.1000/182'").doi.value == "10.1000/182");
}

TEST_CASE("a DOI is kept without the resolver's address") {
  CHECK(from("doi: https://doi.org/10.1000/182").doi.value == "10.1000/182");
  CHECK(from("doi: 'doi:10.1000/182'").doi.value == "10.1000/182");
}

TEST_CASE("a title's marks become emphasis, and only marks do") {
  struct Case {
    std::string text;
    std::string dump;
  };
  const std::vector<Case> cases = {
      {"How *Her* did", "text \"How \"\nemphasis\n  text \"Her\"\ntext \" did\"\n"},
      {"_Her_", "emphasis\n  text \"Her\"\n"},
      {"**Loud** sea", "strong\n  text \"Loud\"\ntext \" sea\"\n"},
      {"*a _b_ c*", "emphasis\n  text \"a \"\n  emphasis\n    text \"b\"\n  text \" c\"\n"},
      {"2 * 3 * 4", "text \"2 * 3 * 4\"\n"},
      {"snake_case_name", "text \"snake_case_name\"\n"},
      {"\\*not\\*", "text \"*not*\"\n"},
      {"*open", "text \"*open\"\n"},
      {"f*cking s*it", "text \"f*cking s*it\"\n"},
      {"‘*Her*’", "text \"‘\"\nemphasis\n  text \"Her\"\ntext \"’\"\n"},
      {"", ""},
  };
  for (const Case& known : cases) {
    CAPTURE(known.text);
    CHECK(dump(inlines_from_marked_text(known.text)) == known.dump);
  }
}

TEST_CASE("a title of nothing but marks is read quickly and whole") {
  std::string marks;
  for (int index = 0; index < 1900; ++index) marks += index % 2 == 0 ? " *" : "_a";
  CHECK(plain_text(inlines_from_marked_text(marks)).find('a') != std::string::npos);
}
