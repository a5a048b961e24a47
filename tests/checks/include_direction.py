#!/usr/bin/env python3
"""Checks that each folder of src/ includes only what stands below it, and that each outside library
is included by one folder only. Prints every wrong include with its line; exit status 1 if any."""
import pathlib
import re
import sys

# A folder may include itself and these.
ALLOWED = {
    "base": "",
    "document": "base",
    "pictures": "base",
    "fonts": "base",
    "readers": "base document",
    "passes": "base document",
    "references": "base document",
    "book": "base document pictures references",
    "style": "base document",
    "layout": "base document pictures fonts book style",
    "cover": "base document pictures fonts book style",
    "epub": "base document pictures book style",
    "pdf": "base document pictures fonts style layout",
    "compiler": "base document pictures fonts readers passes references book style layout cover epub pdf",
    "cli": "base document pictures fonts readers passes references book style layout cover epub pdf compiler",
}

# What a folder of src/readers may include of the others; the readers themselves, in src/readers,
# include any.
READERS = {
    "words": "",
    "wishes": "",
    "markup": "wishes",
    "html": "words wishes markup",
    "markdown": "words wishes markup html",
    "front_matter": "wishes markdown",
    "plain_text": "words wishes",
}

# Outside libraries by the beginning of their include, and the one folder that may use each. Cairo
# has two: librsvg draws on its surfaces.
OUTSIDE = {
    "unicode/": "base",
    "tinyxml2": "base",
    "yaml-cpp/": "base",
    "toml++/": "base",
    "nlohmann/": "base",
    "zip.h": "base",
    "libdeflate.h": "base",
    "cld2/": "base",
    "cmark-gfm": "readers",
    "gumbo": "readers",
    "hb": "fonts",
    "png.h": "pictures",
    "jpeglib": "pictures",
    "webp/": "pictures",
    "gif_lib.h": "pictures",
    "avif/": "pictures",
    "tiffio.h": "pictures",
    "gdk-pixbuf/": "pictures",
    "librsvg/": "pictures",
    "cairo": "cover pictures",
    "hpdf": "pdf",
    "lcms2": "pictures",
    "qrencode.h": "layout",
    "CLI/": "cli",
}

INCLUDE = re.compile(r'#include ([<"])([^">]+)[>"]')


def wrong_reader(folder: str, name: str) -> str:
    """Why a folder of src/readers may not include a name, or an empty string."""
    parts = name.split("/")
    if folder not in READERS or parts[0] != "readers" or parts[1:] == ["reader.h"]:
        return ""
    target = parts[1] if len(parts) > 2 else "a reader"
    if target == folder or target in READERS[folder].split():
        return ""
    return f"readers/{folder}/ may not include {name}"


def wrong_include(folder: str, mark: str, name: str) -> str:
    """Why a folder may not include a name, or an empty string."""
    if mark == '"':
        target = name.split("/")[0]
        if target != folder and target not in ALLOWED[folder].split():
            return f"{folder}/ may not include {target}/"
        return ""
    for beginning, owner in OUTSIDE.items():
        if name.startswith(beginning) and folder not in owner.split():
            return f"<{name}> belongs to {owner} alone"
    return ""


def main() -> int:
    source = pathlib.Path(__file__).resolve().parents[2] / "src"
    troubles = 0
    for file in sorted(source.rglob("*.*")):
        if file.suffix not in (".h", ".cpp"):
            continue
        folder = file.relative_to(source).parts[0]
        for number, line in enumerate(file.read_text().splitlines(), 1):
            match = INCLUDE.match(line)
            why = ""
            if match:
                parts = file.relative_to(source).parts
                why = wrong_include(folder, *match.groups()) or wrong_reader(parts[1], match[2])
            if why:
                print(f"{file.relative_to(source.parent)}:{number}: {why}")
                troubles += 1
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
