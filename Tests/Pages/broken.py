"""Every rule, and how it is broken once in the small good site."""

import dataclasses
import random

from . import (
    axe,
    criteria,
    data,
    datafixture,
    destinations,
    feedback,
    fixture,
    keyboard,
    links,
    paper,
    pictures,
    policy,
    reflow,
    scripting,
    sizes,
    steadiness,
    structure,
    validity,
)

PAGE = "2020/servizi/index.html"
CSS = "assets/stile-0a1b2c.css"
ANCHOR = "<h3>Posizione</h3>"
MAP = "sitemap.xml"
NOTES = "note-legali/index.html"
EDITION, TABLE = "2020/edizione.json", "2020/dati.csv"
SERIES, SERIES_TABLE = "2020/dati/posizione.json", "2020/dati/posizione.csv"
FORM = "schemi/edizione-1.json"
TURTLE, LINKED = "catalogo.ttl", "catalogo.jsonld"
# Scripts that break a rule, and a picture that weighs; a case puts one of them into its page.
EXTRA = {
    "assets/memoria.js": "localStorage.setItem('a', '1')",
    "assets/biscotto.js": "document.cookie = 'a=1'",
    "assets/errore.js": "throw new Error('broken')",
    "assets/testo.js": "document.querySelector('h3').textContent += ' in più'",
    "assets/trappola.js": (
        "document.querySelector('.link-list a').addEventListener('keydown', e => { "
        "if (e.key === 'Tab') { e.preventDefault(); document.querySelector('.breadcrumb a').focus() } })"
    ),
    "assets/chiuso.js": (
        "document.querySelectorAll('summary').forEach(s => s.addEventListener('click', e => e.preventDefault()))"
    ),
    "assets/salto.js": (
        "setTimeout(() => document.querySelector('h1').insertAdjacentHTML('beforebegin', "
        "'<p>Un avviso</p>'.repeat(20)), 200)"
    ),
    "assets/peso.png": "x" * 200_000,
}


@dataclasses.dataclass
class Case:
    """A rule, how it is broken (old text, new text, in which file) and words that must be in the finding.

    Cases of one concern are tried together as far as they go together. `alone` is for those that keep
    others from being seen, `posts` for those that need the form to be sent.
    """

    concern: object
    words: str
    old: str
    new: str
    path: str = PAGE
    mode: str = "chiarezza"
    whole: bool = False
    alone: bool = False
    posts: bool = False

    def __str__(self):
        return f"{self.concern.NAME}: {self.words}"


