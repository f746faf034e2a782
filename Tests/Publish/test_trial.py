"""A place of trial (`prova: sì`): drafts go there, and nothing of it is taken for the published report."""

import base64
import contextlib
import functools
import http.server
import threading

import pytest

from .places import SFTP, Folder, over
from .project import Project

DRAFT = "2021/1-scuole/2-seconda-mensa.md"


@contextlib.contextmanager
def locked(folder):
    """A web server that lets only those in who have a password."""
    class Locked(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            word = "Basic " + base64.b64encode(b"giunta:segreta").decode()
            if self.headers.get("Authorization") == word:
                return super().do_GET()
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="prova"')
            self.end_headers()
            return None

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Locked, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def trial(place):
    """A project with a draft, whose one place is of trial and asks for a password."""
    with locked(place.served) as address, Project(place, prova="sì", indirizzo=address) as project:
        write_draft(project)
        project.address = address
        yield project


def write_draft(project):
    text = project.read().replace("---\n", "---\nbozza: sì\n", 1).replace("numero: 1", "numero: 2")
    project.write(DRAFT, text.replace("titolo: Una nuova", "titolo: Una seconda"))


def pages(files):
    return {path: text for path, text in files.items() if path.endswith(".html")}


@over(Folder, SFTP)
def test_drafts_go_to_a_place_of_trial_and_every_page_says_so(trial, place):
    said = trial.published("--drafts").output
    assert "posto di prova, bozze comprese" in said and "chiede una password" in said, said
    files = place.files()
    assert "2021/scuole/seconda-mensa/index.html" in files
    for path, text in pages(files).items():
        assert b'<meta name="robots" content="noindex">' in text, path
        head, body = text.split(b"<body", 1)
        notice = body.split(b"<aside", 2)[1]
        assert b"non \xc3\xa8 il bilancio pubblicato" in notice and b"bozze" in notice, path
        assert b"https://bilancio.example.it/" in notice and b"2021" in notice, path
        assert body.index(b"<aside") < body.index(b"<header"), path
        assert f'rel="canonical" href="{trial.address}'.encode() in head, path
    assert files["robots.txt"].count(b"# ") == 2 and b"noindex" in files["robots.txt"]
    assert b"X-Robots-Tag" in files[".htaccess"] and b"X-Robots-Tag" in files["nginx-intestazioni.conf"]
    assert b"Disallow: /\n" in files["robots.txt"] and b"Sitemap" not in files["robots.txt"]
    assert b"seconda-mensa" not in files["sitemap.xml"]
    assert [line["action"] for line in trial.ledger] == ["trial_with_drafts"]
    assert "di prova" in trial.run("status", "--drafts").output
    # The same texts on another day are the same site.
    assert "niente da pubblicare" in trial.published("--drafts").output


def test_without_drafts_a_place_of_trial_has_the_notice_all_the_same(trial, place):
    said = trial.published().output
    assert "posto di prova: ogni pagina" in said and "bozza: sì" in said, said
    files = place.files()
    assert "2021/scuole/seconda-mensa/index.html" not in files
    for path, text in pages(files).items():
        assert b"non \xc3\xa8 il bilancio pubblicato" in text and b"Ci sono anche bozze" not in text, path
    assert [line["action"] for line in trial.ledger] == ["trial"]


def test_warnings_are_counted_and_stop_nothing_at_a_place_of_trial(trial):
    (trial.content / "2021/1-scuole/non-usata.pdf").write_bytes(b"%PDF-1.4")
    said = trial.published("--drafts")
    assert "Nei testi: 1 avviso" in said.output and "non fermano" in said.output, said
    assert "--accetta-avvisi" not in said.errors, said
    assert "file-inutilizzato 1" in trial.ledger[0]["accepted_warnings"], trial.ledger


def test_elsewhere_drafts_are_refused_and_nothing_says_trial(place, project):
    write_draft(project)
    answer = project.publish("--drafts")
    assert answer.status == 2 and "non è un posto di prova" in answer.errors and "prova: sì" in answer.errors, answer
    assert place.files() == {}
    project.published()
    for path, text in place.files().items():
        assert b"non \xc3\xa8 il bilancio pubblicato" not in text and b"X-Robots-Tag" not in text, path


@pytest.mark.parametrize("fields, told", [
    ({}, "non ha un `indirizzo`"),
    ({"indirizzo": "https://bilancio.example.it/"}, "lo stesso del bilancio pubblicato"),
])
def test_a_place_of_trial_has_an_address_of_its_own(place, fields, told):
    with Project(place, prova="sì", **fields) as project:
        answer = project.publish()
        assert answer.status == 2 and told in answer.errors, answer
        assert answer.errors.endswith("Non ho pubblicato niente.\n"), answer
        assert place.files() == {}


def test_a_trial_does_not_come_back_to_a_place_that_is_none_any_more(place, trial):
    trial.published("--drafts")
    trial.edit("prova: sì", "prova: no", "sito.yml")
    trial.edit(trial.address, "https://bilancio.example.it/", "sito.yml")
    answer = trial.publish()
    assert "seconda-mensa/index.html" not in "".join(place.files()), answer
    answer = trial.publish("--undo")
    assert answer.status == 2 and "è una prova" in answer.errors, answer
    assert "2021/scuole/seconda-mensa/index.html" not in place.files()


def test_closing_keeps_no_page_of_a_trial(trial):
    trial.write("2021/edizione.yml", trial.read("2021/edizione.yml") + "chiusa: sì\n")
    (trial.content / DRAFT).unlink()
    answer = trial.run("close", "2021")
    assert answer.status == 0, answer
    page = (trial.content / "2021/_chiusa/pagine/2021/index.html").read_text(encoding="utf-8")
    assert "noindex" not in page and "https://bilancio.example.it/2021/" in page
