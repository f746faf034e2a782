"""An office on the same network: a link that works once, opens its pages and nothing else, and only proposes."""

import html
import re
import struct
import urllib.parse
import zlib

import pytest

from Preview.preview import wait
from Preview.stranger import HOST, stranger

from .studio import FILE, PAGE, Page, Reader, Studio
from .test_contributions import answer, invitation, take


def link(studio, *pages, until=""):
    page = studio.open("2021/?invita=scuola")
    form = next(form for form in page.reader.forms if form["ufficio"] and form["t"])
    made = studio.send(form.set("pagina", *pages).set("fino", until), "collega")
    return made, [html.unescape(text) for text in re.findall(r"http://[^\s<]+chiave=\w+", made.text)]


def png(shade):
    """One grey point."""
    part = lambda name, data: struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(bytes((0, shade)))) + part(b"IEND", b"")


class Guest:
    """A browser on the other machine, with cookies and without scripts."""

    def __init__(self, ask, port):
        self.ask, self.port, self.cookies = ask, port, {}

    def send(self, path, *options):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        text = self.ask(self.port, path.lstrip("/"), *(("-H", f"Cookie: {cookies}") if cookies else ()), *options)
        head, _, body = text.partition("\n\n") if "\n\n" in text else text.partition("\r\n\r\n")
        lines = head.splitlines()
        fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        if "set-cookie" in fields:
            name, _, value = fields["set-cookie"].split(";")[0].partition("=")
            self.cookies[name] = value
        status = int(lines[0].split()[1])
        if status == 303:
            return self.send(fields["location"])
        return Page(status, fields, body.encode(), path)

    def post(self, form, **headers):
        fields = {"Origin": f"http://{HOST}:{self.port}", "Content-Type": "application/x-www-form-urlencoded", **headers}
        options = [part for name, value in fields.items() for part in ("-H", f"{name}: {value}")]
        return self.send(form.action, *options, "--data-binary", urllib.parse.urlencode(form.pairs))


def test_an_office_fills_in_its_pages_from_another_machine():
    with stranger() as ask, Studio("--condividi") as studio:
        made, links = link(studio, PAGE)
        address = next(one for one in links if HOST in one)
        assert "in chiaro" in made.text and "non entra niente" in made.text
        assert not any("_preview/entra" in line for line in studio.lines), "the studio invites nobody to the whole site"
        guest = Guest(ask, studio.port)
        # Before the link nothing of it is open, nor after a wrong key.
        entrance = address.split("/", 3)[3]
        code = re.search(r"codice=(\w+)", entrance).group(1)
        for path in ("", "2021/scuole/nuova-mensa/", "_studio/", "_studio/2021/", "_preview/", f"_contributo/{code}", "2021/edizione.json"):
            assert guest.send(path).status == 403, path
        wrong = guest.send(entrance.replace("chiave=", "chiave=0"))
        assert "non vale più" in guest.post(wrong.reader.forms[0]).text
        # A program that only looks at the link uses nothing up.
        for _ in range(2):
            page = guest.send(entrance)
            assert page.status == 200 and "Apri il modulo" in page.text
        page = guest.post(page.reader.forms[0])
        assert page.status == 200 and "f.0.in_breve" in page.form.names()
        # Only its pages, with what they are dressed with; no form of the studio, no data, no other page.
        assert guest.send("2021/scuole/nuova-mensa/").status == 200
        style = re.search(r'href="([^"]+\.css)"', guest.send("2021/scuole/nuova-mensa/").text).group(1)
        assert guest.send(urllib.parse.urljoin("/2021/scuole/nuova-mensa/", style)).status == 200
        for path in ("", "2021/", "2021/scuole/", "2021/cerca/indice.js", "cerca/indice.js", "2021/cerca/", "2021/immagini/altra.png", "_studio/", "_studio/2021/", "_studio/" + PAGE, "_preview/", "2021/edizione.json", "2021/dati.csv", "cerca.json"):
            assert guest.send(path).status in (403, 404), path
        before = studio.read(FILE)
        form = page.form.set("f.0.in_breve", "La mensa è aperta, dice la scuola.").set("f.0.titolo", "Titolo «proposto»")
        for headers in ({"Origin": "null"}, {"Origin": "http://evil.example"}, {"Content-Type": "text/plain"}, {"Host": "evil.example"}, {"Content-Type": "image/png"}):
            assert guest.post(form, **headers).status == 403, headers
        bad = Reader(page.text).forms[0].set("t", "0" * 32)
        assert guest.post(bad).status == 403
        unasked = Reader(page.text).forms[0].set("f.0.numero", "99")
        assert "non era chiesto" in guest.post(unasked).text
        sent = guest.post(form)
        assert sent.status == 200 and "Mandato" in sent.text
        # What was sent is there again, and can be mended.
        assert guest.send(f"_contributo/{code}").form["f.0.in_breve"] == ["La mensa è aperta, dice la scuola."]
        assert studio.read(FILE) == before, "nothing goes into the texts by itself"
        proposal = studio.open(f"2021/?proposta={code}")
        assert "dice la scuola" in proposal.text and "Titolo «proposto»" in html.unescape(proposal.text)
        # The link is used up, for others.
        assert "non vale più" in Guest(ask, studio.port).post(Reader(guest.send(entrance).text).forms[0]).text
        # A field that the office left as it was proposes nothing, whoever changed it meanwhile; nor when the form is opened again.
        studio.write(before.replace("Una nuova mensa in via Roma", "Il titolo di chi scrive"), FILE)
        wait("the new title", lambda: "Il titolo di chi scrive" in studio.open(PAGE).text)
        again = guest.send(f"_contributo/{code}").form
        assert again["f.0.titolo"] == ["Titolo «proposto»"]
        studio.write(before.replace("stato_al: 2021-12-31", "stato_al: 2021-11-30"), FILE)
        wait("the new date", lambda: studio.open(PAGE).form["f.stato_al"] == ["2021-11-30"])
        again = guest.send(f"_contributo/{code}").form
        assert again["f.0.stato_al"] == ["2021-11-30"]
        assert "Mandato" in guest.post(again).text
        proposal = studio.open(f"2021/?proposta={code}")
        assert "0.stato_al" not in proposal.text and "0.in_breve" in proposal.text
        # It is gone with the studio, and what was written into it is shown to be copied.
        studio.stop()
        studio.start(port=studio.port)
        guest.port = studio.port
        assert guest.send(f"_contributo/{code}").status == 403
        lost = guest.post(form.set("f.0.in_breve", "Parole che l'ufficio non ha altrove."))
        assert lost.status == 403 and "Parole che l'ufficio non ha altrove." in html.unescape(lost.text)


