"""What all suites share: that there is a program, one browser, and notes of what is no failure."""

import os
import shutil

import pytest

from program import PROGRAM


def pytest_sessionstart(session):
    if not os.access(PROGRAM, os.X_OK):
        pytest.exit(f"the program is not built: make build (looked for {PROGRAM})", returncode=2)


@pytest.fixture
def note(request):
    """Takes a sentence about the test that stands at the end of the run, though nothing failed."""
    return lambda text: request.node.user_properties.append(("note", text))


def pytest_terminal_summary(terminalreporter):
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", "") == "call":
                for name, text in report.user_properties:
                    terminalreporter.write_line(f"Note: {report.nodeid}: {text}")


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the whole run; it reaches nothing but this machine's own servers."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    assert program, "`chromium` is missing: install Debian's package of that name"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=[
                "--no-sandbox",
                "--force-device-scale-factor=1",
                "--force-color-profile=srgb",
                "--disable-partial-raster",
                "--disable-lcd-text",
                "--disable-low-res-tiling",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        yield browser
        browser.close()
