"""Places with things in them that nobody should trust or lose."""

import os
import pathlib
import subprocess
import time

from places import SFTP, Folder, Rsync, S3, WebDAV
from project import MANIFEST, Project, tree


def wait(what, until, patience=5):
    end = time.monotonic() + patience
    while not until():
        assert time.monotonic() < end, f"this did not come: {what}"
        time.sleep(0.02)


def lists_from_a_server_are_no_commands(servers):
    for kind in (SFTP, Rsync, WebDAV):
        place = kind(servers)
        with Project(place) as project:
            project.published()
            manifest = place.files()[MANIFEST]
            paths = (b"zz\r\n!touch rubato;#\r\nz/f", b"../\xe2\x80\x8dfuori", b"../fuori", b"/etc/passwd")
            for path in paths if kind is SFTP else paths[:2]:
                place.put(MANIFEST, manifest + path + b",5," + b"a" * 64 + b"\n")
                (place.root.parent / "fuori").write_text("di altri")
                for arguments in (("status",), ("publish", "--dry-run"), ("publish", "--yes")):
                    answer = project.run(*arguments)
                    assert answer.status in (1, 2) and MANIFEST in answer.errors, answer
                assert not list(project.folder.rglob("rubato"))
                assert (place.root.parent / "fuori").read_text() == "di altri"


def what_others_put_among_the_live_files_stays(servers):
    place = Folder(servers)
    with Project(place) as project:
        project.published()
        place.put("google123.html", b"di altri")
        place.put("2021/altro/nota.txt", b"di altri")
        for year in (2022, 2023):
            project.edit(f"aggiornato_il: {year - 1}", f"aggiornato_il: {year}")
            project.published()
            files = place.files()
            assert files["google123.html"] == files["2021/altro/nota.txt"] == b"di altri", sorted(files)
        place.put("nuovo.txt", b"di altri")
        assert project.run("publish", "--undo", "--yes").status == 0
        files = place.files()
        assert files["google123.html"] == files["nuovo.txt"] == b"di altri", sorted(files)


def a_link_leads_nobody_outside(servers):
    for kind in (SFTP, Rsync):
        place = kind(servers)
        with Project(place) as project:
            other = servers.folder / f"altrui-{place.root.name}"
            other.mkdir()
            (other / "edizione-1.json").write_text("di altri")
            (place.root / "schemi").symlink_to(other)
            answer = project.publish()
            assert answer.status == 2 and "schemi" in answer.errors, answer
            assert tree(other) == {"edizione-1.json": b"di altri"} and tree(place.root) == {}


def rclone_follows_no_link_of_a_folder(servers):
    place = Folder(servers)
    environment = {"RCLONE_CONFIG": str(servers.rclone)}
    with Project(place) as project:
        target = f'"locale:{place.root}"'
        project.write("sito.yml", project.read("sito.yml").replace("tipo: cartella", "tipo: rclone")
                      .replace(f"dove: {place.root}", f"dove: {target}"))
        other = servers.folder / f"altrui-{place.root.name}"
        other.mkdir()
        (place.root / "schemi").symlink_to(other)
        (place.root / "index.html").symlink_to(other / "altrui.html")
        answer = project.publish(environment=environment)
        assert answer.status == 2 and "`index.html`" in answer.errors and "schemi" in answer.errors, answer
        assert tree(other) == {} and os.path.islink(place.root / "index.html")
        for link in ("schemi", "index.html"):
            (place.root / link).unlink()
        # A folder where a file goes.
        (place.root / "robots.txt").mkdir()
        answer = project.publish(environment=environment)
        assert answer.status == 2 and "`robots.txt`" in answer.errors, answer
        (place.root / "robots.txt").rmdir()
        assert project.publish(environment=environment).status == 0
        assert tree(place.root) == project.site


def an_undo_that_was_cut_short_goes_on(servers):
    for kind in (SFTP, S3):
        place = kind(servers)
        with Project(place) as project:
            project.published()
            first = place.files()
            project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
            project.published()
            second = place.files()
            for seconds in (0.7, 1.2):
                project.kill_undo(seconds)
                answer = project.run("publish", "--undo", "--yes")
                # The first may have come to its end, even where it was killed after that.
                if answer.status == 2:
                    assert "versione prima" in answer.errors, answer
                else:
                    assert answer.status == 0, answer
                assert place.files() == first, seconds
                project.published()
                assert place.files() == second, seconds


def mistakes_are_told_by_publishing_as_by_checking(servers):
    place = Folder(servers)
    with Project(place) as project:
        project.edit("[delibera 10 del 2 marzo 2021]", "[delibera 11 del 2 marzo 2021]")
        answer = project.publish()
        assert answer.status == 1 and "atto-diverso" in answer.errors and place.files() == {}, answer
    with Project(place) as project:
        project.write("sito.yml", project.read("sito.yml").replace("tipo: cartella", "tipo: Cartela"))
        for command in ("publish", "status"):
            answer = project.run(command)
            assert answer.status == 1 and "forse intendevi `cartella`" in answer.errors, answer


def a_record_that_a_spreadsheet_saved_is_kept(servers):
    place = Folder(servers)
    with Project(place) as project:
        project.published()
        record = project.folder / "pubblicazioni.csv"
        saved = b"\xef\xbb\xbf" + record.read_bytes().replace(b",", b";")
        record.write_bytes(saved)
        project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
        project.published()
        assert len(project.ledger) == 1
        [other] = project.folder.glob("pubblicazioni-*.csv")
        assert other.read_bytes() == saved


def a_run_that_was_ended_takes_its_tools_along(servers):
    place = SFTP(servers)
    with Project(place) as project:
        project.fill(40)
        for seconds in (0.3, 0.5, 0.7, 0.9):
            process = project.start("publish", "--yes", "--quiet", stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL)
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            wait("the end of its tools", lambda: not tools_in(project.folder))
        project.published()
        assert place.files() == project.site


def tools_in(folder):
    """The tools that work in a folder."""
    found = []
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            name = pathlib.Path(f"/proc/{process}/comm").read_text().strip()
            if name in ("sftp", "ssh", "rsync", "rclone") and os.readlink(f"/proc/{process}/cwd") == str(folder):
                found.append(f"{process} {name}")
        except OSError:
            pass
    return found


TESTS = [
    lists_from_a_server_are_no_commands, what_others_put_among_the_live_files_stays, a_link_leads_nobody_outside,
    rclone_follows_no_link_of_a_folder, an_undo_that_was_cut_short_goes_on,
    mistakes_are_told_by_publishing_as_by_checking, a_record_that_a_spreadsheet_saved_is_kept,
    a_run_that_was_ended_takes_its_tools_along,
]
