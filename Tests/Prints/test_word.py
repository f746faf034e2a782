"""The files for word processors: whole, well-formed, with all words of the page, the same bytes each time."""

import collections
import hashlib
import json
import pathlib
import posixpath
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

import pytest

from program import PROGRAM, ROOT

from . import texts
from .conftest import run
from .page import visible_text
from .test_prints import words
from .word import NAMES, RELATIONS, TYPES, Parts, labels, name, paragraphs, style, written


@pytest.fixture
def parts(print_):
    return Parts(print_.word)


@pytest.fixture
def shipped_parts(shipped):
    return Parts(shipped.word)


# Whole


def faults(file):
    """What a look by the schemas of Office finds (ISO/IEC 29500, Transitional): order, names, values, relations."""
    tool = pathlib.Path(sys.prefix) / "bin/openxml-audit"
    done = subprocess.run([tool, "-o", "json", file], capture_output=True, text=True, check=False)
    return json.loads(done.stdout)[0]["errors"]


def test_it_is_valid(print_):
    assert not faults(print_.word)


@pytest.mark.parametrize("old, new", [
    (b"<w:keepNext/>", b'<w:jc w:val="left"/><w:keepNext/>'), (b"<w:cantSplit/>", b"<w:cantsplit/>"),
    (b"<w:p><w:pPr>", b"<w:p><w:p/><w:pPr>"),
])
def test_a_broken_file_is_found_by_the_same_look(shipped, tmp_path, old, new):
    with zipfile.ZipFile(shipped.word) as file, zipfile.ZipFile(tmp_path / "broken.docx", "w") as broken:
        for item in file.infolist():
            broken.writestr(item, file.read(item).replace(old, new, 1))
    assert faults(tmp_path / "broken.docx")


def test_each_part_is_told_of_and_each_relation_leads_to_one(parts):
    assert parts.names[0] == "[Content_Types].xml"
    types = parts.trees["[Content_Types].xml"]
    endings = {entry.get("Extension") for entry in types.iter(TYPES + "Default")}
    own = {entry.get("PartName").lstrip("/") for entry in types.iter(TYPES + "Override")}
    assert own <= set(parts.names)
    reached = {"[Content_Types].xml"}
    for part in parts.names:
        assert part in own or part.rpartition(".")[2] in endings, part
        if not part.endswith(".rels"):
            continue
        reached.add(part)
        folder = part.rpartition("_rels/")[0]
        for relation in parts.trees[part].iter(RELATIONS):
            target = relation.get("Target")
            if relation.get("TargetMode") == "External":
                assert re.fullmatch(r"(https?|mailto|tel):[\w\-.~:/?#@!$&'()*+,;=%]+", target, re.ASCII), target
            else:
                reached.add(posixpath.normpath(posixpath.join(folder, target)))
    assert reached == set(parts.names)


def test_what_is_asked_for_by_a_name_is_there(parts):
    styles = parts.styles()
    lists = {number.get(name("w:numId")) for number in parts.trees["word/numbering.xml"].iter(name("w:num"))}
    for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        tree, relations = parts.trees[part], parts.relations(part)
        for node in tree.iter():
            value = node.get(name("w:val"))
            if node.tag in (name("w:pStyle"), name("w:rStyle"), name("w:tblStyle")):
                assert value in styles, value
            if node.tag == name("w:numId"):
                assert value in lists
            for key in (name("r:id"), name("r:embed")):
                assert node.get(key) is None or node.get(key) in relations or part != "word/document.xml", node.get(key)
                if part == "word/footnotes.xml" and node.get(key):
                    assert node.get(key) in relations
    assert all(one.get(name("w:val")) in styles for one in parts.trees["word/styles.xml"].iter(name("w:basedOn")))


def test_no_macro_and_nothing_from_elsewhere(parts):
    assert not [part for part in parts.names if re.search(r"vba|\.bin|ole|template", part, re.IGNORECASE)]
    kinds = {relation.get("Type").rpartition("/")[2] for part in parts.names if part.endswith(".rels")
             for relation in parts.trees[part].iter(RELATIONS) if relation.get("TargetMode") == "External"}
    assert kinds == {"hyperlink"}


def test_it_says_what_it_is(shipped_parts):
    core = ElementTree.tostring(shipped_parts.trees["docProps/core.xml"], encoding="unicode")
    for value in ("Bilancio Sociale 2020", "Comune di Palermo", "it-IT", "bilancio-modello:edizione:1"):
        assert f">{value}<" in core


# All of it


def test_no_word_of_the_page_is_missing(print_, parts):
    # Notes stand at the foot of pages, where word processors number them; nothing stands above them there.
    page = re.sub(r'(<section class="note"[^>]*>)<h\d>.*?</h\d>', r"\1", print_.page)
    page = re.sub(r'<sup><a [^>]*role="doc-noteref".*?</sup>', "", page)
    missing = words(visible_text(page)) - words("\n".join(map(written, paragraphs(parts))))
    assert not missing, missing


