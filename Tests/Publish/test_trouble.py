"""Servers that refuse, disks that are full, lines that break: what is said, and that nothing is lost."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import threading

import pytest

from .places import SFTP, S3, Folder, Rsync, WebDAV, over
from .project import Project, tree


def refused(place, project, *words, environment=None):
    """A publication that ends with certain words and leaves the place as it was."""
    before = place.files()
    answer = project.publish(environment=environment)
    assert answer.status == 2, answer
    for word in words:
        assert word in answer.errors, f"{word!r} is not in\n{answer}"
    for secret in ("segreto", "sbagliata"):
        assert secret not in answer.errors + answer.output, "a password was printed"
    assert place.files() == before
    return answer


@over(SFTP, Rsync)
def test_wrong_keys_are_told(servers, place, project):
    refused(place, project, "non accetta le credenziali", "aiuto",
            environment={"BILANCIO_SSH": str(servers.stranger)})


@over(WebDAV)
def test_wrong_credentials_are_told(place, project):
    project.write("sito.yml", project.read("sito.yml").replace('"dav:', '"altri:'))
    refused(place, project, "non accetta le credenziali")


@over(SFTP, Rsync)
def test_a_server_that_is_not_known_is_told(servers, place, project):
    refused(place, project, "la sua chiave non è tra quelle conosciute",
            environment={"BILANCIO_SSH": str(servers.unknown)})


@over(SFTP, Rsync)
def test_a_lost_line_is_told(servers, place, project):
    refused(place, project, "il server non risponde", environment={"BILANCIO_SSH": str(servers.nowhere)})


@over(Folder, SFTP, Rsync)
def test_a_folder_that_is_not_there_is_not_made(place, project):
    place.root.rmdir()
    answer = project.publish()
    assert answer.status == 2 and "non c'è" in answer.errors, answer
    assert not place.root.exists()


@over(S3)
def test_a_name_that_rclone_does_not_know_is_told(place, project):
    project.write("sito.yml", project.read("sito.yml").replace('"s3:', '"esse3:'))
    refused(place, project, "rclone non conosce questo nome", "rclone config")


@over(S3)
def test_a_password_does_not_belong_into_the_site_file(place, project):
    project.write("sito.yml", project.read("sito.yml").replace(
        f'"s3:{place.bucket}/bilancio"', '":webdav,url=http://127.0.0.1,pass=segreto:x"'))
    answer = project.publish()
    assert answer.status == 2 and "rclone config" in answer.errors, answer


@over(SFTP, Rsync, S3)
def test_a_missing_tool_is_told_with_what_installs_it(place, project):
    tool, package = {"sftp": ("sftp", "openssh-client"), "rsync": ("rsync", "rsync"),
                     "s3": ("rclone", "rclone")}[place.name]
    refused(place, project, f"manca il programma `{tool}`", f"sudo apt-get install {package}",
            environment={"PATH": str(project.folder)})


@contextlib.contextmanager
def mounted(folder, options):
    """A small disk in memory at a folder; None where this user may not mount one."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True)
    try:
        yield done.returncode == 0
    finally:
        if done.returncode == 0:
            # A server may still be at it for a moment.
            subprocess.run(["umount", "--lazy", folder], check=True)


@over(Folder, SFTP, Rsync)
def test_a_full_disk_leaves_the_old_site_and_the_next_run_goes_on(place, project):
    with mounted(place.root, "size=900k") as is_possible:
        if not is_possible:
            pytest.skip("this user may not mount a file system")
        project.published()
        before = place.files()
        project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
        project.fill(60)
        refused_with(place, project, before, "disco")
        subprocess.run(["mount", "-o", "remount,size=20m", place.root], check=True)
        project.published()
        assert place.files() == project.site


def refused_with(place, project, before, word):
    answer = project.publish()
    assert answer.status == 2 and word in answer.errors and "pieno" in answer.errors, answer
    after = place.files()
    if not place.is_shared:
        assert after == before
    for path, data in before.items():
        assert after.get(path) in (data, project.site.get(path)), path


@over(Folder, SFTP, Rsync)
def test_a_disk_that_cannot_be_written_is_told(place, project):
    with mounted(place.root, "size=9m") as is_possible:
        if not is_possible:
            pytest.skip("this user may not mount a file system")
        project.published()
        before = place.files()
        subprocess.run(["mount", "-o", "remount,ro", place.root], check=True)
        project.edit("aggiornato_il: 2021", "aggiornato_il: 2022")
        answer = project.publish()
        assert answer.status == 2 and "errore" in answer.errors, answer
        assert place.files() == before


@contextlib.contextmanager
def web(folder):
    """A web server of a folder's files; its address."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@over(Folder, SFTP)
def test_the_site_is_fetched_back(place):
    with web(place.served) as address, Project(place, indirizzo=address) as project:
        said = project.published().output
        assert "Riletti 13 indirizzi" in said and "quelli pubblicati" in said, said


def test_a_site_that_is_not_there_is_told_as_published_all_the_same(servers, place):
    with web(servers.folder / "chiavi") as address, Project(place, indirizzo=address) as project:
        answer = project.publish()
        assert answer.status == 2 and "risponde 404" in answer.errors and "--annulla" in answer.errors, answer
        assert len(project.ledger) == 1, "it is published all the same"


def test_current_of_somebody_else_stays(place, project):
    place.served.mkdir()
    (place.served / "index.html").write_text("di altri")
    answer = project.publish()
    assert answer.status == 2 and "`current`" in answer.errors, answer
    assert tree(place.served) == {"index.html": b"di altri"}
    shutil.rmtree(place.served)
    place.served.symlink_to("/etc")
    assert project.publish().status == 2
    assert os.readlink(place.served) == "/etc"


def test_the_texts_are_no_place_to_publish_to(project):
    for folder in (".", "content", "content/2021", "themes/comune"):
        project.write("sito.yml", project.read("sito.yml").split("pubblicazione:")[0]
                      + f"pubblicazione:\n  - nome: web\n    tipo: cartella\n    dove: {folder}\n")
        answer = project.publish()
        assert answer.status == 2 and "i testi o il tema" in answer.errors, answer
