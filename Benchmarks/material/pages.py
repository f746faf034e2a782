"""The pages of achievements and objectives."""

import datetime

from . import sentences, words
from .choice import Choice
from .italian import bare, italian, long_date, plain
from .prose import achievement_text, premise, slots
from .tree import YEAR
from .yaml import block, inline_list, quoted

STATES = [("completata", 45), ("in_corso", 25), ("avviata", 12), ("ritardata", 7), ("pianificata", 6), ("sospesa", 3),
          ("annullata", 2)]
UNFINISHED = {"ritardata", "sospesa", "annullata"}
PROGRESS = {"completata": (100, 100), "in_corso": (30, 90), "avviata": (5, 35), "ritardata": (10, 70), "pianificata": (0, 0),
            "sospesa": (5, 60), "annullata": (0, 20)}


def front_matter(page, report, filled, choice):
    office = report.office_of[page.objective.area.theme.office]
    state = choice.weighted(STATES)
    summary = choice.pick(sentences.SUMMARIES).format(**filled)
    lines = ["---", "tipo: realizzazione", f"numero: {page.number}", f"titolo: {quoted(page.title)}",
             f"in_breve: {quoted(summary)}", f"ufficio: {office}", f"stato: {state}", f"stato_al: {YEAR}-12-31"]
    lines += actions(state, office, page.act, choice) + milestones(state, page.act, choice) + resources(page.source, choice)
    groups = [bare(group) for group in dict.fromkeys([page.group, choice.pick(words.GROUPS)])]
    acts = [page.act.id] + ([choice.pick(report.state_acts).id] if choice.chance(25) else [])
    updated = datetime.date(YEAR + 1, 1, 11) + datetime.timedelta(days=choice.below(140))
    shown = page.indicators or [page.objective.indicator]
    lines += [f"indicatori: {inline_list([made.id for made in shown])}", f"atti: {inline_list(acts)}",
              f"beneficiari: {inline_list(groups)}",
              f"aggiornato_il: {long_date(updated) if choice.chance(8) else updated.isoformat()}"]
    return "\n".join(lines) + "\n" + told_apart(state, filled, choice) + "---\n"


def told_apart(state, filled, choice):
    """The short texts beside the main one; what was late, halted or dropped always says why."""
    parts = ""
    for key, stock, wanted in (
            ("cosa_e_cambiato", sentences.OUTCOMES, state == "completata" and choice.chance(35)),
            ("cosa_non_ha_funzionato", sentences.TROUBLES, state in UNFINISHED or choice.chance(10)),
            ("prossimi_passi", sentences.NEXT_STEPS, state not in ("completata", "annullata") and choice.chance(35))):
        if wanted:
            chosen = choice.sample(stock, choice.between(3, 4))
            parts += block(key, "\n".join(sentence.format(**filled) for sentence in chosen))
    return parts


def actions(state, office, act, choice):
    lines, titles = ["azioni:"], choice.sample(words.ACTIONS, choice.weighted([(1, 50), (2, 35), (3, 15)]))
    for number, title in enumerate(titles, 1):
        # The last action carries the state of the whole; those before it are done, unless nothing has begun.
        own = state if number == len(titles) or state in ("completata", "pianificata", "annullata") else "completata"
        progress = choice.between(*PROGRESS[own])
        due = f"{YEAR}-12-31" if own in ("completata", "annullata") else f"{YEAR + 1}-{choice.between(3, 12):02d}-30"
        lines += [f"  - numero: {number}", f"    titolo: {title}", f"    stato: {own}", f"    scadenza: {due}",
                  f"    avanzamento: {progress}"]
        if choice.chance(40):
            lines.append(f"    responsabile: {office}")
        if own == "completata":
            lines.append(f"    evidenza: {act.id}")
        if own in UNFINISHED:
            lines.append(f"    criticita: {choice.pick(sentences.ISSUES)}")
    return lines


