"""Hostile texts: Markdown, words, marks, and whatever a rule looks for, over and over.

The largest size of a shape is near what a text may have (`Complexity`): 1 MiB, 10,000 opening brackets.
"""

from .report import Shape, in_body, in_field

WORDS = ("la mensa della scuola è aperta a tutti i bambini del quartiere e il servizio è stato esteso fino a sera "
         "con nuovi posti per le famiglie che lo chiedono").split()


def words(n):
    """Words of a text that no two neighbours of are equal, with a full stop now and then."""
    made = []
    for at in range(n):
        word = WORDS[(at * 7 + at // 13) % len(WORDS)]
        if at % 14 == 0:
            word = word.capitalize()
        made.append(word + "." if at % 14 == 13 else word)
    return " ".join(made)


def times(text, between=" "):
    """The same text n times; `{}` in it becomes the number of the time."""
    def make(n):
        return between.join(text.replace("{}", str(at)) for at in range(n))
    return make


def nested(opening, closing="", middle="x"):
    return lambda n: opening * n + middle + closing * n


def table(columns, row):
    def make(n):
        head = "|" + "a|" * columns + "\n|" + "---|" * columns + "\n"
        return head + (row + "\n") * n
    return make


def terms(n):
    """A glossary of n terms, and a text that uses each."""
    def name(at):
        return f"voce{at}x nuova"

    def write(report, n):
        entries = "".join(f"  - id: v{at}\n    termine: {name(at)}\n    definizione: Una voce.\n" for at in range(n))
        report.file("2021/glossario.yml", "tipo: glossario\nvoci:\n" + entries)
        report.body(" ".join(f"C'è {name(at)} qui e {name(0)} là." for at in range(n)))
    return Shape("as many terms as words", n, write)


def terms_alike(n):
    """A glossary of n terms that all begin with one word, and a text of that word."""
    entries = "".join(f"  - id: v{at}\n    termine: voce x{at}\n    definizione: Una voce.\n" for at in range(n))
    return "tipo: glossario\nvoci:\n" + entries


def term_and_links(name, count, link):
    """One term of the glossary, over and over among links."""
    def write(report, n):
        report.file("2021/glossario.yml",
                    "tipo: glossario\nvoci:\n  - id: refezione\n    termine: refezione\n    definizione: La mensa.\n")
        report.body(" ".join(f"la refezione {link}{at}" for at in range(n)))
    return Shape(name, count, write)


def long_files(name, count, line):
    """A file of YAML that is as long as it may be, of which most is one field."""
    return Shape(name, count, lambda report, n: report.summary(line(n)))


SHAPES = [
    # Words
    in_body("one word over and over", 40_000, times("sale")),
    in_field("one word over and over", 40_000, times("sale")),
    in_body("a paragraph of words", 40_000, words),
    in_field("a paragraph of words", 40_000, words),
    in_body("paragraphs of words", 4_000, lambda n: "\n\n".join(words(9) for _ in range(n))),
    in_body("a sentence without end", 40_000, times("la mensa,")),
    in_body("a word without end", 250_000, lambda n: "a" * n),
    in_body("lines without a break between", 40_000, times("parola", "\n")),
    in_body("nothing but line breaks", 250_000, lambda n: "\n" * n),
    in_body("nothing but spaces", 250_000, lambda n: "x" + " " * n + "y"),
    in_body("spaces at the ends of lines", 2_000, lambda n: ("x" + " " * 120 + "\n") * n),
    in_body("full stops", 250_000, lambda n: "." * n),
    in_body("sentences of one word", 60_000, times("Sale.")),
    in_body("acronyms", 40_000, times("ABCD{}X")),
    in_body("acronyms that nobody explains", 30_000, times("QWRT")),
    in_body("capitals", 25_000, times("ATTENZIONE")),
    in_body("an acronym before long brackets", 5_000, times("QWRT (uno due tre quattro cinque sei sette otto)")),
    in_body("letters that could spell an acronym", 30_000, lambda n: "di " * n + "DDDDDDDDDDDDDDDD"),
    in_body("mojibake", 20_000, times("Ã¨ Â")),
    in_body("hidden characters", 20_000, times("a\u200bb")),
    in_body("characters of three bytes", 80_000, lambda n: "字" * n),
    in_body("combining marks", 100_000, lambda n: "e" + "\u0301" * n),
    in_body("emoji", 60_000, lambda n: "🎉" * n),
    in_body("small words before an acronym", 2_000, times("di da dd dd dd di dd da di dd dd DDDDDZ")),
    in_body("acronyms among leftovers", 20_000, times("XXX A{}BC parola")),
    in_body("capitals among leftovers", 20_000, times("XXX, ATTENZIONE, nuova parola lunga,")),
    in_body("acronyms among capitals", 20_000, times("ATTENZIONE, QWRT parola lunga nuova")),
    in_body("dots among leftovers", 30_000, times("XXX una, due…")),
    in_body("dots among code", 20_000, times("`x` una, due…")),
    in_body("praise × figures", 2_400, times("È [352](https://e.it/{}) eccellente.")),
    in_body("acts × sentences", 2_400, times("La Giunta ha approvato la [delibera](atto:dgc-2021-10) qui.")),
    in_body("acts in one sentence", 2_400, times("la [delibera](atto:dgc-2021-10)")),
    # Numbers, laws, dates
    in_body("numbers", 40_000, times("{}")),
    in_body("numbers glued to signs", 30_000, times("+5%,", "")),
    in_body("numbers in words", 20_000, times("ventitré mila")),
    in_body("percentages", 25_000, times("il {} %")),
    in_body("dates", 15_000, times("3 marzo 2021")),
    in_body("laws", 7_000, times("legge 7 agosto 1990, n. 241")),
    in_body("laws without a date", 10_000, times("legge 241/1990")),
    in_body("laws and spaces", 60_000, lambda n: "legge " + " " * n + "7 agosto"),
    in_body("beginnings of laws", 30_000, times("decreto del presidente")),
    in_body("laws × links", 2_400, times("[x](https://e.it/{}) legge 7 agosto 1990, n. 241")),
    in_body("laws × bare addresses", 4_000, times("https://e.it/{} legge 7 agosto 1990, n. 241")),
    in_body("facts × numbers", 2_400, times("[352](dato:iscritti@2021) e 12")),
    in_body("wrong facts", 2_400, times("[353](dato:iscritti@2021)")),
    in_body("wrong facts, each with its words", 2_400, times("[353 e {}](dato:iscritti@2021)")),
    in_body("changes × facts", 2_400, times("cresce da [310](dato:iscritti@2020) a [352](dato:iscritti@2021)")),
    in_body("ranges in one link", 10_000, lambda n: "[" + "da 1 a 2 " * n + "](dato:iscritti@2021)"),
    in_body("shares in one link", 10_000, lambda n: "[" + "9 su 10 " * n + "](dato:iscritti@2021)"),
    in_body("unknown facts", 2_400, times("[1](dato:ignoto{}@2021)")),
    in_body("tax codes", 10_000, times("RSSMRA85T10A562S")),
    in_body("IBANs", 8_000, times("IT60X0542811101000000123456")),
    in_body("digits of telephones", 12_000, times("347 1234567")),
    in_body("digits without end", 250_000, lambda n: "3" * n),
    in_body("addresses of mail", 12_000, times("a{}@example.it")),
    in_body("signs of mail", 250_000, lambda n: "@" * n),
    in_body("private mail", 8_000, times("anna{}@gmail.com")),
    # Links and addresses
    in_body("bare addresses", 15_000, times("https://e.it/{}")),
    in_body("bare addresses with quotes", 12_000, times("«https://e.it/{}»")),
    in_body("addresses in a word", 25_000, times("www.", "")),
    in_body("addresses with brackets", 60_000, lambda n: "https://e.it/" + "(" * n + ")" * n),
    term_and_links("bare addresses × a term", 6_000, "https://e.it/"),
    term_and_links("mail × a term", 6_000, "a@e.it"),
    terms(3_000),
    Shape("terms that begin alike", 4_000, lambda report, n: (
        report.file("2021/glossario.yml", terms_alike(n)), report.body("Una voce, " * 5 * n))),
    Shape("a term without end", 10_000, lambda report, n: (
        report.file("2021/glossario.yml", "tipo: glossario\nvoci:\n  - id: v\n    termine: " + "voce " * n
                    + "\n    definizione: Una voce.\n"), report.body("voce, " * n))),
    in_body("a term over and over, and headings", 4_000, times("## Titolo\n\nLa mensa\n", "\n")),
    in_body("forbidden addresses", 12_000, times("<javascript:alert({})>")),
    in_body("forbidden addresses on lines", 12_000, times("<javascript:alert({})>", "\n\n")),
    in_field("forbidden addresses", 12_000, times("<javascript:alert({})>")),
    in_body("forbidden links", 2_400, times("[x](javascript:{})")),
    in_body("links without words", 2_400, times("[](https://e.it/{})")),
    in_body("links without words, with entities", 2_400, times("[](https://e.it/?a&amp;{})")),
    in_body("links to headings that are not there", 2_400, times("[x](#qui-{})")),
    in_body("links to files that are not there", 2_400, times("[x](documenti/{}.pdf)")),
    in_body("files with spaces that are not there", 2_400, times("[x](documenti/a {}.pdf)")),
    in_body("passages in another language", 2_400, times("[x](lingua:en)")),
    in_body("wrong languages", 2_400, times("[x](lingua:{}zzzzzzzzzzz)")),
    in_body("missing pictures", 2_400, times("![x](a{}.png)")),
    in_body("pictures without words", 2_400, times("![](a{}.png)")),
    in_body("same words, other addresses", 2_400, times("[qui](https://e.it/{})")),
    in_body("openings of links", 2_400, times("[x](", "")),
    in_body("closings of links", 100_000, times("](", "")),
    in_body("closings of links with blanks", 30_000, times("](a b)", "")),
    in_body("brackets", 2_400, lambda n: "[" * n + "]" * n),
    in_body("brackets that close", 250_000, lambda n: "]" * n),
    in_body("round brackets", 60_000, times("a(", "")),
    in_body("brackets around a long text", 2_400,
            lambda n: "[" * n + "parola " * n * 20 + "](a b)" * n),
    in_body("brackets behind an address", 60_000, lambda n: "www.e.it/" + ")" * n),
    in_body("brackets in an address", 60_000, lambda n: "https://e.it/" + "a)" * n),
    in_body("addresses that are not safe", 10_000, times("http://e.it/{}")),
    in_body("mail without blanks", 40_000, times("a@e.it", ",")),
    in_body("mail with its own words", 60_000, lambda n: "[" + "a" * n + "](mailto:" + "a" * n + "b)"),
    in_body("links to headings × headings", 1_200,
            lambda n: times("[x](#qui-{})")(n) + "\n\n" + times("## Là {}", "\n\n")(n * 5)),
    in_body("angle brackets", 250_000, lambda n: "<" * n),
    in_body("angles and letters", 100_000, times("<a", "")),
    in_body("openings of comments", 60_000, times("<!--", "")),
    in_body("openings of instructions", 80_000, times("<?", "")),
    in_body("openings of declarations", 60_000, times("<!A ", "")),
    in_body("openings of CDATA", 30_000, times("<![CDATA[", "")),
    in_body("definitions of addresses", 2_400, times("[a{}]: https://e.it/{}", "\n")),
    in_body("definitions with one name", 2_400, times("[a]: https://e.it/{}", "\n")),
    in_body("references", 1_200, lambda n: times("[a{}]: https://e.it/{}", "\n")(n) + "\n\n" + times("[a{}]")(n)),
    in_body("a long definition, often called", 1_200,
            lambda n: "[a]: https://e.it/" + "x" * n * 10 + "\n\n" + "[a] " * n),
    in_body("unknown references", 1_200, times("[x][a{}]")),
    # Notes
    in_body("unknown notes", 2_400, times("[^{}]")),
    in_body("notes", 1_200, lambda n: times("Testo[^{}]")(n) + "\n\n" + times("[^{}]: Nota.", "\n\n")(n)),
    in_body("notes that nobody calls", 2_400, times("[^{}]: Nota.", "\n\n")),
    in_body("one note, often called", 2_400, lambda n: "x[^1] " * n + "\n\n[^1]: Nota."),
    in_body("notes in notes", 1_200, lambda n: "x[^0]\n\n" + times("[^{}]: Nota [^{}].", "\n\n")(n)),
    in_body("raised numbers", 40_000, times("parola¹")),
    in_body("notes of Word", 8_000, lambda n: "\n\n".join(f"{at % 90 + 1} Nota di Word." for at in range(n))),
    # Emphasis and code
    in_body("carets", 40_000, lambda n: "x" + "".join(f"^{at}" for at in range(n))),
    in_body("carets with spaces", 40_000, times("x^{}")),
    in_body("tildes", 60_000, times("~a", "")),
    in_body("double tildes", 40_000, times("a~~b", "")),
    in_body("asterisks", 250_000, lambda n: "*" * n),
    in_body("asterisks that open", 100_000, times("*a", "")),
    in_body("asterisks that close", 100_000, times("a* ", "")),
    in_body("asterisks that do both", 80_000, times("a*b", "")),
    in_body("asterisks and underscores", 40_000, times("*a_b ", "")),
    in_body("double asterisks", 60_000, times("**a", "")),
    in_body("double asterisks apart", 40_000, times("** a ", "")),
    in_body("double asterisks before stops", 100_000, lambda n: "x** " + "." * n + " **y"),
    in_body("underscores", 250_000, lambda n: "_" * n),
    in_body("underscores that open", 100_000, times("_a", "")),
    in_body("underscores and letters", 120_000, lambda n: "_" * n + "a" + "_" * n),
    in_body("emphasis", 30_000, times("*a* b")),
    in_body("backquotes of every length", 300, lambda n: "".join("`" * at + "a" for at in range(1, n))),
    in_body("backquotes that open", 100_000, times("`a", "")),
    in_body("code", 40_000, times("`a` b")),
    in_body("code over lines", 40_000, times("`a\nb`")),
    in_body("backslashes", 120_000, lambda n: "\\" * n),
    in_body("signs with a backslash", 60_000, times("\\*a", "")),
    in_body("entities", 30_000, times("&amp;", "")),
    in_body("entities of hidden characters", 15_000, times("&#8203; x")),
    in_body("ampersands", 200_000, lambda n: "&" * n),
    in_body("dollars and braces", 60_000, times("{x", "")),
    in_body("marks of others", 20_000, times("==a==")),
    in_body("colons", 250_000, lambda n: ":" * n),
    in_body("exclamation marks and brackets", 2_400, times("![[]()", "")),
    # HTML
    in_body("raw HTML", 10_000, times("<span>a</span>")),
    in_body("raw HTML on lines", 8_000, times("<span>a</span>", "\n")),
    in_body("raw HTML in a block", 8_000, lambda n: "<div>\n" + "<span>a</span>\n" * n + "</div>"),
    in_body("comments in a block of HTML", 20_000, lambda n: "<div>" + "<!-- a -->" * n),
    in_body("closings in a block of HTML", 30_000, lambda n: "</div>\n" * n),
    in_body("closings with blanks in a block of HTML", 60_000, lambda n: "</div" + " " * n + "x"),
    in_body("a comment of hyphens", 200_000, lambda n: "<!-- " + "-" * n + " -->"),
    in_body("blocks of HTML", 8_000, times("<div>\na\n</div>\n", "\n")),
    in_body("closings of HTML", 25_000, times("</b>", "")),
    in_body("comments", 20_000, times("<!-- a -->")),
    in_body("comments with exceptions", 6_000, times("<!-- eccezione frase-lunga: {} -->", "\n\n")),
    in_body("comments with exceptions, without empty lines", 6_000, times("<!-- eccezione frase-lunga: {} -->\nx", "\n")),
    in_body("comments with exceptions that are not closed", 6_000, times("<!-- eccezione frase-lunga: {}", "\n\n")),
    in_body("exceptions × findings", 3_000, times("<!-- eccezione sigla-non-spiegata: {} -->\n## La QW{}RT", "\n\n")),
    in_body("exceptions in one comment", 6_000, times("<!-- eccezione frase-lunga: {} -->")),
    in_field("raw HTML", 10_000, times("<span>a</span>")),
    # Blocks
    in_body("headings", 20_000, times("## a", "\n\n")),
    in_body("headings of every level", 10_000, times("## a\n\n### b\n\n#### c", "\n\n")),
    in_body("headings with numbers", 15_000, times("## a {}", "\n\n")),
    in_body("empty headings", 20_000, times("##", "\n\n")),
    in_body("headings without a space", 20_000, times("##a", "\n\n")),
    in_body("underlined texts", 15_000, times("testo\n---", "\n\n")),
    in_body("quotes in quotes", 25, nested("> ")),
    in_body("quotes", 30_000, times("> a", "\n\n")),
    in_body("quotes of every depth", 20, lambda n: "\n".join(">" * (at % 90 + 1) + " a" for at in range(n * 200))),
    in_body("lists in lists", 25, lambda n: "\n".join("  " * at + "- a" for at in range(n))),
    in_body("marks of lists on one line", 25, nested("- ")),
    in_body("lists of one entry", 15_000, times("* a\n\nx", "\n\n")),
    in_body("entries", 40_000, times("- a", "\n")),
    in_body("numbers of entries", 30_000, times("{}. a", "\n")),
    in_body("wrong numbers of entries", 20_000, times("7. a", "\n\nx\n\n")),
    in_body("signs of Word", 30_000, times("• a", "\n")),
    in_body("letters of lists", 40_000, times("a) x;")),
    in_body("tasks", 25_000, times("- [ ] a", "\n")),
    in_body("rules", 50_000, times("---", "\n\n")),
    in_body("a long rule", 120_000, lambda n: "- " * n),
    in_body("a long rule of asterisks", 120_000, lambda n: "* " * n),
    in_body("blocks of code", 15_000, times("```\na\n```", "\n\n")),
    in_body("blocks of code that are not closed", 15_000, times("> ```\n> a", "\n\n")),
    in_body("indented code", 25_000, times("    a", "\n\nx\n\n")),
    in_body("tabs", 250_000, lambda n: "\t" * n + "x"),
    # Tables
    in_body("rows of a table", 8_000, table(4, "| uno | due | tre | 4 |")),
    in_body("rows of one cell, 100 columns", 400, table(100, "|x|")),
    in_body("rows of one cell, 20 columns", 2_000, table(20, "|x|")),
    in_body("rows of 100 columns", 400, table(100, "|" + "x|" * 100)),
    in_body("cells too many", 5_000, table(2, "|a|b|c|d|")),
    in_body("a long cell", 200_000, lambda n: table(2, "| a | " + "x" * n + " |")(1)),
    in_body("a cell of words", 40_000, lambda n: table(2, "| a | " + "sale " * n + " |")(1)),
    in_body("pipes", 250_000, lambda n: "|" * n),
    in_body("pipes and letters", 120_000, times("a|", "")),
    in_body("tables", 6_000, times("|a|b|\n|-|-|\n|1|2|", "\n\n")),
    in_body("tables behind paragraphs", 4_000, times("Testo QWRT\n|a|b|\n|-|-|\n|1|2|", "\n\n")),
    in_body("lines with a pipe, no table", 25_000, times("a | b", "\n")),
    in_body("lines of delimiters", 20_000, times("|-|-|", "\n")),
    in_body("totals of a table", 8_000, lambda n: table(2, "| a | 1 |")(n) + "| Totale | 7 |\n"),
    in_body("tabs between cells", 25_000, times("a\tb\tc", "\n")),
    in_body("rules of a table in a paragraph", 20_000, times("a\n|-|-|", "\n")),
    in_body("rules of a table in short paragraphs", 15_000, times("a\n|-|-|\n", "\n")),
    in_body("a table behind many lines", 50_000, lambda n: "a\n" * n + "|a|\n|-|\n"),
    in_body("a table behind some lines", 2_000, lambda n: "a\n" * n + "|a|\n|-|\n"),
    in_body("rules inside a table", 400, lambda n: table(3, "| uno | due | tre |\n" * 9 + "|---|---|---|")(n)),
    in_body("pipes above the rule of a table", 100_000, lambda n: "a|" * n + "\n|-|\n"),
    in_body("pipes in a row of a table", 100_000, lambda n: table(2, "a|" * n)(1)),
    in_body("a wide table in a quote", 100_000, lambda n: "> |" + "a|" * n + "\n> |" + "-|" * n + "\n"),
    # Fields
    Shape("a long summary", 40_000, lambda report, n: report.summary(words(n))),
    Shape("exceptions one below the other", 8_000,
          lambda report, n: report.file("2021/uffici.yml", "# eccezione iban: {}\n" * n + report.read("2021/uffici.yml"))),
    Shape("exceptions in one comment of YAML", 8_000,
          lambda report, n: report.file("2021/uffici.yml", "# eccezione iban: x " * n + "\n" + report.read("2021/uffici.yml"))),
    Shape("a glossary entry of acronyms", 20_000, lambda report, n: report.file(
        "2021/glossario.yml", "tipo: glossario\nvoci:\n  - id: x\n    termine: x\n    definizione: "
        + "QWRT di di " * n + "\n")),
    Shape("a summary of marks", 60_000, lambda report, n: report.summary("x " + "**a " * n)),
    Shape("a summary of HTML", 40_000, lambda report, n: report.summary("x" + "<br>" * n)),
    Shape("a summary of braces", 40_000, lambda report, n: report.summary("x" + "{#a} " * n)),
]
