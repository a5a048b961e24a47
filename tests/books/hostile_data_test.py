#!/usr/bin/env python3
"""Feeds the data sets of hostile inputs to the program: the HTML conformance tests and the generated
attacks, which lie in $GARLAND_SHARED or ../shared beside the repository. Without them the tests skip,
and say so. No input may crash or hang the program, bring a sanitizer to speak, take much memory, be
written outside of the output folder, or bring a script, a handler or a file of the machine into a book
or the report page.

usage: hostile_data_test.py GARLAND
"""
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree as ET
import zipfile

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
SHARED = pathlib.Path(os.environ.get("GARLAND_SHARED") or pathlib.Path(__file__).resolve().parents[3] / "shared")
# Far above what any case takes, with sanitizers too; a hang is a failure.
LIMIT_S = 120
LIMIT_MB = 2048
HEAD = "---\ntitle: Case\nauthor: Ann Case\ndate: 2024-01-02\nurl: https://example.org/case\n"
# What a file of the machine begins with, when it is read through the program.
SECRET = "root:x:0:0"
TEXT_FORMS = {".md", ".txt", ".html", ".htm", ".xml", ".svg"}


def is_instrumented() -> bool:
    """Sanitizers take several times the memory."""
    return b"__asan_init" in GARLAND.read_bytes()


def shared(test: unittest.TestCase, relative: str) -> pathlib.Path:
    path = SHARED / relative
    if not path.exists():
        print(f"skipped: no {path}; set GARLAND_SHARED", file=sys.stderr)
        test.skipTest(f"no {path}")
    return path


class Case(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.temporary.name)
        self.folder = self.root / "folder"
        self.folder.mkdir()
        self.out = self.root / "out"

    def tearDown(self):
        self.temporary.cleanup()

    def put(self, name: str, content: bytes) -> None:
        (self.folder / name).write_bytes(content)

    def build(self, what: str, *flags: str) -> None:
        """Builds the folder and checks everything that comes of it."""
        before = {path for path in self.root.rglob("*")}
        began = time.monotonic()
        with open(self.root / "messages", "wb") as messages:
            process = subprocess.Popen([GARLAND, "build", "folder", "-o", "out", *flags], cwd=self.root,
                                       stdout=messages, stderr=messages,
                                       preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_S, LIMIT_S)))
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        said = (self.root / "messages").read_text("utf-8", "replace")
        (self.root / "messages").unlink()
        self.assertIn(process.returncode, (0, 1, 3), f"{what}: ended with {process.returncode}\n{said[-3000:]}")
        self.assertNotIn("Sanitizer", said, what)
        self.assertNotIn("runtime error", said, what)
        self.assertLess(time.monotonic() - began, LIMIT_S, what)
        if not is_instrumented():
            self.assertLess(usage.ru_maxrss / 1024, LIMIT_MB, f"{what}: megabytes of memory")
        new = {path for path in self.root.rglob("*")} - before
        strays = [str(path) for path in new if self.out not in (path, *path.parents)]
        self.assertEqual(strays, [], f"{what}: written outside of the output folder")
        self.check_outputs(what)

    def check_outputs(self, what: str) -> None:
        for path in self.out.glob("*"):
            self.assertRegex(path.name, r"^[a-z0-9-]+\.(epub|pdf|report\.html)$", what)
        for epub in self.out.glob("*.epub"):
            with zipfile.ZipFile(epub) as book:
                for name in book.namelist():
                    self.assertFalse(name.startswith("/") or ".." in name.split("/"), f"{what}: {name}")
                    if name.endswith((".xhtml", ".opf", ".ncx")):
                        self.check_markup(f"{what}: {name}", book.read(name))
        for report in self.out.glob("*.report.html"):
            self.check_markup(f"{what}: {report.name}", report.read_bytes())
            report.unlink()
        for pdf in self.out.glob("*.pdf"):
            self.assertNotRegex(pdf.read_bytes(), rb"/(JavaScript|JS|Launch|EmbeddedFile)\b", what)

    def check_markup(self, what: str, markup: bytes) -> None:
        try:
            self.assertNotIn(SECRET, markup.decode(), what)
            tree = ET.fromstring(markup)
        except (UnicodeDecodeError, ET.ParseError) as error:
            self.fail(f"{what} is not well-formed: {error}")
        for element in tree.iter():
            tag = element.tag.rpartition("}")[2].lower()
            self.assertNotIn(tag, {"script", "iframe", "object", "embed", "form", "base"}, what)
            for key, value in element.attrib.items():
                name = key.rpartition("}")[2].lower()
                self.assertFalse(name.startswith("on"), f"{what}: a handler {name}")
                if name in ("href", "src"):
                    address = re.sub(r"[\x00-\x20]", "", value).lower()
                    self.assertFalse(re.match(r"(javascript|vbscript|file|data):", address), f"{what}: {value}")


