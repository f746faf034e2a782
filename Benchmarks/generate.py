#!/usr/bin/env python3
"""Writes a complete, valid content folder with as many achievement pages as asked for.

The same number of pages and the same seed give the same bytes on every machine: the choices come from
splitmix64, not from `random`, and every number is an integer until it is printed.
"""

import argparse
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True  # Importing the material must not leave cache folders among the sources.

from material.choice import Choice  # noqa: E402
from material import lists, pages  # noqa: E402
from material.tree import YEAR, Report  # noqa: E402


def files(report):
    """Every file of the content folder, as (path, text)."""
    yield "sito.yml", lists.site_file()
    yield f"{YEAR}/edizione.yml", lists.edition_file(report)
    yield f"{YEAR}/fonti.yml", lists.sources_file(report)
    yield f"{YEAR}/atti.yml", lists.acts_file(report)
    yield f"{YEAR}/glossario.yml", lists.glossary_file()
    yield f"{YEAR}/uffici.yml", lists.offices_file(report)
    yield f"{YEAR}/piani.yml", lists.plans_file(report)
    yield f"{YEAR}/contesto/contesto-strategico.md", lists.context_file()
    for area in report.areas:
        yield f"{area.folder}/area.yml", lists.area_file(area)
    for objective in report.objectives:
        yield from objective_files(objective, report)


def objective_files(objective, report):
    """An objective with its indicator and its achievements."""
    made = objective.indicator
    yield f"{YEAR}/indicatori/{made.id}.yml", lists.indicator_file(made, Choice(report.seed, "series", objective.number))
    yield f"{objective.folder}/obiettivo.yml", pages.objective_file(objective, report)
    for page in objective.achievements:
        yield f"{objective.folder}/{page.number}-{page.id}.md", pages.achievement_file(page, report)


def write(folder, paths_and_texts):
    made = set()
    for path, text in paths_and_texts:
        target = os.path.join(folder, path)
        parent = os.path.dirname(target)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(target, "wb") as out:  # Bytes, so that no system changes the ends of the lines.
            out.write(text.encode())


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def main():
    parser = argparse.ArgumentParser(description="Write a valid content folder of the given size.")
    parser.add_argument("pages", type=positive, metavar="PAGES", help="how many achievement pages")
    parser.add_argument("folder", metavar="DIR", help="a folder that is empty or does not exist yet")
    parser.add_argument("--seed", type=int, default=YEAR, help="another seed gives another report (default: %(default)s)")
    options = parser.parse_args()
    if os.path.isdir(options.folder) and os.listdir(options.folder):
        parser.error(f"`{options.folder}` is not empty")
    write(options.folder, files(Report(options.pages, options.seed)))


if __name__ == "__main__":
    main()
