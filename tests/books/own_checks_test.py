#!/usr/bin/env python3
"""What a judge of e-books would find in a book made without care is found before, and named by its place in the
source: faults/ provokes it, faults.txt has every message that is to come. (That the book is sound all the same is for
tests/reading_systems/judges_test.mjs to ask.)

usage: own_checks_test.py GARLAND [--accept]      (--accept writes faults.txt anew, to be read before it is kept)
"""
import pathlib
import re
import subprocess
import sys
import unittest

from shared_case import ROOT, SharedCase

ACCEPTS = "--accept" in sys.argv and not sys.argv.remove("--accept")
GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
FAULTS = pathlib.Path(__file__).resolve().parent / "faults"
EXPECTED = FAULTS.with_suffix(".txt")
LIMIT_S = 120
MESSAGE = re.compile(r"(?P<file>[^:\s]+)(:(?P<line>\d+):\d+)?: (error|warning|note): "
                     r"(?P<what>.+?)( — (?P<how>.+))? \[(?P<code>[a-z-]+)\]")
# Messages about an article or a picture as a whole, which have no line.
OF_WHOLE_FILES = {"empty-source", "missing-attribution", "shop-rule"}


def lines_of(folder: pathlib.Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


class OwnChecks(SharedCase):
    def messages(self, verb: str, *options) -> tuple[int, list[str]]:
        done = subprocess.run([GARLAND, verb, FAULTS, *options], capture_output=True, text=True, timeout=LIMIT_S,
                              cwd=self.root)
        return done.returncode, [line for line in done.stderr.splitlines() if MESSAGE.fullmatch(line)]

    def test_each_fault_is_named_by_its_place(self):
        status, messages = self.messages("check")
        if ACCEPTS:
            EXPECTED.write_text("".join(f"{line}\n" for line in messages))
        self.assertEqual(messages, EXPECTED.read_text().splitlines())
        self.assertEqual(status, 1, "there are errors among them")

    def test_each_message_has_a_line_and_says_how_to_mend_it(self):
        for line in EXPECTED.read_text().splitlines():
            message = MESSAGE.fullmatch(line)
            self.assertIsNotNone(message, line)
            self.assertTrue((FAULTS / message["file"]).is_file(), f"no file of the folder: {line}")
            self.assertTrue(message["line"] or message["code"] in OF_WHOLE_FILES, f"no line: {line}")
            self.assertTrue(message["how"] or message["code"] == "unknown-key", f"no help: {line}")

    def test_build_says_the_same(self):
        self.assertEqual(self.messages("build", "-o", self.root / "books"), self.messages("check"))
        self.assertEqual(len(list((self.root / "books").glob("*.epub"))), 1)

    def test_check_writes_nothing(self):
        before = lines_of(FAULTS)
        self.messages("check")
        self.assertEqual(lines_of(self.root), [])
        self.assertEqual(lines_of(FAULTS), before)

    def test_statuses_of_check(self):
        article = self.root / "article.md"
        empty = self.root / "empty"
        empty.mkdir()
        for words, options, status in (
                ("---\ntitle: T\nauthor: A B\ndate: 2024\nurl: https://example.org/\n---\n\nWords.\n", ["--strict"], 0),
                ("[Nowhere](#nowhere)\n", [], 0), ("[Nowhere](#nowhere)\n", ["--strict"], 1)):
            article.write_text(words)
            done = subprocess.run([GARLAND, "check", self.root, *options], capture_output=True, text=True)
            self.assertEqual(done.returncode, status, f"{words}{done.stderr}")
        for folder, status in ((empty, 3), (self.root / "none", 2)):
            done = subprocess.run([GARLAND, "check", folder], capture_output=True, text=True)
            self.assertEqual(done.returncode, status, done.stderr)

    def test_the_codes_are_explained(self):
        readme = (ROOT / "README.md").read_text()
        codes = {MESSAGE.fullmatch(line)["code"] for line in EXPECTED.read_text().splitlines()}
        self.assertEqual([code for code in sorted(codes) if f"`{code}`" not in readme], [], "missing in README.md")


if __name__ == "__main__":
    unittest.main()
