"""What a file was before: each state, with its way back; and who else is writing."""

import json
import time
import urllib.parse

from Preview.preview import wait

from .studio import FILE, PAGE, Studio
from .test_contributions import answer, invitation, take


def buttons(page, verb):
    return [value for name, value in page.reader.buttons if name == "azione" and value.startswith(verb + ":")]


def press(studio, page, value):
    form = next(form for form in page.reader.forms if form.action.endswith("nuova-mensa") and len(form.pairs) == 1)
    return studio.send(form, value)


def test_each_state_has_its_way_back():
    with Studio() as studio:
        states = [studio.read(FILE)]
        for title in ("Uno", "Due", "Tre"):
            studio.send(studio.open(PAGE).form.set("f.titolo", title))
            states.append(studio.read(FILE))
        page = studio.open(PAGE + "?vista=versioni")
        found = buttons(page, "riporta")
        assert len(found) == 3 and "(prova, Titolo)" in page.text
        done = press(studio, page, found[1])
        assert "di nuovo com" in done.text and studio.read(FILE) == states[1]
        undo = next(form for form in done.reader.forms if form["di"])
        assert "Annullato" in studio.send(undo, "annulla").text and studio.read(FILE) == states[3]
        # Nothing but a state of this very file.
        other = studio.open("2021/indicatore/iscritti")
        studio.send(other.form.set("f.nome", "Altro nome"))
        strange = buttons(studio.open("2021/indicatore/iscritti?vista=versioni"), "riporta")[0]
        for wrong in (strange, "riporta:" + "0" * 64, "riporta:../../x", "riporta:"):
            assert "non c" in press(studio, page, wrong).text and studio.read(FILE) == states[3]
        # A state with a name stays, and is listed first.
        form = next(form for form in page.reader.forms if form["nome"])
        assert "scrivi come si chiama" in studio.send(form, "chiama").text
        named = studio.send(form.set("nome", "Prima della rilettura"), "chiama")
        assert named.text.index("Prima della rilettura") < named.text.index("Prima di ogni cambiamento")
        studio.send(studio.open(PAGE).form.set("f.titolo", "Quattro"))
        page = studio.open(PAGE + "?vista=versioni")
        press(studio, page, buttons(page, "riporta")[0])
        assert studio.read(FILE) == states[3]


def test_what_is_still_compared_with_outlives_the_thinning_of_old_states():
    with Studio() as studio:
        file = answer(invitation(studio), f__0__in_breve="La mensa è aperta, dice la scuola.")
        review = studio.open(PAGE + "?vista=rilettura")
        studio.send(next(form for form in review.reader.forms if form["h"]), "approva")
        for title in ("Altro titolo", "Ancora un titolo", "L'ultimo titolo"):
            studio.send(studio.open(PAGE).form.set("f.titolo", title))
        # All of it was a month ago, within one hour.
        journal = studio.content / "_redazione/registro.csv"
        text = journal.read_text(encoding="utf-8")
        now = time.strftime("%Y-%m-%dT%H", time.gmtime())
        journal.write_text(text.replace(now, "2020-01-01T10"), encoding="utf-8")
        kept = len(list((studio.content / "_redazione/versioni").iterdir()))
        # Who cannot read what they are compared with takes none away.
        for name in ("approvazioni.csv", "inviti.csv"):
            table = studio.content / "_redazione" / name
            whole = table.read_bytes()
            table.write_bytes(whole + b'"never closed')
            studio.restart()
            assert len(list((studio.content / "_redazione/versioni").iterdir())) == kept, name
            table.write_bytes(whole)
        studio.restart()
        assert len(list((studio.content / "_redazione/versioni").iterdir())) < kept, "old states are thinned"
        assert "Che cosa è cambiato" in studio.open(PAGE + "?vista=rilettura").text
        assert "cambiato dopo l" not in take(studio, file).text


def send(studio, action, **fields):
    form = studio.open(PAGE).form
    pairs = [("t", form["t"][0]), ("h", form["h"][0]), ("azione", action), *fields.items()]
    status, _, body = studio.post(form.action, urllib.parse.urlencode(pairs).encode())
    assert status == 200
    return json.loads(body)


def test_who_else_is_writing_is_said_and_forgotten_when_they_have_gone():
    with Studio() as studio:
        assert 'id="presenti"></p>' in studio.open(PAGE).text
        send(studio, "bozza", w="a", **{"f.titolo": "Da A", "b.titolo": "x"})
        assert send(studio, "controlla", w="a")["presenti"] == ""
        assert "In un'altra finestra stai scrivendo qui, da poco." == send(studio, "controlla", w="b")["presenti"]
        # On another machine with the same folder.
        folder = studio.content / "_redazione/presenze"
        moment = lambda ago: time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - ago))
        (folder / "0123456789abcdef.csv").write_text(f"{FILE},Anna Riva,{moment(200)},{moment(5)}\r\n", encoding="utf-8")
        assert "Anna Riva sta scrivendo qui, da 3 minuti." in studio.open(PAGE).text
        (folder / "0123456789abcdef.csv").write_text(f"{FILE},Anna Riva,{moment(900)},{moment(600)}\r\n", encoding="utf-8")
        assert "Anna Riva" not in studio.open(PAGE).text and not (folder / "0123456789abcdef.csv").exists()
        for text in ("", "a,b", "\0" * 100, f"{FILE},x,y,z\r\n"):
            (folder / "0123456789abcdef.csv").write_text(text, encoding="utf-8")
            assert studio.open(PAGE).status == 200
        # Whoever leaves the page is gone at once, and whoever saves.
        send(studio, "bozza", w="a", via="1")
        assert "stai scrivendo" not in studio.open(PAGE).text
        send(studio, "bozza", w="c", **{"f.titolo": "Da C", "b.titolo": "x"})
        form = studio.open(PAGE).form.set("f.titolo", "Salvato").set("w", "c")
        assert "stai scrivendo" not in studio.send(form).text
