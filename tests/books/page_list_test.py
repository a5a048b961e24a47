#!/usr/bin/env python3
"""The e-book marks the packet's pages where they begin: the words at the top of each page follow its mark, and the page
lists lead to all of them.

usage: page_list_test.py GARLAND      (needs qpdf; says what it skips without ../shared or $GARLAND_SHARED)
"""
import pathlib
import re
import subprocess
import sys
import unicodedata
import unittest

from epub_book import EPUB_TYPE, NCX, OPF, XHTML, EpubBook
from pdf_book import PdfBook
from pdf_text import PdfText
from shared_case import ROOT, SHARED, SharedCase

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
STRESS = pathlib.Path(__file__).resolve().parent / "stress"
LETTERS = 16  # of a page's beginning that are compared
CONTENTS_LETTERS = 6  # of the contents, where the e-book leaves the names of authors to the style sheet
LIMIT_S = 600
THEMES = sorted(path.parent.name for path in (ROOT / "styles").glob("*/theme.yaml"))


def letters(text: str) -> str:
    """Letters alone: what is hyphenated, numbered or set in small capitals in one book is otherwise in the other."""
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text.casefold() if unicodedata.category(c) in ("Ll", "Lu", "Lo"))


def text_from(root, mark) -> str:
    """What stands behind an element in its document, without the notes at its end."""
    parts, is_behind = [], False

    def walk(element):
        nonlocal is_behind
        if element is mark:
            is_behind = True
        if element.get(EPUB_TYPE) == "footnotes":
            return
        if is_behind:
            parts.append(element.text or "")
        for child in element:
            walk(child)
            if is_behind:
                parts.append(child.tail or "")

    walk(root)
    return "".join(parts)


def wide_article(columns: int) -> str:
    """A table with notes, cells of several paragraphs, spans and row headers, between two paragraphs."""
    def cell(row: int, column: int) -> str:
        words = f"r{row}c{column}" + (f"[^n{row}x{column}]" if (row * columns + column) % 41 == 0 else "")
        if (row + column) % 13 == 0:
            words = f"<p id=\"p{row}x{column}\">first of {words}</p><p>second</p>"
        span = ' colspan="2"' if (row * 7 + column) % 29 == 0 else ""
        return f"<th>{words}</th>" if column == 0 else f"<td{span}>{words}</td>"

    rows = "\n".join(f"<tr>{''.join(cell(row, column) for column in range(columns))}</tr>" for row in range(60))
    notes = "\n".join(f"[^n{row}x{column}]: Note on {row} and {column}." for row in range(60)
                      for column in range(columns) if (row * columns + column) % 41 == 0)
    head = "".join(f"<th>head {column}</th>" for column in range(columns))
    return f"""---
title: A table of {columns} columns
---

Words before the table.

<table><caption>Wide</caption><thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody></table>

Words after the table.

{notes}
"""


