#!/usr/bin/env python3
"""Looks whether any text or folder takes the program its square: time and memory at n, 2n and 4n of named shapes.

Each shape (`shapes/`) is a content that somebody could bring and nobody should write. What the same commands take
for the report without it is subtracted. A shape fails where time grows faster than n to the 1.3, where its largest
size takes longer or more memory than is allowed, or where the program ends otherwise than with its own words.
"""

import argparse
import math
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True

from shapes import SHAPES  # noqa: E402
from shapes.report import BASE, THEME, Report  # noqa: E402

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MEMORY = Path("/dev/shm")

EXPONENT = 1.3
# What is too little to tell growth from noise, in seconds.
NOISE = 0.15
# Bytes of memory for a byte of input, and beside that for every run: a mark of two bytes can be two nodes of cmark's
# tree and a finding with its words in two languages; the cells that short rows lack are in what stands beside.
MEMORY_A_BYTE, MEMORY_BESIDE = 600, 128 << 20
COMMANDS = {
    "text": ["check", "--format", "text"],
    "json": ["check", "--format", "json"],
    "build": ["build", "--format", "line", "--quiet"],
}


class Failed(Exception):
    """What is wrong with a run, in words."""


def run(program, command, content, work, limit):
    """The processor time (s) and the peak memory (bytes) of one run, which must end with the program's own words."""
    theme = content.parent / "theme"
    arguments = [str(program), *COMMANDS[command], "--content", str(content),
                 "--theme", str(theme if theme.exists() else THEME)]
    output = work / "output"
    if command == "build":
        shutil.rmtree(output, ignore_errors=True)
        arguments += ["--output", str(output)]

    def bounded():
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 2, int(limit) + 4))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with open(work / "told", "wb") as told:
        process = subprocess.Popen(arguments, cwd=work, stdin=subprocess.DEVNULL, stdout=told, stderr=told,
                                   preexec_fn=bounded)
        deadline = time.monotonic() + 4 * limit
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            if time.monotonic() > deadline:
                process.kill()
            time.sleep(0.002)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    if process.returncode in (-signal.SIGKILL, -signal.SIGXCPU):
        raise Failed(f"not done after {seconds:.0f} s")
    if process.returncode not in (0, 1):
        words = (work / "told").read_text(errors="replace").strip().splitlines()
        raise Failed(f"status {process.returncode}: {words[-1][:100] if words else 'no words'}")
    return seconds, usage.ru_maxrss * 1024


def size_of(folder):
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def make(shape, count, work):
    """The content of a shape at one size; without a shape, the report that all of them stand in."""
    content = work / "content"
    shutil.rmtree(content, ignore_errors=True)
    report = Report(content)
    if shape:
        shape.write(report, count)
    return content


def least(program, command, content, work, limit, runs):
    """The best of some runs: noise only adds."""
    found = [run(program, command, content, work, limit) for _ in range(runs)]
    return min(one[0] for one in found), max(one[1] for one in found)


def measure(shape, command, base, options, work):
    """A row of the table: its words and whether all is as it should be."""
    counts = [max(1, int(shape.count * options.scale * factor)) for factor in (1, 2, 4)]
    seconds, peak, size, wrong = [], 0, 0, ""
    try:
        for count in counts:
            content = make(shape, count, work)
            size = size_of(content)
            found, peak = least(options.program, command, content, work, options.limit, options.runs)
            seconds.append(max(0.0, found - base[command][0]))
    except Failed as failure:
        wrong = str(failure)
    exponent = None
    if len(seconds) == 3 and seconds[2] > NOISE:
        exponent = math.log(seconds[2] / max(seconds[0], NOISE / 16), 4)
        # What grows with a jump is seen between the two larger ones.
        later = math.log(seconds[2] / max(seconds[1], NOISE / 4), 2)
        exponent = max(exponent, min(later, exponent + 0.5))
    allowed = MEMORY_BESIDE + base[command][1] + MEMORY_A_BYTE * size
    if not wrong and exponent is not None and exponent > EXPONENT:
        wrong = "grows too fast"
    if not wrong and seconds[-1] > options.ceiling:
        wrong = f"over {options.ceiling:g} s"
    if not wrong and peak > allowed:
        wrong = f"over {allowed / 1e6:,.0f} MB"
    cells = [
        shape.name, command, f"{counts[len(seconds) - 1] if seconds else counts[0]:,}", f"{size / 1e3:,.0f} kB",
        " / ".join(f"{one:.2f}" for one in seconds) or "–", "–" if exponent is None else f"{exponent:.2f}",
        f"{peak / 1e6:,.0f} MB", f"**{wrong}**" if wrong else "OK",
    ]
    return cells, not wrong


def arguments():
    parser = argparse.ArgumentParser(description="Measure how time and memory grow with hostile contents.")
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/bilancio", metavar="PATH",
                        help="the program (default: the release build of this repository)")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="only shapes with this in their name")
    parser.add_argument("--command", action="append", choices=list(COMMANDS), default=[],
                        help="only these commands (default: all)")
    parser.add_argument("--scale", type=float, default=1, help="sizes in proportion, as 0.1 for a debug build")
    parser.add_argument("--runs", type=int, default=1, help="runs of each size, of which the best counts")
    parser.add_argument("--ceiling", type=float, default=20, metavar="SECONDS",
                        help="what the largest size may take (default: %(default)s)")
    parser.add_argument("--limit", type=float, default=60, metavar="SECONDS", help="when a run is ended")
    parser.add_argument("--list", action="store_true", help="name the shapes and end")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the largest content of the one shape there")
    return parser.parse_args()


def chosen(options):
    return [shape for shape in SHAPES
            if not options.only or any(name in shape.name for name in options.only)]


def main():
    options = arguments()
    shapes = chosen(options)
    if options.list:
        print("\n".join(shape.name for shape in shapes))
        return
    if not shapes:
        sys.exit("no shape has that name: see --list")
    options.program = options.program.absolute()
    if not os.access(options.program, os.X_OK):
        sys.exit(f"there is no program at `{options.program}`: build it, or name it with --program")
    commands = options.command or list(COMMANDS)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    work = Path(tempfile.mkdtemp(prefix="bilancio-hostile-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None))
    failed = 0
    try:
        base = {command: least(options.program, command, make(None, 0, work), work, options.limit, 3)
                for command in commands}
        print("| shape | command | n | size | seconds at n/4, n/2, n | exponent | memory | |")
        print("| --- | --- | ---: | ---: | --- | ---: | ---: | --- |")
        for shape in shapes:
            for command in commands:
                cells, is_right = measure(shape, command, base, options, work)
                print("| " + " | ".join(cells) + " |", flush=True)
                failed += not is_right
            if options.keep:
                shutil.rmtree(options.keep, ignore_errors=True)
                shutil.copytree(work / "content", options.keep)
        print(f"\n{len(shapes)} shapes of {BASE.relative_to(ROOT)}, {failed} rows with something wrong")
    except Failed as failure:
        sys.exit(f"the report without any shape: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
