"""The kept rules of Bootstrap Italia draw the same pages as its whole sheet, to the pixel."""

import base64

from .browser import HEIGHT

NAME = "pictures"
HEAVY = True
# A taller surface than this is no longer drawn in one piece, so long pages are taken in slices.
SLICE = 8000
TRIES = 3
# The layout may ask for a further font; two frames later everything that was asked for is drawn.
SETTLED = (
    "async () => { document.body.offsetHeight; await document.fonts.ready; "
    "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))) }"
)
UNFOLD = (
    "probe.openAll(); document.querySelector('input[name=valutazione][value=\"5\"]')?.click(); "
    "document.activeElement?.blur()"
)


def states(run, page):
    """The ways a page is looked at, in this order; the last three once for each kind of page."""
    yield "320 px", 320, "screen", False
    yield "1280 px", 1280, "screen", False
    if page in run.site.representatives:
        yield "1280 px, unfolded", 1280, "screen", True
        yield "320 px, unfolded", 320, "screen", True
        yield "print", 718, "print", True


def views(run, page, server):
    """The page in all these ways, each as a list of PNG pictures from top to bottom; one load for all."""
    window = run.visit(run.browser.window(1280, bypass=True), page, server)
    window.evaluate("document.querySelectorAll('[loading=lazy]').forEach(e => e.loading = 'eager')")
    window.evaluate("Promise.all([...document.images].map(i => i.decode().catch(() => 0)))")
    taken = {}
    try:
        for at, width, media, unfolded in states(run, page):
            window.set_viewport_size({"width": width, "height": HEIGHT})
            window.emulate_media(media=media)
            if unfolded:
                window.evaluate(UNFOLD)
            window.evaluate(SETTLED)
            height = window.evaluate("document.documentElement.scrollHeight")
            taken[at] = [
                window.screenshot(
                    full_page=True,
                    animations="disabled",
                    scale="css",
                    clip={"x": 0, "y": top, "width": width, "height": min(SLICE, height - top)},
                )
                for top in range(0, height, SLICE)
            ]
    finally:
        window.emulate_media(media="screen")
    return taken


def per_page(run, page):
    """Tells the first way of looking that differs; the others would only say it again.

    A browser on a busy machine does not always blend the edge of a curve alike, not even of one and
    the same page. A difference counts when no picture of several equals any of the other site's.
    """
    if run.whole_server is None and not run.pictures:
        return
    kept, all_rules, different = {}, {}, []
    for _ in range(TRIES if run.whole_server else 1):
        for taken, server in ((kept, run.server), (all_rules, run.whole_server)):
            if server:
                for at, slices in views(run, page, server).items():
                    taken.setdefault(at, []).append(slices)
        different = [at for at in all_rules if not alike(run, kept[at], all_rules[at])]
        if not different:
            break
    for at, taken in kept.items():
        save(run, named(run, page, at), taken[-1])
    for at in different[:1]:
        differences = differing(run, kept[at][-1], all_rules[at][-1])
        save(run, named(run, page, at) + "-whole", all_rules[at][-1])
        save(run, named(run, page, at) + "-difference", [base64.b64decode(each["picture"]) for each in differences])
        yield page.finding(tell(differences[0]), at=at)


def alike(run, some, others):
    """Whether any take of one site is any take of the other; equal bytes spare the look at the pixels."""
    return any(one == other for one in some for other in others) or not differing(run, some[-1], others[-1])


def named(run, page, at):
    return f"{run.name(page)}-{at.replace(', ', '-').replace(' px', '')}"


def differing(run, kept, all_rules):
    """Pictures whose bytes differ may still be equal in every pixel; only the others count."""
    found = []
    for number in range(max(len(kept), len(all_rules))):
        one = kept[min(number, len(kept) - 1)]
        other = all_rules[min(number, len(all_rules) - 1)]
        result = run.browser.compare(one, other)
        if result["count"] or result["sizes"][:2] != result["sizes"][2:]:
            found.append(result | {"slice": number})
    return found


def tell(result):
    width, height, other_width, other_height = result["sizes"]
    size = (
        f", and {width} × {height} px in place of {other_width} × {other_height}"
        if (width, height) != (other_width, other_height)
        else ""
    )
    top = result["slice"] * SLICE
    return (
        f"{result['count']:,} pixels differ from the whole sheet's, from ({result['left']}, {top + result['top']}) to "
        f"({result['right']}, {top + result['bottom']}){size}: keep the rules that draw this"
    )


def save(run, name, slices):
    for number, data in enumerate(slices):
        part = f"-{number + 1}" if len(slices) > 1 else ""
        run.keep_picture(f"{name}{part}.png", lambda: data)
