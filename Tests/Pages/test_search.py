"""The search of an edition: what it finds, how fast it is there, and that it keeps every promise of the pages."""

import contextlib
import dataclasses
import gzip
import json
import random
import re
import shutil
import subprocess
import sys
import unicodedata
import urllib.parse

import pytest

from program import PROGRAM, ROOT

from . import axe, firefox
from .pages import Site
from .policy import STORED, WATCH
from .server import Server
from .sites import Listed

HOSTILE = "<script>alert(1)</script> \"); alert(2); (\" & <b>"
# What a question and its first ten results may load, as a server sends it.
FILES, BYTES = 16, 100_000
# What stands on a list, at a place of its own; all else is a page.
ENTRIES = {"Atto", "Parola", "Fonte", "Ufficio", "Piano"}
# Of a hundred questions so many lead to their page among the first ten.
FOUND = 98


@dataclasses.dataclass
class Searched:
    """A site with one edition, and its index as it lies there."""

    site: Site
    server: Server
    folder: str

    @property
    def url(self):
        return f"{self.server.origin}{self.site.base}{self.folder}"

    @property
    def files(self):
        return sorted((self.site.folder / self.folder).glob("*.js"))

    def lines(self):
        return text(self.site.folder / self.folder / "indice.js").split("\n")

    def rows(self):
        shards = sorted((file for file in self.files if file.name[0] == "t"), key=lambda file: number(file.name))
        return [row.split("\t") for file in shards for row in text(file).split("\n")]


def number(name):
    return int(re.match(r"[pt](\d+)-", name)[1])


def text(file):
    """The text that a file of the index hands to the page."""
    call = file.read_text(encoding="utf-8")
    arguments = re.fullmatch(r"bilancioCerca\((.*)\)\n", call, re.S)[1]
    return json.loads(f"[{arguments}]", strict=False)[1]


def built(folder, content, *options):
    done = subprocess.run([PROGRAM, "build", "--quiet", "--content", content, "--output", folder, *options],
                          cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def small(folder, title):
    """The small content, with one page of a title."""
    content = folder / "content"
    shutil.copytree(ROOT / "Tests/Golden/Base", content)
    page = content / "2021/1-scuole/1-nuova-mensa.md"
    old = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r"(?m)^titolo: .*$", "titolo: '" + title.replace("'", "''") + "'", old), encoding="utf-8")
    return content


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("searched")


@pytest.fixture(scope="module")
def serve():
    with contextlib.ExitStack() as stack:

        def serve(folder, search):
            site = Site(folder, None)
            return Searched(site, stack.enter_context(Server.of(site, with_policy=True)), search)

        yield serve


@pytest.fixture(scope="module")
def edition(folder, serve):
    return serve(built(folder / "edition", ROOT / "content"), "2020/cerca/")


@pytest.fixture(scope="module")
def hundred(folder, serve):
    content = folder / "hundred.content"
    subprocess.run([sys.executable, ROOT / "Benchmarks/generate.py", "100", content], check=True,
                   stdout=subprocess.DEVNULL)
    year = next(path.name for path in content.iterdir() if (path / "edizione.yml").exists())
    return serve(built(folder / "hundred", content), f"{year}/cerca/")


@pytest.fixture(scope="module")
def hostile(folder, serve):
    return serve(built(folder / "hostile", small(folder, HOSTILE)), "2021/cerca/")


@pytest.fixture(params=["edition", "hundred"])
def searched(request):
    return request.getfixturevalue(request.param)


def ask(window, url, question):
    """The state of the page when a question in its address is answered."""
    window.goto(url + "?q=" + urllib.parse.quote(question))
    return answered(window)


def until(window, condition):
    """Waits as the policy allows: a condition that the browser itself looks at again and again is `eval`."""
    for _ in range(500):
        if window.evaluate(condition):
            return
        window.wait_for_timeout(10)
    raise AssertionError(f"never so: {condition}")


def told(window, words):
    """Waits until the page says these words."""
    until(window, f"document.getElementById('cerca-esito').textContent.includes({json.dumps(words)})")


def answered(window):
    until(window, "/[^…]$/.test(document.getElementById('cerca-esito')?.textContent ?? '')")
    return window.inner_text("#cerca-esito")


# Words


@pytest.mark.slow
def test_the_words_of_the_page_are_those_of_the_index(searched, browser):
    """Folding, numbers, initials and stems are the same here and there, over every text of a site."""
    window = browser.window(1280)
    window.goto(searched.url)
    in_page, in_index = window.evaluate(
        """([lines, rows]) => {
             const index = new bilancioCerca.Index('', lines), terms = new Set();
             for (const row of rows) {
               for (const { term } of index.words.in(row.slice(2).join(' \\n '))) if (term !== null) terms.add(term);
             }
             return [[...terms].sort(), [...index.terms].sort()];
           }""", [searched.lines(), searched.rows()])
    assert in_page == in_index
    assert len(in_index) > 300


