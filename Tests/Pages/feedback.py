"""The feedback form: the component of criterion C.SI.2.5, its follow-ups, and what it posts."""

import contextlib
import html
import pathlib
import re
import shutil
import tempfile
import urllib.parse

from .browser import script
from .pages import Site
from .server import Answers, Server

NAME = "feedback"
MODES = ("chiarezza", "utile", "entrambi", "nessuno", "registrati")
# A form that was given no address in the configuration gets this one, to be tried all the same.
STUB_PATH = "/valutazioni"
# Milliseconds; far more than a click takes, so that a busy machine is not taken for a broken page.
PATIENCE = 5000


def per_page(run, page):
    if page.kind == "not-found":
        return
    window = run.visit(run.browser.window(1280, scripts=False), page)
    window.evaluate(script("feedback"))
    forms = window.evaluate("document.querySelectorAll('form[method=post i]').length")
    if run.feedback in ("nessuno", "registrati"):
        if forms or window.evaluate("feedback.part('feedback-rate-1').length"):
            yield page.finding(f"a feedback form on the page although the mode is `{run.feedback}`")
        if run.feedback == "registrati":
            yield from registered(page, window)
        return
    if run.feedback != "utile":
        yield from tell(page, window.evaluate("feedback.component()"))
    if run.feedback != "chiarezza":
        yield from tell(page, window.evaluate("feedback.useful()"))
    yield from tell(page, window.evaluate("address => feedback.around(address)", page.address))
    if not forms:
        return
    stub = window.evaluate("feedback.isStub()")
    yield from permitted(page, window)
    if run.feedback != "utile":
        yield from stars(run, page, window, stub)
    if page in run.site.heavy and run.post is not None:
        yield from posts(run, page)


def tell(page, found):
    for what, element in found:
        yield page.finding(what, element)


def registered(page, window):
    text = window.evaluate("document.body.innerText")
    if "Per valutare questa pagina devi essere registrato" not in " ".join(text.split()):
        yield page.finding("«Per valutare questa pagina devi essere registrato» is missing")
    links = window.evaluate(
        "[...document.querySelectorAll('main a[href], footer a[href], aside a[href], section a[href]')]"
        ".map(e => e.href)"
    )
    if not any(
        urllib.parse.quote(page.address, safe="") in link or page.address in urllib.parse.urlsplit(link).query
        for link in links
    ):
        yield page.finding("no link to log in that comes back to this page")


def permitted(page, window):
    """The form's own address is one that the policy lets it post to, over an encrypted line."""
    action = window.evaluate("feedback.form().getAttribute('action')")
    if not action:
        return
    parts = urllib.parse.urlsplit(action)
    if parts.netloc and parts.scheme != "https":
        yield page.finding(f"the feedback goes to {action} without encryption: use https")
    allowed = re.search(r"form-action([^;]*)", page.policy or "")
    wanted = f"{parts.scheme}://{parts.netloc}" if parts.netloc else "'self'"
    if allowed is None or wanted not in allowed[1].split():
        yield page.finding(f"the policy's `form-action` does not let the form go to {wanted}", page.policy or "")


def stars(run, page, window, stub):
    """A click on each star shows its own follow-up and not the other."""
    if stub:
        window.evaluate("feedback.enable()")
    labels = {star: window.locator(f"label[data-element=feedback-rate-{star}]") for star in (4, 3, 5, 2, 1)}
    # Stars that are missing have been told of already.
    if any(label.count() != 1 for label in labels.values()):
        return
    for star, label in labels.items():
        try:
            label.click(timeout=PATIENCE)
        except Exception as error:
            yield page.finding(f"C.SI.2.5: star {star} cannot be clicked: {str(error).splitlines()[0]}")
            return
        right, other = ("positive", "negative") if star > 3 else ("negative", "positive")
        shown = window.evaluate("feedback.shown()")
        if not window.evaluate("n => document.querySelector(`[name=valutazione][value='${n}']`)?.checked", star):
            yield page.finding(f"C.SI.2.5: a click on star {star} does not choose it")
        if not shown[right]:
            yield page.finding(f"C.SI.2.5: after star {star} `feedback-rating-{right}` is not shown in full")
        if shown[other + "Rendered"]:
            yield page.finding(
                f"C.SI.2.5: after star {star} `feedback-rating-{other}` is shown, which asks the contrary"
            )
        if star == 3 and page in run.site.representatives:
            yield from shapes(run, page, window)


def shapes(run, page, window):
    """A chosen star is filled and one not chosen is an outline, so that its middle tells without colour."""
    window.evaluate("document.activeElement.blur()")
    window.mouse.move(0, 0)
    centres = {}
    for star in (2, 5):
        label = window.locator(f"label[data-element=feedback-rate-{star}]")
        centre, corner = run.browser.colours(label.screenshot(), [[0.5, 0.5], [0.02, 0.02]])
        centres[star] = contrast(centre, corner)
    if centres[2] < 3 or centres[5] > 1.5:
        yield page.finding(
            f"with three stars chosen, the middle of star 2 has a contrast of {centres[2]:.1f} to its ground and "
            f"that of star 5 one of {centres[5]:.1f}: fill the chosen, outline the others"
        )


def contrast(one, other):
    def luminance(colour):
        parts = [c / 255 for c in colour[:3]]
        r, g, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


class Post:
    """A copy of the site whose forms go to a server of this machine, and that server."""

    def __init__(self, site, server, answers):
        self.site, self.server, self.answers = site, server, answers

    def taken(self, token):
        return [
            post for post in list(self.answers.posts) if token in post[2] or urllib.parse.quote_plus(token) in post[2]
        ]


