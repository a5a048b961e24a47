#!/usr/bin/env python3
"""What people and attackers really put into a folder: each case must end with a clear message, no crash,
nothing lost, and nothing read or written outside of the folders that were named.

usage: bad_input_test.py GARLAND      (needs poppler-utils)
"""
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unittest

import colliding
from epub_book import EpubBook, words

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
GOOD = b"---\ntitle: A Good One\nauthor: Jo Good\ndate: 2024-01-02\nurl: https://example.org/good\n---\n\nGood words stay.\n"
ROOT = pathlib.Path(__file__).resolve().parents[2]
THEMES = sorted(path.parent.name for path in (ROOT / "styles").glob("*/theme.yaml"))
HEAD = b"---\ntitle: Case\nauthor: Ann Case\ndate: 2024-01-02\nurl: https://example.org/case\n---\n\n"
# A hang is a failure; this is far above what any case takes, also with sanitizers.
LIMIT_S = 300


class Case(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.temporary.name)
        self.folder = self.root / "folder"
        self.folder.mkdir()

    def tearDown(self):
        self.temporary.cleanup()

    def put(self, name: str, content: bytes) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def build(self, *flags, out=None, env=None):
        command = [GARLAND, "build", self.folder, "-o", out or self.root / "out", *flags]
        done = subprocess.run(command, capture_output=True, timeout=LIMIT_S, cwd=self.root,
                              env={**os.environ, **(env or {})})
        done.messages = done.stderr.decode("utf-8", "strict")
        self.assertGreaterEqual(done.returncode, 0, f"died of signal {-done.returncode}\n{done.messages}")
        self.assertNotIn("Sanitizer", done.messages)
        return done

    def epub_text(self) -> str:
        book = EpubBook(self.root / "out" / "folder.epub")
        return "\n".join(words(book.tree(path)) for path in book.spine)

    def pdf_text(self, pages: int = 40) -> str:
        """Of the last pages alone where there are many: poppler is slow. Line ends count as spaces."""
        pdf = self.root / "out" / "folder.pdf"
        info = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True, text=True).stdout
        first = max(1, int(re.search(r"Pages:\s+(\d+)", info).group(1)) - pages)
        done = subprocess.run(["pdftotext", "-f", str(first), pdf, "-"], capture_output=True, check=True)
        return " ".join(done.stdout.decode().split())

    def assert_built(self, done, status, *texts):
        """Both books are there and hold these words."""
        self.assertEqual(done.returncode, status, done.messages)
        epub, pdf = self.epub_text(), self.pdf_text()
        for text in texts:
            self.assertIn(text, epub)
            self.assertIn(text, pdf)