# What is found


def plain(word):
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def mistyped(word, choice):
    """One letter exchanged, left out, doubled or another, but for the first."""
    at = choice.randrange(1, len(word) - 1)
    kind = choice.randrange(4)
    if kind == 0 and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if kind == 1:
        return word[:at] + word[at + 1:]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + choice.choice([sign for sign in "aeioulnrst" if sign != word[at]]) + word[at + 1:]


def otherwise(word):
    """The same word in another number or gender, as far as its ending says."""
    for ending, other in (("che", "ca"), ("chi", "co"), ("ghi", "go"), ("io", "i"), ("ia", "ie"), ("o", "i"),
                          ("a", "e"), ("e", "i"), ("i", "o")):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + other
    return word


def questions(searched, count):
    """Passages with the words of their title and a rare one of their text, as somebody would ask who read them."""
    rows = searched.rows()
    stop = set(searched.lines()[3].split())
    words = [[word for word in re.findall(r"[^\W\d_]{5,}", row[5]) if plain(word.lower()) not in stop] for row in rows]
    frequency = {}
    for each in words:
        for word in set(map(str.lower, each)):
            frequency[word] = frequency.get(word, 0) + 1
    choice = random.Random(17)
    places = [place for place, row in enumerate(rows) if words[place]]
    for place in choice.sample(places, min(count, len(places))):
        title = [word for word in re.findall(r"[^\W\d_]{5,}", rows[place][2]) if plain(word.lower()) not in stop]
        rare = sorted(set(words[place]), key=lambda word: (frequency[word.lower()], word))[:1]
        kind, address = rows[place][:2]
        yield address if kind in ENTRIES else address.split("#")[0], title[:2] + rare


VARIANTS = {
    "as written": lambda words, choice: words,
    "without accents": lambda words, choice: [plain(word) for word in words],
    "one letter wrong": lambda words, choice: [
        mistyped(word, choice) if word == max(words, key=len) else word for word in words],
    "other number or gender": lambda words, choice: [otherwise(word.lower()) for word in words],
}


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS)
def test_what_was_read_is_found_again(searched, browser, variant, note):
    choice = random.Random(4)
    window = browser.window(1280)
    window.goto(searched.url)
    asked = [(target, " ".join(VARIANTS[variant](words, choice))) for target, words in questions(searched, 300)]
    answers = window.evaluate(
        """async ([name, questions]) => {
             const index = await bilancioCerca.Index.open(name);
             const answers = [];
             for (const question of questions) {
               const { results } = await index.search(question);
               const first = results.slice(0, 10).map(({ document }) => index.passage(document));
               answers.push((await Promise.all(first)).map(({ address }) => address));
             }
             return answers;
           }""", [f"{searched.folder}indice", [question for _, question in asked]])
    missed = [(question, target) for (target, question), found in zip(asked, answers)
              if not any(target in (address, address.split("#")[0]) for address in found)]
    share = 100 * (1 - len(missed) / len(asked))
    note(f"{variant}: {share:.1f} % of {len(asked)} questions")
    assert share >= FOUND, missed[:20]


@pytest.mark.parametrize("question, kind, title", [
    ("delibera 149", "Atto", "149"), ("dati aperti", "Parola", "Dati aperti"),
    ("posizione dati aperti", "Dato", "dati aperti"), ("SPID", "Parola", "SPID"),
    ("servizio innovazione", "Ufficio", "nnovazione"),
])
def test_facts_are_results_of_their_own(edition, browser, question, kind, title):
    window = browser.window(1280)
    ask(window, edition.url, question)
    first = window.inner_text("#cerca-risultati li").split("\n")
    assert first[0].startswith(kind) and title in "\n".join(first), first


def test_a_figure_says_its_value_and_its_year(edition, browser):
    window = browser.window(1280)
    ask(window, edition.url, "posizione dati aperti")
    assert re.fullmatch(r"Dato: .*\d.*\(20\d\d\)", window.inner_text("#cerca-risultati li p"))


# What it loads


@pytest.mark.slow
def test_a_first_question_loads_little(searched, browser, note):
    most = [0, 0]
    for _, words in list(questions(searched, 12)):
        with browser.fresh(1280) as window:
            asked = []
            window.on("request", lambda request: asked.append(urllib.parse.urlsplit(request.url).path))
            ask(window, searched.url, " ".join(words))
        scripts = [searched.site.file(path) for path in asked if path.endswith(".js")]
        sizes = [len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in scripts]
        most = [max(most[0], len(sizes)), max(most[1], sum(sizes))]
    note(f"first question: {most[0]} files, {most[1]:,} bytes (gzip) at most")
    assert most[0] <= FILES and most[1] <= BYTES


