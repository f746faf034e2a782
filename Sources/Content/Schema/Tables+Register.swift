extension Tables {
  static let source = Table([
    .required("id", "id", .slug, "nome stabile", "stable name").asName,
    .required("titolo", "title", .text(), "il titolo", "the title"),
    .required("organizzazione", "organisation", .text(), "di chi è", "whose it is"),
    .required(
      "tipo", "kind",
      sourceKind, "che genere di fonte", "what kind of source"),
    .optional("data", "date", .date, "la data", "the date"),
    .optional("url", "url", .url, "l'indirizzo", "the address"),
    .optional("consultata_il", "retrieved_on", .date, "quando l'abbiamo letta", "when we read it"),
    .optional("copia", "archived", .record(archived), "la copia", "the archived copy"),
    .required(
      "qualita", "quality",
      quality, "quanto è sicura", "how sure it is"),
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
      actBody, "chi l'ha adottato", "who adopted it"),
    .required(
      "tipo", "kind",
      actKind, "che genere di atto", "what kind of act"),
    .optional("numero", "number", .label, "il numero", "the number").needed(
      "per deliberazioni, determinazioni, ordinanze, decreti, leggi e simili",
      "for resolutions, determinations, ordinances, decrees, laws and the like"),
    .optional(
      "poteri_di", "powers_of", actPowers, "per un commissario: gli organi di cui ha i poteri",
      "for a commissioner: the body whose powers he has"),
    .optional(
      "ufficio", "office", .reference, "l'ufficio che lo ha adottato e che lo numera",
      "the office that adopted and numbers it"),
    .optional(
      "registro", "register", .text(), "il registro in cui è numerato, come `generale`",
      "the register that numbers it, as `general`"),
    .required("data", "date", .date, "la data", "the date"),
    .required("oggetto", "subject", .text(), "di che cosa parla", "what it is about"),
    .optional(
      "effetto", "effect",
      actEffect, "che cosa fa", "what it does"),
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
      officeKind,
      "che genere di ufficio", "what kind of office"),
    .optional("padre", "parent", .reference, "l'ufficio di cui fa parte", "the office above"),
    .optional(
      "responsabile", "head", .text(), "chi lo dirige: il ruolo, o il nome se è pubblico",
      "who heads it: the role, or the name where it is public"),
    .optional(
      "telefono", "phone", .list(.text()), "i numeri da chiamare", "the numbers to call"),
    .optional("email", "email", .list(.email), "la posta elettronica", "the e-mail address"),
    .optional("url", "url", .url, "la sua pagina sul sito del Comune", "its page on the site"),
    .optional("orari", "hours", .text(), "quando è aperto al pubblico", "when it is open"),
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