class Folders(Case):
    def test_an_empty_folder_builds_nothing_and_says_so(self):
        done = self.build()
        self.assertEqual(done.returncode, 3)
        self.assertIn("there is no article to build", done.messages)

    def test_a_folder_that_is_not_there_is_wrong_usage(self):
        self.folder.rmdir()
        self.assertEqual(self.build().returncode, 2)

    def test_unknown_words_on_the_command_line_are_wrong_usage(self):
        self.put("good.md", GOOD)
        self.assertEqual(self.build("--wibble").returncode, 2)
        self.assertEqual(subprocess.run([GARLAND, "wibble"], capture_output=True).returncode, 2)
        self.assertEqual(subprocess.run([GARLAND], capture_output=True).returncode, 2)

    def test_a_style_that_is_not_there_is_wrong_usage_and_those_there_are_are_named(self):
        self.put("good.md", GOOD)
        done = self.build("--style", "raeder")
        self.assertEqual(done.returncode, 2)
        self.assertIn("reader", done.messages)

    def test_a_described_style_that_is_not_there_costs_the_style_alone(self):
        self.put("good.md", GOOD)
        self.put("anthology.yaml", b"title: folder\nstyle: raeder\n")
        done = self.build()
        self.assert_built(done, 0, "Good words stay")
        self.assertRegex(done.messages, r"anthology\.yaml:2:8: warning: .*raeder.*did you mean .reader.")

    def test_links_out_of_the_folder_are_not_followed(self):
        (self.root / "secret.md").write_bytes(GOOD.replace(b"Good words stay", b"Secret words"))
        (self.folder / "leak.md").symlink_to(self.root / "secret.md")
        (self.folder / "leaks").symlink_to(self.root)
        (self.root / "secret.png").write_bytes(colliding.png(30, 30))
        (self.folder / "leak.png").symlink_to(self.root / "secret.png")
        self.put("good.md", GOOD + b"\n![a](leak.png)\n\n![b](../secret.png)\n\n[c](../secret.md)\n")
        done = self.build()
        self.assert_built(done, 0, "Good words stay")
        self.assertNotIn("Secret words", self.epub_text())
        self.assertIn("leak.md", done.messages)
        self.assertIn("leak.png", done.messages)

    def test_two_files_of_one_name_are_two_articles(self):
        self.put("a/same.md", GOOD.replace(b"Good words", b"First words"))
        self.put("b/same.md", GOOD.replace(b"Good words", b"Second words"))
        self.assert_built(self.build(), 0, "First words", "Second words")

    def test_an_output_folder_that_cannot_be_made_is_reported(self):
        self.put("good.md", GOOD)
        (self.root / "taken").write_text("a file")
        for out in (self.root / "taken", self.root / "taken" / "deeper", pathlib.Path("/proc/nowhere")):
            done = self.build(out=out)
            self.assertEqual(done.returncode, 3, done.messages)
            self.assertIn(str(out), done.messages)
        self.assertEqual((self.root / "taken").read_text(), "a file")

    def test_a_failed_write_leaves_the_old_book(self):
        self.put("good.md", GOOD)
        out = self.root / "out"
        (out / "folder.epub").mkdir(parents=True)
        done = self.build()
        self.assertEqual(done.returncode, 1, done.messages)
        self.assertIn("folder.epub cannot be written", done.messages)
        self.assertEqual(sorted(os.listdir(out)), ["folder.epub", "folder.pdf", "folder.report.html"])

    def test_nothing_is_written_besides_the_two_books_and_their_report(self):
        self.put("good.md", GOOD)
        self.build()
        self.build()
        self.assertEqual(sorted(os.listdir(self.root)), ["folder", "out"])
        self.assertEqual(os.listdir(self.folder), ["good.md"])
        self.assertEqual(sorted(os.listdir(self.root / "out")),
                         ["folder.epub", "folder.pdf", "folder.report.html"])

    def test_check_writes_nothing(self):
        self.put("good.md", GOOD)
        done = subprocess.run([GARLAND, "check", self.folder], capture_output=True, cwd=self.root)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(os.listdir(self.root), ["folder"])


class Commands(Case):
    def run_garland(self, *words):
        done = subprocess.run([GARLAND, *words], capture_output=True, cwd=self.root, timeout=LIMIT_S)
        done.messages = done.stderr.decode()
        return done

    def test_init_adds_what_is_new_and_keeps_what_was_written(self):
        self.put("good.md", GOOD)
        self.put("new.md", GOOD.replace(b"A Good One", b"A New One").replace(b"author:", b"autor:"))
        kept = b"# mine\ntitle: Kept\neditors: [Ed Kept]\ncontents:\n  - part: One\n    sources: [good.md, gone.md]\n"
        self.put("anthology.yaml", kept)
        self.assertEqual(self.run_garland("init", self.folder).returncode, 2)
        self.assertEqual((self.folder / "anthology.yaml").read_bytes(), kept)
        done = self.run_garland("init", "--force", self.folder)
        self.assertEqual(done.returncode, 1, done.messages)
        self.assertIn("new.md: added", done.messages)
        self.assertRegex(done.messages, r"new\.md:3:1: warning: .*autor")
        self.assertRegex(done.messages, r"anthology\.yaml:6:\d+: error: .*gone\.md")
        text = (self.folder / "anthology.yaml").read_bytes()
        self.assertTrue(text.startswith(kept), text)
        self.assertIn(b"  - file: new.md\n    title: A New One\n", text)
        self.run_garland("init", "--force", self.folder)
        self.assertEqual((self.folder / "anthology.yaml").read_bytes(), text)

    def test_init_leaves_a_broken_description_alone(self):
        self.put("good.md", GOOD)
        self.put("anthology.yaml", b"title: [open\n")
        done = self.run_garland("init", "--force", self.folder)
        self.assertEqual(done.returncode, 3)
        self.assertEqual((self.folder / "anthology.yaml").read_bytes(), b"title: [open\n")

    def test_a_file_that_is_not_there_is_wrong_usage(self):
        self.assertEqual(self.run_garland("inspect", "nosuch.md").returncode, 2)

    def test_json_is_printed_whatever_goes_wrong(self):
        for words_, status in ((("build", "nosuch", "--json"), 2), (("build", "--json", "--wibble"), 2),
                               (("build", "--json", "--style", "raeder", self.folder), 2),
                               (("build", "--json", self.folder), 3)):
            done = self.run_garland(*words_)
            self.assertEqual(done.returncode, status, done.messages)
            self.assertTrue(json.loads(done.stdout)["diagnostics"])

    def test_json_has_the_titles_that_the_books_have(self):
        self.put("on-the-sea.md", b"Words alone.\n")
        self.assertEqual(json.loads(self.build("--json").stdout)["sources"][0]["title"], "On the sea")

    def test_names_that_are_no_utf8_are_built_and_reported_as_json(self):
        name = os.fsencode(self.folder) + b"/caf\xe9.md"
        with open(name, "wb") as file:
            file.write(GOOD)
        done = self.build("--json")
        self.assertEqual(json.loads(done.stdout)["sources"][0]["path"], "caf%E9.md")
        self.assertIn("Good words stay", self.epub_text())


