"""Every call of the system that a step of the program makes on its files fails once, with each of its errors.

    .ci/python -m pytest Tests/Faults [-k STEP] [--faults N] [--seed N] [--call NAME] [--calls]

After each fault the result is the old or the new one, whole; files of others are as they were; the program
says what failed and where, or nothing was lost; and the next run, without a fault, makes the new one and
leaves nothing lying about. A fault is repeated with what stands in its line: -k STEP --at NUMBER ERROR.
"""

import multiprocessing
import os

import pytest

from . import scenarios, supervisor, trial

pytestmark = pytest.mark.skipif(
    not supervisor.is_possible(), reason="this machine is no x86-64 Linux whose seccomp asks a supervisor")


@pytest.mark.slow
@pytest.mark.parametrize("kind", scenarios.SCENARIOS, ids=lambda kind: kind.title.replace(" ", "-"))
def test_each_fault_leaves_the_old_or_the_new_one_and_is_told(kind, plans, request, note):
    calls, faults = plans[kind.title]
    if request.config.getoption("calls"):
        note("\n" + "\n".join(f"{at:5} {call}" for at, call in enumerate(calls)))
    with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
        wrong = [each for each in pool.imap_unordered(trial.one, faults) if each]
    note(f"{len(calls)} calls, {len(faults)} faults tried (--seed {request.config.getoption('seed')})")
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)
