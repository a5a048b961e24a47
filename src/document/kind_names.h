// The words that stand for kinds of nodes and for their choices in every text form: dump, outline,
// JSON. One table each, read in both directions.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "document/document.h"

namespace garland {

// The name of a kind of node: kKindName<Heading> is "heading". A new kind needs a line here.
template <typename Kind>
constexpr std::string_view kKindName = "";

template <>
inline constexpr std::string_view kKindName<Heading> = "heading";
template <>
inline constexpr std::string_view kKindName<Paragraph> = "paragraph";
template <>
inline constexpr std::string_view kKindName<List> = "list";
template <>
inline constexpr std::string_view kKindName<DefinitionList> = "definition list";
template <>
inline constexpr std::string_view kKindName<BlockQuotation> = "block quotation";
template <>
inline constexpr std::string_view kKindName<Verse> = "verse";
template <>
inline constexpr std::string_view kKindName<CodeBlock> = "code block";
template <>
inline constexpr std::string_view kKindName<Table> = "table";
template <>
inline constexpr std::string_view kKindName<Figure> = "figure";
template <>
inline constexpr std::string_view kKindName<ThematicBreak> = "thematic break";
template <>
inline constexpr std::string_view kKindName<MathBlock> = "math block";
template <>
inline constexpr std::string_view kKindName<Callout> = "callout";
template <>
inline constexpr std::string_view kKindName<Division> = "division";
template <>
inline constexpr std::string_view kKindName<Dropped> = "dropped";
template <>
inline constexpr std::string_view kKindName<Text> = "text";
template <>
inline constexpr std::string_view kKindName<SoftBreak> = "soft break";
template <>
inline constexpr std::string_view kKindName<LineBreak> = "line break";
template <>
inline constexpr std::string_view kKindName<Emphasis> = "emphasis";
template <>
inline constexpr std::string_view kKindName<Strong> = "strong";
template <>
inline constexpr std::string_view kKindName<SmallCapitals> = "small capitals";
template <>
inline constexpr std::string_view kKindName<Strike> = "strike";
template <>
inline constexpr std::string_view kKindName<Underline> = "underline";
template <>
inline constexpr std::string_view kKindName<Superscript> = "superscript";
template <>
inline constexpr std::string_view kKindName<Subscript> = "subscript";
template <>
inline constexpr std::string_view kKindName<Quotation> = "quotation";
template <>
inline constexpr std::string_view kKindName<Code> = "code";
template <>
inline constexpr std::string_view kKindName<Math> = "math";
template <>
inline constexpr std::string_view kKindName<Link> = "link";
template <>
inline constexpr std::string_view kKindName<Image> = "image";
template <>
inline constexpr std::string_view kKindName<NoteReference> = "note reference";
template <>
inline constexpr std::string_view kKindName<Citation> = "citation";
template <>
inline constexpr std::string_view kKindName<Span> = "span";

// The choices of an enumeration and their names.
template <typename Choice>
struct ChoiceNames;

template <>
struct ChoiceNames<List::Kind> {
  static constexpr std::array<std::pair<List::Kind, std::string_view>, 2> kNames = {
      {{List::Kind::Bullet, "bullet"}, {List::Kind::Ordered, "ordered"}}};
};
template <>
struct ChoiceNames<List::Style> {
  static constexpr std::array<std::pair<List::Style, std::string_view>, 5> kNames = {
      {{List::Style::Decimal, "decimal"},
       {List::Style::LowerAlpha, "lower-alpha"},
       {List::Style::UpperAlpha, "upper-alpha"},
       {List::Style::LowerRoman, "lower-roman"},
       {List::Style::UpperRoman, "upper-roman"}}};
};
template <>
struct ChoiceNames<ListItem::Task> {
  static constexpr std::array<std::pair<ListItem::Task, std::string_view>, 3> kNames = {
      {{ListItem::Task::None, "none"},
       {ListItem::Task::Open, "open"},
       {ListItem::Task::Done, "done"}}};
};
template <>
struct ChoiceNames<Alignment> {
  static constexpr std::array<std::pair<Alignment, std::string_view>, 4> kNames = {
      {{Alignment::Default, "default"},
       {Alignment::Left, "left"},
       {Alignment::Center, "center"},
       {Alignment::Right, "right"}}};
};
template <>
struct ChoiceNames<Division::Role> {
  static constexpr std::array<std::pair<Division::Role, std::string_view>, 7> kNames = {
      {{Division::Role::None, "none"},
       {Division::Role::Epigraph, "epigraph"},
       {Division::Role::Dedication, "dedication"},
       {Division::Role::Abstract, "abstract"},
       {Division::Role::References, "references"},
       {Division::Role::AuthorNote, "author-note"},
       {Division::Role::Credits, "credits"}}};
};
template <>
struct ChoiceNames<Math::Kind> {
  static constexpr std::array<std::pair<Math::Kind, std::string_view>, 2> kNames = {
      {{Math::Kind::Inline, "inline"}, {Math::Kind::Display, "display"}}};
};
template <>
struct ChoiceNames<LinkTarget::Kind> {
  static constexpr std::array<std::pair<LinkTarget::Kind, std::string_view>, 4> kNames = {
      {{LinkTarget::Kind::Unresolved, "unresolved"},
       {LinkTarget::Kind::External, "external"},
       {LinkTarget::Kind::Internal, "internal"},
       {LinkTarget::Kind::Broken, "broken"}}};
};
template <>
struct ChoiceNames<Citation::Form> {
  static constexpr std::array<std::pair<Citation::Form, std::string_view>, 2> kNames = {
      {{Citation::Form::Parenthetical, "parenthetical"}, {Citation::Form::Narrative, "narrative"}}};
};
template <>
struct ChoiceNames<Origin> {
  static constexpr std::array<std::pair<Origin, std::string_view>, 4> kNames = {
      {{Origin::Unknown, "unknown"},
       {Origin::Inferred, "inferred"},
       {Origin::FrontMatter, "front matter"},
       {Origin::Description, "description"}}};
};
template <>
struct ChoiceNames<Role> {
  static constexpr std::array<std::pair<Role, std::string_view>, 6> kNames = {
      {{Role::Author, "author"},
       {Role::Editor, "editor"},
       {Role::Translator, "translator"},
       {Role::Illustrator, "illustrator"},
       {Role::Photographer, "photographer"},
       {Role::Contributor, "contributor"}}};
};

template <typename Choice>
constexpr std::string_view name_of(Choice choice) {
  for (const auto& [value, name] : ChoiceNames<Choice>::kNames) {
    if (value == choice) return name;
  }
  return "";
}

// The choice of that name, or nothing.
template <typename Choice>
constexpr std::optional<Choice> choice_named(std::string_view name) {
  for (const auto& [value, known] : ChoiceNames<Choice>::kNames) {
    if (known == name) return value;
  }
  return std::nullopt;
}

// Calls `visit(name, member)` for every field of Metadata, in the order in which they are printed.
template <typename Visit>
void for_each_member(Visit visit) {
  visit("title", &Metadata::title);
  visit("subtitle", &Metadata::subtitle);
  visit("contributors", &Metadata::contributors);
  visit("date", &Metadata::date);
  visit("accessed", &Metadata::accessed);
  visit("publication", &Metadata::publication);
  visit("url", &Metadata::url);
  visit("doi", &Metadata::doi);
  visit("rights", &Metadata::rights);
  visit("license", &Metadata::license);
  visit("permission", &Metadata::permission);
  visit("description", &Metadata::description);
  visit("subjects", &Metadata::subjects);
  visit("language", &Metadata::language);
  visit("image", &Metadata::hero_image);
  visit("image-caption", &Metadata::hero_image_caption);
  visit("image-alternative", &Metadata::hero_image_alternative);
}

// Calls `visit(name, field)` for every field of the metadata, in the same order.
template <typename MetadataType, typename Visit>
void for_each_field(MetadataType& metadata, Visit visit) {
  for_each_member([&](std::string_view name, auto member) { visit(name, metadata.*member); });
}

}  // namespace garland
