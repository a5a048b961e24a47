#!/usr/bin/env python3
"""Pictures of every kind in both books: of the right size, the right way up and in the right colours beside what another
decoder makes of their files; the broken ones are reported where they are asked for, and named where they would stand.

usage: pictures_test.py GARLAND      (needs Pillow, poppler, epubcheck; says what it skips without ../shared)
"""
import contextlib
import functools
import io
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import unittest

from epub_book import XHTML, EpubBook
from pdf_book import PdfBook, decoded, run
from shared_case import SHARED, SharedCase

try:
    from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat
except ImportError:
    Image = None

GARLAND = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
EPUBCHECK = pathlib.Path("/usr/share/java/epubcheck.jar")
RULES = SHARED / "tools" / "pdfua_check.py"
HEAD = "---\ntitle: Pictures\nauthor: Ann Case\ndate: 2024-01-02\nurl: https://example.org/case\n---\n\n"
FIRST_LINE = HEAD.count("\n") + 1
MOST_PIXELS = 5_600_000
MOST_DIFFERENCE = 5  # of 255, the mean over a picture
COMPARED_SIDE = 256  # pixels: larger pictures are made smaller before they are compared
METADATA = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP"}


def gamma_of(data: bytes) -> float:
    """A PNG file's own (ISO/IEC 15948, 11.3.3.2), where nothing surer says what its colours are; that of sRGB otherwise."""
    header = data[:data.find(b"IDAT")]
    at = header.find(b"gAMA")
    if not data.startswith(b"\x89PNG") or at < 0 or b"sRGB" in header or b"iCCP" in header:
        return 1 / 2.2
    return struct.unpack(">I", data[at + 4:at + 8])[0] / 100_000


def as_srgb(level: int, gamma: float) -> int:
    light = (level / 255) ** (1 / gamma)
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def on_white(picture):
    picture = picture.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


def opened(data: bytes):
    """The first picture of a file, upright, sRGB, on white paper."""
    picture = Image.open(io.BytesIO(data))
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):  # 16 bits of grey
        picture = picture.point([value / 257 for value in range(65536)], "L")
    if picture.format != "TIFF":  # Pillow turns those itself
        picture = ImageOps.exif_transpose(picture)
    if profile and picture.mode in ("RGB", "CMYK"):
        with contextlib.suppress(OSError, ValueError, ImageCms.PyCMSError):  # a broken profile says nothing
            picture = ImageCms.profileToProfile(picture, io.BytesIO(profile), ImageCms.createProfile("sRGB"),
                                                outputMode="RGB")
    gamma = gamma_of(data)
    if abs(gamma - 1 / 2.2) > 0.01:
        picture = picture.convert("RGBA")
        curve = [as_srgb(level, gamma) for level in range(256)]
        picture = picture.point(curve * 3 + list(range(256)))
    return on_white(picture)


def difference(first, second) -> float:
    """The mean over a picture, of the channel where it is largest. Sizes may differ by what scaling takes away."""
    if abs(first.width / first.height - second.width / second.height) > 0.01:
        return 255
    sides = [min(COMPARED_SIDE, side) for side in first.size]
    scaled = [picture.resize(sides, Image.BOX) if picture.size != tuple(sides) else picture
              for picture in (first, second)]
    return max(ImageStat.Stat(ImageChops.difference(*scaled)).mean)


def says_more_than_its_pixels(data: bytes) -> bool:
    if data.startswith(b"\x89PNG"):
        at, types = 8, set()
        while at + 8 <= len(data):
            types.add(data[at + 4:at + 8])
            at += 12 + struct.unpack(">I", data[at:at + 4])[0]
        return bool(types & METADATA)
    at = 2
    while data[at + 1] != 0xDA:
        if data[at + 1] == 0xFE or 0xE1 <= data[at + 1] <= 0xED:
            return True
        at += 2 + struct.unpack(">H", data[at + 2:at + 4])[0]
    return False


def made_picture():
    """Soft colours with a dark corner at the top left, so that one sees which way up it is."""
    across = Image.linear_gradient("L").rotate(90).resize((320, 240))
    down = Image.linear_gradient("L").resize((320, 240))
    picture = Image.merge("RGB", (across, down, Image.new("L", across.size, 140)))
    picture.paste((20, 20, 60), (0, 0, 120, 60))
    return picture


