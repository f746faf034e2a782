"""Nothing moves while a page arrives."""

NAME = "steadiness"
HEAVY = True
WIDTHS = (360, 1280)
# What Core Web Vitals call good is 0.1; half of it leaves room for slower phones.
MOST = 0.05
# A font is waited for so long, in milliseconds: longer than a browser hides the text for it.
LATE = 400
WATCH = """
globalThis.shifted = [];
new PerformanceObserver((list) => list.getEntries().forEach((each) => shifted.push(
  [each.value, each.sources?.[0]?.node?.parentElement?.outerHTML?.slice(0, 80) || ""])))
  .observe({ type: "layout-shift", buffered: true });
"""


def per_page(run, page):
    if page in run.site.representatives:
        for width in WIDTHS:
            yield from shifts(run, page, width)


def shifts(run, page, width):
    """The fonts come after the page was drawn in others, and take their room."""
    with run.browser.fresh(width) as window:
        waiting, is_late = [], []
        window.add_init_script(WATCH)
        window.route("**/*.woff2", lambda route: route.continue_() if is_late else waiting.append(route))
        window.goto(run.server.origin + page.address, wait_until="domcontentloaded")
        window.wait_for_timeout(LATE)
        is_late.append(True)
        while waiting:
            waiting.pop().continue_()
            window.wait_for_timeout(10)
        for _ in range(200):
            if window.evaluate("document.fonts.status") == "loaded":
                break
            window.wait_for_timeout(10)
        window.wait_for_timeout(LATE // 4)
        found = window.evaluate("shifted")
    moved = sum(value for value, _ in found)
    if moved > MOST:
        worst = max(found)
        yield page.finding(
            f"the page moves by {moved:.3f} while its fonts load, more than {MOST}: give the fonts that stand in "
            "the measures of those that come",
            worst[1],
            f"{width} px",
        )
