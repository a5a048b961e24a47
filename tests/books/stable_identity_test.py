#!/usr/bin/env python3
"""Readers keep their highlights: what names a book, its documents, sections, paragraphs and notes stays when
another article is edited, added, removed or moved, and within the edited one wherever it was not touched.

usage: stable_identity_test.py GARLAND
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from epub_book import EPUB_TYPE, EpubBook, words

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
TREES = ["alder", "birch", "cedar", "north/larch", "south/larch"]

ARTICLE = """---
title: On the {name}
author: Ida {name}
date: 2020-05-17
publication: The Woodland Review
---

The {name} stands at the edge of the wood.[^first] It was planted the year the mill closed.

## Its roots

They reach as far as the [birch]({up}birch.md#its-roots) does.

Nobody has dug deeper.[^second]

## Its leaves

- They come late.
- They stay long.

[^first]: Measured from the lane, {name} side.
[^second]: Two metres, by the parish book.
"""


def write(folder: pathlib.Path, names, first=None):
    for name in names:
        path = folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE.format(name=name.replace("/", " "), up="../" * name.count("/")))
    order = ([first] if first else []) + [name for name in names if name != first]
    entries = "".join(f"  - {name}.md\n" for name in order)
    (folder / "anthology.yaml").write_text(f"title: Five Trees\ndate: 2020-06-01\ncontents:\n{entries}")


class StableIdentity(unittest.TestCase):
    formats = ["--epub"]

    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name) / "trees"
        self.out = pathlib.Path(temporary.name) / "out"
        write(self.folder, TREES)
        self.before = self.build()

    def build(self):
        subprocess.run([GARLAND, "build", self.folder, "-o", self.out, "--quiet", *self.formats], check=True)
        return EpubBook(self.out / "five-trees.epub")

    def identities(self, book, title):
        """The article's document, and each named element in it with its words. A page's mark is named by the
        packet, and moves with its pages."""
        path = next((p for p in book.spine if book.heading_of(p) == title), None)
        self.assertIsNotNone(path, f"no document has the title {title!r}")
        named = {e.get("id"): words(e) for e in book.tree(path).iter() if e.get("id")
                 and "pagebreak" not in (e.get(EPUB_TYPE) or "")}
        return path, named

    def assert_same_book(self, after):
        identifier = [words(e) for e in self.before.package.iter("{http://purl.org/dc/elements/1.1/}identifier")]
        self.assertTrue(identifier, "the package has no identifier")
        self.assertEqual(identifier, [words(e) for e in after.package.iter(
            "{http://purl.org/dc/elements/1.1/}identifier")], "the book is another one for a reading system")

    def assert_kept(self, after, names):
        self.assert_same_book(after)
        for name in names:
            title = f"On the {name.replace('/', ' ')}"
            path, named = self.identities(self.before, title)
            self.assertGreater(len(named), 8, f"{path}: hardly anything in it has a name")
            self.assertEqual((path, named), self.identities(after, title), title)

    def test_editing_an_article_moves_no_other(self):
        birch = self.folder / "birch.md"
        birch.write_text("An author's new beginning.\n\n".join(birch.read_text().split("The birch", 1)))
        self.assert_kept(self.build(), [name for name in TREES if name != "birch"])

    def test_what_is_not_touched_in_an_edited_article_stays(self):
        birch = self.folder / "birch.md"
        text = birch.read_text()
        birch.write_text(text.replace("Nobody has dug", "A new paragraph.[^new]\n\n## A new section\n\nNobody has dug")
                         + "[^new]: A new note.\n")
        path, named = self.identities(self.before, "On the birch")
        path_after, named_after = self.identities(self.build(), "On the birch")
        self.assertEqual(path, path_after)
        for name, own in named.items():
            self.assertIn(name, named_after, f"{path}: {own!r} has another name after a paragraph was added above it")
            # The numbers of notes are printed, and may change; their words do not.
            self.assertEqual(own.strip("0123456789 "), named_after[name].strip("0123456789 "), f"{path}#{name}")

    def test_adding_articles_moves_no_other(self):
        write(self.folder, ["aspen", "east/larch", *TREES])
        self.assert_kept(self.build(), TREES)

    def test_removing_an_article_moves_no_other(self):
        (self.folder / "alder.md").unlink()
        shutil.rmtree(self.folder / "north")
        kept = [name for name in TREES if name not in ("alder", "north/larch")]
        write(self.folder, kept)
        self.assert_kept(self.build(), kept)

    def test_moving_an_article_to_the_front_moves_no_other(self):
        write(self.folder, TREES, first="south/larch")
        self.assert_kept(self.build(), TREES)


class StableIdentityBesideThePacket(StableIdentity):
    formats = []


if __name__ == "__main__":
    unittest.main()