def test_a_page_that_is_only_read_loads_none_of_it(edition, browser):
    with browser.fresh(1280) as window:
        asked = []
        window.on("request", lambda request: asked.append(request.url))
        window.goto(f"{edition.server.origin}{edition.site.base}2020/", wait_until="networkidle")
        assert not [url for url in asked if "/cerca" in url]
        window.goto(edition.url, wait_until="networkidle")
        assert not [url for url in asked if "/cerca/" in url and url.endswith(".js")]


# How it behaves


@pytest.fixture(params=["server", "disk"])
def place(request, edition, folder):
    """The page of search, from a server with the policy as a header, and from the disk."""
    if request.param == "server":
        return edition.url
    made = folder / "disk"
    if not made.exists():
        built(made, ROOT / "content", "--relative")
    return f"file://{made}/2020/cerca/index.html"


RESULTS = ("JSON.stringify([document.getElementById('cerca-esito').textContent, "
           "...[...document.querySelectorAll('#cerca-risultati a')].map(link => link.href)])")


@pytest.fixture(scope="module")
def fox():
    with firefox.running() as window:
        yield window


@pytest.mark.slow
def test_firefox_finds_the_same(place, browser, fox):
    asked = ["piano triennale", "posizione dati aperti", "delibera 149", "servizi in rete", "perche'", "digitalizazione",
             "niente di niente qui", "SPID"]
    window = browser.window(1280)
    for question in asked:
        ask(window, place, question)
        fox.goto(place + "?q=" + urllib.parse.quote(question))
        fox.until("/[^…]$/.test(document.getElementById('cerca-esito')?.textContent ?? '')")
        assert fox.evaluate(RESULTS) == window.evaluate(RESULTS), question


@pytest.mark.slow
def test_the_words_in_firefox_are_those_of_the_index(edition, fox):
    fox.goto(edition.url)
    given = json.dumps([edition.lines(), edition.rows()])
    in_page = fox.evaluate(f"""(([lines, rows]) => {{
        const index = new bilancioCerca.Index('', lines), terms = new Set();
        for (const row of rows) {{
          for (const {{ term }} of index.words.in(row.slice(2).join(' \\n '))) if (term !== null) terms.add(term);
        }}
        return JSON.stringify([[...terms].sort(), [...index.terms].sort()]);
      }})({given})""")
    in_page, in_index = json.loads(in_page)
    assert in_page == in_index and len(in_index) > 300


def test_the_policy_holds_and_nothing_is_kept(place, browser):
    with browser.fresh(1280) as window:
        wrong, elsewhere = [], []
        window.on("pageerror", lambda error: wrong.append(str(error)))
        window.on("request", lambda request: elsewhere.append(request.url))
        window.add_init_script(WATCH)
        ask(window, place, "piano triennale")
        window.click("#cerca-risultati a")
        window.go_back()
        answered(window)
        assert window.evaluate("violations") == [] and wrong == []
        start = place.split("/2020/")[0]
        assert [url for url in elsewhere if not url.startswith(start)] == []
        if not place.startswith("file:"):
            assert window.evaluate(STORED) == []


def test_it_is_used_with_the_keyboard_and_the_way_back_leads_to_the_results(place, browser):
    with browser.fresh(320) as window:
        window.goto(place.split("2020/")[0] + "2020/" + place.split("2020/cerca/")[1])
        while window.evaluate("document.activeElement.id") != "cerca-in-testa":
            window.keyboard.press("Tab")
        window.keyboard.type("piattaforme")
        window.keyboard.press("Enter")
        window.wait_for_url("**/cerca/**")
        said = answered(window)
        assert re.match(r"\d+ risultati per «piattaforme»\.", said), said
        assert window.get_attribute("#cerca-esito", "role") == "status"
        # To the first result, there, and back to all of them.
        window.focus("#cerca")
        for _ in range(10):
            window.keyboard.press("Tab")
            if window.evaluate("document.activeElement.matches('#cerca-risultati a')"):
                break
        address = window.evaluate("document.activeElement.href")
        window.keyboard.press("Enter")
        window.wait_for_url(address)
        window.go_back()
        assert answered(window) == said
        assert window.input_value("#cerca") == "piattaforme"


def test_what_is_typed_is_found_before_it_is_whole_and_the_address_says_it(place, browser):
    with browser.fresh(1280) as window:
        window.goto(place)
        window.focus("#cerca")
        window.keyboard.type("piattaf")
        told(window, "«piattaf».")
        assert "piattaforme" in window.inner_text("#cerca-risultati").lower()
        assert window.evaluate("new URLSearchParams(location.search).get('q')") == "piattaf"
        window.keyboard.type("orme")
        window.keyboard.press("Enter")
        told(window, "piattaforme")
        window.fill("#cerca", "spid")
        window.keyboard.press("Enter")
        told(window, "spid")
        window.go_back()
        told(window, "piattaforme")