class PageList(SharedCase):
    def build(self, folder, *options):
        subprocess.run([GARLAND, "build", folder, "-o", self.root, "--quiet", *options], capture_output=True,
                       timeout=LIMIT_S)
        self.epub = EpubBook(next(self.root.glob("*.epub")))
        packet = next(self.root.glob("*.pdf"), None)
        if packet is not None:
            self.text, self.packet = PdfText(packet), PdfBook(packet)

    def listed(self) -> dict[str, tuple]:
        """Of each folio of the navigation document the tree and element that it leads to."""
        path, root = self.epub.nav()
        nav = next((n for n in root.iter(XHTML + "nav") if n.get(EPUB_TYPE) == "page-list"), None)
        if nav is None:
            return {}
        found = {}
        for link in nav.iter(XHTML + "a"):
            target, element = self.epub.follow(path, link.get("href"))
            self.assertIsNotNone(element, f"the page list has no mark at {link.get('href')}")
            self.assertEqual(element.get(EPUB_TYPE), "pagebreak", link.get("href"))
            self.assertEqual(element.get("aria-label"), link.text, link.get("href"))
            self.assertNotIn(link.text, found, "a folio stands twice in the page list")
            found[link.text] = (self.epub.tree(target), element)
        return found

    @staticmethod
    def is_colophon(root) -> bool:
        """That of the packet speaks of its type, which the e-book does not have."""
        return any(e.get("role") == "doc-colophon" for e in root.iter())

    def check_pages(self) -> None:
        listed = self.listed()
        marks = [e for path in self.epub.spine for e in self.epub.tree(path).iter()
                 if e.get(EPUB_TYPE) == "pagebreak"]
        self.assertEqual(len(marks), len(listed), "each page has one mark")
        self.assertEqual([mark.get("aria-label") for mark in marks], list(listed), "marks stand in the list's order")
        wrong, count = [], 0
        for reference, folio in zip(self.packet.page_refs, self.packet.page_labels()):
            if folio not in listed or self.is_colophon(listed[folio][0]):
                continue
            count += 1
            is_contents = listed[folio][0] is self.epub.nav()[1]
            words = letters("".join(self.text.contents[reference].values()))
            words = words[:CONTENTS_LETTERS if is_contents else LETTERS]
            behind = letters(text_from(*listed[folio]))
            if not behind.startswith(words):
                wrong.append(f"page {folio} begins “{words}”, and behind its mark stands “{behind[:LETTERS]}”")
        self.assertGreater(count, 0)
        self.assertEqual(wrong, [], "\n".join(wrong))

    def check_metadata(self) -> None:
        properties = [(m.get("property"), m.text) for m in self.epub.package.iter(OPF + "meta")]
        sources = [text for name, text in properties if name == "pages:pageBreakSource"]
        self.assertEqual(sources, [next(self.root.glob("*.pdf")).name])
        for feature in ("pageBreakMarkers", "pageNavigation"):
            self.assertIn(("schema:accessibilityFeature", feature), properties)
        targets = [t for t in self.epub.ncx()[1].iter(NCX + "pageTarget")]
        self.assertEqual(len(targets), len(self.listed()))

    def test_seeds(self):
        if not (SHARED / "seeds").is_dir():
            self.skipTest("no ../shared/seeds; set GARLAND_SHARED")
        self.build(SHARED / "seeds")
        self.check_pages()
        self.check_metadata()

    def test_corpus(self):
        self.build(ROOT / "corpus")
        self.check_pages()
        self.check_metadata()

    def test_every_construct(self):
        self.build(STRESS)
        self.check_pages()

    def test_articles_of_the_web(self):
        if not (SHARED / "data/markdown-articles").is_dir():
            self.skipTest("no ../shared/data/markdown-articles; set GARLAND_SHARED")
        self.build(SHARED / "data/markdown-articles")
        self.check_pages()

    def test_tables_cut_into_groups_of_columns(self):
        """Their pages turn back in the table as the e-book has it; marks do not."""
        (self.root / "wide").mkdir()
        for columns in (14, 30, 47):
            (self.root / f"wide/columns{columns}.md").write_text(wide_article(columns))
        for theme in THEMES:
            with self.subTest(theme):
                self.build(self.root / "wide", "--style", theme)
                listed = self.listed()
                self.assertEqual(list(listed), [folio for folio in self.packet.page_labels() if folio in listed])
                self.assertGreater(len(listed), 20)
                marks = [e.get("aria-label") for path in self.epub.spine for e in self.epub.tree(path).iter()
                         if e.get(EPUB_TYPE) == "pagebreak"]
                self.assertEqual(marks, list(listed), "marks stand in the list's order, one for each page")

    def test_a_row_over_several_pages(self):
        words = " ".join(f"{word}{'abcdefghij'[i // 100 % 10]}{'klmnopqrst'[i % 10]}{'uvwxyzabcd'[i // 10 % 10]}"
                         for i, word in enumerate(["salt"] * 2000))
        (self.root / "row").mkdir()
        (self.root / "row/row.md").write_text(
            f"# Row\n\n<table><tr><td rowspan=\"2\">one</td><td>{words}</td></tr><tr><td>two</td></tr></table>\n")
        self.build(self.root / "row")
        self.check_pages()

    def test_pages_of_formulas_or_notes_alone(self):
        (self.root / "alone").mkdir()
        formulas = "\n\n".join(f"$$x_{{{i}}} = y$$" for i in range(150))
        note = " ".join(f"note{i}" for i in range(1500))
        (self.root / "alone/formulas.md").write_text(f"# Formulas\n\n{formulas}\n")
        (self.root / "alone/between.md").write_text(f"# Between\n\nSalt.[^1]\n\nMore.\n\n[^1]: {note}\n")
        self.build(self.root / "alone")
        folios = [folio for folio in self.packet.page_labels() if folio.isdecimal()]
        unlisted = [folio for folio in folios if folio not in self.listed()]
        # A blank page before an article has no words.
        self.assertLess(len(unlisted), 3, f"of {len(folios)} pages these are not listed: {unlisted}")
        self.assertGreater(len(folios), 8)

    def test_without_a_packet_there_is_no_list(self):
        self.build(ROOT / "corpus", "--epub")
        self.assertEqual(self.listed(), {})
        self.assertNotIn("pageBreak", self.epub.zip.read(self.epub.package_path).decode())


if __name__ == "__main__":
    unittest.main()
