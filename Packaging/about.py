"""What is said of the program in every package, and where it is known from."""

import datetime
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[1]
NAME = "bilancio"
# Who answers for the packages, and under which terms; `publiccode.yml` says the same (a test compares).
MAINTAINER = "Progetto bilancio <bilancio@example.it>"
LICENCE = "EUPL-1.2"
ARCHITECTURE = "amd64"
# The oldest C library that the packages run with: that of Debian 12.
GLIBC = (2, 36)


def version():
    """The program's own version, from the one place where it stands."""
    source = (ROOT / "Sources/Commands/Version.swift").read_text(encoding="utf-8")
    return re.search(r'static let text = "([^"]+)"', source)[1]


def epoch():
    """The time that all files of a package have: that of the commit, so that it gives the same bytes."""
    if stated := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(stated)
    return int(output("git", "-C", ROOT, "log", "-1", "--format=%ct"))


def date():
    return datetime.datetime.fromtimestamp(epoch(), datetime.timezone.utc)


def tracked(*folders):
    """The files of these folders that belong to the project, relative to its root."""
    names = output("git", "-C", ROOT, "ls-files", "-z", "--", *folders)
    return [pathlib.Path(name) for name in names.split("\0") if name]


def output(*command, **options):
    """What a command writes; it ends the run where it fails."""
    done = subprocess.run(
        [str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True, **options)
    return done.stdout
