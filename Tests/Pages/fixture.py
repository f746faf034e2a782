"""A small site that keeps every rule, made from the strings below; the self-test breaks it."""

import html
import json

from . import criteria, datafixture

ORIGIN = "https://bilancio.example.it"
FEEDBACK = "https://valuta.example.it/valutazioni"
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
    "form-action 'self' https://valuta.example.it; base-uri 'none'"
)
# Stands for the names of the library's whole sheet.
LIBRARY = """.skiplinks{} .visually-hidden{} .visually-hidden-focusable{} .it-header-wrapper{} .navbar-nav{} .nav-link{}
.breadcrumb-container{} .breadcrumb{} .breadcrumb-item{} .separator{} .link-list{} .list-item{} .btn{} .btn-primary{}
.form-group{} .form-check{} .rating{} .table{} .table-responsive{} .unused{}"""

SHEET = """
:root { --bootstrap-italia-version: "2.18.0"; }
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 12rem; }
body { margin: 0; font: 1.125rem/1.6 "Titillium Web", sans-serif; color: #1a1a1a; background: #fff;
  overflow-wrap: anywhere; }
p { font-family: Lora, serif; max-width: 68ch; }
code { font-family: "Roboto Mono", monospace; }
button, input, select, textarea { font: inherit; max-width: 100%; }
a { color: #0b3d6b; }
@media screen { a[href^="http"]::after { content: "\\A0\\A0" / " (altro sito)"; 
  background: url("icona.svg") no-repeat right center / .7em .7em; } }
:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
.visually-hidden, .visually-hidden-focusable:not(:focus) { position: absolute; width: 1px; height: 1px;
  overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
.skiplinks a:focus, .btn { display: inline-block; padding: .5rem 1rem; background: #fff; border: 1px solid #0b3d6b;
  color: #0b3d6b; }
.it-header-wrapper { background: #0b3d6b; color: #fff; padding: .25rem 1rem; }
.it-header-wrapper a, .it-header-wrapper summary { color: #fff; display: inline-block; padding: .25rem .5rem; }
.navbar-nav, .breadcrumb, .link-list { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap;
  gap: .25rem 1rem; }
.breadcrumb a, .link-list a, .table a { display: inline-block; min-height: 24px; }
main, .breadcrumb-container, .it-footer { padding: 1rem; }
.it-page-section { max-width: 60rem; }
@media (min-width: 48rem) { .it-header-wrapper { position: sticky; top: 0; z-index: 1; } }
summary { padding: .125rem 0; cursor: pointer; }
.table-responsive { overflow-x: auto; padding: 6px; }
fieldset { border: 1px solid #5b6670; margin: 1rem 0; min-width: 0; }
fieldset label { display: inline-block; min-height: 24px; }
.rating { display: flex; gap: .5rem; }
.rating .form-check { position: relative; }
.rating input { position: absolute; width: 1px; height: 1px; margin: 0; opacity: 0; }
.rating input:focus-visible + label { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
.rating-star { padding: 4px; }
.rating-star svg { display: block; width: 32px; height: 32px; fill: #fff; stroke: #0b3d6b; stroke-width: 2; }
.rating .form-check:has(:checked) svg, .rating .form-check:has(~ .form-check :checked) svg { fill: #0b3d6b; }
[data-element^=feedback-rating-p], [data-element^=feedback-rating-n] { display: none; }
form:has([name=valutazione]:is([value="4"], [value="5"]):checked) [data-element=feedback-rating-positive],
form:has([name=valutazione]:is([value="1"], [value="2"],
  [value="3"]):checked) [data-element=feedback-rating-negative] { display: block; }
.it-footer { background: #17324d; color: #fff; }
.it-footer a { color: #fff; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #111; }
  a { color: #9cf; }
}
@media print {
  .skiplinks, .it-header-wrapper nav, .breadcrumb-container, nav:has([data-element=page-index]),
[data-element=feedback],
  .it-footer .link-list { display: none; }
  body { background: none; color: #000; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; }
  details::details-content { content-visibility: visible; }
}
"""