class ConformanceTests(Case):
    """Every input of the tests for HTML's tokenizer and encodings, each as a page of its own."""

    def pages(self, folder: pathlib.Path):
        for file in sorted(folder.glob("tokenizer/*.test")):
            for tests in json.loads(file.read_text("utf-8")).values():
                for test in tests:
                    text = test["input"]
                    if test.get("doubleEscaped"):
                        text = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found.group(1), 16)), text)
                    yield file.name, text.encode("utf-8", "surrogatepass")
        for file in sorted(folder.glob("encoding/**/*.dat")):
            for test in file.read_bytes().split(b"#data\n")[1:]:
                yield file.name, test.partition(b"\n#encoding")[0]

    def test_no_page_does_harm(self):
        pages = list(self.pages(shared(self, "data/html5lib-tests")))
        self.assertGreater(len(pages), 1000)
        # Many to a book, as they are small; some on their own, as they might be judged by.
        per_book = 800
        for begin in range(0, len(pages), per_book):
            for number, (_, page) in enumerate(pages[begin:begin + per_book]):
                self.put(f"{number:04}.html", b"<!DOCTYPE html><title>Case</title><p>Before.</p>" + page)
                self.put(f"{number:04}.htm", page or b" ")
            self.build(f"pages {begin} and following, of {pages[begin][0]}", "--epub", "--quiet")
            for path in self.folder.iterdir():
                path.unlink()


class Attacks(Case):
    def generate(self) -> list[pathlib.Path]:
        program = shared(self, "data/attacks/gen_attacks.py")
        self.attacks = tempfile.TemporaryDirectory()
        self.addCleanup(self.attacks.cleanup)
        subprocess.run([sys.executable, program, self.attacks.name], check=True, capture_output=True)
        return sorted(path for path in pathlib.Path(self.attacks.name).rglob("*") if path.is_file())

    def place(self, path: pathlib.Path) -> None:
        """The attack as the source, picture or bibliography that it wants to be."""
        content = path.read_bytes()
        kind = path.parent.name
        if path.suffix in TEXT_FORMS:
            self.put("attack" + path.suffix, content)
        if path.suffix == ".xml":
            self.put("as-page.html", content)
        if kind == "image" or path.suffix == ".svg":
            self.put("picture" + path.suffix, content)
            self.put("case.md", f"{HEAD}---\n\nWords ![alt](picture{path.suffix}).\n".encode())
        elif kind == "bib":
            self.put("list" + path.suffix, content)
            self.put("case.md", f"{HEAD}bibliography: list{path.suffix}\n---\n\nWords [@a; @k; @x].\n".encode())
        elif path.suffix not in TEXT_FORMS:
            self.put("attack" + path.suffix, content)
            self.put("case.md", f"{HEAD}---\n\nWords.\n".encode())
        if kind == "front-matter":  # YAML does the same harm as a description
            self.put("case.md", f"{HEAD}---\n\nWords.\n".encode())
            self.put("anthology.yaml", content.partition(b"---\n")[2].rpartition(b"\n---")[0])

    def test_no_attack_does_harm(self):
        paths = self.generate()
        self.assertGreater(len(paths), 50)
        for path in paths:
            for old in self.folder.iterdir():
                old.unlink()
            for old in self.out.glob("*"):
                old.unlink()
            self.place(path)
            with self.subTest(path.parent.name + "/" + path.name):
                # The title may be the attack's own: the books' names are then its words.
                self.build(path.name, "--quiet")


if __name__ == "__main__":
    unittest.main(verbosity=1)
