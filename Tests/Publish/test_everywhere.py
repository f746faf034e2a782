"""What holds at every place: tests that are run with each."""

import re

from .places import PLACES, over
from .project import MANIFEST, PAGE, Project

# Those where files of others may stand among those of the site.
SHARED = [kind for kind in PLACES if kind.is_shared]


def exactly(place, project, others=None):
    """The place has the site, what others had there, and nothing else."""
    files, expected = place.files(), {**project.site, **(others or {})}
    assert sorted(files) == sorted(expected), sorted(set(files) ^ set(expected))
    changed = [path for path in files if files[path] != expected[path]]
    assert not changed, changed


@over(*PLACES)
def test_the_site_gets_there_and_nothing_else_changes(place):
    others = {"index-vecchio.html": b"di altri", "2021/altro/nota.txt": b"di altri"} if place.is_shared else {}
    for path, data in others.items():
        place.put(path, data)
    with Project(place) as project:
        first = project.run("publish", "--dry-run")
        assert first.status == 0 and "file nuovi" in first.output, first
        assert sorted(place.files()) == sorted(others), "a dry run changes nothing"
        said = project.published().output
        assert f"Pubblicato: {project.pages} pagine" in said, said
        exactly(place, project, others)
        assert "niente da pubblicare" in project.published().output
        [line] = project.ledger
        assert line["target"] == "web" and line["action"] == "publication", line
        assert line["pages"] == str(project.pages), line
        assert line["editions"] == "2021" and line["by"] and len(line["content_hash"]) == 64, line
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line["when"]), line
        status = project.run("status")
        assert status.status == 0 and "byte per byte" in status.output, status
        year, hours, minutes = line["when"][:4], int(line["when"][11:13]), line["when"][14:16]
        assert f" {year}, ore {hours}.{minutes}" in status.output and "I testi sono quelli in linea" in status.output, status


@over(*PLACES)
def test_what_changed_is_sent_and_what_went_is_removed(place, project):
    project.published()
    if place.is_shared:
        place.put("2021/scuole/nuova-mensa/di-altri.txt", b"resta")
    project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
    project.rename_page("refettorio")
    plan = project.run("publish", "--dry-run").output
    # The page, and what the search knows of it.
    assert re.search(r"2 file nuovi, \d+ cambiati, 2 da togliere, \d+ uguali", plan), plan
    assert "/2021/scuole/nuova-mensa/" in plan and "content/2021/edizione.yml" in plan, plan
    assert "- da: scuole/nuova-mensa" in plan and "a: scuole/refettorio" in plan, plan
    project.published()
    others = {"2021/scuole/nuova-mensa/di-altri.txt": b"resta"} if place.is_shared else {}
    exactly(place, project, others)
    # The redirect that was suggested is one that works.
    project.write("2021/edizione.yml", project.read("2021/edizione.yml")
                  + "spostati:\n  - da: scuole/nuova-mensa\n    a: scuole/refettorio\n")
    plan = project.run("publish", "--dry-run").output
    assert "Non saranno più" not in plan, plan
    project.published()
    assert b"/2021/scuole/refettorio/" in place.files()[PAGE]


@over(*SHARED)
def test_files_of_others_in_the_way_stop_it_with_their_names(place, project):
    place.put("2021/index.html", b"di altri")
    answer = project.publish()
    assert answer.status == 2 and "`2021/index.html`" in answer.errors, answer
    assert place.files() == {"2021/index.html": b"di altri"}
    assert not (project.folder / "pubblicazioni.csv").exists()


@over(*SHARED)
def test_a_manifest_that_is_not_ours_stops_it(place, project):
    place.put(MANIFEST, b"qualcos'altro")
    answer = project.publish()
    assert answer.status == 2 and MANIFEST in answer.errors, answer
    assert place.files() == {MANIFEST: b"qualcos'altro"}


@over(*PLACES)
def test_what_somebody_changed_by_hand_is_told_and_kept(place, project):
    project.published()
    page = place.files()[PAGE]
    place.put(PAGE, page.replace(b"Roma", b"Rosa"))
    place.put("2021/index.html", b"scritto a mano")
    status = project.run("status")
    assert status.status == 1 and f"    {PAGE}\n" in status.output, status
    assert "2 file su" in status.output, status
    answer = project.published()
    assert "2021/index.html" in answer.output, answer
    kept = project.folder / re.search(r"sono in (\S+)\.", answer.output).group(1)
    assert (kept / "2021/index.html").read_bytes() == b"scritto a mano"
    assert place.files()["2021/index.html"] == project.site["2021/index.html"]


@over(*PLACES)
def test_undoing_brings_back_the_release_before(place, project):
    project.published()
    first = place.files()
    answer = project.run("publish", "--undo", "--yes")
    assert answer.status == 2 and "versione prima" in answer.errors, answer
    project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
    project.rename_page("refettorio")
    project.published()
    second = place.files()
    assert first != second
    look = project.run("publish", "--undo", "--dry-run")
    assert look.status == 0 and place.files() == second, look
    answer = project.run("publish", "--undo", "--yes")
    assert answer.status == 0 and place.files() == first, answer
    assert [line["action"] for line in project.ledger] == ["publication", "publication", "undo"]
    assert project.ledger[2]["content_hash"] == project.ledger[0]["content_hash"]
    # What was taken back is not what one goes back to.
    project.edit("aggiornato_il: 2022", "aggiornato_il: 2023", "2021/1-scuole/1-refettorio.md")
    project.published()
    assert project.run("publish", "--undo", "--yes").status == 0
    assert place.files() == first
    assert project.run("status").status == 0


@over(*PLACES)
def test_another_machine_goes_on_from_what_is_there(place):
    with Project(place) as project, Project(place) as other:
        project.published()
        first = place.files()
        other.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
        said = other.published()
        assert "1 da togliere" not in said.output and "uguali" in said.output, said
        assert other.run("publish", "--undo", "--yes").status == 0
        assert place.files() == first
