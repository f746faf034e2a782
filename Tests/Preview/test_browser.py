"""The preview in a real browser: the page follows its texts, mistakes stand over it, checks beside it."""

import contextlib
import pathlib

import axe_playwright_python
import pytest
from playwright.sync_api import Error

from .preview import ACHIEVEMENT_FILE, OBJECTIVE, Preview, wait

PAGE = "2021/scuole/nuova-mensa/"
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SHADOW = "document.querySelector('bilancio-anteprima').shadowRoot"


@pytest.fixture(scope="module")
def preview(chromium):
    """A preview with a browser beside it."""
    with Preview() as preview:
        preview.chromium = chromium
        yield preview


@contextlib.contextmanager
def window(preview, path=PAGE, width=1280, scripts=True):
    """A window at a page; whatever its scripts complain of is a failure."""
    context = preview.chromium.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=scripts, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(preview.url + path)
    if scripts:
        # The stream of news is open when the first of them has been taken.
        page.wait_for_timeout(200)
    try:
        yield page
    finally:
        context.close()
    assert not complaints, complaints


def until(page, expression, argument=None):
    """Waits until an expression is true; the page's policy forbids playwright's own way of waiting."""

    def look():
        try:
            return page.evaluate(expression, argument)
        except Error as error:
            # The page may be on its way to another.
            if "context was destroyed" not in str(error):
                raise
            return False

    wait(expression, look)


def has(page, words):
    until(page, "words => document.body.textContent.includes(words)", words)


def lacks(page, words):
    until(page, "words => !document.body.textContent.includes(words)", words)


def focus(page):
    """What has the focus: the class or the name of an element of the preview's, else of the page's."""
    return page.evaluate(
        f"() => {{ const inner = {SHADOW}.activeElement; const e = inner ?? document.activeElement;"
        " return e.className || e.id || e.nodeName }"
    )


def test_the_page_follows_its_text(preview):
    text = preview.read()
    long = text + "\n## Altro\n\n" + "Una riga che allunga la pagina di prova.\n\n" * 80
    preview.write(long)
    preview.shows("Una riga che allunga")
    with window(preview) as page:
        page.evaluate("window.same = true; scrollTo(0, 900)")
        page.evaluate("document.querySelector('.corpo h2').parentElement.querySelector('a, summary').focus({preventScroll: true})")
        kept = page.evaluate("window.focused = document.activeElement, scrollY")
        assert page.evaluate("focused !== document.body"), "something has the focus"
        preview.write(long + "\nParole nuove in fondo.\n")
        has(page, "Parole nuove in fondo.")
        assert page.evaluate("window.same"), "the page was loaded anew"
        assert page.evaluate("scrollY") == kept, "the place on the page is lost"
        assert page.evaluate("document.activeElement === focused"), "the focus is lost"
        preview.write(long.replace("titolo: ", "titolo: Oggi ", 1))
        until(page, "document.title.startsWith('Oggi')")
        until(page, "document.querySelector('h1').textContent.trim().startsWith('Oggi')")
        preview.write(text)
        lacks(page, "Parole nuove in fondo.")
        lacks(page, "Oggi ")
        fresh = page.evaluate("fetch(location.href).then(r => r.text())")
        page.wait_for_timeout(100)
        same = page.evaluate(
            """text => {
              const bare = (root) => {
                root = root.cloneNode(true);
                root.querySelectorAll('bilancio-anteprima, script').forEach((e) => e.remove());
                return root.outerHTML.replaceAll(/>\\s+</g, '><');
              };
              return bare(document.documentElement)
                === bare(new DOMParser().parseFromString(text, 'text/html').documentElement);
            }""",
            fresh,
        )
        assert same, "the page that followed is not the page that is served"


def test_styles_change_without_loading_anew(preview):
    style = preview.folder / "themes/comune/assets/stile.css"
    text = style.read_text(encoding="utf-8")
    with window(preview) as page:
        page.evaluate("window.same = true")
        style.write_text(text + "\nh1 { letter-spacing: 7px }\n", encoding="utf-8")
        until(page, "getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'")
        style.write_text(text, encoding="utf-8")
        until(page, "getComputedStyle(document.querySelector('h1')).letterSpacing !== '7px'")
        assert page.evaluate("window.same"), "the page was loaded anew"
        assert page.evaluate("document.querySelectorAll('link[rel=stylesheet]').length") == 1


