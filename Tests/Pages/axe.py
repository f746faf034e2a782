"""axe-core with the WCAG 2.0–2.2 A and AA rules and its best practices: no violation at all."""

import functools
import pathlib

from .browser import HEIGHT

NAME = "axe"
HEAVY = True
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
MODES = [(320, "light", 2), (320, "dark", 5), (1280, "light", 5), (1280, "dark", 2)]


@functools.cache
def source():
    import axe_playwright_python

    return (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def per_page(run, page):
    """Looks at the page with everything unfolded and one half of the feedback's follow-up shown.

    Both halves are seen at each width and in each scheme's turn; what is folded away is skipped by
    axe, and no page gets worse by folding something away.
    """
    # No other check uses the dark window, so the scheme that is left behind troubles none.
    window = run.visit(run.browser.window(320, "dark"), page)
    window.evaluate(source())
    window.evaluate("probe.openAll()")
    for width, scheme, stars in MODES:
        window.set_viewport_size({"width": width, "height": HEIGHT})
        window.emulate_media(color_scheme=scheme)
        window.evaluate("n => document.querySelector(`input[name=valutazione][value='${n}']`)?.click()", stars)
        violations = window.evaluate(
            "async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: "
            "['violations']})).violations.flatMap(v => v.nodes.map(n => [v.id, v.help, n.failureSummary, n.html]))",
            TAGS,
        )
        for rule, help_text, summary, element in violations:
            # The summary's first line only says that any of the following mends it.
            mend = "; ".join(line.strip() for line in summary.splitlines()[1:2])
            yield page.finding(f"{rule}: {help_text} ({mend})", element, f"{width} px, {scheme}")
