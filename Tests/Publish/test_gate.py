"""What is asked before anything is published."""

import os
import pty
import re
import shutil
import subprocess

import pytest

from program import ROOT

from .places import Folder
from .project import MANIFEST, Project


def test_mistakes_keep_it_from_being_published(place, project):
    project.edit("stato:", "statoo:")
    answer = project.publish()
    assert answer.status == 1 and "chiave-ignota" in answer.errors, answer
    assert place.files() == {} and not (project.folder / "pubblicazioni.csv").exists()


def test_warnings_are_accepted_on_the_record(place, project):
    project.edit("titolo: Una nuova mensa in via Roma", "titolo: UNA NUOVA MENSA IN VIA ROMA")
    (project.content / "2021/1-scuole/non-usata.pdf").write_bytes(b"%PDF-1.4")
    answer = project.publish()
    assert answer.status == 1 and "--accetta-avvisi" in answer.errors, answer
    assert "file-inutilizzato 1" in answer.errors and place.files() == {}, answer
    look = project.run("publish", "--dry-run")
    assert look.status == 0 and "--accetta-avvisi" in look.errors, look
    project.published("--accept-warnings")
    assert "file-inutilizzato 1" in project.ledger[0]["accepted_warnings"], project.ledger


def test_texts_that_git_does_not_have_are_told(project):
    def git(*words):
        subprocess.run(["git", "-C", project.folder, "-c", "user.name=x", "-c", "user.email=x@y", *words],
                       check=True, capture_output=True)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "x")
    project.published()
    assert re.fullmatch(r"[0-9a-f]{12}", project.ledger[0]["commit"]), project.ledger
    project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
    answer = project.publish()
    assert answer.status == 1 and "testi-non-registrati" in answer.errors, answer
    project.published("--accept-warnings")
    assert project.ledger[1]["commit"].endswith("+"), project.ledger
    assert project.ledger[1]["accepted_warnings"] == "testi-non-registrati 1", project.ledger
    status = subprocess.run(["git", "-C", project.folder, "status", "--porcelain"], capture_output=True, text=True)
    assert ".bilancio" not in status.stdout, status.stdout


@pytest.mark.parametrize(("old", "new", "criterion"), [('lang="', 'data-lang="', "3.1.1"), ("<main", "<div", "1.3.1")],
                         ids=["language", "main"])