@unittest.skipUnless(Image, "Pillow is not installed")
class Pictures(SharedCase):
    def build(self, files: list[str]):
        """Builds both books of an article that shows the files of the folder, each in a paragraph of its own."""
        self.files = files
        self.folder = self.root / "folder"
        self.folder.mkdir(exist_ok=True)
        (self.folder / "article.md").write_text(HEAD + "".join(f"![Picture {file}]({file})\n\n" for file in files))
        done = subprocess.run([GARLAND, "build", self.folder, "-o", self.root / "out"], capture_output=True, text=True)
        self.messages = re.findall(r"^article\.md:(\d+):\d+: warning: (.*) \[([\w-]+)\]$", done.stderr, re.M)
        self.epub = EpubBook(next((self.root / "out").glob("*.epub")))
        self.packet = next((self.root / "out").glob("*.pdf"))

    def reported(self, file: str) -> set[str]:
        """Codes of the warnings at each line that asks for the file."""
        lines = {str(FIRST_LINE + 2 * i) for i, name in enumerate(self.files) if name == file}
        found = [{code for line, _, code in self.messages if line == wanted} for wanted in lines]
        self.assertTrue(all(codes == found[0] for codes in found), f"{file}: not the same warnings at all lines")
        return found[0]

    @functools.cached_property
    def in_epub(self) -> dict[str, bytes]:
        """The pictures of the e-book's article by the files that they were made of."""
        found = {}
        for path in self.epub.spine:
            for image in self.epub.tree(path).iter(XHTML + "img"):
                if (image.get("alt") or "").startswith("Picture "):
                    found[image.get("alt")[8:]] = self.epub.zip.read(self.inside(path, image.get("src")))
        return found

    @staticmethod
    def inside(path: str, target: str) -> str:
        parts = list(pathlib.PurePosixPath(path).parent.parts)
        for part in target.split("/"):
            parts = parts[:-1] if part == ".." else parts + [part]
        return "/".join(parts)

    @functools.cached_property
    def on_pages(self) -> dict[int, list]:
        """The pictures that the packet's pages show, on white paper, by the pages' indices."""
        prefix = self.root / "drawn"
        run("pdfimages", "-all", self.packet, prefix)
        pages = {}
        for row in run("pdfimages", "-list", self.packet).splitlines()[2:]:
            page, number, kind = row.split()[:3]
            drawn = Image.open(next(self.root.glob(f"drawn-{int(number):03}.*")))
            shown = pages.setdefault(int(page) - 1, [])
            if kind == "smask":
                shown[-1].putalpha(drawn.convert("L"))
            else:
                shown.append(drawn.convert("RGB"))
        return {page: [on_white(picture) for picture in pictures] for page, pictures in pages.items()}

    @functools.cached_property
    def pages_of(self) -> dict[str, int]:
        """By file the page that shows it, as the packet's structure tells by the alternative text."""
        book = PdfBook(self.packet)
        elements = [book.get(thing) for thing in book.objects.values()]
        return {decoded(element["/Alt"])[8:]: book.page_refs.index(element["/Pg"]) for element in elements
                if isinstance(element, dict) and element.get("/S") == "/Figure"}

    @functools.cached_property
    def printed(self) -> str:
        """The words of the packet without the spaces between them."""
        return re.sub(r"\s+", "", run("pdftotext", self.packet, "-"))

    def shown(self) -> list[str]:
        return [file for file in self.files if "broken-picture" not in self.reported(file)]

    def check_shown(self, compared: set[str]):
        """The files in both books against what Pillow makes of them."""
        shown = self.shown()
        self.assertEqual(set(shown), set(self.in_epub), "pictures in the e-book")
        self.assertEqual(set(shown), set(self.pages_of), "pictures in the packet")
        self.assertEqual(len(shown), sum(map(len, self.on_pages.values())), "pictures drawn on the packet's pages")
        for file in shown:
            if file in compared:
                with self.subTest(file):
                    expected = opened((self.folder / file).read_bytes())
                    self.compare("e-book", opened(self.in_epub[file]), expected)
                    self.find_on_page(file, expected)

    def find_on_page(self, file: str, expected):
        """A page may show its pictures in another order: the nearest one is meant."""
        drawn = self.on_pages[self.pages_of[file]]
        nearest = min(drawn, key=lambda picture: difference(picture, expected))
        self.compare("packet", nearest, expected)
        drawn.remove(nearest)

    def compare(self, book: str, found, expected):
        if expected.width * expected.height > MOST_PIXELS:
            self.assertLessEqual(found.width * found.height, MOST_PIXELS, f"{book}: pixels")
            self.assertAlmostEqual(found.width / found.height, expected.width / expected.height, 2, f"{book}: sides")
        else:
            self.assertEqual(found.size, expected.size, f"{book}: size")
        self.assertLess(difference(found, expected), MOST_DIFFERENCE, f"{book}: difference of colours")

    def check_left_out(self, file: str):
        self.assertIn("broken-picture", self.reported(file), f"{file} is not reported where it is asked for")
        places = [" ".join("".join(span.itertext()).split()) for path in self.epub.spine
                  for span in self.epub.tree(path).iter(XHTML + "span") if span.get("class") == "missing-picture"]
        self.assertTrue(any(file in place for place in places), f"the e-book does not say that {file} is missing")
        self.assertIn("PicturenotincludedPicture" + file, self.printed,
                      f"the packet does not say that {file} is missing")

    def check_stored(self):
        for file, data in self.in_epub.items():
            self.assertFalse(says_more_than_its_pixels(data), f"{file} keeps its metadata")
        stored = [self.epub.zip.read(name) for name in self.epub.zip.namelist() if "/images/" in name]
        self.assertEqual(len(stored), len(set(stored)), "a picture is stored twice")

    def check_rules(self):
        if EPUBCHECK.is_file():
            done = subprocess.run(["java", "-jar", EPUBCHECK, self.epub.zip.filename], capture_output=True, text=True)
            self.assertIn("0 fatals / 0 errors / 0 warnings", done.stdout, done.stdout + done.stderr)
        if RULES.exists():
            done = subprocess.run([sys.executable, RULES, "--brief", self.packet], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout)

    def test_the_collection(self):
        images = self.shared("data/images")
        rows = [json.loads(line) for line in (images / "index.jsonl").read_text().splitlines()]
        for folder in ("exif", "image-rs", "jpeg-decoder", "pngsuite"):
            shutil.copytree(images / folder, self.root / "folder" / folder)
        files = [row["file"] for row in rows]
        broken = [row["file"] for row in rows if row.get("valid") is False]
        # Lossless JPEG, which neither browsers nor libjpeg read, and files made to break decoders.
        doubtful = {row["file"] for row in rows if row.get("robustness") or row.get("components", 1) is None}
        doubtful.add("jpeg-decoder/reftest_images_partial_progressive.jpg")  # decoders guess what it lacks
        self.build(files + broken)  # each broken one twice
        good = set(files) - set(broken) - doubtful
        self.assertEqual(good - set(self.shown()), set(), "good pictures that are not shown")
        self.check_shown(good)
        for file in files:
            if file in broken or "broken-picture" in self.reported(file):
                self.check_left_out(file)
        self.check_stored()
        self.check_rules()

    def test_made_pictures(self):
        """What the collection lacks: kinds that programs other than browsers make, large ones, and such as say too much."""
        folder = self.root / "folder"
        folder.mkdir()
        drawn = made_picture()
        exif = Image.Exif()
        exif[0x0112] = 6  # the stored rows are columns, from the right
        exif[0x8825] = {1: "N", 2: (52.0, 30.0, 0.0)}  # where it was taken
        large = drawn.resize((3200, 2400))
        large.save(folder / "large.jpg", exif=exif, comment="from the camera of Ann Case")
        large.save(folder / "large.png")
        drawn.save(folder / "packed.tif", compression="tiff_lzw", tiffinfo={0x0112: 8})
        drawn.convert("CMYK").save(folder / "inks.tif")
        drawn.convert("1").save(folder / "scan.tif", compression="group4")
        drawn.save(folder / "photograph.tif", compression="jpeg", quality=95)
        drawn.save(folder / "pages.tif", save_all=True, append_images=[drawn.convert("L")])
        drawn.save(folder / "true.bmp")
        drawn.quantize(16).save(folder / "palette.bmp")
        drawn.convert("1").save(folder / "black.bmp")
        drawn.quantize(64).save(folder / "still.gif")
        drawn.save(folder / "turned.webp", exif=exif, quality=95)
        drawn.save(folder / "named-so.jpg", format="BMP")
        (folder / "cut.bmp").write_bytes((folder / "true.bmp").read_bytes()[:40])
        self.build(sorted(path.name for path in folder.iterdir()))
        self.assertEqual(self.reported("pages.tif"), {"repaired-picture"})
        self.check_left_out("cut.bmp")
        self.check_shown(set(self.files) - {"cut.bmp"})
        self.assertEqual(self.in_epub["true.bmp"], self.in_epub["named-so.jpg"])
        self.check_stored()


if __name__ == "__main__":
    unittest.main()
