"""The files that stand beside the pages: the site, the edition, the lists, the indicators."""

import datetime

from . import sentences, words
from .italian import capital, italian, plain
from .tree import YEAR
from .yaml import quoted


def site_file():
    return """tipo: sito
ente:
  nome: Comune di Vallechiara
  codice_ipa: c_x999
  codice_istat: "099999"
  indirizzo: Piazza del Municipio 1, 00000 Vallechiara
  telefono: "+39 000 000000"
  email: urp@comune.vallechiara.example
  pec: protocollo@pec.comune.vallechiara.example
  partita_iva: "01234567897"
  regione: {nome: Regione Esempio, url: "https://www.regione.example/"}
indirizzo: https://www.comune.vallechiara.example/bilancio-sociale/
tema: comune
menu:
  amministrazione: https://www.comune.vallechiara.example/amministrazione/
  novita: https://www.comune.vallechiara.example/novita/
  servizi: https://www.comune.vallechiara.example/servizi/
  vivere: https://www.comune.vallechiara.example/vivere-il-comune/
piede:
  faq: https://www.comune.vallechiara.example/domande-frequenti/
  disservizio: https://www.comune.vallechiara.example/segnala-disservizio/
  privacy: https://www.comune.vallechiara.example/privacy/
  note_legali: https://www.comune.vallechiara.example/note-legali/
  accessibilita: https://form.agid.gov.it/view/vallechiara
  trasparenza: https://www.comune.vallechiara.example/amministrazione-trasparente/
feedback:
  modo: chiarezza
  azione: https://servizi.comune.vallechiara.example/valutazione
  accesso: libero
  conservazione: 12
  caratteri: 500
licenza: CC-BY-4.0
"""


def edition_file(report):
    return f"""tipo: edizione
anno: {YEAR}
titolo: Bilancio Sociale {YEAR}
sottotitolo: Che cosa ha fatto il Comune e con quali risultati
periodo: {{da: {YEAR}-01-01, a: {YEAR}-12-31}}
presentazione: |
  Il bilancio sociale racconta ai cittadini come il Comune ha usato le risorse pubbliche e quali risultati ha ottenuto.
  Ogni pagina riporta lo stato delle attività, le spese, gli atti e gli indicatori, con la fonte di ciascun dato.

  Le pagine sono raccolte per area e per obiettivo, nello stesso ordine del documento di programmazione.
nota_metodologica:
  criteri: |
    Sono state incluse le attività previste dal programma di mandato e quelle che hanno effetti diretti sui cittadini.
  perimetro: |
    Il documento riguarda il Comune e le due società controllate; gli altri enti sono citati solo come partner.
  limiti: |
    Alcuni dati dell'anno risentono della sospensione dei servizi e non sono confrontabili con i precedenti.
  modifiche: |
    È la prima edizione con questa struttura.
pubblicata_il: {YEAR + 1}-06-30
atto_approvazione: {report.approval.id}
assicurazione:
  tipo: nessuna
avviso: |
  Contenuti generati per misurare la velocità del programma: il Comune, gli atti locali e le cifre sono inventati.
"""


def sources_file(report):
    lines = ["tipo: fonti", "voci:"]
    for index, source in enumerate(report.sources):
        quality = ("ufficiale", "ufficiale", "provvisoria")[index % 3]
        lines += [f"  - id: {source.id}", f"    titolo: {quoted(source.title)}",
                  f"    organizzazione: Comune di Vallechiara, {source.office_name}", f"    tipo: {source.kind}",
                  f"    data: {source.date}", f"    url: https://dati.comune.vallechiara.example/dataset/{source.id}",
                  f"    consultata_il: {source.date + datetime.timedelta(days=20)}", f"    qualita: {quality}"]
    return "\n".join(lines) + "\n"


def acts_file(report):
    lines = ["tipo: atti", "voci:"]
    for act in report.acts + [report.approval] + report.state_acts:
        lines += [f"  - id: {act.id}", f"    organo: {act.body}", f"    tipo: {act.kind}", f"    numero: {act.number}",
                  f"    data: {act.date}", f"    oggetto: {quoted(act.subject)}"]
        if act.effect:
            lines += [f"    effetto: {act.effect}", f"    url: https://atti.comune.vallechiara.example/{act.id}"]
    return "\n".join(lines) + "\n"


def glossary_file():
    lines = ["tipo: glossario", "voci:"]
    for term_id, term, acronym, definition in words.GLOSSARY:
        lines += [f"  - id: {term_id}", f"    termine: {quoted(term)}"]
        if acronym:
            lines.append(f"    sigla: {acronym}")
        lines.append(f"    definizione: {quoted(definition)}")
    return "\n".join(lines) + "\n"


