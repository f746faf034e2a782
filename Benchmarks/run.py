#!/usr/bin/env python3
"""Measures `bilancio` against the floor (`floor.c`) and Hugo and prints Markdown tables and the goals.

All work on generated contents (`generate.py`, `neutral.py`) in a folder in memory, where there is one,
and take turns, so that the machine's noise falls on all alike.
"""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MEMORY = Path("/dev/shm")
PHASES = ["read", "decode", "check", "render", "write", "total"]
FLOOR_PHASES = {"read": "read_s", "render": "cmark_s", "write": "write_s"}
VERSION_RUNS = 20


class CannotRun(Exception):
    """Something could not be run at all; its words are for the one who started this."""


# --- Running -------------------------------------------------------------------------------------------------------

def launch(command, scratch):
    """Runs a command to its end, and gives its wall time (s), processor time (s), peak memory (bytes) and texts.

    The texts go through files: a full pipe would hold the program up. The peak is at least that of this script,
    which the kernel counts into the process it starts; that is far below what the goals are about.
    """
    with open(scratch / "stdout", "w+b") as out, open(scratch / "stderr", "w+b") as err:
        start = time.monotonic()
        try:
            process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        except OSError as error:
            raise CannotRun(f"`{Path(command[0]).name}` could not be started: {error.strerror}") from error
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = [stream.seek(0) or stream.read().decode(errors="replace") for stream in (out, err)]
    if process.returncode:
        told = "\n".join((texts[1].strip() or texts[0].strip()).splitlines()[:20])
        raise CannotRun(f"`{Path(command[0]).name}` ended with status {process.returncode}\n{told}")
    return {"wall_s": wall, "cpu_s": usage.ru_utime + usage.ru_stime, "peak_bytes": usage.ru_maxrss * 1024}, *texts


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def compile_floor(work):
    command = ["cc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", str(work / "floor"), str(HERE / "floor.c"),
               "-lcmark-gfm-extensions", "-lcmark-gfm", "-lpthread"]
    launch(command, work)
    return work / "floor"


def build_once(program, content, output, scratch, form="json"):
    """One run of the program; the timings it tells are optional."""
    command = [str(program), "build", "--content", str(content), "--output", str(output),
               "--quiet", "--format", form, "--timings"]
    figures, _, told = launch(command, scratch)
    figures["timings"] = timings(told)
    return figures


def timings(text):
    """The last line of standard error that is the JSON of `--timings`; none where the program does not know it."""
    for line in reversed(text.splitlines()):
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict) and "total_s" in found:
            return found
    return {}


def floor_once(floor, content, site, target, scratch):
    """One run of the floor. Its own clock counts: loading the site beforehand is none of its work."""
    figures, told, _ = launch([str(floor), str(content), str(site), str(target)], scratch)
    return json.loads(told) | {"peak_bytes": figures["peak_bytes"]}


def measure(pages, runs, program, floor, work):
    """Program and floor in turns; each is given a target that does not exist yet."""
    content, out = work / "content", work / "out"
    launch([sys.executable, str(HERE / "generate.py"), str(pages), str(content)], work)
    pairs = []
    for number in range(1, runs + 1):
        progress(f"{pages} pages, run {number} of {runs}")
        emptied(out)
        ours = build_once(program, content, out / "site", work)
        theirs = floor_once(floor, content, out / "site", out / "floor", work)
        pairs.append({"bilancio": ours, "floor": theirs})
    progress("")
    shutil.rmtree(content)
    shutil.rmtree(out)
    return summary(pages, pairs)


