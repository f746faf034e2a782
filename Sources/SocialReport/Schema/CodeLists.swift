// The closed and open lists of words. Behind each are the other ways in which people write it, by
// its English word: what pages print is always among them, and gender, number, case, accents,
// spaces and hyphens make no difference (`ChoiceWords`).

/// The lists of words that fields allow.
package enum CodeLists {
  package static let status = FieldType.words(
    [
      "pianificata": "planned", "avviata": "started", "in_corso": "in_progress",
      "completata": "completed", "ritardata": "delayed", "sospesa": "suspended",
      "annullata": "cancelled",
    ],
    also: [
      "planned": """
      programmata, prevista, in programma, in progetto, da avviare, da iniziare, da fare, \
      non avviata, non iniziata, non ancora avviata, non ancora iniziata, not started
      """,
      "started": "iniziata, cominciata, in avvio, appena avviata, begun",
      "in_progress": """
      in lavorazione, in esecuzione, in svolgimento, in attuazione, in realizzazione, \
      in corso di realizzazione, in corso di esecuzione, in corso di attuazione, in itinere, under way
      """,
      "completed": """
      conclusa, terminata, finita, ultimata, realizzata, attuata, eseguita, chiusa, fatta, \
      portata a termine, done, finished, concluded
      """,
      "delayed":
        "in ritardo, rinviata, rimandata, posticipata, differita, slittata, late, postponed",
      "suspended": "in sospeso, bloccata, ferma, interrotta, in pausa, on hold",
      "cancelled": "abbandonata, revocata, cancellata, soppressa, canceled, dropped, abandoned",
    ])

  package static let assessment = FieldType.words(
    [
      "raggiunto": "reached", "in_linea": "on_course", "parziale": "partial",
      "non_raggiunto": "not_reached", "non_valutabile": "not_assessable",
    ],
    also: [
      "reached": "conseguito, ottenuto, pienamente raggiunto, raggiunto in pieno, achieved, met",
      "on_course": "in linea con le previsioni, in linea con quanto previsto, on track",
      "partial": """
      raggiunto in parte, in parte, in parte raggiunto, parzialmente raggiunto, \
      raggiunto parzialmente, reached in part, partly reached, partly achieved
      """,
      "not_reached": "mancato, non conseguito, non ottenuto, missed, not achieved, not met",
      "not_assessable": "cannot be assessed, not yet assessable",
    ])

  package static let milestoneKind = FieldType.words(
    [
      "deliberata": "resolved", "sottoscritta": "signed", "adesione": "joined",
      "attivata": "activated", "estesa": "extended", "evento": "event", "conclusa": "concluded",
    ],
    also: [
      "resolved": "delibera, deliberazione", "signed": "firmata, firma, sottoscrizione, stipulata",
      "joined": "aderita", "activated": "attivazione, in funzione",
      "extended": "estensione, ampliata, ampliamento",
      "concluded": "conclusione, completata, terminata, ultimata, finita, chiusa",
    ])

  package static let stage = FieldType.words(
    [
      "stanziato": "appropriated", "impegnato": "committed", "liquidato": "verified",
      "pagato": "paid",
    ],
    also: [
      "appropriated": "stanziamento", "committed": "impegno, impegno di spesa",
      "verified": "liquidazione", "paid": "pagamento, erogato, saldato",
    ])

  package static let basis = FieldType.words(
    ["competenza": "competence", "residui": "residuals", "cassa": "cash"],
    also: [
      "competence": "in conto competenza, c/competenza, di competenza, of the year's accounts",
      "residuals": "in conto residui, c/residui, a residui, residui passivi, of the years before",
      "cash": "di cassa, per cassa, competenza e residui, competenza + residui, as cash",
    ])

  package static let funding = FieldType.openWords(
    [
      "bilancio": "budget", "PNRR": "PNRR", "PON": "PON", "FESR": "FESR", "regione": "region",
      "stato": "state", "privati": "private",
    ],
    also: [
      "budget": """
      bilancio del Comune, bilancio comunale, Comune, fondi comunali, fondi propri, \
      risorse proprie, risorse comunali, municipal budget, own funds
      """,
      "PNRR": "fondi PNRR", "PON": "fondi PON", "FESR": "fondi FESR, ERDF",
      "region": "Regione, fondi regionali, regionale", "state": "Stato, fondi statali, statale",
      "private": "privato, fondi privati, sponsor",
    ])

  package static let measure = FieldType.words(
    [
      "conteggio": "count", "percentuale": "percentage", "tasso": "rate", "importo": "amount",
      "indice": "index", "posizione": "position", "si_no": "yes_no",
      "qualitativa": "qualitative",
    ],
    also: [
      "count": "numero, quantità, valore assoluto, number",
      "percentage": "%, percento, per cento, in percentuale, percent",
      "rate": "rapporto, ratio", "amount": "euro, €, in euro, denaro, money",
      "index": "punteggio, score", "position": "graduatoria, classifica, posto, rank, ranking",
      "yes_no": "sì o no, sì/no, yes or no", "qualitative": "testo, text",
    ])

  package static let direction = FieldType.words(
    [
      "alto_meglio": "higher_is_better", "basso_meglio": "lower_is_better",
      "neutro": "neutral",
    ],
    also: [
      "higher_is_better": """
      più alto è meglio, alto è meglio, alto, in alto, su, aumento, in aumento, aumentare, \
      crescente, in crescita, maggiore, maggiore è meglio, higher, high, up, increase
      """,
      "lower_is_better": """
      più basso è meglio, basso è meglio, basso, in basso, giù, diminuzione, in diminuzione, \
      diminuire, decrescente, in calo, minore, minore è meglio, lower, low, down, decrease
      """,
      "neutral": """
      né alto né basso è meglio, neutrale, nessuno, indifferente, none, \
      neither higher nor lower is better, neither high nor low is better
      """,
    ])

  package static let targetKind = FieldType.words(
    ["raggiungere": "reach", "mantenere": "maintain", "non_superare": "not_exceed"],
    also: [
      "reach": "da raggiungere, raggiungimento, to reach",
      "maintain": "da mantenere, mantenimento, to maintain",
      "not_exceed": "da non superare, massimo, limite massimo, tetto, not to exceed, maximum",
    ])

  package static let sourceKind = FieldType.words(
    [
      "atto": "act", "sistema": "system", "registro": "register", "statistica": "statistics",
      "indagine": "survey", "rapporto": "report", "contabile": "accounts",
      "documento": "document", "sito": "website", "stampa": "press",
      "elaborazione": "elaboration",
    ],
    also: [
      "act": "delibera, deliberazione, determina, determinazione, legge, norma",
      "system": """
      sistema informativo, banca dati, banca di dati, base dati, database, gestionale, \
      programma gestionale, archivio, anagrafe, information system
      """,
      "register": "registri, elenco, albo, protocollo, registry",
      "statistics": "statistiche, dati statistici, statistic",
      "survey": "sondaggio, questionario, rilevazione",
      "report": "relazione, studio, ricerca",
      "accounts": """
      bilancio, rendiconto, documento contabile, bilancio o rendiconto, conto consuntivo, \
      consuntivo, conto del bilancio, bilancio di previsione, bilancio consuntivo, contabilità, \
      budget
      """,
      "document": "documento interno, piano, programma, verbale",
      "website": "sito web, sito internet, pagina web, portale, web",
      "press": "giornale, quotidiano, articolo, articolo di giornale, rassegna stampa",
      "elaboration": "elaborazione propria, elaborazioni proprie, nostra elaborazione, calcolo",
    ])

  package static let quality = FieldType.words(
    [
      "ufficiale": "official", "provvisoria": "provisional", "non_verificata": "unverified",
    ],
    also: [
      "official": "definitiva, certificata, validata", "provisional": "preliminare, non definitiva",
      "unverified": "da verificare, non ufficiale, non certificata, not verified",
    ])

  package static let officeKind = FieldType.openWords(
    ["area": "area", "settore": "sector", "servizio": "service", "societa": "company"])

  package static let assuranceKind = FieldType.words(
    [
      "nessuna": "none", "asseverazione": "certified", "limitata": "limited",
      "ragionevole": "reasonable",
    ],
    also: [
      "none": "nessun controllo, no", "certified": "asseverata, certificazione, certificata",
    ])

  package static let reportType = FieldType.words(
    [
      "annuale": "annual", "inizio_mandato": "start_of_term", "meta_mandato": "mid_term",
      "fine_mandato": "end_of_term", "aggiornamento": "update", "di_genere": "gender",
      "di_missione": "mission",
    ],
    also: [
      "annual": "bilancio annuale, annual report",
      "start_of_term": """
      bilancio di inizio mandato, di inizio mandato, relazione di inizio mandato, \
      report at the start of the term
      """,
      "mid_term": "bilancio di metà mandato, di metà mandato, mid-term report, mid term",
      "end_of_term": """
      bilancio di fine mandato, di fine mandato, relazione di fine mandato, \
      report at the end of the term
      """,
      "gender": "bilancio di genere, genere, gender report",
      "mission": "bilancio di missione, missione, report on the mission",
    ])

  package static let severity = [
    FieldType.Word("errore", "error", also: "errori"),
    FieldType.Word("avviso", "warning", also: "avvisi"),
    FieldType.Word("suggerimento", "hint", also: "suggerimenti"),
    FieldType.Word("spento", "off", also: "no, disattivato"),
  ]

  package static let observationStatus = FieldType.words(
    [
      "A": "A", "B": "B", "D": "D", "E": "E", "F": "F", "G": "G", "H": "H", "I": "I", "J": "J",
      "K": "K", "L": "L", "M": "M", "N": "N", "O": "O", "P": "P", "Q": "Q", "S": "S", "U": "U",
      "V": "V", "W": "W",
    ],
    also: [
      "A": "normale, definitivo, normal",
      "B": "cambio di metodo, rottura, change of method, break in the series, break",
      "D": "definizione diversa, another definition, different definition",
      "E": "stima, stimato, estimate, estimated", "F": "previsione, previsto, forecast",
      "G": "esperimento, experiment, experimental",
      "H": "valore mancante per festività, missing for a holiday",
      "I": "valore imputato, imputato, imputed", "J": "deroga, derogation",
      "K": "dato compreso in un altro, included in another value",
      "L": "dato esistente non raccolto, exists not collected",
      "M": "dato che non può esistere, cannot exist",
      "N": "non significativo, not significant", "O": "dato mancante, mancante, missing",
      "P": "provvisorio, provisional", "Q": "riservato, suppressed, confidential",
      "S": "sciopero o evento speciale, strike or special event",
      "U": "poco affidabile, low reliability",
      "V": "non convalidato, not validated", "W": "compreso con altri, includes another value",
    ])

  package static let chartKind = FieldType.words(
    ["linea": "line", "barre": "bars"],
    also: ["line": "linee, a linee", "bars": "barra, a barre, istogramma, colonne"])

  package static let publishingMethod = FieldType.words(
    ["cartella": "folder", "sftp": "sftp", "rsync": "rsync", "rclone": "rclone"])

  package static let feedbackMode = FieldType.words(
    ["chiarezza": "clarity", "utile": "useful", "entrambi": "both", "nessuno": "none"],
    also: [
      "clarity": "chiara", "useful": "utilità", "both": "tutti e due, tutte e due",
      "none": "no, niente",
    ])

  package static let feedbackAccess = FieldType.words(
    ["libero": "open", "registrati": "registered"],
    also: ["open": "aperto, tutti", "registered": "utenti registrati, solo registrati"])
}