class Bytes(Case):
    def test_an_empty_file_is_reported_and_the_rest_is_built(self):
        self.put("empty.md", b"")
        self.put("good.md", GOOD)
        done = self.build()
        self.assert_built(done, 0, "Good words stay")
        self.assertRegex(done.messages, r"empty\.md: warning: .* \[")

    def test_a_picture_that_calls_itself_text_is_reported_and_the_rest_is_built(self):
        self.put("picture.txt", colliding.png(40, 40))
        self.put("good.md", GOOD)
        done = self.build()
        self.assert_built(done, 1, "Good words stay")
        self.assertRegex(done.messages, r"picture\.txt: error: ")

    def test_bytes_that_are_no_utf8_are_reported_and_kept(self):
        self.put("case.md", HEAD + "Süße Wörter überall, größer und schöner; früher ähnlich.\n".encode("latin-1"))
        done = self.build()
        self.assert_built(done, 0, "Süße Wörter überall")
        self.assertRegex(done.messages, r"case\.md:.* (warning|note): ")

    def test_nuls_and_control_characters_are_reported_and_left_out(self):
        self.put("case.md", HEAD + b"Before\x00 and \x07after.\n")
        done = self.build()
        self.assert_built(done, 0, "Before and after.")
        self.assertRegex(done.messages, r"case\.md:8:\d+: warning: ")

    def test_byte_order_marks_and_foreign_line_ends_change_nothing(self):
        self.put("case.md", b"\xef\xbb\xbf" + HEAD.replace(b"\n", b"\r\n") + b"One.\r\n\r\nTwo.\r\n")
        done = self.build()
        self.assert_built(done, 0, "One.", "Two.", "Ann Case")
        self.put("case.md", (HEAD + b"One.\n\nTwo.\n").decode().encode("utf-16"))
        self.assert_built(self.build(), 0, "One.", "Two.", "Ann Case")


