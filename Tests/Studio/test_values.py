"""Every field of text takes every odd value: the file says it, another reader of YAML reads it, and nothing else moves."""

import html
import re

import pytest
import yaml

from .studio import Studio
from .test_browser import control, window

FORMS = {
    "2021/realizzazione/scuole/nuova-mensa": "2021/1-scuole/1-nuova-mensa.md",
    "2021/obiettivo/scuole": "2021/1-scuole/obiettivo.yml",
    "2021/indicatore/iscritti": "2021/iscritti.yml",
    "2021/edizione": "2021/edizione.yml",
    "2021/atti/dgc-2021-10": "2021/atti.yml",
    "2021/uffici/scuola": "2021/uffici.yml",
    "-/sito": "sito.yml",
}

ODD = [
    "no", "~", "null", "1.234", "0x1F", "12:30", "2021-01-01", "- elenco", "# titolo", "a: b", "chiave: [", "{a", "* ancora", "&a", "!t",
    "|", ">", "%x", "@x", "`x`", "'", '"', "\"a\" 'b'", "a # b", "a #b", "\\n", "tre\\", "è «così» – …", "a\u00a0b", "😀 e\u0301", "<b>&amp;</b>",
    "{{titolo}}", "--- fine", "x" * 100, "... e poi", "? a", "a:", ": a", ", a", "] a", "}", "=1+1",
]


@pytest.fixture(scope="module")
def studio():
    with Studio() as studio:
        yield studio


def texts(page):
    """The names of the fields that hold text: controls with a length, and texts in lines."""
    controls = re.findall(r"<(?:textarea|input)\b[^>]*>", page.text)
    found = [control for control in controls if "data-massimo" in control or control.startswith("<textarea")]
    names = [html.unescape(re.search(r'name="([^"]*)"', control).group(1)) for control in found]
    lists = {name[2:] for name in page.form.names("l.")}
    names = [name for name in names if name.startswith("f.") and name[2:] not in lists and not name.endswith(".id")]
    # Without its theme nothing is made: below.
    return [name for name in names if name != "f.tema"]


def read(studio, path):
    text = studio.read(path)
    if not path.endswith(".md"):
        return yaml.load(text, yaml.BaseLoader), None
    head, body = text.removeprefix("---\n").split("\n---\n", 1)
    return yaml.load(head, yaml.BaseLoader), body


def flat(value, start=""):
    """Every text of a file, by where it stands."""
    if isinstance(value, dict):
        return {name: text for key, one in value.items() for name, text in flat(one, f"{start}.{key}").items()}
    if isinstance(value, list):
        return {name: text for number, one in enumerate(value) for name, text in flat(one, f"{start}.{number}").items()}
    # A text in a block ends its last line.
    return {start: value.removesuffix("\n")}


def last(name):
    """The field's own name, without those above it and the number of an entry."""
    return [part for part in name.split(".") if not part.isdigit()][-1]


@pytest.mark.parametrize("address", FORMS)
def test_a_text_takes_every_odd_value_and_another_reader_reads_it(studio, address):
    path = FORMS[address]
    before = studio.read(path)
    page = studio.open(address)
    names = texts(page)
    assert names, address
    start = flat(read(studio, path)[0])
    for value in ODD:
        form = studio.open(address).form
        for name in names:
            form.set(name, value)
        after = studio.send(form)
        again = studio.open(address).form
        fields, body = read(studio, path)
        now = flat(fields)
        for name in names:
            refused = f'href="#{html.escape(name[2:])}"' in after.text and "non salvato" in after.text
            # What cannot be written stays in the form that says so.
            kept = after.form[name] if refused else again[name]
            assert kept == [value], (address, name, value, kept)
        changed = {name for name in now.keys() | start.keys() if now.get(name) != start.get(name)}
        said = {now[name] for name in changed if name in now}
        assert said <= {value}, (address, value, said)
        assert {last(name) for name in changed} <= {last(name) for name in names}, (address, value, changed)
        if body is not None:
            assert body.strip() == value, (address, value, body)
        studio.write(before, path)


@pytest.mark.parametrize("address", FORMS)
def test_a_browser_writes_every_odd_value_as_it_was_typed(studio, chromium, address):
    path = FORMS[address]
    before = studio.read(path)
    names = texts(studio.open(address))
    start = flat(read(studio, path)[0])
    studio.chromium = chromium
    with window(studio, address) as page:
        # Each form takes some of them, and all of them together all.
        for value in ODD[list(FORMS).index(address)::len(FORMS)]:
            page.goto(studio.url + "_studio/" + address)
            # Fields that can be left out are folded away.
            page.evaluate("document.querySelectorAll('#modulo details').forEach((one) => (one.open = true))")
            for name in names:
                control(page, name).fill(value)
            page.locator("#modulo button.primo").first.click()
            page.wait_for_selector("#modulo:not([aria-busy])")
            wrong = [name for name in names if control(page, name).input_value() != value]
            assert not wrong, (address, wrong, value)
            fields, body = read(studio, path)
            now = flat(fields)
            changed = {name for name in now.keys() | start.keys() if now.get(name) != start.get(name)}
            assert {now[name] for name in changed if name in now} <= {value}, (address, value)
            assert body is None or body.strip() == value, (address, value, body)
            studio.write(before, path)


def test_a_theme_that_is_not_there_locks_nobody_out(studio):
    before = studio.read("sito.yml")
    studio.send(studio.open("-/sito").form.set("f.tema", "perduto"))
    page = studio.open("2021/")
    assert page.status == 503 and "perduto" in page.text and "/_studio/-/sito" in page.text
    studio.send(studio.open("-/sito").form.set("f.tema", ""))
    assert studio.read("sito.yml") == before
    assert studio.open("2021/").status == 200
