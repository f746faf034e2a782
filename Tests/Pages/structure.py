"""The frame of a page: headings, breadcrumb, index, names, dates and the data for machines."""

import collections
import datetime
import json
import re

from .browser import script

NAME = "structure"
WITHOUT_BREADCRUMB = {"home", "not-found"}
TITLE, DESCRIPTION = 75, (50, 170)


def per_page(run, page):
    yield from head(page)
    yield from source(page)
    window = run.visit(run.browser.window(1280), page)
    window.evaluate(script("structure"))
    for what, element in window.evaluate("structure.headings()"):
        yield page.finding(what, element)
    for what, element in window.evaluate("structure.index()"):
        yield page.finding(what, element)
    yield from breadcrumb(page, window.evaluate("structure.breadcrumb()"))


def head(page):
    """What stands in the head of every page."""
    if page.kind.startswith("unnamed:"):
        yield page.finding("the page does not say its kind: put `data-page` on `body`")
    if not any(tag.get("lang") for tag in page.named("html")):
        yield page.finding("the page has no language: put `lang` on `html`")
    metas = {tag.get("name") or tag.get("property"): tag.get("content") for tag in page.named("meta")}
    for name in ("description", "og:title", "og:type", "og:url", "og:locale"):
        if not metas.get(name):
            yield page.finding(f"`meta` `{name}` is missing or empty: write it in the layout")
    yield from lengths(page, metas.get("description") or "")
    if not any(tag.get("rel") == "canonical" and tag.get("href") for tag in page.named("link")):
        yield page.finding("`link rel=canonical` is missing: write it in the layout")
    blocks = [tag for tag in page.named("script") if tag.get("type") == "application/ld+json"]
    if not blocks:
        yield page.finding("no JSON-LD block: describe the page as `Report` or `WebPage`")
    for block in blocks:
        try:
            data = json.loads(block.text)
        except ValueError as error:
            yield page.finding(f"the JSON-LD block does not parse ({error}): escape its values", block.text)
            continue
        if page.kind not in WITHOUT_BREADCRUMB and '"BreadcrumbList"' not in block.text:
            yield page.finding("the JSON-LD block lacks a `BreadcrumbList`: the way to the page", block.text)
        items = data if isinstance(data, list) else data.get("@graph", [data])
        context = data.get("@context") if isinstance(data, dict) else items and items[0].get("@context")
        if not context or not all(isinstance(item, dict) and item.get("@type") for item in items):
            yield page.finding("the JSON-LD block lacks `@context` or `@type`: write both", block.text)


def lengths(page, description):
    """Lists of results show so much of a title and of a description."""
    title = next((" ".join(tag.text.split()) for tag in page.named("title")), "")
    # A page's own long name stays whole, with the edition that tells it from others.
    if len(title) > TITLE and title.count(" – ") > 1:
        yield page.finding(f"a title of {len(title)} characters: the page's own words and {TITLE} at most", title)
    if page.kind not in ("not-found", "moved") and not DESCRIPTION[0] <= len(description) <= DESCRIPTION[1]:
        yield page.finding(
            f"a description of {len(description)} characters: {DESCRIPTION[0]} to {DESCRIPTION[1]}", description
        )


def source(page):
    """Rules that are easiest seen in the source: identifiers, dates, code and style in the page."""
    for name, count in collections.Counter(page.ids).items():
        if count > 1 or not name:
            yield page.finding(f"the id `{name}` stands {count} times: ids are unique and not empty")
    for tag in page.tags:
        if "style" in tag.attributes or tag.name == "style":
            yield page.finding("style in the page: move it to the style sheet", tag.source)
        handlers = [name for name in tag.attributes if re.match(r"on[a-z]+$", name)]
        if handlers:
            yield page.finding(f"code in the page (`{handlers[0]}`): move it to a script file", tag.source)
        if (
            tag.name == "script"
            and not tag.get("src")
            and tag.get("type") not in ("application/ld+json", "application/json")
        ):
            yield page.finding("code in the page: move it to a script file", tag.source)
        if (tag.get("href") or "").lower().startswith("javascript:"):
            yield page.finding("code in an address: use a button and a script file", tag.source)
        if tag.name == "time" and not dated(tag.get("datetime") or ""):
            yield page.finding("`time` needs `datetime` as an ISO date (2020-06-29, 2020-06 or 2020)", tag.source)


def dated(text):
    for shape in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            datetime.datetime.strptime(text, shape)
            return True
        except ValueError:
            pass
    try:
        datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
        return True
    except ValueError:
        return False


def breadcrumb(page, found):
    """The breadcrumb ends in the page's own name and each step is a folder of its address."""
    if found is None:
        if page.kind not in WITHOUT_BREADCRUMB:
            yield page.finding(
                "no breadcrumb: `nav.breadcrumb-container[aria-label] > ol.breadcrumb"
                "[data-element=breadcrumb]` is the way back"
            )
        return
    for what, element in found["wrong"]:
        yield page.finding(what, element)
    steps = [path for path in found["paths"] if path]
    for before, after in zip(steps, [*steps[1:], page.address]):
        if not after.startswith(before) or len(before) >= len(after):
            yield page.finding(f"the breadcrumb step `{before}` is no folder of `{after}`: mirror the address")


def whole(run):
    """Titles tell pages apart in tabs, in history and in search results."""
    titles = collections.defaultdict(list)
    for page in run.site.pages:
        first = next((tag.text for tag in page.named("title")), "")
        titles[" ".join(first.split())].append(page)
    for title, pages in titles.items():
        if not title or len(pages) > 1:
            others = ", ".join(page.address for page in pages[1:4])
            yield pages[0].finding(f"the title `{title}` is empty or also that of {others}: titles are unique")
