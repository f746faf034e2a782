"""A document of an office, brought in with the browser: proven, told, and nothing written where it cannot be."""

import io
import json
import urllib.parse
import zipfile

import pytest

from .studio import Studio, tree
from .test_browser import examine, until, window

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx(body):
    """The smallest document that Word opens."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        archive.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                         f'<Relationship Id="r" Type="{REL}officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet(*rows):
    """The smallest workbook with years and values."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    text = '<c r="{}1" t="inlineStr"><is><t>{}</t></is></c>'
    lines = f'<row r="1">{text.format("A", "Anno")}{text.format("B", "Iscritti al nido")}</row>' + "".join(
        f'<row r="{at}"><c r="A{at}"><v>{year}</v></c><c r="B{at}"><v>{value}</v></c></row>' for at, (year, value) in enumerate(rows, 2))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations.format(f'<Relationship Id="r" Type="{REL}officeDocument" Target="xl/workbook.xml"/>'))
        archive.writestr("xl/workbook.xml", f'<?xml version="1.0"?><workbook {main} xmlns:r="{REL[:-1]}"><sheets><sheet name="F" sheetId="1" r:id="s"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", relations.format(f'<Relationship Id="s" Type="{REL}worksheet" Target="sheet.xml"/>'))
        archive.writestr("xl/sheet.xml", f'<?xml version="1.0"?><worksheet {main}><sheetData>{lines}</sheetData></worksheet>')
    return file.getvalue()


def line(text, bold=False):
    return f'<w:p><w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t>{text}</w:t></w:r></w:p>'


SCHOOL = docx(
    line("Perché", True) + line("Le file alla mensa erano lunghe.") + line("Cosa abbiamo fatto", True)
    + line("Abbiamo aperto un secondo turno, dalle 13 alle 14.") + "<w:p><w:del><w:r><w:delText>SEGRETO</w:delText></w:r></w:del></w:p>")


@pytest.fixture(scope="module")
def studio(chromium):
    with Studio() as studio:
        studio.chromium = chromium
        yield studio


def send(studio, data, name="secondo-turno.docx", kind=DOCX, token=None, **query):
    token = studio.open("2021/?importa").reader.forms[0]["t"][0] if token is None else token
    path = "/_studio/2021/?" + urllib.parse.urlencode({"documento": name, **query})
    return studio.post(path, data, Content_Type=kind, X_Modulo=token)


def test_a_document_becomes_a_draft_that_is_told_and_opened(studio):
    before = tree(studio.content)
    with window(studio, "2021/?importa", width=320) as page:
        examine(page, "the page for a document")
    with window(studio, "2021/?importa&obiettivo=scuole") as page:
        assert page.locator("#obiettivo").input_value() == "scuole"
        page.locator("#documento").set_input_files({"name": "secondo turno.docx", "mimeType": DOCX, "buffer": SCHOOL})
        page.get_by_role("button", name="Guarda soltanto").click()
        until(page, "document.querySelector('#portato').textContent.includes('Si farebbe')")
        assert tree(studio.content) == before
        page.get_by_role("button", name="Porta dentro").click()
        until(page, "document.activeElement.textContent === 'Apri la bozza'")
        told = page.locator("#portato").inner_text()
        assert "0 persi" in told and "testo cancellato" in told and "nome del file" in told and "SEGRETO" not in told
        examine(page, "what came of a document")
        page.keyboard.press("Enter")
        until(page, "document.querySelector('[id=\"f.titolo\"]')?.value === 'Secondo turno'")
        assert page.locator("[id='f.perche']").input_value() == "Le file alla mensa erano lunghe."
    new = {name: data.decode() for name, data in tree(studio.content).items() if name not in before}
    assert set(new) == {"2021/1-scuole/2-secondo-turno.md", "_importati/secondo-turno-docx.registro.csv"}
    assert "bozza: sì" in new["2021/1-scuole/2-secondo-turno.md"] and "SEGRETO" not in "".join(new.values())
    # The same again has the same title, and is refused.
    answer = json.loads(send(studio, SCHOOL, "secondo turno.docx", obiettivo="scuole")[2])
    assert "`Secondo turno` c'è già" in answer["guasto"]
    # Another of the same file's name takes nothing from the list of the first.
    answer = json.loads(send(studio, docx(line("Altro", True) + line("Testo.")), "secondo turno.docx", come="contesto")[2])
    assert "pagina" in answer, answer
    assert (studio.content / "_importati/secondo-turno-docx-2.registro.csv").exists()


def test_a_sheet_becomes_indicators(studio):
    before = tree(studio.content)
    answer = json.loads(send(studio, sheet((2019, 310), (2020, 352)), "iscritti.xlsx", XLSX)[2])
    assert "indicatore" in answer["fatto"] and "2 valori" in answer["conto"], answer
    new = {name: data.decode() for name, data in tree(studio.content).items() if name not in before}
    assert any("periodo: 2019\n    valore: 310\n" in text for text in new.values()), new
    assert "indicatore" in studio.open(answer["pagina"]).address


def test_what_cannot_be_brought_in_is_told_and_writes_nothing(studio):
    before = tree(studio.content)
    for data, words in (
        (b"", "documento"), (b"ciao", "documento"), (SCHOOL[:200], "rovinato"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "vecchi"),
        (docx("<w:tbl>" * 500 + "</w:tbl>" * 500), "livelli"), (docx(line("x")).replace(b"document.xml", b"documenx.xml"), "documento"),
    ):
        status, _, body = send(studio, data, obiettivo="scuole")
        assert status == 200 and words in json.loads(body)["guasto"], (words, body)
    # It is an achievement, and of no objective.
    assert "obiettivo" in json.loads(send(studio, SCHOOL)[2])["guasto"]
    assert "non c'è un obiettivo" in json.loads(send(studio, SCHOOL, obiettivo="../../etc")[2])["guasto"]
    edition = studio.read("2021/edizione.yml")
    studio.write(edition + "chiusa: sì\n", "2021/edizione.yml")
    assert "chiusa" in json.loads(send(studio, SCHOOL, obiettivo="scuole")[2])["guasto"]
    studio.write(edition, "2021/edizione.yml")
    assert tree(studio.content) == before


def test_no_document_comes_from_elsewhere(studio):
    before = tree(studio.content)
    token = studio.open("2021/?importa").reader.forms[0]["t"][0]
    assert send(studio, SCHOOL, token="0" * 32, obiettivo="scuole")[0] == 403
    assert send(studio, SCHOOL, kind="application/zip", token=token)[0] in (400, 403, 415)
    path = "/_studio/2021/?documento=x.docx&obiettivo=scuole"
    for headers in ({"Origin": "http://evil.example"}, {"Origin": None}, {"Cookie": None}, {"Sec_Fetch_Site": "cross-site"}, {"Host": "evil.example"}):
        assert studio.post(path, SCHOOL, Content_Type=DOCX, X_Modulo=token, **headers)[0] == 403, headers
    assert studio.post("/_studio/2021/realizzazione/scuole/nuova-mensa?documento=x.docx", SCHOOL, Content_Type=DOCX, X_Modulo=token)[0] == 403
    for name in ("../../fuori.docx", "/etc/passwd", "\0.docx", "x" * 300 + ".docx", ".docx", ""):
        status, _, body = send(studio, docx(line("Testo.")), name=name, token=token, come="contesto", prova="1")
        assert status in (200, 403), name
    assert tree(studio.content) == before
    assert not list(studio.folder.glob("fuori*"))
