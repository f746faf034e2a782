"""What the report is made of, decided before anything is written, so that every reference has its object."""

import datetime
from dataclasses import dataclass, field

from . import words
from .choice import Choice
from .italian import bare, forms, join, slug

YEAR = 2020
PER_OBJECTIVE = 20
PER_AREA = 20


@dataclass
class Source:
    id: str
    title: str
    kind: str
    office_name: str
    date: datetime.date


@dataclass
class Act:
    id: str
    body: str
    kind: str
    number: int
    date: datetime.date
    subject: str
    effect: str = ""


@dataclass
class Target:
    start: int  # The place of the baseline among the years.
    value: int
    year: int


@dataclass
class Indicator:
    """Values are integers, counted in units of the last decimal; None is a missing one."""

    id: str
    name: str
    base: words.Measured
    place: str
    source: Source
    office: str
    years: list
    values: list
    out_of: int
    broken_at: int = 0  # The place of the first year after a break of the series; 0 without one.
    target: Target = None

    @property
    def is_rank(self):
        return self.base.measure == words.RANK


@dataclass
class Area:
    number: int
    title: str
    folder: str
    theme: words.Theme


@dataclass
class Objective:
    number: int
    title: str
    id: str
    area: Area
    thing: str
    indicator: Indicator = None
    achievements: list = field(default_factory=list)

    @property
    def folder(self):
        return f"{self.area.folder}/{self.number}-{self.id}"


@dataclass
class Achievement:
    index: int
    number: int
    title: str
    id: str
    objective: Objective
    place: str
    group: str
    act: Act = None
    source: Source = None
    indicators: list = field(default_factory=list)  # Its own, where it has any; else it shows its objective's.


class Names:
    """Gives each name of one list a slug of its own."""

    def __init__(self, counted):
        self.taken, self.counted = set(), counted

    def unique(self, make):
        """Asks `make` for another name a few times before it adds a number: `…, lotto 2`."""
        for _ in range(8):
            name = make()
            if self.take(slug(name)):
                return name, slug(name)
        number = 2
        while not self.take(slug(f"{name}, {self.counted} {number}")):
            number += 1
        return f"{name}, {self.counted} {number}", slug(f"{name}, {self.counted} {number}")

    def take(self, candidate):
        if candidate in self.taken:
            return False
        self.taken.add(candidate)
        return True