def test_a_mistake_stands_over_the_page_and_goes(preview):
    with window(preview) as page:
        page.focus(".breadcrumb a")
        with preview.changed("stato:", "statoo:"):
            until(page, f"{SHADOW}.querySelector('.pannello details[open]')")
            wait("the focus in the panel", lambda: focus(page) == "pannello")
            assert page.evaluate("Boolean(document.querySelector('h1'))"), "the last good page stays"
            panel = page.locator(".pannello")
            assert panel.get_attribute("role") == "dialog" and panel.get_attribute("aria-modal") is None
            assert "chiave-ignota" in panel.inner_text() and "forse intendevi" in panel.inner_text()
            link = panel.locator(".dove a").first.get_attribute("href")
            assert link.startswith(f"vscode://file{preview.folder}/content/{ACHIEVEMENT_FILE}:"), link
            # Tab goes through it and leaves it.
            seen = []
            for _ in range(60):
                page.keyboard.press("Tab")
                seen.append(page.evaluate(f"{SHADOW}.querySelector('.pannello').contains({SHADOW}.activeElement)"))
                if seen[0] and not seen[-1]:
                    break
            assert seen[0] and not seen[-1], "the panel holds the focus"
            page.locator(".pannello a").first.focus()
            page.keyboard.press("Escape")
            until(page, f"!{SHADOW}.querySelector('.pannello details').open")
            assert focus(page) == "A", focus(page)
            # The same mistake on another line is told there, and no panel that was closed opens for it.
            broken = preview.read()
            preview.write(broken.replace("statoo:", "# una riga in più\nstatoo:"))
            until(page, f"{SHADOW}.querySelector('.pannello').textContent.includes('mensa.md:8:1')")
            assert not page.evaluate(f"{SHADOW}.querySelector('.pannello details').open")
            # What was closed stays closed, until something else is wrong.
            page.reload()
            page.wait_for_timeout(200)
            assert not page.evaluate(f"{SHADOW}.querySelector('.pannello details').open")
        until(page, f"!{SHADOW}.querySelector('.pannello')")
        with preview.changed("numero:", "numeroo:"):
            until(page, f"{SHADOW}.querySelector('.pannello details[open]')")
        until(page, f"!{SHADOW}.querySelector('.pannello')")
        assert focus(page) == "BODY", focus(page)


def test_a_text_cannot_become_markup(preview):
    with window(preview) as page, preview.changed("stato:", "<img src=x onerror=alert(1)>:"):
        until(page, f"{SHADOW}.querySelector('.pannello')")
        assert page.evaluate(f"{SHADOW}.querySelector('img')") is None
        assert "<img src=x" in page.locator(".pannello").inner_text()


def test_the_page_that_changed_is_offered(preview):
    with window(preview, OBJECTIVE) as page, preview.changed("titolo: ", "titolo: Oggi "):
        until(page, f"{SHADOW}.querySelector('.novita a')")
        assert page.locator(".novita").get_attribute("role") == "status"
        page.locator(".novita a").click()
        page.wait_for_url(preview.url + PAGE)
        has(page, "Oggi ")


def test_a_new_page_comes_by_itself(preview):
    with window(preview, "2021/scuole/dopo/") as page:
        has(page, "Questa pagina non c'è")
        has(page, "content/2021/1-scuole/dopo.md")
        preview.write(preview.read().replace("numero: 1", "numero: 2"), "2021/1-scuole/2-dopo.md")
        until(page, "Boolean(document.querySelector('main h1')) && !document.querySelector('.pagina-anteprima')")
        (preview.content / "2021/1-scuole/2-dopo.md").unlink()
        has(page, "Questa pagina non c'è")
    with window(preview, "2021/scuole/nuova-mennsa/") as page:
        page.locator(f"a[href='/{PAGE}']").click()
        page.wait_for_url(preview.url + PAGE)