def test_every_paragraph_stands_in_the_order_of_the_page(print_, parts):
    page = " ".join(visible_text(print_.page).split())
    at = 0
    for paragraph in parts.text.iter(name("w:p")):
        text = " ".join(written(paragraph).split())
        if style(paragraph) and style(paragraph).startswith("Heading") and len(text) > 12:
            found = page.find(text, at)
            assert found >= 0, text
            at = found


def test_what_would_be_markup_or_a_field_is_text(torture):
    parts = Parts(torture.word)
    shown = " ".join(" ".join(map(written, paragraphs(parts))).split())
    for value in texts.HOSTILE:
        assert value.replace("\\\\", "\\") in shown or value in shown, value
    codes = [code.text for tree in parts.trees.values() for code in tree.iter(name("w:instrText"))]
    assert codes and all(re.fullmatch(r' (TOC|NOTEREF|PAGE|NUMPAGES)( ("1-2"|"1-1"|\\\w|\w+))* ', code) for code in codes), codes


# Finding one's way


def test_headings_are_headings_and_none_is_left_out(shipped, shipped_parts):
    styles = shipped_parts.styles()

    def level(one):
        found = styles[one].find("w:pPr/w:outlineLvl", NAMES)
        parent = styles[one].find("w:basedOn", NAMES)
        return int(found.get(name("w:val"))) + 1 if found is not None else (
            level(parent.get(name("w:val"))) if parent is not None else None)

    levels = [level(style(paragraph)) for paragraph in shipped_parts.text.iter(name("w:p")) if style(paragraph)]
    got = collections.Counter(one for one in levels if one)
    body = shipped.page[shipped.page.index("<main"):]
    body = re.sub(r'<nav.*?</nav>|<form.*?</form>|<section class="note"[^>]*><h\d>', "", body, flags=re.DOTALL)
    assert got == collections.Counter(int(found) - 1 for found in re.findall(r"<h([2-6])[ >]", body))


def test_the_contents_lead_to_headings(shipped_parts):
    marks = {mark.get(name("w:name")): paragraph for paragraph in paragraphs(shipped_parts)
             for mark in paragraph.iter(name("w:bookmarkStart"))}
    entries = [paragraph for paragraph in paragraphs(shipped_parts, contents=True) if style(paragraph) in ("TOC1", "TOC2")]
    assert len(entries) > 15
    for entry in entries:
        target = entry.find("w:hyperlink", NAMES).get(name("w:anchor"))
        assert written(marks[target]).strip() == written(entry).strip()


def test_links_lead_on(parts):
    marks = [mark.get(name("w:name")) for tree in (parts.text, parts.notes) for mark in tree.iter(name("w:bookmarkStart"))]
    assert len({mark.lower() for mark in marks}) == len(marks)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", mark, re.ASCII) for mark in marks)
    links = [link.get(name("w:anchor")) for tree in (parts.text, parts.notes) for link in tree.iter(name("w:hyperlink"))]
    assert len(links) > 150 and {link for link in links if link} <= set(marks)
    starts, ends = ([mark.get(name("w:id")) for tree in (parts.text, parts.notes) for mark in tree.iter(name(kind))]
                    for kind in ("w:bookmarkStart", "w:bookmarkEnd"))
    assert sorted(starts) == sorted(ends) and len(set(starts)) == len(starts)


def test_each_field_has_its_style(shipped_parts):
    names = {key: one.find("w:name", NAMES).get(name("w:val")) for key, one in shipped_parts.styles().items()}
    told = collections.Counter(names.get(style(paragraph)) for paragraph in shipped_parts.text.iter(name("w:p")))
    assert (told["Obiettivo"], told["Premessa"], told["Titolo realizzazione"], told["In breve"]) == (1, 1, 2, 2)
    for field in ("Perché", "Cosa abbiamo fatto", "Cosa è cambiato", "Cosa non ha funzionato", "Prossimi passi"):
        assert told[field] == 2, field


# Tables, notes, pictures


def test_tables_say_what_heads_them(parts):
    tables = list(parts.text.iter(name("w:tbl")))
    assert len(tables) > 5
    for table in tables:
        rows = table.findall("w:tr", NAMES)
        heads = [row.find("w:trPr/w:tblHeader", NAMES) is not None for row in rows]
        assert heads[0] and heads == sorted(heads, reverse=True)
        assert all(row.find("w:trPr/w:cantSplit", NAMES) is not None for row in rows)
        columns = len(table.findall("w:tblGrid/w:gridCol", NAMES))
        for row in rows:
            spans = [cell.find("w:tcPr/w:gridSpan", NAMES) for cell in row.findall("w:tc", NAMES)]
            assert sum(1 if span is None else int(span.get(name("w:val"))) for span in spans) == columns
            assert all(cell[-1].tag == name("w:p") for cell in row.findall("w:tc", NAMES))
        width = int(table.find("w:tblPr/w:tblW", NAMES).get(name("w:w")))
        assert width <= (14_400 if columns > 5 else 9_412)


