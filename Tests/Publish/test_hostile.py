"""Places with things in them that nobody should trust or lose."""

import os
import pathlib
import subprocess
import time

import pytest

from .places import S3, SFTP, Folder, Rsync, WebDAV, over
from .project import ACHIEVEMENT, MANIFEST, PAGE, Project, tree


def wait(what, until, patience=5):
    end = time.monotonic() + patience
    while not until():
        assert time.monotonic() < end, f"this did not come: {what}"
        time.sleep(0.02)


@over(SFTP, Rsync, WebDAV)
def test_lists_from_a_server_are_no_commands(place, project):
    project.published()
    manifest = place.files()[MANIFEST]
    paths = (b"zz\r\n!touch rubato;#\r\nz/f", b"../\xe2\x80\x8dfuori", b"../fuori", b"/etc/passwd")
    for path in paths if place.name == "sftp" else paths[:2]:
        place.put(MANIFEST, manifest + path + b",5," + b"a" * 64 + b"\n")
        (place.root.parent / "fuori").write_text("di altri")
        for arguments in (("status",), ("publish", "--dry-run"), ("publish", "--yes")):
            answer = project.run(*arguments)
            assert answer.status in (1, 2) and MANIFEST in answer.errors, answer
        assert not list(project.folder.rglob("rubato"))
        assert (place.root.parent / "fuori").read_text() == "di altri"


def test_what_others_put_among_the_live_files_stays(place, project):
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


@over(SFTP, Rsync)
def test_a_link_leads_nobody_outside(servers, place, project):
    other = servers.folder / f"altrui-{place.root.name}"
    other.mkdir()
    (other / "edizione-1.json").write_text("di altri")
    (place.root / "schemi").symlink_to(other)
    answer = project.publish()
    assert answer.status == 2 and "schemi" in answer.errors, answer
    assert tree(other) == {"edizione-1.json": b"di altri"} and tree(place.root) == {}


def test_rclone_follows_no_link_of_a_folder(servers, place):
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


@over(SFTP, S3)
def test_an_undo_that_was_cut_short_goes_on(place, project):
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


def test_mistakes_are_told_by_publishing_as_by_checking(place):
    with Project(place) as project:
        project.edit("[delibera 10 del 2 marzo 2021]", "[delibera 11 del 2 marzo 2021]")
        answer = project.publish()
        assert answer.status == 1 and "atto-diverso" in answer.errors and place.files() == {}, answer
    with Project(place) as project:
        project.write("sito.yml", project.read("sito.yml").replace("tipo: cartella", "tipo: Cartela"))
        for command in ("publish", "status"):
            answer = project.run(command)
            assert answer.status == 1 and "forse intendevi `cartella`" in answer.errors, answer


def test_a_record_that_a_spreadsheet_saved_goes_on(place, project):
    project.published()
    record = project.folder / "pubblicazioni.csv"
    record.write_bytes(b"\xef\xbb\xbf" + record.read_bytes().replace(b",", b";"))
    project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
    assert "foglio di calcolo" in project.published().output
    assert [line["action"] for line in project.ledger] == ["publication", "publication"], project.ledger
    assert len(list(project.folder.glob("pubblicazioni*"))) == 1
    # What cannot be read is told before anything is published; nothing is waited for.
    for make in (lambda: os.mkfifo(record), lambda: record.symlink_to("/dev/full"), record.mkdir,
                 lambda: record.write_text("spesa;euro\npane;2\n")):
        before = place.files()
        record.rmdir() if record.is_dir() else record.unlink()
        make()
        project.edit("aggiornato_il: 2022", "aggiornato_il: 2022")
        answer = project.publish()
        assert answer.status == 2 and "pubblicazioni.csv" in answer.errors, answer
        assert place.files() == before


def git(folder, *arguments, **options):
    subprocess.run(
        ["git", "-C", folder, "-c", "user.name=A", "-c", "user.email=a@esempio.it", *arguments], check=True,
        capture_output=True, **options)


