#!/usr/bin/env python3
"""Tests of `bilancio preview` with a real HTTP client and a real browser on the built program.

    .ci/python Tests/Preview/run.py [PART OF A NAME]
"""

import sys
import time
import traceback

import browser
import changes
import gate
import terminal
from preview import PROGRAM, Preview


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    if not PROGRAM.exists():
        sys.exit("the program is not built: make build")
    failed = count = 0

    def run(test, *arguments):
        nonlocal failed, count
        name = f"{test.__module__}: {test.__name__.replace('_', ' ')}"
        if wanted not in name:
            return
        count += 1
        start = time.monotonic()
        try:
            note = test(*arguments)
        except Exception:
            failed += 1
            print(f"FAILED {name}\n{traceback.format_exc()}")
            for preview in arguments:
                print("the terminal's last lines:\n" + "\n".join(getattr(preview, "lines", [])[-5:]))
            return
        if note:
            print(f"Note: {name}: {note}")
        if wanted:
            print(f"{time.monotonic() - start:6.2f} s  {name}")

    begin = time.monotonic()
    for module in (gate, changes, browser, terminal):
        tests = [test for test in module.TESTS if wanted in f"{module.__name__}: {test.__name__.replace('_', ' ')}"]
        if tests:
            # A preview goes on through all of them, as it does through a day's work.
            with module.session() if hasattr(module, "session") else Preview() as preview:
                for test in tests:
                    run(test, preview)
        for test in module.ALONE:
            run(test)
    print(f"{count} tests of the preview, {failed} failed, {time.monotonic() - begin:.0f} s")
    sys.exit(1 if failed or not count else 0)


if __name__ == "__main__":
    main()
