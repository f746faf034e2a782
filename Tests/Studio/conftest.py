"""The studio that the tests of a file share."""

import pytest

from .studio import Studio


@pytest.fixture(scope="module")
def studio():
    """A studio that goes on through all tests of a file."""
    with Studio() as studio:
        yield studio


@pytest.fixture(autouse=True)
def settled(request):
    """What a test wrote beside the studio is known to it before the next test begins."""
    yield
    studio = request.node.funcargs.get("studio")
    if getattr(studio, "has_written", False):
        studio.settle()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    lines = getattr(item.funcargs.get("studio"), "lines", None)
    if report.failed and lines:
        report.sections.append(("the terminal's last lines", "\n".join(lines[-5:])))
    return report
