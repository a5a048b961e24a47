#!/usr/bin/env python3
"""Times Garland beside pandoc, Typst and the floor on the same articles, in one run.

usage: bench.py BUILD_FOLDER [--counts 10,100,1000] [--runs 3] [--json FILE]

Prints medians of processor time, wall time, peak memory, sizes and pages, with ratios to the peers that
are installed and to the floor (reading, hashing and deflating the same bytes); then the speed of each
reader on one core, beside the libraries it stands on.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time

import articles

# Slow peers are not asked for more articles than this.
PEER_LIMIT = 100
# Megabytes a second that a reader should take on one core.
READER_TARGET = 20


def measure(command: list[str], folder: pathlib.Path, runs: int) -> dict | None:
    """Medians over several runs of one command; None when it fails."""
    samples = []
    for _ in range(runs):
        began = time.monotonic()
        with open(os.devnull, "wb") as sink:
            process = subprocess.Popen(command, cwd=folder, stdout=sink, stderr=sink)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            return None
        samples.append((usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss / 1024))
    cpu, wall, memory = (statistics.median(column) for column in zip(*samples))
    return {"cpu_s": cpu, "wall_s": wall, "memory_mb": memory}


def page_count(pdf: pathlib.Path) -> int | None:
    if not shutil.which("pdfinfo"):
        return None
    found = re.search(r"^Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout, re.M)
    return int(found.group(1)) if found else None


def outputs(folder: pathlib.Path) -> dict:
    result = {}
    for file in sorted(folder.glob("*")):
        if file.suffix in (".epub", ".pdf"):
            result[file.suffix[1:] + "_kb"] = file.stat().st_size / 1000
        if file.suffix == ".pdf":
            result["pages"] = page_count(file)
    return result


def typst_source(folder: pathlib.Path) -> None:
    """The same articles as one Typst file, made by pandoc where it can write Typst."""
    files = sorted(str(f) for f in folder.glob("*.md"))
    subprocess.run(["pandoc", "--file-scope", "-t", "typst", "-s", "-o", folder.parent / "book.typ", *files],
                   check=True, capture_output=True)


def commands(garland: pathlib.Path, floor: pathlib.Path, folder: pathlib.Path, count: int):
    """Name and command of every contestant for one folder of articles."""
    out = folder.parent / "out"
    yield "floor", [str(floor), str(folder)]
    for name, flags in (("garland epub", ["--epub"]), ("garland pdf", ["--pdf"]), ("garland both", [])):
        yield name, [str(garland), "build", str(folder), "-o", str(out), "--quiet", *flags]
    yield "garland both, 1 thread", [str(garland), "build", str(folder), "-o", str(out), "--quiet", "--jobs", "1"]
    if count > PEER_LIMIT:
        return
    files = sorted(str(f) for f in folder.glob("*.md"))
    if shutil.which("pandoc"):
        yield "pandoc epub", ["pandoc", "--file-scope", "--toc", "-o", str(out / "pandoc.epub"), *files]
    if shutil.which("typst") and shutil.which("pandoc"):
        try:
            typst_source(folder)
            yield "typst pdf", ["typst", "compile", str(folder.parent / "book.typ"), str(out / "typst.pdf")]
        except subprocess.CalledProcessError:
            print("typst: this pandoc cannot write Typst; left out", file=sys.stderr)


def bench_count(garland: pathlib.Path, floor: pathlib.Path, count: int, runs: int) -> list[dict]:
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "articles"
        size = articles.write_articles(folder, count)
        for name, command in commands(garland, floor, folder, count):
            out = pathlib.Path(temporary) / "out"
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            measured = measure(command, pathlib.Path(temporary), runs)
            if measured is None:
                print(f"{name}: failed on {count} articles; left out", file=sys.stderr)
                continue
            rows.append({"articles": count, "input_kb": size / 1000, "what": name, **measured, **outputs(out)})
    floor_cpu = next(row["cpu_s"] for row in rows if row["what"] == "floor")
    for row in rows:
        row["ms_per_article"] = row["cpu_s"] * 1000 / count
        row["ratio_to_floor"] = row["cpu_s"] / floor_cpu
    return rows


def add_peer_ratios(rows: list[dict]) -> None:
    """How many times our processor time each peer takes for the same book."""
    own = {"pandoc epub": "garland epub", "typst pdf": "garland pdf"}
    for row in rows:
        ours = [r for r in rows if r["articles"] == row["articles"] and r["what"] == own.get(row["what"])]
        if ours:
            row["ratio_to_garland"] = row["cpu_s"] / ours[0]["cpu_s"]


def table(rows: list[dict]) -> str:
    columns = [("articles", "articles", "{}"), ("what", "what", "{}"), ("cpu_s", "cpu s", "{:.3f}"),
               ("wall_s", "wall s", "{:.3f}"), ("ms_per_article", "cpu ms/article", "{:.2f}"),
               ("memory_mb", "peak MB", "{:.0f}"), ("epub_kb", "epub kB", "{:.0f}"), ("pdf_kb", "pdf kB", "{:.0f}"),
               ("pages", "pages", "{}"), ("ratio_to_floor", "x floor", "{:.1f}"),
               ("ratio_to_garland", "x garland", "{:.1f}")]
    lines = ["| " + " | ".join(head for _, head, _ in columns) + " |", "|" + "---|" * len(columns)]
    for row in rows:
        cells = [form.format(row[key]) if row.get(key) is not None else "" for key, _, form in columns]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def generate_sources(garland: pathlib.Path, folder: pathlib.Path) -> None:
    """The same articles of our own as Markdown, as pages and as wrapped plain text."""
    articles.write_articles(folder / "markdown", PEER_LIMIT)
    for kind in ("html", "plain-text"):
        (folder / kind).mkdir()
    for path in sorted((folder / "markdown").glob("*.md")):
        page = subprocess.run([garland, "inspect", path, "--format", "html"], check=True, capture_output=True).stdout
        (folder / "html" / f"{path.stem}.html").write_bytes(page)
        text = re.sub(r"(?s)^---\n.*?\n---\n", "", path.read_text())
        blocks = (re.sub(r"^#+ |\*|\[\^\d\]:? ?", "", block) for block in text.split("\n\n"))
        wrapped = (block if block.startswith(("-", "|", ">")) else textwrap.fill(block, 76) for block in blocks)
        (folder / "plain-text" / f"{path.stem}.txt").write_text("\n\n".join(wrapped))


def bench_readers(build: pathlib.Path) -> list[dict]:
    """Megabytes a second of each reader on one thread, over our own articles and the data sets."""
    shared = pathlib.Path(os.environ.get("GARLAND_SHARED") or pathlib.Path(__file__).resolve().parents[3] / "shared")
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        generate_sources(build / "garland", folder)
        named = [f"our own, {kind}={folder / kind}" for kind in ("markdown", "html", "plain-text")]
        for name in ("webpages/pages", "webpages/clips", "markdown-articles/articles"):
            if (shared / "data" / name).exists():
                named.append(f"{name}={shared / 'data' / name}")
            else:
                print(f"readers: no {shared / 'data' / name}; left out (set GARLAND_SHARED)", file=sys.stderr)
        done = subprocess.run([build / "tests" / "bench" / "bench_readers", *named], check=True, capture_output=True,
                              text=True)
    for line in done.stdout.splitlines():
        what, reader, files, size, speed, floor, slowest = line.split("\t")
        rows.append({"what": what, "reader": reader, "files": int(files), "input_mb": float(size),
                     "mb_per_s": float(speed), "floor_mb_per_s": float(floor), "slowest_file": slowest,
                     "reaches_target": float(speed) >= READER_TARGET})
    return rows


def reader_table(rows: list[dict]) -> str:
    lines = ["| sources | reader | files | MB | MB/s | library alone MB/s | slowest file, MB/s | |",
             "|" + "---|" * 8]
    for row in rows:
        mark = "" if row["reaches_target"] else f"below {READER_TARGET}"
        lines.append("| {what} | {reader} | {files} | {input_mb:.2f} | {mb_per_s:.1f} | {floor_mb_per_s:.1f} | "
                     "{slowest_file} | {mark} |".format(**row, mark=mark))
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--counts", default="10,100,1000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    build = options.build.resolve()
    rows = []
    for count in (int(number) for number in options.counts.split(",")):
        rows += bench_count(build / "garland", build / "tests" / "bench" / "bench_floor", count, options.runs)
    add_peer_ratios(rows)
    print(table(rows))
    readers = bench_readers(build)
    print(f"\nReaders on one core, target {READER_TARGET} MB/s:\n\n{reader_table(readers)}")
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps({"books": rows, "readers": readers}, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
