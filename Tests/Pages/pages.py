"""A finished site as the tests see it: its files, its pages and the tags in them."""

import dataclasses
import functools
import html.parser
import pathlib
import re
import urllib.parse

HEAVY_LIMIT = 20


@dataclasses.dataclass(frozen=True)
class Finding:
    """One broken rule: where, what is wrong with which element, and what to do."""

    page: str
    what: str
    element: str = ""
    at: str = ""

    def __str__(self):
        place = f"{self.page} at {self.at}" if self.at else self.page
        element = " ".join(self.element.split())[:120]
        return f"{place}: {self.what}" + (f" — {element}" if element else "")


@dataclasses.dataclass
class Tag:
    """A start tag, with the text of the element where it is one that holds raw text."""

    name: str
    attributes: dict
    source: str
    text: str = ""

    def get(self, name, otherwise=None):
        """The attribute's value; an attribute without one counts as empty."""
        value = self.attributes.get(name, otherwise)
        return "" if value is None and name in self.attributes else value


class TagReader(html.parser.HTMLParser):
    """Collects start tags as the source has them, which the browser's own tree no longer tells."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags = []
        self.raw = None

    def handle_starttag(self, name, attributes):
        tag = Tag(name, dict(attributes), self.get_starttag_text())
        self.tags.append(tag)
        self.raw = tag if name in ("script", "style", "title") else None

    def handle_endtag(self, name):
        self.raw = None

    def handle_data(self, data):
        if self.raw is not None:
            self.raw.text += data


class Page:
    """One HTML file of the site."""

    def __init__(self, path, file, base):
        self.path = path
        self.file = file
        self.address = base + re.sub(r"(^|/)index\.html$", r"\1", path)
        self.text = file.read_text(encoding="utf-8")

    @functools.cached_property
    def tags(self):
        reader = TagReader()
        reader.feed(self.text)
        return reader.tags

    def named(self, *names):
        return [tag for tag in self.tags if tag.name in names]

    @functools.cached_property
    def kind(self):
        """What the layout says the page is; without it every page is a kind of its own."""
        body = next(iter(self.named("body")), None)
        return (body and body.get("data-page")) or f"unnamed:{self.path}"

    @functools.cached_property
    def ids(self):
        return [tag.get("id") for tag in self.tags if "id" in tag.attributes]

    @functools.cached_property
    def id_set(self):
        return frozenset(self.ids)

    @functools.cached_property
    def classes(self):
        return {name for tag in self.tags for name in (tag.get("class") or "").split()}

    @functools.cached_property
    def policy(self):
        """The Content-Security-Policy of the page's meta element, or nothing."""
        for tag in self.named("meta"):
            if (tag.get("http-equiv") or "").lower() == "content-security-policy":
                return tag.get("content")
        return None

    def finding(self, what, element="", at=""):
        return Finding(self.address, what, element, at)


class Site:
    """A folder with pages, and the path it will stand under on its server."""

    def __init__(self, folder, sample=None):
        """A sample is the first pages of so many kinds, for a site that differs from one seen whole."""
        self.folder = pathlib.Path(folder)
        self.base, self.origin = self.placed()
        files = sorted(self.folder.rglob("*.html"))
        self.pages = [Page(file.relative_to(self.folder).as_posix(), file, self.base) for file in files]
        self.by_address = {page.address: page for page in self.pages}
        if sample:
            self.pages = self.representatives[:sample]

    def placed(self):
        """The path and the origin that the home page's canonical address names."""
        home = self.folder / "index.html"
        if home.exists():
            for tag in Page("index.html", home, "/").named("link"):
                if tag.get("rel") == "canonical" and tag.get("href"):
                    parts = urllib.parse.urlsplit(tag.get("href"))
                    if parts.netloc:
                        return parts.path or "/", f"{parts.scheme}://{parts.netloc}"
        return "/", ""

    @functools.cached_property
    def representatives(self):
        """One page of each kind."""
        first = {}
        for page in self.pages:
            first.setdefault(page.kind, page)
        return list(first.values())

    @functools.cached_property
    def heavy(self):
        """The pages for the slow checks: all of a small site, one of each kind of a large one."""
        return self.pages if len(self.pages) <= HEAVY_LIMIT else self.representatives

    def file(self, path):
        """The file that an address of the site leads to, or nothing."""
        path = urllib.parse.unquote(path)
        if not path.startswith(self.base):
            return None
        file = self.folder / path[len(self.base) :]
        if file.is_dir():
            file = file / "index.html"
        return file if file.is_file() else None

    def page(self, path):
        """The page at an address, whether or not the address names its file."""
        return self.by_address.get(re.sub(r"(^|/)index\.html$", r"\1", urllib.parse.unquote(path)))

    def internal(self, page, link):
        """The split address where a link stays on the site, else nothing; made absolute first."""
        here = urllib.parse.urljoin((self.origin or "http://site.invalid"), page.address)
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(here, link))
        home = urllib.parse.urlsplit(here)
        return parts if (parts.scheme, parts.netloc) == (home.scheme, home.netloc) else None
