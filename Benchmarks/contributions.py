"""Three contributions as offices send them, from Word, Excel and a letter to pages, with a log of each step.

    pip install python-docx openpyxl
    python3 Benchmarks/contributions.py --program .build/release/bilancio [--keep FOLDER]

A school office sends a Word file with tracked changes, a note and a phone's photograph, and a sheet of series; waste a letter with a
Word file of two tables and a list of acts in Excel; social services a page copied from Google and a workbook with an odd head. Each
begins in the same report, with one objective of its own. What the program asks for afterwards is answered as a person would, with
`bilancio imposta`; a step is a command, and its time is the machine's. The log says what was left to look at.
"""

import argparse
import datetime
import email.message
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")


class Report:
    def __init__(self, program, folder):
        self.program, self.folder, self.steps, self.seconds = program, folder, 0, 0.0

    def run(self, *words, wants=0):
        start = time.monotonic()
        made = subprocess.run([self.program, *words, "--lingua", "it"], cwd=self.folder, capture_output=True, text=True)
        self.seconds += time.monotonic() - start
        self.steps += 1
        print(f"    $ bilancio {' '.join(word if ' ' not in word else repr(word) for word in words)}")
        for line in (made.stdout + made.stderr).strip().splitlines():
            print("      " + line)
        if made.returncode != wants:
            sys.exit(f"exit {made.returncode}, wanted {wants}")
        return made.stdout, made.stderr


def tracked(paragraph, old, new):
    """A word that somebody changed with the revisions on."""
    paragraph._p.append(parse_xml(f'<w:del {W} w:id="1" w:author="Riva"><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {W} w:id="2" w:author="Riva"><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>'))


def photograph(path):
    """A JPEG of a telephone, laid on its side; made by libvips' tools, or none."""
    try:
        for words in (["perlin", "a.v", "2400", "1800", "--cell-size", "200"], ["linear", "a.v", "b.v", "100", "128"],
                      ["cast", "b.v", "c.v", "uchar"], ["jpegsave", "c.v", str(path), "--Q", "92"]):
            subprocess.run(["vips", *words], cwd=path.parent, check=True, capture_output=True)
        return True
    except (FileNotFoundError, subprocess.CalledProcessError):
        return False


def school(folder):
    document = docx.Document()
    document.add_heading("Una mensa per tutte le scuole dell'infanzia", 0)
    document.add_heading("Perché", 1)
    document.add_paragraph("Tre scuole su otto non avevano la mensa: i bambini uscivano alle 12.30, e chi lavora non sapeva a chi lasciarli.")
    document.add_heading("Cosa abbiamo fatto", 1)
    paragraph = document.add_paragraph("Abbiamo aperto la mensa in via Verdi e in via Manzoni e ")
    tracked(paragraph, "a breve", "dal 15 settembre")
    paragraph.add_run(" anche in piazza Libertà. Il pasto costa ")
    paragraph.add_run("4,80 euro").bold = True
    paragraph.add_run("; con un ISEE sotto i 6.000 euro è gratuito.")
    for text in ("cucina interna in via Verdi", "pasti trasportati negli altri due plessi", "menu senza glutine e per scelta religiosa"):
        document.add_paragraph(text, style="List Bullet")
    if photograph(folder / "IMG_2041.jpg"):
        document.add_picture(str(folder / "IMG_2041.jpg"), width=docx.shared.Cm(12))
    document.add_heading("Cosa non ha funzionato", 1)
    document.add_paragraph("I lavori in piazza Libertà sono finiti due mesi dopo il previsto.")
    document.add_heading("Prossimi passi", 1)
    document.add_paragraph("Una commissione di genitori assaggia i pasti ogni mese.")
    document.save(folder / "mensa scuole infanzia DEF (2).docx")
    sheet = openpyxl.Workbook()
    page = sheet.active
    page.title = "Iscritti"
    for row in (["Iscritti alla mensa, scuola dell'infanzia"], [], ["Anno", "Bambini iscritti", "Pasti serviti"], [2021, 512, 71680], [2022, 548, 77000],
                [2023, 561, 79102], [2024, 690, 97290]):
        page.append(row)
    sheet.save(folder / "dati mensa.xlsx")