def test_notes_are_footnotes(shipped_parts):
    signs = [sign.get(name("w:id")) for sign in shipped_parts.text.iter(name("w:footnoteReference"))]
    notes = {note.get(name("w:id")): written(note) for note in shipped_parts.notes.iter(name("w:footnote"))
             if note.get(name("w:type")) is None}
    assert signs == list(notes) and len(signs) > 2
    assert all(len(note) > 40 and "↩" not in note for note in notes.values())


def test_pictures_have_words_their_shape_and_room(parts):
    pictures = list(parts.text.iter(name("wp:inline")))
    assert pictures
    numbers = [picture.find("wp:docPr", NAMES).get("id") for picture in pictures]
    assert len(set(numbers)) == len(numbers)
    for picture in pictures:
        facts = picture.find("wp:docPr", NAMES)
        assert facts.get("descr") or facts.find(".//adec:decorative", NAMES) is not None
        size = picture.find("wp:extent", NAMES)
        assert 0 < int(size.get("cx")) <= 9_412 * 635


def test_a_picture_keeps_its_shape(torture):
    parts = Parts(torture.word)
    sizes = {picture.find("wp:docPr", NAMES).get("descr"): picture.find("wp:extent", NAMES)
             for picture in parts.text.iter(name("wp:inline"))}
    for words_, ratio in (("Un rettangolo largo", 900 / 500), ("Una striscia alta", 100 / 2000)):
        assert abs(int(sizes[words_].get("cx")) / int(sizes[words_].get("cy")) - ratio) < 0.001


def test_a_chart_is_a_drawing_and_the_same_for_who_knows_none(shipped_parts):
    relations = shipped_parts.relations("word/document.xml")
    charts = list(shipped_parts.text.iter(name("asvg:svgBlip")))
    assert charts
    for chart in charts:
        part = "word/" + relations[chart.get(name("r:embed"))].get("Target")
        drawn = ["".join(label.itertext()) for label in shipped_parts.trees[part].iter("{http://www.w3.org/2000/svg}text")]
        metafile = shipped_parts.bytes[part.replace(".svg", ".emf")]
        assert labels(metafile) == drawn


# The same each time, and places


def test_the_same_texts_give_the_same_bytes(shipped, tmp_path):
    subprocess.run(
        [PROGRAM, "word", "-q", "--content", ROOT / "content", "--output", tmp_path / "altro.docx"], check=True,
        cwd=tmp_path, env={"TZ": "Asia/Tokyo", "LC_ALL": "C", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)})
    one, two = (hashlib.sha256(file.read_bytes()).hexdigest() for file in (shipped.word, tmp_path / "altro.docx"))
    assert one == two


def test_one_objective_and_one_office(tmp_path):
    (tmp_path / "content").symlink_to(ROOT / "content")
    run("word", "--obiettivo", "digitalizzazione", cwd=tmp_path)
    run("word", "--ufficio", "servizio-innovazione", "--uscita", "ufficio.docx", cwd=tmp_path)
    one = Parts(tmp_path / "bilancio-sociale-2020-digitalizzazione.docx")
    text = "\n".join(map(written, paragraphs(one)))
    assert "Adesione alle piattaforme nazionali" in text and "Come è fatta l'edizione" not in text
    assert "Adozione del piano triennale" in "\n".join(map(written, paragraphs(Parts(tmp_path / "ufficio.docx"))))
    assert "ci sono" in run("word", "--ufficio", "zzz", cwd=tmp_path, status=2)


def test_no_file_of_others_is_replaced_nor_one_that_was_corrected(shipped, tmp_path):
    (tmp_path / "content").symlink_to(ROOT / "content")
    place = tmp_path / "relazione.docx"
    with zipfile.ZipFile(shipped.word) as old, zipfile.ZipFile(place, "w") as new:
        # A word processor calls the parts that it keeps by names of its own.
        for item in old.infolist():
            new.writestr(item.filename.replace("customXml/bilancio.xml", "customXml/item1.xml"),
                         old.read(item).replace(b"customXml/bilancio.xml", b"customXml/item1.xml"))
    before = place.read_bytes()
    assert "non l'ho fatto io" in run("word", "--uscita", place, cwd=tmp_path, status=2)
    assert place.read_bytes() == before
    run("word", "--uscita", "mio.docx", cwd=tmp_path)
    run("word", "--uscita", "mio.docx", cwd=tmp_path)
