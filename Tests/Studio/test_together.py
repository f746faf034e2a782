"""Two browsers, an editor and a checkout at once: nothing is lost, and what two changed is shown."""

import os

from Preview.preview import wait

from .studio import FILE, PAGE, Studio

TEXT = "f.cosa_abbiamo_fatto"


def restored(studio, before):
    (studio.content / FILE).write_text(before, encoding="utf-8")


def test_different_fields_are_both_kept(studio):
    before = studio.read(FILE)
    one, two = studio.open(PAGE).form, studio.open(PAGE).form
    studio.send(one.set("f.titolo", "Uno"))
    page = studio.send(two.set("f.in_breve", "Due."))
    assert "Salvato" in page.text
    after = studio.read(FILE)
    assert "titolo: Uno" in after and "in_breve: Due." in after
    restored(studio, before)


def test_the_same_field_is_shown_with_both_texts_and_neither_is_lost(studio):
    before = studio.read(FILE)
    one, two = studio.open(PAGE).form, studio.open(PAGE).form
    studio.send(one.set("f.titolo", "Il titolo di Anna"))
    page = studio.send(two.set("f.titolo", "Il titolo di Bruno").set("f.in_breve", "Due."))
    assert page.status == 200 and 'id="conflitti"' in page.text
    for text in ("Il titolo di Anna", "Il titolo di Bruno", "Una nuova mensa in via Roma"):
        assert text in page.text
    after = studio.read(FILE)
    # The rest is saved, and the field is the other's until somebody decides.
    assert "titolo: Il titolo di Anna" in after and "in_breve: Due." in after
    assert page.form["f.titolo"] == ["Il titolo di Bruno"]
    assert "Salvato" in studio.send(page.form.set("f.titolo", "Insieme")).text
    assert "titolo: Insieme" in studio.read(FILE)
    restored(studio, before)


def test_two_paragraphs_of_one_text_join(studio):
    before = studio.read(FILE)
    one, two = studio.open(PAGE).form, studio.open(PAGE).form
    text = one[TEXT][0]
    first, last = text.split("\r\n\r\n")[0], text.split("\r\n\r\n")[-1]
    studio.send(one.set(TEXT, text.replace(first, first + " Anna.")))
    page = studio.send(two.set(TEXT, text.replace(last, last + " Bruno.")))
    assert "Salvato" in page.text, page.text
    after = studio.read(FILE)
    assert "Anna." in after and "Bruno." in after
    restored(studio, before)


def test_an_editor_that_wrote_meanwhile_is_not_overwritten(studio):
    before = studio.read(FILE)
    form = studio.open(PAGE).form
    restored(studio, before.replace("numero: 1", "numero: 1 # nota"))
    studio.send(form.set("f.titolo", "Altro"))
    after = studio.read(FILE)
    assert "numero: 1 # nota" in after and "titolo: Altro" in after
    restored(studio, before)


def test_a_file_that_is_gone_or_broken_or_moved_is_said_and_the_text_stays(studio):
    before = studio.read(FILE)
    form = studio.open(PAGE).form.set("f.titolo", "Quello che avevo scritto")
    path = studio.content / FILE
    path.unlink()
    page = studio.send(form)
    assert page.status == 409 and "Quello che avevo scritto" in page.text
    restored(studio, before.replace("stato: completata", "stato: [completata"))
    page = studio.send(form)
    assert page.status == 409 and "Quello che avevo scritto" in page.text
    assert "in_breve" not in page.text
    restored(studio, before)
    wait("the form again", lambda: studio.open(PAGE).status == 200)
    assert "Salvato" in studio.send(form).text
    restored(studio, before)


def test_an_entry_is_found_where_others_came_before_it(studio):
    before = studio.read(FILE)
    with_list = before.replace("---\n\nLa mensa", "tappe:\n  - oggetto: Una\n    data: 2020\n  - oggetto: Due\n    data: 2021\n---\n\nLa mensa")
    restored(studio, with_list)
    studio.shows("Due", "2021/scuole/nuova-mensa/")
    form = studio.send(studio.open(PAGE).form, "apri:tappe.2").form
    assert form["f.tappe.2.oggetto"] == ["Due"]
    restored(studio, with_list.replace("tappe:\n", "tappe:\n  - oggetto: Zero\n    data: 2019\n"))
    page = studio.send(form.set("f.tappe.2.oggetto", "Due!"))
    assert "Salvato" in page.text
    after = studio.read(FILE)
    assert "- oggetto: Una\n    data: 2020\n  - oggetto: Due!\n" in after and "Zero" in after
    # One that is gone is said, with what was typed.
    form = studio.send(studio.open(PAGE).form, "apri:tappe.2").form
    restored(studio, before)
    page = studio.send(form.set("f.tappe.2.oggetto", "Parole mie"))
    assert "Parole mie" in page.text and studio.read(FILE) == before


def test_files_of_other_systems_keep_their_ways():
    with Studio() as studio:
        path = studio.content / FILE
        for change in (lambda text: text.replace(b"\n", b"\r\n"), lambda text: b"\xef\xbb\xbf" + text, lambda text: text.rstrip(b"\n")):
            before = change(path.read_bytes().replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf"))
            path.write_bytes(before)
            os.utime(path)
            page = studio.open(PAGE)
            studio.send(page.form.set("f.in_breve", "Una sola riga."))
            after = path.read_bytes()
            assert after == before.replace("La mensa di via Roma è aperta da settembre.".encode(), b"Una sola riga.")
            raw = studio.open(PAGE + "?vista=testo")
            studio.send(raw.form, "testo")
            assert path.read_bytes() == after
            studio.send(studio.open(PAGE).form.set("f.in_breve", "La mensa di via Roma è aperta da settembre."))
            assert path.read_bytes() == before


def test_a_closed_edition_is_not_written_and_the_text_stays():
    with Studio() as studio:
        form = studio.open(PAGE).form.set("f.titolo", "Parole mie")
        studio.write(studio.read("2021/edizione.yml") + "chiusa: sì\n", "2021/edizione.yml")
        before = studio.read(FILE)
        page = studio.send(form)
        assert page.status == 409 and "Parole mie" in page.text and "chiusa" in page.text
        assert studio.read(FILE) == before
