#!/usr/bin/env python3
"""Real articles in Markdown, of many sites and languages, build into sound books.

usage: articles_test.py GARLAND      (needs epubcheck and the articles beside the repository, or skips)
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLES = pathlib.Path(os.environ.get("GARLAND_SHARED", ROOT.parent / "shared")) / "data" / "markdown-articles"
EPUBCHECK = pathlib.Path("/usr/share/java/epubcheck.jar")
LIMIT_S = 600


@unittest.skipUnless(ARTICLES.is_dir(), f"no articles at {ARTICLES}; set GARLAND_SHARED to run this test")
@unittest.skipUnless(EPUBCHECK.is_file(), "epubcheck is not installed")
class Articles(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name) / "articles"
        shutil.copytree(ARTICLES / "articles", self.folder)
        shutil.copytree(ARTICLES / "site-root", self.folder, dirs_exist_ok=True)

    def test_all_articles_build_into_books_that_epubcheck_passes(self):
        out = pathlib.Path(self.temporary.name) / "out"
        done = subprocess.run([GARLAND, "build", self.folder, "-o", out], capture_output=True, timeout=LIMIT_S,
                              text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn(": error:", done.stderr)
        self.assertTrue((out / "articles.pdf").is_file(), "there is no packet; see the messages of the build")
        check = subprocess.run(["java", "-jar", EPUBCHECK, "--failonwarnings", out / "articles.epub"],
                               capture_output=True, timeout=LIMIT_S, text=True)
        self.assertEqual(check.returncode, 0, check.stdout + check.stderr)


if __name__ == "__main__":
    unittest.main()