def test_nothing_that_a_repository_names_is_run(place):
    ways = {
        "core.fsmonitor": "PROGRAM", "core.hooksPath": "HOOKS", "filter.x.clean": "PROGRAM", "filter.x.process": "PROGRAM",
        "filter.x.y z.clean": "PROGRAM", "diff.external": "PROGRAM", "core.pager": "PROGRAM", "core.sshCommand": "PROGRAM",
        "core.gitProxy": "PROGRAM", "credential.helper": "!PROGRAM", "core.alternateRefsCommand": "PROGRAM",
        "core.askPass": "PROGRAM", "core.editor": "PROGRAM", "gpg.program": "PROGRAM", "include.path": "altro",
        "remote.o.uploadpack": "PROGRAM",
    }
    for where in ("content", "."):
        for name, value in ways.items():
            with Project(place) as project:
                folder = project.folder / where
                ran = project.folder / "eseguito"
                program = project.folder / "programma"
                program.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n")
                program.chmod(0o755)
                hooks = project.folder / "ganci"
                hooks.mkdir()
                for hook in ("post-index-change", "reference-transaction", "pre-auto-gc"):
                    (hooks / hook).symlink_to(program)
                git(folder, "init", "-q")
                attributes = "* filter=x\n" if "y z" not in name else '* "filter=x.y z"\n'
                (folder / ".gitattributes").write_text(attributes)
                (folder / ".gitignore").write_text("programma\nganci\neseguito\nthemes\n")
                git(folder, "add", "-A")
                git(folder, "commit", "-q", "-m", "x")
                value = value.replace("PROGRAM", str(program)).replace("HOOKS", str(hooks))
                git(folder, "config", name, value)
                (folder / ".git/altro").write_text(f"[core]\n\tfsmonitor = {program}\n[filter \"x\"]\n\tclean = {program}\n")
                if name == "remote.o.uploadpack":
                    for key, other in (("remote.o.url", "ext::" + str(program)), ("remote.o.promisor", "true"),
                                       ("extensions.partialClone", "o"), ("core.repositoryFormatVersion", "1"),
                                       ("protocol.ext.allow", "always")):
                        git(folder, "config", key, other)
                    for thing in (folder / ".git/objects").glob("??/*"):
                        if thing.is_file() and os.urandom(1)[0] % 2:
                            thing.unlink()
                # What git cannot know without reading.
                os.utime(project.content / ACHIEVEMENT)
                ran.unlink(missing_ok=True)
                answer = project.run("publish", "--dry-run")
                assert answer.status in (0, 1, 2) and not ran.exists(), f"{where}, {name}: {answer}"


def test_what_git_has_in_no_commit_is_still_told(project):
    git(project.content, "init", "-q")
    git(project.content, "add", "-A")
    git(project.content, "commit", "-q", "-m", "x")
    # The filters of the user's own settings are used as ever.
    (project.folder / ".gitconfig").write_text("[filter \"mio\"]\n\tclean = sed s/2021/2022/\n")
    os.utime(project.content / ACHIEVEMENT)
    assert "testi-non-registrati" not in project.run("publish", "--dry-run").errors
    project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
    answer = project.publish()
    assert answer.status == 1 and "testi-non-registrati" in answer.errors, answer
    git(project.content, "add", "-A")
    git(project.content, "commit", "-q", "-m", "y")
    project.published()
    assert len(project.ledger[0]["commit"]) == 12, project.ledger
    # A pipe where git keeps its settings is not waited for.
    (project.content / ".git/config").unlink()
    os.mkfifo(project.content / ".git/config")
    start = time.monotonic()
    answer = project.publish("--accept-warnings", environment={"BILANCIO_PATIENCE": "2"})
    assert answer.status == 2 and "`git` non dà segno" in answer.errors, answer
    assert time.monotonic() - start < 40


def test_a_folder_that_looks_as_one_of_gits_is_none(project):
    ran = project.folder / "eseguito"
    git(project.folder, "init", "-q", "--bare", project.content)
    git(project.content, "config", "core.bare", "false")
    git(project.content, "config", "core.worktree", str(project.content))
    git(project.content, "config", "core.fsmonitor", f"touch {ran}")
    project.run("publish", "--dry-run")
    assert not ran.exists()


@over(SFTP)
def test_long_names_from_a_server_are_no_commands(place, project):
    project.published()
    manifest = place.files()[MANIFEST]
    for length in range(2025, 2052):
        # The client reads no longer lines: what is behind would be one of its own.
        name = b"z" * (length - len("-ls -lan ") - 1) + b"!touch rubato;/b"
        place.put(MANIFEST, manifest + name + b",5," + b"a" * 64 + b"\n")
        answer = project.run("publish", "--dry-run")
        assert answer.status in (0, 2), answer
        assert not list(project.folder.rglob("rubato")), length
    assert "troppo lungo" in answer.errors, answer


def script(project, text):
    path = project.folder / "ssh-finto"
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)
    return {"BILANCIO_SSH": str(path)}


@pytest.mark.parametrize(("text", "told"), {
    "sleep 1000": "non dà segno da 2 secondi",
    "printf '\\033]0;pwn\\007\\033[31mKaputt permission denied\\n' >&2; exit 1": "permesso",
    "head -c 4000000 /dev/zero | tr '\\0' x >&2; echo; echo permission denied >&2; exit 1": "permesso",
    "exec yes >&2": "non smette di scrivere", "cat >/dev/null": "", "exec <&-; exit 1": "", "kill -9 $$": "",
}.items(), ids=["sleeps", "colours", "much", "endless", "eats", "closes", "dies"])
@over(SFTP, Rsync)
def test_a_tool_that_hangs_or_chatters_is_ended_in_words(project, text, told):
    answer = project.publish(environment={**script(project, text), "BILANCIO_PATIENCE": "2"})
    said = told in answer.errors or "la linea è caduta" in answer.errors
    assert answer.status == 2 and "errore:" in answer.errors and said, answer
    assert "\x1b" not in answer.errors + answer.output and len(answer.errors) < 3000, answer
    wait("the end of its tools", lambda: not tools_in(project.folder, "sleep", "yes"))


