"""A walk over each page with the keyboard alone, forwards and back."""

from .browser import script

NAME = "keyboard"
HEAVY = True
WIDTHS = (320, 1280)
# Well above any page; a walk that is longer than this goes round in circles.
LONGEST = 5000


def per_page(run, page):
    for width in WIDTHS:
        window = run.visit(run.browser.window(width), page)
        window.evaluate(script("keyboard"))
        walked, found = forwards(window)
        found += backwards(window, walked)
        for what, element in found:
            yield page.finding(what, element, f"{width} px")
    for what, element in skip_link(run, page):
        yield page.finding(what, element, "1280 px")


def forwards(window):
    """Tab from stop to stop, opening what is folded and trying each radio of a group on the way."""
    window.evaluate("keyboard.index()")
    order, found = [], []
    for _ in range(LONGEST):
        # The key is held down, as a hurried reader does: half the messages of a press.
        window.keyboard.down("Tab")
        stop = window.evaluate("keyboard.stop(true)")
        if stop is None or order and stop["index"] == order[0]:
            break
        if stop["index"] in order:
            found.append(["the focus goes in circles here: a keyboard cannot leave", stop["element"]])
            break
        if not order and not stop["skip"]:
            found.append(["the first stop is no skip link: put `.skiplinks` first", stop["element"]])
        order.append(stop["index"])
        found += stop["wrong"]
        if stop["folded"] or stop["radios"]:
            window.keyboard.up("Tab")
            found += operate(window, stop)
    window.keyboard.up("Tab")
    found += window.evaluate("order => keyboard.missed(order)", order)
    return order, found


def operate(window, stop):
    """What the keys must do at this stop: unfold a summary, choose a radio."""
    if stop["folded"]:
        window.keyboard.press("Enter")
        if not window.evaluate("document.activeElement.parentElement.open"):
            return [["Enter does not unfold this", stop["element"]]]
        window.evaluate("keyboard.index()")
    found = []
    if stop["radios"]:
        window.keyboard.press("Space")
        for _ in range(stop["radios"] - 1):
            window.keyboard.press("ArrowRight")
            next_stop = window.evaluate("keyboard.stop(false)")
            if next_stop is None or next_stop["index"] == stop["index"]:
                return found + [["the arrow keys do not move between these radios", stop["element"]]]
            found += next_stop["wrong"]
        window.evaluate("keyboard.index()")
    return found


def backwards(window, walked):
    """Shift and Tab over the same stops; this is the way on which something sticky covers the focus."""
    found, previous, count = [], None, 0
    window.evaluate("keyboard.toEnd()")
    window.keyboard.down("Shift")
    for _ in range(len(walked) + 1):
        window.keyboard.down("Tab")
        stop = window.evaluate("keyboard.stop(false)")
        if stop is None:
            break
        if stop["index"] == previous:
            found.append(["Shift and Tab do not leave this: a trap", stop["element"]])
            break
        previous = stop["index"]
        count += 1
        found += [[f"{what} (on the way back)", element] for what, element in stop["covered"]]
    window.keyboard.up("Tab")
    window.keyboard.up("Shift")
    if count < len(walked) and not found:
        found.append([f"only {count} of {len(walked)} stops are reached on the way back", ""])
    return found


def skip_link(run, page):
    """The first link, when used, takes the focus into the main content."""
    window = run.visit(run.browser.window(1280), page)
    window.keyboard.press("Tab")
    # Where the first stop is something else, the walk has said so already.
    if not window.evaluate("document.activeElement.matches('.skiplinks a[href^=\"#\"]')"):
        return
    window.keyboard.press("Enter")
    window.keyboard.press("Tab")
    inside = window.evaluate(
        "(() => { const main = document.querySelector('main'), at = document.activeElement;"
        " return !!main && (main.contains(at) || !!(main.compareDocumentPosition(at) & 4)) })()"
    )
    if not inside:
        yield "the first skip link does not take the focus to the content", window.evaluate(
            "probe.html(document.activeElement)"
        ).split(">")[0] + ">"
