"""What is tried: a step of the program in a project that has the state before it, and what may come of it."""

import csv
import os
import pathlib
import shutil
import stat
import subprocess
import tempfile

from program import PROGRAM, ROOT

TEXT = "content/2021/1-scuole/1-nuova-mensa.md"


def snapshot(folder, skip=()):
    """All that a folder has: by bytes of path, the kind, the rights and the content."""
    found = {}
    folder = os.fsencode(folder)

    def enter(path):
        for entry in os.scandir(path):
            name = os.path.relpath(entry.path, folder)
            if name in skip:
                continue
            status = entry.stat(follow_symlinks=False)
            mode = stat.S_IMODE(status.st_mode)
            if entry.is_symlink():
                found[name] = ("link", os.readlink(entry.path))
            elif entry.is_dir():
                found[name] = ("folder", mode)
                enter(entry.path)
            else:
                with open(entry.path, "rb") as file:
                    found[name] = ("file", mode, file.read())

    if os.path.isdir(folder):
        enter(folder)
    return found


def difference(one, other):
    names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    return ", ".join(os.fsdecode(name) for name in names[:4]) + (" …" if len(names) > 4 else "")


class Scenario:
    """A step that is tried; `template` is the project before it."""

    title = ""
    arguments = ()

    def __init__(self):
        self.template = pathlib.Path(tempfile.mkdtemp(prefix="bilancio-faults-"))
        self.lay_out()
        self.prepare()
        self.old = self.seen(self.template)
        scratch = self.fresh()
        answer = self.run(scratch)
        assert answer.returncode == 0, answer
        self.new = self.seen(scratch)
        self.names = self.leftovers(scratch)
        assert self.new != self.old, f"{self.title}: the step changes nothing"
        shutil.rmtree(scratch)

    def lay_out(self):
        shutil.copytree(ROOT / "Tests/Golden/Base", self.template / "content")
        theme = self.template / "themes/comune"
        shutil.copytree(ROOT / "themes/comune", theme, ignore=shutil.ignore_patterns("vendor"))
        shutil.copytree(ROOT / "Tests/Golden/Library", theme / "vendor/bootstrap-italia")
        self.add_attachment()

    def add_attachment(self):
        (self.template / "content/2021/1-scuole/relazione.pdf").write_bytes(b"%PDF-1.7\n" + b"x" * 5000)
        self.edit("aggiornato_il:", "allegati:\n  - titolo: La relazione\n    file: relazione.pdf\n"
                  "    accessibile: sì\naggiornato_il:")

    def prepare(self):
        pass

    def edit(self, old, new, path=TEXT):
        file = self.template / path
        text = file.read_text(encoding="utf-8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def fresh(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="bilancio-fault-"))
        shutil.copytree(self.template, folder, symlinks=True, dirs_exist_ok=True)
        return folder

    @staticmethod
    def environment(folder):
        return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder), "USER": "prova",
                "GIT_CEILING_DIRECTORIES": "/"}

    def run(self, folder, arguments=None):
        return subprocess.run([PROGRAM, *(arguments or self.arguments), "--language", "it"], cwd=folder,
                              env=self.environment(folder), stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, errors="backslashreplace", timeout=300)

    def seen(self, folder):
        """What matters of the state."""
        raise NotImplementedError

    def others(self, folder):
        """What is other people's, and must be there whatever happens."""
        return {}

    def leftovers(self, folder):
        """The names beside what is made; the same after the next run as after one without a fault."""
        return sorted(os.listdir(folder))


def put_files_of_others(folder):
    (folder / "vecchi").mkdir(exist_ok=True)
    (folder / "vuota").mkdir(exist_ok=True)
    (folder / "altrui.pdf").write_bytes(b"altrui")
    (folder / "altrui.pdf").chmod(0o600)
    with open(os.fsencode(folder) + b"/vecchi/perch\xe9.pdf", "wb") as file:
        file.write(b"latino")
    (folder / "vecchi/collegamento").symlink_to("../altrui.pdf")
    (folder / "2021").mkdir(exist_ok=True)
    (folder / "2021/appunti.txt").write_text("altrui")


