"""Readers know where a link leads before they follow it: one name, one place; other sites and files say so."""

from .browser import script

NAME = "destinations"
# How far below the window's edge a part may begin that a link of the page leads to, in CSS pixels.
NEAR = 300
# Of a page's contents so many links are followed, spread over them.
FOLLOWED = 10


def per_page(run, page):
    window = run.visit(run.browser.window(1280), page)
    window.evaluate(script("destinations"))
    for look in ("names()", "files()", "heading()"):
        for what, element in window.evaluate(f"destinations.{look}"):
            yield page.finding(what, element)
    for what, element in window.evaluate("own => destinations.leaving(own)", run.site.origin):
        yield page.finding(what, element)
    if page in run.site.representatives:
        with run.browser.fresh(1280) as fresh:
            fresh.goto(run.server.origin + page.address)
            yield from jumps(page, fresh)


def jumps(page, window):
    """A link of the page's contents brings its part to the top of the window, however much lies between."""
    links = window.locator("[data-element=page-index] a[href^='#']")
    count = links.count()
    for number in range(0, count, max(1, count // FOLLOWED)):
        place = links.nth(number).evaluate("""async link => {
          scrollTo({ top: 0, behavior: 'instant' });
          link.click();
          let last = -1;
          while (last !== scrollY) { last = scrollY; await new Promise(done => setTimeout(done, 120)); }
          const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
          const below = document.documentElement.scrollHeight - innerHeight - scrollY;
          return part && [part.getBoundingClientRect().top, below];
        }""")
        # What stands at the page's end cannot come to the top.
        if place and not -2 <= place[0] <= NEAR and place[1] > 1:
            yield page.finding(f"the part that this leads to begins {place[0]:.0f} px below the window's edge",
                               links.nth(number).evaluate("link => link.outerHTML"))
