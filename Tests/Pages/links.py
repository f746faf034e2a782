"""Every internal address and fragment leads somewhere, and every page is reached."""

import functools
import re
import urllib.parse
import xml.etree.ElementTree

NAME = "links"
ADDRESSES = {
    "a": ["href"],
    "area": ["href"],
    "link": ["href"],
    "img": ["src"],
    "script": ["src"],
    "source": ["src"],
    "use": ["href", "xlink:href"],
    "image": ["href"],
    "iframe": ["src"],
    "object": ["data"],
    "form": ["action"],
    "video": ["src", "poster"],
    "audio": ["src"],
    "track": ["src"],
}


def addresses(page):
    """Every address in the page with the tag that has it."""
    for tag in page.tags:
        for name in ADDRESSES.get(tag.name, []):
            if name in tag.attributes:
                yield tag, tag.get(name)
        for part in (tag.get("srcset") or "").split(","):
            if part.strip():
                yield tag, part.split()[0]


def per_page(run, page):
    for tag, link in addresses(page):
        if not link.strip() or link.strip() == "#":
            yield page.finding(
                f"an address that leads nowhere (`{link}`): give it its target or take it away", tag.source
            )
            continue
        if tag.get("target") == "_blank":
            yield page.finding("opens a new window without being asked: drop `target`", tag.source)
        parts = run.site.internal(page, link)
        if parts is None:
            scheme = urllib.parse.urlsplit(link).scheme
            if scheme == "http":
                yield page.finding("an address without encryption: write https", tag.source)
            continue
        if tag.name == "form" or tag.get("rel") == "canonical" and parts.path == page.address:
            continue
        yield from target(run, page, tag, parts)


@functools.cache
def ids_of(file):
    """The ids in a file that is no page, as a sprite."""
    return frozenset(re.findall(r'\bid="([^"]*)"', file.read_text(encoding="utf-8", errors="replace")))


def target(run, page, tag, parts):
    """The file exists, and so does the fragment in it, in a page as in a sprite."""
    file = run.site.file(parts.path)
    if file is None:
        yield page.finding(f"`{parts.path}` does not exist: mend the address", tag.source)
        return
    fragment = urllib.parse.unquote(parts.fragment)
    if not fragment:
        return
    other = run.site.page(parts.path)
    known = other.id_set if other is not None else ids_of(file)
    if fragment not in known:
        yield page.finding(f"`{parts.path}` has nothing with the id `{fragment}`: mend the fragment", tag.source)


def whole(run):
    yield from reached(run)
    yield from sheets(run)
    yield from sitemap(run)


def reached(run):
    """From the home page every page can be found by links alone, the page for lost readers excepted."""
    home = run.site.by_address.get(run.site.base)
    if home is None:
        return
    seen, waiting = {home.address}, [home]
    while waiting:
        page = waiting.pop()
        for tag in page.named("a"):
            parts = run.site.internal(page, tag.get("href") or "")
            other = parts and run.site.page(parts.path)
            if other and other.address not in seen:
                seen.add(other.address)
                waiting.append(other)
    for page in run.site.pages:
        if page.address not in seen and page.kind != "not-found" and page.path != "404.html":
            yield page.finding("no way leads here from the home page: link it")


def sheets(run):
    """What the style sheets name is there."""
    for file in sorted(run.site.folder.rglob("*.css")):
        for link in re.findall(r"url\(\s*[\"']?([^\"')]+)", file.read_text(encoding="utf-8")):
            if link.startswith(("data:", "#")):
                continue
            path = urllib.parse.urljoin("/" + file.relative_to(run.site.folder).as_posix(), link)
            if (
                urllib.parse.urlsplit(path).netloc
                or run.site.file(run.site.base + urllib.parse.urlsplit(path).path.lstrip("/")) is None
            ):
                yield run.site_finding(file, f"the sheet names `{link}`, which is not on the site: drop the rule")


def sitemap(run):
    """The sitemap names pages that exist, and all that search engines may have."""
    file = run.site.folder / "sitemap.xml"
    if not file.exists():
        yield run.site_finding(file, "there is no sitemap: write one")
        return
    listed = set()
    for node in xml.etree.ElementTree.parse(file).iter():
        if node.tag.endswith("}loc"):
            path = urllib.parse.urlsplit(node.text.strip()).path
            listed.add(path)
            if run.site.page(path) is None:
                yield run.site_finding(file, f"the sitemap names `{path}`, which does not exist")
    for page in run.site.pages:
        indexed = not any(
            tag.get("name") == "robots" and "noindex" in (tag.get("content") or "") for tag in page.named("meta")
        )
        if indexed and page.kind != "not-found" and page.path != "404.html" and page.address not in listed:
            yield page.finding("the sitemap leaves this page out: list it, or mark it `noindex`")
