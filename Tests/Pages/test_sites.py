"""Looks at finished sites in a browser and says what breaks their rules.

    .ci/python -m pytest Tests/Pages/test_sites.py [-k "edition and keyboard"] [--site SITE [--whole SITE2]]
        [--feedback MODE] [--sample N] [--pictures FOLDER]

Without `--site` they are those of `sites.py`. SITE2 is the same site built with the whole style sheet of
Bootstrap Italia, for the pictures. Every finding is a line of its own.
"""

import pytest

from . import feedback, pictures
from .walk import findings


@pytest.mark.slow
def test_no_page_breaks_a_rule_of(listed, concern, walk, note):
    run = walk(listed, concern)
    found = findings(run, concern)
    if concern is pictures and run.whole_server is None:
        note("pictures were not compared; that takes --whole with a second site")
    if concern is feedback and run.post is None and listed.mode in ("chiarezza", "utile", "entrambi"):
        note("no page has a form, so none was posted")
    if found:
        pytest.fail("\n".join(map(str, found)), pytrace=False)