def test_without_scripts_it_serves(preview):
    with preview.changed("stato:", "statoo:"):
        preview.shows("chiave-ignota")
        with window(preview, scripts=False) as page:
            assert page.locator("h1").count() == 1
            assert "chiave-ignota" in page.locator(".pannello").inner_text()
            # The panel can be folded away, and the checks are a page of their own.
            page.locator(".pannello summary").click()
            assert not page.locator(".pannello .problemi").is_visible()
            page.locator(".controlli").click()
            page.wait_for_url(preview.url + "_preview/pagine/" + PAGE)
            assert "chiave-ignota" in page.locator("main").inner_text()
            page.goto(preview.url + "_preview/?ordina=errori")
            assert page.locator("tbody tr").first.locator("td").first.inner_text() == "1"
    preview.hides("chiave-ignota")


def test_checks_stand_beside_the_page(preview):
    with window(preview) as page:
        link = page.locator(".controlli")
        link.focus()
        page.keyboard.press("Enter")
        until(page, f"{SHADOW}.activeElement?.nodeName === 'H2'")
        column = page.locator(".colonna")
        assert link.get_attribute("aria-expanded") == "true"
        for words in ("Problemi", "Accessibilità", "Dati", "Atti", "Leggibilità", f"content/{ACHIEVEMENT_FILE}"):
            assert words in column.inner_text(), words
        # It follows the text and stays open from page to page.
        with preview.changed("stato:", "statoo:"):
            until(page, f"{SHADOW}.querySelector('.colonna').textContent.includes('chiave-ignota')")
        until(page, f"!{SHADOW}.querySelector('.colonna').textContent.includes('chiave-ignota')")
        page.goto(preview.url + OBJECTIVE)
        until(page, f"!{SHADOW}.querySelector('.colonna').hidden")
        until(page, f"{SHADOW}.querySelector('.colonna h2')")
        page.locator(".colonna a").first.focus()
        page.keyboard.press("Escape")
        assert not column.is_visible() and focus(page) == "controlli"


def test_axe_reports_the_worst_first(preview):
    template = preview.folder / "themes/comune/components/achievement-head.html"
    text = template.read_text(encoding="utf-8")
    # A field without a name is critical, a heading that skips levels moderate.
    template.write_text('<h6>Salto</h6><input type="text" id="senza-nome">' + text, encoding="utf-8")
    try:
        with window(preview) as page:
            page.wait_for_selector("#senza-nome")
            page.locator(".controlli").click()
            until(page, f"{SHADOW}.querySelectorAll('.axe ol > li').length >= 2")
            rules = page.locator(".axe ol > li > p").all_inner_texts()
            assert "critical" in rules[0] and not any("critical" in rule for rule in rules[-1:]), rules
            page.locator(".axe button").first.click()
            box = page.locator(".contorno").bounding_box()
            field = page.locator("#senza-nome").bounding_box()
            assert abs(box["x"] - field["x"]) < 2 and abs(box["width"] - field["width"]) < 2, (box, field)
            template.write_text(text, encoding="utf-8")
            until(page, f"{SHADOW}.querySelector('.axe').textContent.includes('Nessun problema')")
    finally:
        template.write_text(text, encoding="utf-8")


def test_the_table_of_pages_is_sorted(preview):
    with window(preview, "_preview/") as page:
        page.locator("th a", has_text="Parole").click()
        page.wait_for_url("**ordina=parole**")
        head = page.locator("th", has_text="Parole")
        assert head.get_attribute("aria-sort") == "descending"
        words = [int(text) for text in page.locator("tbody tr td:nth-child(8)").all_inner_texts() if text != "–"]
        assert words == sorted(words, reverse=True) and words[0] > words[-1]
        head.locator("a").click()
        page.wait_for_url("**verso=su**")
        words = [int(text) for text in page.locator("tbody tr td:nth-child(8)").all_inner_texts() if text != "–"]
        assert words == sorted(words)
        # It follows the texts too.
        with preview.changed("stato:", "statoo:"):
            has(page, "chiave-ignota")
        lacks(page, "chiave-ignota")


