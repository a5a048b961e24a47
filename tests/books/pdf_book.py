"""A PDF as a test sees it: pages with their text, links, destinations, outline, pictures, structure.
Read with qpdf and poppler."""
import functools
import json
import re
import subprocess


def run(*command) -> str:
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


def decoded(text: str) -> str:
    """A string object of qpdf's JSON, version 2."""
    if text.startswith("u:"):
        return text[2:]
    raw = bytes.fromhex(text[2:])
    return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")


class PdfBook:
    def __init__(self, path):
        self.path = path
        self.objects = json.loads(run("qpdf", "--json=2", "--json-stream-data=none", path))["qpdf"][1]
        self.catalog = self.get(self.get(self.objects["trailer"])["/Root"])
        self.page_refs = list(self._leaves(self.catalog["/Pages"]))
        self.destinations = dict(self._names(self._destination_tree()))

    @functools.cached_property
    def texts(self) -> list[str]:
        """The words of each page, laid out as on it; slow where a page has much on it."""
        return run("pdftotext", "-layout", self.path, "-").split("\f")[:len(self.page_refs)]

    def get(self, thing):
        """What a reference leads to; other things are themselves."""
        if isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            thing = self.objects["obj:" + thing]
        if isinstance(thing, dict):
            thing = thing.get("value", thing.get("stream", {}).get("dict") if "stream" in thing else thing)
        return thing

    def _leaves(self, reference):
        node = self.get(reference)
        if node["/Type"] == "/Page":
            yield reference
        for kid in self.get(node.get("/Kids", [])):
            yield from self._leaves(kid)

    def _destination_tree(self):
        names = self.get(self.catalog.get("/Names", {}))
        return self.get(names["/Dests"]) if "/Dests" in names else self.get(self.catalog.get("/Dests", {}))

    def _names(self, node):
        node = self.get(node)
        if "/Names" not in node and "/Kids" not in node:
            yield from ((key[1:], self.get(value)) for key, value in node.items())
            return
        pairs = self.get(node.get("/Names", []))
        yield from ((decoded(pairs[i]), self.get(pairs[i + 1])) for i in range(0, len(pairs), 2))
        for kid in self.get(node.get("/Kids", [])):
            yield from self._names(kid)

    def page_of(self, destination) -> int | None:
        """Index of the page that a destination or its name leads to."""
        destination = self.get(destination)
        if isinstance(destination, str):
            destination = self.destinations.get(decoded(destination) if destination[:2] in ("u:", "b:")
                                                else destination.lstrip("/"))
        if isinstance(destination, dict):
            destination = self.get(destination["/D"])
        if not destination or destination[0] not in self.page_refs:
            return None
        return self.page_refs.index(destination[0])

    def links(self, page: int):
        """(contents, index of the page or None, address or None) of each link of a page."""
        for reference in self.get(self.get(self.page_refs[page]).get("/Annots", [])):
            annotation = self.get(reference)
            if annotation.get("/Subtype") != "/Link":
                continue
            action = self.get(annotation.get("/A", {}))
            target = annotation.get("/Dest", action.get("/D"))
            address = decoded(action["/URI"]) if "/URI" in action else None
            yield decoded(annotation.get("/Contents", "u:")), self.page_of(target) if target else None, address

    def outline(self, node=None, level=1):
        """(level, title, index of the page) of each bookmark, in order."""
        node = self.get(node or self.catalog["/Outlines"])
        child = node.get("/First")
        while child:
            entry = self.get(child)
            action = self.get(entry.get("/A", {}))
            yield level, decoded(entry["/Title"]), self.page_of(entry.get("/Dest", action.get("/D")))
            yield from self.outline(child, level + 1)
            child = entry.get("/Next")

    def page_labels(self) -> list[str]:
        numbers = self.get(self.get(self.catalog["/PageLabels"])["/Nums"])
        starts = [(numbers[i], self.get(numbers[i + 1])) for i in range(0, len(numbers), 2)]
        labels = []
        for page in range(len(self.page_refs)):
            first, style = [start for start in starts if start[0] <= page][-1]
            number = style.get("/St", 1) + page - first
            prefix = decoded(style.get("/P", "u:"))
            labels.append(prefix + {"/D": str, "/r": roman}.get(style.get("/S"), lambda n: "")(number))
        return labels

    def picture_widths(self) -> dict[int, set[int]]:
        """Page index to the widths in pixels of the pictures it shows."""
        widths = {}
        for row in run("pdfimages", "-list", self.path).splitlines()[2:]:
            cells = row.split()
            widths.setdefault(int(cells[0]) - 1, set()).add(int(cells[3]))
        return widths

    def codes(self) -> tuple[set[int], list[str]]:
        """Indices of the pages with QR codes, and what their alternatives say that they lead to."""
        pages, told = set(), []
        for thing in self.objects.values():
            element = self.get(thing)
            said = decoded(element["/Alt"]) if isinstance(element, dict) and element.get("/S") == "/Figure" else ""
            if said.startswith("QR code: "):
                pages.add(self.page_refs.index(element["/Pg"]))
                told.append(said.removeprefix("QR code: "))
        return pages, told

    def structure_languages(self) -> list[str]:
        """Languages of the structure tree's elements, in object order."""
        elements = (self.get(thing) for name, thing in self.objects.items() if name != "trailer")
        return [decoded(e["/Lang"]) for e in elements
                if isinstance(e, dict) and "/S" in e and "/Lang" in e and isinstance(e["/Lang"], str)]


def roman(number: int) -> str:
    digits = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    text = ""
    for value, letters in digits:
        while number >= value:
            text += letters
            number -= value
    return text