@contextlib.contextmanager
def posting(site):
    """Serves the copy for as long as it is needed; nothing where no page has a form."""
    if not any((tag.get("method") or "").lower() == "post" for page in site.pages for tag in page.named("form")):
        yield None
        return
    with tempfile.TemporaryDirectory() as folder, Server(Answers) as answers:
        copy = pathlib.Path(folder) / "site"
        shutil.copytree(site.folder, copy)
        for page in site.pages:
            (copy / page.path).write_text(redirected(page, answers.origin), encoding="utf-8")
        copied = Site(copy)
        with Server.of(copied) as server:
            yield Post(copied, server, answers)


def redirected(page, origin):
    """The page with its form, and its leave to send it, turned to another server."""

    def form(match):
        start, rest = match[1], match[2]
        action = re.search(r'\baction="([^"]*)"', start)
        if action is None or not action[1]:
            start = re.sub(r'\s*\baction="[^"]*"', "", start)
            return start.replace("<form", f'<form action="{origin}{STUB_PATH}"', 1) + re.sub(
                r'\sdisabled(="[^"]*")?(?=[\s>/])', "", rest
            )
        path = urllib.parse.urlsplit(urllib.parse.urljoin(page.address, action[1])).path
        return start.replace(action[0], f'action="{origin}{path}"') + rest

    text = re.sub(r'(<form\b[^>]*\bmethod="?post\b[^>]*>)(.*?</form>)', form, page.text, flags=re.S | re.I)
    source = next((tag.source for tag in page.named("meta") if page.policy and tag.get("content") == page.policy), None)
    if source is None:
        return text
    return text.replace(
        source, f'<meta http-equiv="Content-Security-Policy" content="{html.escape(leave(page, origin))}">'
    )


def leave(page, origin):
    """The page's policy with the form's own server replaced by another, where it names it at all."""
    actions = [tag.get("action") or "" for tag in page.named("form") if (tag.get("method") or "").lower() == "post"]
    addresses = {f"{parts.scheme}://{parts.netloc}" for parts in map(urllib.parse.urlsplit, actions) if parts.netloc}
    if not addresses:
        # A form on the site's own server, or one still without an address, has only 'self' to go by.
        return re.sub(r"form-action[^;]*", rf"\g<0> {origin}", page.policy)
    words = page.policy.replace(";", " ;").split()
    return " ".join(origin if word in addresses else word for word in words)


def posts(run, page):
    """Fills the form and sends it with a click, once pleased and once not."""
    tries = [(5, "positiva"), (2, "negativa")] if run.feedback != "utile" else [(None, "")]
    for star, answer in tries:
        found = list(send(run, page, star, answer))
        yield from found
        # What breaks one sending breaks the other, and waiting for it again takes long.
        if found:
            return


def send(run, page, star, answer):
    window = run.browser.window(320, scripts=False)
    run.visit(window, page, run.post.server)
    at = f"320 px, {star} stars" if star else "320 px"
    token = f"Prova è «{page.address}» & {star}"
    expected = {
        name: window.evaluate(
            "n => document.forms.length && document.querySelector(`form[method=post i] [name=${n}]`)?.value", name
        )
        for name in ("pagina", "edizione", "contenuto")
    }
    expected["sito_web"] = ""
    where = window.evaluate("new URL(document.querySelector('form[method=post i]').action).pathname")
    try:
        if run.feedback in ("utile", "entrambi"):
            useful = window.locator("input[name=utile]").nth(1)
            window.locator(f"label[for='{useful.get_attribute('id')}']").click(timeout=PATIENCE)
            expected["utile"] = "in_parte"
        if star:
            window.locator(f"label[data-element=feedback-rate-{star}]").click(timeout=PATIENCE)
            expected["valutazione"] = str(star)
            follow = window.locator(f"fieldset:has([name=risposta_{answer}])").last
            follow.locator("label[data-element=feedback-rating-answer]").nth(1).click(timeout=PATIENCE)
            expected[f"risposta_{answer}"] = window.evaluate(
                "n => document.querySelector(`[name=${n}]:checked`)?.value", f"risposta_{answer}"
            )
        window.locator("textarea[name=dettagli] >> visible=true").first.fill(token, timeout=PATIENCE)
        expected["dettagli"] = token
        window.locator("form[method=post i] >> css=button:not([type=button]), input[type=submit]").last.click(
            timeout=PATIENCE
        )
        window.wait_for_url(f"{run.post.answers.origin}/grazie", timeout=PATIENCE)
    except Exception as error:
        said = " ".join(line.strip(" -") for line in str(error).splitlines()[:3])
        yield page.finding(f"the form could not be filled and sent to its answer page: {said}", at=at)
        return
    if "Grazie" not in window.inner_text("h1"):
        yield page.finding("the answer page of the server is not shown", at=at)
    taken = run.post.taken(token)
    if len(taken) != 1:
        yield page.finding(f"the server got {len(taken)} posts in place of one", at=at)
        return
    path, kind, body = taken[0]
    if path != where:
        yield page.finding(f"posted to {path} in place of {where}", at=at)
    if not kind.startswith("application/x-www-form-urlencoded"):
        yield page.finding(f"posted as {kind}: leave `enctype` away", at=at)
    fields = urllib.parse.parse_qsl(body, keep_blank_values=True)
    for name, value in expected.items():
        got = [each for key, each in fields if key == name and (each or name != "dettagli")]
        if got != [value]:
            yield page.finding(f"field `{name}` was posted as {got} in place of «{value}»", at=at)
    strange = {key for key, _ in fields} - set(expected)
    if strange:
        yield page.finding(f"fields that nobody knows were posted: {', '.join(sorted(strange))}", at=at)
