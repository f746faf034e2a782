"""What a page shows, as text."""

import html.parser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
HIDDEN = {"head", "header", "nav", "form", "script", "style", "svg", "button"}


class Reader(html.parser.HTMLParser):
    """Collects the text within `main` that a print has as well."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.parts = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        classes = (given.get("class") or "").split()
        hidden = tag in HIDDEN or "visually-hidden" in classes or given.get("data-element") == "feedback" \
            or tag in ("footer", "h1")
        if tag not in VOID:
            self.open.append((tag, hidden))
        inline = tag in {"a", "em", "strong", "span", "sup", "code", "abbr"} and "d-block" not in classes
        self.parts.append("" if inline else " ")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if any(tag == "main" for tag, _ in self.open) and not any(hidden for _, hidden in self.open):
            self.parts.append(data)


def visible_text(page):
    reader = Reader()
    reader.feed(page)
    return "".join(reader.parts)