def test_a_theme_that_shuts_readers_out_stops_it(place, project, old, new, criterion):
    theme = project.folder / "themes/comune"
    theme.unlink()
    shutil.copytree(ROOT / "themes/comune", theme)
    path = next(theme.rglob("layout.html"))
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} has no {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    answer = project.publish()
    assert answer.status == 2 and f"[WCAG {criterion}]" in answer.errors, answer
    assert place.files() == {}


def test_many_pages_that_go_are_asked_about_again(place, project):
    project.fill(12)
    project.published()
    before, pages = place.files(), project.pages
    for path in project.content.glob("2021/1-scuole/*-altra-*.md"):
        path.unlink()
    answer = project.publish()
    assert answer.status == 2 and f"11 pagine su {pages}" in answer.errors, answer
    assert "--togliendo 11" in answer.errors and place.files() == before, answer
    assert project.publish("--removing", "10").status == 2
    project.published("--removing", "11")
    assert len(place.files()) < len(before)


def test_a_plan_tells_what_changes_in_words(project):
    project.published()
    project.edit("titolo: Una nuova mensa in via Roma", "titolo: Una nuova mensa in via Verdi")
    for answer in (project.run("publish", "--dry-run"), project.run("status")):
        assert "«… in via Roma» → «… in via Verdi»" in answer.output, answer
        assert "riprend" in answer.output, answer


def test_a_draft_that_stays_out_is_named(project):
    project.fill(2)
    draft = sorted(project.content.glob("2021/1-scuole/*-altra-*.md"))[0]
    text = draft.read_text(encoding="utf-8").replace("---\n", "---\nbozza: sì\n", 1)
    draft.write_text(text, encoding="utf-8")
    for command in (("publish", "--dry-run"), ("status",)):
        answer = project.run(*command)
        assert "bozza: sì" in answer.output and draft.name in answer.output, answer


def test_a_forged_closed_edition_is_refused(place, project):
    edition = project.read("2021/edizione.yml")
    project.write("2021/edizione.yml", edition + "chiusa: true\n")
    closed = project.run("close", "2021")
    assert closed.status == 0, closed
    copies = project.content / "2021/_chiusa/pagine"
    (copies / "wp-login.php").write_text("<?php")
    manifest = copies / MANIFEST
    line = "wp-login.php,5,01cea5a1bd97b2d8a35c4d5cc0d59dfa3b45b5fd8b6f0f3f2d4f1a4b1fe1d3c0\n"
    manifest.write_text(manifest.read_text() + line)
    for command in (("check",), ("build",), ("publish", "--yes")):
        answer = project.run(*command)
        assert answer.status == 1 and "edizione-chiusa" in answer.errors, answer
    assert place.files() == {}


def answer_at_a_terminal(project, *answers, options=()):
    """A run at a terminal, whose questions are answered."""
    master, slave = pty.openpty()
    process = project.start("publish", *options, stdin=slave, stdout=slave, stderr=slave, start_new_session=True)
    os.close(slave)
    said, rest = b"", list(answers)
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
        if rest and said.rstrip().endswith((b"[s/N]", b"quante:")):
            os.write(master, rest.pop(0).encode() + b"\n")
            said += b"\n"
    os.close(master)
    return process.wait(), said.decode(errors="replace")


def test_whoever_is_at_the_terminal_is_asked(place, project):
    silent = project.run("publish")
    assert silent.status == 2 and "--si" in silent.errors and place.files() == {}, silent
    status, said = answer_at_a_terminal(project, "n")
    assert status == 1 and "Non ho pubblicato niente" in said and place.files() == {}, said
    status, said = answer_at_a_terminal(project, "s")
    assert status == 0 and place.files() == project.site, said


def test_nobody_says_yes_to_a_plan_that_was_not_shown(place, project):
    status, said = answer_at_a_terminal(project, "n", options=["-q"])
    assert status == 1 and place.files() == {}, said
    assert said.index("Da pubblicare in") < said.index("Procedo?"), said


def test_the_plan_says_that_the_address_is_a_placeholder(project):
    look = project.run("publish", "--dry-run")
    assert "l'indirizzo di prova" in look.errors and "https://bilancio.example.it/" in look.errors, look
    project.edit("https://bilancio.example.it/", "https://bilancio.comune.prova.it/", "sito.yml")
    assert "l'indirizzo di prova" not in project.run("publish", "--dry-run").errors


def test_what_is_wrong_with_the_place_comes_first_and_alone(place, project):
    (project.content / "2021/1-scuole/non-usata.pdf").write_bytes(b"%PDF-1.4")
    project.edit("  modo: nessuno", "  modo: nessuno\nregole: tante", "sito.yml")
    answer = project.publish("wbe")
    assert answer.status == 2 and "forse intendevi `web`" in answer.errors, answer
    assert "avviso[" not in answer.errors and answer.errors.endswith("Non ho pubblicato niente.\n"), answer
    project.edit("    dove:", "    luogo:", "sito.yml")
    answer = project.publish()
    assert answer.status == 1 and "`dove`" in answer.errors and "avviso[" not in answer.errors, answer
    assert answer.errors.endswith("Non ho pubblicato niente.\n") and place.files() == {}, answer


def test_a_target_is_named_where_there_are_several(servers, place, project):
    other = Folder(servers)
    project.write("pubblicazione.yml", f"""tipo: pubblicazione
voci:
  - nome: prova
    tipo: cartella
    dove: {other.root}
    indirizzo: https://prova.example.it/bilancio
""")
    answer = project.publish()
    assert answer.status == 2 and "web, prova" in answer.errors, answer
    answer = project.publish("proba")
    assert answer.status == 2 and "`prova`" in answer.errors, answer
    answer = project.publish("prova")
    # Nobody answers at that address; the pages are made for it all the same.
    assert answer.status == 2 and "non risponde" in answer.errors, answer
    assert b"https://prova.example.it/bilancio/2021/" in other.files()["sitemap.xml"]
    assert place.files() == {}
    project.published("web")
    assert b"https://bilancio.example.it/2021/" in place.files()["sitemap.xml"]
    same = project.read("pubblicazione.yml").replace("prova\n", "web\n")
    project.write("pubblicazione.yml", same)
    answer = project.run("check")
    assert answer.status == 1 and "id-doppio" in answer.errors, answer


def test_without_a_target_there_is_an_example(project):
    project.write("sito.yml", project.read("sito.yml").split("pubblicazione:")[0])
    for command in ("publish", "status"):
        answer = project.run(command)
        assert answer.status == 2 and "tipo: cartella" in answer.errors, answer


def test_old_releases_go(place):
    with Project(place, conserva=2) as project:
        days = ["2021-12-31", "2022-01-31", "2022-02-28", "2022-03-31", "2022-04-30"]
        for before, after in zip(days, days[1:]):
            project.edit(f"aggiornato_il: {before}", f"aggiornato_il: {after}")
            project.published()
        releases = sorted((place.root / "releases").iterdir())
        assert len(releases) == 2 and place.served.resolve() == releases[-1], releases
        # A file of somebody else's stays, wherever it was put.
        (releases[0] / "2021/di-altri.txt").write_text("resta")
        project.edit(f"aggiornato_il: {days[-1]}", "aggiornato_il: 2022-05-31")
        project.published()
        kept = list(place.root.rglob("di-altri.txt"))
        assert [path.read_text() for path in kept] == ["resta"], kept


def test_two_at_once_do_not_meet(place, project):
    project.fill(40)
    runs = [project.start("publish", "--yes") for _ in range(3)]
    outcomes = [process.communicate(timeout=60) + (process.returncode,) for process in runs]
    assert 0 in [status for *_, status in outcomes], outcomes
    for output, errors, status in outcomes:
        assert status == 0 or "in corso" in errors or "sta scrivendo" in errors, errors
    assert place.files() == project.site