class FrontMatter(Case):
    def test_front_matter_without_an_end_is_reported_and_kept(self):
        self.put("case.md", b"---\ntitle: Endless\n\nWords after it.\n")
        done = self.build()
        self.assert_built(done, 1, "Words after it.", "title: Endless")
        self.assertRegex(done.messages, r"case\.md:1:1: error: ")

    def test_invalid_yaml_is_reported_with_its_line_and_the_text_is_kept(self):
        self.put("case.md", b"---\ntitle: Fine\nauthor: [Jo, Ann\ndate: 2024\n---\n\nWords after it.\n")
        done = self.build()
        self.assertIn(done.returncode, (0, 1))
        self.assert_built(done, done.returncode, "Words after it.")
        self.assertRegex(done.messages, r"case\.md:[345]:\d+: (warning|error): .*YAML")

    def test_a_key_that_stands_twice_is_reported(self):
        self.put("case.md", b"---\ntitle: One\ntitle: Two\n---\n\nWords after it.\n")
        done = self.build()
        self.assert_built(done, done.returncode, "Words after it.")
        self.assertRegex(done.messages, r'case\.md:3:1: warning: .*`title` stands twice; the first, in line 2')

    def test_a_misspelt_key_is_reported_with_the_right_one(self):
        self.put("case.md", b"---\ntitle: One\nautor: Jo\n---\n\nWords.\n")
        done = self.build()
        self.assertRegex(done.messages, r"case\.md:3:1: warning: .*autor.*author")

    def test_missing_author_date_and_source_are_reported_with_a_cure(self):
        self.put("case.md", b"# Case\n\nWords.\n")
        done = self.build()
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.messages, r"no author, no date, no source — add `author:`.*\[missing-attribution\]")
        self.assertEqual(self.build("--strict").returncode, 1)

    def test_a_broken_description_is_reported_and_the_book_is_built(self):
        self.put("good.md", GOOD)
        self.put("anthology.yaml", b"title: [\n")
        done = self.build()
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.messages, r"anthology\.yaml:\d+:\d+: error: ")
        self.put("anthology.yaml", b"title: Mine\ntitel: Other\ncontents:\n  - god.md\n  - good.md\n  - good.md\n")
        done = self.build()
        self.assertRegex(done.messages, r"anthology\.yaml:2:1: (warning|error): .*titel.*title")
        self.assertRegex(done.messages, r"anthology\.yaml:4:\d+: error: .*god\.md")
        self.assertRegex(done.messages, r"anthology\.yaml:6:\d+: (warning|error): .*good\.md")


class Sizes(Case):
    def test_ten_megabytes_in_one_paragraph(self):
        self.put("case.md", HEAD + b"word and other words; " * 480_000 + b"the end.\n")
        self.assert_built(self.build(), 0, "the end.")

    def test_ten_megabytes_in_one_plain_text_line(self):
        self.put("case.txt", b"A Title\n\n" + b"word and other words, " * 480_000 + b"the end.\n")
        self.assert_built(self.build(), 0, "the end.")

    def test_ten_thousand_nested_quotations(self):
        self.put("case.md", HEAD + b">" * 10_000 + b" deep words\n")
        self.assert_built(self.build(), 0, "deep words")

    def test_ten_thousand_nested_lists(self):
        self.put("case.md", HEAD + b"- " * 10_000 + b"deep words\n")
        # The packet's innermost lines are a word wide, and poppler reads marks between them.
        self.assert_built(self.build(), 0, "deep", "words")
        self.put("case.md", HEAD + b"".join(b" " * (2 * i) + b"- deep\n" for i in range(1_000)))
        self.assert_built(self.build(), 0, "deep")

    def test_ten_thousand_nested_html_elements_and_emphases(self):
        self.put("a.md", HEAD + b"<div>" * 10_000 + b"deep words\n")
        self.put("b.md", HEAD + b"**a *b " * 10_000 + b"other words\n")
        self.put("c.md", HEAD + b"[" * 10_000 + b"third words\n")
        self.assert_built(self.build(), 0, "deep words", "other words", "third words")


class Pictures(Case):
    def test_a_missing_picture_is_reported_and_its_words_are_kept(self):
        self.put("case.md", HEAD + b"![Words for it](no/such.png \"Its caption\")\n\nWords after it.\n")
        done = self.build()
        self.assert_built(done, 0, "Its caption", "Words after it.")
        self.assertRegex(done.messages, r"case\.md:8:\d+: warning: .*no/such\.png")

    def test_a_remote_picture_is_never_fetched_and_its_place_is_named(self):
        self.put("case.md", HEAD + b"![Words for it](https://example.org/x.png)\n\nWords after it.\n")
        done = self.build()
        self.assert_built(done, 0, "Words for it", "Words after it.")
        self.assertIn("example.org/x.png", self.epub_text())

    def test_pictures_that_lie_about_their_kind(self):
        self.put("text.png", b"no picture at all")
        self.put("cut.png", colliding.png(60, 60)[:80])
        self.put("real.jpg", colliding.png(60, 60))
        self.put("case.md", HEAD + b"![one](text.png)\n\n![two](cut.png)\n\n![three](real.jpg)\n")
        done = self.build()
        self.assertEqual(done.returncode, 0, done.messages)
        self.assertRegex(done.messages, r"case\.md:8:\d+: warning: .*text\.png")
        self.assertRegex(done.messages, r"case\.md:10:\d+: warning: .*cut\.png")
        book = EpubBook(self.root / "out" / "folder.epub")
        names = [path for path, kind, _ in book.manifest.values() if kind == "image/png"]
        self.assertIn(colliding.png(60, 60), [book.zip.read(name) for name in names])


