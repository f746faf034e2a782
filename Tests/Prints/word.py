"""A word processor's file, taken apart."""

import xml.etree.ElementTree as ElementTree
import zipfile

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def name(prefixed):
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


class Parts:
    """A file's parts, those in XML as trees."""

    def __init__(self, file):
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            self.names = archive.namelist()
            self.bytes = {part: archive.read(part) for part in self.names}
        self.trees = {part: ElementTree.fromstring(self.bytes[part]) for part in self.names
                      if part.endswith((".xml", ".rels", ".svg"))}
        self.text = self.trees["word/document.xml"]
        self.notes = self.trees.get("word/footnotes.xml")

    def relations(self, part):
        folder, _, file = part.rpartition("/")
        return {relation.get("Id"): relation for relation in
                self.trees.get(f"{folder}/_rels/{file}.rels", ElementTree.Element("none")).iter(RELATIONS)}

    def styles(self):
        return {style.get(name("w:styleId")): style for style in self.trees["word/styles.xml"].iter(name("w:style"))}


def written(paragraph):
    """The text of a paragraph as it is shown."""
    shown = {name("w:br"): "\n", name("w:tab"): "\t", name("w:softHyphen"): "\u00ad"}
    return "".join(node.text or "" if node.tag == name("w:t") else shown.get(node.tag, "")
                   for node in paragraph.iter())


def style(paragraph):
    found = paragraph.find("w:pPr/w:pStyle", NAMES)
    return None if found is None else found.get(name("w:val"))


def paragraphs(parts, contents=False):
    """Those of the text and of its notes, without the contents."""
    for tree in (parts.text, parts.notes):
        for paragraph in [] if tree is None else tree.iter(name("w:p")):
            if contents or not (style(paragraph) or "").startswith("TOC"):
                yield paragraph


def labels(metafile):
    """The texts of a metafile, after a look at the lengths of all its records."""
    found, at, count = [], 0, 0
    number = lambda start: int.from_bytes(metafile[start:start + 4], "little")
    while at < len(metafile):
        kind, size = number(at), number(at + 4)
        assert size >= 8 and size % 4 == 0
        if kind == 84:
            start = at + number(at + 48)
            found.append(metafile[start:start + 2 * number(at + 44)].decode("utf-16-le"))
        at, count = at + size, count + 1
    assert (at, count, kind) == (number(48), number(52), 14)
    return found
