"""Readers know where a link leads before they follow it: one name, one place; other sites and files say so."""

from .browser import script

NAME = "destinations"


def per_page(run, page):
    window = run.visit(run.browser.window(1280), page)
    window.evaluate(script("destinations"))
    for look in ("names()", "files()", "heading()"):
        for what, element in window.evaluate(f"destinations.{look}"):
            yield page.finding(what, element)
    for what, element in window.evaluate("own => destinations.leaving(own)", run.site.origin):
        yield page.finding(what, element)
