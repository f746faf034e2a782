#!/usr/bin/env python3
"""Every call of the system that a step of the program makes on its files fails once, with each of its errors.

    Tests/Faults/run.py [--sample N] [--only STEP] [--call NAME] [--seed N] [--list]

After each fault the result is the old or the new one, whole; files of others are as they were; the program
says what failed and where, or nothing was lost; and the next run, without a fault, makes the new one and
leaves nothing lying about. A fault is repeated with what stands in its line: --only STEP --at NUMBER ERROR.
"""

import argparse
import errno
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time

import faults
import scenarios
import supervisor

# All processes share them.
STEPS = {}


def one(task):
    """Tries one fault; gives what is wrong with what came of it."""
    title, at, effect = task
    step = STEPS[title]
    folder = step.fresh()
    core = (multiprocessing.current_process()._identity or (1,))[0] - 1
    cores = sorted(os.sched_getaffinity(0))
    try:
        with tempfile.NamedTemporaryFile() as words:
            outcome = supervisor.run(
                [scenarios.PROGRAM, *step.arguments, "--language", "it"], folder, step.environment(folder),
                effect, at, words.name, cores[core % len(cores)])
        if outcome.failed is None:
            return None
        wrong = judge(step, folder, effect, outcome)
        if not wrong:
            return None
        told = " ".join(outcome.errors.split())[:300]
        return f"{title}: --at {at} {faults.name(effect)}: {outcome.failed}: exit {outcome.status}: " \
            + "; ".join(wrong) + (f" («{told}»)" if told else "")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def judge(step, folder, effect, outcome):
    wrong = []
    seen, others = step.seen(folder), step.others(step.template)
    if outcome.status not in (0, 1, 2):
        wrong.append("it did not end as it should")
    if seen == step.new:
        pass
    elif outcome.status == 0:
        wrong.append(f"it is not the new one: {scenarios.difference(step.new, seen)}")
    elif seen != step.old:
        wrong.append(f"neither old nor new: {scenarios.difference(step.old, seen)} from the old, "
                     f"{scenarios.difference(step.new, seen)} from the new")
    if step.others(folder) != others:
        wrong.append("files of others are not as they were")
    if outcome.status != 0:
        if faults.is_borne(outcome.failed, effect):
            wrong.append("it could have gone on")
        wrong += untold(outcome, effect, folder)
    again = step.run(folder)
    if again.returncode != 0:
        wrong.append(f"the next run fails: {' '.join(again.stderr.split())[:200]}")
    elif step.seen(folder) != step.new:
        wrong.append(f"the next run makes something else: {scenarios.difference(step.new, step.seen(folder))}")
    elif step.leftovers(folder) != step.names:
        wrong.append(f"lies about: {sorted(set(step.leftovers(folder)) ^ set(step.names))}")
    return wrong


def untold(outcome, effect, folder):
    """What a message lacks: the file, or the folder it is in, and the cause."""
    if "errore" not in outcome.errors:
        return ["no message"]
    call = outcome.failed
    if call.tool:
        # What tools say of their own files is theirs.
        named = [f"`{call.tool}`", *(path.split("/")[-1] for path in call.paths)]
        return [] if any(name in outcome.errors for name in named) else ["the message names neither tool nor file"]
    missing = []
    names = {part for path in call.paths for part in path.split("/")[-2:]}
    if not any(name and name in outcome.errors for name in names):
        missing.append("the message names no file")
    if effect != supervisor.SHORT and not any(word in outcome.errors for word in faults.words(effect)):
        missing.append("the message gives no cause")
    return missing


def plan(step, wanted):
    """All faults of a step: a run without one tells the calls."""
    folder = step.fresh()
    try:
        with tempfile.NamedTemporaryFile() as words:
            cores = sorted(os.sched_getaffinity(0))
            outcome = supervisor.run(
                [scenarios.PROGRAM, *step.arguments, "--language", "it"], folder, step.environment(folder),
                errors=words.name, core=cores[0])
        assert outcome.status == 0, outcome.errors
        return [(step.title, at, effect) for at, call in enumerate(outcome.calls)
                for effect in faults.all_of(call) if wanted in call.name], outcome.calls
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("--sample", type=int, help="how many faults of all, by chance")
    reader.add_argument("--only", default="", help="the step")
    reader.add_argument("--call", default="", help="part of a call's name")
    reader.add_argument("--at", nargs=2, metavar=("NUMBER", "ERROR"), help="one fault")
    reader.add_argument("--seed", type=int, default=int(time.time()))
    reader.add_argument("--list", action="store_true", help="the calls, and no faults")
    given = reader.parse_args()
    if not os.access(scenarios.PROGRAM, os.X_OK):
        sys.exit("the program is not built: make build")
    if not supervisor.is_possible():
        print("Faults cannot be tried on this machine: it is no x86-64 Linux whose seccomp asks a supervisor.")
        return
    begin = time.monotonic()
    tasks = []
    for kind in scenarios.SCENARIOS:
        if given.only and kind.title != given.only:
            continue
        step = STEPS[kind.title] = kind()
        found, calls = plan(step, given.call)
        print(f"{kind.title}: {len(calls)} calls, {len(found)} faults", flush=True)
        if given.list:
            print("\n".join(f"{at:5} {call}" for at, call in enumerate(calls)))
        tasks += found
    try:
        if given.at:
            effect = given.at[1]
            effect = effect if effect == supervisor.SHORT else getattr(errno, effect)
            tasks = [(title, int(given.at[0]), effect) for title in STEPS]
        elif given.sample and given.sample < len(tasks):
            tasks = random.Random(given.seed).sample(tasks, given.sample)
        if not given.list:
            sys.exit(try_all(tasks, given, begin))
    finally:
        for step in STEPS.values():
            shutil.rmtree(step.template, ignore_errors=True)


def try_all(tasks, given, begin):
    failed = 0
    with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
        for wrong in pool.imap_unordered(one, tasks):
            if wrong:
                failed += 1
                print("FAILED " + wrong, flush=True)
    chance = f" (--seed {given.seed})" if given.sample else ""
    print(f"{len(tasks)} faults tried, {failed} failed, {time.monotonic() - begin:.0f} s{chance}")
    return 1 if failed or not tasks else 0


if __name__ == "__main__":
    main()
