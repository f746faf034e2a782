#!/usr/bin/env python3
"""Measures `bilancio preview`: from a save to the changed pixels in a real browser, its rest, its memory.

    .ci/python Benchmarks/preview.py [--bilancio PROGRAM] [--pages 200,2000] [--rebuilds 1000]

A file is written, and the clock stops when the frame that shows its new words has been painted.
"""

import argparse
import contextlib
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
GOALS = {200: 100, 2000: 400}  # ms
IDLE_GOAL = 0.5  # percent of one core
IDLE_SECONDS = 10
GROWTH_GOAL = 10  # percent between the first and the last hundred rebuilds

# Resolves with the time at which the frame with the words had been painted, in ms since 1970.
PAINTED = """word => { window.painted = new Promise((done) => {
  const observer = new MutationObserver(() => {
    if (!document.body.textContent.includes(word)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.timeOrigin + performance.now());
      channel.port2.postMessage(0);
    });
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}) }"""


class Preview:
    def __init__(self, program, content):
        self.lines = []
        self.process = subprocess.Popen(
            [program, "preview", "--port", "0", "--content", content], cwd=ROOT, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line)

    def wait(self, pattern, count=1):
        """The match of the `count`th line that has the pattern."""
        end = time.monotonic() + 60
        while True:
            found = [match for line in list(self.lines) if (match := re.search(pattern, line))]
            if len(found) >= count:
                return found[count - 1]
            if time.monotonic() > end:
                sys.exit(f"the preview did not say {pattern!r}: {self.lines[-3:]}")
            time.sleep(0.001)

    @property
    def url(self):
        return self.wait(r"http://127\.0\.0\.1:\d+/").group(0)

    def status(self, name):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+)", text).group(1)) * 1024

    @property
    def processor_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


@contextlib.contextmanager
def preview(program, pages):
    """A preview of so many generated pages, with the file and the address of one of them."""
    with tempfile.TemporaryDirectory() as work:
        content = pathlib.Path(work) / "content"
        subprocess.run([sys.executable, HERE / "generate.py", str(pages), content], check=True, stdout=subprocess.DEVNULL)
        running = Preview(program, str(content))
        running.wait(r"pagine, \d+ ms")
        file = sorted(path for path in content.rglob("*.md") if "contesto" not in path.parts)[pages // 20]
        with urllib.request.urlopen(running.url + "_preview/") as answer:
            rows = answer.read().decode("utf-8").split("<tr>")
        row = next(row for row in rows if file.name in row)
        address = re.search(r'<a href="/([^"]*)"', row).group(1)
        try:
            yield running, file, address
        finally:
            running.stop()


def to_pixels(program, pages, runs, chromium):
    """Milliseconds from each save to the painted frame."""
    with preview(program, pages) as (running, file, address):
        window = chromium.new_page(viewport={"width": 1280, "height": 900})
        window.goto(running.url + address)
        window.wait_for_timeout(1000)
        text = file.read_text(encoding="utf-8")
        times = []
        for number in range(runs + 2):
            word = f"salvataggio{number}di{pages}"
            window.evaluate(PAINTED, word)
            start = time.time() * 1000
            file.write_text(f"{text}\nQui il {word} finisce.\n", encoding="utf-8")
            times.append(window.evaluate("() => window.painted") - start)
            window.wait_for_timeout(pages // 2 + 300)
        window.close()
        # The first two warm the browser up.
        return times[2:]


def at_rest(program, pages):
    """Percent of one core that a preview takes with nothing to do."""
    with preview(program, pages) as (running, _, _):
        time.sleep(1)
        before = running.processor_seconds
        time.sleep(IDLE_SECONDS)
        return 100 * (running.processor_seconds - before) / IDLE_SECONDS


def memory(program, pages, rebuilds):
    """Resident bytes after each of so many rebuilds, every one of which is waited for."""
    with preview(program, pages) as (running, file, _):
        text = file.read_text(encoding="utf-8")
        sizes = []
        for number in range(1, rebuilds + 1):
            file.write_text(f"{text}\nRiga numero {number}.\n", encoding="utf-8")
            running.wait(r"pagine, \d+ ms", number + 1)
            sizes.append(running.status("VmRSS"))
        return sizes


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bilancio", type=pathlib.Path, default=ROOT / ".build/release/bilancio")
    parser.add_argument("--pages", default="200,2000")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--rebuilds", type=int, default=1000)
    arguments = parser.parse_args()
    program = str(arguments.bilancio.resolve())

    print("## Preview\n\n| | median | min–max | goal |\n| --- | ---: | ---: | ---: |")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        for pages in map(int, arguments.pages.split(",")):
            times = to_pixels(program, pages, arguments.runs, chromium)
            goal = f"< {GOALS[pages]}" if pages in GOALS else "–"
            print(f"| save to pixels at {pages:,} pages, ms | **{statistics.median(times):.0f}** "
                  f"| {min(times):.0f}–{max(times):.0f} | {goal} |", flush=True)
        chromium.close()
    print(f"| at rest, % of a core | **{at_rest(program, 200):.2f}** | | < {IDLE_GOAL} |", flush=True)
    if arguments.rebuilds:
        sizes = memory(program, 200, arguments.rebuilds)
        span = max(1, len(sizes) // 10)
        first, last = (statistics.median(part) / 1e6 for part in (sizes[span : 2 * span], sizes[-span:]))
        print(f"| resident after {len(sizes):,} rebuilds of 200 pages, MB | **{last:.0f}** "
              f"| {first:.0f} in the second tenth | grows < {GROWTH_GOAL} % |")


if __name__ == "__main__":
    main()
