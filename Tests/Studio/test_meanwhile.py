"""What others do while somebody types: entries, groups, lists, windows, a studio that was opened again."""

import html

import pytest

from Preview.preview import wait

from .studio import FILE, PAGE, Studio

STEPS = "tappe:\n" + "".join(f"  - oggetto: {name}\n    data: {2018 + place}\n" for place, name in enumerate(("Una", "Due", "Tre")))
SUMS = """risorse:
  - id: arredi
    descrizione: Arredi
    importo: 1000
    fase: pagato
    anno: 2021
    quote:
      - fonte: Comune
        importo: 400
      - fonte: Regione
        importo: 600
  - id: lavori
    descrizione: Lavori
    importo: 5000
    fase: pagato
    anno: 2021
"""


@pytest.fixture(scope="module")
def studio():
    with Studio() as studio:
        yield studio


@pytest.fixture
def kept(studio):
    before = studio.read(FILE)
    yield before
    put(studio, before)


def put(studio, text, file=FILE):
    (studio.content / file).write_text(text, encoding="utf-8")
    wait("the form of it", lambda: studio.open(PAGE).status == 200)


def with_fields(before, fields):
    return before.replace("---\n\nLa mensa", fields + "---\n\nLa mensa")


def opened(studio, *names):
    """The form with entries open, as two presses of a button leave it."""
    page = studio.open(PAGE + "?apri=" + names[0])
    for name in names[1:]:
        page = studio.send(page.form, "apri:" + name)
    return page.form


def test_what_was_typed_in_an_entry_goes_to_no_other_when_that_is_taken_away(studio, kept):
    put(studio, with_fields(kept, STEPS))
    form = opened(studio, "tappe.1").set("f.tappe.1.oggetto", "Parole mie")
    # Somebody takes the first away; its place is the second's now.
    put(studio, with_fields(kept, STEPS.replace("  - oggetto: Una\n    data: 2018\n", "")))
    before = studio.read(FILE)
    page = studio.send(form)
    assert "Parole mie" in page.text and "tolta da qualcun altro" in page.text
    assert studio.read(FILE) == before


def test_an_entry_that_another_changed_is_compared_field_by_field(studio, kept):
    put(studio, with_fields(kept, STEPS))
    form = opened(studio, "tappe.2").set("f.tappe.2.oggetto", "Due!")
    put(studio, with_fields(kept, STEPS.replace("data: 2019", "data: 2015").replace("  - oggetto: Una\n    data: 2018\n", "")))
    page = studio.send(form)
    # In its place stands the third, unchanged: so the second is one that is gone, or changed beyond knowing.
    after = studio.read(FILE)
    assert "oggetto: Tre\n" in after
    assert "Due!" in page.text or "oggetto: Due!" in after


def test_two_equal_entries_stay_two(studio, kept):
    twins = STEPS.replace("Una", "Due").replace("2018", "2019")
    put(studio, with_fields(kept, twins))
    form = opened(studio, "tappe.2").set("f.tappe.2.oggetto", "La seconda")
    put(studio, with_fields(kept, "tappe:\n  - oggetto: Zero\n    data: 2010\n" + twins.removeprefix("tappe:\n")))
    studio.send(form)
    after = studio.read(FILE)
    assert after.count("oggetto: Due\n") == 1 and after.count("La seconda") == 1
    assert after.index("Zero") < after.index("oggetto: Due\n") < after.index("La seconda") < after.index("Tre")


def test_entries_in_entries_are_added_changed_and_found_again(studio, kept):
    put(studio, with_fields(kept, SUMS))
    page = studio.send(opened(studio, "risorse.1"), "nuova:risorse.1.quote")
    assert "f.risorse.1.importo" in page.form.names("f.") and "n.risorse.1.quote.0.fonte" in page.form.names("n.")
    saved = studio.send(page.form.set("n.risorse.1.quote.0.fonte", "Fondazione").set("n.risorse.1.quote.0.importo", "1"))
    assert "Salvato" in saved.text
    after = studio.read(FILE)
    assert after == with_fields(kept, SUMS).replace(
        "importo: 600\n", "importo: 600\n      - fonte: Fondazione\n        importo: 1\n")
    # Somebody puts another sum before it: the share goes with its own.
    form = opened(studio, "risorse.1.quote.2").set("f.risorse.1.quote.2.importo", "601")
    put(studio, after.replace("risorse:\n", "risorse:\n  - id: prima\n    descrizione: Prima\n    importo: 1\n    fase: pagato\n    anno: 2021\n"))
    studio.send(form)
    assert "- fonte: Regione\n        importo: 601\n" in studio.read(FILE)