@pytest.mark.parametrize("calls", range(1, 9))
@over(SFTP, Rsync)
def test_a_connection_that_is_refused_half_way_is_told(servers, place, project, calls):
    project.fill(300)
    count = project.folder / "conto"
    text = f'echo >> {count}; [ $(wc -l < {count}) -gt {calls} ] && echo "Connection refused" >&2 && exit 255\n'
    answer = project.publish(environment=script(project, text + f'exec {servers.ssh} "$@"\n'))
    assert answer.status == 2 and "non risponde" in answer.errors, answer
    if calls in (3, 6):
        project.published()
        assert place.files() == project.site


def test_addresses_are_given_to_curl_as_they_are(place):
    for address in ("http://127.0.0.1:1/[1-9999]/", "http://127.0.0.1:1/{a,b}/", "http://127.0.0.1:1/a%22b/"):
        with Project(place, indirizzo=f'"{address}"') as project:
            start = time.monotonic()
            project.publish()
            assert time.monotonic() - start < 40, address


@over(SFTP, Rsync, WebDAV)
def test_lists_from_a_server_are_of_any_size(place, project):
    project.published()
    manifest = place.files()[MANIFEST]
    digest = b"a" * 64
    for name in ("index2.html", "index3.html"):
        place.put(name, b"di altri")
    huge = b"9223372036854775807," + digest + b"\n"
    lists = (
        b"index2.html," + huge + b"index3.html," + huge, b"a/" * 300 + b"b,5," + digest + b"\n",
        b"\xff\xfe,5," + digest + b"\n", b"index2.html,5," + digest + b"\n" + b"index2.html,6," + digest + b"\n",
        b"INDEX.html,5," + digest + b"\n", b"-rf,5," + digest + b"\n", b"#a,5," + digest + b"\n",
        b"\xc2\x9b31m,5," + digest + b"\n", b"index2.html,99999999999999999999," + digest + b"\n",
    )
    for lines in lists:
        place.put(MANIFEST, manifest + lines)
        for arguments in (("status",), ("publish", "--dry-run")):
            answer = project.run(*arguments)
            assert answer.status in (0, 1, 2), f"{lines[:80]}: {answer}"
            assert "\x1b" not in answer.output + answer.errors and "\x9b" not in answer.output + answer.errors
        assert (place.root / "index2.html").read_bytes() == b"di altri"


@over(Folder, SFTP)
def test_what_was_undone_comes_back(place, project):
    project.published()
    first = place.files()
    assert project.run("publish", "--redo", "--yes").status == 2
    project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
    project.published()
    second = place.files()
    assert project.run("publish", "--undo", "--yes").status == 0 and place.files() == first
    answer = project.run("publish", "--undo", "--yes")
    assert answer.status == 2 and "--rimetti" in answer.errors, answer
    assert project.run("publish", "--redo", "--yes").status == 0 and place.files() == second
    assert [line["action"] for line in project.ledger][-2:] == ["undo", "redo"], project.ledger
    assert project.run("publish", "--redo", "--yes").status == 2


def test_a_release_of_the_last_day_is_followed_by_another(place, project):
    project.published()
    first = place.files()
    release = next((place.root / "releases").iterdir())
    last = release.with_name("99991231T235959Z" + release.name[16:])
    release.rename(last)
    place.served.unlink()
    place.served.symlink_to(f"releases/{last.name}")
    for day in ("2022", "2023"):
        project.edit(f"aggiornato_il: {int(day) - 1}", f"aggiornato_il: {day}")
        project.published()
    assert project.run("publish", "--undo", "--yes").status == 0
    assert project.run("publish", "--undo", "--yes").status == 0
    assert place.files() == first


@over(SFTP)
def test_a_run_that_was_ended_takes_its_tools_along(place, project):
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


def tools_in(folder, *more):
    """The tools that work in a folder."""
    found = []
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            name = pathlib.Path(f"/proc/{process}/comm").read_text().strip()
            if name in ("sftp", "ssh", "rsync", "rclone", *more) and os.readlink(f"/proc/{process}/cwd") == str(folder):
                found.append(f"{process} {name}")
        except OSError:
            pass
    return found


def test_what_is_no_file_in_the_place_of_a_page_is_kept_and_told(place, project):
    project.published()
    page = place.served / PAGE
    for replace in (os.mkfifo, os.mkdir):
        page.unlink()
        replace(page)
        project.edit("titolo: ", "titolo: X ")
        before = project.ledger
        for arguments in (("publish", "--dry-run"), ("publish", "--yes")):
            answer = project.run(*arguments)
            assert answer.status == 2 and f"`{PAGE}`" in answer.errors, answer
            assert "spostali" in answer.errors, answer
        assert not page.is_file() and page.exists() and project.ledger == before
        page.rmdir() if page.is_dir() else page.unlink()
        page.write_text("a mano")
        project.published()
        assert page.read_bytes() == project.site[PAGE]