OTHERS = [b"altrui.pdf", b"vecchi", b"vecchi/perch\xe9.pdf", b"vecchi/collegamento", b"vuota", b"2021/appunti.txt"]


class Build(Scenario):
    title = "build"
    arguments = ("build", "--quiet")

    def prepare(self):
        assert self.run(self.template).returncode == 0
        put_files_of_others(self.template / "output")
        self.edit("è aperta da settembre", "è aperta da ottobre")
        # One page goes and one comes.
        folder = self.template / "content/2021/1-scuole"
        (folder / "1-nuova-mensa.md").rename(folder / "1-mensa-nuova.md")

    def seen(self, folder):
        return snapshot(folder / "output")

    def others(self, folder):
        there = snapshot(folder / "output")
        return {name: there.get(name) for name in OTHERS}


class FirstBuild(Scenario):
    title = "first build"
    arguments = ("build", "--quiet")

    def seen(self, folder):
        return snapshot(folder / "output")


class Package(Scenario):
    title = "package"
    arguments = ("package", "--quiet", "--output", "sito.zip")

    def prepare(self):
        assert self.run(self.template).returncode == 0
        (self.template / "altrui.zip").write_bytes(b"altrui")
        self.edit("è aperta da settembre", "è aperta da ottobre")

    def seen(self, folder):
        return {name: value for name, value in snapshot(folder, skip=(b"content", b"themes")).items()
                if name == b"sito.zip"}

    def others(self, folder):
        return {b"altrui.zip": snapshot(folder).get(b"altrui.zip")}


class Close(Scenario):
    title = "close"
    arguments = ("close", "2021")

    def prepare(self):
        with open(self.template / "content/2021/edizione.yml", "a", encoding="utf-8") as file:
            file.write("chiusa: true\n")

    def seen(self, folder):
        # What is being made stands beside it, and is cleared by the next run.
        return {name: value for name, value in snapshot(folder / "content").items()
                if not any(part.startswith(b".") for part in name.split(b"/"))}

    def leftovers(self, folder):
        return sorted(os.listdir(folder)) + sorted(os.listdir(folder / "content/2021"))


class CloseWithShared(Close):
    """What the edition read from the folder that editions share comes along, or nothing does."""
    title = "close with shared texts"

    def prepare(self):
        super().prepare()
        content = self.template / "content"
        (content / "comuni/elenchi").mkdir(parents=True)
        for name in ("uffici.yml", "fonti.yml"):
            (content / "2021" / name).rename(content / "comuni/elenchi" / name)
        (content / "2021/iscritti.yml").rename(content / "comuni/iscritti.yml")

    def others(self, folder):
        there = snapshot(folder / "content/comuni")
        return {name: there.get(name) for name in (b"elenchi/uffici.yml", b"iscritti.yml")}


class Publish(Scenario):
    title = "publish"
    arguments = ("publish", "--yes", "--quiet")

    def prepare(self):
        with open(self.template / "content/sito.yml", "a", encoding="utf-8") as file:
            file.write("pubblicazione:\n  - nome: web\n    tipo: cartella\n    dove: web\n")
        (self.template / "web").mkdir()
        answer = self.run(self.template)
        assert answer.returncode == 0, answer
        put_files_of_others((self.template / "web/current").resolve())
        self.edit("è aperta da settembre", "è aperta da ottobre")

    def live(self, folder):
        return folder / "web/current"

    def seen(self, folder):
        return snapshot(os.path.realpath(self.live(folder)))

    def others(self, folder):
        there = self.seen(folder)
        return {name: there.get(name) for name in OTHERS} | {"record": self.lines(folder)[:1]}

    def lines(self, folder):
        with open(folder / "pubblicazioni.csv", encoding="utf-8", newline="") as file:
            return [(line["when"], line["content_hash"]) for line in csv.DictReader(file)]

    def leftovers(self, folder):
        return sorted(os.listdir(folder)) + sorted(os.listdir(folder / "web")) + sorted(
            os.listdir(folder / ".bilancio"))


SCENARIOS = [Build, FirstBuild, Package, Close, CloseWithShared, Publish]
