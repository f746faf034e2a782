"""Breaks each rule once in a small good site and looks whether the right concern says so.

    .ci/python -m pytest Tests/Pages/test_rules.py [-k "keyboard and focus"] [--alone]
"""

import pytest

from . import criteria, destinations, feedback, fixture, keyboard, links, pictures, policy, structure
from .broken import PAGE, broken
from .trial import batches, changed, look, together
from .variants import variants
from .walk import CONCERNS

# What every page must keep, the one for lost readers too.
EVERYWHERE = (structure, criteria, links, destinations, policy, feedback)
GROUPS = batches(broken())


def broken_rules():
    """Each case with the number of its group, which one process tries."""
    for number, group in enumerate(GROUPS):
        for case in group:
            name = f"{case.concern.NAME}-{case.words}".replace(" ", "-")
            yield pytest.param(case, number, id=name, marks=pytest.mark.xdist_group(f"group-{number}"))


def good_pages():
    for concern in CONCERNS:
        for path in (PAGE, "404.html"):
            if path == PAGE or concern in EVERYWHERE:
                yield pytest.param(concern, path, id=f"{concern.NAME}-{path}")


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    """To see a rule fail, one width, one second look and a short wait are enough."""
    monkeypatch.setattr(keyboard, "WIDTHS", (1280,))
    monkeypatch.setattr(pictures, "TRIES", 2)
    monkeypatch.setattr(feedback, "PATIENCE", 2000)


@pytest.fixture(scope="module")
def found_together(browser):
    """What is found where all rules of a group are broken at once, by the group's number."""
    known = {}

    def found(number):
        if number not in known:
            known[number] = found_in(browser, GROUPS[number])
        return known[number]

    return found


def found_in(browser, group):
    first = group[0]
    found = look(browser, first.concern, together(group), PAGE, first.mode, first.whole, first.posts)
    # A check that broke off has not looked for all.
    return found if len(group) == 1 or not any("could not be checked" in line for line in found) else []


@pytest.mark.parametrize(("case", "number"), list(broken_rules()))
def test_a_broken_rule_is_found(case, number, browser, found_together, request):
    if not request.config.getoption("alone") and any(case.words in line for line in found_together(number)):
        return
    # What was not found in company is tried once more alone, where nothing can hide it.
    found = found_in(browser, [case])
    if not any(case.words in line for line in found):
        pytest.fail("\n".join([f"not found: {case}", *found]), pytrace=False)


@pytest.mark.parametrize(("concern", "path"), list(good_pages()))
def test_nothing_is_found_on_a_good_page(concern, path, browser):
    found = look(browser, concern, fixture.good(), path, "chiarezza", concern is pictures, True)
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize(
    ("mode", "old", "new"), [pytest.param(*rest, id=name.replace(" ", "-")) for name, *rest in variants()]
)
def test_nothing_is_found_on_a_good_page_of_another_kind(mode, old, new, browser):
    found = look(browser, feedback, changed(old, new, PAGE), PAGE, mode, False, True)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
