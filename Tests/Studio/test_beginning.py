"""From an empty folder to a page, and everything new that can be made in the studio."""

import html
import pathlib
import subprocess

import pytest

from Preview.preview import wait
from program import PROGRAM

from .studio import PAGE, Studio


@pytest.fixture
def empty(tmp_path):
    """A studio in a folder without a report."""
    (tmp_path / "niente").mkdir()
    with Studio(content=tmp_path / "niente") as studio:
        yield studio


def check(studio):
    done = subprocess.run([PROGRAM, "check"], cwd=studio.folder, capture_output=True, text=True,
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "it_IT.UTF-8"})
    return done.returncode, done.stdout + done.stderr


def test_six_pages_write_the_first_files_and_end_on_the_page(empty):
    page = empty.open("")
    assert "Passo 1 di 6" in page.text
    # What is needed is asked for again, and what was typed stays.
    page = empty.send(page.form.set("indirizzo", "https://bilancio.comune.borgo.it/"), "avanti")
    assert "come si chiama il Comune" in page.text and page.form["indirizzo"] == ["https://bilancio.comune.borgo.it/"]
    page = empty.send(page.form.set("comune", "Comune di Borgo"), "avanti")
    assert "Passo 2" in page.text and len(page.form["anno"][0]) == 4
    page = empty.send(page.form.set("anno", "2024"), "avanti")
    page = empty.send(page.form.set("uffici", "Ufficio ambiente\r\nScuola"), "avanti")
    page = empty.send(page.form.set("obiettivo", "Meno rifiuti in discarica").set("premessa", "Perché sì."), "avanti")
    page = empty.send(
        page.form.set("realizzazione", "Porta a porta in centro").set("in_breve", "Da maggio, in centro.").set("stato", "in_corso"),
        "avanti")
    assert "Passo 6" in page.text and not list(pathlib.Path(empty.content).iterdir())
    page = empty.send(page.form.set("dato", "Raccolta differenziata").set("valore", "57,9").set("unita", "%")
                      .set("fonte", "Catasto dei rifiuti"), "avanti")
    assert "Porta a porta in centro" in page.text and page.form["f.in_breve"] == ["Da maggio, in centro."]
    files = sorted(str(path.relative_to(empty.content)) for path in empty.content.rglob("*")
                   if path.is_file() and "_redazione" not in path.parts)
    assert files == [
        "2024/1-meno-rifiuti-in-discarica/1-porta-a-porta-in-centro.md", "2024/1-meno-rifiuti-in-discarica/obiettivo.yml",
        "2024/atti.yml", "2024/edizione.yml", "2024/fonti.yml", "2024/glossario.yml",
        "2024/indicatori/raccolta-differenziata.yml", "2024/uffici.yml", "sito.yml",
    ]
    figure = empty.read("2024/indicatori/raccolta-differenziata.yml")
    assert 'valore: 57,9' in figure and "fonte: catasto-dei-rifiuti" in figure and "misura: percentuale" in figure
    code, told = check(empty)
    assert code == 0, told
    assert (empty.content / "_redazione/registro.csv").read_text(encoding="utf-8").count("file nuovo") == 9
    # It begins once.
    assert "Passo 1" not in empty.open("").text


def test_what_is_not_known_yet_is_skipped(empty):
    page = empty.send(empty.open("").form.set("comune", "Comune di Borgo"), "avanti")
    page = empty.send(page.form, "avanti")
    page = empty.send(page.form.set("uffici", "Scuola"), "avanti")
    for _ in range(3):
        page = empty.send(page.form, "salta")
    assert "La prima realizzazione" in page.text
    assert check(empty)[0] == 0


