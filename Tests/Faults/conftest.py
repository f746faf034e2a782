"""Which of all faults are tried: all, so many by chance, those of some calls, or one again."""

import collections
import errno
import random
import shutil
import time

import pytest

from . import supervisor, trial

Plan = collections.namedtuple("Plan", "calls faults")


def pytest_addoption(parser):
    group = parser.getgroup("faults of the system")
    group.addoption("--faults", type=int, help="try so many of all faults, by chance")
    group.addoption("--seed", type=int, default=int(time.time()), help="the same ones by chance again")
    group.addoption("--call", default="", help="those of calls with this in their name")
    group.addoption("--at", nargs=2, metavar=("NUMBER", "ERROR"), help="one fault, as a failure names it")
    group.addoption("--calls", action="store_true", help="tell the calls of each step")


@pytest.fixture(scope="session")
def plans(request):
    """By the title of each step that is asked for, its calls and the faults to try."""
    option = request.config.getoption
    kinds = {item.callspec.params["kind"] for item in request.session.items if "plans" in item.fixturenames}
    plans = {}
    try:
        for kind in sorted(kinds, key=lambda kind: kind.title):
            step = trial.STEPS[kind.title] = kind()
            faults, calls = trial.plan(step, option("call"))
            plans[kind.title] = Plan(calls, faults)
        chosen = [fault for plan in plans.values() for fault in plan.faults]
        if option("at"):
            number, effect = option("at")
            effect = effect if effect == supervisor.SHORT else getattr(errno, effect)
            chosen = [(title, int(number), effect) for title in plans]
        elif option("faults") and option("faults") < len(chosen):
            chosen = random.Random(option("seed")).sample(chosen, option("faults"))
        yield {title: Plan(plan.calls, [fault for fault in chosen if fault[0] == title])
               for title, plan in plans.items()}
    finally:
        for step in trial.STEPS.values():
            shutil.rmtree(step.template, ignore_errors=True)
