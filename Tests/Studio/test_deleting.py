"""What is deleted goes out of the report, can be put back, and is said where it is still named."""

import html

import pytest

from Studio.studio import Studio

FILE = "2021/1-scuole/1-nuova-mensa.md"
PAGE = "2021/realizzazione/scuole/nuova-mensa"


@pytest.fixture(scope="module")
def studio():
    with Studio() as studio:
        yield studio


def deletion(studio, page):
    asked = studio.open(page + "?vista=elimina")
    assert "Eliminare" in asked.text
    return asked, studio.send(asked.form, "elimina")


def back(studio, page):
    form = next(form for form in page.reader.forms if "di" in dict(form.pairs))
    return studio.send(form, "annulla")


def test_a_page_goes_and_comes_back_byte_by_byte(studio):
    before = (studio.content / FILE).read_bytes()
    _, board = deletion(studio, PAGE)
    assert "Eliminata" in board.text and "nuova-mensa" not in board.text.split("</form>", 1)[1]
    assert not (studio.content / FILE).exists()
    kept = list((studio.content / "_redazione/eliminati").rglob("*.md"))
    assert [path.read_bytes() for path in kept] == [before]
    assert studio.open(PAGE).status == 404
    board = back(studio, board)
    assert "Annullato" in board.text
    assert (studio.content / FILE).read_bytes() == before and studio.open(PAGE).status == 200
    assert not list((studio.content / "_redazione/eliminati").rglob("*.md"))
    journal = studio.read("_redazione/registro.csv")
    assert "eliminazione" in journal and "annullamento" in journal


def test_an_act_that_is_named_says_where_and_comes_back(studio):
    before = studio.read("2021/atti.yml")
    asked, board = deletion(studio, "2021/atti/dgc-2021-10")
    assert "La nominano ancora" in asked.text and "nuova-mensa" in asked.text
    assert "id: dgc-2021-10" not in "".join(path.read_text(encoding="utf-8") for path in studio.content.glob("2021/atti.yml"))
    back(studio, board)
    assert studio.read("2021/atti.yml") == before


def test_what_holds_pages_or_carries_the_report_stays(studio):
    asked = studio.open("2021/obiettivo/scuole?vista=elimina")
    page = studio.send(asked.form, "elimina")
    assert "contiene ancora" in page.text and FILE in page.text
    assert (studio.content / "2021/1-scuole/obiettivo.yml").exists()
    assert studio.open("2021/edizione?vista=elimina").status == 404
    assert "vista=elimina" not in studio.open("2021/edizione").text


def test_only_what_was_deleted_here_is_put_back_and_only_where_nothing_is(studio):
    board = studio.send(studio.open("2021/indicatore/iscritti?vista=elimina").form, "elimina")
    form = next(one for one in board.reader.forms if "di" in dict(one.pairs))
    name = dict(form.pairs)["di"]
    names = set(studio.content.rglob("*"))
    for wrong in ("", "2021/edizione.yml", "../altro", "_redazione/registro.csv", "0" * len(name)):
        assert "Non posso annullare" in studio.send(form.set("di", wrong), "annulla").text
        assert set(studio.content.rglob("*")) == names
    # Somebody made another file in its place meanwhile.
    path = studio.content / "2021/iscritti.yml"
    path.write_text("tipo: indicatore\n", encoding="utf-8")
    assert "già qualcosa" in html.unescape(studio.send(form.set("di", name), "annulla").text)
    assert path.read_text(encoding="utf-8") == "tipo: indicatore\n"
    path.unlink()
    assert "Annullato" in studio.send(form, "annulla").text
    assert "nome:" in path.read_text(encoding="utf-8")


def test_a_link_in_the_place_of_the_folder_leads_nowhere(tmp_path):
    with Studio() as studio:
        asked = studio.open(PAGE + "?vista=elimina")
        (studio.content / "_redazione").mkdir(exist_ok=True)
        (studio.content / "_redazione/eliminati").symlink_to(tmp_path)
        page = studio.send(asked.form, "elimina")
        assert "Eliminare" in page.text and not list(tmp_path.rglob("*.md"))
        assert (studio.content / FILE).exists()


def test_something_new_with_the_same_title_is_refused(studio):
    form = studio.open("2021/?nuovo=realizzazione").form
    page = studio.send(form.set("titolo", "Una nuova MENSA in via Roma").set("obiettivo", "scuole"), "crea:realizzazione")
    assert "è già" in page.text
