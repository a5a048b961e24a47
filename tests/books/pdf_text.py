"""The text of a tagged PDF as a screen reader gets it: by the structure tree, from the fonts' character maps and what
stands in their stead (ActualText). Read with qpdf; for files as Garland writes them."""
import base64
import json
import re
import subprocess

# Elements that stand within a line.
WITHIN = {"/Span", "/Link", "/Reference", "/Code", "/Quote", "/Formula"}
TOKEN = re.compile(rb"\((?:[^\\()]|\\.)*\)|<<.*?>>|<[0-9A-Fa-f]*>|\[|\]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+", re.S)
ESCAPE = re.compile(rb"\\(.)", re.S)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}


class PdfText:
    def __init__(self, path):
        made = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized",
                               "--json-key=qpdf", str(path)], capture_output=True, check=True)
        self.objects = json.loads(made.stdout)["qpdf"][1]
        self.maps = {}  # of characters, by their object
        self.catalog = self.get(self.get(self.objects["trailer"])["/Root"])
        self.contents = {page: self._marked(page) for page in self._pages(self.catalog["/Pages"])}

    def get(self, thing):
        """What a reference leads to; of a stream its dictionary."""
        if isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            thing = self.objects["obj:" + thing]
            return thing["stream"]["dict"] if "stream" in thing else thing["value"]
        return thing["value"] if isinstance(thing, dict) and "value" in thing else thing

    def blocks(self) -> list[str]:
        """The text of each paragraph, heading, item and cell, in the order of the structure tree."""
        self._blocks = [""]
        self._element(self.get(self.get(self.catalog["/StructTreeRoot"])["/K"]), None)
        return [text for text in map(str.strip, self._blocks) if text]

    def _element(self, element, page):
        page = element.get("/Pg", page)
        is_block = element["/S"] not in WITHIN
        if is_block:
            self._blocks.append("")
        kids = self.get(element.get("/K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                self._blocks[-1] += self.contents[page].get(kid, "")
                continue
            kid = self.get(kid)
            if "/MCID" in kid:
                self._blocks[-1] += self.contents[kid["/Pg"]].get(kid["/MCID"], "")
            elif "/S" in kid:
                self._element(kid, page)
        if is_block:
            self._blocks.append("")

    def _pages(self, reference):
        node = self.get(reference)
        if node["/Type"] == "/Page":
            yield reference
        for kid in self.get(node.get("/Kids", [])):
            yield from self._pages(kid)

    def _stream(self, reference) -> bytes:
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def _map(self, font) -> dict[int, str]:
        reference = self.get(font)["/ToUnicode"]
        if reference not in self.maps:
            pairs = {}
            for block in re.findall(rb"beginbfchar(.*?)endbfchar", self._stream(reference), re.S):
                for code, text in re.findall(rb"<(\w+)>\s*<(\w*)>", block):
                    pairs[int(code, 16)] = utf16(text)
            for block in re.findall(rb"beginbfrange(.*?)endbfrange", self._stream(reference), re.S):
                for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w*)>", block):
                    begin = utf16(text)
                    for code in range(int(first, 16), int(last, 16) + 1):
                        pairs[code] = begin[:-1] + chr(ord(begin[-1]) + code - int(first, 16))
            self.maps[reference] = pairs
        return self.maps[reference]

    def _marked(self, page) -> dict[int, str]:
        """The text of each content identifier of a page."""
        node = self.get(page)
        fonts = {name: self._map(font) for name, font in self.get(self.get(node["/Resources"]).get("/Font", {})).items()}
        marked, operands, mark, spoken, font = {}, [], None, False, {}
        for token in TOKEN.findall(self._stream(node["/Contents"])):
            if token == b"BDC":
                properties = operands[-1]
                found = re.search(rb"/MCID (\d+)", properties)
                actual = re.search(rb"/ActualText<FEFF(\w*)>", properties)
                mark = int(found.group(1)) if found else None
                spoken = actual is not None
                if found:
                    marked[mark] = utf16(actual.group(1)) if actual else ""
            elif token in (b"BMC", b"EMC"):
                mark = None
            elif token == b"Tf":
                font = fonts[operands[-2].decode()]
            elif token == b"TJ" and mark is not None and not spoken:
                for string in operands:
                    if string.startswith(b"("):
                        data = ESCAPE.sub(lambda found: ESCAPED.get(found.group(1), found.group(1)), string[1:-1])
                        for i in range(0, len(data), 2):
                            marked[mark] += font[data[i] << 8 | data[i + 1]]
            else:
                operands.append(token)
                continue
            operands = []
        return marked


def utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")

