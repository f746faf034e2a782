"""The criteria of the national model for municipal sites that a page can be measured by (C.SI)."""

import functools
import re

from .browser import script

NAME = "criteria"
SHARE = 0.6
# The criterion counts neither the model's own components nor these names.
UNCOUNTED = re.compile(r"cmp-.*|it-page-section|it-footer|it-card.*|rating-star")
# The whole text of the notes, where the licence is CC-BY 4.0 (C.SI.3.4).
LICENCE = (
    "In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo "
    "2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, "
    "i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono "
    "quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), "
    "rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare "
    "il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di "
    "attribuzione, senza apporre restrizioni aggiuntive."
)


def folded(text):
    """A text without what the criterion looks past: case, white space and the form of apostrophes."""
    return re.sub(r"\s+", "", text).lower().replace("’", "'")


@functools.cache
def library_names(sheet):
    """The class names that Bootstrap Italia's whole sheet knows."""
    text = re.sub(
        r"/\*.*?\*/|url\((?:\"[^\"]*\"|'[^']*'|[^)]*)\)|\"[^\"]*\"|'[^']*'",
        "",
        sheet.read_text(encoding="utf-8"),
        flags=re.S,
    )
    return {name.replace("\\", "") for name in re.findall(r"\.(-?[A-Za-z_](?:[\w-]|\\.)*)", text)}


def per_page(run, page):
    window = run.visit(run.browser.window(1280), page)
    window.evaluate(script("criteria"))
    for what, element in window.evaluate("criteria()"):
        yield page.finding(what, element)
    yield from share(run, page)
    yield from legal_notes(run, page)


def share(run, page):
    """C.SI.1.2: how many of the page's class names are the library's."""
    if not run.sheet.exists():
        yield page.finding(f"`{run.sheet.name}` is not there to compare class names with: run `make setup`")
        return
    counted = {name for name in page.classes if not UNCOUNTED.fullmatch(name)}
    own = sorted(counted - library_names(run.sheet))
    if counted and 1 - len(own) / len(counted) < SHARE:
        yield page.finding(
            f"C.SI.1.2: {len(counted) - len(own)} of {len(counted)} class names are Bootstrap Italia's, "
            f"fewer than {SHARE:.0%}: use its names in place of {', '.join(own[:12])}"
        )


def legal_notes(run, page):
    """C.SI.3.4: the footer leads to the notes, and the notes have the licence of the contents."""
    links = [tag for tag in page.named("a") if tag.get("data-element") == "legal-notes"]
    if not links:
        yield page.finding("C.SI.3.4: no `a[data-element=legal-notes]` in the footer")
    for link in links:
        parts = run.site.internal(page, link.get("href") or "")
        if parts is None:
            if any(each.kind == "legal-notes" for each in run.site.pages):
                yield page.finding("C.SI.3.4: the site has its own legal notes: lead there", link.source)
            continue
        target = run.site.page(parts.path)
        if target is None:
            yield page.finding("C.SI.3.4: the link to the legal notes leads to no page", link.source)


def whole(run):
    """The notes that the footers lead to are the ones that carry the marks."""
    targets = set()
    for page in run.site.pages:
        for link in page.named("a"):
            if link.get("data-element") == "legal-notes":
                parts = run.site.internal(page, link.get("href") or "")
                target = parts and run.site.page(parts.path)
                if target:
                    targets.add(target.address)
    for address in sorted(targets):
        page = run.site.by_address[address]
        window = run.visit(run.browser.window(1280), page)
        text = window.evaluate("probe.text(document.querySelector('[data-element=legal-notes-section]'))")
        if "Licenza dei contenuti" not in text:
            yield page.finding(
                f"C.SI.3.4: `data-element=legal-notes-section` says «{text}», not «Licenza dei contenuti»"
            )
        body = window.evaluate("probe.text(document.querySelector('[data-element=legal-notes-body]'))")
        if not body:
            yield page.finding("C.SI.3.4: `data-element=legal-notes-body` is missing or empty")
        elif "CC-BY 4.0" in page.text and 'lang="it"' in page.text and folded(body) != folded(LICENCE):
            yield page.finding("C.SI.3.4: `data-element=legal-notes-body` must have the model's text and no other", body)