def test_there_are_more_results_for_who_asks(hundred, browser):
    window = browser.window(1280)
    said = ask(window, hundred.url, "comune")
    count = int(re.match(r"[\d.]+", said)[0].replace(".", ""))
    assert count > 20
    assert window.locator("#cerca-risultati li").count() == 10
    window.click("#cerca-risultati button")
    until(window, "document.querySelectorAll('#cerca-risultati li').length === 20")
    assert window.evaluate("document.activeElement === document.querySelectorAll('#cerca-risultati li a')[10]")


@pytest.mark.parametrize("question, answer", [
    ("zzzzqqq", "Nessun risultato per «zzzzqqq»."), ("il della", "parola troppo comune"),
    ("<img src=x onerror=alert(1)>", "«<img src=x onerror=alert(1)>»"),
    ("piatafforme", "parole simili"), ("{count} {query}", "«{count} {query}»"),
])
def test_what_is_asked_is_answered_in_words(edition, browser, question, answer):
    window = browser.window(1280)
    assert answer in ask(window, edition.url, question)
    assert window.locator("#cerca-esito *").count() == 0


def test_a_hostile_title_is_text(hostile, browser):
    with browser.fresh(1280) as window:
        wrong = []
        window.on("dialog", lambda dialog: wrong.append(dialog.message) or dialog.dismiss())
        window.on("pageerror", lambda error: wrong.append(str(error)))
        ask(window, hostile.url, "alert")
        assert window.inner_text("#cerca-risultati li h3").startswith(HOSTILE)
        assert window.locator("#cerca-risultati script, #cerca-risultati b").count() == 0
        assert not wrong


def test_a_file_that_does_not_come_is_told(edition, browser):
    with browser.fresh(1280) as window:
        window.route(re.compile(r"/cerca/t\d+-"), lambda route: route.abort())
        assert "Ricarica la pagina" in ask(window, edition.url, "piano")
        window.unroute_all()
        window.fill("#cerca", "piano triennale")
        told(window, "risultati")


def test_without_a_script_the_form_leads_to_the_index_from_a_to_z(edition, browser):
    window = browser.window(320, scripts=False)
    window.goto(f"{edition.server.origin}{edition.site.base}2020/")
    window.fill("#cerca-in-testa", "asilo")
    window.press("#cerca-in-testa", "Enter")
    assert window.url.endswith("/2020/cerca/?q=asilo")
    assert "indice A–Z" in window.inner_text("#cerca-senza")
    window.click("#indice-a-z a[href='#lettera-p']")
    link = window.locator("#lettera-p + ul a").first
    link.click()
    assert "/2020/" in window.url and "/cerca/" not in window.url


@pytest.mark.parametrize("width", [320, 1280])
def test_the_results_hold_what_pages_promise(edition, browser, width):
    window = browser.window(width, bypass=True)
    ask(window, edition.url, "piano")
    window.evaluate(axe.source())
    violations = window.evaluate(
        "async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags}})).violations"
        ".flatMap(each => each.nodes.map(node => [each.id, node.html, node.failureSummary]))", axe.TAGS)
    assert violations == []
    assert window.evaluate("document.documentElement.scrollWidth") <= width


def test_other_editions_are_asked_the_same(folder, serve, browser):
    site = Listed("anni").built(folder)
    years = sorted(path.parent.parent.name for path in site.glob("*/cerca/index.html"))
    assert len(years) > 1
    searched = serve(site, f"{years[-1]}/cerca/")
    window = browser.window(1280)
    ask(window, searched.url, "mensa")
    links = window.eval_on_selector_all("#cerca-altrove a", "all => all.map(link => link.href)")
    assert [re.search(r"/(\w+)/cerca/\?q=mensa$", link)[1] for link in links] == years[-2::-1]
    window.goto(links[0])
    assert "mensa" in answered(window)


def test_in_english_it_speaks_and_stems_english(folder, serve, browser):
    content = folder / "english"
    shutil.copytree(ROOT / "Tests/Golden/Base", content)
    site = content / "sito.yml"
    site.write_text(site.read_text(encoding="utf-8") + "lingua: en\n", encoding="utf-8")
    page = content / "2021/1-scuole/1-nuova-mensa.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNew policies for the schools.\n", encoding="utf-8")
    searched = serve(built(folder / "english.site", content), "2021/search/")
    window = browser.window(1280)
    assert re.match(r"\d+ results? for “school policy”\.", ask(window, searched.url, "school policy"))
    assert window.locator("#cerca-risultati mark").count() >= 2
