"""Two machines that publish to one place in the same moment, and one that goes on from another's interruption."""

import os
import time

from .places import SFTP, Rsync, WebDAV, over
from .project import Project

ROUNDS = int(os.environ.get("BILANCIO_PUBLISH_ROUNDS", "2"))


@over(SFTP, Rsync, WebDAV)
def test_two_at_once_never_leave_a_mixed_site(place, note):
    with Project(place) as one, Project(place) as two:
        for project in (one, two):
            project.fill(12)
        one.published()
        said = {0: 0, 2: 0}
        for number in range(ROUNDS):
            one.edit("titolo: ", f"titolo: X{number} ")
            two.edit("titolo: ", f"titolo: Y{number} ")
            first = one.start("publish", "--yes", "--removing", "1")
            time.sleep(number / max(1, ROUNDS - 1))
            second = two.start("publish", "--yes", "--removing", "1")
            ends = []
            for project, process in ((one, first), (two, second)):
                output, errors = process.communicate(timeout=300)
                assert process.returncode in (0, 2), output + errors
                said[process.returncode] += 1
                ends.append((project, process.returncode, errors))
            sites = [project.site for project, status, _ in ends if status == 0]
            assert not sites or place.files() in sites, f"{place.name}, round {number}: a mixed site"
            for _, status, errors in ends:
                assert status == 0 or "pubblica" in errors, errors
                assert status == 0 or "aiuto:" in errors, errors
            # Whoever was stopped repeats.
            two.published()
            assert place.files() == two.site
        note(f"{said[0]} yes, {said[2]} told")


@over(SFTP, Rsync)
def test_the_second_is_told_who_is_at_work(place):
    with Project(place) as one, Project(place) as two:
        one.published()
        two.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
        now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        place.put(f".bilancio-in-corso/turno-0badcafe-{now}.txt", b"pc-anna\x1b[31m\n")
        before = place.files()
        for arguments in (("publish", "--yes"), ("publish", "--undo", "--yes"), ("publish", "--dry-run")):
            answer = two.run(*arguments)
            assert answer.status == 2 and "`pc-anna" in answer.errors and "aspetta" in answer.errors, answer
            assert "\x1b" not in answer.errors and place.files() == before
        answer = two.run("status")
        assert answer.status == 1 and "Un altro computer sta pubblicando" in answer.output, answer
        # One that has given no sign for long is dead.
        (place.root / f".bilancio-in-corso/turno-0badcafe-{now}.txt").rename(
            place.root / ".bilancio-in-corso/turno-0badcafe-20200101T000000Z.txt")
        two.published()
        assert place.files() == two.site


@over(SFTP, Rsync, WebDAV)
def test_another_machine_goes_on_after_some_time(place):
    with Project(place) as one, Project(place) as two:
        for project in (one, two):
            project.fill(12)
        one.published()
        one.edit("titolo: ", "titolo: X ")
        work = place.root / ".bilancio-in-corso"
        assert one.kill_when(lambda: list(work.glob("elenco*"))), "it was over before it could be stopped"
        two.edit("titolo: ", "titolo: Y ")
        # Its last sign counts for twice the patience.
        time.sleep(4)
        for _ in range(20):
            answer = two.publish(environment={"BILANCIO_PATIENCE": "2"})
            if answer.status == 0:
                break
            assert "sta pubblicando" in answer.errors, answer
            time.sleep(1)
        assert place.files() == two.site