def offices_file(report):
    lines = ["tipo: uffici", "voci:"]
    for office_id, name, kind, parent in report.offices:
        lines += [f"  - id: {office_id}", f"    nome: {quoted(name)}", f"    tipo: {kind}"]
        if parent:
            lines.append(f"    padre: {parent}")
    return "\n".join(lines) + "\n"


def plans_file(report):
    councils = [act for act in report.acts if act.body == "consiglio"] or [report.approval]
    lines = ["tipo: piani", "voci:"]
    for index, (plan_id, title, issuer, chapters) in enumerate(words.PLANS):
        lines += [f"  - id: {plan_id}", f"    titolo: {quoted(title)}", f"    emanante: {issuer}",
                  f"    periodo: {{da: {YEAR}-01-01, a: {YEAR + 2}-12-31}}",
                  f"    adozione: {councils[index % len(councils)].id}", "    capitoli:"]
        lines += [f"      - {quoted(chapter)}" for chapter in chapters]
    return "\n".join(lines) + "\n"


def indicator_file(made, choice):
    base = made.base
    territory = "Comune di Vallechiara" if made.is_rank else quoted(capital(made.place))
    best = {"alto": "alto_meglio", "basso": "basso_meglio", "neutro": "neutro"}[base.best]
    definition = f"{base.name}: valore al 31 dicembre di ogni anno, riferito al territorio indicato."
    lines = ["tipo: indicatore", f"nome: {quoted(made.name)}", f"definizione: {quoted(definition)}",
             f"misura: {base.measure}", f"unita: {quoted(base.unit)}", f"decimali: {base.decimals}", f"verso: {best}",
             f"territorio: {territory}", f"fonte: {made.source.id}", f"responsabile: {made.office}", "metodo: |",
             "  Il valore si ricava dalle registrazioni degli uffici, dopo l'eliminazione dei doppioni.",
             "  I casi incerti sono esaminati da due persone e registrati a parte."]
    if made.broken_at:
        between = f"[{made.years[made.broken_at - 1]}, {made.years[made.broken_at]}]"
        lines += ["rotture:", f"  - tra: {between}", f"    motivo: {choice.pick(words.BREAK_REASONS)}"]
    lines += ["osservazioni:"] + observations(made, choice) + target_lines(made) + chart_lines(made)
    return "\n".join(lines) + "\n"


def observations(made, choice):
    """One series in five is written as Italian writes numbers, in quotes."""
    as_text = choice.chance(20)
    out_of = f", su: {made.out_of}" if made.is_rank else ""
    lines = []
    for place, (year, value) in enumerate(zip(made.years, made.values)):
        if value is None:
            reason = quoted(choice.pick(words.MISSING_REASONS), flow=True)
            lines.append(f"  - {{periodo: {year}, valore: null{out_of}, motivo_mancante: {reason}}}")
            continue
        decimals = made.base.decimals
        shown = f'"{italian(value, decimals)}"' if as_text else plain(value, decimals)
        lines.append(f"  - {{periodo: {year}, valore: {shown}{out_of}{flag(made, place, choice)}}}")
    return lines


def flag(made, place, choice):
    """B after a break; sometimes the last value is provisional."""
    if place and place == made.broken_at:
        return ", stato: B"
    return ", stato: P" if place == len(made.years) - 1 and choice.chance(15) else ""


def target_lines(made):
    if not made.target:
        return []
    start, decimals = made.target.start, made.base.decimals
    baseline = f"{{anno: {made.years[start]}, valore: {plain(made.values[start], decimals)}}}"
    return ["traguardi:", f"  - valore: {plain(made.target.value, decimals)}", f"    anno: {made.target.year}",
            f"    base: {baseline}", "    tipo: raggiungere"]


def chart_lines(made):
    first, last = (italian(made.values[place], made.base.decimals) for place in (made.broken_at, -1))
    finding = f"Da {first} a {last}" if first != last else f"Stabile a {last}"
    told = f"Andamento annuale di «{made.name}» dal {made.years[0]} al {YEAR}, un punto per ogni anno."
    return ["grafico:", f"  titolo: {finding} tra il {made.years[made.broken_at]} e il {YEAR}",
            f"  descrizione: {quoted(told)}", "  tipo: linea"]


def context_file():
    parts = [f"## {heading}\n\n{prose}\n" for heading, prose in sentences.CONTEXT]
    return f"""---
tipo: contesto
titolo: Il contesto strategico
periodo: {{da: {YEAR - 4}-01-01, a: {YEAR}-12-31}}
aggiornato_il: {YEAR + 1}-04-12
---

""" + "\n".join(parts)


def area_file(area):
    things = ", ".join(area.theme.objects[:4])
    return "\n".join([
        "tipo: area", f"numero: {area.number}", f"titolo: {quoted(area.title)}", f'missione: "{area.theme.mission}"',
        f"sintesi: {quoted(f'Obiettivi che riguardano {things} e gli altri servizi collegati.')}"]) + "\n"