HEADER = """<div class="skiplinks"><a class="visually-hidden-focusable" href="#main-container">Vai al contenuto</a>
<a class="visually-hidden-focusable" href="#footer">Vai al piè di pagina</a></div>
<header class="it-header-wrapper"><a href="/">Comune di Prova</a>
<nav aria-label="Principale"><details><summary>Menu</summary><ul class="navbar-nav" data-element="main-navigation">
<li><a class="nav-link" data-element="management"
href="https://comune.example.it/amministrazione/">Amministrazione</a></li>
<li><a class="nav-link" data-element="news" href="https://comune.example.it/novita/">Novità</a></li>
<li><a class="nav-link" data-element="all-services" href="https://comune.example.it/servizi/">Servizi</a></li>
<li><a class="nav-link" data-element="live" href="https://comune.example.it/vivere/">Vivere il Comune</a></li>
</ul></details></nav></header>"""

FOOTER = """<footer class="it-footer" id="footer"><h2>Comune di Prova</h2><ul class="link-list">
<li><a class="list-item" data-element="faq" href="https://comune.example.it/faq/">Leggi le FAQ</a></li>
<li><a class="list-item" data-element="report-inefficiency"
href="https://comune.example.it/guasti/">Segnala disservizio</a></li>
<li><a class="list-item"
data-element="privacy-policy-link" href="https://comune.example.it/privacy/">Informativa privacy</a></li>
<li><a class="list-item" data-element="legal-notes" href="/note-legali/">Note legali</a></li>
<li><a class="list-item" data-element="accessibility-link"
href="https://form.agid.gov.it/view/prova">Dichiarazione di accessibilità</a></li>
</ul></footer>"""

STAR = '<svg viewBox="-1 -1 26 26" aria-hidden="true"><path d="M12 1l3 7 8 1-6 5 2 8-7-4-7 4 2-8-6-5 8-1z"/></svg>'
QUESTIONS = {
    "positive": (
        "risposta_positiva",
        "Quali sono stati gli aspetti che hai preferito?",
        [
            "Le indicazioni erano chiare",
            "Le indicazioni erano complete",
            "Capivo sempre che stavo procedendo correttamente",
            "Non ho avuto problemi tecnici",
            "Altro",
        ],
    ),
    "negative": (
        "risposta_negativa",
        "Dove hai incontrato le maggiori difficoltà?",
        [
            "A volte le indicazioni non erano chiare",
            "A volte le indicazioni non erano complete",
            "A volte non capivo se stavo procedendo correttamente",
            "Ho avuto problemi tecnici",
            "Altro",
        ],
    ),
}


def feedback(address):
    """The national component, with the hidden fields and the trap for machines."""
    stars = "".join(
        f'<div class="form-check"><input type="radio" name="valutazione" value="{n}" id="stella-{n}">'
        f'<label class="rating-star" data-element="feedback-rate-{n}" for="stella-{n}">{STAR}'
        f'<span class="visually-hidden">Valuta {n} stelle su 5</span></label></div>'
        for n in range(1, 6)
    )
    follow = ""
    for name, (field, question, answers) in QUESTIONS.items():
        items = "".join(
            f'<div class="form-check"><input type="radio" name="{field}" value="{i}" id="{field}-{i}">'
            f'<label data-element="feedback-rating-answer" for="{field}-{i}">{answer}</label></div>'
            for i, answer in enumerate(answers, 1)
        )
        follow += (
            f'<fieldset data-element="feedback-rating-{name}">'
            f'<legend data-element="feedback-rating-question">{question}</legend>{items}</fieldset>'
        )
    return f"""<section data-element="feedback" aria-labelledby="valuta"><h2 id="valuta"
data-element="feedback-title">Quanto sono chiare le informazioni su questa pagina?</h2>
<form method="post" action="{FEEDBACK}"><input type="hidden" name="pagina" value="{address}">
<input type="hidden" name="edizione" value="{'2020' if '2020' in address else ''}"><input type="hidden"
name="contenuto" value="0123456789abcdef">
<fieldset class="rating"><legend class="visually-hidden">Da una a cinque stelle</legend>{stars}</fieldset>
{follow}
<div class="form-group"><label for="dettagli">Vuoi aggiungere altro?</label><br>
<textarea id="dettagli" name="dettagli" data-element="feedback-input-text"
maxlength="200" aria-describedby="aiuto"></textarea></div>
<p id="aiuto">Per favore non inserire dati personali, al massimo 200 caratteri</p>
<div hidden><label>Sito <input name="sito_web" autocomplete="off" tabindex="-1"></label></div>
<button class="btn btn-primary" type="submit">Invia</button>
<p>Leggi la <a href="https://comune.example.it/privacy/">privacy</a> del Comune.</p></form></section>"""