class Report:
    def __init__(self, pages, seed):
        self.seed = seed
        self.offices, self.office_of = list(words.UPPER_OFFICES), {}
        self.areas, self.objectives, self.achievements = [], [], []
        self.add_offices()
        self.add_objectives(pages)
        self.sources = self.make_sources(-(-pages // 10))
        self.acts = self.make_acts(-(-pages // 2))
        self.state_acts = [state_act(*fields) for fields in words.STATE_ACTS]
        self.approval = Act(f"dcc-{YEAR + 1}-41", "consiglio", "deliberazione", 41, datetime.date(YEAR + 1, 6, 28),
                            f"Approvazione del bilancio sociale {YEAR}", "approva")
        for page in self.achievements:
            page.act, page.source = self.acts[page.index // 2], self.sources[page.index // 10]
        self.add_indicators()

    def add_offices(self):
        for theme in words.THEMES:
            name = bare(theme.office)
            self.office_of[theme.office] = slug(name)
            self.offices.append((slug(name), name, "servizio", words.MISSION_PARENT[theme.mission]))

    def add_objectives(self, pages):
        count = -(-pages // PER_OBJECTIVE)
        names = Names("fase")
        for index in range(count):
            if index % PER_AREA == 0:
                self.add_area()
            objective = self.make_objective(index, names)
            self.objectives.append(objective)
            # The pages are dealt out evenly: no objective is left with a single one.
            self.add_achievements(objective, range(index * pages // count, (index + 1) * pages // count))

    def add_area(self):
        number = len(self.areas) + 1
        again, theme = divmod(number - 1, len(words.THEMES))
        theme = words.THEMES[theme]
        title = f"{theme.area}, ambito {again + 1}" if again else theme.area
        self.areas.append(Area(number, title, f"{YEAR}/{number}-{slug(title)}", theme))

    def make_objective(self, index, names):
        choice, area, thing = Choice(self.seed, "objective", index), self.areas[-1], ""

        def title():
            nonlocal thing
            thing = choice.pick(area.theme.objects)
            return f"{choice.pick(words.AIMS)} {thing}"

        name, identifier = names.unique(title)
        return Objective(index + 1, name, identifier, area, thing)

    def add_achievements(self, objective, indexes):
        names = Names("lotto")
        for number, index in enumerate(indexes, 1):
            page = self.make_achievement(objective, number, index, names)
            objective.achievements.append(page)
            self.achievements.append(page)

    def make_achievement(self, objective, number, index, names):
        choice, place = Choice(self.seed, "title", index), ""

        def title():
            nonlocal place
            place = choice.pick(words.WIDER_PLACES) if choice.chance(20) else f"nel quartiere {choice.pick(words.QUARTERS)}"
            return f"{choice.pick(words.DEEDS)} {join('di', objective.thing)} {place}"

        name, identifier = names.unique(title)
        return Achievement(index, number, name, identifier, objective, place, choice.pick(words.GROUPS))

    def make_sources(self, count):
        names = Names("parte")
        return [self.make_source(index, names) for index in range(count)]

    def make_source(self, index, names):
        choice = Choice(self.seed, "source", index)
        theme = self.achievements[index * 10].objective.area.theme
        kind, form = choice.pick(words.DATA_SOURCES)

        def title():
            subject = form.format(anno=YEAR, **forms("ogg", choice.pick(theme.objects)))
            return f"{subject}, quartiere {choice.pick(words.QUARTERS)}"

        name, identifier = names.unique(title)
        date = datetime.date(YEAR + 1, 1, 15) + datetime.timedelta(days=choice.below(60))
        return Source(identifier, name, kind, bare(theme.office), date)

    def make_acts(self, count):
        bodies = [body_of(index) for index in range(count)]
        totals = {body: bodies.count(body) for body in BODIES}
        given = dict.fromkeys(BODIES, 0)
        acts = []
        for index, body in enumerate(bodies):
            given[body] += 1
            acts.append(self.make_act(index, body, given[body], totals[body]))
        return acts

    def make_act(self, index, body, number, total):
        """The numbers of a body follow the calendar."""
        choice = Choice(self.seed, "act", index)
        date = datetime.date(YEAR, 1, 2) + datetime.timedelta(days=number * 364 // (total + 1))
        prefix, kind = BODIES[body]
        form = choice.below(len(words.ACT_SUBJECTS))
        subject = words.ACT_SUBJECTS[form].format(**forms("ogg", self.achievements[index * 2].objective.thing))
        return Act(f"{prefix}-{YEAR}-{number}", body, kind, number, date, subject, words.ACT_EFFECTS[form])

    def add_indicators(self):
        names = Names("serie")
        for objective in self.objectives:
            theme = objective.area.theme
            choice = Choice(self.seed, "indicator", objective.number)
            source = objective.achievements[0].source
            objective.indicator = make_indicator(theme, source, self.office_of[theme.office], choice, names)


BODIES = {"giunta": ("dgc", "deliberazione"), "consiglio": ("dcc", "deliberazione"),
          "sindaco": ("os", "ordinanza"), "dirigente": ("dd", "determinazione")}


def body_of(index):
    """Out of twenty acts: two of the council, one of the mayor, six of the executive, eleven of the managers."""
    place = index % 20
    if place in (3, 13):
        return "consiglio"
    if place == 7:
        return "sindaco"
    return "giunta" if place % 3 == 0 else "dirigente"


def state_act(kind, number, date, subject):
    return Act(f"{kind}-{date[:4]}-{number}", "stato", kind, number, datetime.date.fromisoformat(date), subject)


def make_indicator(theme, source, office, choice, names):
    base = place = None

    def name():
        nonlocal base, place
        base = choice.pick(theme.indicators)
        place = f"quartiere {choice.pick(words.QUARTERS)}"
        if base.measure == words.RANK:
            place = choice.pick(words.RANKED)
        return f"{base.name}, {place}"

    title, identifier = names.unique(name)
    count = choice.between(5, 12)
    made = Indicator(identifier, title, base, place, source, office, list(range(YEAR + 1 - count, YEAR + 1)),
                     series(base, count, choice), base.high + choice.between(2, 20))
    if count >= 8 and choice.chance(20):
        made.broken_at = 3
    if count >= 6 and choice.chance(12):
        made.values[1] = None
    if base.best != "neutro" and choice.chance(75):
        made.target = make_target(made, choice)
    return made


def series(base, count, choice):
    """A walk between the measure's bounds, with a slight drift towards the better side."""
    span = base.high - base.low
    lean = {"alto": 80, "basso": 120, "neutro": 100}[base.best]
    value, values = base.low + span * choice.between(25, 75) // 100, []
    for _ in range(count):
        values.append(value)
        # A short scale, as that of a rank, would hardly move by thousandths.
        value += span * (choice.below(201) - lean) // 1000 if span > 200 else choice.between(-9, 7)
        value = max(base.low, min(base.high, value))
    return values


def make_target(made, choice):
    """A target beyond both baseline and last value, on the better side; none where there is no room."""
    start = made.broken_at
    first, last = made.values[start], made.values[-1]
    step = max(1, (made.base.high - made.base.low) * choice.between(5, 15) // 100)
    if made.base.best == "alto":
        goal = max(first, last) + step
        if made.base.measure == words.SHARE:
            goal = min(goal, 10 ** (made.base.decimals + 2))
    else:
        goal = max(1, min(first, last) - step)
    return Target(start, goal, YEAR + choice.between(1, 3)) if goal not in (first, last) else None
