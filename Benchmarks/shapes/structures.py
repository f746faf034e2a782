"""Hostile structures: YAML, names that nobody knows, many entries, many files, series, tables, themes.

The largest size of a shape is near what a file may have (2 MiB) or what a folder is held to (10,000 files).
"""

from .report import PAGE, Shape

HEAD = "tipo: indicatore\nnome: Bambini\ndefinizione: Quanti.\nmisura: conteggio\nunita: bambini\n" \
    "verso: alto_meglio\nfonte: registro-iscritti\nresponsabile: scuola\nmetodo: Si contano.\n"
OBSERVATION = "osservazioni:\n  - periodo: 2021\n    valore: 352\n"


def name(at):
    """A name that shares its beginning and its length with all others."""
    return f"voce-{at:07d}-lunga"


def page(number, more="", body="Testo del lavoro.", title=None):
    return (f"---\ntipo: realizzazione\nnumero: {number}\ntitolo: {title or f'Lavoro numero {number}'}\n"
            f"in_breve: Che cosa è stato fatto per il lavoro {number}.\nufficio: scuola\nstato: completata\n"
            f"stato_al: 2021-12-31\natti: [dgc-2021-10]\nbeneficiari: [famiglie]\naggiornato_il: 2021-12-31\n"
            f"{more}---\n\n{body}\n")


def field(text):
    """A field of the page's front matter, or several."""
    def write(report, n):
        made = text(n) if callable(text) else text
        report.file(PAGE, report.read(PAGE).replace("beneficiari: [famiglie]\n", made + "\n", 1))
    return write


def yaml(text):
    """A file of its own that is nothing but the text."""
    return lambda report, n: report.file("2021/prova.yml", text(n))


def entries(kind, entry):
    def write(report, n):
        report.file(f"2021/{kind}-prova.yml", f"tipo: {kind}\nvoci:\n" + "".join(entry(at) for at in range(n)))
    return write


def files(path, text):
    def write(report, n):
        for at in range(n):
            report.file(path(at), text(at) if callable(text) else text)
    return write


def both(*writers):
    def write(report, n):
        for one in writers:
            one(report, n)
    return write


def source(at):
    return (f"  - id: {name(at)}\n    titolo: Fonte {at}\n    organizzazione: Ente\n    tipo: sistema\n"
            f"    qualita: ufficiale\n    url: https://a.example.it/{at}\n")


def act(at, more=""):
    return (f"  - id: {name(at)}\n    organo: giunta\n    tipo: deliberazione\n    numero: {at}\n    data: 2021-03-02\n"
            f"    oggetto: Atto {at}\n    url: https://a.example.it/{at}\n{more}")


def office(at):
    return f"  - id: {name(at)}\n    nome: Ufficio {at}\n"


def child(at):
    return office(at) + (f"    padre: {name(at - 1)}\n" if at else "")


def term(at):
    return f"  - id: {name(at)}\n    termine: parola{at}x\n    definizione: Una voce.\n"


def plan(at):
    return f"  - id: {name(at)}\n    titolo: Piano {at}\n    emanante: Comune\n    periodo: {{da: 2021, a: 2023}}\n"


def correction(at):
    return (f"  - data: 2022-03-01\n    pagina: 1-scuole/1-nuova-mensa\n    che_cosa: Il dato {at}.\n    prima: \"{at}\"\n"
            f"    dopo: \"{at + 1}\"\n    perche: Una svista.\n")


def indicator(at, observations=OBSERVATION):
    return HEAD.replace("Bambini", f"Bambini {at}", 1) + observations


def edition(at):
    year = 2199 - at
    return (f"tipo: edizione\nanno: {year}\ntitolo: Bilancio Sociale {year}\nperiodo:\n  da: {year}-01-01\n"
            f"  a: {year}-12-31\npresentazione: Che cosa ha fatto il Comune.\n")


def editions(report, n):
    for at in range(n):
        year = 2199 - at
        report.file(f"{year}/edizione.yml", edition(at))
        report.file(f"{year}/uffici.yml", "tipo: uffici\nvoci:\n  - id: scuola\n    nome: Ufficio scuola\n")
        report.file(f"{year}/atti.yml", report.read("2021/atti.yml").replace("2021-", f"{year}-"))
        report.file(f"{year}/1-scuole/obiettivo.yml", report.read("2021/1-scuole/obiettivo.yml"))
        for number in range(5):
            report.file(f"{year}/1-scuole/{number}-lavoro.md",
                        page(number).replace("2021", str(year)))


def months(n):
    return "".join(f"  - periodo: {1990 + at // 12}-{at % 12 + 1:02d}\n    valore: {at % 97}\n" for at in range(n))