def broken():
    """Every rule, broken once. A rule without a case here is a rule that nobody saw fail."""
    css_end = "@media (prefers-color-scheme: dark) {"

    def style(concern, words, rules, **more):
        return Case(concern, words, css_end, rules + css_end, CSS, **more)

    def put(concern, words, text, **more):
        return Case(concern, words, ANCHOR, ANCHOR + text, **more)

    yield Case(validity, "error", "<h2>I dati</h2>", "<h2>I dati</h3>")
    yield Case(validity, "warning", '<main id="main-container"', '<main role="main" id="main-container"')

    yield Case(structure, "does not say its kind", ' data-page="objective"', "")
    yield Case(structure, "no language", '<html lang="it">', "<html>")
    yield Case(structure, "`description` is missing", '<meta name="description"', '<meta name="keywords"')
    yield Case(structure, "`og:title` is missing", 'property="og:title"', 'property="og:site"')
    yield Case(structure, "rel=canonical` is missing", '<link rel="canonical"', '<link rel="alternate"')
    yield Case(structure, "`og:locale` is missing", 'property="og:locale"', 'property="og:lingua"')
    yield Case(structure, "a description of", ": che cosa è stato fatto, per chi e con quali risultati", "", alone=True)
    yield Case(structure, "a title of", " – Comune di Prova</title>", " – Il bilancio di tutti – Comune di Prova, che "
               "è un Comune come gli altri</title>")
    yield Case(structure, "lacks a `BreadcrumbList`", "BreadcrumbList", "Breadcrumbs", alone=True)
    yield Case(structure, "no JSON-LD", "application/ld+json", "application/json", alone=True)
    yield Case(structure, "does not parse", '"@type": "WebPage",', '"@type": "WebPage",,', alone=True)
    yield Case(structure, "lacks `@context`", '"@context"', '"context"', alone=True)
    yield put(structure, "the id `dati` stands 2 times", '<div id="dati"></div>')
    yield put(structure, "style in the page", '<div style="color: red"></div>')
    yield Case(structure, "style in the page", "</head>", "<style>p { margin: 0 }</style></head>")
    yield put(structure, "code in the page (`onclick`)", '<div onclick="a()"></div>')
    yield Case(structure, "code in the page: move", "</head>", "<script>var a = 1</script></head>")
    yield Case(structure, "code in an address", '<a href="/2020/dati.csv">', '<a href="javascript:a()">')
    yield Case(structure, "`time` needs", 'datetime="2021-03-01"', 'datetime="1 marzo"', alone=True)
    yield Case(structure, "2 headings of the first level", "<h2>I dati</h2>", "<h1>I dati</h1>")
    yield put(structure, "skip no level", "<h5>Posizione</h5>")
    yield put(structure, "empty heading", "<h3></h3>")
    yield Case(
        structure, "`main#main-container` is missing", '<main id="main-container"', '<main id="contenuto"', alone=True
    )
    yield Case(structure, "no breadcrumb", 'data-element="breadcrumb"', 'data-element="briciole"', alone=True)
    yield Case(structure, "is not the h1", 'aria-current="page">Servizi digitali', 'aria-current="page">Servizi')
    yield Case(structure, "lacks `aria-current", ' aria-current="page">Servizi', ">Servizi")
    yield Case(
        structure, "screen readers speak", '<span class="separator" aria-hidden="true">', '<span class="separator">'
    )
    yield Case(structure, "leads nowhere: link it", '<a href="/2020/">2020</a><span', "2020<span")
    yield Case(
        structure, "mirror the address", '<a href="/2020/">2020</a><span', '<a href="/note-legali/">2020</a><span'
    )
    yield Case(structure, "titles are unique", "<title>Servizi digitali", "<title>Bilancio sociale 2020")
    yield Case(structure, "no index of the page", ' data-element="page-index"', "", alone=True)
    yield Case(structure, "leaves out", '<li><a href="#dati">I dati</a></li>', "")
    yield Case(structure, "no section of the page", 'href="#dati"', 'href="#footer"')
    yield Case(
        structure, "without an id", '<section class="it-page-section" id="dati">', '<section class="it-page-section">'
    )
    yield Case(
        structure,
        "another order",
        '<li><a href="#fatto">Che cosa è stato fatto</a></li>\n<li><a href="#dati">I dati</a></li>',
        '<li><a href="#dati">I dati</a></li><li><a href="#fatto">Che cosa è stato fatto</a></li>',
        alone=True,
    )

    yield style(criteria, "C.SI.1.1: set in «arial»", "h2 { font-family: Arial }\n")
    yield style(criteria, "code begins with Roboto Mono", "code { font-family: Lora }\n")
    yield style(criteria, "font: inherit", "button { font-family: Arial }\n")
    yield Case(criteria, "C.SI.1.2: `--bootstrap", '"2.18.0"', '"1.6.4"', CSS)
    yield put(criteria, "fewer than 60%", '<div class="' + " ".join(f"mio-{n}" for n in range(20)) + '"></div>')
    yield Case(
        criteria, "C.SI.1.6: `[data-element", 'data-element="main-navigation"', 'data-element="menu"', alone=True
    )
    yield Case(criteria, "C.SI.1.6: 0 links `data-element=live`", 'data-element="live"', 'data-element="vivere"')
    yield Case(criteria, "C.SI.1.6: `news` says", ">Novità<", ">Notizie<")
    yield Case(criteria, "footer#footer` is missing", 'class="it-footer"', 'class="piede"', alone=True)
    yield Case(criteria, "no `a[data-element=faq]`", 'data-element="faq"', 'data-element="domande"')
    yield Case(criteria, "C.SI.2.3", ">Leggi le FAQ<", ">Leggi le risposte<")
    yield Case(criteria, "C.SI.2.4", ">Segnala disservizio<", ">Segnala un guasto<")
    yield Case(criteria, "C.SI.3.2", "https://form.agid.gov.it/view", "https://comune.example.it/view")
    yield Case(criteria, "C.SI.3.2", ">Dichiarazione di accessibilità<", ">Accessibilità<")
    yield Case(criteria, "C.SI.3.3", ">Informativa privacy<", ">Informativa<")
    yield Case(criteria, "C.SI.3.3", 'privacy-policy-link" href="https:', 'privacy-policy-link" href="http:')
    yield Case(criteria, "C.SI.3.4: no `a", 'data-element="legal-notes"', 'data-element="note"', alone=True)
    yield Case(criteria, "leads to no page", 'legal-notes" href="/note-legali/"', 'legal-notes" href="/note/"')
    yield Case(
        criteria,
        "lead there",
        'legal-notes" href="/note-legali/"',
        'legal-notes" href="https://comune.example.it/note/"',
    )
    yield Case(criteria, "legal-notes-section", "Licenza dei contenuti", "Licenza", NOTES)
    yield Case(criteria, "`data-element=legal-notes-body` is missing", ' data-element="legal-notes-body"', "", NOTES)

    yield Case(criteria, "must have the model's text", "con il solo onere", "senza alcun onere", NOTES)

    yield put(destinations, "leads to 2 places", '<p><a href="/2020/">piano</a></p>')
    yield style(destinations, "without a sign", "p a[href^='http']::after { background: none !important }\n", alone=True)
    yield style(destinations, "no words say so", "p a[href^='http']::after { content: '' !important }\n", alone=True)
    yield put(destinations, "does not say that it is", '<p><a href="/2020/edizione.json">Tutto</a></p>')
    yield put(destinations, "how large it is", '<p><a href="/file/atto.pdf">L’atto</a> (PDF)</p>')
    yield style(destinations, "the heading is", "h1 { position: relative; top: -8rem }\n")
    yield style(destinations, "px below the window's edge", "html { scroll-padding-top: 30rem !important }\n")

    yield Case(
        steadiness,
        "moves by",
        "</head>",
        '<script defer src="/assets/salto.js"></script></head>',
    )

    yield Case(links, "leads nowhere", 'href="/2020/dati.csv"', 'href="#"')
    yield Case(links, "does not exist", 'href="/2020/dati.csv"', 'href="/2020/figure.csv"')
    yield Case(links, "nothing with the id `inizio`", 'href="/2020/">2020', 'href="/2020/#inizio">2020')
    yield put(links, "nothing with the id `stella`", '<svg><use href="/assets/icona.svg#stella"/></svg>')
    yield Case(links, "new window", '<a href="/2020/dati.csv">', '<a target="_blank" href="/2020/dati.csv">')
    yield Case(
        links, "without encryption", 'href="https://comune.example.it/piano"', 'href="http://comune.example.it/piano"'
    )
    yield Case(links, "no way leads here", 'href="/2020/servizi/"', 'href="/2020/"', "2020/index.html")
    yield style(links, "the sheet names", '@font-face { font-family: Lora; src: url("lora.woff2") }\n')
    yield Case(links, "the sitemap names", "/2020/servizi/", "/2020/opere/", MAP)
    yield Case(links, "the sitemap leaves", f"<url><loc>{fixture.ORIGIN}/2020/servizi/</loc></url>", "", MAP)

    yield from broken_data()

    yield Case(
        policy, "no Content-Security-Policy", 'http-equiv="Content-Security-Policy"', 'name="policy"', alone=True
    )
    yield Case(
        policy,
        "stands before the policy",
        '<meta charset="utf-8">',
        '<meta charset="utf-8"><link rel="icon" href="/assets/icona.svg">',
    )
    yield Case(policy, "lacks `base-uri`", "; base-uri 'none'", "")
    yield Case(policy, "lets `style-src`", "style-src 'self'", "style-src 'self' 'unsafe-inline'")
    yield Case(policy, "lets `form-action`", "form-action 'self' https://valuta.example.it", "form-action *")
    yield put(policy, "from another origin", '<img alt="" src="https://127.0.0.1:9/a.png">')
    yield Case(policy, "from another origin", "</head>", '<link rel="preconnect" href="https://127.0.0.1:9"></head>')
    yield Case(
        policy,
        "a request to another origin",
        '<meta http-equiv="Content-Security-Policy"',
        '<link rel="icon" href="https://127.0.0.1:9/a.png"><meta name="policy"',
        alone=True,
    )
    yield put(policy, "the policy is broken", '<div style="color: red"></div>')
    yield Case(policy, "the page stores localStorage", "</head>", '<script src="/assets/memoria.js"></script></head>')
    yield Case(policy, "the page stores a cookie", "</head>", '<script src="/assets/biscotto.js"></script></head>')
    yield put(policy, "asked for and not there", '<img alt="" src="/assets/manca.svg">')
    yield Case(policy, "the browser complains", "</head>", '<script src="/assets/errore.js"></script></head>')

    yield style(sizes, "bytes of CSS", noise(30_000) + "\n")
    yield put(sizes, "bytes of HTML", f"<!-- {noise(20_000)} -->")
    yield put(sizes, "bytes on first load", '<img alt="" src="/assets/peso.png">')

    yield Case(
        scripting, "scripts may only add comfort", "</head>", '<script defer src="/assets/testo.js"></script></head>'
    )
    yield Case(scripting, "nothing opens it", "<details><summary>Menu</summary><ul", "<div hidden><ul")

    yield style(reflow, "at 320 px: the page is", "textarea { width: 400px; max-width: none }\n")
    yield style(reflow, "at 576 px: the page is", "textarea { width: 600px; max-width: none }\n")
    yield style(
        reflow,
        "scrolled sideways",
        "h3 { overflow-x: auto; white-space: nowrap } h3::after { content: '" + "parola " * 30 + "' }\n",
    )
    yield style(reflow, "320 px: a cell is wider", "th { padding-right: 400px }\n")
    yield style(reflow, "320 px: text is cut off", "caption { height: 12px; overflow: hidden; display: block }\n")
    yield style(
        reflow,
        "320 px, text spacing: text is cut off",
        "h1 { width: 7.6em; overflow: hidden; white-space: nowrap; font-size: 18px }\n",
    )
    yield style(reflow, "text lies on other text", "#fatto h2 { margin-bottom: -2.4em; height: 1em }\n")
    yield style(reflow, "runs out of its button", ".btn { width: 1.5rem; white-space: nowrap; padding: 0 }\n")

    yield put(axe, "image-alt", '<img src="/assets/icona.svg">')
    yield style(axe, "color-contrast", "h3 { color: #bbb }\n")
    yield Case(axe, "dark: color-contrast", "a { color: #9cf; }", "a { color: #223; }", CSS)

    yield style(keyboard, "no focus ring", "summary:focus-visible { outline: none; box-shadow: none }\n")
    yield style(keyboard, "draw it double", ".it-footer a:focus-visible { box-shadow: none }\n")
    yield style(
        keyboard,
        "thinner than",
        "textarea:focus-visible { outline-width: 1px; outline-offset: 0; box-shadow: 0 0 0 1px #fff }\n",
    )
    yield style(keyboard, "cut off on", "p { overflow: hidden } p > a { display: block; max-width: none }\n")
    yield style(keyboard, "keep the order of the source", ".navbar-nav { flex-direction: row-reverse }\n")
    yield Case(keyboard, "Tab never comes here", '<a href="/2020/dati.csv">', '<a tabindex="-1" href="/2020/dati.csv">')
    yield style(keyboard, "make it 24", ".breadcrumb a { min-height: 0; line-height: 1 }\n")
    yield Case(
        keyboard, "does not take the focus to the content", 'href="#main-container"', 'href="#top-main-container"'
    )
    yield Case(
        keyboard,
        "positive `tabindex`",
        'href="https://comune.example.it/piano"',
        'tabindex="1" href="https://comune.example.it/piano"',
        alone=True,
    )
    yield Case(
        keyboard,
        "no skip link",
        '<div class="skiplinks">',
        '<a class="btn" href="/">Inizio</a><div class="skiplinks">',
        alone=True,
    )
    yield style(
        keyboard,
        "is covered by",
        ".it-footer { position: fixed; bottom: 0; left: 0; right: 0; height: 60% }\n",
        alone=True,
    )
    yield style(keyboard, "on the way back", "html { scroll-padding: 0 !important }\n", alone=True)
    yield Case(
        keyboard, "in circles", "</head>", '<script defer src="/assets/trappola.js"></script></head>', alone=True
    )
    yield Case(
        keyboard,
        "Enter does not unfold",
        "</head>",
        '<script defer src="/assets/chiuso.js"></script></head>',
        alone=True,
    )

    two = "feedback-rating-positive"
    yield Case(feedback, "0 containers", 'data-element="feedback"', 'data-element="valuta"', alone=True)
    yield Case(feedback, "feedback-title", "Quanto sono chiare", "Quanto sono utili")
    yield Case(feedback, "in this order", 'data-element="feedback-rate-2"', 'data-element="feedback-rate-6"')
    yield Case(feedback, "1 to 5 are wanted", 'value="5" id="stella-5"', 'value="6" id="stella-5"')
    yield Case(feedback, "another radio", 'for="stella-2"', 'for="stella-3"')
    yield Case(feedback, "must say «Valuta 4", "Valuta 4 stelle su 5", "4 stelle")
    yield style(feedback, "left to right", ".rating { flex-direction: row-reverse }\n")
    yield Case(
        feedback, "before the reader chose", 'value="4" id="stella-4"', 'checked value="4" id="stella-4"', alone=True
    )
    yield Case(feedback, "must be there at load", f'data-element="{two}"', 'data-element="seguito"', alone=True)
    yield style(feedback, "shown before a star", "form [data-element=feedback-rating-positive] { display: block }\n")
    yield Case(feedback, "must come first", "Dove hai incontrato le maggiori difficoltà?", "Che cosa non va?")
    yield Case(feedback, "the answers must be", "Ho avuto problemi tecnici", "Problemi tecnici")
    yield Case(feedback, "no label of a radio", 'name="risposta_negativa" value="2"', 'name="risposta" value="2"')
    yield Case(
        feedback, "post the same value", 'name="risposta_negativa" value="2"', 'name="risposta_negativa" value="1"'
    )
    yield Case(feedback, "feedback-input-text]", 'data-element="feedback-input-text"', 'data-element="testo"')
    yield Case(feedback, "`pagina` is", 'name="pagina" value="/2020/servizi/"', 'name="pagina" value="/2020/"')
    yield Case(feedback, "`edizione` is", 'name="edizione" value="2020"', 'name="edizione" value="2019"')
    yield Case(feedback, "no hash", 'value="0123456789abcdef"', 'value=""')
    yield Case(feedback, "`sito_web` is missing", 'name="sito_web"', 'name="sito"', alone=True)
    yield Case(feedback, "honeypot can be seen", "<div hidden>", "<div>")
    yield Case(
        feedback,
        "reaches keyboards",
        '<div hidden><label>Sito <input name="sito_web" autocomplete="off" tabindex="-1">',
        '<div class="visually-hidden"><label>Sito <input name="sito_web" autocomplete="off">',
    )
    yield Case(feedback, "honeypot must be empty", 'name="sito_web" autocomplete="off"', 'name="sito_web" value="a"')
    yield Case(feedback, "e-mail", "<div hidden>", '<input type="email" name="posta" aria-label="Posta"><div hidden>')
    yield Case(feedback, "maxlength", 'maxlength="200"', "")
    yield Case(feedback, "the hint", ' aria-describedby="aiuto"', "")
    yield Case(
        feedback,
        "no button",
        '<button class="btn btn-primary" type="submit">',
        '<button class="btn btn-primary" type="button">',
        alone=True,
    )
    yield Case(feedback, "privacy notice", ">privacy</a>", ">informativa</a>")
    yield Case(feedback, "disabled as a whole", f' action="{fixture.FEEDBACK}"', "", alone=True)
    yield Case(feedback, "not active", f' action="{fixture.FEEDBACK}"', "")
    yield Case(feedback, "without encryption", fixture.FEEDBACK, fixture.FEEDBACK.replace("https", "http"))
    yield Case(
        feedback, "does not let the form go", "form-action 'self' https://valuta.example.it", "form-action 'self'"
    )
    yield style(
        feedback,
        "is not shown in full",
        "form [data-element=feedback-rating-positive] { display: none !important }\n",
        alone=True,
    )
    yield style(
        feedback,
        "asks the contrary",
        "form:has([name=valutazione]:checked) [data-element=feedback-rating-positive] { display: block }\n",
        alone=True,
    )
    yield style(feedback, "fill the chosen", ".rating-star svg { fill: #aaa !important }\n")
    yield style(
        feedback,
        "cannot be clicked",
        ".rating { position: relative } .rating::after { content: ''; position: absolute; inset: 0; z-index: 3 }\n",
        alone=True,
    )
    yield Case(
        feedback,
        "could not be filled and sent",
        "<button class",
        '<input required aria-label="a" name="a"><button class',
        posts=True,
        alone=True,
    )
    yield Case(
        feedback,
        "leave `enctype` away",
        '<form method="post"',
        '<form method="post" enctype="multipart/form-data"',
        posts=True,
    )
    yield Case(
        feedback,
        "fields that nobody knows",
        "<div hidden>",
        '<input type="hidden" name="spia" value="1"><div hidden>',
        posts=True,
    )
    yield Case(
        feedback,
        "field `contenuto` was posted",
        "<div hidden>",
        '<input type="hidden" name="contenuto" value="1"><div hidden>',
        posts=True,
    )
    yield Case(feedback, "mode is `nessuno`", ANCHOR, ANCHOR + " ", mode="nessuno")
    yield Case(feedback, "devi essere registrato", ANCHOR, ANCHOR + " ", mode="registrati")
    yield Case(feedback, "comes back to this page", ANCHOR, ANCHOR + " ", mode="registrati")
    yield Case(feedback, "radios `utile` must be", ANCHOR, ANCHOR + " ", mode="entrambi")
    yield Case(feedback, "legend of its own fieldset", ANCHOR, ANCHOR + " ", mode="utile")

    yield Case(paper, "of no use on paper", ".skiplinks, .it-header-wrapper nav,", ".skiplinks,", CSS)
    yield Case(paper, "address is not printed", 'content: " (" attr(href) ")"', 'content: ""', CSS)
    yield Case(paper, "stays folded", "details::details-content { content-visibility: visible; }", "", CSS)
    yield Case(
        paper, "content is not printed", "body { background: none; color: #000; }", "main { display: none; }", CSS
    )
    yield Case(paper, "on a sheet of", "body { background: none; color: #000; }", "main { width: 900px; }", CSS)
    yield Case(
        paper, "is wider than the sheet", "body { background: none; color: #000; }", "td { padding: 0 400px; }", CSS
    )
    yield Case(paper, "leave it white", "body { background: none; color: #000; }", "body { background: #111; }", CSS)

    yield style(pictures, "320 px: 1", "h3 { text-indent: 3px }\n", whole=True)
    yield style(pictures, "unfolded: ", "details[open] p { text-indent: 3px }\n", whole=True)
    yield Case(
        pictures,
        "print: ",
        "body { background: none; color: #000; }",
        "body { background: none; color: #001; }",
        CSS,
        whole=True,
    )


