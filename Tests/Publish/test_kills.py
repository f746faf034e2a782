"""A publication that is killed at any moment, with all it started, again and again.

    BILANCIO_PUBLISH_KILLS=500 .ci/python -m pytest Tests/Publish -k killed
"""

import os
import random
import re
import time

import pytest

from .places import PLACES, over
from .project import ACHIEVEMENT

KILLS = int(os.environ.get("BILANCIO_PUBLISH_KILLS", "60"))
SHARES = {"cartella": 0.3, "sftp": 0.2, "rsync": 0.2, "webdav": 0.15, "s3": 0.15}
ASSET = re.compile(rb'(?:href|src)="/(assets/[^"#]+)')


class Watch:
    """What may be seen at a place from one moment to the next."""

    def __init__(self, place, project):
        self.place, self.project = place, project
        self.known = {}
        self.sites = []
        self.whole = place.files()
        self.away = []
        self.learn(self.whole)

    def learn(self, files):
        self.sites.append(files)
        for path, data in files.items():
            self.known.setdefault(path, set()).add(data)

    def look(self, after):
        """Every page that was there is there, whole, and finds what it loads."""
        site = self.project.site
        self.learn(site)
        files = self.place.files()
        if not self.place.is_shared:
            assert files in self.sites, f"{after}: parts of two sites"
            return
        for path in list(self.whole):
            if path in files:
                assert files[path] in self.known[path], f"{after}: {path} is half there"
            elif path in site:
                staged = files.get(f".bilancio-in-corso/nuovi/{path}")
                assert not self.place.is_atomic and staged in self.known[path], f"{after}: {path} is gone"
                self.away.append(path)
            elif path not in self.away:
                # Removals come last, when all that is new is there.
                missing = [new for new, data in site.items() if files.get(new) != data]
                assert not missing, f"{after}: {path} was removed before {missing} came"
                del self.whole[path]
        for path in self.whole:
            if path.endswith(".html") and path in files:
                for asset in ASSET.findall(files[path]):
                    assert asset.decode() in files, f"{after}: {path} loads {asset}, which is not there"
        for path, data in self.place.others.items():
            assert files.get(path) == data, f"{after}: {path}, which is not ours"

    def complete(self):
        """A run that nobody disturbs brings the place into order."""
        self.project.published()
        self.finished()

    def finished(self):
        """The place holds the site, what others had there, and nothing else."""
        files = {path: data for path, data in self.place.files().items() if path not in self.place.others}
        site = self.project.site
        assert sorted(files) == sorted(site), sorted(set(files) ^ set(site))
        assert files == site, [path for path in files if files[path] != site[path]]
        self.learn(site)
        self.whole = {**files, **self.place.others}


def change(project, number):
    """Other texts each time: a page that many others show, and one that comes and goes."""
    day = f"2022-{number % 12 + 1:02}-{number // 12 % 28 + 1:02}"
    text = re.sub(r"aggiornato_il: [\d-]+", f"aggiornato_il: {day}", project.read())
    text = re.sub(r"titolo: .*", f"titolo: Una nuova mensa, versione {number}", text)
    project.write(ACHIEVEMENT, text)
    for extra in project.content.glob("2021/1-scuole/9-*.md"):
        extra.unlink()
    project.write(f"2021/1-scuole/9-aggiunta-{number // 3}.md", text.replace("numero: 1", "numero: 9"))


@pytest.mark.slow
@pytest.mark.kills
@over(*PLACES)
def test_killed_at_any_moment_nothing_is_lost(place, project, note):
    kills = max(4, round(KILLS * SHARES[place.name]))
    random.seed(place.name)
    place.others = {}
    project.fill(12)
    if place.is_shared:
        place.others = {"2021/scuole/altri.txt": b"resta", "altro/pagina.html": b"resta"}
        for path, data in place.others.items():
            place.put(path, data)
    project.published()
    change(project, 0)
    start = time.monotonic()
    project.published()
    length = time.monotonic() - start
    watch = Watch(place, project)
    cut = 0
    for number in range(1, kills + 1):
        change(project, number)
        status = project.kill_after(random.uniform(0.02, length * 1.1))
        cut += status != 0
        if status == 0:
            watch.finished()
        watch.look(f"{place.name}, kill {number}")
        if number % 4 == 0 or number == kills:
            watch.complete()
    assert cut > kills // 4, f"only {cut} of {kills} were cut short"
    leftovers = [path for path in place.files() if path.startswith(".bilancio-in-corso")]
    assert not leftovers, leftovers
    if not place.is_shared:
        names = [path.name for path in place.root.glob("releases/*")] + [p.name for p in place.root.iterdir()]
        assert not [name for name in names if name.startswith(".")], names
    away = f", {len(watch.away)} times a page was away that the next run brought back" if watch.away else ""
    note(f"{cut} of {kills} cut short{away}")
