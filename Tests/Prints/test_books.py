"""The books: valid, for everybody, with all words of the page, the same bytes each time."""

import hashlib
import html
import pathlib
import re
import subprocess
import sys
import zipfile

from program import PROGRAM, ROOT

from .conftest import run
from .page import visible_text
from .test_prints import tool, words

AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]


def epubcheck(book):
    jar = next(pathlib.Path(sys.prefix).glob("lib/*/site-packages/epubcheck/epubcheck.jar"))
    done = subprocess.run(["java", "-jar", jar, book], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_it_is_valid(print_):
    told = epubcheck(print_.book)
    assert "Validating using EPUB version 3.3 rules." in told
    assert "0 fatals / 0 errors / 0 warnings" in told, told


def test_a_broken_book_is_found_by_the_same_look(shipped, tmp_path):
    with zipfile.ZipFile(shipped.book) as old, zipfile.ZipFile(tmp_path / "broken.epub", "w") as new:
        for item in old.infolist():
            new.writestr(item, old.read(item).replace(b' properties="nav"', b""))
    assert "0 errors" not in epubcheck(tmp_path / "broken.epub")


def test_no_word_of_the_page_is_missing(print_):
    shown = words(" ".join(visible_text(f"<main>{body(page)}</main>") for page in print_.texts.values()))
    missing = words(visible_text(print_.page)) - shown
    assert not missing, missing


def body(page):
    found = re.search(r"<body>(.*)</body>", page, re.DOTALL)
    # The title of a file is a heading; the page's own title is left out of the words that are looked for.
    return re.sub(r"<(/?)h1\b", r"<\1h2", found[1]) if found else ""


def test_every_link_leads_to_something(print_):
    pages = {name.split("/")[-1]: page for name, page in print_.texts.items() if name.endswith(".xhtml")}
    ids = {name: set(re.findall(r' id="([^"]*)"', page)) for name, page in pages.items()}
    assert all(len(re.findall(r' id="', page)) == len(ids[name]) for name, page in pages.items())
    inside = 0
    for name, page in pages.items():
        for address in re.findall(r' href="([^"]*)"', page):
            if re.match(r"https?:|mailto:|tel:", address):
                assert "file:" not in address
                continue
            file, _, place = address.partition("#")
            if address == "stile.css":
                continue
            assert file in pages or not file, address
            assert not place or place in ids[file or name], address
            inside += 1
    assert inside > 150


def test_the_contents_lead_to_every_part(shipped):
    nav = shipped.texts["EPUB/indice.xhtml"]
    entries = re.findall(r'<a href="parte-\d+\.xhtml(?:#[^"]*)?">(.*?)</a>', nav)
    wanted = re.findall(r'class="it-page-section parte" id="[^"]*">\s*<h[23]>\s*(.*?)\s*</h', shipped.page, re.DOTALL)
    assert list(map(html.unescape, entries)) == list(map(html.unescape, wanted))


def test_beside_a_pdf_it_has_the_pages_of_that(offered, shipped):
    book = offered / "bilancio-sociale-2020.epub"
    assert "0 fatals / 0 errors / 0 warnings" in epubcheck(book)
    with zipfile.ZipFile(book) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xhtml", ".opf"))}
    pages = re.search(r'<nav epub:type="page-list".*?</nav>', files["EPUB/indice.xhtml"], re.DOTALL)[0]
    entries = re.findall(r'<a href="([^"#]*)#(pagina-\d+)">(\d+)</a>', pages)
    pdf = (offered / "bilancio-sociale-2020.pdf").resolve()
    # That a PDF is asked for its pages changes nothing in it.
    assert pdf.read_bytes() == shipped.file.read_bytes()
    count = int(re.search(r"Pages:\s+(\d+)", tool("pdfinfo", pdf))[1])
    assert [int(number) for _, _, number in entries] == list(range(1, count + 1))
    marks = {id_: (name, text) for name, text in files.items() for id_ in re.findall(r'role="doc-pagebreak" id="([^"]*)"', text)}
    for file, id_, number in entries:
        name, text = marks[id_]
        assert name == "EPUB/" + file
        after = visible_text("<main>" + text[text.index(f'id="{id_}"'):].split(">", 1)[1])
        first = re.findall(r"\w+", after)[:3]
        shown = tool("pdftotext", "-raw", "-f", number, "-l", number, pdf, "-")
        # A word that was parted at the end of a line is not looked for.
        assert re.search(r"\W+".join(map(re.escape, first[:2])), shown), (number, first)
    assert '<meta property="pageBreakSource">https://' in files["EPUB/bilancio.opf"]
    assert "page-list" not in shipped.texts["EPUB/indice.xhtml"] and "pageNavigation" not in shipped.texts["EPUB/bilancio.opf"]


def test_a_library_is_told_who_can_read_it(shipped):
    package = shipped.texts["EPUB/bilancio.opf"]
    facts = re.findall(r'<meta property="([^"]*)">(.*?)</meta>', package)
    assert ("schema:accessModeSufficient", "textual") in facts
    assert ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA") in facts
    assert {"tableOfContents", "readingOrder", "alternativeText"} <= {
        value for name, value in facts if name == "schema:accessibilityFeature"}
    assert "<dc:title>Bilancio Sociale 2020</dc:title>" in package


def test_everybody_can_read_each_file(print_, tmp_path, chromium):
    import axe_playwright_python

    axe = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    with zipfile.ZipFile(print_.book) as book:
        book.extractall(tmp_path)
    window = chromium.new_page(viewport={"width": 320, "height": 640})
    files = sorted((tmp_path / "EPUB").glob("*.xhtml"))
    assert len(files) > 8
    for file in files:
        window.goto(file.as_uri())
        window.evaluate(axe)
        found = window.evaluate(
            "async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags}})).violations"
            ".flatMap(v => v.nodes.map(n => [v.id, n.html]))", AXE)
        assert not found, (file.name, found)
    window.close()


def test_the_same_texts_give_the_same_bytes(shipped, tmp_path):
    subprocess.run(
        [PROGRAM, "epub", "-q", "--content", ROOT / "content", "--output", tmp_path / "altro.epub"], check=True,
        cwd=tmp_path, env={"TZ": "Asia/Tokyo", "LC_ALL": "C", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)})
    one, two = (hashlib.sha256(file.read_bytes()).hexdigest() for file in (shipped.book, tmp_path / "altro.epub"))
    assert one == two


def test_what_it_is_stands_first_and_plain(shipped):
    assert shipped.book.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_no_book_of_others_is_replaced(tmp_path):
    (tmp_path / "content").symlink_to(ROOT / "content")
    place = tmp_path / "romanzo.epub"
    place.write_bytes(b"PK\3\4 di un altro")
    assert "non l'ho fatto io" in run("epub", "--uscita", place, cwd=tmp_path, status=2)
    assert place.read_bytes() == b"PK\3\4 di un altro"
    run("epub", "--uscita", "mio.epub", cwd=tmp_path)
    run("epub", "--uscita", "mio.epub", cwd=tmp_path)