def days(n):
    made = []
    for at in range(n):
        made.append(f"  - periodo: {1990 + at // 336:04d}-{at // 28 % 12 + 1:02d}-{at % 28 + 1:02d}\n    valore: {at % 97}\n")
    return "".join(made)


def series(text):
    return lambda report, n: report.file("2021/serie.yml", indicator(1, "osservazioni:\n" + text(n)))


def table(text):
    def write(report, n):
        report.file("2021/serie.yml", indicator(1, "osservazioni: serie.csv\n"))
        report.file("2021/serie.csv", text(n))
    return write


def rows(n):
    return "periodo;valore\n" + "".join(
        f"{1990 + at // 336:04d}-{at // 28 % 12 + 1:02d}-{at % 28 + 1:02d};{at % 97}\n" for at in range(n))


def theme(path, text):
    def write(report, n):
        report.theme(path, text(report, n))
    return write


def template(text):
    """What is put at the end of a template of pages."""
    return theme("templates/achievement.md", lambda report, n: report.themed("templates/achievement.md") + "\n" + text(n))


def layout(text):
    return theme("layout.html", lambda report, n: report.themed("layout.html").replace("</body>", text(n) + "</body>"))


def sheet(text):
    return theme("assets/stile.css", lambda report, n: report.themed("assets/stile.css") + "\n" + text(n))


def nested(opening, closing):
    return lambda n: opening * n + closing * n


