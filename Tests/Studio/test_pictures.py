"""Pictures: described or declared decoration, without the place where they were taken, never over another."""

import base64
import contextlib
import html
import json
import struct

import pytest

from Preview.preview import wait

from .studio import FILE, PAGE, Studio
from .test_browser import TEXT, control, examine, until, window

FOLDER = "2021/1-scuole/immagini"


def exif(turned=1):
    """The directory of a camera: how to turn the picture, and where it was taken."""
    entries = struct.pack("<HHII", 0x0112, 3, 1, turned) + struct.pack("<HHII", 0x8825, 4, 1, 38)
    place = b"44.4949 N 11.3426 E"
    return b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + entries + b"\0\0\0\0" + place


def with_exif(jpeg, turned=1):
    content = exif(turned)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content + jpeg[2:]


@pytest.fixture(scope="module")
def studio(chromium):
    with Studio() as studio:
        studio.chromium = chromium
        yield studio


@pytest.fixture(scope="module")
def photograph(chromium):
    """A JPEG as a browser makes it, with what a telephone would write into it."""
    page = chromium.new_page()
    data = page.evaluate(
        "() => { const c = document.createElement('canvas'); c.width = 64; c.height = 48;"
        " c.getContext('2d').fillRect(3, 3, 20, 20); return c.toDataURL('image/jpeg').split(',')[1]; }")
    page.close()
    return with_exif(base64.b64decode(data))


@pytest.fixture
def kept(studio):
    before = studio.read(FILE)
    yield before
    studio.write(before)
    studio.shows("Una nuova mensa", "2021/scuole/nuova-mensa/")


def choose(page, name, data, kind="image/jpeg"):
    page.get_by_role("toolbar").first.get_by_text("Immagine", exact=True).click()
    page.locator("#file-immagine").set_input_files({"name": name, "mimeType": kind, "buffer": data})


def pictures(studio):
    folder = studio.content / FOLDER
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} if folder.exists() else {}


def test_a_picture_needs_a_description_and_loses_its_place(studio, kept, photograph):
    with window(studio, width=320) as page:
        page.get_by_role("toolbar").first.get_by_text("Immagine", exact=True).click()
        examine(page, "the question for a picture")
    with window(studio) as page:
        choose(page, "Sala Grande (1).JPG", photograph)
        page.get_by_role("button", name="Metti nel testo").click()
        # Nothing goes in without words.
        assert page.locator("dialog").is_visible() and not pictures(studio)
        page.locator("#descrizione-immagine").fill("   ")
        page.get_by_role("button", name="Metti nel testo").click()
        assert page.locator("dialog").is_visible() and not pictures(studio)
        page.locator("#descrizione-immagine").fill("La sala [grande]\ncon i tavoli")
        page.locator("#didascalia-immagine").fill('La "sala". Foto: Anna Riva')
        page.get_by_role("button", name="Metti nel testo").click()
        until(page, "!document.querySelector('dialog').open")
        text = control(page, TEXT).input_value()
        assert r'![La sala \[grande\] con i tavoli](immagini/sala-grande-1.jpg "La \"sala\". Foto: Anna Riva")' in text
        assert "luogo" in page.locator(".incollato").inner_text()
        page.get_by_role("button", name="Salva", exact=True).first.click()
        until(page, "document.querySelector('#esito')?.textContent.includes('Salvato')")
    (name, data), = pictures(studio).items()
    assert name == "sala-grande-1.jpg" and b"44.4949" not in data and b"Exif" not in data
    assert data == photograph[:2] + photograph[2 + 2 + 2 + len(exif()):]
    wait("the page with its picture", lambda: "sala-grande-1" in studio.get("2021/scuole/nuova-mensa/")[2].decode())
    # The page of all pictures says where it stands.
    grid = studio.open("2021/?immagini")
    assert "sala-grande-1.jpg" in grid.text and "La sala" in grid.text
    source = grid.text.split('<img src="')[1].split('"')[0]
    status, fields, body = studio.get(source.lstrip("/"), Cookie=studio.cookie)
    assert status == 200 and body == data and "sandbox" in fields["content-security-policy"]
    assert fields["content-type"] == "image/jpeg"