def measure_neutral(pages, runs, program, floor, hugo, work):
    """A build and a check with the messages a person gets, the floor, and Hugo if it is there, in turns."""
    content, source, out = work / "content", work / "hugo", work / "out"
    launch([sys.executable, str(HERE / "neutral.py"), str(pages), str(content), str(source)], work)
    rounds = []
    for number in range(1, runs + 1):
        progress(f"neutral, {pages} pages, run {number} of {runs}")
        emptied(out)
        one = {"build": build_once(program, content, out / "site", work, "text"),
               "floor": floor_once(floor, content, out / "site", out / "floor", work),
               "check": launch([str(program), "check", "--content", str(content), "--quiet", "--format", "text"], work)[0]}
        if hugo:
            one["hugo"] = launch([hugo, "--quiet", "--source", str(source), "--destination", str(out / "hugo")], work)[0]
        rounds.append(one)
    told = launch([str(program), "check", "--content", str(content), "--format", "json"], work)[1]
    found = json.loads(told)
    progress("")
    for folder in (content, source, out):
        shutil.rmtree(folder, ignore_errors=True)
    return neutral_summary(pages, rounds) | {"messages": found["errors"] + found["warnings"] + found["hints"]}


def neutral_summary(pages, rounds):
    """Ratios are medians of those of each round; None where Hugo is missing."""
    def ratio(ours, theirs):
        if theirs not in rounds[0]:
            return None
        return statistics.median(one[ours]["wall_s"] / one[theirs]["wall_s"] for one in rounds)

    return {"pages": pages, "build_floor": ratio("build", "floor"), "build_hugo": ratio("build", "hugo"),
            "check_hugo": ratio("check", "hugo"),
            "cpu_per_page_s": statistics.median(one["build"]["cpu_s"] for one in rounds) / pages,
            "peak_bytes": max(one["build"]["peak_bytes"] for one in rounds), "runs": rounds}


