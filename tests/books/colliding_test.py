#!/usr/bin/env python3
"""Works stay whole: forty articles that share all they can are followed through both books: every title,
author, language, note, link, picture and contents entry.

usage: colliding_test.py GARLAND      (needs qpdf, poppler-utils)
"""
import pathlib
import posixpath
import re
import struct
import subprocess
import sys
import tempfile
import unittest

import colliding
from epub_book import EPUB_TYPE, NCX, XHTML, XML_LANG, EpubBook, words
from pdf_book import PdfBook, run

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
ALL = range(colliding.COUNT)


def setUpModule():
    global temporary, epub, pdf
    temporary = tempfile.TemporaryDirectory()
    root = pathlib.Path(temporary.name)
    colliding.write(root / "forty")
    subprocess.run([GARLAND, "build", root / "forty", "-o", root / "out", "--quiet"], check=True)
    epub = EpubBook(root / "out" / "forty.epub")
    pdf = PdfBook(root / "out" / "forty.pdf")


def tearDownModule():
    temporary.cleanup()


class Epub(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        by_title = {epub.heading_of(path): path for path in epub.spine}
        cls.paths = [by_title.get(colliding.title(i)) for i in ALL]

    def of_type(self, i, name):
        return [e for e in epub.tree(self.paths[i]).iter() if name in (e.get(EPUB_TYPE) or "").split()]

    def test_every_article_is_a_document_under_its_own_title(self):
        for i in ALL:
            self.assertIsNotNone(self.paths[i], f"no document has the title {colliding.title(i)!r}")
            title = words(next(epub.tree(self.paths[i]).iter(XHTML + "title")))
            self.assertIn(colliding.title(i), title)

    def test_every_article_has_its_own_author_source_and_language(self):
        for i in ALL:
            root = epub.tree(self.paths[i])
            text = words(root)
            for own in (colliding.author(i), f"Review {colliding.number_word(i)}"):
                self.assertIn(own, text)
            self.assertEqual(root.get(XML_LANG), colliding.language(i), self.paths[i])

    def test_no_article_holds_words_of_another_but_in_links(self):
        for i in ALL:
            text = words(epub.tree(self.paths[i]))
            strangers = set(re.findall(r"Q[A-J][A-J]Q", text)) - {colliding.number_word(i)}
            self.assertFalse(strangers, f"{self.paths[i]} holds words of {strangers}")

    def test_every_note_mark_leads_to_its_own_note_and_back(self):
        for i in ALL:
            marks = self.of_type(i, "noteref")
            self.assertEqual(len(marks), 2, self.paths[i])
            for mark, ordinal in zip(marks, ("First", "Second")):
                path, note = epub.follow(self.paths[i], mark.get("href"))
                self.assertEqual(path, self.paths[i])
                self.assertIn(f"{ordinal} note of {colliding.number_word(i)}", words(note))
                backs = [epub.follow(path, a.get("href")) for a in note.iter(XHTML + "a")]
                self.assertTrue(any(target is not None and (target is mark or mark in list(target.iter()))
                                    for _, target in backs), f"no way back from {words(note)!r}")

    def test_every_link_leads_where_it_says(self):
        for i in ALL:
            mark, after = colliding.number_word(i), (i + 1) % colliding.COUNT
            links = {words(a): epub.follow(self.paths[i], a.get("href")) for a in epub.links(self.paths[i])
                     if not a.get("href").startswith("https:")}
            path, target = links[f"method of {mark}"]
            self.assertEqual((path, "Method" in words(target)), (self.paths[i], True))
            path, target = links[f"start of {mark}"]
            self.assertEqual(path, self.paths[i])
            self.assertTrue(words(target).startswith("Introduction"))
            self.assertEqual(links[f"next after {mark}"][0], self.paths[after])
            path, target = links[f"introduction next after {mark}"]
            self.assertEqual(path, self.paths[after])
            self.assertTrue(words(target).startswith("Introduction"))

    def test_every_link_in_the_book_has_a_target(self):
        for path in epub.spine:
            for a in epub.links(path):
                if not re.match(r"[a-z]+:", a.get("href")):
                    self.assertIsNotNone(epub.follow(path, a.get("href"))[1], f"{path}: {a.get('href')}")

    def test_every_article_has_its_own_picture(self):
        for i in ALL:
            pictures = list(epub.tree(self.paths[i]).iter(XHTML + "img"))
            self.assertEqual(len(pictures), 1)
            self.assertIn(colliding.number_word(i), pictures[0].get("alt"))
            file = posixpath.normpath(posixpath.join(posixpath.dirname(self.paths[i]), pictures[0].get("src")))
            width = struct.unpack(">I", epub.zip.read(file)[16:20])[0]
            self.assertEqual(width, colliding.width_px(i))

    def test_every_citation_leads_to_its_own_entry(self):
        for i in ALL:
            mark = colliding.number_word(i)
            cited = [a for a in epub.links(self.paths[i]) if f"Source{mark}" in words(a)]
            self.assertTrue(cited, f"{self.paths[i]} has no citation of Source{mark}")
            path, entry = epub.follow(self.paths[i], cited[0].get("href"))
            self.assertEqual(path, self.paths[i])
            self.assertIn(f"Cited Book {mark}", words(entry))

    def test_contents_and_ncx_lead_each_entry_to_its_own_heading(self):
        nav_path, nav = epub.nav()
        toc = next(n for n in nav.iter(XHTML + "nav") if n.get(EPUB_TYPE) == "toc")
        entries = [(words(a), epub.follow(nav_path, a.get("href"))) for a in toc.iter(XHTML + "a")]
        ncx_path, ncx = epub.ncx()
        entries += [(words(p.find(NCX + "navLabel")), epub.follow(ncx_path, p.find(NCX + "content").get("src")))
                    for p in ncx.iter(NCX + "navPoint")]
        for text, (path, target) in entries:
            self.assertIsNotNone(target, f"{text!r} leads to nothing in {path}")
            if text in ("Introduction", "Method"):
                self.assertTrue(words(target).startswith(text), f"{text!r} leads to {words(target)[:40]!r}")
        for i in ALL:
            self.assertEqual([path for text, (path, _) in entries if text == colliding.title(i)], [self.paths[i]] * 2)
        sections = [path for text, (path, _) in entries if text == "Introduction"]
        self.assertEqual({path: sections.count(path) for path in self.paths}, dict.fromkeys(self.paths, 4))

    def test_the_joint_list_has_the_shared_entry_once(self):
        back = [words(epub.tree(path)) for path in epub.spine if path not in self.paths]
        joint = [text for text in back if "Only in" in text]
        self.assertEqual(len(joint), 1)
        self.assertEqual(joint[0].count("The Salted Larder"), 1)
        for i in ALL:
            self.assertIn(f"Only in {colliding.number_word(i)}", joint[0])
            self.assertIn(f"Cited Book {colliding.number_word(i)}", joint[0])

    def test_every_article_is_credited(self):
        back = " ".join(words(epub.tree(path)) for path in epub.spine if path not in self.paths)
        for i in ALL:
            for own in (colliding.title(i), colliding.author(i), f"Review {colliding.number_word(i)}"):
                self.assertIn(own, back)

    def test_every_index_leads_to_every_article_by_its_title(self):
        for name in ("Authors", "Titles", "Subjects"):
            index = next((path for path in epub.spine if epub.heading_of(path) == f"Index of {name}"), None)
            self.assertIsNotNone(index, f"there is no index of {name.lower()}")
            links = [(words(a), epub.follow(index, a.get("href"))[0]) for a in epub.links(index)]
            wanted = {(colliding.title(i), self.paths[i]) for i in ALL}
            self.assertEqual(set(links), wanted, f"index of {name.lower()}")
            self.assertEqual(len(links), len(wanted) * (2 if name == "Subjects" else 1))


class Pdf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.outline = list(pdf.outline())
        first = {title: (level, page) for level, title, page in reversed(cls.outline)}
        cls.starts = [first.get(colliding.title(i), (0, None))[1] for i in ALL]
        level = first[colliding.title(0)][0]
        openings = sorted(page for at, _, page in cls.outline if at <= level) + [len(pdf.page_refs)]
        cls.pages = [range(start, next(page for page in openings if page > start)) for start in cls.starts]

    def text(self, i):
        return re.sub(r"\s+", " ", " ".join(pdf.texts[page] for page in self.pages[i]))

    def test_every_article_has_its_bookmark_and_opens_a_page(self):
        for i in ALL:
            self.assertIsNotNone(self.starts[i], f"no bookmark {colliding.title(i)!r}")
            first = pdf.texts[self.starts[i]]
            self.assertIn(colliding.number_word(i), first)
            self.assertIn(f"Opening words of {colliding.number_word(i)}", re.sub(r"\s+", " ", first))

    def test_no_page_holds_words_of_another_article_but_in_links(self):
        for i in ALL:
            strangers = set(re.findall(r"Q[A-J][A-J]Q", self.text(i))) - {colliding.number_word(i)}
            self.assertFalse(strangers, f"pages of {colliding.title(i)} hold words of {strangers}")

    def test_every_note_stands_in_its_article(self):
        for i in ALL:
            for ordinal in ("First", "Second"):
                self.assertIn(f"{ordinal} note of {colliding.number_word(i)}", self.text(i))

    def test_every_link_leads_where_it_says(self):
        for i in ALL:
            mark, after = colliding.number_word(i), (i + 1) % colliding.COUNT
            links = {contents: page for number in self.pages[i] for contents, page, _ in pdf.links(number)}
            links = {re.sub(r"\s+", " ", text).strip(): page for text, page in links.items()}
            for text, owner in ((f"method of {mark}", i), (f"start of {mark}", i), (f"next after {mark}", after),
                                (f"introduction next after {mark}", after)):
                self.assertIn(text, links)
                self.assertIsNotNone(links[text], f"{text!r} leads to no page")
                self.assertIn(links[text], self.pages[owner], text)

    def test_every_internal_link_has_a_target(self):
        for number in range(len(pdf.page_refs)):
            for contents, page, address in pdf.links(number):
                self.assertTrue(page is not None or address, f"page {number + 1}: {contents!r} leads to nothing")

    def test_every_article_shows_its_own_picture(self):
        widths = pdf.picture_widths()
        for i in ALL:
            shown = set().union(*(widths.get(page, set()) for page in self.pages[i]))
            self.assertEqual(shown, {colliding.width_px(i)}, colliding.title(i))

    def test_bookmarks_of_sections_stand_under_their_article(self):
        current, seen = None, {}
        for _, title, page in self.outline:
            if title.startswith("Colliding"):
                current = next(i for i in ALL if colliding.title(i) == title)
            elif title in ("Introduction", "Method") and current is not None:
                self.assertIn(page, self.pages[current])
                seen.setdefault(current, []).append(title)
        self.assertEqual(seen, {i: ["Introduction", "Method", "Introduction"] for i in ALL})

    def test_contents_give_the_page_on_which_each_article_begins(self):
        labels = pdf.page_labels()
        contents = "\n".join(pdf.texts[:min(self.starts)])
        for i in ALL:
            found = re.search(re.escape(colliding.number_word(i)) + r"\b(?!-)[^\n]*?(\d+)\s*$", contents, re.M)
            self.assertIsNotNone(found, f"{colliding.title(i)} has no page number in the contents")
            self.assertEqual(found.group(1), labels[self.starts[i]], colliding.title(i))

    def index_pages(self, name):
        """The pages of an index, which ends where the next bookmark of its level is."""
        first = next(page for level, title, page in self.outline if level == 1 and title == f"Index of {name}")
        return range(first, min(page for level, _, page in self.outline if level == 1 and page > first))

    def test_indexes_give_the_page_on_which_each_article_begins(self):
        labels = pdf.page_labels()
        wanted = sorted((labels[start], start) for start in self.starts)
        for name, times in (("Authors", 1), ("Titles", 1), ("Subjects", 2)):
            links = sorted((contents, page) for number in self.index_pages(name)
                           for contents, page, _ in pdf.links(number))
            self.assertEqual(links, sorted(wanted * times), f"index of {name.lower()}")

    def test_entries_of_indexes_stand_with_their_own_pages(self):
        labels = pdf.page_labels()
        for name, heading in (("Titles", colliding.title), ("Authors", lambda i: f"{colliding.number_word(i)}-Smith, Ann")):
            text = " ".join(run("pdftotext", "-f", page + 1, "-l", page + 1, pdf.path, "-")
                            for page in self.index_pages(name))
            text = re.sub(r"\s+", " ", text)
            for i in ALL:
                self.assertIn(f"{heading(i)}, {labels[self.starts[i]]} ", text)

    def test_the_last_page_says_what_the_book_is_set_in(self):
        colophon = re.sub(r"\s+", " ", pdf.texts[-1])
        families = re.search(r"Set in (.+?), [\d.]+ on [\d.]+ points(?:, with (.+?))?\. Set with Garland\.", colophon)
        self.assertIsNotNone(families, colophon)
        installed = run(GARLAND, "fonts")
        for family in re.split(r", | and ", ", ".join(filter(None, families.groups()))):
            self.assertIn(family, installed, f"{family!r} is no font that is installed")

    def test_languages_are_marked(self):
        marked = pdf.structure_languages()
        for i in ALL:
            self.assertTrue(colliding.language(i) == "en" or colliding.language(i) in marked)


if __name__ == "__main__":
    unittest.main(verbosity=1)