def test_the_same_picture_twice_is_told_and_another_takes_no_name(studio, kept, photograph):
    before = pictures(studio)
    assert "sala-grande-1.jpg" in before
    with window(studio) as page:
        choose(page, "altro nome.jpg", with_exif(before["sala-grande-1.jpg"], turned=1))
        page.locator("#decorativa-immagine").check()
        assert page.locator("#descrizione-immagine").is_disabled()
        page.get_by_role("button", name="Metti nel testo").click()
        until(page, "!document.querySelector('dialog').open")
        assert '![](immagini/sala-grande-1.jpg "decorativa")' in control(page, TEXT).input_value()
        assert "stessa immagine" in page.locator(".incollato").inner_text()
        assert pictures(studio) == before
        # Turned it is another picture, and goes beside the first.
        choose(page, "sala-grande-1.jpg", with_exif(before["sala-grande-1.jpg"], turned=6))
        page.locator("#descrizione-immagine").fill("La sala")
        page.get_by_role("button", name="Metti nel testo").click()
        until(page, "!document.querySelector('dialog').open")
        assert "(immagini/sala-grande-1-2.jpg)" in control(page, TEXT).input_value()
    after = pictures(studio)
    assert after["sala-grande-1.jpg"] == before["sala-grande-1.jpg"] and b"44.4949" not in after["sala-grande-1-2.jpg"]


@pytest.fixture(scope="module")
def large(chromium):
    """One that a phone would make: large, with a camera's words, laid on its side."""
    page = chromium.new_page()
    data = page.evaluate(
        "() => { const c = document.createElement('canvas'); c.width = 2400; c.height = 1800; const d = c.getContext('2d');"
        " for (let n = 0; n < 3000; n++) { d.fillStyle = `hsl(${n * 7 % 360} 60% ${30 + n % 40}%)`;"
        " d.fillRect(n * 97 % 2400, n * 61 % 1800, 140, 90); } return c.toDataURL('image/jpeg', .97).split(',')[1]; }")
    page.close()
    return with_exif(base64.b64decode(data), turned=6)


def test_a_large_picture_is_shown_light_and_stays_as_it_is(studio, kept, large):
    before = set(pictures(studio))
    with window(studio) as page:
        choose(page, "IMG 0042.JPG", large)
        page.locator("#descrizione-immagine").fill("La palestra")
        page.get_by_role("button", name="Metti nel testo").click()
        until(page, "!document.querySelector('dialog').open")
        assert "copia più leggera" in page.locator(".incollato").inner_text()
        page.get_by_role("button", name="Salva", exact=True).first.click()
        until(page, "document.querySelector('#esito')?.textContent.includes('Salvato')")
    assert set(pictures(studio)) - before == {"img-0042.jpg"}
    made = sorted((studio.content / FOLDER / "ridotte").glob("img-0042-*"))
    assert len(made) == 3 and all(len(path.read_bytes()) <= 300_000 and b"44.4949" not in path.read_bytes() for path in made)
    wait("the page with its picture", lambda: "img-0042" in studio.get("2021/scuole/nuova-mensa/")[2].decode())
    page = studio.chromium.new_page(viewport={"width": 320, "height": 640})
    page.goto(studio.url + "2021/scuole/nuova-mensa/")
    shown = page.locator("img[src*='img-0042']")
    shown.scroll_into_view_if_needed()
    until(page, "document.querySelector(\"img[src*='img-0042']\").complete")
    # A phone takes the narrowest, and the picture stands on its feet.
    assert "-480.jpg" in shown.evaluate("one => one.currentSrc")
    assert shown.evaluate("one => one.naturalHeight > one.naturalWidth && one.clientHeight > one.clientWidth")
    page.close()
    # Among all pictures it stands once.
    assert studio.open("2021/?immagini").text.count("img-0042") == 2


