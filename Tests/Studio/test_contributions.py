"""An office that installs nothing: a file that works from the disk, and its answer field by field."""

import hashlib
import html
import pathlib
import urllib.parse

import pytest

from Preview.preview import wait

from .studio import FILE, PAGE, Reader, Studio

SUMMARY = "f.0.in_breve"


@pytest.fixture(scope="module")
def studio(chromium):
    with Studio() as studio:
        studio.chromium = chromium
        yield studio


@pytest.fixture
def kept(studio):
    before = studio.read(FILE)
    yield before
    studio.write(before)
    studio.shows("Una nuova mensa", "2021/scuole/nuova-mensa/")


def invitation(studio, until=""):
    page = studio.open("2021/?invita=scuola")
    form = next(form for form in page.reader.forms if form["ufficio"] and form["t"])
    form.set("pagina", "2021/realizzazione/scuole/nuova-mensa").set("fino", until)
    made = studio.send(form, "invita")
    assert made.fields["content-disposition"].startswith("attachment"), made.text[:2000]
    return made.text


def answer(text, **values):
    """The file that the page makes, made here: the fields of the form and the signature."""
    form = Reader(text).forms[0]
    for name, value in values.items():
        form.set(name.replace("__", "."), value)
    body = urllib.parse.urlencode(form.pairs)
    secret = text.split('data-nome="scuola">')[1].split("<")[0]
    return body + "&firma=" + hashlib.sha256(f"{secret}\n{body}".encode()).hexdigest() + "\n"


def take(studio, file):
    page = studio.open("2021/?invita=scuola")
    form = next(form for form in page.reader.forms if "contributo" in dict(form.pairs))
    return studio.send(form.set("contributo", file), "importa")


def test_the_file_works_from_the_disk_and_its_answer_is_taken_field_by_field(studio, kept, tmp_path):
    text = invitation(studio)
    path = tmp_path / "contributo.html"
    path.write_text(text, encoding="utf-8")
    context = studio.chromium.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("document.title").startswith("Contributo")
    page.locator(f'[id="{SUMMARY}"]').fill("La mensa è aperta, dice la scuola.")
    # What was typed is there again when the file is opened another day.
    page.reload()
    assert page.locator(f'[id="{SUMMARY}"]').input_value() == "La mensa è aperta, dice la scuola."
    with page.expect_download() as download:
        page.get_by_role("button", name="Salva il contributo").click()
    file = pathlib.Path(download.value.path()).read_text(encoding="utf-8")
    context.close()
    # The file changed meanwhile in another field, and in no way is that lost.
    studio.write(kept.replace("titolo: Una nuova", "titolo: Una bella nuova"))
    studio.shows("Una bella nuova", "2021/scuole/nuova-mensa/")
    proposal = take(studio, file)
    assert "dice la scuola" in proposal.text
    form = max(proposal.reader.forms, key=lambda form: len(form.pairs))
    assert form.names("v.") == ["v.0.in_breve"]
    done = studio.send(form.set("s.0.in_breve", "accetta").set("protocollo", "PEC 12/2022"), "accetta")
    assert done.status == 200
    after = studio.read(FILE)
    assert "in_breve: La mensa è aperta, dice la scuola." in after and "Una bella nuova" in after
    journal = (studio.content / "_redazione/registro.csv").read_text(encoding="utf-8")
    assert "proposta accettata" in journal and "PEC 12/2022" in journal


def test_both_texts_are_shown_where_the_field_changed_and_paragraphs_join(studio, kept):
    text = invitation(studio)
    name = "f__0__cosa_abbiamo_fatto"
    form = Reader(text).forms[0]
    shown = form[name.replace("__", ".")][0]
    file = answer(text, **{name: shown.replace("Gli iscritti", "Secondo la scuola gli iscritti")})
    studio.write(kept.replace("La mensa è nata", "La nuova mensa è nata"))
    studio.shows("La nuova mensa è nata", "2021/scuole/nuova-mensa/")
    proposal = take(studio, file)
    assert "cambiato dopo l" in proposal.text and "già uniti" in proposal.text
    form = max(proposal.reader.forms, key=lambda form: len(form.pairs))
    studio.send(form.set("s.0.cosa_abbiamo_fatto", "accetta"), "accetta")
    after = studio.read(FILE)
    assert "La nuova mensa è nata" in after and "Secondo la scuola gli iscritti" in after


def test_what_is_refused_is_told_and_what_is_left_stays(studio, kept):
    file = answer(invitation(studio), f__0__in_breve="No", f__0__titolo="Altro titolo")
    proposal = take(studio, file)
    form = max(proposal.reader.forms, key=lambda form: len(form.pairs))
    page = studio.send(form.set("s.0.in_breve", "rifiuta").set("p.0.in_breve", "troppo breve"), "accetta")
    # The title is not decided yet.
    assert "Altro titolo" in page.text
    assert studio.read(FILE) == kept
    assert "troppo breve" in (studio.content / "_redazione/registro.csv").read_text(encoding="utf-8")


def test_answers_that_are_none_are_refused_in_words(studio, kept):
    text = invitation(studio)
    good = answer(text, f__0__in_breve="Buono")
    over = answer(invitation(studio, until="01/01/2020"), f__0__in_breve="Tardi")
    code = good.split("codice=")[1].split("&")[0]
    unasked = answer(text, f__0__numero="99")
    for file, told in (
        ("", "non è un contributo"), ("ciao", "non è un contributo"), (good.replace("Buono", "Cattivo"), "cambiato a mano"),
        (good[:-20], "cambiato a mano"), (good.replace(code, "0" * 32), "nessun invito"),
        (good.replace(code, "../../x"), "nessun invito"), (over, "valeva fino al"), (unasked, "non era chiesto"),
        (answer(text, f__7__in_breve="x"), "non era chiesto"), ("bilancio-contributo=1&codice=", "non è un contributo"),
    ):
        page = take(studio, file)
        assert told in page.text, (file[:60], page.text[page.text.find("sommario"):][:300])
        assert studio.read(FILE) == kept
    # Mail programs put line ends in; a file that was sent so is whole all the same.
    folded = "\r\n".join(good[at:at + 76] for at in range(0, len(good), 76))
    assert "Buono" in take(studio, folded).text


def test_an_answer_that_came_meanwhile_is_shown_before_it_is_decided(studio, kept):
    text = invitation(studio)
    first = take(studio, answer(text, f__0__in_breve="La prima risposta."))
    form = max(first.reader.forms, key=lambda form: len(form.pairs)).set("s.0.in_breve", "accetta").set("protocollo", "PEC 12")
    take(studio, answer(text, f__0__in_breve="La seconda risposta."))
    before = studio.read(FILE)
    page = studio.send(form, "accetta")
    assert "un'altra risposta" in html.unescape(page.text) and "La seconda risposta." in page.text
    assert studio.read(FILE) == before
    form = max(page.reader.forms, key=lambda form: len(form.pairs))
    assert form["protocollo"] == ["PEC 12"] and form["v.0.in_breve"] == ["La seconda risposta."], "the text that is seen is what is decided"
    studio.send(form.set("s.0.in_breve", "accetta"), "accetta")
    assert "in_breve: La seconda risposta.\n" in studio.read(FILE)
