#!/usr/bin/env python3
"""Measures `bilancio studio`: how long a form takes to open, to be checked, to be saved, and what saving takes of memory.

    .ci/python Benchmarks/studio.py [--bilancio PROGRAM] [--pages 200,2000] [--saves 300]

The checks are measured twice: what the server needs, and from leaving a field to the message beside it in Chromium.
"""

import argparse
import contextlib
import html.parser
import itertools
import http.client
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from playwright.sync_api import sync_playwright

from preview import HERE, ROOT, Preview

GOALS = {"save": {200: 100, 2000: None}, "field": {200: 30, 2000: 30}, "form": {200: 50, 2000: 50}, "check": {200: 100, 2000: 400}, "message": {200: 100, 2000: 400}}


class Form(html.parser.HTMLParser):
    """The names and values that a browser without scripts sends."""

    def __init__(self, text):
        super().__init__()
        self.pairs, self.area, self.select = [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "input" and "name" in values and (values.get("type") not in ("radio", "checkbox") or "checked" in values):
            self.pairs.append((values["name"], values.get("value", "")))
        if tag == "textarea":
            self.area = [values["name"], ""]
        if tag == "select":
            self.select = [values["name"], ""]
        if tag == "option" and self.select and "selected" in values:
            self.select[1] = values["value"]

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.pairs.append((self.area[0], self.area[1].removeprefix("\n").replace("\n", "\r\n")))
            self.area = None
        if tag == "select" and self.select:
            self.pairs.append(tuple(self.select))
            self.select = None


class Studio(Preview):
    def __init__(self, program, content, state):
        self.lines = []
        self.process = subprocess.Popen(
            [program, "studio", "--senza-browser", "--port", "0", "--content", content], cwd=ROOT, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env={"PATH": "/usr/bin:/bin", "XDG_STATE_HOME": state},
        )
        threading.Thread(target=self._read, daemon=True).start()
        entrance = self.wait(r"http://127\.0\.0\.1:(\d+)(/_studio/entra\?chiave=\w+)")
        self.port = int(entrance.group(1))
        self.wait(r"pagine, \d+ ms")
        self.cookie = self.ask("GET", entrance.group(2))[1]["set-cookie"].split(";")[0]

    def ask(self, method, path, body=None, cookie=None):
        headers = {"Cookie": cookie} if cookie else {}
        if body is not None:
            headers |= {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text

    def get(self, path):
        return self.ask("GET", path, cookie=self.cookie)

    def post(self, path, pairs, action):
        return self.ask("POST", path, urllib.parse.urlencode([*pairs, ("azione", action)]), self.cookie)


@contextlib.contextmanager
def studio(program, pages):
    """A studio of so many generated pages, with the address of the form of one of them."""
    with tempfile.TemporaryDirectory() as work:
        content = pathlib.Path(work) / "content"
        subprocess.run([sys.executable, HERE / "generate.py", str(pages), content], check=True, stdout=subprocess.DEVNULL)
        running = Studio(program, str(content), work)
        board = running.get("/_studio/")[1]["location"]
        links = re.findall(r'href="(/_studio/[^"?]*/realizzazione/[^"?]*)"', running.get(board)[2])
        try:
            yield running, board, links[len(links) // 2]
        finally:
            running.stop()


def timed(work, runs):
    times = []
    for _ in range(runs + 2):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return times[2:]


def line(name, times, goal):
    print(f"| {name}, ms | **{statistics.median(times):.0f}** | {min(times):.0f}–{max(times):.0f} "
          f"| {'–' if goal is None else f'< {goal}'} |", flush=True)


def to_message(running, path, runs, chromium):
    """From leaving a field to the message beside it."""
    context = chromium.new_context()
    name, value = running.cookie.split("=")
    context.add_cookies([{"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}])
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{running.port}{path}")
    times = []
    for number in range(runs + 2):
        times.append(page.evaluate("""async wrong => {
          const control = document.getElementById("f.stato_al"), list = document.getElementById("m.stato_al");
          const seen = new Promise((done) => new MutationObserver(() => done(performance.now()))
            .observe(list, { childList: true, attributes: true }));
          control.value = wrong ? "2021-13-45" : "2021-12-31";
          const start = performance.now();
          control.dispatchEvent(new Event("change", { bubbles: true }));
          return await seen - start;
        }""", number % 2 == 0))
        page.wait_for_timeout(300)
    context.close()
    return times[2:]


def middle(element):
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def to_preview(running, path, runs, chromium, hand):
    """From the button that saves to the new words in the page beside the form, and to the form that says that it is saved.

    With a hand the button is pressed with a mouse, for as long as a finger holds it down, and the time begins when it is let go:
    the field was left by then and checked. Without one the button is clicked by the page itself, and nothing was checked.
    """
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    name, value = running.cookie.split("=")
    context.add_cookies([{"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}])
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{running.port}{path}")
    first, last = [], []
    seen = """words => document.querySelector("iframe")?.contentDocument?.body?.innerText.includes(words)
      && performance.timeOrigin + performance.now()"""
    for number in range(runs + 2):
        # What was begun is over: pages are looked at, marks are made.
        page.wait_for_timeout(1500)
        words = f"Parole numero {number}."
        page.locator("[id='f.in_breve']").fill(words)
        page.evaluate("document.querySelector('#esito').textContent = ''")
        page.evaluate("""addEventListener("click", () => window.saved = performance.timeOrigin + performance.now(),
          { capture: true, once: true })""")
        if hand:
            page.mouse.move(*middle(page.locator("button.primo[value=salva]")))
            page.mouse.down()
            page.wait_for_timeout(80)
            page.mouse.up()
        else:
            page.evaluate("() => document.querySelector('button.primo[value=salva]').click()")
        there = page.wait_for_function(seen, arg=words, polling=2).json_value()
        start = page.evaluate("window.saved")
        first.append(there - start)
        last.append(page.wait_for_function("""() => document.querySelector('#esito')?.textContent.includes('Salvato')
          && performance.timeOrigin + performance.now()""", polling=2).json_value() - start)
    context.close()
    return first[2:], last[2:]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bilancio", type=pathlib.Path, default=ROOT / ".build/release/bilancio")
    parser.add_argument("--pages", default="200,2000")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--saves", type=int, default=300)
    arguments = parser.parse_args()
    program = str(arguments.bilancio.resolve())

    print("## Studio\n\n| | median | min–max | goal |\n| --- | ---: | ---: | ---: |")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for pages in map(int, arguments.pages.split(",")):
            with studio(program, pages) as (running, board, path):
                at = f"at {pages:,} pages"
                pairs = Form(running.get(path)[2]).pairs
                number = itertools.count()

                def changed():
                    """Another text each time: what is known already takes no time."""
                    return [(name, f"{value}{next(number)}" if name == "f.in_breve" else value) for name, value in pairs]

                line(f"the board opens {at}", timed(lambda: running.get(board), arguments.runs), None)
                line(f"a form opens {at}", timed(lambda: running.get(path), arguments.runs), GOALS["form"].get(pages))
                line(f"a field is checked by itself {at}", timed(lambda: running.post(path, changed(), "campo"), arguments.runs),
                     GOALS["field"].get(pages))
                line(f"all checks of a page {at}", timed(lambda: running.post(path, changed(), "controlla"), arguments.runs),
                     GOALS["check"].get(pages))
                line(f"from a field that is left to its message {at}", to_message(running, path, arguments.runs, chromium),
                     GOALS["message"].get(pages))
                for hand, how in [(True, "by mouse"), (False, "without a check before")]:
                    first, last = to_preview(running, path, arguments.runs, chromium, hand)
                    line(f"from a save {how} to the new words beside it {at}", first, GOALS["save"].get(pages))
                    line(f"from a save {how} to the form that says so {at}", last, None)
        chromium.close()
    if arguments.saves:
        with studio(program, 200) as (running, board, path):
            sizes, times = [], []
            for number in range(arguments.saves):
                pairs = [(name, f"Numero {number}." if name == "f.in_breve" else value)
                         for name, value in Form(running.get(path)[2]).pairs]
                start = time.perf_counter()
                assert running.post(path, pairs, "salva")[0] == 303
                times.append(1000 * (time.perf_counter() - start))
                sizes.append(running.status("VmRSS"))
            line("a save, until the page of after it is known", times, None)
            span = max(1, len(sizes) // 10)
            first, last = (statistics.median(part) / 1e6 for part in (sizes[span:2 * span], sizes[-span:]))
            print(f"| resident after {len(sizes):,} saves, MB | **{last:.0f}** | {first:.0f} in the second tenth | no growth |")


if __name__ == "__main__":
    main()
