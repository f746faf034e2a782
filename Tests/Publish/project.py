"""A project of the small content, published by the built program to some place."""

import contextlib
import csv
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

from program import PROGRAM, ROOT

ACHIEVEMENT = "2021/1-scuole/1-nuova-mensa.md"
PAGE = "2021/scuole/nuova-mensa/index.html"
MANIFEST = "bilancio-manifest.csv"


def tree(folder):
    """The files of a folder by their paths, with their bytes."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.is_symlink()}


class Answer:
    def __init__(self, status, output, errors):
        self.status, self.output, self.errors = status, output, errors

    def __repr__(self):
        return f"exit {self.status}\n{self.output}\n{self.errors}"


class Project:
    """Texts in a folder of their own, with one target."""

    def __init__(self, place, **target):
        self.place = place
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bilancio-publish-"))
        self.content = self.folder / "content"
        shutil.copytree(ROOT / "Tests/Golden/Base", self.content)
        (self.folder / "themes").mkdir()
        (self.folder / "themes/comune").symlink_to(ROOT / "themes/comune")
        self.aim(place, **target)

    def aim(self, place, **more):
        """Makes a place the one target of the site."""
        fields = {"nome": "web", **place.target, **more}
        lines = [f"    {key}: {value!s}" for key, value in fields.items()]
        text = self.read("sito.yml").split("pubblicazione:")[0]
        self.write("sito.yml", text + "pubblicazione:\n  -" + "\n".join(lines)[3:] + "\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    # Texts

    def read(self, path=ACHIEVEMENT):
        return (self.content / path).read_text(encoding="utf-8")

    def write(self, path, text):
        (self.content / path).parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).write_text(text, encoding="utf-8")

    def edit(self, old, new, path=ACHIEVEMENT):
        text = self.read(path)
        assert old in text, f"{path} has no {old!r}"
        self.write(path, text.replace(old, new))

    def rename_page(self, name):
        (self.content / ACHIEVEMENT).rename(self.content / f"2021/1-scuole/1-{name}.md")

    def fill(self, count):
        """Achievements enough for a publication to take some time."""
        text = self.read()
        for number in range(2, count + 1):
            self.write(f"2021/1-scuole/{number}-altra-{number}.md", text.replace("numero: 1", f"numero: {number}"))

    # Runs

    def start(self, *arguments, environment=None, **options):
        return subprocess.Popen(
            [PROGRAM, *arguments], cwd=self.folder, text=True,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.folder),
                 **self.place.environment, **(environment or {})},
            **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})

    def run(self, *arguments, **options):
        process = self.start(*arguments, **options)
        output, errors = process.communicate(timeout=300)
        return Answer(process.returncode, output, errors)

    def publish(self, *arguments, **options):
        return self.run("publish", "--yes", *arguments, **options)

    def published(self, *arguments):
        """Publishes, which goes well, and gives what was said."""
        answer = self.publish(*arguments)
        assert answer.status == 0, answer
        return answer

    @property
    def site(self):
        """What was made to be published."""
        return tree(self.folder / ".bilancio/sito")

    @property
    def pages(self):
        """How many pages were made to be published."""
        return sum(path.endswith(".html") for path in self.site)

    @property
    def ledger(self):
        with open(self.folder / "pubblicazioni.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def kill_undo(self, seconds):
        return self.kill_after(seconds, "--undo")

    def kill_after(self, seconds, *arguments):
        """Ends a run with all that it started, as a power failure does."""
        process = self.start_alone(*arguments)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        return self.kill(process)

    def kill_when(self, has_come, *arguments):
        """Ends a run in the same way when something has come to be; tells whether it was still running."""
        process = self.start_alone(*arguments)
        while not has_come() and process.poll() is None:
            time.sleep(0.01)
        return self.kill(process) == -signal.SIGKILL

    def start_alone(self, *arguments):
        return self.start("publish", "--yes", "--quiet", *arguments, start_new_session=True,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @staticmethod
    def kill(process):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        return process.wait()