def broken_data():
    """The rules of the open data, whose files stand beside the pages."""

    def case(words, old, new, path, **more):
        return Case(data, words, old, new, path, **more)

    yield case("`$schema` names", "schemi/edizione-1.json", "schemi/edizione-9.json", EDITION, alone=True)
    yield case("not of its schema's form at $.indicators", '"status": "A"', '"status": 1', EDITION, alone=True)
    yield case("schema of draft 2020-12", "json-schema.org/draft/2020-12", "json-schema.org/altro", FORM, alone=True)
    yield case("is open: close it", '"additionalProperties": false', '"additionalProperties": true', FORM)
    yield case("`/sources` is not explained", '"description": "Le fonti."', '"title": "Le fonti."', FORM)
    yield case("is told otherwise", '"source": "classifica"', '"source": "stampa"', SERIES)
    yield case("this document is missing", '"id": "posizione"', '"id": "altro"', EDITION)
    yield case("this table is missing", '"id": "posizione"', '"id": "altro"', EDITION)
    yield case("names the source `stampa`", '{"id": "stampa"}', '{"id": "giornale"}', EDITION)
    yield case("/2020/opere/` is not on the site", "/2020/servizi/", "/2020/opere/", EDITION)
    yield case("other observations than in the JSON", "77", "78", SERIES_TABLE)
    yield case("other observations of", "77", "78", TABLE)
    line = "posizione,2020,-13.50,,107,,B,,classifica\r\n"
    yield case("lines that are no observation", line, line + line.replace("posizione", "altro"), TABLE)
    yield case("byte-order mark", "indicator,", "\ufeffindicator,", TABLE)
    yield case("lines end in CR LF", "\r\n", "\n", SERIES_TABLE)
    yield case("cells, the header", ",stampa", ",stampa,", SERIES_TABLE)
    yield case("runs `=B2", '" =B2', '"=B2', SERIES_TABLE)
    yield case("no column `note`", "note", "commento", SERIES_TABLE)

    yield case("does not parse", "@prefix dcat:", "@prefisso dcat:", TURTLE, alone=True)
    yield case("says other things than the Turtle", "c_z999:2020", "c_z999:2021", LINKED)
    yield case("identifier`, which the profile asks", 'dct:identifier "c_z999"@', 'dct:alternative "c_z999"@', TURTLE)
    yield case("is no `foaf:Agent`", "dcatapit:Agent, foaf:Agent", "dcatapit:Agent", TURTLE)
    contact = f"dcat:contactPoint <{fixture.ORIGIN}/#"
    yield case("is not described as a", contact + "contatto>", contact + "nessuno>", TURTLE)
    yield case("the Union's list `frequency`", f"{datafixture.LISTS}frequency", "https://example.it", TURTLE)
    yield case("is no date", '"2020-01-01"^^xsd:date', '"2020-01-01"', TURTLE)
    yield case("the words need their language", '"Il catalogo"@it', '"Il catalogo"', TURTLE)
    yield case("/2020/figure.csv> is not on the site", "/2020/dati.csv>", "/2020/figure.csv>", TURTLE)
    listed = f"dcat:dataset <{datafixture.SET}>"
    yield case("2 are listed", listed, f"{listed}, <{datafixture.FILE}>", TURTLE)


def noise(size):
    """Letters that gzip cannot make much of."""
    letters = random.Random(1)
    return (
        "/* "
        + "".join(
            letters.choice("abcdefghijklmnopqrstuvwxyz0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            for _ in range(size * 3 // 2)
        )
        + " */"
    )
