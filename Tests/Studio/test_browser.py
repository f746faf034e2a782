"""The studio in a real browser: checks while one types, drafts, marks, paste, keyboard, small windows, axe."""

import contextlib
import json
import pathlib
import urllib.parse

import axe_playwright_python
import pytest
from playwright.sync_api import Error

from Preview.preview import wait

from .studio import FILE, PAGE, Studio

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
TEXT = "f.cosa_abbiamo_fatto"


@pytest.fixture(scope="module")
def studio(chromium):
    """A studio with a browser that was opened with it."""
    with Studio() as studio:
        studio.chromium = chromium
        yield studio


@contextlib.contextmanager
def window(studio, path=PAGE, width=1280, height=800, scripts=True, **options):
    """A window at a page of the studio; whatever its scripts complain of is a failure."""
    context = studio.chromium.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=scripts, reduced_motion="reduce", **options)
    name, value = studio.cookie.split("=")
    context.add_cookies([{"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}])
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=studio.url.rstrip("/"))
    page = context.new_page()
    page.set_default_timeout(30_000)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if "Content Security" in message.text else None)
    page.goto(studio.url + "_studio/" + path)
    try:
        yield page
    finally:
        context.close()
    assert not complaints, complaints


def control(page, name):
    return page.locator(f'[id="{name}"]')


def until(page, expression):
    def look():
        try:
            return page.evaluate(expression)
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
            return False

    wait(expression, look)


@pytest.fixture
def kept(studio):
    """The file of the page, as it was when the test is over; no draft is left."""
    before = studio.read(FILE)
    yield before
    (studio.content / FILE).write_text(before, encoding="utf-8")
    for draft in studio.state.rglob("bozze/*/*"):
        draft.unlink()
    studio.shows("Una nuova mensa", "2021/scuole/nuova-mensa/")


def test_a_mistake_is_told_at_its_field_while_one_types_and_goes_when_it_is_mended(studio, kept):
    with window(studio) as page:
        date = control(page, "f.stato_al")
        date.fill("2021-13-45")
        date.blur()
        messages = control(page, "m.stato_al")
        messages.wait_for(state="visible")
        assert "data del calendario" in messages.inner_text()
        assert date.get_attribute("aria-invalid") == "true"
        assert "m.stato_al" in date.get_attribute("aria-describedby")
        date.fill("2021-12-31")
        date.blur()
        messages.wait_for(state="hidden")
        assert date.get_attribute("aria-invalid") is None
        # A figure that the report knows otherwise is told at its text, and the page beside shows what is typed.
        area = control(page, TEXT)
        area.fill(area.input_value().replace("352", "353"))
        area.blur()
        told = control(page, "m.cosa_abbiamo_fatto")
        told.wait_for(state="visible")
        assert "352" in told.inner_text()
        frame = page.frame_locator(".accanto iframe")
        frame.get_by_text("353").first.wait_for()
    assert studio.read(FILE) == kept


def test_what_was_typed_is_there_again_and_can_be_compared_and_thrown_away(studio, kept):
    with window(studio) as page:
        control(page, "f.titolo").fill("Un titolo che non ho salvato")
        wait("the draft", lambda: list(studio.state.rglob("bozze/*/*")))
    assert studio.read(FILE) == kept
    with window(studio) as page:
        assert control(page, "f.titolo").input_value() == "Un titolo che non ho salvato"
        assert "bozza non salvata di oggi" in page.locator(".bozza").inner_text()
        page.get_by_text("Confronta").click()
        assert "Una nuova mensa in via Roma" in page.locator(".bozza").inner_text()
        page.get_by_role("button", name="Scarta la bozza").click()
        page.wait_for_load_state()
        assert control(page, "f.titolo").input_value() == "Una nuova mensa in via Roma"
    with window(studio) as page:
        control(page, "f.titolo").fill("Un titolo che salvo")
        wait("the draft", lambda: list(studio.state.rglob("bozze/*/*")))
        page.keyboard.press("Control+s")
        page.wait_for_url("**fatto=salvato**")
        assert not list(studio.state.rglob("bozze/*/*"))
    assert "titolo: Un titolo che salvo" in studio.read(FILE)


def test_marks_are_put_in_and_taken_back_one_by_one(studio, kept):
    with window(studio) as page:
        area = control(page, TEXT)
        before = area.input_value()
        for label in ("Titolo", "Grassetto", "Corsivo", "Elenco", "Elenco numerato", "Tabella", "Nota", "Collegamento"):
            area.evaluate("area => { area.focus(); area.setSelectionRange(3, 8) }")
            page.locator('[id="cosa_abbiamo_fatto"]').get_by_role("button", name=label, exact=True).click()
            assert area.input_value() != before, label
            for _ in range(3):
                if area.input_value() != before:
                    page.keyboard.press("Control+z")
            assert area.input_value() == before, label
        area.evaluate("area => { area.focus(); area.setSelectionRange(3, 8) }")
        page.keyboard.press("Control+b")
        assert area.input_value().startswith(before[:3] + "**" + before[3:8].strip() + "**")


def test_the_bar_is_one_stop_of_the_keyboard_and_tab_leaves_the_text(studio, kept):
    with window(studio) as page:
        area = control(page, TEXT)
        first = page.locator('[id="cosa_abbiamo_fatto"] [role="toolbar"] button').first
        first.focus()
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.textContent") == "Grassetto"
        page.keyboard.press("End")
        assert page.evaluate("document.activeElement.textContent") == "Guida"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == TEXT
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") != TEXT
        assert "\t" not in area.input_value()


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{}</style></head><body>
<!--StartFragment--><h2>I <span style='color:red'>risultati</span></h2>
<p class=MsoNormal>La mensa è <b>aperta</b> dal <i>2021</i>; vedi <a href="https://a.it/x">qui</a>.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>prima voce</p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>seconda voce</p>
<p class=MsoNormal>Fine <s>vecchio</s>. <img src="x.png"></p><!--EndFragment--></body></html>"""
EXCEL = """<html><body><table><tr><td>Anno</td><td>Valore</td></tr><tr><td>2023</td><td>57,9</td></tr>
<tr><td>2024</td><td>1.234,5</td></tr></table></body></html>"""
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-x"><p dir="ltr"><span style="font-weight:700">Forte</span>
<span style="font-style:italic">piano</span></p><ul><li><p>uno</p></li><li><p>due</p></li></ul></b>"""


@pytest.mark.parametrize("html, plain, wanted", [
    (WORD, "I risultati…", ["## I risultati", "La mensa è **aperta** dal *2021*; vedi [qui](https://a.it/x).", "- prima voce\n- seconda voce", "~~vecchio~~"]),
    (EXCEL, "Anno\tValore", ["| Anno | Valore |\n| ---: | ---: |\n| 2023 | 57,9 |\n| 2024 | 1.234,5 |"]),
    (DOCS, "Forte piano", ["**Forte**", "*piano*", "- uno\n- due"]),
])
def test_what_is_pasted_comes_as_markdown_and_what_is_left_out_is_told(studio, kept, html, plain, wanted):
    with window(studio) as page:
        area = control(page, TEXT)
        area.evaluate("""(area, [html, plain]) => {
            area.focus(); area.select();
            const data = new DataTransfer();
            data.setData("text/html", html); data.setData("text/plain", plain);
            area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""", [html, plain])
        text = area.input_value()
        for part in wanted:
            assert part in text, text
        note = page.locator(".incollato")
        if html is WORD:
            assert "immagini" in note.inner_text() and "colori" in note.inner_text()
        note.get_by_role("button", name="Incolla come testo semplice").click()
        assert area.input_value() == plain


def test_a_fact_is_found_by_its_words_and_linked(studio, kept):
    with window(studio) as page:
        area = control(page, TEXT)
        area.evaluate("area => { area.focus(); area.value = 'Gli iscritti sono tanti.'; area.setSelectionRange(18, 23) }")
        page.keyboard.press("Control+k")
        dialog = page.locator("dialog.fatti")
        dialog.get_by_label("Parole").fill("iscritti 2020")
        until(page, "document.querySelectorAll('.trovati input').length === 1")
        examine(page, "facts")
        dialog.get_by_role("button", name="Metti nel testo").click()
        wait("the link", lambda: area.input_value() == "Gli iscritti sono [tanti](dato:iscritti@2020).")
        page.keyboard.press("Control+z")
        assert area.input_value() == "Gli iscritti sono tanti."
        page.keyboard.press("Control+k")
        page.keyboard.press("Escape")
        until(page, f"document.activeElement.id === '{TEXT}'")
    # Without scripts the link is on a page to copy it from.
    found = studio.open("2021/?fatti=atto&q=mensa")
    assert "(atto:dgc-2021-10)" in found.text and "deliberazione 10 del 02/03/2021" in found.text


def states(studio):
    """The pages of the studio in every state, by what they are."""
    yield "board", "2021/"
    yield "figures", "2021/?elenco=dati"
    yield "others", "2021/?elenco=altro"
    yield "search", "2021/?q=mensa"
    yield "name", "?nome"
    yield "review", PAGE + "?vista=rilettura"
    yield "publish", "2021/?pubblica"
    yield "invite", "2021/?invita"
    yield "facts", "2021/?fatti=dato&q="
    yield "new achievement", "2021/?nuovo=realizzazione"
    yield "new act", "2021/?nuovo=atto&citazione=DGC+10"
    yield "form", PAGE
    yield "new entry", PAGE + "?nuova=tappe#nuova"
    yield "grid", "2021/indicatore/iscritti"
    yield "register entry", "2021/atti/dgc-2021-10"
    yield "edition", "2021/edizione"
    yield "site", "-/sito"
    yield "text", PAGE + "?vista=testo"
    yield "versions", PAGE + "?vista=versioni"
    yield "pictures", "2021/?immagini"
    yield "document", "2021/?importa"
    yield "deletion", PAGE + "?vista=elimina"
    yield "missing", "2021/niente"


def test_a_problem_leads_to_its_words_and_puts_what_could_stand_there(studio, kept):
    with window(studio) as page:
        area = control(page, TEXT)
        area.fill("Uno iscriti qui.\n\nGli iscritti\nsono [352](dato:iscriti@2021) nel 2021, e\u200b basta.")
        area.blur()
        place = page.locator(f'[id="m.{TEXT[2:]}"]')
        item = place.locator("li", has_text="iscriti").first
        item.get_by_role("button", name="Vai al punto").click()
        selected = "(() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); })()"
        until(page, f"document.activeElement.id === '{TEXT}'")
        assert page.evaluate(selected) == "dato:iscriti@2021" and page.evaluate("document.activeElement.selectionStart") > 20
        item.get_by_role("button", name="Metti «iscritti»").click()
        assert "dato:iscritti@2021" in area.input_value() and "Uno iscriti qui" in area.input_value()
        # What is mended goes, and comes back with Ctrl-Z.
        until(page, f"!document.getElementById('m.{TEXT[2:]}').textContent.includes('Metti')")
        page.keyboard.press("Control+z")
        assert "dato:iscriti@2021" in area.input_value()
        place.locator("li", has_text="invisibile").get_by_role("button", name="Togli").click()
        assert "\u200b" not in area.input_value()


def test_what_a_field_says_by_itself_is_there_before_all_checks_are(studio, kept):
    with window(studio) as page:
        answers = []
        page.on("request", lambda request: answers.append(request.post_data or ""))
        control(page, "f.stato_al").fill("2021-13-45")
        control(page, "f.stato_al").blur()
        until(page, "document.getElementById('m.stato_al').textContent.includes('Errore')")
        until(page, "document.getElementById('esito').textContent.includes('problema')")
        kinds = [kind for text in answers for kind in ("campo", "controlla") if f"azione={kind}" in text]
        assert kinds[:2] == ["campo", "controlla"]
    # Alone it says what is of the form, and nothing that hangs on other files.
    def told(action, **fields):
        form = studio.open(PAGE).form
        # What was typed above is there as a draft.
        for name, value in {"stato_al": "2021-12-31", **fields}.items():
            form.set("f." + name, value)
        body = urllib.parse.urlencode([*form.pairs, ("azione", action)]).encode()
        return json.loads(studio.post(form.action, body)[2])["campi"]

    assert "Errore" in told("campo", stato_al="boh")["stato_al"]
    link = {TEXT[2:]: "Sono [1](dato:niente@2021)."}
    assert TEXT[2:] not in told("campo", **link) and "niente" in told("controlla", **link)[TEXT[2:]]


def test_the_guide_lists_the_keys_and_gives_the_focus_back(studio, kept):
    with window(studio) as page:
        page.locator("h1").click()
        page.keyboard.press("?")
        assert page.locator("dialog[open]").get_by_text("Ctrl-K").is_visible()
        examine(page, "the guide")
        page.keyboard.press("Escape")
        assert page.locator("dialog[open]").count() == 0
        control(page, TEXT).focus()
        page.keyboard.type("?")
        assert page.locator("dialog[open]").count() == 0, "in a text it is a letter"


def test_a_date_is_said_again_as_it_was_understood(studio, kept):
    with window(studio) as page:
        echo = page.locator('[id="e.stato_al"]')
        assert echo.inner_text() == "→ venerdì 31 dicembre 2021"
        control(page, "f.stato_al").fill("1/3/2022")
        control(page, "f.stato_al").blur()
        until(page, "document.getElementById('e.stato_al').textContent === '→ martedì 1° marzo 2022'")
        assert "e.stato_al" in control(page, "f.stato_al").get_attribute("aria-describedby")
        # A register that has not what is wanted is one step away, in a window of its own.
        link = page.locator('[id="ufficio"]').get_by_role("link")
        assert link.get_attribute("href") == "/_studio/2021/?nuovo=ufficio" and link.get_attribute("target") == "nuovo"


@pytest.mark.parametrize("options", [{}, {"width": 320}, {"forced_colors": "active"}, {"color_scheme": "dark"}],
                         ids=["wide", "320", "forced", "dark"])
def test_every_page_is_accessible(studio, kept, options):
    for name, path in states(studio):
        with window(studio, path, **options) as page:
            examine(page, name)


def examine(page, name):
    page.evaluate(AXE)
    result = page.evaluate("tags => axe.run(document, { runOnly: tags, iframes: false })", TAGS)
    found = [(one["id"], one["nodes"][0]["html"][:200], one["nodes"][0].get("failureSummary", "")[:300]) for one in result["violations"]]
    assert not found, (name, found)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
    assert page.evaluate("document.querySelectorAll('h1').length") == 1, name


def test_the_pages_after_a_mistake_are_accessible(studio, kept):
    # What cannot be saved.
    with window(studio) as page:
        control(page, "f.titolo").fill(" ")
        page.get_by_role("button", name="Salva", exact=True).last.click()
        page.wait_for_selector("#problemi a")
        assert page.title().startswith("Errore:")
        until(page, "document.activeElement.id === 'problemi'")
        examine(page, "refused")
        page.locator("#problemi a").first.click()
        assert page.evaluate("location.hash") == "#titolo"
    # What two changed.
    with window(studio) as page:
        with window(studio) as other:
            control(other, "f.titolo").fill("Altri")
            other.keyboard.press("Control+s")
            other.wait_for_url("**fatto=**")
        control(page, "f.titolo").fill("Noi")
        page.get_by_role("button", name="Salva", exact=True).last.click()
        page.wait_for_selector("#conflitti")
        page.wait_for_load_state()
        until(page, "document.activeElement.id === 'conflitti'")
        examine(page, "conflict")


def test_a_whole_edit_with_the_keyboard_alone(studio, kept):
    with window(studio, "2021/") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Vai al contenuto"
        for _ in range(60):
            page.keyboard.press("Tab")
            if "Una nuova mensa" in page.evaluate("document.activeElement.textContent"):
                break
        page.keyboard.press("Enter")
        page.wait_for_url("**/nuova-mensa")
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "f.in_breve":
                break
        page.keyboard.press("Control+a")
        page.keyboard.type("Scritto con la tastiera.")
        page.keyboard.press("Control+s")
        page.wait_for_url("**fatto=salvato**")
    assert "in_breve: Scritto con la tastiera." in studio.read(FILE)


def test_a_save_stays_where_one_is(studio, kept):
    with window(studio) as page:
        page.evaluate("""() => {
          window.isSame = true;
          const ask = window.fetch;
          window.fetch = async (...all) => {
            const answer = await ask(...all);
            await new Promise((done) => setTimeout(done, 400));
            return answer;
          };
        }""")
        area = control(page, TEXT)
        frame = page.frame_locator(".accanto iframe")
        frame.locator("bilancio-anteprima").wait_for(state="attached")
        area.evaluate("area => { area.focus(); area.setSelectionRange(area.value.length, area.value.length) }")
        page.keyboard.type(" Una frase.")
        top = "document.activeElement.getBoundingClientRect().top"
        bars, place = page.locator(".strumenti").count(), page.evaluate(top)
        page.keyboard.press("Control+s")
        page.wait_for_selector("#modulo[aria-busy]")
        page.keyboard.type(" Mentre salva.")
        page.wait_for_selector("#modulo:not([aria-busy])")
        assert "Salvato." in page.locator("#esito").inner_text() and page.evaluate("window.isSame")
        assert area.input_value().endswith(" Una frase. Mentre salva.")
        assert page.evaluate("document.activeElement.id") == TEXT and abs(page.evaluate(top) - place) < 30
        assert page.locator(".strumenti").count() == bars and page.locator("#modulo [name=w]").count() == 1
        assert "Una frase." in studio.read(FILE) and "Mentre salva." not in studio.read(FILE)
        frame.get_by_text("Una frase.").first.wait_for()
        examine(page, "saved in place")
        # What came meanwhile is kept and saved with the next one; the last one is taken back by its button.
        wait("the draft", lambda: list(studio.state.rglob("bozze/*/*")))
        page.keyboard.press("Control+s")
        page.wait_for_selector("#modulo[aria-busy]")
        page.wait_for_selector("#modulo:not([aria-busy])")
        assert "Una frase. Mentre salva." in studio.read(FILE)
        assert not list(studio.state.rglob("bozze/*/*"))
        page.get_by_role("button", name="Annulla", exact=True).click()
        page.wait_for_url("**fatto=annullato**")
    assert "Una frase." in studio.read(FILE) and "Mentre salva." not in studio.read(FILE)


def test_a_save_in_place_shows_new_entries_and_loses_nothing_when_the_studio_is_gone(studio, kept):
    with window(studio, PAGE + "?nuova=azioni") as page:
        new = page.locator("#modulo [name^='n.azioni']")
        for name in new.evaluate_all("all => all.filter((one) => one.checkVisibility() && /text/.test(one.type)).map((one) => one.name)"):
            page.locator(f'[name="{name}"]').fill("Voce nuova")
        page.keyboard.press("Control+s")
        page.wait_for_url("**fatto=salvato**")
        page.wait_for_selector("#modulo:not([aria-busy])")
        assert "Voce nuova" in studio.read(FILE) and new.count() == 0
        assert "Voce nuova" in page.locator("#azioni").inner_text()
        page.route("**/nuova-mensa", lambda route: route.abort())
        control(page, "f.titolo").fill("Un titolo senza studio")
        page.keyboard.press("Control+s")
        until(page, "document.querySelector('#esito').textContent.includes('non risponde')")
        assert control(page, "f.titolo").input_value() == "Un titolo senza studio"