def waste(folder):
    document = docx.Document()
    document.add_paragraph().add_run("Raccolta porta a porta in tutta la città").bold = True
    document.add_heading("Cosa abbiamo fatto", 1)
    document.add_paragraph("Da marzo i cassonetti non ci sono più. Ogni famiglia ha ricevuto i contenitori e un calendario.")
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Zona", "Famiglie", "Dal")):
        cell.text = text
    for row in (("Centro", "4.120", "4 marzo"), ("Stazione", "3.870", "2 aprile"), ("Colle", "1.204", "6 maggio")):
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    document.add_paragraph("Restano da servire:")
    document.add_paragraph("- le case sparse")
    document.add_paragraph("- i mercati")
    document.add_heading("Cosa è cambiato", 1)
    document.add_paragraph("La differenziata è passata in un anno dal 58,4% al 71,2%.")
    document.save(folder / "porta a porta.docx")
    sheet = openpyxl.Workbook()
    page = sheet.active
    page.title = "Delibere"
    for row in (["Atti del servizio ambiente, 2024"], ["N.", "Organo", "Tipo", "Data adozione", "Oggetto"],
                [12, "Giunta", "Deliberazione", datetime.date(2024, 1, 25), "Avvio della raccolta porta a porta"],
                [143, "Consiglio", "Deliberazione", datetime.date(2024, 3, 28), "Piano tariffario dei rifiuti 2024"],
                [318, "Dirigente", "Determinazione", datetime.date(2024, 5, 9), "Acquisto di 9.200 contenitori"]):
        page.append(row)
    sheet.save(folder / "elenco atti.xlsx")
    letter = email.message.EmailMessage()
    letter["From"], letter["Subject"] = "Ufficio Ambiente <ambiente@comune.borgo.it>", "Bilancio sociale – nostro contributo"
    letter["Date"] = "Mon, 03 Mar 2025 10:12:00 +0100"
    letter.set_content("Buongiorno,\nin allegato il testo e gli atti. Per le foto vi richiamo io.\n\nG. Moro\n")
    for name, kind in (("porta a porta.docx", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
                       ("elenco atti.xlsx", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")):
        letter.add_attachment((folder / name).read_bytes(), maintype="application", subtype=kind, filename=name)
    (folder / "contributo ambiente.eml").write_bytes(letter.as_bytes())


def social(folder):
    (folder / "assistenza domiciliare.html").write_text(
        '<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-7"><h1><span>Più ore di assistenza a domicilio</span></h1>'
        '<h2><span>Perché</span></h2><p><span>Gli anziani soli sono </span><span style="font-weight:700">1.830</span><span>: uno su quattro ha più di 85 anni.</span></p>'
        "<h2><span>Cosa abbiamo fatto</span></h2><p><span>Le ore settimanali sono passate da 6 a 9 per chi vive solo</span><sup><a href=\"#ftnt1\" id=\"ftnt_ref1\">[1]</a></sup><span>.</span></p>"
        "<ol><li><p>colloquio con l'assistente sociale</p><p>entro dieci giorni dalla domanda</p></li><li><p>piano scritto con la famiglia</p></li></ol>"
        '<p><span>Si chiede </span><a href="https://www.google.com/url?q=https://www.comune.borgo.it/servizi?f%5B0%5D%3Danziani&amp;sa=D"><span>sul sito</span></a><span> o allo sportello.</span></p>'
        "<h2><span>Prossimi passi</span></h2><p><span>Il servizio anche nei fine settimana.</span></p></b>"
        '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Delibera di Giunta n. 12 del 25 gennaio 2024.</span></p></div>', encoding="utf-8")
    sheet = openpyxl.Workbook()
    page = sheet.active
    page.title = "SAD"
    page.append(["Servizio di assistenza domiciliare", None, None, None, None])
    page.merge_cells("A1:E1")
    page.append(["", 2021, 2022, 2023, 2024])
    page.append(["Persone seguite", 214, 231, 240, 268])
    page.append(["Ore di assistenza", 38210, 39450, 41007, 52630])
    page.append(["Quota con lista d'attesa", 0.12, 0.11, 0.09, 0.04])
    for cell in page[5][1:]:
        cell.number_format = "0%"
    sheet.save(folder / "SAD 2021-2024.xlsx")


OFFICES = [
    ("scuola", "Ufficio Scuola", "Più servizi per le famiglie", school, ["mensa scuole infanzia DEF (2).docx", "dati mensa.xlsx"],
     "In tre scuole dell'infanzia che non l'avevano c'è la mensa: 129 bambini in più."),
    ("ambiente", "Ufficio Ambiente", "Meno rifiuti in discarica", waste, ["contributo ambiente.eml"],
     "La raccolta porta a porta è in tutta la città: la differenziata è al 71,2%."),
    ("sociale", "Servizi sociali", "Nessuno resta solo", social, ["assistenza domiciliare.html", "SAD 2021-2024.xlsx"],
     "Chi è anziano e solo ha nove ore di assistenza a settimana, non più sei."),
]


PREMISES = {
    "scuola": "Chi ha bambini piccoli chiede orari che tengano insieme lavoro e famiglia.",
    "ambiente": "In discarica finiva più di metà dei rifiuti della città.",
    "sociale": "La città invecchia, e molti anziani vivono soli.",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--keep", help="a folder for the report and what was sent, to be looked at")
    arguments = parser.parse_args()
    home = pathlib.Path(arguments.keep or tempfile.mkdtemp())
    home.mkdir(exist_ok=True)
    report = Report(os.path.abspath(arguments.program), home)
    print("Begin")
    report.run("nuovo", "--comune", "Comune di Borgo", "--anno", "2024", "--ufficio", "Ufficio Scuola")
    for office, name, *_ in OFFICES[1:]:
        report.run("nuovo", "ufficio", name)
    totals = []
    for office, name, objective, make, files, summary in OFFICES:
        print(f"\n{name}")
        sent = home / "arrivati" / office
        sent.mkdir(parents=True, exist_ok=True)
        make(sent)
        report.steps, report.seconds = 0, 0.0
        listed = {path for path in (home / "content").rglob("*") if path.is_file()}
        report.run("nuovo", "obiettivo", objective)
        number = str(len(list((home / "content" / "2024").glob("[0-9]*-*"))))
        for file in files:
            report.run("importa", str((sent / file).relative_to(home)), "--obiettivo", number)
        page = next(path for path in sorted((home / "content").rglob("*.md")) if path not in listed and "_importati" not in path.parts and path.read_text().find("tipo: realizzazione") >= 0)
        for field, value in (("in_breve", summary), ("stato", "completata"), ("stato_al", "2024-12-31"), ("aggiornato_il", "2025-03-10"), ("bozza", "")):
            report.run("imposta", field, value, "--dove", str(page.relative_to(home)), "--si")
        made = [path for path in sorted((home / "content").rglob("*.yml")) if path not in listed and "_importati" not in path.parts]
        for path in made:
            text = path.read_text()
            if "tipo: obiettivo" in text:
                answers = [("premessa", PREMISES[office]), ("valutazione", "raggiunto")]
            elif "tipo: indicatore" in text:
                answers = [("definizione", "Il dato dell'anno, a fine dicembre."), ("metodo", "Conteggio sui registri dell'ufficio.")]
                if "Ore " in text or "Pasti" in text:
                    answers.append(("unita", "ore" if "Ore " in text else "pasti"))
            else:
                continue
            for field, value in answers + [("bozza", "")]:
                report.run("imposta", field, value, "--dove", str(path.relative_to(home)), "--si")
        if "![](" in page.read_text():
            # In an editor: what the photograph shows.
            page.write_text(page.read_text().replace("![](", "![La sala della mensa di piazza Libertà](", 1))
        totals.append((name, report.steps, report.seconds))
    print("\nLook and build")
    report.run("controlla", wants=0)
    report.run("costruisci")
    print("\n| office | commands | machine's seconds |\n| --- | ---: | ---: |")
    for name, steps, seconds in totals:
        print(f"| {name} | {steps} | {seconds:.1f} |")


if __name__ == "__main__":
    main()