SHAPES = [
    # YAML
    Shape("a list on one line", 100_000, field(lambda n: "beneficiari: [" + "a," * n + "b]")),
    Shape("a list of names on one line", 40_000,
          field(lambda n: "beneficiari: [" + ", ".join(f"voce{at}" for at in range(n)) + "]")),
    Shape("a list of accents on one line", 60_000, field(lambda n: "beneficiari: [" + "è," * n + "b]")),
    Shape("a map on one line", 40_000, field(lambda n: "x: {" + ", ".join(f"k{at}: v" for at in range(n)) + "}")),
    Shape("a map of maps on one line", 30_000, field(lambda n: "azioni: [" + "{titolo: a}," * n + "]")),
    Shape("a file of JSON on one line", 30_000, yaml(
        lambda n: '{"tipo": "fonti", "voci": [' + ", ".join(f'{{"id": "v{at}"}}' for at in range(n)) + "]}")),
    Shape("strings of JSON on one line", 80_000, yaml(lambda n: "[" + '"a",' * n + '"b"]')),
    Shape("a long list", 100_000, field(lambda n: "beneficiari:\n" + "  - a\n" * n)),
    Shape("a long list of records", 30_000, field(lambda n: "azioni:\n" + "  - titolo: a\n" * n)),
    Shape("unknown fields", 20_000, field(lambda n: "\n".join(f"benefic{at}: a" for at in range(n)))),
    Shape("unknown fields of entries", 20_000, entries("fonti", lambda at: f"  - benefic{at}: a\n")),
    Shape("unknown words of a choice", 15_000, entries("fonti", lambda at: source(at).replace("sistema", f"sistemo{at}"))),
    Shape("fields that are written twice", 40_000, field(lambda n: "numero: 2\n" * n)),
    Shape("a field of 500 kB", 120_000, field(lambda n: "x" * n + ": a")),
    Shape("a quoted field of 500 kB", 120_000, field(lambda n: '"' + "x " * (n // 2) + '": a')),
    Shape("a value of 2 MB", 500_000, field(lambda n: "premessa: " + "x " * (n // 2))),
    Shape("a value of many lines", 100_000, field(lambda n: "premessa: x\n" + "  y\n" * n)),
    Shape("many values of two lines", 30_000, field(lambda n: "beneficiari:\n" + "  - x\n    y\n" * n)),
    Shape("a value of many escapes", 100_000, field(lambda n: 'premessa: "' + "\\n" * n + '"')),
    Shape("many values of an escape", 50_000, field(lambda n: "beneficiari:\n" + '  - "a\\nb"\n' * n)),
    Shape("many values of an escape on one line", 50_000, field(lambda n: "beneficiari: [" + '"a\\nb",' * n + "b]")),
    Shape("many quoted values of two lines", 30_000, field(lambda n: "beneficiari:\n" + '  - "a\n    b"\n' * n)),
    Shape("lists in lists", 100_000, yaml(lambda n: "a: " + "[" * n)),
    Shape("lists in lists, closed", 50_000, yaml(lambda n: "a: " + "[" * n + "]" * n)),
    Shape("maps in maps", 60_000, yaml(lambda n: "{a: " * n)),
    Shape("hyphens on one line", 60_000, yaml(lambda n: "- " * n)),
    Shape("hyphens deeper and deeper", 400, yaml(lambda n: "".join(" " * at + "-\n" for at in range(n)))),
    Shape("question marks on one line", 60_000, yaml(lambda n: "? " * n)),
    Shape("fields deeper and deeper", 400, yaml(lambda n: "".join(" " * at + "a:\n" for at in range(n)))),
    Shape("anchors", 60_000, yaml(lambda n: "".join(f"a{at}: &x{at} b\n" for at in range(n)))),
    Shape("aliases", 60_000, yaml(lambda n: "a: &x b\n" + "".join(f"a{at}: *x\n" for at in range(n)))),
    Shape("aliases of each other", 30_000, yaml(
        lambda n: "a0: &x0 b\n" + "".join(f"a{at}: &x{at} [*x{at - 1}, *x{at - 1}]\n" for at in range(1, n)))),
    Shape("aliases of nothing", 60_000, yaml(lambda n: "".join(f"a{at}: *x{at}\n" for at in range(n)))),
    Shape("aliases as fields", 60_000, yaml(lambda n: "".join(f"*x{at}: a\n" for at in range(n)))),
    Shape("tags", 60_000, yaml(lambda n: "".join(f"a{at}: !x b\n" for at in range(n)))),
    Shape("a long tag", 200_000, yaml(lambda n: "a: !" + "x" * n + " b\n")),
    Shape("directives", 60_000, yaml(lambda n: "%TAG ! x\n" * n + "---\na: b\n")),
    Shape("directives of different names", 20_000, yaml(
        lambda n: "".join(f"%TAG !x{at}! tag:x{at}\n" for at in range(n)) + "---\na: b\n")),
    Shape("documents", 60_000, yaml(lambda n: "---\na: b\n" * n)),
    Shape("comments", 100_000, field(lambda n: "# a\n" * n + "x: y")),
    Shape("comments behind values", 40_000, field(lambda n: "beneficiari:\n" + "  - a # b c\n" * n)),
    Shape("a sign behind values", 40_000, field(lambda n: "beneficiari:\n" + "  - a #b c\n" * n)),
    Shape("comments on one line of values", 80_000, field(lambda n: "beneficiari: [" + "a," * n + "a #b c\n]")),
    Shape("blank lines", 400_000, field(lambda n: "\n" * n + "x: y")),
    Shape("blanks", 400_000, field(lambda n: "x: a" + " " * n + "b")),
    Shape("tabs of YAML", 200_000, yaml(lambda n: "tipo: fonti\n" + "\ta: b\n" * n)),
    Shape("an open quote above", 60_000, yaml(lambda n: 'tipo: "fonti\n' + "a: b\n" * n)),
    Shape("an open quote above a list", 60_000, yaml(lambda n: "tipo: fonti\nvoci:\n  - id: 'a\n" + "  - b\n" * n)),
    Shape("an open bracket above", 60_000, yaml(lambda n: "tipo: [fonti\n" + "a: b\n" * n)),
    Shape("open brackets", 60_000, yaml(lambda n: "tipo: fonti\n" + "a: [b\n" * n)),
    Shape("open braces", 60_000, yaml(lambda n: "tipo: fonti\n" + "a: {b\n" * n)),
    Shape("open quotes", 60_000, yaml(lambda n: "tipo: fonti\n" + 'a: "b\n' * n)),
    Shape("open quotes below a fault", 30_000, yaml(lambda n: "".join(f"a{at}: 'b\n  c\n  'd\n" for at in range(n)))),
    Shape("quotes of several lines above a fault", 30_000, yaml(
        lambda n: "".join(f'a{at}: "b\n  c"\n' for at in range(n)) + "a: b: c\n")),
    Shape("brackets of several lines above a fault", 30_000, yaml(
        lambda n: "".join(f"a{at}: [b,\n  c]\n" for at in range(n)) + "a: b: c\n")),
    Shape("apostrophes in brackets above a fault", 20_000, yaml(
        lambda n: "".join(f"a{at}: [l'a, d'b]\n" for at in range(n)) + "a: b: c\n")),
    Shape("an entry of quotes above a fault", 60_000, yaml(lambda n: "a: [" + "'x'," * n + "b\nc: d: e\n")),
    Shape("fields and a fault below", 60_000, yaml(lambda n: "".join(f"a{at}: b\n" for at in range(n)) + "a: b: c\n")),
    Shape("a line of a fault", 200_000, yaml(lambda n: "a: " + "b: " * n)),
    Shape("colons of YAML", 200_000, yaml(lambda n: "a" + ":" * n)),
    Shape("merge keys", 40_000, yaml(lambda n: "<<: a\n" * n)),
    Shape("marks of a merge", 40_000, yaml(lambda n: "a: |\n" + "  <<<<<<< x\n" * n)),
    Shape("control characters", 40_000, yaml(lambda n: "a: " + "\x01" * n)),
    Shape("escaped control characters", 30_000, field(lambda n: 'premessa: "' + "\\u0001" * n + '"')),
    Shape("many escaped control characters", 10_000, field(lambda n: "beneficiari:\n" + '  - "a\\u0001"\n' * n)),
    Shape("characters of another encoding", 40_000, field(lambda n: "premessa: " + "Ã¨ " * n)),
    # Names that nobody knows
    Shape("unknown sources beside sources", 5_000, both(
        entries("fonti", source),
        lambda report, n: report.file("2021/indicatori.yml", "tipo: indicatori\nvoci:\n" + "".join(
            "  - id: i" + str(at) + "\n    " + indicator(at).replace("tipo: indicatore\n", "")
            .replace("registro-iscritti", name(at) + "x").replace("\n", "\n    ").rstrip() + "\n" for at in range(n))))),
    Shape("unknown acts beside acts", 8_000, both(
        entries("atti", act), field(lambda n: "atti: [" + ", ".join(name(at) + "x" for at in range(n)) + "]"))),
    Shape("unknown short acts beside acts", 8_000, both(
        entries("atti", lambda at: act(at).replace(name(at), f"a{at}")),
        field(lambda n: "atti: [" + ", ".join(f"b{at}" for at in range(n)) + "]"))),
    Shape("one unknown act over and over beside acts", 8_000, both(
        entries("atti", act), field(lambda n: "atti: [" + ", ".join(name(0) + "x" for at in range(n)) + "]"))),
    Shape("unknown acts in a text beside acts", 2_000, both(
        entries("atti", act),
        lambda report, n: report.body("\n\n".join(f"La [delibera {at}](atto:{name(at)}x)." for at in range(n))))),
    Shape("unknown pages in a text beside pages", 2_000, both(
        files(lambda at: f"2021/1-scuole/{at + 2}-{name(at)}.md", lambda at: page(at + 2)),
        lambda report, n: report.body("\n\n".join(f"Il [lavoro {at}](pagina:scuole/{name(at)}x)." for at in range(n))))),
    Shape("unknown indicators in a text beside indicators", 1_000, both(
        files(lambda at: f"2021/{name(at)}.yml", indicator),
        lambda report, n: report.body("\n\n".join(f"Sono [{at}](dato:{name(at)}x@2021)." for at in range(n))))),
    Shape("unknown periods of a series", 2_000, both(
        series(months), lambda report, n: report.body("\n\n".join(f"Sono [{at}](dato:serie@{name(at)})." for at in range(n))))),
    Shape("missing pictures", 2_500, lambda report, n: report.body("\n\n".join(f"![a](p{at}.jpg)" for at in range(n)))),
    Shape("missing pictures beside pictures", 2_500, both(
        files(lambda at: f"2021/1-scuole/{name(at)}.jpg", b"\xff\xd8\xff"),
        lambda report, n: report.body("\n\n".join(f"![a]({name(at)}x.jpg)" for at in range(n))))),
    Shape("missing files beside files", 2_500, both(
        files(lambda at: f"2021/{name(at)}.pdf", b"%PDF"),
        field(lambda n: "allegati:\n" + "".join(
            f"  - titolo: A {at}\n    file: {name(at)}x.pdf\n    accessibile: si\n" for at in range(n))))),
    Shape("files of other cases", 2_500, both(
        files(lambda at: f"2021/{name(at).upper()}.pdf", b"%PDF"),
        field(lambda n: "allegati:\n" + "".join(
            f"  - titolo: A {at}\n    file: ../{name(at)}.pdf\n    accessibile: si\n" for at in range(n))))),
    Shape("links to missing files beside files", 2_000, both(
        files(lambda at: f"2021/{name(at)}.pdf", b"%PDF"),
        lambda report, n: report.body("\n\n".join(f"Il [documento {at}]({name(at)}x.pdf)." for at in range(n))))),
    Shape("links to unknown places of the page", 2_500,
          lambda report, n: report.body("\n\n".join(f"## {name(at)}\n\n[qui {at}](#{name(at)}x)" for at in range(n)))),
    # Many entries
    Shape("unused sources", 2_500, entries("fonti", source)),
    Shape("unused acts", 2_500, entries("atti", act)),
    Shape("acts of one number", 2_500, entries("atti", lambda at: act(at).replace(f"numero: {at}\n", "numero: 7\n"))),
    Shape("acts without a date", 2_500, entries("atti", lambda at: act(at).replace("    data: 2021-03-02\n", ""))),
    Shape("acts with offices", 2_500, both(
        entries("uffici", office), entries("atti", lambda at: act(at, f"    ufficio: {name(at)}\n")))),
    Shape("unused terms", 2_500, entries("glossario", term)),
    Shape("terms of one word", 2_500, entries("glossario", lambda at: term(at).replace(f"parola{at}x", "mensa"))),
    Shape("unused offices", 2_500, entries("uffici", office)),
    Shape("offices below offices", 2_500, entries("uffici", child)),
    Shape("unused plans", 2_500, entries("piani", plan)),
    Shape("sources of one id", 5_000, entries("fonti", lambda at: source(at).replace(name(at), "una"))),
    Shape("corrections", 2_500, entries("rettifiche", correction)),
    Shape("corrections of unknown pages", 2_500,
          entries("rettifiche", lambda at: correction(at).replace("1-nuova-mensa", name(at)))),
    Shape("moved pages", 2_500, lambda report, n: report.file(
        "2021/edizione.yml", report.read("2021/edizione.yml") + "spostati:\n"
        + "".join(f"  - da: scuole/{name(at)}\n    a: scuole/nuova-mensa\n" for at in range(n)))),
    Shape("moved pages to nowhere", 2_500, lambda report, n: report.file(
        "2021/edizione.yml", report.read("2021/edizione.yml") + "spostati:\n"
        + "".join(f"  - da: scuole/{name(at)}\n    a: scuole/{name(at)}x\n" for at in range(n)))),
    Shape("settings of checks", 20_000, lambda report, n: report.file(
        "sito.yml", report.read("sito.yml") + "controlli:\n" + "".join(f"  {name(at)}: errore\n" for at in range(n)))),
    Shape("actions of a page", 2_500, field(
        lambda n: "azioni:\n" + "".join(f"  - titolo: Azione {at}\n    stato: completata\n" for at in range(n)))),
    Shape("milestones of a page", 2_500, field(
        lambda n: "tappe:\n" + "".join(f"  - oggetto: Tappa {at}\n    data: 2021-01-01\n" for at in range(n)))),
    Shape("resources of a page", 2_500, field(
        lambda n: "risorse:\n" + "".join(
            f"  - id: r{at}\n    descrizione: Spesa {at}\n    fase: impegnato\n    importo: {at + 1}\n"
            "    fonte: registro-iscritti\n    gestione: competenza\n" for at in range(n)))),
    Shape("resources without an id", 2_500, field(
        lambda n: "risorse:\n" + "".join(
            f"  - descrizione: Spesa {at}\n    fase: impegnato\n    importo: {at + 1}\n"
            "    fonte: registro-iscritti\n    gestione: competenza\n" for at in range(n)))),
    Shape("shares of a resource", 5_000, field(
        lambda n: "risorse:\n  - descrizione: Spesa\n    fase: impegnato\n    importo: 9\n    fonte: registro-iscritti\n"
        "    quote:\n" + "".join(f"      - fonte: Ente {at}\n        importo: 1\n" for at in range(n)))),
    Shape("attachments of a page", 2_500, both(
        files(lambda at: f"2021/{name(at)}.pdf", b"%PDF"),
        field(lambda n: "allegati:\n" + "".join(
            f"  - titolo: A {at}\n    file: ../{name(at)}.pdf\n    accessibile: si\n" for at in range(n))))),
    Shape("acts of a page", 2_500, both(
        entries("atti", act), field(lambda n: "atti: [" + ", ".join(name(at) for at in range(n)) + "]"))),
    Shape("indicators of a page", 500, both(
        files(lambda at: f"2021/{name(at)}.yml", indicator),
        field(lambda n: "indicatori: [" + ", ".join(name(at) for at in range(n)) + "]"))),
    Shape("the same act of a page", 10_000, field(lambda n: "atti: [" + "dgc-2021-10, " * n + "]")),
    # Many files
    Shape("achievements of an objective", 500,
          files(lambda at: f"2021/1-scuole/{at + 2}-{name(at)}.md", lambda at: page(at + 2))),
    Shape("achievements of one number", 500,
          files(lambda at: f"2021/1-scuole/7-{name(at)}.md", lambda at: page(7, title=f"Lavoro {at}"))),
    Shape("achievements of one title", 500,
          files(lambda at: f"2021/1-scuole/{at + 2}-{name(at)}.md", lambda at: page(at + 2, title="Lo stesso"))),
    Shape("achievements of one name", 500,
          files(lambda at: f"2021/1-scuole/{at + 2}-nuova-mensa.md", lambda at: page(at + 2))),
    Shape("achievements of objectives", 500, both(
        files(lambda at: f"2021/{at + 2}-{name(at)}/obiettivo.yml",
              lambda at: f"tipo: obiettivo\nnumero: {at + 2}\ntitolo: Obiettivo {at}\npremessa: Perché {at}.\n"
              "aggiornato_il: 2021-12-31\n"),
        files(lambda at: f"2021/{at + 2}-{name(at)}/1-lavoro.md", lambda at: page(1, title=f"Lavoro {at}")))),
    Shape("objectives that say the same", 500,
          files(lambda at: f"2021/{at + 2}-{name(at)}/obiettivo.yml",
                lambda at: f"tipo: obiettivo\nnumero: {at + 2}\ntitolo: Obiettivo {at}\npremessa: "
                + "Perché le scuole servono a tutti. " * 9 + f"\naggiornato_il: 2021-12-{at % 28 + 1:02d}\n")),
    Shape("areas", 500, files(
        lambda at: f"2021/{at + 2}-{name(at)}/area.yml", lambda at: f"tipo: area\nnumero: {at + 2}\ntitolo: Area {at}\n")),
    Shape("areas of one objective's name", 300, both(
        files(lambda at: f"2021/{at + 2}-{name(at)}/area.yml", lambda at: f"tipo: area\nnumero: {at + 2}\ntitolo: Area {at}\n"),
        files(lambda at: f"2021/{at + 2}-{name(at)}/1-mensa/obiettivo.yml",
              lambda at: f"tipo: obiettivo\nnumero: {at}.1\ntitolo: Obiettivo {at}\npremessa: Perché {at}.\n"
              "aggiornato_il: 2021-12-31\n"))),
    Shape("contexts", 500, files(
        lambda at: f"2021/{name(at)}.md", lambda at: f"---\ntipo: contesto\ntitolo: Contesto {at}\n---\n\nTesto {at}.\n")),
    Shape("indicators", 500, files(lambda at: f"2021/{name(at)}.yml", indicator)),
    Shape("indicators of one name", 500, files(
        lambda at: f"2021/{name(at)}.yml", lambda at: indicator(7, f"# {at}\n" + OBSERVATION))),
    Shape("indicators of one list", 500, lambda report, n: report.file(
        "2021/indicatori.yml", "tipo: indicatori\nvoci:\n" + "".join(
            "  - id: i" + str(at) + "\n    " + indicator(at).replace("tipo: indicatore\n", "").replace("\n", "\n    ").rstrip()
            + "\n" for at in range(n)))),
    Shape("editions", 25, editions),
    Shape("editions of one year", 50, files(
        lambda at: f"{name(at)}/edizione.yml", lambda at: edition(0) + f"id: e{at}\n")),
    Shape("editions of one folder", 1_000, files(
        lambda at: f"2021/{name(at)}.yml", lambda at: edition(at % 190) + f"id: e{at}\n")),
    Shape("editions inside one another", 9, lambda report, n: [
        report.file("a/" * at + "edizione.yml", edition(at)) for at in range(1, n)]),
    Shape("unused files", 2_500, files(lambda at: f"2021/{name(at)}.pdf", b"%PDF")),
    Shape("folders of one file", 2_500, files(lambda at: f"2021/{name(at)}/a.pdf", b"%PDF")),
    Shape("folders in folders", 60, lambda report, n: report.file("2021/" + "a/" * n + "a.pdf", b"%PDF")),
    Shape("texts in no place", 2_500, files(lambda at: f"2021/{name(at)}.md", "Senza campi.\n")),
    Shape("texts of another name", 2_500, files(lambda at: f"2021/{name(at)}.md.txt", lambda at: page(at))),
    Shape("empty texts", 2_500, files(lambda at: f"2021/{name(at)}.yml", b"")),
    Shape("texts of bytes", 2_500, files(lambda at: f"2021/{name(at)}.yml", b"\xff\xfe\xfd" * 9)),
    Shape("copies by name", 1_000, files(
        lambda at: f"2021/1-scuole/2-lavoro - Copia ({at}).md", lambda at: page(2, title=f"Lavoro {at}"))),
    Shape("copies of copies", 100, files(
        lambda at: "2021/1-scuole/2-lavoro" + "-copia" * (at % 38) + f"-{at // 38}.md", lambda at: page(2, title=f"Lavoro {at}"))),
    Shape("equal texts", 2_000, files(lambda at: f"2021/1-scuole/{at + 2}-{name(at)}.md", page(2))),
    Shape("equal folders", 500, files(
        lambda at: f"2021/{name(at)}/obiettivo.yml",
        "tipo: obiettivo\nnumero: 2\ntitolo: Obiettivo\npremessa: Perché.\naggiornato_il: 2021-12-31\n")),
    Shape("paragraphs that begin alike", 2_000, lambda report, n: report.premise("\n\n".join(
        "Le mense scolastiche del Comune servono ogni giorno i bambini, " + f"e sono {at:06d} in tutto. " * 2
        for at in range(n)))),
    Shape("equal folders of a year", 100, files(
        lambda at: f"copia ({at})/2021/a/b/c/edizione.yml", edition(0))),
    Shape("small copies of a long text", 1_000, both(
        lambda report, n: report.file("2021/1-scuole/2-lavoro.md", page(2, body="Riga di testo.\n" * 40_000)),
        files(lambda at: f"2021/1-scuole/2-lavoro - Copia ({at}).md", lambda at: page(2, title=f"Lavoro {at}")))),
    Shape("copies of a text of many lines", 10, files(
        lambda at: f"2021/1-scuole/2-lavoro - Copia ({at}).md",
        lambda at: page(2, body="".join(f"Riga {line}.\n" for line in range(9_000)) + str(at)))),
    Shape("drafts", 500, files(
        lambda at: f"2021/1-scuole/{at + 2}-{name(at)}.md", lambda at: page(at + 2, more="bozza: si\n"))),
    # Series and tables
    Shape("months of a series", 400, series(months)),
    Shape("days of a series", 5_000, series(days)),
    Shape("periods over and over", 8_000, series(lambda n: "  - periodo: 2021\n    valore: 3\n" * n)),
    Shape("values that are missing", 5_000, series(lambda n: days(n).replace("valore: ", "motivo_mancante: perché "))),
    Shape("values with sources", 3_000, both(entries("fonti", source), series(lambda n: "".join(
        f"  - periodo: {1990 + at // 336:04d}-{at // 28 % 12 + 1:02d}-{at % 28 + 1:02d}\n    valore: {at % 97}\n"
        f"    fonte: {name(at)}\n" for at in range(n))))),
    Shape("values with notes", 3_000, series(lambda n: days(n).replace("    valore", "    nota: Una nota.\n    valore"))),
    Shape("breaks of a series", 3_000, lambda report, n: report.file(
        "2021/serie.yml", indicator(1, "osservazioni:\n" + months(300)) + "rotture:\n" + "".join(
            f"  - tra: [{1990 + at % 24}, {1991 + at % 24}]\n    motivo: Metodo {at}.\n" for at in range(n)))),
    Shape("targets of a series", 3_000, lambda report, n: report.file(
        "2021/serie.yml", indicator(1, "osservazioni:\n" + months(300)) + "traguardi:\n" + "".join(
            f"  - valore: {at}\n    anno: {1990 + at % 200}\n    base: {{anno: 1990, valore: 1}}\n" for at in range(n)))),
    Shape("targets and days of a series", 3_000, lambda report, n: report.file(
        "2021/serie.yml", indicator(1, "osservazioni:\n" + days(n)) + "traguardi:\n" + "".join(
            f"  - valore: {at}\n    anno: {1990 + at % 200}\n    base: {{anno: 1990, valore: 1}}\n" for at in range(n)))),
    Shape("rows of a CSV", 20_000, table(rows)),
    Shape("rows of a CSV that are wrong", 20_000, table(
        lambda n: "periodo;valore\n" + "".join(f"anno {at};molti\n" for at in range(n)))),
    Shape("rows of a CSV with cells too many", 20_000, table(
        lambda n: "periodo;valore\n" + "2021;3;4;5\n" * n)),
    Shape("columns of a CSV", 10_000, table(
        lambda n: "periodo;valore" + "".join(f";colonna{at}" for at in range(n)) + "\n2021;3" + ";x" * n + "\n")),
    Shape("years as columns of a CSV", 10_000, table(
        lambda n: "voce" + "".join(f";{1990 + at}" for at in range(n)) + "\nBambini" + ";3" * n + "\n")),
    Shape("a cell of a CSV", 300_000, table(lambda n: "periodo;valore\n2021;" + "x" * n + "\n")),
    Shape("a digit of a CSV", 300_000, table(lambda n: "periodo;valore\n2021;" + "1" * n + "\n")),
    Shape("an open quote of a CSV", 60_000, table(lambda n: 'periodo;valore\n2021;"3\n' + "2021;3\n" * n)),
    Shape("quotes of a CSV", 200_000, table(lambda n: 'periodo;valore\n2021;"' + '""' * n + '"\n')),
    Shape("quotes of rows of a CSV", 30_000, table(lambda n: "periodo;valore\n" + '"2021;3"\n' * n)),
    Shape("blank rows of a CSV", 200_000, table(lambda n: "periodo;valore\n" + ";\n" * n + "2021;3\n")),
    Shape("separators of a CSV", 200_000, table(lambda n: "periodo;valore\n" + ";" * n + "\n")),
    Shape("tables of values", 500, both(
        files(lambda at: f"2021/{name(at)}.yml", lambda at: indicator(at, f"osservazioni: {name(at)}.csv\n")),
        files(lambda at: f"2021/{name(at)}.csv", "periodo;valore\n2020;1\n2021;3\n"))),
    Shape("one table of many indicators", 500, both(
        lambda report, n: report.file("2021/tutti.csv", rows(2_000)),
        files(lambda at: f"2021/{name(at)}.yml", lambda at: indicator(at, "osservazioni: tutti.csv\n")))),
    # Themes
    Shape("sections in sections of a template", 400, template(nested("{{#title}}", "{{/title}}"))),
    Shape("sections of a template", 5_000, template(lambda n: "{{#title}}a{{/title}}\n" * n)),
    Shape("open sections of a template", 5_000, template(lambda n: "{{#title}}\n" * n)),
    Shape("closed sections of a template", 5_000, template(lambda n: "{{/title}}\n" * n)),
    Shape("unknown names of a template", 5_000, template(lambda n: "".join(f"{{{{titel{at}}}}}\n" for at in range(n)))),
    Shape("values of a template", 2_000, template(lambda n: "{{title}}\n\n" * n)),
    Shape("components of a template", 500, template(lambda n: "{{> notes}}\n\n" * n)),
    Shape("braces of a template", 100_000, template(lambda n: "{{" * n)),
    Shape("comments of a template", 20_000, template(lambda n: "{{! a }}\n" * n)),
    Shape("strings of a template", 2_000, template(lambda n: "{{@title}}\n" * n)),
    Shape("text of a template", 200_000, template(lambda n: "parola " * n)),
    Shape("sections in sections of a layout", 400, layout(nested("{{#title}}", "{{/title}}"))),
    Shape("sections of a layout", 5_000, layout(lambda n: "{{#title}}a{{/title}}\n" * n)),
    Shape("elements of a layout", 20_000, layout(lambda n: "<p>a</p>\n" * n)),
    Shape("classes of a layout", 20_000, layout(lambda n: "".join(f'<p class="c{at}">a</p>\n' for at in range(n)))),
    Shape("classes of an element of a layout", 40_000, layout(
        lambda n: '<p class="' + " ".join(f"c{at}" for at in range(n)) + '">a</p>\n')),
    Shape("elements in elements of a layout", 20_000, layout(nested("<div>", "</div>"))),
    Shape("rules of a sheet", 20_000, sheet(lambda n: "".join(f".c{at} {{ color: red }}\n" for at in range(n)))),
    Shape("selectors of a rule of a sheet", 40_000, sheet(lambda n: ",".join(f".c{at}" for at in range(n)) + "{color:red}")),
    Shape("parts of a selector", 100_000, sheet(lambda n: "p " * n + "{color:red}")),
    Shape("combined parts of a selector", 100_000, sheet(lambda n: "p>" * n + "p{color:red}")),
    Shape("selectors in selectors", 50_000, sheet(nested(":not(", ")"))),
    Shape("selectors in selectors of a rule", 20_000, sheet(lambda n: "p" + ":is(p" * n + ")" * n + "{color:red}")),
    Shape("declarations of a rule", 40_000, sheet(lambda n: "p{" + "color:red;" * n + "}")),
    Shape("rules in rules of a sheet", 50_000, sheet(nested("@media x{", "}"))),
    Shape("open rules of a sheet", 100_000, sheet(lambda n: "p{" * n)),
    Shape("brackets of a sheet", 200_000, sheet(lambda n: "p{a:" + "(" * n)),
    Shape("square brackets of a sheet", 200_000, sheet(lambda n: "[" * n)),
    Shape("quotes of a sheet", 200_000, sheet(lambda n: "p{a:" + "\"" * n)),
    Shape("comments of a sheet", 80_000, sheet(lambda n: "/*a*/" * n)),
    Shape("open comments of a sheet", 100_000, sheet(lambda n: "/*" * n)),
    Shape("backslashes of a sheet", 200_000, sheet(lambda n: "p{a:" + "\\" * n)),
    Shape("variables of a sheet", 20_000, sheet(lambda n: "".join(f":root{{--v{at}:var(--v{at + 1})}}\n" for at in range(n)))),
    Shape("files of a sheet", 5_000, sheet(lambda n: "".join(f"p{{background:url(a{at}.png)}}\n" for at in range(n)))),
    Shape("animations of a sheet", 10_000, sheet(
        lambda n: "".join(f"@keyframes k{at}{{from{{a:b}}}}p{{animation:k{at}}}\n" for at in range(n)))),
    Shape("colours of a theme", 10_000, theme(
        "theme.yml", lambda report, n: report.themed("theme.yml") + "".join(f"nome{at}: a\n" for at in range(n)))),
    Shape("words of a theme", 10_000, theme(
        "strings/it.yml", lambda report, n: report.themed("strings/it.yml") + "".join(f"parola{at}: a\n" for at in range(n)))),
    Shape("files of a theme", 2_500, lambda report, n: [report.theme(f"assets/{name(at)}.png", b"x") for at in range(n)]),
    Shape("components of a theme", 2_500, lambda report, n: [
        report.theme(f"components/{name(at)}.html", "<p>a</p>") for at in range(n)]),
]
