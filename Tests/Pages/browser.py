"""Chromium, with a window for each way of looking at a page that is kept and used again."""

import base64
import contextlib
import pathlib

HEIGHT = 900
HERE = pathlib.Path(__file__).parent
# Focus and pictures are looked at in their final state, not on the way to it, and all of a page is laid out: what is
# measured while it scrolls must not move. `destinations` follows links in a window of its own, as readers have it.
STILL = (
    "* , *::before, *::after { transition: none !important; animation: none !important; "
    "scroll-behavior: auto !important; content-visibility: visible !important }"
)


def script(name):
    """The JavaScript of this folder that looks at a page from inside.

    A text whose last value is a function would be called at once; hence the ending.
    """
    return (HERE / f"{name}.js").read_text(encoding="utf-8") + "\n;null;"


class Browser:
    """Opens pages; a window stays open between pages, because opening one costs more than a page."""

    def __init__(self, chromium):
        self.chromium = chromium
        self.windows = {}
        self.probe = script("probe")

    def close(self):
        for window in self.windows.values():
            window.context.close()

    def context(self, width, scheme="light", scripts=True, bypass=False):
        context = self.chromium.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,
            reduced_motion="reduce",
            java_script_enabled=scripts,
            bypass_csp=bypass,
        )
        context.set_default_timeout(15_000)
        context.set_default_navigation_timeout(30_000)
        return context

    def window(self, width, scheme="light", scripts=True, bypass=False):
        """The window of this width and these settings, opened at the first call."""
        key = (width, scheme, scripts, bypass)
        if key not in self.windows:
            self.windows[key] = self.context(*key).new_page()
        window = self.windows[key]
        if window.viewport_size["width"] != width:
            window.set_viewport_size({"width": width, "height": HEIGHT})
        return window

    def uncached(self):
        """A window that asks for every file anew, as a first visit does."""
        if "uncached" not in self.windows:
            window = self.context(1280).new_page()
            window.context.new_cdp_session(window).send("Network.setCacheDisabled", {"cacheDisabled": True})
            self.windows["uncached"] = window
        return self.windows["uncached"]

    @contextlib.contextmanager
    def fresh(self, width, **settings):
        """A window that remembers nothing of another page: no cache, no cookies."""
        context = self.context(width, **settings)
        try:
            yield context.new_page()
        finally:
            context.close()

    def visit(self, window, url):
        """Goes to a page, waits for its fonts and puts the probe into it."""
        window.goto(url, wait_until="load")
        # With scripts off a promise of the page never settles, so its state is asked instead.
        for _ in range(400):
            if window.evaluate("document.fonts.status") == "loaded":
                break
            window.wait_for_timeout(10)
        window.evaluate(self.probe)
        window.evaluate("css => probe.style(css)", STILL)
        return window

    def compare(self, one, other):
        """How two pictures differ: count of pixels, the box around them and a picture of them."""
        window = self.window(320, bypass=True)
        window.goto("about:blank")
        window.evaluate(script("compare"))
        return window.evaluate("pair => compare(...pair)", [base64.b64encode(p).decode() for p in (one, other)])

    def colours(self, picture, points):
        """The colours of a picture at some points, given as shares of its width and height."""
        window = self.window(320, bypass=True)
        window.goto("about:blank")
        window.evaluate(script("compare"))
        return window.evaluate("([p, at]) => colours(p, at)", [base64.b64encode(picture).decode(), points])
