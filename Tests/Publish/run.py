#!/usr/bin/env python3
"""Tests of `bilancio publish` with real servers on the built program.

    .ci/python Tests/Publish/run.py [PART OF A NAME]
"""

import sys
import time
import traceback

import everywhere
import gate
import hostile
import kills
import serverfiles
import together
import trouble
import webservers
from places import PLACES, Servers
from project import PROGRAM


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    if not PROGRAM.exists():
        sys.exit("the program is not built: make build")
    failed = count = 0

    def run(test, argument, name=""):
        nonlocal failed, count
        title = f"{name or test.__module__}: {test.__name__.replace('_', ' ')}"
        if wanted not in title:
            return
        count += 1
        start = time.monotonic()
        try:
            note = test(argument)
        except Exception:
            failed += 1
            print(f"FAILED {title}\n{traceback.format_exc()}", flush=True)
            return
        if note:
            print(f"Note: {title}: {note}", flush=True)
        if wanted:
            print(f"{time.monotonic() - start:6.2f} s  {title}", flush=True)

    begin = time.monotonic()
    with Servers() as servers:
        for kind in PLACES:
            for test in everywhere.TESTS:
                run(test, kind(servers), kind.name)
        for module in (together, gate, hostile, trouble, webservers, serverfiles, kills):
            for test in module.TESTS:
                run(test, servers)
    print(f"{count} tests of publishing, {failed} failed, {time.monotonic() - begin:.0f} s")
    sys.exit(1 if failed or not count else 0)


if __name__ == "__main__":
    main()
