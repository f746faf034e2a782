"""The Markdown texts: sentences, typed links, lists and tables."""

from . import sentences, words
from .italian import capital, forms, grouped, italian, long_date, month_forms, slash_date
from .tree import YEAR

BODY_BYTES = 3700  # The prose grows to this; the ending and the footnote bring it to about 4 KB.

ACT_NAMES = {"deliberazione": "la [deliberazione", "determinazione": "la [determinazione", "ordinanza": "l'[ordinanza",
             "dlgs": "il [decreto legislativo", "legge": "la [legge", "dpr": "il [decreto del Presidente della Repubblica"}

TERMS = {term_id: acronym or term for term_id, term, acronym, _ in words.GLOSSARY}


def figure_text(made, scaled):
    number = italian(scaled, made.base.decimals)
    if made.is_rank:
        return f"{number}° posto"
    return number if made.base.measure == words.INDEX else f"{number} {made.base.unit}"


def figure_sentence(made, choice):
    """The latest value; one text in eight is left empty, for the program to fill in."""
    say = sentences.SAY_RANK if made.is_rank else sentences.SAY_FIGURE
    text = "" if choice.chance(12) else figure_text(made, made.values[-1])
    return choice.pick(say).format(nome=made.name, link=f"[{text}](dato:{made.id}@{YEAR})")


def change_sentence(made, choice):
    """The difference with an earlier year on this side of any break.

    A fall is left for the program to write, since prose states it without its sign; a rank gained is stated.
    """
    places = [place for place in range(made.broken_at, len(made.years) - 1) if made.values[place] is not None]
    place = choice.pick(places)
    change = made.values[-1] - made.values[place]
    number = italian(abs(change), made.base.decimals)
    unit = "punti percentuali" if made.base.measure == words.SHARE else made.base.unit
    if made.is_rank and abs(change) > 1:
        say, text = (sentences.SAY_RANK_UP if change < 0 else sentences.SAY_RANK_DOWN), f"{number} posizioni"
    elif change > 1 and not made.is_rank:
        say, text = sentences.SAY_RISE, f"{number} {unit}"
    else:
        say, text = sentences.SAY_CHANGE, ""
    year = made.years[place]
    return choice.pick(say).format(anno=year, link=f"[{text}](variazione:{made.id}@{year}..{YEAR})")


def act_sentence(act, say, choice):
    """The link keeps its article before it, so that a preposition can be joined: `della [deliberazione 149 del …](…)`."""
    if choice.chance(60):
        stated = f"{act.number} del {slash_date(act.date)}"
    else:
        stated = f"n. {act.number} del {long_date(act.date)}"
    return choice.pick(say).format(**forms("atto", f"{ACT_NAMES[act.kind]} {stated}](atto:{act.id})"))


def term_sentence(term_id, choice):
    return choice.pick(sentences.SAY_TERM).format(link=f"[{TERMS[term_id]}](voce:{term_id})")


def source_sentence(source, choice):
    return choice.pick(sentences.SAY_SOURCE).format(link=f"[{source.title}](fonte:{source.id})")


def page_sentence(page, choice):
    return choice.pick(sentences.SAY_PAGE).format(link=f"[{page.title}](pagina:{page.objective.id}/{page.id})")


def web_sentence(choice):
    name, address = choice.pick(words.WEB_PAGES)
    return choice.pick(sentences.SAY_WEB).format(link=f"[{name}]({address})")


def slots(page, choice):
    """What fills the sentences of one page."""
    month = choice.below(9)
    office = page.objective.area.theme.office
    filled = {"luogo": page.place, "Ufficio": capital(office)}
    filled |= month_forms("mese", month) | month_forms("mese2", choice.between(month + 1, 11))
    for name, phrase in (("ogg", page.objective.thing), ("ufficio", office), ("gruppo", page.group)):
        filled |= forms(name, phrase)
    return filled


def table_by_quarter(choice):
    rows = ["Tabella: interventi e spesa per quartiere.", "", "| Quartiere | Interventi | Spesa in euro |",
            "| --- | ---: | ---: |"]
    for quarter in choice.sample(words.QUARTERS, choice.between(4, 7)):
        rows.append(f"| {quarter} | {choice.between(3, 90)} | {grouped(choice.between(900, 95000))} |")
    return "\n".join(rows)


def table_by_term(choice):
    rows = ["Tabella: richieste e tempi di risposta per trimestre.", "",
            "| Trimestre | Richieste | Risposte | Giorni in media |", "| --- | ---: | ---: | ---: |"]
    for name in ("Gennaio–marzo", "Aprile–giugno", "Luglio–settembre", "Ottobre–dicembre"):
        asked = choice.between(40, 2600)
        answered = asked * choice.between(70, 100) // 100
        rows.append(f"| {name} | {grouped(asked)} | {grouped(answered)} | {italian(choice.between(25, 390), 1)} |")
    return "\n".join(rows)


