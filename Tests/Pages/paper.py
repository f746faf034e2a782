"""The page on paper: all of the content, the addresses of links, none of the chrome."""

from .browser import HEIGHT, script

NAME = "paper"
HEAVY = True
# A4 less margins of 10 mm, at 96 px an inch.
SHEET = 718


def per_page(run, page):
    window = run.visit(run.browser.window(1280), page)
    window.set_viewport_size({"width": SHEET, "height": HEIGHT})
    window.emulate_media(media="print")
    try:
        window.evaluate(script("paper"))
        for what, element in window.evaluate("paper()"):
            yield page.finding(what, element, "print")
    finally:
        window.emulate_media(media="screen")