def milestones(state, act, choice):
    deed = "deliberata" if act.kind == "deliberazione" else "sottoscritta"
    lines = ["tappe:", f"  - {{tipo: {deed}, oggetto: {quoted(act.subject, flow=True)}, data: {act.date}, atto: {act.id}}}"]
    more = choice.weighted([(0, 45), (1, 35), (2, 20)]) if state != "pianificata" else 0
    dates = sorted(later_date(act.date, choice) for _ in range(more))
    for (kind, subject), date in zip(choice.sample(words.MILESTONES, more), dates):
        lines.append(f"  - {{tipo: {kind}, oggetto: {subject}, data: {date}}}")
    return lines


def later_date(date, choice):
    """A day or a month of the year that is not before `date`; in the same month no day is told."""
    month = choice.between(date.month, 12)
    if month == date.month or choice.chance(50):
        return f"{YEAR}-{month:02d}"
    return f"{YEAR}-{month:02d}-{choice.between(1, 28):02d}"


def resources(source, choice):
    count = choice.weighted([(0, 35), (1, 45), (2, 20)])
    if not count:
        return []
    lines = ["risorse:"]
    for title in choice.sample(words.EXPENSES, count):
        cents = choice.between(150_000, 45_000_000)
        amount = f'"{italian(cents, 2)}"' if choice.chance(40) else plain(cents, 2)
        stage = choice.pick(["stanziato", "impegnato", "liquidato", "pagato"])
        fund = choice.weighted([("bilancio", 50), ("regione", 15), ("stato", 10), ("PON", 10), ("FESR", 10), ("privati", 5)])
        lines += [f"  - descrizione: {title}", f"    anno: {YEAR}", f"    fase: {stage}", f"    importo: {amount}",
                  f"    finanziamento: {fund}"]
        if choice.chance(30):
            lines.append(f"    cup: {project_code(choice)}")
        if choice.chance(30):
            lines.append(f"    cig: {tender_code(choice)}")
        lines.append(f"    fonte: {source.id}")
    return lines


def project_code(choice):
    """A CUP: a letter, two digits, a letter, two digits of the year, nine digits."""
    first = f"{choice.pick('BCDEFGHI')}{choice.between(10, 99)}{choice.pick('BCDEFGHJ')}"
    return f"{first}20{choice.below(1_000_000_000):09d}"


def tender_code(choice):
    """A CIG: seven digits and a check of three hexadecimal digits (ANAC: 211 times the number, modulo 4091)."""
    number = choice.between(8_000_000, 8_599_999)
    return f'"{number}{number * 211 % 4091:03X}"'


def assessment(made):
    """The verdict that follows from baseline, target and last value; the fractions are compared by multiplying."""
    if not made.target:
        return "non_valutabile"
    base, base_year = made.values[made.target.start], made.years[made.target.start]
    done, whole = made.values[-1] - base, made.target.value - base
    if whole < 0:
        done, whole = -done, -whole
    if done <= 0:
        return "non_raggiunto"
    elapsed, span = YEAR - base_year, made.target.year - base_year
    return "in_linea" if done * span >= elapsed * whole else "parziale"


def objective_file(objective, report):
    choice = Choice(report.seed, "premise", objective.number)
    theme = objective.area.theme
    filled = slots(objective.achievements[0], choice)
    verdict = assessment(objective.indicator)
    groups = [bare(group) for group in choice.sample(words.GROUPS, choice.between(1, 3))]
    return (
        f"tipo: obiettivo\nnumero: {objective.number}\ntitolo: {quoted(objective.title)}\n"
        + block("premessa", premise(objective, filled, choice))
        + f"risultato_atteso: {quoted(choice.pick(sentences.EXPECTED).format(**filled))}\n"
        + f"beneficiari: {inline_list(groups)}\nresponsabile: {report.office_of[theme.office]}\nvalutazione: {verdict}\n"
        + block("motivazione", sentences.RATIONALES[verdict])
        + f"indicatori: {inline_list([objective.indicator.id])}\naggiornato_il: {YEAR + 1}-05-{choice.between(1, 31):02d}\n")


def achievement_file(page, report):
    choice = Choice(report.seed, "page", page.index)
    filled = slots(page, choice)
    return front_matter(page, report, filled, choice) + "\n" + achievement_text(page, report, filled, choice) + "\n"
