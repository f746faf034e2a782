"""Looks at a finished site in a browser and says what breaks its rules.

    python run.py --site SITE [--whole SITE2] [--pictures FOLDER] [--only NAME,…] [--sample N] [--jobs N]

SITE2 is the same site built with the whole style sheet of Bootstrap Italia, for the pictures. Every
finding is a line of its own; exit status 1 where there is any.
"""

import argparse
import contextlib
import os
import pathlib
import queue
import sys
import threading
import time
import traceback

import axe
import criteria
import data
import feedback
import keyboard
import links
import paper
import pictures
import policy
import reflow
import scripting
import sizes
import structure
import validity
from browser import Browser
from pages import Finding, Site
from playwright.sync_api import sync_playwright
from server import Server

CONCERNS = (
    validity,
    structure,
    criteria,
    links,
    data,
    policy,
    sizes,
    scripting,
    reflow,
    axe,
    keyboard,
    feedback,
    paper,
    pictures,
)
SHEET = pathlib.Path(__file__).parents[2] / "themes/comune/vendor/bootstrap-italia/css/bootstrap-italia.min.css"


class Run:
    """What a check is given: the site, its servers, the wishes of the command line and a browser."""

    def __init__(self, site, sheet=SHEET, mode="chiarezza", folder=None):
        self.site, self.sheet, self.feedback, self.pictures = site, sheet, mode, folder
        self.server = self.policy_server = self.whole_server = self.post = self.browser = None

    @contextlib.contextmanager
    def serving(self, whole=None, post=True):
        """Serves the site, with and without its policy as a header, and what else the checks ask for."""
        with contextlib.ExitStack() as stack:
            self.server = stack.enter_context(Server.of(self.site))
            self.policy_server = stack.enter_context(Server.of(self.site, with_policy=True))
            self.whole_server = stack.enter_context(Server.of(whole)) if whole else None
            self.post = stack.enter_context(feedback.posting(self.site)) if post else None
            yield self

    def using(self, browser):
        """The same run for another browser."""
        other = Run(self.site, self.sheet, self.feedback, self.pictures)
        other.__dict__.update(self.__dict__, browser=browser)
        return other

    def visit(self, window, page, server=None):
        return self.browser.visit(window, (server or self.server).origin + page.address)

    def site_finding(self, file, what):
        return Finding(self.site.base + file.relative_to(self.site.folder).as_posix(), what)

    @staticmethod
    def name(page):
        return page.path.removesuffix(".html").replace("/", "-")

    def keep_picture(self, name, take):
        if self.pictures:
            (self.pictures / name).write_bytes(take())


def units(site, concerns):
    """The parts of the work, the longest first so that none is left over for the end."""
    work = [(concern, None) for concern in concerns if hasattr(concern, "whole")]
    for concern in sorted(concerns, key=lambda each: not getattr(each, "HEAVY", False)):
        if hasattr(concern, "per_page"):
            work += [(concern, page) for page in (site.heavy if getattr(concern, "HEAVY", False) else site.pages)]
    return work


def do(run, concern, page):
    """One part of the work; one that breaks off is a finding too, never silence."""
    try:
        return list(concern.whole(run) if page is None else concern.per_page(run, page))
    except Exception:
        where = page.address if page else "the site"
        return [Finding(where, "this could not be checked: " + traceback.format_exc(limit=-3).strip())]


def work_through(run, concerns, jobs):
    """Every finding and the seconds each concern took; each worker has one browser for all its work."""
    waiting, done = queue.Queue(), []
    for unit in units(run.site, concerns):
        waiting.put(unit)

    def worker():
        with sync_playwright() as playwright:
            mine = run.using(Browser(playwright))
            with contextlib.closing(mine.browser):
                while True:
                    try:
                        concern, page = waiting.get_nowait()
                    except queue.Empty:
                        return
                    start = time.monotonic()
                    found = do(mine, concern, page)
                    done.append((concern, page, found, time.monotonic() - start))

    threads = [threading.Thread(target=worker) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # A worker that could not even start leaves its work behind.
    while not waiting.empty():
        concern, page = waiting.get_nowait()
        done.append((concern, page, [Finding("the site", "this was never checked: see the error above")], 0))
    return done


def report(done, concerns):
    """Prints the findings concern by concern and a count of each; the number of all is returned."""
    total = 0
    counts = []
    for concern in concerns:
        parts = [part for part in done if part[0] is concern]
        # The same element at the same place needs to be told once only.
        found = sorted(set(finding for part in parts for finding in part[2]), key=lambda each: (each.page, each.at))
        for finding in found:
            print(f"{concern.NAME}: {finding}")
        pages = sum(1 for part in parts if part[1] is not None) or len({part[1] for part in parts})
        counts.append(
            f"{concern.NAME:10} {len(found):5} findings  {pages:4} pages  {sum(part[3] for part in parts):6.1f} s"
        )
        total += len(found)
    print("\n".join(counts))
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=pathlib.Path, required=True)
    parser.add_argument("--whole", type=pathlib.Path, help="the same site with the whole of Bootstrap Italia's sheet")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder to keep the pictures in")
    parser.add_argument("--only", default="", help=f"concerns: {', '.join(each.NAME for each in CONCERNS)}")
    parser.add_argument("--sample", type=int, help="look at one page each of so many kinds only")
    parser.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument("--sheet", type=pathlib.Path, default=SHEET, help="Bootstrap Italia's whole sheet")
    parser.add_argument(
        "--feedback", choices=feedback.MODES, default="chiarezza", help="the mode the site was built with"
    )
    arguments = parser.parse_args()

    wanted = {name for name in arguments.only.split(",") if name}
    unknown = wanted - {each.NAME for each in CONCERNS}
    if unknown:
        parser.error(f"no such concern: {', '.join(sorted(unknown))}")
    concerns = [each for each in CONCERNS if not wanted or each.NAME in wanted]
    site = Site(arguments.site, arguments.sample)
    if not site.pages:
        parser.error(f"no pages in {arguments.site}")
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    run = Run(site, arguments.sheet, arguments.feedback, arguments.pictures)
    start = time.monotonic()
    with run.serving(Site(arguments.whole) if arguments.whole else None, feedback in concerns):
        done = work_through(run, concerns, max(1, arguments.jobs))
    total = report(done, concerns)
    if pictures in concerns and not arguments.whole:
        print("Note: pictures were not compared; that takes --whole with a second site.")
    if arguments.feedback in ("chiarezza", "utile", "entrambi") and feedback in concerns and run.post is None:
        print("Note: no page has a form, so none was posted.")
    print(f"{len(site.pages)} pages, {total} findings, {time.monotonic() - start:.0f} s")
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