def test_an_office_sees_the_pictures_of_its_own_pages_and_no_others():
    with stranger() as ask, Studio("--condividi") as studio:
        for shade, name in enumerate(("mensa.png", "altra.png")):
            (studio.content / "2021/1-scuole" / name).write_bytes(png(shade))
        studio.write(studio.read(FILE) + "\n![La mensa](mensa.png)\n", FILE)
        target = studio.read("2021/1-scuole/obiettivo.yml")
        studio.write(target.replace("valutazione:", "\n  ![Altra](altra.png)\nvalutazione:"), "2021/1-scuole/obiettivo.yml")
        shown = wait("the pictures", lambda: re.findall(r'src="([^"]+\.png)"', studio.get("2021/scuole/nuova-mensa/", Cookie=studio.cookie)[2].decode()))
        others = wait("the others", lambda: re.findall(r'src="([^"]+\.png)"', studio.get("2021/scuole/", Cookie=studio.cookie)[2].decode()))
        _, links = link(studio, PAGE)
        guest = Guest(ask, studio.port)
        guest.post(guest.send(next(one for one in links if HOST in one).split("/", 3)[3]).reader.forms[0])
        address = lambda page, source: urllib.parse.urljoin(page, source)
        for source in shown:
            assert guest.send(address("/2021/scuole/nuova-mensa/", source)).status == 200, source
        for source in set(others) - set(shown):
            path = address("/2021/scuole/", source)
            assert studio.get(path.lstrip("/"), Cookie=studio.cookie)[0] == 200 and guest.send(path).status == 403, path


def test_a_link_ends_with_its_last_day_and_with_nobody_invited_there_is_none():
    with Studio("--condividi") as studio:
        made, links = link(studio, PAGE, until="01/01/2020")
        code = re.search(r"codice=(\w+)", links[0]).group(1)
        assert studio.get(f"_contributo/{code}")[0] == 403
    with Studio() as studio:
        page = studio.open("2021/?invita=scuola")
        assert "--condividi" in page.text and "Fai il collegamento" not in page.text
        assert studio.get("_contributo/entra?codice=x&chiave=y")[0] == 404
        form = next(form for form in page.reader.forms if form["ufficio"] and form["t"]).set("pagina", PAGE)
        assert studio.send(form, "collega").fields["content-disposition"].startswith("attachment")


def test_a_proposal_goes_into_no_closed_edition_and_no_text_of_it_is_lost():
    with Studio() as studio:
        file = answer(invitation(studio), f__0__in_breve="La mensa è aperta, dice la scuola.", f__0__titolo="Altro titolo")
        proposal = take(studio, file)
        edition = studio.read("2021/edizione.yml")
        before = studio.read(FILE)
        studio.write(edition + "chiusa: sì\n", "2021/edizione.yml")
        form = max(proposal.reader.forms, key=lambda form: len(form.pairs))
        page = studio.send(form.set("s.0.in_breve", "accetta"), "accetta")
        assert "chiusa" in page.text and "dice la scuola" in page.text and studio.read(FILE) == before
        studio.write(edition, "2021/edizione.yml")
        # Its page has another name meanwhile: what was written for it is shown, and goes only when that was seen.
        code = form["codice"][0]
        (studio.content / FILE).rename(studio.content / "2021/1-scuole/1-mensa.md")
        wait("the new name", lambda: studio.open(PAGE.replace("nuova-mensa", "mensa")).status == 200)
        page = studio.open(f"2021/?proposta={code}")
        assert "dice la scuola" in page.text and "non ci sono più" in page.text
        form = max(page.reader.forms, key=lambda form: len(form.pairs))
        page = studio.send(form, "accetta")
        assert "dice la scuola" in page.text
        studio.send(max(page.reader.forms, key=lambda form: len(form.pairs)).set("copiati", "1"), "accetta")
        assert studio.open(f"2021/?proposta={code}").status == 404
