#!/usr/bin/env python3
"""Says how long the pages of a site keep the main thread of a slow phone.

    .ci/python Benchmarks/phone.py SITE [--rate 4] [--most 12]

SITE is a folder that `bilancio build` wrote. Tasks of over 50 ms are those during which a page does not answer.
"""

import argparse
import functools
import http.server
import pathlib
import re
import statistics
import threading

from playwright.sync_api import sync_playwright

WATCH = """globalThis.tasks = [];
new PerformanceObserver(list => list.getEntries().forEach(each => tasks.push(Math.round(each.duration))))
  .observe({ type: 'longtask', buffered: true });"""
PATIENCE = 2000  # ms, after which nothing of a page is still to come
LOADS = 3  # of which the median is told


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def kinds(site, most):
    """One page of each kind, the largest, as addresses."""
    largest = {}
    for file in site.rglob("index.html"):
        text = file.read_text(encoding="utf-8", errors="replace")
        kind = re.search(r'<body data-page="([^"]*)"', text)
        if kind and len(text) > len(largest.get(kind[1], (None, ""))[1]):
            largest[kind[1]] = (file.parent.relative_to(site).as_posix(), text)
    return [(kind, "/" if path == "." else f"/{path}/") for kind, (path, _) in sorted(largest.items())][:most]


def load(chromium, url, rate):
    """The longest task and all tasks, in ms, and the nodes of the page."""
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    window = context.new_page()
    session = context.new_cdp_session(window)
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    session.send("Performance.enable")
    window.add_init_script(WATCH)
    window.goto(url)
    window.wait_for_timeout(PATIENCE)
    tasks = window.evaluate("tasks")
    told = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    context.close()
    return max(tasks, default=0), 1000 * told["TaskDuration"], told["Nodes"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--rate", type=int, default=4, help="how many times slower the processor is")
    parser.add_argument("--most", type=int, default=30, help="how many kinds of pages")
    asked = parser.parse_args()
    handler = functools.partial(Quiet, directory=asked.site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as play:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for kind, address in kinds(asked.site, asked.most):
            loads = [load(chromium, f"http://127.0.0.1:{server.server_port}{address}", asked.rate)
                     for _ in range(LOADS)]
            longest, whole, nodes = (statistics.median(each) for each in zip(*loads))
            print(f"{kind:12} {longest:4.0f} ms longest, {whole:5.0f} ms in all, {nodes:6.0f} nodes  {address}",
                  flush=True)
        server.shutdown()


if __name__ == "__main__":
    main()
