"""A document of an office, brought in with the browser: proven, told, and nothing written where it cannot be."""

import email.message
import io
import json
import urllib.parse
import zipfile

import pytest

from .studio import Studio, tree
from .test_browser import examine, until, window
from .test_guests import png

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
SPACES = f'xmlns:w="{W}" xmlns:r="{REL[:-1]}"' + "".join(
    f' xmlns:{name}="http://schemas.openxmlformats.org/drawingml/2006/{path}"'
    for name, path in (("wp", "wordprocessingDrawing"), ("a", "main"), ("pic", "picture")))
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx(body, pictures={}):
    """The smallest document that Word opens, with pictures by the names of their relations."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        archive.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                         f'<Relationship Id="r" Type="{REL}officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml", f'<?xml version="1.0"?><w:document {SPACES}><w:body>{body}</w:body></w:document>')
        links = "".join(f'<Relationship Id="{name}" Type="{REL}image" Target="media/{name}.png"/>' for name in pictures)
        archive.writestr("word/_rels/document.xml.rels", f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>')
        for name, data in pictures.items():
            archive.writestr(f"word/media/{name}.png", data)
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


def school(why):
    return docx(
        line("Perché", True) + line(why) + line("Cosa abbiamo fatto", True)
        + line("Abbiamo aperto un secondo turno, dalle 13 alle 14.") + "<w:p><w:del><w:r><w:delText>SEGRETO</w:delText></w:r></w:del></w:p>")


SCHOOL = school("Le file alla mensa erano lunghe.")


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
    assert set(new) == {"2021/1-scuole/2-secondo-turno.md", "_importati/secondo-turno-docx.registro.csv", "_importati/secondo-turno-docx.testi.json"}
    assert "bozza: sì" in new["2021/1-scuole/2-secondo-turno.md"] and "SEGRETO" not in "".join(new.values())
    # The same again brings nothing; with something new in it, that; where both changed the same, both are shown.
    page, path = studio.content / "2021/1-scuole/2-secondo-turno.md", "secondo turno.docx"
    now = tree(studio.content)
    answer = json.loads(send(studio, SCHOOL, path, obiettivo="scuole")[2])
    assert "stesso documento" in answer["fatto"] and tree(studio.content) == now
    answer = json.loads(send(studio, school("Le file erano lunghe."), path, obiettivo="scuole")[2])
    assert "aggiornata: «Perché»" in answer["fatto"] and "secondo-turno" in answer["pagine"][0]["indirizzo"], answer
    page.write_text(page.read_text().replace("Le file erano lunghe.", "Le file erano lunghissime."))
    now = tree(studio.content)
    answer = json.loads(send(studio, school("Le file erano corte."), path, obiettivo="scuole")[2])
    assert answer["conflitti"] == [{"campo": "Perché", "qui": "Le file erano lunghissime.", "documento": "Le file erano corte."}], answer
    assert "«Perché»" in answer["guasto"] and tree(studio.content) == now
    with window(studio, "2021/?importa&obiettivo=scuole", width=320) as view:
        view.locator("#documento").set_input_files({"name": path, "mimeType": DOCX, "buffer": school("Le file erano corte.")})
        view.get_by_role("button", name="Porta dentro").click()
        until(view, "document.querySelector('#portato table')")
        assert view.locator("#portato tbody td").all_inner_texts() == ["Le file erano lunghissime.", "Le file erano corte."]
        examine(view, "what both changed, side by side")
    answer = json.loads(send(studio, school("Le file erano corte."), path, obiettivo="scuole", tieni="1")[2])
    assert answer["pagine"] and "lunghissime" in page.read_text() and "corte" not in page.read_text()
    # Another of the same file's name takes nothing from the list of the first.
    answer = json.loads(send(studio, docx(line("Altro", True) + line("Testo.")), "secondo turno.docx", come="contesto")[2])
    assert answer["pagine"], answer
    assert (studio.content / "_importati/secondo-turno-docx-2.registro.csv").exists()


def test_a_document_that_tells_of_several_things_becomes_as_many_drafts(studio):
    titles = ("Un orto a scuola", "Un cortile aperto")
    body = "".join(line(title, True) + line("Cosa abbiamo fatto", True) + line(f"Ecco: {title}.") for title in titles)
    with window(studio, "2021/?importa&obiettivo=scuole") as page:
        page.locator("#documento").set_input_files({"name": "scuola.docx", "mimeType": DOCX, "buffer": docx(line("Buongiorno.") + body)})
        page.get_by_role("button", name="Porta dentro").click()
        until(page, "document.activeElement.textContent === 'Apri «Un orto a scuola»'")
        told = page.locator("#portato")
        assert "_importati/scuola-docx.md" in told.inner_text()
        examine(page, "several drafts of a document")
        draft = told.get_by_role("link", name="Apri «Un cortile aperto»").get_attribute("href").removeprefix("/_studio/")
        told.get_by_role("link", name="Leggi l'appunto").click()
        until(page, "document.querySelector('h1').textContent === 'scuola-docx.md'")
        assert page.locator("pre").inner_text().strip() == "Buongiorno."
        examine(page, "a note")
        page.go_back()
        page.get_by_role("link", name="scuola-docx.md").wait_for()
    assert studio.open("2021/?appunto=..%2Fsito.yml").status == 404 and studio.open("2021/?appunto=manca.md").status == 404
    with window(studio, draft) as page:
        until(page, "document.querySelector('[id=\"f.titolo\"]')?.value === 'Un cortile aperto'")
        assert page.locator("[id='f.cosa_abbiamo_fatto']").input_value() == "Ecco: Un cortile aperto."


def test_several_files_come_in_one_after_the_other(studio):
    files = [("verde.docx", DOCX, docx(line("Un verde curato", True) + line("Cosa abbiamo fatto", True) + line("Nuovi alberi."))),
             ("appunti.xyz", "", b"x"), ("albero.png", "image/png", png(40)),
             ("acqua.docx", DOCX, docx(line("Acqua buona", True) + line("Cosa abbiamo fatto", True) + line("Nuove fontane.")))]
    with window(studio, "2021/?importa&obiettivo=scuole") as page:
        page.locator("#documento").set_input_files([{"name": name, "mimeType": kind, "buffer": data} for name, kind, data in files])
        page.get_by_role("button", name="Porta dentro").click()
        until(page, "document.activeElement.textContent === 'Apri la bozza'")
        told = page.locator("#portato")
        assert told.get_by_role("heading").all_inner_texts() == [name for name, _, _ in files]
        words = [section.inner_text() for section in told.locator("section").all()]
        assert "«Un verde curato»" in words[0] and "Servono .docx" in words[1] and "immagini/albero.png" in words[2] and "Fatto" in words[3], words
        assert "Leggo" not in told.inner_text()
        examine(page, "several files")
    pages = sorted(path.name for path in (studio.content / "2021/1-scuole").glob("*.md"))
    assert any("verde" in name for name in pages) and any("acqua" in name for name in pages), pages
    assert (studio.content / "2021/1-scuole/immagini/albero.png").exists()


def test_pictures_come_with_their_descriptions_each_with_a_name_of_its_own(studio):
    before = tree(studio.content)
    body = line("Testo.") + "".join(
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{words}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        for name, words in (("uno", "La sala"), ("due", "La sala"), ("uno", "La sala"), ("tre", "")))
    file = docx(body, {"uno": png(1), "due": png(2), "tre": png(3)})
    answer = json.loads(send(studio, file, "foto.docx", come="contesto")[2])
    assert answer["pagine"] and any("descrizione" in row for row in answer["righe"]), answer
    new = {name: data for name, data in tree(studio.content).items() if name not in before}
    pictures = {name.rsplit("/", 1)[1]: data for name, data in new.items() if name.endswith(".png")}
    assert pictures == {"la-sala.png": png(1), "la-sala-2.png": png(2), "foto-3.png": png(3)}, list(pictures)
    text = next(data.decode() for name, data in new.items() if name.endswith("foto.md"))
    assert text.count("![La sala](immagini/la-sala.png)") == 2 and text.count("![La sala](immagini/la-sala-2.png)") == 1, text



def test_a_picture_that_comes_again_stays_what_it_is(studio):
    def park(*pictures):
        title = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Il parco</w:t></w:r></w:p>'
        shown = "".join(
            line(f"Qui c'è {name}.") + f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
            f'<a:blip r:embed="{name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>' for name in pictures)
        return docx(title + shown, {name: png(40 + at) for at, name in enumerate(pictures)})

    def images():
        return sorted(name.rsplit("/", 1)[1] for name in tree(studio.content) if "parco" in name and name.endswith(".png"))

    assert json.loads(send(studio, park("uno"), "parco.docx", come="contesto")[2])["pagine"]
    assert images() == ["parco-1.png"]
    answer = json.loads(send(studio, park("uno", "due"), "parco nuovo.docx", come="contesto")[2])
    assert "aggiornata" in answer["fatto"], answer
    assert images() == ["parco-1.png", "parco-nuovo-2.png"]


def test_a_sheet_becomes_indicators(studio):
    before = tree(studio.content)
    answer = json.loads(send(studio, sheet((2019, 310), (2020, 352)), "iscritti.xlsx", XLSX)[2])
    assert "indicatore" in answer["fatto"] and "2 valori" in answer["conto"], answer
    new = {name: data.decode() for name, data in tree(studio.content).items() if name not in before}
    assert any("periodo: 2019\n    valore: 310\n" in text for text in new.values()), new
    assert "indicatore" in studio.open(answer["pagine"][0]["indirizzo"]).address
    # A text with separators, and a year more in it.
    answer = json.loads(send(studio, "Anno;Iscritti al doposcuola\n2019;31\n".encode(), "doposcuola.csv", "text/csv")[2])
    assert "1 valore" in answer["conto"] and answer["pagine"], answer
    answer = json.loads(send(studio, "Anno;Iscritti al doposcuola\n2019;31\n2020;35\n".encode(), "doposcuola.csv", "text/csv")[2])
    assert "2020: 35" in answer["fatto"] and answer["pagine"], answer


def test_what_was_copied_from_word_or_google_comes_in_as_a_document(studio):
    page_of_google = (
        '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-1"><h1><span>Perché</span></h1><p><span>Pioveva </span>'
        '<span style="font-weight:700">dentro</span></p><h1>Cosa abbiamo fatto</h1><ul><li><p>il tetto</p></li><li><p>le luci</p></li></ul></b>')
    with window(studio, "2021/?importa&obiettivo=scuole") as page:
        page.evaluate(
            "page => { const data = new DataTransfer(); data.setData('text/html', page); document.querySelector('h1').dispatchEvent("
            "new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", page_of_google)
        assert "incollato" in page.locator("#portato").inner_text()
        page.get_by_role("button", name="Porta dentro").click()
        until(page, "document.activeElement.textContent === 'Apri la bozza'")
        assert "0 persi" in page.locator("#portato").inner_text()
        page.keyboard.press("Enter")
        until(page, "document.querySelector('[id=\"f.perche\"]')?.value === 'Pioveva **dentro**'")
    text = (studio.content / "2021/1-scuole").joinpath(next(
        path.name for path in (studio.content / "2021/1-scuole").iterdir() if "incollato" in path.name)).read_text()
    assert text.rstrip().endswith("- il tetto\n- le luci"), text


def test_an_office_gets_a_file_to_fill_in_and_it_comes_back(studio):
    with window(studio, "2021/?importa") as page:
        page.locator("#ufficio-modello").select_option(index=1)
        for words, ending, names in (("Word, per una realizzazione", ".docx", "word/document.xml"), ("Excel, per i dati", ".xlsx", "xl/workbook.xml")):
            with page.expect_download() as waiting:
                page.get_by_role("button", name=words).click()
            file = waiting.value
            assert file.suggested_filename.startswith("modello-") and file.suggested_filename.endswith(ending)
            data = open(file.path(), "rb").read()
            assert names in zipfile.ZipFile(io.BytesIO(data)).namelist()
    # A template that nobody filled in is a draft without words of its own.
    told = json.loads(send(studio, data, "modello-dati.xlsx", XLSX, prova="1")[2])
    assert "guasto" not in told or "niente" in told["guasto"], told
    assert studio.open("2021/?modello=altro").status == 404
    assert "non si è fatto" in studio.open("2021/?modello=dati&ufficio=nessuno").text


def test_a_letter_brings_what_hangs_on_it(studio):
    letter = email.message.EmailMessage()
    letter["From"], letter["Subject"] = "Anna <a@b.it>", "Il bando"
    letter.set_content("Ecco la scheda.")
    kind, inner = DOCX.split("/")
    letter.add_attachment(docx(line("Il bando", True) + line("Testo del bando.")), maintype=kind, subtype=inner, filename="bando.docx")
    letter.add_attachment(b"rotto", maintype=kind, subtype=inner, filename="rotto.docx")
    before = tree(studio.content)
    told = json.loads(send(studio, bytes(letter), "lettera.eml", "message/rfc822", come="contesto", prova="1")[2])
    assert "contesto" in told["fatto"] and told["prova"] and tree(studio.content) == before, told
    answer = json.loads(send(studio, bytes(letter), "lettera.eml", "message/rfc822", come="contesto")[2])
    assert [page["parole"] for page in answer["pagine"]] == ["Leggi l'appunto", "Apri la bozza"] and "bando" in answer["pagine"][1]["indirizzo"]
    assert any("rotto.docx" in row for row in answer["righe"]), answer
    assert "Ecco la scheda." in (studio.content / "_importati/lettera-eml.md").read_text()


def test_what_cannot_be_brought_in_is_told_and_writes_nothing(studio):
    before = tree(studio.content)
    for data, words in (
        (b"", "vuoto"), (b"ciao", "documento"), (SCHOOL[:200], "rovinato"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "vecchi"),
        (docx("<w:tbl>" * 500 + "</w:tbl>" * 500), "livelli"), (docx(line("x")).replace(b"document.xml", b"documenx.xml"), "documento"),
    ):
        status, _, body = send(studio, data, obiettivo="scuole")
        assert status == 200 and words in json.loads(body)["guasto"], (words, body)
    # It is an achievement, and of no objective.
    other = docx(line("Un altro", True) + line("Cosa abbiamo fatto", True) + line("Testo."))
    assert "obiettivo" in json.loads(send(studio, other, "altro.docx")[2])["guasto"]
    assert "non c'è un obiettivo" in json.loads(send(studio, other, "altro.docx", obiettivo="../../etc")[2])["guasto"]
    edition = studio.read("2021/edizione.yml")
    studio.write(edition + "chiusa: sì\n", "2021/edizione.yml")
    assert "chiusa" in json.loads(send(studio, other, "altro.docx", obiettivo="scuole")[2])["guasto"]
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