class HardPages(Case):
    """What is hard to set, in every theme there is, or, where it takes long, in one column and in two: a whole packet,
    of which the last words are looked for, in memory of less than a gigabyte."""

    ONE_AND_TWO_COLUMNS = ("reader", "journal")

    END = b"\n\nThe end of it.\n"
    LIMIT_MB = 1024

    def set_everywhere(self, themes=THEMES, **files: bytes) -> None:
        for name, content in files.items():
            self.put(name.replace("_", "."), content)
        is_instrumented = b"__asan_init" in GARLAND.read_bytes()
        for theme in themes:
            with self.subTest(theme=theme), open(self.root / "messages", "w+b") as messages:
                process = subprocess.Popen([GARLAND, "build", self.folder, "-o", self.root / "out", "--pdf", "--quiet",
                                            "--style", theme], stdout=messages, stderr=messages,
                                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_S, LIMIT_S)))
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                messages.seek(0)
                said = messages.read().decode("utf-8", "replace")
                self.assertIn(process.returncode, (0, 1), said)
                self.assertNotIn("Sanitizer", said)
                if not is_instrumented:
                    self.assertLess(usage.ru_maxrss / 1024, self.LIMIT_MB, "megabytes of memory")
                self.assertTrue("The end of it." in self.pdf_text(100), "the packet lacks the last words")
                self.said = said

    def test_a_word_of_a_megabyte(self):
        self.set_everywhere(self.ONE_AND_TWO_COLUMNS,
                            case_md=HEAD + b"Before " + b"abcdefghij" * 100_000 + b" after." + self.END)

    def test_a_letter_with_twenty_thousand_accents(self):
        self.set_everywhere(case_md=HEAD + ("a" + "\u0301" * 20_000 + " after.").encode() + self.END)

    def test_a_table_of_two_hundred_columns(self):
        rows = [b"|" + b"|".join(b" cell %d.%d " % (row, column) for column in range(200)) + b"|" for row in range(40)]
        rows.insert(1, b"|" + b"---|" * 200)
        self.set_everywhere(case_md=HEAD + b"\n".join(rows) + self.END)

    def test_a_cell_of_many_pages_over_all_rows(self):
        rows = b"<tr><td>y</td></tr>" * 2_000
        self.set_everywhere(self.ONE_AND_TWO_COLUMNS,
                            case_md=HEAD + b"<table><tr><td rowspan=2001>" + b"words " * 20_000 + b"</td><td>x</td></tr>" +
                            rows + b"</table>" + self.END)

    def test_a_picture_that_claims_to_be_huge_and_one_that_is(self):
        side = 60_000
        for rows in (b"\0" * 100, None):
            picture = colliding.huge_png(side, rows)
            self.assertLess(len(picture), 1 << 20)
            self.set_everywhere(case_md=HEAD + b"![A wall](wall.png)" + self.END, wall_png=picture)
            self.assertRegex(self.said, r"case\.md:8:1: warning: .*wall\.png.*60000 by 60000.*smaller")

    def test_notes_longer_than_a_page_and_notes_in_notes(self):
        note = b"A note that goes on and on. " * 4_000
        self.set_everywhere(case_md=HEAD + b"Words[^long] and words[^a].\n\n[^long]: " + note +
                            b"\n\n[^a]: A note[^b].\n\n[^b]: Its note[^a], with itself[^b] and the long one[^long]." + self.END)

    def test_a_hundred_thousand_notes(self):
        count = 100_000
        words_ = b"".join(b"Word %d[^%d].\n\n" % (i, i) for i in range(count))
        notes = b"".join(b"[^%d]: Note %d.\n" % (i, i) for i in range(count))
        self.set_everywhere(["reader"], case_md=HEAD + words_ + notes + self.END)

    def test_headings_titles_and_captions_of_a_hundred_kilobytes(self):
        self.put("wall.png", colliding.png(60, 60))
        head = HEAD.replace(b"title: Case", b"title: " + b"title words " * 8_000)
        self.set_everywhere(self.ONE_AND_TWO_COLUMNS, case_md=head + b"## " + b"heading words " * 7_000 + b"\n\n### " + b"z" * 100_000 +
                            b"\n\n![A wall](wall.png \"" + b"caption words " * 7_000 + b"\")" + self.END)

    def test_ten_thousand_nested_lists(self):
        self.set_everywhere(case_md=HEAD + b"- " * 10_000 + b"deep words\n" + self.END)

    def test_papers_too_small_for_a_theme(self):
        text = HEAD + b"Words of the text. " * 300 + b"\n\n## A heading\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |"
        for paper, message in ((b"76mm x 76mm", "bad-setting"), (b"3in x 3in", ""), (b"60in x 3in", "")):
            self.set_everywhere(case_md=text + self.END, anthology_yaml=b"pdf: {paper: " + paper + b"}\n")
            self.assertIn(message, self.said)


