"""An EPUB as a test sees it: its package, documents and links."""
import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def words(element: ET.Element) -> str:
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


class EpubBook:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        container = ET.fromstring(self.zip.read("META-INF/container.xml"))
        self.package_path = next(e.get("full-path") for e in container.iter() if e.get("full-path"))
        self.package = ET.fromstring(self.zip.read(self.package_path))
        self.manifest = {}
        for item in self.package.iter(OPF + "item"):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(self.package_path), item.get("href")))
            self.manifest[item.get("id")] = (path, item.get("media-type"), item.get("properties") or "")
        self.spine = [self.manifest[ref.get("idref")][0] for ref in self.package.iter(OPF + "itemref")]
        self.trees = {}

    def tree(self, path: str) -> ET.Element:
        if path not in self.trees:
            self.trees[path] = ET.fromstring(self.zip.read(path))
        return self.trees[path]

    def nav(self) -> tuple[str, ET.Element]:
        path = next(p for p, _, properties in self.manifest.values() if "nav" in properties.split())
        return path, self.tree(path)

    def ncx(self) -> tuple[str, ET.Element]:
        path = next(p for p, kind, _ in self.manifest.values() if kind == "application/x-dtbncx+xml")
        return path, self.tree(path)

    def follow(self, base: str, href: str) -> tuple[str, ET.Element | None]:
        """The file and element that a link leads to; None where there is none."""
        name, _, fragment = href.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(base), name)) if name else base
        if path not in self.zip.namelist():
            return path, None
        root = self.tree(path)
        if not fragment:
            return path, root
        return path, next((e for e in root.iter() if e.get("id") == fragment), None)

    def links(self, path: str):
        return [a for a in self.tree(path).iter(XHTML + "a") if a.get("href")]

    def heading_of(self, path: str) -> str:
        return words(next(self.tree(path).iter(XHTML + "h1"), ET.Element("none")))
