"""A small site with texts replaced in it, and what a concern finds there."""

import contextlib
import pathlib
import tempfile

from . import fixture
from .broken import EXTRA, PAGE
from .pages import Site
from .walk import Run, do


def changed(old, new, path, files=None):
    """These files, or those of the good site, with one text replaced everywhere in one of them."""
    files = files or fixture.good() | EXTRA
    if old not in files[path]:
        raise ValueError(f"the fixture has no `{old}` in {path}")
    return files | {path: files[path].replace(old, new)}


def batches(cases):
    """Groups cases that leave each other's place alone; each group is one broken site."""
    groups = []
    for case in cases:
        for group in groups if not case.alone else []:
            first = group[0]
            files = together(group)
            alike = (first.concern, first.mode, first.whole, first.posts) == (
                case.concern,
                case.mode,
                case.whole,
                case.posts,
            )
            if (
                alike
                and not first.alone
                and case.old in files[case.path]
                and all(case.words != other.words for other in group)
            ):
                group.append(case)
                break
        else:
            groups.append([case])
    return groups


def together(group):
    files = None
    for case in group:
        files = changed(case.old, case.new, case.path, files)
    return files


@contextlib.contextmanager
def laid_out(files, mode="chiarezza"):
    """A run over these files, in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = pathlib.Path(folder) / "site" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        sheet = pathlib.Path(folder) / "library.css"
        sheet.write_text(fixture.LIBRARY, encoding="utf-8")
        yield Run(Site(pathlib.Path(folder) / "site"), sheet, mode)


def look(browser, concern, files, path=PAGE, mode="chiarezza", whole=False, posts=False):
    """What the concern finds on one page and on the site as a whole."""
    with contextlib.ExitStack() as stack:
        run = stack.enter_context(laid_out(files, mode))
        other = stack.enter_context(laid_out(fixture.good() | EXTRA)).site if whole else None
        stack.enter_context(run.serving(other, posts))
        run = run.using(browser)
        found = []
        if hasattr(concern, "whole"):
            found += do(run, concern, None)
        if hasattr(concern, "per_page"):
            found += do(run, concern, next(page for page in run.site.pages if page.path == path))
        return [str(finding) for finding in found]
