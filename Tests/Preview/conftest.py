"""The preview that the tests of a file share."""

import pytest

from .preview import Preview


@pytest.fixture(scope="module")
def preview():
    """A preview that goes on through all tests of a file, as it does through a day's work."""
    with Preview() as preview:
        yield preview


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    lines = getattr(item.funcargs.get("preview"), "lines", None)
    if report.failed and lines:
        report.sections.append(("the terminal's last lines", "\n".join(lines[-5:])))
    return report
