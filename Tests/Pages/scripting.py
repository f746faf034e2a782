"""JavaScript off: the page says the same and everything folded still opens."""

from .browser import HEIGHT

NAME = "scripting"
TEXT = "document.body.innerText.replace(/\\s+/g, ' ').trim()"

# A summary around the list or before it, or a link whose `:target` is the list or something around it.
OPENER = """name => {
  for (let at = document.querySelector(`[data-element=${name}]`); at && at !== document.body; at = at.parentElement) {
    if (at.tagName === 'DETAILS' && !at.open) return at.querySelector('summary');
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      const summary = before.matches('details:not([open])') && before.querySelector('summary');
      if (summary && probe.seen(summary)) return summary;
    }
    const link = at.id && document.querySelector(`a[href$='#${CSS.escape(at.id)}']`);
    if (link && probe.seen(link)) return link;
  }
  return null;
}"""


def per_page(run, page):
    """Wide first and narrow last, because what is opened to be tried stays open."""
    spoken = run.visit(run.browser.window(1280), page)
    silent = run.visit(run.browser.window(1280, scripts=False), page)
    for width in (1280, 320):
        at = f"{width} px, JavaScript off"
        for window in (spoken, silent):
            window.set_viewport_size({"width": width, "height": HEIGHT})
        yield from same(page, spoken.evaluate(TEXT), silent.evaluate(TEXT), at)
    for name in ("main-navigation", "page-index"):
        yield from opens(page, silent, name, at)


def same(page, spoken, silent, at):
    if silent != spoken:
        start = next((i for i, (a, b) in enumerate(zip(spoken, silent)) if a != b), min(len(spoken), len(silent)))
        yield page.finding(
            f"the page says «{silent[start:start + 40]}» without scripts and "
            f"«{spoken[start:start + 40]}» with them: scripts may only add comfort",
            at=at,
        )


def opens(page, window, name, at):
    """The links of a list are seen, if need be after its summary or its link to itself was used."""
    links = window.locator(f"[data-element={name}] a")
    if not links.count() or links.first.is_visible():
        return
    opener = window.evaluate_handle(OPENER, name).as_element()
    if opener is None:
        yield page.finding(f"`{name}` is hidden and nothing opens it: use `details` or `:target`", at=at)
        return
    opener.click()
    if not links.first.is_visible():
        yield page.finding(
            f"`{name}` stays hidden after its opener was used", opener.evaluate("e => probe.html(e)"), at
        )
