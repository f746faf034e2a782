"""How much a reader downloads: each page with everything it asks for, as a server would send it."""

import gzip
import urllib.parse

NAME = "sizes"
HTML, CSS, FIRST_LOAD = 15_000, 30_000, 150_000
PACKED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".csv", ".ico", ".webmanifest"}


def sent(file):
    """The bytes on the wire: texts packed as well as gzip can, the rest as it is."""
    data = file.read_bytes()
    return len(gzip.compress(data, 9, mtime=0)) if file.suffix in PACKED else len(data)


def per_page(run, page):
    window = run.browser.uncached()
    asked = set()

    def note(request):
        asked.add(urllib.parse.urlsplit(request.url).path)

    window.on("request", note)
    run.visit(window, page)
    window.remove_listener("request", note)
    files = {path: file for path in asked if (file := run.site.file(path))}
    weight = {path: sent(file) for path, file in files.items()}
    css = sum(size for path, size in weight.items() if files[path].suffix == ".css")
    if css > CSS:
        yield page.finding(f"{css:,} bytes of CSS (gzip), more than {CSS:,}: ship fewer rules")
    # The whole edition on one page is as long as the edition is.
    if page.kind == "document":
        return
    html = sent(page.file)
    if html > HTML:
        yield page.finding(f"{html:,} bytes of HTML (gzip), more than {HTML:,}: shorten or split the page")
    total = sum(weight.values())
    if total > FIRST_LOAD:
        largest = sorted(weight.items(), key=lambda pair: -pair[1])[:4]
        named = ", ".join(f"{path} {size:,}" for path, size in largest)
        yield page.finding(f"{total:,} bytes on first load, more than {FIRST_LOAD:,}; the largest are {named}")
