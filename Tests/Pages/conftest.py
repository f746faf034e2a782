"""One browser with its windows for all pages, and each site built and served when it is first looked at."""

import contextlib
import pathlib

import pytest

from . import feedback, pictures
from .browser import Browser
from .pages import Site
from .server import Server
from .sites import SITES, Listed
from .walk import Run


def pytest_addoption(parser):
    group = parser.getgroup("finished sites")
    group.addoption("--site", type=pathlib.Path, help="look at this one in place of those that are listed")
    group.addoption("--whole", type=pathlib.Path, help="the same site with the whole of Bootstrap Italia's sheet")
    group.addoption("--feedback", choices=feedback.MODES, default="chiarezza", help="the mode it was built with")
    group.addoption("--sample", type=int, help="look at one page each of so many kinds only")
    group.addoption("--pictures", type=pathlib.Path, help="a folder to keep the pictures in")
    group.addoption("--alone", action="store_true", help="break one rule at a time; slower")


def pytest_generate_tests(metafunc):
    if {"listed", "concern"} <= set(metafunc.fixturenames):
        option = metafunc.config.getoption
        sites = SITES
        if option("site"):
            sites = [Listed("site", "", option("feedback"), option("sample"), (), option("site"), option("whole"))]
        work = [(site, concern) for site in sites for concern in site.concerns]
        # The longest first, so that none is left over for the end.
        work.sort(key=lambda pair: not getattr(pair[1], "HEAVY", False))
        metafunc.parametrize(("listed", "concern"), work, ids=[f"{site.name}-{concern.NAME}" for site, concern in work])


@pytest.fixture(scope="session")
def browser(chromium):
    with contextlib.closing(Browser(chromium)) as browser:
        yield browser


@pytest.fixture(scope="session")
def walk(browser, tmp_path_factory, request):
    """What a concern needs to look at a site; sites and their servers stay until the end."""
    runs, folder, pictured = {}, tmp_path_factory.mktemp("sites"), request.config.getoption("pictures")
    if pictured:
        pictured.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:

        def open_site(listed):
            site = Site(listed.folder or listed.built(folder), listed.sample)
            assert site.pages, f"no pages in {site.folder}"
            run = Run(site, mode=listed.mode, folder=pictured)
            return stack.enter_context(run.serving(post=False)).using(browser)

        def ready(listed, concern):
            run = runs.get(listed.name) or runs.setdefault(listed.name, open_site(listed))
            if concern is feedback and run.post is None:
                run.post = stack.enter_context(feedback.posting(run.site))
            if concern is pictures and run.whole_server is None and (listed.whole or not listed.folder):
                whole = listed.whole or listed.built(folder, "--whole-stylesheet")
                run.whole_server = stack.enter_context(Server.of(Site(whole)))
            return run

        yield ready
