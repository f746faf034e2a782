"""The packages in bare systems: put there, run by an ordinary user, moved, removed."""

import http.cookiejar
import json
import os
import re
import shutil
import signal
import subprocess
import time
import urllib.request

import pytest

from program import ROOT

from .roots import USER, ended, told

pytestmark = pytest.mark.slow
PORT = "18431"


def shows(told, mark="Bilancio"):
    """Fetches the first page of a preview that told where it is."""
    address = re.search(r"http://127\.0\.0\.1:\d+/", told)[0]
    with urllib.request.urlopen(address, timeout=20) as answer:
        page = answer.read().decode()
    assert mark in page and "<h1" in page, page[:500]


def walk(system, program, home):
    """What somebody does with the program, in a fresh folder."""
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", system.run(program, "--version"))
    assert "content" in system.run(program, "check", cwd=home, status=2)
    assert "anteprima --apri" in system.run(program, "nuovo", "--esempio", cwd=home)
    told = system.run(program, "check", "--strict", cwd=home)
    assert "Controllate" in told, told
    told = system.run(program, "build", "--relative", cwd=home + "/content/2020")
    assert "../../output/index.html" in told, told
    assert "<h1" in system.path(home + "/output/index.html").read_text(encoding="utf-8")
    own = make_home(system, home + " mio")
    system.run(program, "nuovo", "--comune", "Comune di Borgo", "--anno", "2024", "--ufficio", "Scuola", cwd=own)
    system.run(program, "nuovo", "obiettivo", "Meno rifiuti in discarica", "--ufficio", "scuola", cwd=own)
    system.run(program, "check", cwd=own)
    assert "scrivere" in system.run(program, "manuale")
    assert "obiettivo" in system.run(program, "manuale", "scrivere")
    with system.preview(program, "preview", "--port", PORT, cwd=home) as told:
        shows(told)
        with urllib.request.urlopen(re.search(r"http://\S+:\d+/", told)[0] + "_preview/axe.js") as answer:
            assert b"axe" in answer.read(200)


def make_home(system, name):
    home = system.path(name)
    home.mkdir(parents=True)
    os.chown(home, USER, USER)
    return name


def test_the_debian_package_is_installed_run_and_leaves_nothing(system, package):
    system.apt("update")
    before = system.files()
    shutil.copy(package, system.path("/tmp"))
    system.apt("install", "--no-install-recommends", f"/tmp/{package.name}")
    assert "not found" not in system.run("ldd", "/usr/bin/bilancio")
    walk(system, "bilancio", make_home(system, "/home/anna/prova"))
    # `zip` came with it.
    system.run("bilancio", "package", cwd="/home/anna/prova")
    assert system.path("/home/anna/prova/sito.zip").stat().st_size > 10_000
    assert "_bilancio" in system.run(
        "bash", "-c", ". /usr/share/bash-completion/completions/bilancio && complete -p bilancio")
    for name in ("prova", "prova mio"):
        shutil.rmtree(system.path(f"/home/anna/{name}"))
    system.apt("remove", "--autoremove", "bilancio")
    assert sorted(system.files() ^ before) == []
    system.apt("install", "--no-install-recommends", f"/tmp/{package.name}")
    system.apt("purge", "--autoremove", "bilancio")
    assert sorted(system.files() ^ before) == []
    assert "no packages found" in system.run("dpkg-query", "--list", "bilancio", status=1)


def test_the_entry_of_the_menu_finds_the_project_or_says_what_to_do(system, package):
    system.apt("update")
    shutil.copy(package, system.path("/tmp"))
    system.apt("install", "--no-install-recommends", f"/tmp/{package.name}")
    entry = system.path("/usr/share/applications/bilancio.desktop").read_text(encoding="utf-8")
    command = re.search(r"^Exec=(\S+)", entry, re.M)[1]
    assert "non c'è ancora un bilancio" in system.run(command, given="\n")
    example = system.path("/usr/share/bilancio/example/content")
    system.give(example, make_home(system, "/home/anna/Documenti/Bilancio 2020") + "/content")
    with system.preview(command, environment=None) as told:
        shows(told)
    system.give(example, make_home(system, "/home/anna/altro") + "/content")
    asked = system.run(command, given="7\n\n", status=2)
    assert "1  Documenti/Bilancio 2020\n" in asked and "2  altro\n" in asked, asked
    assert "Non c'è un bilancio con quel numero" in asked


def test_the_archive_runs_with_the_c_library_alone_and_is_moved(bare, archive):
    home = make_home(bare, "/home/anna/Il mio disco/programmi àèì")
    subprocess.run(["tar", "--zstd", "-xf", archive, "-C", bare.path(home)], check=True)
    name = next(bare.path(home).iterdir()).name
    program = f"{home}/{name}/bin/bilancio"
    walk(bare, program, make_home(bare, "/home/anna/uno"))
    # Elsewhere, under another name, and by a link.
    bare.path(f"{home}/{name}").rename(bare.path("/home/anna/b"))
    bare.path("/usr/bin").mkdir(exist_ok=True)
    bare.path("/usr/bin/bilancio").symlink_to("/home/anna/b/bin/bilancio")
    walk(bare, "bilancio", make_home(bare, "/home/anna/due"))


def test_the_archive_runs_on_a_system_like_that_of_wsl(system, archive):
    """No systemd and no desktop: that is what WSL 2 gives, and Windows has the browser."""
    subprocess.run(["tar", "--zstd", "-xf", archive, "-C", system.path("/home/anna")], check=True)
    name = archive.name.removesuffix(".tar.zst")
    program = f"/home/anna/{name}/bin/bilancio"
    walk(system, program, make_home(system, "/home/anna/p"))
    with system.preview(program, "preview", "--open", "--port", PORT, cwd="/home/anna/p") as told:
        shows(told)


def test_the_steps_of_the_container_make_a_preview_that_is_reached_and_ends(system, packages, note):
    note("there is no container program here: the steps of the Containerfile were taken in a bare Debian 12")
    recipe = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    shutil.copytree(packages, system.path("/packages"))
    step = re.search(r"^RUN --mount=type=bind,target=/packages(.*)", recipe, re.M)[1]
    system.run("sh", "-c", step, uid=0, environment={"DEBIAN_FRONTEND": "noninteractive"})
    shutil.rmtree(system.path("/packages"))
    # Podman's mark of a container.
    system.path("/run/.containerenv").touch()
    place = re.search(r"^WORKDIR (.*)", recipe, re.M)[1]
    system.give(ROOT / "content", make_home(system, place) + "/content")
    command = json.loads(re.search(r"^CMD (.*)", recipe, re.M)[1])
    user = re.search(r"^USER (.*)", recipe, re.M)[1]
    process = subprocess.Popen(
        ["unshare", "--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={system.path('/proc')}",
         "chroot", f"--userspec={user}", system.folder, "sh", "-c", f'cd {place} && exec "$@"', "-", *command],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        env={"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8"})
    with process, ended(process):
        invitation = re.search(r"http://localhost:\d+/_preview/entra\?chiave=\w+", told(process))[0]
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        with browser.open(invitation, timeout=20) as answer:
            assert b"<h1" in answer.read()
        first = (f"/proc/{process.pid}/task/{process.pid}/children")
        with open(first) as children:
            os.kill(int(children.read()), signal.SIGTERM)
        process.wait(timeout=5)
