#!/usr/bin/env python3
"""Packets keep to PDF/UA-1 and PDF/A whatever stands in them, in every theme there is: a book that holds every
construct of the document tree, the sample anthology, forty articles that collide, and, where they lie beside the
repository, texts in many languages, articles of the web and the seeds.

usage: every_theme_test.py GARLAND      (needs qpdf, pdftoppm and zbarimg; says what it skips without ../shared or
       $GARLAND_SHARED)
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

import colliding
from pdf_book import PdfBook
from shared_case import ROOT, SHARED, SharedCase

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
STRESS = pathlib.Path(__file__).resolve().parent / "stress"
THEMES = sorted(path.parent.name for path in (ROOT / "styles").glob("*/theme.yaml"))
RULES = SHARED / "tools" / "pdfua_check.py"
LIMIT_S = 600


def setUpModule():
    if not RULES.is_file():
        print(f"skipped: no rules at {RULES}, so that qpdf alone judges; set GARLAND_SHARED", file=sys.stderr)


class Constructs(unittest.TestCase):
    """The book that holds every construct does hold it."""

    @classmethod
    def setUpClass(cls):
        text = subprocess.run([GARLAND, "inspect", "--format", "json", STRESS / "every-construct.md"],
                              check=True, capture_output=True).stdout
        cls.nodes = list(cls.objects(json.loads(text)))

    @classmethod
    def objects(cls, value):
        if isinstance(value, dict):
            yield value
        for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from cls.objects(child)

    def test_every_kind_of_node(self):
        names = (ROOT / "src/document/kind_names.h").read_text()
        kinds = set(re.findall(r'kKindName<\w+> = "(.+?)"', names))
        self.assertGreater(len(kinds), 30, "the names of kinds are no longer where this test looks for them")
        missing = kinds - {node.get("type") for node in self.nodes}
        self.assertEqual(missing, set(), f"write these into {STRESS.name}/every-construct.md")

    def test_every_choice_of_division_list_and_table(self):
        names = (ROOT / "src/document/kind_names.h").read_text()
        for choice, key in (("Division::Role", "role"), ("List::Style", "style"), ("List::Kind", "kind"),
                            ("ListItem::Task", "task"), ("Math::Kind", "kind"), ("Alignment", "alignment")):
            table = re.search(rf"struct ChoiceNames<{choice}> {{(.*?)}};\n}};", names, re.S).group(1)
            # A choice that a node need not state is left out of its JSON.
            wanted = set(re.findall(r'"(.+?)"', table)) - {"none", "default", "decimal", "bullet", "inline"}
            there = {node[key] for node in self.nodes if isinstance(node.get(key), str)}
            there |= {align for node in self.nodes if isinstance(node.get("columns"), list) for align in node["columns"]
                      if isinstance(align, str)}
            self.assertEqual(wanted - there, set(), f"no node has these for its {choice}")

    def test_spans_of_cells_languages_and_both_directions(self):
        keys = {key for node in self.nodes for key in node}
        for key in ("column-span", "row-span", "language"):
            self.assertTrue({key, key.replace("-", "_")} & keys, f"no node has {key}; there are {sorted(keys)}")


class Themes(SharedCase):
    def check(self, pdf: pathlib.Path) -> None:
        syntax = subprocess.run(["qpdf", "--check", pdf], capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(syntax.returncode, 0, syntax.stdout + syntax.stderr)
        if not RULES.is_file():
            return
        rules = subprocess.run([sys.executable, RULES, pdf], capture_output=True, text=True, timeout=LIMIT_S)
        self.assertEqual(rules.returncode, 0, rules.stdout + rules.stderr)

    def check_codes(self, pdf: pathlib.Path) -> None:
        """What a telephone reads on the pages is what the words beside the codes say, and linked to."""
        book = PdfBook(pdf)
        pages, told = book.codes()
        self.assertGreater(len(told), 1, "the book has no codes")
        read = []
        for page in sorted(pages):
            picture = self.root / "page"
            subprocess.run(["pdftoppm", "-r", "200", "-gray", "-singlefile", "-f", str(page + 1), "-l", str(page + 1),
                            pdf, picture], check=True, timeout=LIMIT_S)
            done = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable",
                                   picture.with_suffix(".pgm")], capture_output=True, text=True, timeout=LIMIT_S)
            read += done.stdout.split()
        linked = {address for page in range(len(book.page_refs)) for _, _, address in book.links(page)}
        self.assertEqual(set(read) - linked, set(), "codes say what no link leads to")
        self.assertEqual(sorted(re.sub(r"^https?://(www\.)?|/$", "", address) for address in read), sorted(told))

    def assert_sound(self, folder: pathlib.Path, check_more=None) -> None:
        """The folder's packet is sound in every theme, by a further check too."""
        for theme in THEMES:
            with self.subTest(theme=theme):
                out = self.root / "out" / theme
                done = subprocess.run([GARLAND, "build", folder, "-o", out, "--pdf", "--quiet", "--style", theme],
                                      capture_output=True, text=True, timeout=LIMIT_S)
                self.assertIn(done.returncode, (0, 1), done.stderr)
                self.assertNotIn("no-pdf", done.stderr)
                books = list(out.glob("*.pdf"))
                self.assertEqual(len(books), 1, done.stderr)
                self.check(books[0])
                if check_more:
                    check_more(books[0])

    def test_every_construct(self):
        self.assert_sound(STRESS, self.check_codes)

    def test_the_sample_anthology(self):
        self.assert_sound(ROOT / "corpus")

    def test_forty_articles_that_collide(self):
        colliding.write(self.root / "forty")
        self.assert_sound(self.root / "forty")

    def test_texts_in_many_languages(self):
        self.assert_sound(self.shared("data/languages"))

    def test_the_seeds(self):
        self.assert_sound(self.shared("seeds"))

    def test_articles_of_the_web(self):
        articles = self.shared("data/markdown-articles")
        shutil.copytree(articles / "articles", self.root / "articles")
        shutil.copytree(articles / "site-root", self.root / "articles", dirs_exist_ok=True)
        self.assert_sound(self.root / "articles")


if __name__ == "__main__":
    unittest.main(verbosity=1)