def page(address, kind, title, steps, body, asks=True):
    """One page in the frame that all share; `steps` are the breadcrumb's links before the page itself."""
    items = "".join(
        f'<li class="breadcrumb-item"><a href="{path}">{name}</a><span class="separator"'
        ' aria-hidden="true">/</span></li>'
        for path, name in steps
    )
    crumbs = (
        '<nav class="breadcrumb-container" aria-label="Percorso di navigazione"><ol class="breadcrumb"'
        f' data-element="breadcrumb">{items}<li class="breadcrumb-item" aria-current="page">{title}</li></ol></nav>'
        if steps
        else ""
    )
    data = json.dumps(
        {"@context": "https://schema.org", "@type": "WebPage", "name": title, "dateModified": "2021-03-01",
         "breadcrumb": {"@type": "BreadcrumbList"}}
    )
    return f"""<!doctype html>
<html lang="it"><head>
<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{html.escape(POLICY, quote=False)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} – Comune di Prova</title>
<meta name="description" content="{title}: che cosa è stato fatto, per chi e con quali risultati."><link rel="canonical" href="{ORIGIN}{address}">
<meta property="og:title" content="{title}"><meta property="og:locale" content="it_IT"><meta property="og:type" content="article"><meta property="og:url"
content="{ORIGIN}{address}">
<link rel="icon" href="/assets/icona.svg"><link rel="stylesheet" href="/assets/stile-0a1b2c.css">
<script type="application/ld+json">{data}</script></head>
<body data-page="{kind}">{HEADER}{crumbs}<main id="main-container" tabindex="-1"><h1>{title}</h1>
{body}
<p>Ultimo aggiornamento: <time datetime="2021-03-01">1 marzo 2021</time></p>{feedback(address) if asks else ""}</main>
{FOOTER}</body></html>
"""


INDEX = """<nav aria-label="Indice della pagina"><details open><summary>Indice della pagina</summary>
<ul class="link-list" data-element="page-index"><li><a href="#fatto">Che cosa è stato fatto</a></li>
<li><a href="#dati">I dati</a></li></ul>
</details></nav>"""
BODY = (
    INDEX
    + """<section class="it-page-section" id="fatto"><h2>Che cosa è stato fatto</h2>
<p>La Giunta ha approvato il <a
href="https://comune.example.it/piano">piano</a>; il programma è <code>bilancio</code>.</p>
<details><summary>Premessa</summary><p>Le parole della premessa.</p></details></section>
<section class="it-page-section" id="dati"><h2>I dati</h2><h3>Posizione</h3>
<div class="table-responsive"><table class="table"><caption>Posizione per anno</caption>
<tr><th scope="col">Anno</th><th scope="col">Posizione</th></tr><tr><td>2019</td><td>77</td></tr>
<tr><td>2020</td><td>13</td></tr></table></div>
<p><a href="/2020/dati.csv">Scarica i dati</a> in CSV</p></section>"""
)
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path id="punto" d="M0 0h8v8z"/></svg>'
SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
)


def good():
    """The files of the site, by path."""
    start = ("/", "Inizio")
    addresses = ["/", "/2020/", "/2020/servizi/", "/note-legali/"]
    return {
        "index.html": page(
            "/", "home", "Il bilancio sociale", [], '<p><a href="/2020/">Il bilancio del 2020</a> in breve</p>'
        ),
        "2020/index.html": page(
            "/2020/",
            "edition",
            "Bilancio sociale 2020",
            [start],
            '<p>Leggi dei <a href="/2020/servizi/">servizi digitali</a> del Comune.</p>',
        ),
        "2020/servizi/index.html": page(
            "/2020/servizi/", "objective", "Servizi digitali", [start, ("/2020/", "2020")], BODY
        ),
        "note-legali/index.html": page(
            "/note-legali/",
            "legal-notes",
            "Note legali",
            [start],
            '<h2 data-element="legal-notes-section">Licenza dei contenuti</h2>'
            f'<p data-element="legal-notes-body">{criteria.LICENCE}</p>',
        ),
        "404.html": page("/404.html", "not-found", "Pagina non trovata", [], "<p>La pagina non c’è.</p>", asks=False),
        "assets/stile-0a1b2c.css": SHEET,
        "assets/icona.svg": ICON,
        "sitemap.xml": SITEMAP.format("".join(f"<url><loc>{ORIGIN}{path}</loc></url>" for path in addresses)),
    } | datafixture.files()