class Fonts(Case):
    def build_with(self, font: bytes | None, description: str = ""):
        """With a home of its own, whose file of the serif is this."""
        home = self.root / "home"
        (home / "fonts" / "files").mkdir(parents=True, exist_ok=True)
        if not (home / "styles").exists():
            shutil.copytree(ROOT / "styles", home / "styles")
        list_ = (ROOT / "fonts" / "fonts.yaml").read_text()
        (home / "fonts" / "fonts.yaml").write_text(description or list_)
        if font is not None:
            (home / "fonts" / "files" / re.search(r"regular: (\S+)", list_).group(1)).write_bytes(font)
        self.put("good.md", GOOD)
        return self.build(env={"GARLAND_HOME": str(home)})

    def test_a_font_file_that_is_broken_is_named(self):
        for font in (b"", b"no font", b"OTTO\0\1" + b"\xff" * 5_000, colliding.png(20, 20)):
            done = self.build_with(font)
            self.assertEqual(done.returncode, 3, done.messages)
            self.assertRegex(done.messages, r"the font file .*\.otf. is damaged — install the font again")

    def test_a_font_file_that_is_missing_is_named(self):
        done = self.build_with(None, "folders: [files]\nfamilies: {serif: {kind: serif, regular: gone.otf}}\n")
        self.assertEqual(done.returncode, 3, done.messages)
        self.assertRegex(done.messages, r"the font file .gone\.otf. .* is not installed — install the font")


class Reports(Case):
    def test_json_is_one_value_with_all_problems(self):
        self.put("case.md", b"# Case\n\n![x](a.png)\n\n![y](b.png)\n")
        done = self.build("--json")
        report = json.loads(done.stdout)
        codes = [d["code"] for d in report["diagnostics"]]
        self.assertEqual(codes.count("missing-picture"), 2)
        self.assertEqual([s["path"] for s in report["sources"]], ["case.md"])
        self.assertEqual(len(report["outputs"]), 3)

    def test_no_script_or_handler_reaches_a_book(self):
        self.put("case.md", HEAD + b"<p onclick=\"steal()\">Kept <a href=\"javascript:steal()\">words</a></p>\n\n"
                 b"<script>steal()</script>\n\n[link](javascript:steal) [data](data:text/html,steal)\n")
        self.build()
        book = EpubBook(self.root / "out" / "folder.epub")
        for path in book.spine:
            raw = book.zip.read(path).decode()
            for bad in ("onclick", "javascript:", "<script", "data:text"):
                self.assertNotIn(bad, raw)
        self.assertIn("Kept words", self.epub_text())


class Determinism(Case):
    def test_the_same_folder_gives_the_same_bytes(self):
        colliding.write(self.folder / "forty")
        books = []
        for jobs, locale, zone in (("1", "C", "UTC"), ("2", "de_DE.UTF-8", "Asia/Tokyo"), ("7", "tr_TR.UTF-8", "UTC")):
            out = self.root / f"out-{jobs}"
            self.build("--jobs", jobs, out=out, env={"LC_ALL": locale, "TZ": zone})
            books.append([(out / name).read_bytes() for name in ("folder.epub", "folder.pdf")])
        self.assertEqual(books[0], books[1])
        self.assertEqual(books[0], books[2])


if __name__ == "__main__":
    unittest.main(verbosity=1)
