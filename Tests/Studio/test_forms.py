"""Every record opens as a form, and what is saved without a change changes no byte."""

import pytest

from program import ROOT

from .studio import FILE, PAGE, Studio, tree

CONTENTS = [ROOT / "content", ROOT / "Tests/Golden/Base", ROOT / "Tests/Corpus/content", ROOT / "Tests/Texts/content"]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda path: path.parts[-2] + "-" + path.name)
def test_a_form_that_is_saved_as_it_is_changes_no_byte(content, note):
    with Studio(content=content) as studio:
        before = tree(studio.content)
        forms = studio.all_forms()
        assert forms
        opened = 0
        for path in forms:
            page = studio.open(path)
            assert page.status == 200, path
            after = studio.send(page.form)
            assert "Non è cambiato niente" in after.text, path
            # Entries of lists, each opened and closed again.
            for name, value in page.reader.buttons:
                if name != "azione" or not value.startswith("apri:"):
                    continue
                entry = studio.send(page.form, value)
                assert entry.status == 200, value
                assert "Non è cambiato niente" in studio.send(entry.form, "chiudi:" + value[5:]).text, (path, value)
                opened += 1
            assert tree(studio.content) == before, path
        note(f"{content.parent.name}: {len(forms)} forms, {opened} entries")


def test_one_field_changes_one_line(studio):
    before = studio.read(FILE)
    page = studio.open(PAGE)
    form = page.form.set("f.titolo", "Una mensa: due sale")
    saved = studio.send(form)
    assert "Salvato." in saved.text and "Una mensa: due sale" in saved.text
    assert studio.read(FILE) == before.replace("titolo: Una nuova mensa in via Roma", 'titolo: "Una mensa: due sale"')
    # The way back is on the page.
    undo = next(form for form in saved.reader.forms if form["di"])
    undo.set("t", form["t"][0])
    back = studio.send(undo, "annulla")
    assert "Annullato" in back.text
    assert studio.read(FILE) == before
    journal = (studio.content / "_redazione/registro.csv").read_text(encoding="utf-8")
    assert journal.count("prova") == 2 and "titolo" in journal and "annullamento" in journal


def test_texts_are_shown_a_paragraph_to_a_line_and_written_in_lines(studio):
    before = studio.read(FILE)
    long = "Parola " * 40
    form = studio.open(PAGE).form
    name = "f.cosa_abbiamo_fatto"
    text = form[name][0]
    assert "\r\n" in text
    studio.send(form.set(name, text + "\r\n\r\n" + long.strip()))
    after = studio.read(FILE)
    assert after.startswith(before.rstrip("\n"))
    shown = studio.open(PAGE).form[name][0]
    assert shown.endswith(long.strip())
    (studio.content / FILE).write_text(before, encoding="utf-8")


def test_a_field_that_is_emptied_goes_and_one_that_is_needed_stays(studio):
    before = studio.read(FILE)
    page = studio.send(studio.open(PAGE).form.set("f.titolo", " ").set("f.in_breve", "Breve."))
    assert page.status == 200 and "non può restare vuoto" in page.text
    assert 'id="titolo"' in page.text and "in_breve: Breve." in studio.read(FILE)
    assert "titolo: Una nuova mensa" in studio.read(FILE)
    (studio.content / FILE).write_text(before, encoding="utf-8")
    form = studio.open(PAGE).form.set("f.prossimi_passi", "Aprire la sala.")
    studio.send(form)
    assert "prossimi_passi: |\n  Aprire la sala.\n" in studio.read(FILE)
    studio.send(studio.open(PAGE).form.set("f.prossimi_passi", ""))
    assert studio.read(FILE) == before


def test_entries_are_added_opened_moved_and_taken_away(studio):
    before = studio.read(FILE)
    page = studio.send(studio.open(PAGE).form, "nuova:tappe")
    form = page.form.set("n.tappe.0.oggetto", "Apre").set("n.tappe.0.data", "01/09/2021")
    studio.send(form)
    assert "tappe:\n  - oggetto: Apre\n    data: 01/09/2021\n" in studio.read(FILE)
    page = studio.send(studio.open(PAGE).form, "nuova:tappe")
    studio.send(page.form.set("n.tappe.0.oggetto", "Chiude").set("n.tappe.0.data", "2021"))
    page = studio.send(studio.open(PAGE).form, "su:tappe.2")
    assert "spostata" in page.text
    assert studio.read(FILE).index("Chiude") < studio.read(FILE).index("Apre")
    page = studio.send(page.form, "apri:tappe.1")
    studio.send(page.form.set("f.tappe.1.oggetto", "Chiude: per lavori"))
    assert '  - oggetto: "Chiude: per lavori"\n    data: 2021\n' in studio.read(FILE)
    page = studio.send(studio.open(PAGE).form, "togli:tappe.1")
    assert "tolta" in page.text
    studio.send(page.form, "togli:tappe.1")
    assert studio.read(FILE) == before