def test_what_is_no_picture_is_refused_in_words(studio, photograph):
    before = pictures(studio)
    with window(studio) as page:
        for name, data, kind, told in (
            ("foto.heic", b"\0\0\0\x18ftypheic0000", "image/heic", "HEIC"), ("foto.jpg", b"ciao", "image/jpeg", "non è un'immagine"),
            ("foto.jpg", photograph[:200], "image/jpeg", "finisce a metà"), ("a.svg", b"<svg onload='x'/>", "image/svg+xml", "non è un'immagine"),
        ):
            choose(page, name, data, kind)
            page.locator("#descrizione-immagine").fill("Una foto")
            page.get_by_role("button", name="Metti nel testo").click()
            until(page, f"document.querySelector('dialog .detto').textContent.includes({json.dumps(told)})")
            page.locator("dialog").get_by_role("button", name="Annulla").click()
    assert pictures(studio) == before


def test_a_picture_that_is_pasted_opens_the_same_question(studio, kept, photograph):
    with window(studio) as page:
        data = base64.b64encode(photograph).decode()
        page.evaluate(
            """([name, data]) => {
              const file = new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], "image.png", { type: "image/png" });
              const transfer = new DataTransfer();
              transfer.items.add(file);
              document.getElementById(name).dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }));
            }""", [TEXT, data])
        assert page.locator("dialog").is_visible()
        # The focus comes back to the text.
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == TEXT


def test_no_picture_comes_from_elsewhere_or_goes_elsewhere(studio, photograph):
    before = pictures(studio)
    token = studio.open(PAGE).form["t"][0]
    address = "/_studio/" + PAGE + "?immagine="

    def send(name="x.jpg", data=photograph, **headers):
        fields = {"Content_Type": "image/jpeg", "X_Modulo": token, **headers}
        return studio.post(address + name, data, **fields)

    for headers in (
        {"X_Modulo": None}, {"X_Modulo": "x"}, {"Origin": None}, {"Origin": "null"}, {"Cookie": None},
        {"Sec_Fetch_Site": "cross-site"}, {"Content_Type": "text/plain"}, {"Content_Type": "image/svg+xml"},
        {"Content_Type": "application/json"}, {"Content_Type": "multipart/form-data"},
    ):
        status, _, answer = send(**headers)
        assert status == 403 or b"guasto" in answer, (headers, status)
    with contextlib.suppress(ConnectionError):
        assert send(data=b"\xff\xd8\xff" + b"x" * (26 << 20))[0] == 413
    assert pictures(studio) == before
    # Whatever the file is called, its name here is one of ours, and its place too.
    for name in ("..%2F..%2Ffuori.jpg", "%2Fetc%2Fpasswd.jpg", "CON.jpg", "%00.jpg", "x" * 900, ".htaccess"):
        status, _, answer = send(name, photograph.replace(b"44.4949", b"45.0000"))
        assert status == 200 and json.loads(answer)["indirizzo"].startswith("immagini/"), (name, answer)
    assert {path.parent.name for path in studio.folder.rglob("*.jpg")} <= {"immagini", "ridotte"}
    # A folder that is a link to elsewhere is not written through.
    outside = studio.folder / "altrove"
    outside.mkdir()
    (studio.content / "2021/immagini").symlink_to(outside)
    register = "/_studio/2021/ufficio/scuola"
    status, _, answer = studio.post(
        "/_studio/2021/dato/iscritti?immagine=y.jpg", with_exif(photograph, 3), Content_Type="image/jpeg", X_Modulo=token)
    assert b"guasto" in answer and not list(outside.iterdir()), (register, answer)


def test_pictures_of_all_kinds_that_a_page_can_show_are_listed(studio, kept):
    folder = studio.content / "2021/1-scuole"
    gif = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff" + b"," + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02D\x01\0;"
    names = {"punto.gif": gif, "disegno.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'}
    for name, data in names.items():
        (folder / name).write_bytes(data)
    studio.write(kept + "\n" + "".join(f"![Parole di {name}]({name})\n\n" for name in names), FILE)
    grid = wait("the pictures", lambda: (page := studio.open("2021/?immagini")) and all(f"Parole di {name}" in page.text for name in names) and page)
    sources = [html.unescape(part.split('"')[0]) for part in grid.text.split('<img src="')[1:]]
    shown = [studio.get(source.lstrip("/"), Cookie=studio.cookie) for source in sources]
    for name, data in names.items():
        assert any(status == 200 and body == data and "sandbox" in fields["content-security-policy"] for status, fields, body in shown), name
        (folder / name).unlink()
