"""The guide of the studio: what it names in quotes is on the pages, and its pictures are made of them.

BILANCIO_RECORD=1 makes the pictures anew.
"""

import html
import os
import re

from program import ROOT

from .studio import Studio
from .test_browser import control, until, window

GUIDE = ROOT / "docs/studio.md"
PICTURES = ROOT / "docs/immagini"
ACHIEVEMENT = "2020/realizzazione/digitalizzazione/piano-triennale"


def test_what_the_guide_names_is_there(tmp_path):
    named = set(re.findall(r"«([^»]+)»", re.sub(r"\s+", " ", GUIDE.read_text(encoding="utf-8"))))
    assert len(named) > 40
    (tmp_path / "c").mkdir()
    texts = []
    with Studio("--condividi", content=tmp_path / "c") as studio:
        page = studio.open("")
        for action, fields in (("avanti", {"comune": "Borgo"}), ("avanti", {}), ("avanti", {"uffici": "A\r\nB"}), ("salta", {}), ("salta", {})):
            texts.append(page.text)
            for name, value in fields.items():
                page.form.set(name, value)
            page = studio.send(page.form, action)
        texts.append(page.text)
        page = studio.send(page.form, "salta")
        year = page.address.split("/")[2]
        address = page.address.split("?")[0].removeprefix("/_studio/")
        texts += [page.text, studio.send(page.form.set("f.titolo", "Altro")).text]
        for name in ("Una", "Due"):
            new = studio.send(studio.open(address).form, "nuova:tappe").form
            studio.send(new.set("n.tappe.0.oggetto", name).set("n.tappe.0.data", year))
        invited = studio.open(f"{year}/?invita")
        form = next(form for form in invited.reader.forms if "fino" in dict(form.pairs))
        texts.append(studio.send(form.set("pagina", address), "invita").text)
        for path in (f"{year}/", f"{year}/?elenco=dati", f"{year}/?nuovo=atto", f"{year}/?invita", f"{year}/?importa", f"{year}/?pubblica", address,
                     address + "?vista=rilettura", address + "?vista=versioni", f"{year}/?immagini", f"{year}/indicatore/primo-dato", "?nome", f"{year}/?fatti=dato"):
            texts.append(studio.open(path).text)
        texts.append(studio.send(studio.open(address + "?vista=elimina").form, "elimina").text)
        script = "".join(studio.get("_studio/" + name)[2].decode() for name in ("toolbar.js", "facts.js", "pictures.js", "points.js"))
    shown = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", " ".join(texts)))) + script
    states = (ROOT / "Sources/Studio/Records/PageState.swift").read_text(encoding="utf-8")
    targets = (ROOT / "Sources/Studio/Pages/PublishPage.swift").read_text(encoding="utf-8")
    missing = [name for name in sorted(named) if name.rstrip(".…, ") not in shown + states + targets and "…" not in name]
    assert not missing, missing


def test_the_pictures_of_the_guide_are_of_these_pages(chromium, tmp_path):
    record = os.environ.get("BILANCIO_RECORD") == "1"
    folder = PICTURES if record else tmp_path
    with Studio(content=ROOT / "content") as studio:
        studio.chromium = chromium
        with window(studio, "2020/", height=900) as page:
            page.screenshot(path=folder / "studio-quadro.png")
        with window(studio, ACHIEVEMENT, height=900) as page:
            page.frame_locator(".accanto iframe").locator("h1").wait_for()
            page.screenshot(path=folder / "studio-modulo.png")
            control(page, "f.cosa_abbiamo_fatto").focus()
            page.keyboard.press("Control+k")
            page.locator("dialog.fatti").get_by_label("Parole").fill("icity rank")
            until(page, "document.querySelectorAll('.trovati input').length > 1")
            page.locator("dialog.fatti").screenshot(path=folder / "studio-fatti.png")
    for name in re.findall(r"immagini/(studio-[a-z]+\.png)", GUIDE.read_text(encoding="utf-8")):
        assert (folder / name).stat().st_size > 5000, name
        assert (PICTURES / name).exists(), name
