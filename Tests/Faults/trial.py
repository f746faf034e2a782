"""One fault: what it may leave behind, and what must be told of it."""

import multiprocessing
import os
import shutil
import tempfile

from . import faults, scenarios, supervisor

# By their titles; the processes that try faults get them by being forked.
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
    """All faults of a step, and its calls, which a run without a fault tells."""
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
