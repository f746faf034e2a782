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


def typed(studio, form, window, **fields):
    """What a browser sends of a form while somebody types into it: the fields that are changed, and who the entries are."""
    names = {name.replace("__", ".") for name in fields}
    for name, value in fields.items():
        form.set("f." + name.replace("__", "."), value)
    form.set("w", window)
    form.pairs = [(name, value) for name, value in form.pairs if name[:2] not in ("f.", "b.") or name[2:] in names]
    studio.send(form, "bozza")


def test_a_draft_that_was_refused_and_then_saved_does_not_come_back(studio, kept):
    typed(studio, studio.open(PAGE).form, "a", titolo="Titolo di bozza")
    form = studio.open(PAGE).form.set("w", "b")
    assert form["f.titolo"] == ["Titolo di bozza"]
    put(studio, kept.replace("Una nuova mensa", "Una bella mensa"))
    refused = studio.send(form.set("f.titolo", "Titolo mio"))
    assert "Una bella mensa" in refused.text and refused.form["f.titolo"] == ["Titolo mio"]
    assert "Salvato" in studio.send(refused.form).text
    form = studio.open(PAGE).form
    assert form["f.titolo"] == ["Titolo mio"] and not form["bozze"]


def test_a_draft_goes_with_its_entry_and_is_told_where_that_is_gone(studio, kept):
    put(studio, with_fields(kept, STEPS))
    typed(studio, opened(studio, "tappe.2"), "a", tappe__2__oggetto="Bozza di Due")
    put(studio, with_fields(kept, STEPS.replace("tappe:\n", "tappe:\n  - oggetto: Zero\n    data: 2010\n")))
    form = studio.open(PAGE).form
    assert form["f.tappe.3.oggetto"] == ["Bozza di Due"] and "f.tappe.2.oggetto" not in form.names()
    put(studio, with_fields(kept, STEPS.replace("  - oggetto: Due\n    data: 2019\n", "")))
    page = studio.open(PAGE)
    assert "Bozza di Due" in page.text and "Bozza di Due" not in [value for name, value in page.form.pairs]
    studio.send(page.form, "scarta")


def test_new_entries_of_two_lists_stay_open_together_and_none_is_lost_with_its_parent(studio, kept):
    put(studio, with_fields(kept, SUMS))
    form = studio.open(PAGE + "?nuova=tappe").form.set("n.tappe.0.oggetto", "Una tappa di bozza").set("w", "a")
    form.pairs = [(name, value) for name, value in form.pairs if name[:2] not in ("f.", "b.")]
    studio.send(form, "bozza")
    page = studio.open(PAGE + "?nuova=risorse")
    assert page.form["n.tappe.0.oggetto"] == ["Una tappa di bozza"] and "n.risorse.0.importo" in page.form.names("n.")
    studio.send(page.form, "scarta")
    # A share of a sum that somebody takes away meanwhile.
    page = studio.send(opened(studio, "risorse.2"), "nuova:risorse.2.quote")
    form = page.form.set("n.risorse.2.quote.0.fonte", "Una fondazione").set("n.risorse.2.quote.0.importo", "7")
    put(studio, with_fields(kept, SUMS[:SUMS.index("  - id: lavori")]))
    before = studio.read(FILE)
    page = studio.send(form)
    assert "Una fondazione" in page.text and studio.read(FILE) == before


def test_places_of_entries_that_cannot_be_are_none(studio, kept):
    put(studio, with_fields(kept, STEPS))
    before = studio.read(FILE)
    for place in ("9223372036854775807", "9223372036854775808", "-1", "0", "007", "4", "999999"):
        form = studio.open(PAGE).form
        for name in (f"f.tappe.{place}.oggetto", f"b.tappe.{place}.oggetto", f"k.tappe.{place}"):
            form.set(name, "x")
        assert studio.send(form).status in (200, 409), place
        assert studio.read(FILE) == before
        for action in (f"apri:tappe.{place}", f"su:tappe.{place}", f"giu:tappe.{place}", f"togli:tappe.{place}"):
            assert studio.send(studio.open(PAGE).form, action).status in (200, 409), action
        assert studio.read(FILE) == before, place
        page = studio.send(studio.open(PAGE).form.set(f"n.tappe.{place}.oggetto", "Nuova"))
        assert page.status in (200, 409) and ("Nuova" in page.text or "oggetto: Nuova" in studio.read(FILE)), place
        put(studio, before)


def test_what_was_written_about_a_page_goes_with_its_name():
    with Studio() as studio:
        notes = next(form for form in studio.open(PAGE + "?vista=rilettura").reader.forms if form["h"])
        studio.send(notes.set("testo", "Controllare il 352"), "annota")
        studio.send(studio.open(PAGE).form.set("f.titolo", "Un altro titolo"))
        studio.send(next(form for form in studio.open(PAGE + "?vista=rilettura").reader.forms if form["h"]), "approva")
        typed(studio, studio.open(PAGE).form, "a", in_breve="Una bozza.")
        done = studio.send(studio.open(PAGE + "?vista=nome").form.set("nome", "mensa-nuova"), "rinomina")
        address = PAGE.replace("nuova-mensa", "mensa-nuova")
        assert done.address.startswith("/_studio/" + address)
        assert studio.open(address).form["f.in_breve"] == ["Una bozza."]
        review = studio.open(address + "?vista=rilettura").text
        assert "Controllare il 352" in review and "Approvata" in review
        versions = studio.open(address + "?vista=versioni")
        back = [value for name, value in versions.reader.buttons if value.startswith("riporta:")]
        assert back and "Che cosa cambierebbe" in versions.text
        shown = studio.open(next(link for link in versions.reader.links if "di=" in link).replace("?", address + "?", 1))
        assert "<del>" in shown.text or "<ins>" in shown.text


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