def progress(words):
    """One line that replaces itself, for whoever is watching; nothing goes into a log."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)


def measure_version(program, work):
    return statistics.median(launch([str(program), "--version"], work)[0]["wall_s"] for _ in range(VERSION_RUNS))


# --- Figures -------------------------------------------------------------------------------------------------------

def summary(pages, pairs):
    ratios = [pair["bilancio"]["wall_s"] / pair["floor"]["wall_s"] for pair in pairs]
    ours, theirs = [pair["bilancio"] for pair in pairs], [pair["floor"] for pair in pairs]
    told = [run["timings"] for run in ours]
    return {
        "pages": pages, "ratio": statistics.median(ratios), "ratios": ratios,
        "bilancio": side(pages, ours) | {
            "phases": {phase: median_of(told, f"{phase}_s") for phase in PHASES},
            "files": median_of(told, "files"), "bytes": median_of(told, "bytes")},
        "floor": side(pages, theirs) | {
            "phases": {phase: median_of(theirs, key) for phase, key in FLOOR_PHASES.items()},
            "files": theirs[0]["files_written"], "bytes": theirs[0]["bytes_out"]},
        "runs": pairs,
    }


def side(pages, runs):
    walls = [run["wall_s"] for run in runs]
    wall = statistics.median(walls)
    return {"wall_s": wall, "wall_min_s": min(walls), "wall_max_s": max(walls), "cpu_s": median_of(runs, "cpu_s"),
            "peak_bytes": max(run["peak_bytes"] for run in runs), "pages_per_s": pages / wall, "wall_per_page_s": wall / pages}


def median_of(runs, key):
    """None where a run does not tell this figure."""
    values = [run.get(key) for run in runs]
    return None if None in values else statistics.median(values)


# --- Printing ------------------------------------------------------------------------------------------------------

def milliseconds(value):
    return "–" if value is None else f"{value * 1e3:,.1f}"


def megabytes(value):
    return "–" if value is None else f"{value / 1e6:,.1f}"


def count(value):
    return "–" if value is None else f"{value:,.0f}"


def table(size):
    ours, theirs = size["bilancio"], size["floor"]
    rows = [
        ("wall, ms: median (min–max)", *(wall_range(one) for one in (ours, theirs))),
        ("wall / floor's wall (pairwise median)", f"**{size['ratio']:.2f}**", "1"),
        ("cpu, ms", milliseconds(ours["cpu_s"]), milliseconds(theirs["cpu_s"])),
        ("peak memory, MB", megabytes(ours["peak_bytes"]), f"{megabytes(theirs['peak_bytes'])} ¹"),
        ("pages/s", count(ours["pages_per_s"]), count(theirs["pages_per_s"])),
        ("wall a page, µs", *(f"{one['wall_per_page_s'] * 1e6:,.1f}" for one in (ours, theirs))),
    ]
    rows += [(f"{phase}, ms", milliseconds(ours["phases"][phase]), floor_phase(theirs, phase)) for phase in PHASES]
    rows += [("files written", count(ours["files"]), count(theirs["files"])),
             ("MB written", megabytes(ours["bytes"]), megabytes(theirs["bytes"]))]
    lines = [f"## {size['pages']:,} pages", "", "| | bilancio | floor |", "| --- | ---: | ---: |"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines + ["", "¹ With the finished site, which it holds in memory. ² Sum over both threads; render is cmark-gfm."])


def neutral_table(sizes):
    lines = ["## Neutral corpus, messages as text", "",
             "| pages | messages | build / floor | build / Hugo | check / Hugo | cpu a page, ms | peak, MB |",
             "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    for size in sizes.values():
        shares = ["–" if size[key] is None else f"{size[key]:.2f}" for key in ("build_floor", "build_hugo", "check_hugo")]
        lines.append("| " + " | ".join([count(size["pages"]), count(size["messages"]), *shares,
                                        f"{size['cpu_per_page_s'] * 1e3:.2f}", megabytes(size["peak_bytes"])]) + " |")
    return "\n".join(lines)


def neutral_goals(sizes):
    found = []
    for pages, memory in ((1_000, 80), (10_000, 400)):
        size = sizes.get(pages, {})
        peak = size["peak_bytes"] / 1e6 if size else None
        found += [goal(f"neutral: build at {pages:,} pages", size.get("build_floor"), "≤", 5, "× floor"),
                  goal(f"neutral: build at {pages:,} pages", size.get("build_hugo"), "≤", 0.6, "× Hugo"),
                  goal(f"neutral: check at {pages:,} pages", size.get("check_hugo"), "<", 0.35, "× Hugo"),
                  goal(f"neutral: peak memory at {pages:,} pages", peak, "<", memory, "MB")]
    growth = None
    if {1_000, 10_000} <= sizes.keys():
        growth = sizes[10_000]["cpu_per_page_s"] / sizes[1_000]["cpu_per_page_s"]
    return found + [goal("neutral: cpu a page at 10,000 pages", growth, "≤", 1.1, "× that at 1,000")]


def wall_range(one):
    return f"{milliseconds(one['wall_s'])} ({milliseconds(one['wall_min_s'])}–{milliseconds(one['wall_max_s'])})"


def floor_phase(theirs, phase):
    return f"{milliseconds(theirs['phases'][phase])} ²" if phase in theirs["phases"] else "–"


def goals(sizes, version):
    """Each goal as (words, figure, limit, unit); the figure is None where its size was not measured."""
    ratio = {pages: size["ratio"] for pages, size in sizes.items()}
    peak = {pages: size["bilancio"]["peak_bytes"] / 1e6 for pages, size in sizes.items()}
    page = {pages: size["bilancio"]["wall_per_page_s"] for pages, size in sizes.items()}
    growth = page[10_000] / page[1_000] if {1_000, 10_000} <= page.keys() else None
    small = sizes[100]["bilancio"]["wall_s"] * 1e3 if 100 in sizes else None
    return [
        goal("wall at 1,000 pages", ratio.get(1_000), "≤", 4, "× floor"),
        goal("wall at 10,000 pages", ratio.get(10_000), "≤", 4, "× floor"),
        goal("cost a page at 10,000 pages", growth, "≤", 1.25, "× that at 1,000"),
        goal("wall at 100 pages", small, "<", 40, "ms"),
        goal("`--version`", version * 1e3, "<", 20, "ms"),
        goal("peak memory at 1,000 pages", peak.get(1_000), "≤", 120, "MB"),
        goal("peak memory at 10,000 pages", peak.get(10_000), "≤", 400, "MB"),
    ]


def goal(words, figure, relation, limit, unit):
    holds = None
    if figure is not None:
        holds = figure < limit or (relation == "≤" and figure == limit)
    return {"goal": f"{words} {relation} {limit} {unit}", "figure": figure, "unit": unit, "holds": holds}


def goals_table(found):
    verdict = {True: "yes", False: "**no**", None: "not measured"}
    lines = ["## Goals", "", "| goal | measured | holds |", "| --- | ---: | --- |"]
    for one in found:
        figure = "–" if one["figure"] is None else f"{one['figure']:,.2f} {one['unit']}"
        lines.append(f"| {one['goal']} | {figure} | {verdict[one['holds']]} |")
    return "\n".join(lines)


# --- The command ---------------------------------------------------------------------------------------------------

def sizes_of(text):
    if text == "none":
        return []
    sizes = [int(part) for part in text.split(",")]
    if min(sizes) < 1:
        raise argparse.ArgumentTypeError("at least 1 page")
    return sizes


def at_least_one(text):
    if int(text) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return int(text)


def arguments():
    parser = argparse.ArgumentParser(description="Measure `bilancio` against the floor and Hugo.")
    parser.add_argument("--pages", type=sizes_of, default=[100, 1_000, 10_000], metavar="N,N,…",
                        help="sizes of the own corpus, or `none` (default: 100,1000,10000)")
    parser.add_argument("--neutral", type=sizes_of, default=[1_000, 10_000], metavar="N,N,…",
                        help="sizes of the neutral corpus, or `none` (default: 1000,10000)")
    parser.add_argument("--hugo", default=shutil.which("hugo"), metavar="PATH",
                        help="Hugo, 0.111 or newer (default: the one on the path)")
    parser.add_argument("--runs", type=at_least_one, default=5, help="runs of each size (default: %(default)s)")
    parser.add_argument("--bilancio", type=Path, default=ROOT / ".build/release/bilancio", metavar="PATH",
                        help="the program (default: the release build of this repository)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to FILE")
    return parser.parse_args()


def run(options, work):
    program = options.bilancio.absolute()
    if not os.access(program, os.X_OK):
        raise CannotRun(f"there is no program at `{options.bilancio}`: build it, or name it with --bilancio")
    floor = compile_floor(work)
    sizes = {}
    for pages in options.pages:
        sizes[pages] = measure(pages, options.runs, program, floor, work)
        print(table(sizes[pages]), end="\n\n", flush=True)
    if options.neutral and not options.hugo:
        print("Hugo is not here (Debian's package `hugo`): nothing is compared with it.\n")
    neutral = {pages: measure_neutral(pages, options.runs, program, floor, options.hugo, work)
               for pages in options.neutral}
    if neutral:
        print(neutral_table(neutral), end="\n\n", flush=True)
    version = measure_version(program, work)
    print(f"## Start-up\n\n`--version`: {milliseconds(version)} ms (median of {VERSION_RUNS})\n")
    found = goals(sizes, version) + neutral_goals(neutral)
    print(goals_table(found))
    if options.json:
        figures = {"sizes": list(sizes.values()), "neutral": list(neutral.values()), "version_s": version, "goals": found}
        options.json.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    options = arguments()
    # Ended by a signal, the script still leaves through `finally`, and the folder goes.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    parent = MEMORY if os.access(MEMORY, os.W_OK) else None
    work = Path(tempfile.mkdtemp(prefix="bilancio-benchmark-", dir=parent))
    try:
        run(options, work)
    except CannotRun as error:
        progress("")
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
