"""A test with a folder of its own, which may ask for the shared material."""

import os
import pathlib
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = pathlib.Path(os.environ.get("GARLAND_SHARED") or ROOT.parent / "shared")


class SharedCase(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.root = pathlib.Path(self.temporary.name)

    def shared(self, relative: str) -> pathlib.Path:
        """The file or folder of that name; without it the test is skipped, and says so."""
        path = SHARED / relative
        if not path.exists():
            self.skipTest(f"no {path}; set GARLAND_SHARED to run this test")
        return path
