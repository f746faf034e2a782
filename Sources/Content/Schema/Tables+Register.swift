extension Tables {
  static let source = Table([
    .required("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("titolo", "title", .text(), "il titolo", "the title"),
    .required("organizzazione", "organisation", .text(), "di chi è", "whose it is"),
    .required(
      "tipo", "kind",
      .words([
        "atto": "act", "sistema": "system", "statistica": "statistics", "indagine": "survey",
        "rapporto": "report", "stampa": "press", "elaborazione": "elaboration",
      ]), "che genere di fonte", "what kind of source"),
    .optional("data", "date", .date, "la data", "the date"),
    .optional("url", "url", .url, "l'indirizzo", "the address"),
    .optional("consultata_il", "retrieved_on", .date, "quando l'abbiamo letta", "when we read it"),
    .optional("copia", "archived", .record(archived), "la copia", "the archived copy"),
    .required(
      "qualita", "quality",
      .words([
        "ufficiale": "official", "provvisoria": "provisional", "non_verificata": "unverified",
      ]), "quanto è sicura", "how sure it is"),
  ])

  static let archived = Table([
    .required("file", "file", .file, "il file", "the file"),
    .optional("sha256", "sha256", .text(minimum: 64, maximum: 64), "l'impronta", "the hash")
      .going("nei dati aperti", "into the open data"),
  ])

  static let act = Table([
    .required("id", "id", .slug, "nome stabile, come `dgc-2020-149`", "stable name").asName,
    .required(
      "organo", "body",
      .words([
        "giunta": "executive", "consiglio": "council", "sindaco": "mayor", "dirigente": "manager",
        "stato": "state", "regione": "region", "ue": "eu",
      ]), "chi l'ha adottato", "who adopted it"),
    .required(
      "tipo", "kind",
      .words([
        "deliberazione": "resolution", "determinazione": "determination", "ordinanza": "ordinance",
        "decreto": "decree", "legge": "law", "dlgs": "legislative_decree",
        "dpr": "presidential_decree", "regolamento": "regulation", "direttiva": "directive",
      ]), "che genere di atto", "what kind of act"),
    .required("numero", "number", .label, "il numero", "the number"),
    .required("data", "date", .date, "la data", "the date"),
    .required("oggetto", "subject", .text(), "di che cosa parla", "what it is about"),
    .optional(
      "effetto", "effect",
      .words([
        "approva": "approves", "adotta": "adopts", "aderisce": "joins", "indirizza": "directs",
        "affida": "awards", "modifica": "amends",
      ]), "che cosa fa", "what it does"),
    .optional("url", "url", .url, "dove si legge", "where it can be read"),
    .optional("file", "file", .file, "il file", "the file"),
  ])

  static let term = Table([
    .required("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("termine", "term", .text(), "la parola", "the word"),
    .optional("sigla", "acronym", .text(), "la sigla", "the acronym"),
    .required(
      "definizione", "definition", .text(maximum: 300), "che cosa vuol dire", "what it means"),
    .optional("link", "link", .url, "per saperne di più", "to know more"),
  ])

  static let office = Table([
    .required("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("nome", "name", .text(), "il nome", "its name"),
    .optional(
      "tipo", "kind",
      .words(["area": "area", "settore": "sector", "servizio": "service", "societa": "company"]),
      "che genere di ufficio", "what kind of office"),
    .optional("padre", "parent", .reference, "l'ufficio di cui fa parte", "the office above"),
  ])

  static let plan = Table([
    .required("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("titolo", "title", .text(), "il titolo", "the title"),
    .required("emanante", "issuer", .text(), "chi l'ha fatto", "who issued it"),
    .required("periodo", "period", .period, "gli anni", "the years"),
    .optional("adozione", "adoption", .reference, "l'atto che lo adotta", "the adopting act"),
    .optional("capitoli", "chapters", .list(.text()), "i capitoli", "the chapters"),
  ])
}
