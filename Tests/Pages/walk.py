"""A walk over a finished site: what is looked at, and what the looking needs."""

import contextlib
import traceback

from program import ROOT

from . import (
    axe,
    criteria,
    data,
    destinations,
    feedback,
    keyboard,
    links,
    paper,
    pictures,
    policy,
    reflow,
    scripting,
    sizes,
    steadiness,
    structure,
    validity,
)
from .pages import Finding
from .server import Server

CONCERNS = (
    validity,
    structure,
    criteria,
    links,
    destinations,
    data,
    policy,
    sizes,
    scripting,
    reflow,
    steadiness,
    axe,
    keyboard,
    feedback,
    paper,
    pictures,
)
SHEET = ROOT / "themes/comune/vendor/bootstrap-italia/css/bootstrap-italia.min.css"


class Run:
    """What a check is given: the site, its servers, how it was built and a browser."""

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


def do(run, concern, page):
    """One part of the work; one that breaks off is a finding too, never silence."""
    try:
        return list(concern.whole(run) if page is None else concern.per_page(run, page))
    except Exception:
        where = page.address if page else "the site"
        return [Finding(where, "this could not be checked: " + traceback.format_exc(limit=-3).strip())]


def findings(run, concern):
    """All that a concern finds on a site, page by page."""
    found = do(run, concern, None) if hasattr(concern, "whole") else []
    if hasattr(concern, "per_page"):
        for page in run.site.heavy if getattr(concern, "HEAVY", False) else run.site.pages:
            found += do(run, concern, page)
    # The same element at the same place needs to be told once only.
    return sorted(set(found), key=lambda each: (each.page, each.at))
