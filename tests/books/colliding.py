"""Makes forty articles that share everything they can: file names, section titles, ids, note labels,
picture names, citation keys and reference entries. What must stay apart is numbered."""
import pathlib
import struct
import zlib

COUNT = 40
MATTERS = 7
LANGUAGES = ["en", "de", "fr", "es", "it"]
SHARED_REFERENCE = "Harker, Ada. 1998. *The Salted Larder*. Leeds: Quarto Press."


def number_word(i: int) -> str:
    """A word that no other article has and no hyphenation divides: AQ, BQ, … for use in texts."""
    return f"Q{chr(65 + i // 10)}{chr(65 + i % 10)}Q"


def title(i: int) -> str:
    return f"Colliding Essay {number_word(i)}"


def author(i: int) -> str:
    return f"Ann {number_word(i)}-Smith"


def language(i: int) -> str:
    return LANGUAGES[i % len(LANGUAGES)]


def width_px(i: int) -> int:
    return 40 + i


def folder(i: int) -> str:
    return f"essay-{i:02}"


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> bytes:
    """A grey picture that is told from the others by its width."""
    rows = b"".join(b"\0" + bytes((x * 5 + y) % 256 for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(rows)) +
            png_chunk(b"IEND", b""))


def huge_png(side: int, rows: bytes | None = None) -> bytes:
    """A black picture of one bit a pixel; with `rows`, a file that has only these for it."""
    packer = zlib.compressobj(9)
    row = b"\0" + bytes((side + 7) // 8)
    data = packer.compress(rows) if rows is not None else b"".join(packer.compress(row) for _ in range(side))
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", data + packer.flush()) +
            png_chunk(b"IEND", b""))


def article(i: int) -> str:
    mark = number_word(i)
    after = (i + 1) % COUNT
    return f"""---
title: {title(i)}
author: {author(i)}
date: 20{10 + i % 10}-03-{i % 28 + 1:02}
lang: {language(i)}
publication: Review {mark}
subjects: [Collisions, Matter {i % MATTERS}]
url: https://example.org/{mark}
license: CC BY 4.0
references:
  - id: shared
    type: book
    author: [{{family: Source{mark}, given: Eve}}]
    issued: {1950 + i}
    title: Cited Book {mark}
    publisher: Quarto Press
---

Opening words of {mark}.[^1] Cited here [@shared, p. {i + 1}].

## Introduction {{#shared}}

Introduced by {mark}. See [method of {mark}](#method), [next after {mark}](../{folder(after)}/article.md)
and [introduction next after {mark}](../{folder(after)}/article.md#shared).[^note]

![Picture of {mark}](img/figure.png "Caption of {mark}")

## Method

Measured by {mark}. Back to [start of {mark}](#shared).

## Introduction

Introduced once more by {mark}.

## References

- {SHARED_REFERENCE}
- Own{mark}, Eva. {1900 + i}. *Only in {mark}*. Bern: Limmat.

[^1]: First note of {mark}.
[^note]: Second note of {mark}.
"""


def write(root: pathlib.Path) -> None:
    root.mkdir(parents=True)
    (root / "anthology.yaml").write_text("indexes: [authors, titles, subjects]\ncolophon: yes\n")
    for i in range(COUNT):
        home = root / folder(i)
        (home / "img").mkdir(parents=True)
        (home / "article.md").write_text(article(i))
        (home / "img" / "figure.png").write_bytes(png(width_px(i), 30))