def test_a_new_entry_asks_for_no_entries_of_its_own(studio, kept):
    page = studio.open(PAGE + "?nuova=risorse")
    assert "n.risorse.0.importo" in page.form.names("n.") and "n.risorse.0.quote" not in page.form.names("n.")
    assert "Dopo averla salvata si aggiungono" in page.text


def test_a_group_that_another_took_away_does_not_come_back(studio):
    file = "2021/edizione.yml"
    before = studio.read(file)
    studio.write(before + "nota_metodologica:\n  criteri: I criteri.\n  limiti: I limiti.\n", file)
    wait("the group", lambda: "I criteri." in studio.open("2021/edizione").text)
    form = studio.open("2021/edizione").form.set("f.titolo", "Un altro titolo")
    studio.write(before, file)
    studio.send(form)
    after = studio.read(file)
    assert "nota_metodologica" not in after and "Un altro titolo" in after
    # What was changed in it is wanted.
    studio.write(before + "nota_metodologica:\n  criteri: I criteri.\n", file)
    wait("the group", lambda: "I criteri." in studio.open("2021/edizione").text)
    form = studio.open("2021/edizione").form.set("f.nota_metodologica.criteri", "Altri criteri.")
    studio.write(before, file)
    studio.send(form)
    assert "nota_metodologica:\n  criteri: |\n    Altri criteri.\n" in studio.read(file)
    studio.write(before, file)


def test_entries_of_several_lines_stay_as_they_are(studio, kept):
    put(studio, kept.replace("beneficiari: [famiglie]", 'beneficiari:\n  - "famiglie\\ncon figli"\n  - anziani'))
    before = studio.read(FILE)
    form = studio.open(PAGE).form
    assert form["f.beneficiari"] == ["famiglie con figli\r\nanziani"]
    assert "Non è cambiato niente" in studio.send(form).text and studio.read(FILE) == before
    studio.send(studio.open(PAGE).form.set("f.beneficiari", "famiglie con figli\r\nanziani\r\nscuole"))
    assert studio.read(FILE) == before.replace("  - anziani\n", "  - anziani\n  - scuole\n")


def test_a_note_of_several_lines_in_a_series_stays(studio):
    file = "2021/iscritti.yml"
    before = studio.read(file)
    studio.write(before + '    nota: "uno\\ndue"\n', file)
    wait("the note", lambda: "uno\ndue</textarea>" in studio.open("2021/indicatore/iscritti").text)
    changed = studio.read(file)
    page = studio.send(studio.open("2021/indicatore/iscritti").form)
    assert "Non è cambiato niente" in page.text and studio.read(file) == changed
    # Rows that are refused stay in rows of their own, beside what is typed elsewhere.
    form = studio.open("2021/indicatore/iscritti").form
    for row, (period, value) in enumerate((("boh", "1"), ("mah", "2"))):
        form.set(f"n.osservazioni.{row}.periodo", period).set(f"n.osservazioni.{row}.valore", value)
    page = studio.send(form)
    for row, (period, value) in enumerate((("boh", "1"), ("mah", "2"))):
        if period not in studio.read(file):
            assert page.form[f"n.osservazioni.{row}.periodo"] == [period], page.form.names("n.")
    # Reading a sheet keeps what was typed beside it, and marks nothing else as typed.
    studio.write(before, file)
    wait("the series", lambda: "uno" not in studio.open("2021/indicatore/iscritti").text)
    form = studio.open("2021/indicatore/iscritti").form.set("f.nome", "Altro nome").set("p.osservazioni", "2022\t400\n2021\t352")
    page = studio.send(form, "leggi:osservazioni")
    assert page.form["f.nome"] == ["Altro nome"] and page.form["n.osservazioni.0.valore"] == ["400"]
    studio.write(before, file)


def test_a_save_of_two_files_is_taken_back_whole(studio):
    file, table = "2021/iscritti.yml", "2021/iscritti.csv"
    before = studio.read(file)
    studio.write("periodo;valore\r\n2020;310\r\n2021;352\r\n", table)
    studio.write(before[:before.index("osservazioni:")] + "osservazioni: iscritti.csv\n", file)
    wait("the table", lambda: studio.open("2021/indicatore/iscritti").form["f.osservazioni.2.valore"] == ["352"])
    files = [(studio.content / name).read_bytes() for name in (file, table)]
    saved = studio.send(
        studio.open("2021/indicatore/iscritti").form.set("f.nome", "Altro nome").set("f.osservazioni.2.valore", "353"))
    assert "353" in studio.read(table) and "Altro nome" in studio.read(file)
    undo = next(form for form in saved.reader.forms if form["di"])
    assert "Annullato" in studio.send(undo, "annulla").text
    assert [(studio.content / name).read_bytes() for name in (file, table)] == files
    assert "Non posso annullare" in studio.send(undo, "annulla").text
    (studio.content / table).unlink()
    studio.write(before, file)


