"""A page is read again: states, approvals that fall with a change, remarks, and publishing."""

from Preview.preview import wait

from .studio import FILE, PAGE, Studio


def review(studio):
    return studio.open(PAGE + "?vista=rilettura")


def test_an_approval_falls_when_the_page_changes_and_the_words_are_shown(studio):
    before = studio.read(FILE)
    board = studio.open("2021/")
    assert "Da rileggere" in board.text
    page = review(studio)
    assert "Non è mai stata approvata" in page.text
    page = studio.send(page.form.set("testo", "Va bene così"), "approva")
    assert "Approvata da prova" in page.text and "Va bene così" in page.text
    assert "Approvata" in studio.open("2021/").text
    studio.send(studio.open(PAGE).form.set("f.in_breve", "La mensa di via Roma è aperta da ottobre."))
    assert "Cambiata dopo l&#39;approvazione" in studio.open("2021/").text or "Cambiata dopo l'approvazione" in studio.open("2021/").text
    page = review(studio)
    assert "<del>settembre.</del>" in page.text and "<ins>ottobre.</ins>" in page.text
    # A yes is to what was read: when it changed meanwhile, it is to be read again.
    studio.send(studio.open(PAGE).form.set("f.in_breve", "Altro ancora."))
    studio.send(page.form, "approva")
    assert "Cambiata" in studio.open("2021/").text
    page = studio.send(review(studio).form.set("testo", "Dite anche quanti posti"), "chiedi")
    assert "Modifiche chieste" in page.text and "quanti posti" in page.text
    studio.write(before)
    studio.shows("settembre", "2021/scuole/nuova-mensa/")
    # The text that was approved is here again, and so is its approval's place in the table.
    table = (studio.content / "_redazione/approvazioni.csv").read_text(encoding="utf-8")
    assert table.count("approvata") == 1 and table.count("modifiche chieste") == 1


def test_remarks_stay_until_they_are_dealt_with(studio):
    page = studio.send(review(studio).form.set("testo", "Controllare il 352; =1+1"), "annota")
    assert "Controllare il 352" in page.text
    assert "1 nota" in studio.open("2021/").text
    form = next(form for form in page.reader.forms if len(form.pairs) == 1)
    page = studio.send(form, "risolvi:1")
    assert "Risolta." in page.text and "1 nota" not in studio.open("2021/").text


def test_the_board_shows_the_pages_of_an_office():
    from program import ROOT

    with Studio(content=ROOT / "Tests/Corpus/content") as studio:
        board = studio.open("/_studio/")
        link = next(link for link in board.reader.links if link.count("/") == 3 and link.startswith("/_studio/2"))
        board = studio.open(link)
        assert "Ufficio" in board.text and "<progress" in board.text
        offices = [name for name in board.text.split('<option value="')[1:]]
        assert len(offices) > 1
        only = studio.open(link + "?ufficio=" + offices[2].split('"')[0])
        assert only.status == 200 and only.text.count("<tr>") <= board.text.count("<tr>")


def test_publishing_asks_for_approvals_or_a_reason_and_the_journal_tells_of_it():
    with Studio() as studio:
        site = studio.read("sito.yml")
        place = studio.folder / "pubblicato"
        studio.write(site + f"pubblicazione:\n  - nome: sito\n    tipo: cartella\n    dove: {place}\n", "sito.yml")
        studio.shows("Una nuova mensa", "2021/scuole/nuova-mensa/")
        page = studio.open("2021/?pubblica")
        while "pubblica:sito" not in page.text and "prova:sito" not in page.text:
            page = studio.open("2021/?pubblica")
        form = next(form for form in page.reader.forms if form.action.endswith("/2021/"))
        plan = studio.send(form, "prova:sito")
        assert "pubblica:sito" in plan.text and "non c" in plan.text
        place.mkdir()
        plan = studio.send(form, "prova:sito")
        assert not list(place.iterdir())
        form = max((form for form in plan.reader.forms if form.action.endswith("/2021/")), key=lambda form: len(form.pairs))
        refused = studio.send(form, "pubblica:sito")
        assert "scrivi perché" in refused.text and not list(place.iterdir())
        done = studio.send(form.set("perche", "Lo vuole la Giunta").set("avvisi", "1"), "pubblica:sito")
        assert "<h1>Pubblicato" in done.text, done.text
        assert list(place.rglob("index.html"))
        journal = (studio.content / "_redazione/registro.csv").read_text(encoding="utf-8")
        assert "pubblicazione" in journal and "Lo vuole la Giunta" in journal
        # No request names another place.
        other = studio.send(form, "pubblica:../fuori")
        assert "non c'è nel file del sito" in other.text or "non c&#39;è" in other.text


def test_who_asks_for_a_reading_says_that_it_is_written():
    with Studio() as studio:
        before = studio.read(FILE)
        assert "chiedi la rilettura" not in studio.open(PAGE).text
        studio.write(before.replace("numero: 1\n", "numero: 1\nbozza: sì\n"))
        wait("the draft", lambda: "chiedi la rilettura" in studio.open(PAGE).text)
        page = studio.send(studio.open(PAGE).form.set("f.titolo", "Scritta"), "rileggi")
        assert "è da rileggere" in page.text
        assert studio.read(FILE) == before.replace("titolo: Una nuova mensa in via Roma", "titolo: Scritta")
        board = studio.open("2021/")
        assert "Da rileggere" in board.text
        # The board says what was done last, and leads to it.
        last = board.text[board.text.index("Ultime modifiche"):]
        assert "Scritta" in last and "Titolo" in last and "?vista=versioni" in last