def test_lists_choices_and_references(studio):
    before = studio.read(FILE)
    form = studio.open(PAGE).form
    assert form["f.beneficiari"] == ["famiglie"] and form["f.atti"] == ["dgc-2021-10"]
    studio.send(form.set("f.beneficiari", "famiglie\r\nnonni, zie"))
    assert 'beneficiari: [famiglie, "nonni, zie"]' in studio.read(FILE)
    studio.send(studio.open(PAGE).form.set("f.beneficiari", "famiglie"))
    assert studio.read(FILE) == before
    studio.send(studio.open(PAGE).form.set("f.stato", "in_corso"))
    assert "stato: in_corso" in studio.read(FILE)
    form = studio.open(PAGE).form
    form.pairs = [pair for pair in form.pairs if pair[0] != "f.atti"]
    studio.send(form)
    assert "atti:" not in studio.read(FILE)
    (studio.content / FILE).write_text(before, encoding="utf-8")


def test_a_series_is_a_grid_and_takes_new_rows(studio):
    path = "2021/iscritti.yml"
    before = studio.read(path)
    form = studio.open("2021/indicatore/iscritti").form
    assert form["f.osservazioni.2.valore"] == ["352"]
    form.set("f.osservazioni.2.valore", "353").set("n.osservazioni.0.periodo", "2022")
    studio.send(form.set("n.osservazioni.0.valore", "360"))
    assert studio.read(path) == before.replace("valore: 352", "valore: 353") + "  - periodo: 2022\n    valore: 360\n"
    (studio.content / path).write_text(before, encoding="utf-8")


def test_a_series_in_a_table_changes_there():
    with Studio(content=ROOT / "Tests/Corpus/content") as studio:
        table = next(studio.content.rglob("copertura-nidi.csv"))
        before = table.read_bytes()
        path = next(path for path in studio.all_forms() if path.endswith("copertura-nidi"))
        form = studio.open(path).form
        name = next(name for name in form.names("f.osservazioni.") if name.endswith(".valore"))
        studio.send(form.set(name, "12,5"))
        after = table.read_bytes()
        assert after != before and b"12,5" in after
        assert sum(a != b for a, b in zip(before.splitlines(), after.splitlines())) == 1


def test_the_text_of_a_file_is_the_way_out(studio):
    before = studio.read(FILE)
    page = studio.open(PAGE + "?vista=testo")
    assert page.form["testo"][0].replace("\r\n", "\n") == before
    studio.send(page.form.set("testo", before.replace("stato: completata", "stato: [completata").replace("\n", "\r\n")), "testo")
    assert "stato: [completata" in studio.read(FILE)
    # It is no form now, and can be mended from the board.
    board = studio.open("2021/")
    assert "Da rimettere a posto" in board.text
    link = next(link for link in board.reader.links if "/-/file/" in link)
    page = studio.open(link)
    assert "errore" in page.text.lower()
    studio.send(page.form.set("testo", before.replace("\n", "\r\n")), "testo")
    assert studio.read(FILE) == before


EXCEL = "Anno\tBambini\tNote\n2019\t298\t\n2020\t310\t\n2021\t1.234,5\tnuova stima\n2022\tn.d.\t\n2023\t2.400\t\n"


def test_rows_of_a_spreadsheet_fill_the_grid_and_the_summary_is_true(studio):
    path = "2021/iscritti.yml"
    before = studio.read(path)
    form = studio.open("2021/indicatore/iscritti").form
    rows = "".join(f"{year}\t{year * 10}\n" for year in range(1990, 2020))
    for text, wanted in (
        (EXCEL, ["2 valori nuovi (2019: 298; 2023: 2400)", "1 cambiato (2021: 352 → 1234,5)", "1 uguale", "1 non letto (2022: «n.d.»)"]),
        (rows, ["30 valori nuovi"]),
        ("2019\t5\n2021\t352\n", ["1 valore nuovo (2019: 5)", "1 uguale"]),
        ("solo parole", ["Non ci trovo una tabella"]),
        ("2019\t298\n2023\t2.400\n", ["2 valori nuovi (2019: 298; 2023: 2400)"]),
        ("Anno\tBambini\tMaestre\n2019\t5\t2\nboh 7\t8\t\nTotale\t13\t\n", ["più colonne di numeri («Bambini», «Maestre»)"]),
        ("Anno\tValore\tMaestre\n2019\t5\t2\nboh 7\t8\t\nTotale\t13\t\n", ["1 valore nuovo", "Non ho usato", "Maestre", "boh 7", "Totale"]),
        ("2019\t5 (p)\n2019\t6\n2018\t\n", ["1 valore nuovo (2019: 5)", "c&#39;è già", "2018: vuoto", 'value="P"']),
        ("Anno\t2019\t2021\nIscritti\t7\t8\n", ["1 valore nuovo (2019: 7)", "1 cambiato (2021: 352 → 8)"]),
    ):
        page = studio.send(form.set("p.osservazioni", text.replace("\n", "\r\n")), "leggi:osservazioni")
        for part in wanted:
            assert part in page.text, (part, page.text[page.text.find("letto"):][:600])
        assert studio.read(path) == before
    page = studio.send(form.set("p.osservazioni", EXCEL), "leggi:osservazioni")
    studio.send(page.form)
    after = studio.read(path)
    assert "  - periodo: 2019\n    valore: 298\n  - periodo: 2020\n" in after
    assert "valore: 1234,5\n    nota: nuova stima\n  - periodo: 2023\n    valore: 2400\n" in after
    (studio.content / path).write_text(before, encoding="utf-8")