def test_a_remark_stays_where_the_page_changed_while_it_was_read(studio, kept):
    page = studio.open(PAGE + "?vista=rilettura")
    form = next(form for form in page.reader.forms if form["h"]).set("testo", "Controllare il 352")
    put(studio, kept.replace("Una nuova mensa", "Una bella mensa"))
    page = studio.send(form, "chiedi")
    assert "Controllare il 352" in page.text and "cambiata mentre la leggevi" in html.unescape(page.text)
    form = next(form for form in page.reader.forms if form["h"])
    assert form["testo"] == ["Controllare il 352"]
    wait("the new text read", lambda: "Una bella mensa" in studio.open(PAGE + "?vista=rilettura").text)
    page = studio.send(form, "chiedi")
    assert "Modifiche chieste" in page.text


def test_windows_on_one_page_keep_what_is_typed_apart(studio, kept):
    def draft(window, adopted="", **fields):
        form = studio.open(PAGE).form
        for name, value in fields.items():
            form.set("f." + name, value)
        marks = [(name, value) for name, value in form.pairs if name[:2] in ("f.", "b.") and name[2:] in fields]
        form.pairs = [(name, form[name][0]) for name in ("t", "h")] + marks + [("w", window)]
        form.pairs += [("bozze", adopted)] if adopted else []
        studio.send(form, "bozza")

    draft("a", titolo="Titolo di A")
    draft("b", in_breve="Breve di B")
    draft("a", numero="7")
    form = studio.open(PAGE).form
    assert form["f.titolo"] == ["Titolo di A"] and form["f.in_breve"] == ["Breve di B"] and form["f.numero"] == ["7"]
    assert sorted(form["bozze"][0].split()) == ["a", "b"]
    # Who goes on in a third window takes both over; what is set back there is a draft no more.
    shown = kept.split("titolo: ")[1].split("\n")[0]
    draft("c", "a b", titolo=shown)
    form = studio.open(PAGE).form
    assert form["f.titolo"] == [shown] and form["f.in_breve"] == ["Breve di B"] and form["bozze"] == ["c"]
    studio.send(form, "scarta")
    assert not studio.open(PAGE).form["bozze"]
    # One in an entry that is closed is shown with its entry.
    put(studio, with_fields(kept, STEPS))
    form = opened(studio, "tappe.2").set("f.tappe.2.oggetto", "Bozza di una tappa")
    form.set("w", "d")
    studio.send(form, "bozza")
    assert studio.open(PAGE).form["f.tappe.2.oggetto"] == ["Bozza di una tappa"]
    studio.send(studio.open(PAGE).form, "scarta")


def test_a_page_of_before_the_studio_was_opened_again_shows_what_was_typed():
    with Studio() as studio:
        form = studio.open(PAGE).form.set("f.titolo", "Parole di prima")
        raw = studio.open(PAGE + "?vista=testo").form
        raw.set("testo", "---\ntitolo: Testo di prima\n---\n")
        before = studio.read(FILE)
        studio.restart()
        for sent, action, words in ((form, "salva", "Parole di prima"), (raw, "testo", "Testo di prima")):
            page = studio.send(sent, action)
            assert page.status == 403 and words in page.text and "riaperto" in page.text
        assert studio.read(FILE) == before
        # The name that somebody gave themselves is there again.
        page = studio.open("/_studio/?nome")
        studio.send(page.form.set("nome", "Anna Riva"), "nome")
        studio.restart()
        assert "Anna Riva" in studio.open("2021/").text


def test_nothing_is_begun_where_an_answer_cannot_be_written(tmp_path):
    (tmp_path / "niente").mkdir()
    with Studio(content=tmp_path / "niente") as studio:
        page = studio.open("")
        answers = {"comune": "Borgo", "anno": "2024", "uffici": "Scuola", "obiettivo": "Uno", "premessa": "Una\u202epremessa",
                   "realizzazione": "Due", "in_breve": "Tre", "stato": "in_corso"}
        form = page.form.set("passo", "6")
        for name, value in answers.items():
            form.set(name, value)
        page = studio.send(form, "avanti")
        assert not list(studio.content.rglob("*.yml"))
        assert "U+202E" in page.text and page.form["premessa"] == [answers["premessa"]]
