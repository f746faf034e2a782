#!/usr/bin/env python3
"""Writes the neutral corpus: a report as towns write them, with long sentences and acronyms nobody explains.

    neutral.py PAGES CONTENT [HUGO]

Each achievement has an indicator of its own, and every second one another; its text has no link that only
`bilancio` knows. HUGO gets the same texts, series and lists as a site for Hugo with a theme of its own
(`hugo/`): a page for each achievement and each indicator, lists of objectives and areas, navigation.
The same number of pages gives the same bytes on every machine.
"""

import argparse
import json
import os
import shutil
import sys

sys.dont_write_bytecode = True

from generate import HERE, files, positive, write  # noqa: E402
from material import lists, prose, sentences  # noqa: E402
from material.choice import Choice  # noqa: E402
from material.pages import front_matter  # noqa: E402
from material.prose import slots  # noqa: E402
from material.tree import YEAR, Names, Report, make_indicator  # noqa: E402

STOCK = sentences.OPENING + sentences.WORK + sentences.PEOPLE + sentences.CLOSING
JOINTS = [", mentre ", ", e per questo ", ", dato che ", ", anche se ", ", tanto che "]
LONG_SENTENCES, JOINED, ACRONYMS = 7, 3, 5
CONSONANTS = "BDFGLMNPRSTVZ"


def report_of(pages):
    report = Report(pages, YEAR)
    names = Names("rilevazione")
    for objective in report.objectives:
        names.take(objective.indicator.id)
    for page in report.achievements:
        choice = Choice(YEAR, "own indicator", page.index)
        theme = page.objective.area.theme
        page.indicators = [make_indicator(theme, page.source, report.office_of[theme.office], choice, names)
                           for _ in range(1 + page.index % 2)]
    return report


def text(page):
    """Short paragraphs, long sentences, acronyms and a table, in plain Markdown."""
    choice = Choice(YEAR, "neutral", page.index)
    filled = slots(page, choice)
    said = [sentence.format(**filled) for sentence in choice.sample(STOCK, len(STOCK))]
    parts, acronyms = [], ["".join(choice.sample(CONSONANTS, 4)) for _ in range(ACRONYMS)]
    for number in range(LONG_SENTENCES):
        if number % 3 == 0:
            parts.append(f"## {choice.pick(sentences.HEADINGS_WORK)}, parte {number // 3 + 1}")
        parts.append(long_sentence([said.pop() for _ in range(JOINED)], choice))
        told = f" Lo prevede anche il piano {acronyms[number]} del Comune." if number < ACRONYMS else ""
        parts.append(said.pop() + told)
    parts.append(choice.pick(prose.TABLES)(choice))
    return "\n\n".join(parts) + "\n"


def long_sentence(parts, choice):
    """Several sentences of the stock made into one."""
    whole = parts[0].rstrip(".")
    for part in parts[1:]:
        whole += choice.pick(JOINTS) + part[0].lower() + part[1:].rstrip(".")
    return whole + "."


def content(report):
    yield from (pair for pair in files(report) if not pair[0].endswith(".md") or "/contesto/" in pair[0])
    for page in report.achievements:
        choice = Choice(report.seed, "page", page.index)
        front = front_matter(page, report, slots(page, choice), choice)
        yield f"{page.objective.folder}/{page.number}-{page.id}.md", front + "\n" + text(page)
        for made in page.indicators:
            yield f"{YEAR}/indicatori/{made.id}.yml", lists.indicator_file(made, Choice(report.seed, made.id))


# --- For Hugo ----------------------------------------------------------------------------------------------

def hugo_site(report):
    yield "config.json", json.dumps({
        "baseURL": "https://www.comune.vallechiara.example/", "languageCode": "it", "title": f"Bilancio Sociale {YEAR}",
        "disableKinds": ["taxonomy", "term", "RSS"], "markup": {"goldmark": {"renderer": {"unsafe": True}}}})
    yield "content/_index.md", paged({"title": f"Bilancio Sociale {YEAR}"})
    yield "content/indicatori/_index.md", paged({"title": "Indicatori"})
    for area in report.areas:
        yield f"content/{address(area.folder)}/_index.md", paged({"title": area.title, "weight": area.number, "area": True})
    for objective in report.objectives:
        yield f"content/{address(objective.folder)}/_index.md", paged({"title": objective.title, "weight": objective.number})
        yield indicator_page(objective.indicator, objective)
    for page in report.achievements:
        choice = Choice(report.seed, "page", page.index)
        yield f"content/{address(page.objective.folder)}/{page.id}.md", paged({
            "title": page.title, "weight": page.number, "place": page.place, "group": page.group,
            "act": page.act.subject, "source": page.source.title,
            "indicators": [made.id for made in page.indicators]}, text(page))
        for made in page.indicators:
            yield indicator_page(made, page.objective)


def address(folder):
    return folder.removeprefix(f"{YEAR}/")


def indicator_page(made, objective):
    """Its series is the page's data, shown as a table by the theme."""
    series = [{"year": year, "value": value} for year, value in zip(made.years, made.values)]
    return f"content/indicatori/{made.id}.md", paged({
        "title": made.name, "unit": made.base.unit, "territory": made.place, "source": made.source.title,
        "objective": "/" + address(objective.folder), "series": series})


def paged(fields, body=""):
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n\n" + body


def main():
    parser = argparse.ArgumentParser(description="Write the neutral corpus, for `bilancio` and for Hugo.")
    parser.add_argument("pages", type=positive, metavar="PAGES")
    parser.add_argument("content", metavar="CONTENT", help="a folder that does not exist yet")
    parser.add_argument("hugo", metavar="HUGO", nargs="?", help="another one, for the same as a site for Hugo")
    options = parser.parse_args()
    for folder in filter(None, (options.content, options.hugo)):
        if os.path.exists(folder):
            parser.error(f"`{folder}` exists already")
    report = report_of(options.pages)
    write(options.content, content(report))
    if options.hugo:
        shutil.copytree(os.path.join(HERE, "hugo"), options.hugo)
        write(options.hugo, hugo_site(report))


if __name__ == "__main__":
    main()
