#!/usr/bin/env python3
"""What a reader copies out of a packet, or hears, is what its sources say: the words of each paragraph of their trees
stand in the PDF one after another, whole, whatever ligature, small capital, division at a line's end, direction or
script they are set with.

usage: copied_text_test.py GARLAND      (needs qpdf; says what it skips without ../shared or $GARLAND_SHARED)
"""
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
import unittest

from pdf_text import PdfText
from shared_case import ROOT, SharedCase

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
STRESS = pathlib.Path(__file__).resolve().parent / "stress"
LIMIT_S = 600

INLINES = {"text", "soft break", "line break", "emphasis", "strong", "small capitals", "strike", "underline",
           "superscript", "subscript", "quotation", "code", "math", "link", "image", "note reference", "citation",
           "span"}
# Nodes that are set otherwise than they are written; what stands on both sides is compared by itself.
OTHERWISE = {"math", "math block", "dropped", "citation", "image"}
PARTING = "\0"
# Scripts without spaces between words: each letter counts by itself.
SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD = re.compile(rf"[{SPACELESS}]|[^\W\d_{SPACELESS}]+")
# What has no width: breaks within words, joiners, marks of direction.
INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F),
                           *range(0x2066, 0x206A)])


def words_of(text: str) -> list[str]:
    """Words without figures: marks of notes stand at some of them."""
    text = unicodedata.normalize("NFC", text.translate(INVISIBLE))
    # Accents and vowel signs are parts of their word.
    return WORD.findall("".join("ª" if unicodedata.category(c)[0] == "M" else c for c in text))


def inline_text(nodes) -> str:
    text = ""
    for node in nodes:
        if node["type"] in OTHERWISE:
            text += PARTING
        elif node["type"] in ("soft break", "line break"):
            text += " "
        else:
            text += node.get("text", "") + inline_text(node.get("inlines", []))
    return text


def texts_of(tree):
    """Each paragraph's text, and each block of code."""
    if isinstance(tree, list) and tree and isinstance(tree[0], dict) and tree[0].get("type") in INLINES:
        yield from inline_text(tree).split(PARTING)
    elif isinstance(tree, list):
        for child in tree:
            yield from texts_of(child)
    elif isinstance(tree, dict) and tree.get("type") not in OTHERWISE:
        if "text" in tree:
            yield tree["text"]
        for key in tree.keys() - {"metadata", "inferences", "references", "range"}:
            yield from texts_of(tree[key])


class Copied(SharedCase):
    def build(self, folder: pathlib.Path) -> tuple[str, list[pathlib.Path]]:
        """The packet's words, in the order in which they are read, and the sources it was made of."""
        done = subprocess.run([GARLAND, "build", folder, "-o", self.root / "out", "--pdf", "--json"],
                              capture_output=True, timeout=LIMIT_S)
        self.assertIn(done.returncode, (0, 1), done.stderr.decode())
        sources = [folder / source["path"] for source in json.loads(done.stdout)["sources"]]
        blocks = PdfText(next((self.root / "out").glob("*.pdf"))).blocks()
        return " ".join(["", *(word for block in blocks for word in words_of(block)), ""]), sources

    def assert_copied(self, folder: pathlib.Path) -> None:
        packet, sources = self.build(folder)
        count, lost = 0, []
        for source in sources:
            tree = subprocess.run([GARLAND, "inspect", "--format", "json", source], check=True, capture_output=True,
                                  timeout=LIMIT_S).stdout
            for text in texts_of(json.loads(tree)):
                words = words_of(text)
                count += 1
                if words and f" {' '.join(words)} " not in packet:
                    lost.append(f"{source.name}: {text[:200]}")
        self.assertGreater(count, 10, "no text was compared")
        self.assertEqual(lost[:10], [], f"{len(lost)} of {count} texts cannot be copied as they were written")

    def test_every_construct(self):
        self.assert_copied(STRESS)

    def test_the_sample_anthology(self):
        self.assert_copied(ROOT / "corpus")

    def test_the_seeds(self):
        self.assert_copied(self.shared("seeds"))

    def test_texts_in_many_languages(self):
        self.assert_copied(self.shared("data/languages"))

    def test_articles_of_the_web(self):
        self.assert_copied(self.shared("data/markdown-articles/articles"))


if __name__ == "__main__":
    unittest.main(verbosity=1)
