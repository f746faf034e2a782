"""Opens every page of a site in Chromium and asks axe-core what is wrong with it.

    python accessibility.py SITE [--pictures FOLDER]

The site is served on the loopback interface, as a web server would; every page is looked at 320
and 1280 CSS pixels wide, without JavaScript of its own (axe is run from outside). Exit status 1
where anything is found.
"""

import argparse
import functools
import http.server
import pathlib
import sys
import threading

import axe_core_python
from playwright.sync_api import sync_playwright

WIDTHS = (320, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def serve(folder):
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def findings(page, axe):
    page.evaluate(axe)
    result = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
    )
    for violation in result["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {violation['help']} — {node['html'][:120]}"
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > page.viewport_size["width"]:
        yield f"reflow: the page is {width} px wide"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path)
    arguments = parser.parse_args()
    axe = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
    server = serve(arguments.site)
    origin = f"http://127.0.0.1:{server.server_port}/"
    failed = passed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for width in WIDTHS:
            view = browser.new_page(viewport={"width": width, "height": 900})
            elsewhere = []
            view.on("request", lambda r: elsewhere.append(r.url) if not r.url.startswith(origin) else None)
            for file in sorted(arguments.site.rglob("*.html")):
                address = file.relative_to(arguments.site).as_posix()
                view.goto(origin + address)
                found = list(findings(view, axe)) + [f"request to {url}" for url in elsewhere]
                elsewhere.clear()
                for line in found:
                    print(f"{address} at {width} px: {line}")
                failed += bool(found)
                passed += not found
                if arguments.pictures:
                    arguments.pictures.mkdir(parents=True, exist_ok=True)
                    name = address.replace("/", "-").removesuffix(".html")
                    view.screenshot(path=arguments.pictures / f"{name}-{width}.png", full_page=True)
            view.close()
        browser.close()
    server.shutdown()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