def test_a_folder_with_something_in_it_is_not_begun_anew(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c/lettera.md").write_text("Una lettera.\n")
    with Studio(content=tmp_path / "c") as studio:
        assert "Passo 1" not in studio.open("").text
        body = {"passo": "6", "comune": "X", "anno": "2024", "uffici": "Y"}
        assert (studio.content / "sito.yml").exists() is False, body


NEW = [
    ("obiettivo", {"titolo": "Più verde"}, "2021/obiettivo/piu-verde"),
    ("realizzazione", {"titolo": "Cento alberi", "obiettivo": "scuole"}, "2021/realizzazione/scuole/cento-alberi"),
    ("indicatore", {"titolo": "Alberi piantati"}, "2021/indicatore/alberi-piantati"),
    ("contesto", {"titolo": "La città in numeri"}, "2021/contesto/la-citta-in-numeri"),
    ("area", {"titolo": "Ambiente"}, "2021/area/ambiente"),
    ("ufficio", {"titolo": "Ufficio verde"}, "2021/uffici/ufficio-verde"),
    ("fonte", {"titolo": "Censimento del verde", "organizzazione": "Istat"}, "2021/fonti/censimento-del-verde"),
    ("voce", {"titolo": "Chioma", "definizione": "I rami e le foglie."}, "2021/glossario/chioma"),
    ("atto", {"titolo": "Piano del verde", "organo": "giunta", "tipo": "deliberazione", "numero": "12", "data": "03/05/2021"},
     "2021/atti/dgc-2021-12"),
]


@pytest.mark.parametrize("kind, fields, address", NEW, ids=[one[0] for one in NEW])
def test_everything_new_is_begun_with_a_few_questions_and_ends_on_its_form(studio, kind, fields, address):
    page = studio.open(f"2021/?nuovo={kind}")
    form = page.form
    for name, value in fields.items():
        form.set(name, value)
    made = studio.send(form, f"crea:{kind}")
    assert made.status == 200 and "La pagina è fatta" in made.text, made.text[:3000]
    assert made.address.startswith("/_studio/" + address), made.address
    # Without its name it is asked for again.
    page = studio.send(studio.open(f"2021/?nuovo={kind}").form, f"crea:{kind}")
    assert "scrivi come si chiama" in page.text


def test_an_act_is_read_from_its_citation_and_a_double_is_told(studio):
    import urllib.parse

    def read(text):
        return studio.open("2021/?nuovo=atto&citazione=" + urllib.parse.quote_plus(text))

    page = read("Deliberazione di Giunta comunale n. 149 del 29/06/2020, «Adozione del piano»")
    form = page.form
    assert [form[name] for name in ("organo", "tipo", "numero", "data", "titolo")] == [
        ["giunta"], ["deliberazione"], ["149"], ["2020-06-29"], ["Adozione del piano"]]
    page = read("delibera di giunta n. 10 del 2 marzo 2021")
    assert "C'è già un atto" in page.text and "dgc-2021-10" in page.text


def test_a_name_goes_with_each_change(studio):
    page = studio.open("?nome")
    studio.send(page.form.set("nome", "Anna Riva"), "nome")
    before = studio.read()
    studio.send(studio.open(PAGE).form.set("f.in_breve", "Di Anna."))
    assert "Anna Riva" in (studio.content / "_redazione/registro.csv").read_text(encoding="utf-8")
    studio.write(before)


def test_the_next_edition_is_begun_and_what_is_taken_over_is_confirmed():
    with Studio() as studio:
        page = studio.open("?edizione")
        made = studio.send(page.form, "edizione")
        assert made.status == 200 and (studio.content / "2022/edizione.yml").exists(), made.text[:1500]
        again = studio.send(studio.open("?edizione").form.set("anno", "2022"), "edizione")
        assert "un'edizione del 2022 c'è già" in html.unescape(again.text)
        studio.send(studio.open("2022/?nuovo=obiettivo").form.set("titolo", "Più verde"), "crea:obiettivo")
        # A status that was taken over is confirmed with a tick, or by writing another.
        text = studio.read().replace("numero: 1", "numero: 9").replace("stato: completata", "stato: in_corso # da confermare").replace(
            "ufficio: scuola", "ufficio: scuola # da confermare").replace("stato_al: 2021-12-31", "stato_al: 2022-06-30 # da confermare")
        target = next((studio.content / "2022").rglob("obiettivo.yml")).parent / "9-prova.md"
        target.write_text(text, encoding="utf-8")
        address = wait("the form", lambda: [path for path in studio.all_forms() if path.endswith("/prova")])[0]
        form = studio.open(address).form
        assert "c.stato" not in dict(form.pairs)
        studio.send(form.set("c.stato", "1").set("f.stato_al", "2022-12-31"))
        after = target.read_text(encoding="utf-8")
        assert "stato: in_corso\n" in after and "stato_al: 2022-12-31\n" in after
        assert "ufficio: scuola # da confermare" in after


def test_another_name_changes_wherever_it_is_named(studio):
    before = studio.read()
    page = studio.open("2021/atti/dgc-2021-10?vista=nome")
    assert "dovunque" in page.text
    refused = studio.send(page.form.set("nome", "Nome Brutto"), "rinomina")
    assert "non può essere un nome" in refused.text and refused.form["nome"] == ["Nome Brutto"]
    done = studio.send(page.form.set("nome", "dgc-2021-99"), "rinomina")
    assert done.address.startswith("/_studio/2021/atti/dgc-2021-99")
    assert studio.read() == before.replace("dgc-2021-10", "dgc-2021-99")
    studio.send(studio.open("2021/atti/dgc-2021-99?vista=nome").form.set("nome", "dgc-2021-10"), "rinomina")
    assert studio.read() == before
