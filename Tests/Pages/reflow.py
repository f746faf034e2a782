"""Narrow windows and wider text: nothing to scroll sideways, nothing cut, nothing on top of another."""

from .browser import HEIGHT, script

NAME = "reflow"
BETWEEN = (375, 576, 768, 992, 1280)
# The values of WCAG 1.4.12, forced on everything.
SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
    "p { margin-bottom: 2em !important }"
)


def per_page(run, page):
    """One load, then the window is made wider: first all folded, then all unfolded and spaced."""
    window = run.visit(run.browser.window(320), page)
    window.evaluate(script("reflow"))
    yield from look(page, window, "320 px")
    window.evaluate("probe.openAll()")
    yield from look(page, window, "320 px, unfolded")
    window.evaluate("css => probe.style(css)", SPACING)
    yield from look(page, window, "320 px, text spacing")
    window.set_viewport_size({"width": 1280, "height": HEIGHT})
    yield from look(page, window, "1280 px, text spacing")
    window.evaluate("probe.unstyle()")
    # Twice the size of letters in the same window (WCAG 1.4.4), which lengths in `rem` follow.
    window.evaluate("css => probe.style(css)", "html { font-size: 200% !important }")
    yield from look(page, window, "1280 px, text twice as large")
    window.evaluate("probe.unstyle()")
    for width in BETWEEN:
        window.set_viewport_size({"width": width, "height": HEIGHT})
        for what, element in window.evaluate("reflow.sideways()"):
            yield page.finding(what, element, f"{width} px")


def look(page, window, at):
    for what, element in window.evaluate("reflow.all()"):
        yield page.finding(what, element, at)
