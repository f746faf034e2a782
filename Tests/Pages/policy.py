"""What the page may do to its reader: one origin, a strict policy that holds, nothing stored."""

import re
import urllib.parse

NAME = "policy"
# Where each directive may point at; what is not named here falls back to `default-src 'none'`.
ALLOWED = {
    "default-src": {"'none'"},
    "base-uri": {"'none'"},
    "style-src": {"'self'"},
    "font-src": {"'self'"},
    "img-src": {"'self'"},
    "script-src": {"'self'", "'none'"},
    "connect-src": {"'self'", "'none'"},
    "frame-ancestors": {"'none'", "'self'"},
    "object-src": {"'none'"},
    "manifest-src": {"'self'"},
    "media-src": {"'self'"},
}
NEEDED = ("default-src", "style-src", "font-src", "img-src", "base-uri", "form-action")
WATCH = (
    "globalThis.violations = []; document.addEventListener('securitypolicyviolation', "
    "e => violations.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`.trim()))"
)
STORED = """async () => {
  const found = [];
  if (document.cookie) found.push('a cookie');
  if (localStorage.length) found.push('localStorage');
  if (sessionStorage.length) found.push('sessionStorage');
  if ((await indexedDB.databases()).length) found.push('indexedDB');
  if ((await caches.keys()).length) found.push('a cache of its own');
  if ((await navigator.serviceWorker.getRegistrations()).length) found.push('a service worker');
  return found;
}"""


def directives(policy):
    parts = [part.split() for part in policy.split(";")]
    return {part[0].lower(): part[1:] for part in parts if part}


def per_page(run, page):
    yield from declared(page)
    yield from foreign(run, page)
    yield from observed(run, page)


def declared(page):
    """The policy's own words."""
    if not page.policy:
        yield page.finding("no Content-Security-Policy: put the meta element first in the head")
        return
    before = page.tags[: next(i for i, tag in enumerate(page.tags) if tag.get("content") == page.policy)]
    for tag in before:
        if tag.name in ("link", "script"):
            yield page.finding("stands before the policy, which does not hold for it: move the policy up", tag.source)
    rules = directives(page.policy)
    for name in NEEDED:
        if name not in rules:
            yield page.finding(f"the policy lacks `{name}`", page.policy)
    for name, values in rules.items():
        if name == "form-action":
            strange = [
                value
                for value in values
                if value not in ("'self'", "'none'") and not re.match(r"https://[^*]+$", value)
            ]
        else:
            strange = [value for value in values if value not in ALLOWED.get(name, ())]
        if strange and name != "upgrade-insecure-requests":
            yield page.finding(
                f"the policy lets `{name}` go to {' '.join(strange)}: allow the site itself only", page.policy
            )


def foreign(run, page):
    """Addresses of other origins that a browser fetches by itself."""
    fetched = {
        "img": "src",
        "script": "src",
        "iframe": "src",
        "source": "src",
        "video": "src",
        "audio": "src",
        "object": "data",
        "use": "href",
        "embed": "src",
    }
    linked = {
        "stylesheet",
        "icon",
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
        "dns-prefetch",
        "manifest",
        "apple-touch-icon",
        "mask-icon",
    }
    for tag in page.tags:
        link = tag.get(fetched.get(tag.name, "")) if tag.name in fetched else None
        if tag.name == "link" and linked & set((tag.get("rel") or "").lower().split()):
            link = tag.get("href")
        if link and not link.startswith("data:") and run.site.internal(page, link) is None:
            yield page.finding("the browser would fetch this from another origin: keep a copy on the site", tag.source)


def observed(run, page):
    """What the browser does when the page is opened and used a little.

    The policy is sent as a header too. Both hold at once, so what breaks either of them is seen.
    """
    server = run.policy_server
    elsewhere, said, failed = [], [], []
    with run.browser.fresh(1280) as window:
        window.add_init_script(WATCH)
        window.on(
            "request",
            lambda request: (
                elsewhere.append(request.url) if not request.url.startswith((server.origin, "data:")) else None
            ),
        )
        window.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
        window.on(
            "console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None
        )
        window.on("pageerror", lambda error: said.append(str(error)))
        window.goto(server.origin + page.address, wait_until="load")
        window.evaluate("document.fonts.ready")
        window.evaluate(run.browser.probe)
        window.evaluate("probe.openAll()")
        window.evaluate("document.querySelector('input[name=valutazione]')?.click()")
        window.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        # Two frames, so that what loads only when it is scrolled to has been asked for.
        window.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        for violation in window.evaluate("violations"):
            yield page.finding(f"the policy is broken: {violation}")
        stored = window.evaluate(STORED)
        if window.context.cookies() and "a cookie" not in stored:
            stored.append("a cookie")
    for name in stored:
        yield page.finding(f"the page stores {name}: keep nothing on the reader's device")
    for url in elsewhere:
        yield page.finding(f"a request to another origin, {urllib.parse.urlsplit(url).netloc}: keep a copy on the site")
    for url in failed:
        yield page.finding(f"`{urllib.parse.urlsplit(url).path}` is asked for and not there")
    for text in said:
        if not text.startswith("Failed to load resource"):
            yield page.finding(f"the browser complains: {text[:200]}")