def table_by_expense(choice):
    rows = ["Tabella: somme previste e somme pagate per voce di spesa.", "",
            "| Voce | Previsto in euro | Pagato in euro |", "| :--- | ---: | ---: |"]
    for name in choice.sample(words.EXPENSES, choice.between(4, 6)):
        planned = choice.between(1200, 180000)
        rows.append(f"| {name} | {grouped(planned)} | {grouped(planned * choice.between(35, 100) // 100)} |")
    return "\n".join(rows)


TABLES = [table_by_quarter, table_by_term, table_by_expense]


class Text:
    """Gathers the blocks of one Markdown text; a sentence is not used twice in it."""

    def __init__(self, filled, choice):
        self.filled, self.choice = filled, choice
        self.blocks, self.size, self.left = [], 0, {}

    def add(self, block):
        self.blocks.append(block)
        self.size += len(block.encode()) + 2

    def draw(self, name, count):
        """Sentences of the stock's list `name`, those not drawn before."""
        if name not in self.left:
            stock = getattr(sentences, name)
            self.left[name] = self.choice.sample(stock, len(stock))
        drawn, self.left[name] = self.left[name][:count], self.left[name][count:]
        return [sentence.format(**self.filled) for sentence in drawn]

    def paragraph(self, *lines):
        """One sentence a line, as those write who compare versions of a text."""
        self.add("\n".join(lines))

    def __str__(self):
        return "\n\n".join(self.blocks)


def achievement_text(page, report, filled, choice):
    text = Text(filled, choice)
    noted = choice.chance(40)
    text.paragraph(*text.draw("OPENING", 3), act_sentence(page.act, sentences.SAY_ACT, choice))
    add_work(text, page.objective.area.theme, choice)
    add_numbers(text, page, noted, choice)
    add_people(text, report, choice)
    add_closing(text, page, report, choice)
    if noted:
        text.add(f"[^nota]: {choice.pick(sentences.FOOTNOTES)}")
    return str(text)


def add_work(text, theme, choice):
    text.add(f"## {choice.pick(sentences.HEADINGS_WORK)}")
    text.paragraph(*text.draw("WORK", 3), choice.pick(theme.sentences), term_sentence(choice.pick(theme.terms), choice))
    text.add(choice.pick(sentences.BULLET_LEADS))
    bullets = choice.sample(sentences.BULLETS, choice.between(4, 6))
    text.add("* " + ";\n* ".join(bullets) + ".")


def add_numbers(text, page, noted, choice):
    text.add(f"## {choice.pick(sentences.HEADINGS_NUMBERS)}")
    facts = [figure_sentence(page.objective.indicator, choice)]
    if choice.chance(70):
        facts.append(change_sentence(page.objective.indicator, choice))
    facts.append(source_sentence(page.source, choice) + ("[^nota]" if noted else ""))
    text.paragraph(*text.draw("NUMBERS", 2), *facts)
    text.add(choice.pick(TABLES)(choice))


def add_people(text, report, choice):
    if choice.chance(70):
        text.add(f"{choice.pick(['##', '###'])} {choice.pick(sentences.HEADINGS_PEOPLE)}")
    text.paragraph(*text.draw("PEOPLE", 3), web_sentence(choice))
    text.add(choice.pick(sentences.STEP_LEADS))
    # The stock is in the order of the work; a draw keeps it.
    places = sorted(choice.sample(range(len(sentences.STEPS)), choice.between(4, 5)))
    text.add("\n".join(f"{number}. {sentences.STEPS[place]}" for number, place in enumerate(places, 1)))
    if choice.chance(35):
        law = act_sentence(choice.pick(report.state_acts), sentences.SAY_LAW, choice)
        text.paragraph(law, *text.draw("PEOPLE", 1))


def add_closing(text, page, report, choice):
    """Fills the page up to its size, then ends it with a link to another page."""
    if choice.chance(50):
        text.add(f"## {choice.pick(sentences.HEADINGS_CLOSING)}")
    while text.size < BODY_BYTES:
        text.paragraph(*text.draw("WORK", 1), *text.draw("CLOSING", 1))
    ending = text.draw("CLOSING", 1)
    if choice.chance(70) and len(report.achievements) > 1:
        ending.append(page_sentence(another(page, report.achievements, choice), choice))
    text.paragraph(*ending)


def another(page, pages, choice):
    """Mostly a page nearby, and never the page itself: a step of less than the whole round cannot come back to it."""
    reach = min(len(pages), 20) if choice.chance(70) else len(pages)
    return pages[(page.index + choice.between(1, reach - 1)) % len(pages)]


def premise(objective, filled, choice):
    text = Text(filled, choice)
    plan_id, title, _, chapters = choice.pick(words.PLANS)
    link = f"[{len(chapters)} capitoli](conteggio:{plan_id}.capitoli)"
    text.paragraph(*text.draw("PREMISES", 4))
    text.paragraph(choice.pick(sentences.SAY_CHAPTERS).format(piano=title, link=link), *text.draw("PREMISES", 2),
                   figure_sentence(objective.indicator, choice))
    text.paragraph(*text.draw("PREMISES", 2))
    return str(text)