def test_its_own_parts_are_accessible(preview):
    found = []

    def look(page, where):
        page.evaluate(AXE)
        violations = page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"
            ".then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html)))", TAGS)
        found.extend(f"{where}: {each}" for each in violations)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found.append(f"{where}: {wide} px too wide")

    for width in (320, 1280):
        with window(preview, width=width) as page:
            look(page, f"bar, {width}")
            page.locator(".controlli").click()
            until(page, f"{SHADOW}.querySelector('.axe p, .axe ol')")
            page.wait_for_timeout(300)
            look(page, f"column, {width}")
        with window(preview, "_preview/", width) as page:
            look(page, f"overview, {width}")
        with window(preview, "_preview/pagine/" + PAGE, width) as page:
            look(page, f"checks of a page, {width}")
        with window(preview, "2021/scuole/nulla/", width) as page:
            look(page, f"missing page, {width}")
        with preview.changed("stato:", "statoo:"):
            preview.shows("chiave-ignota")
            with window(preview, width=width) as page:
                look(page, f"panel, {width}")
            with window(preview, "_preview/", width) as page:
                look(page, f"overview with a mistake, {width}")
        preview.hides("chiave-ignota")
    assert not found, "\n".join(found)


def test_it_comes_back_after_a_stop(preview):
    with window(preview) as page:
        preview.stop()
        until(page, f"{SHADOW}.querySelector('.novita').textContent.includes('ferma')")
        text = preview.read()
        preview.write(text + "\nScritto mentre era ferma.\n")
        preview.start(preview.port)
        has(page, "Scritto mentre era ferma.")
        until(page, f"!{SHADOW}.querySelector('.novita').textContent.includes('ferma')")
        preview.write(text)
        lacks(page, "Scritto mentre era ferma.")


def test_many_windows_all_follow(preview):
    """A browser keeps six connections to a server; eight windows follow all the same."""
    context = preview.chromium.new_context()
    pages = []
    for _ in range(8):
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(preview.url + PAGE)
        pages.append(page)
    with preview.changed("titolo: ", "titolo: Oggi "):
        for page in pages:
            page.bring_to_front()
            until(page, "document.title.startsWith('Oggi')")
    context.close()


def test_a_picture_that_changes_is_shown(preview):
    text = preview.read()
    picture = preview.content / "2021/1-scuole/foto.png"

    def paint(colour):
        """A picture of 8 × 8 pixels of one colour."""
        import struct
        import zlib

        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        rows = (b"\0" + bytes(colour) * 8) * 8
        picture.write_bytes(
            b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))

    paint((255, 0, 0))
    preview.write(text + "\n![Una foto della mensa](foto.png)\n")
    preview.shows("foto.png")
    colour = """() => { const image = document.querySelector("main img"); const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 8; const context = canvas.getContext("2d"); context.drawImage(image, 0, 0, 8, 8);
      return [...context.getImageData(4, 4, 1, 1).data].slice(0, 3).join() }"""
    with window(preview) as page:
        page.locator("main img").scroll_into_view_if_needed()
        wait("a red picture", lambda: page.evaluate(colour) == "255,0,0")
        paint((0, 0, 255))
        wait("a blue picture", lambda: page.evaluate(colour) == "0,0,255")
        # And it is not the old one again after another change of the text.
        preview.write(preview.read() + "\nAltro testo di prova.\n")
        has(page, "Altro testo di prova.")
        page.wait_for_timeout(300)
        assert page.evaluate(colour) == "0,0,255"
    preview.write(text)
    picture.unlink()


def test_an_unknown_page_of_checks_is_still(preview):
    for path in ("_preview/pagine/2021/nulla/", "_preview/nulla"):
        with window(preview, path) as page:
            loads = []
            page.on("load", lambda _: loads.append(1))
            page.wait_for_timeout(1000)
            assert not loads, f"/{path} was loaded {len(loads)} times"


def test_paper_has_nothing_of_it(preview):
    with window(preview) as page:
        width = page.evaluate("document.documentElement.clientWidth")
        page.locator(".controlli").click()
        until(page, "document.documentElement.clientWidth > document.body.clientWidth")
        page.emulate_media(media="print")
        assert page.evaluate("document.body.clientWidth") == width
        assert not page.locator("bilancio-anteprima").is_visible()
        page.emulate_media(media="screen")
