package import Diagnostics

extension FieldType {
  /// How a value is written, in a few words: for the manual, for editors, for who begins a file.
  package var form: Phrase {
    switch self {
    case .text(let minimum, let maximum): FieldType.length(minimum, maximum)
    case .markdown: Phrase(it: "Markdown", en: "Markdown")
    case .slug:
      Phrase(it: "minuscole, cifre e trattini", en: "small letters, digits and hyphens")
    case .reference: Phrase(it: "l'`id` di un'altra voce", en: "the `id` of another entry")
    case .edition: Phrase(it: "anno o `id` di un'edizione", en: "year or `id` of an edition")
    case .label: Phrase(it: "numero o sigla", en: "number or letters")
    case .digits(let count): Phrase(it: "\(count) cifre", en: "\(count) digits")
    case .integer(let range):
      Phrase(
        it: "numero intero da \(range.lowerBound) a \(range.upperBound)",
        en: "whole number from \(range.lowerBound) to \(range.upperBound)")
    case .decimal: Phrase(it: "numero", en: "number")
    case .money: Phrase(it: "importo in euro", en: "amount in euro")
    case .observedValue: Phrase(it: "numero o testo", en: "number or text")
    case .flag: Phrase(it: "`sì` o `no`", en: "`yes` or `no`")
    case .date: Phrase(it: "data", en: "date")
    case .dateOrUnknown:
      Phrase(it: "data, intervallo o `sconosciuta`", en: "date, range or `unknown`")
    case .period:
      Phrase(it: "anno, intervallo, o `da:` e `a:`", en: "year, range, or `from:` and `to:`")
    case .yearPair:
      Phrase(it: "due anni, come `[2019, 2020]`", en: "two years, as `[2019, 2020]`")
    case .url, .siteAddress: Phrase(it: "indirizzo `https://…`", en: "address `https://…`")
    case .file: Phrase(it: "nome di un file accanto", en: "name of a file beside")
    case .code(let count):
      Phrase(it: "codice di \(count) caratteri", en: "code of \(count) characters")
    case .email: Phrase(it: "indirizzo di posta", en: "e-mail address")
    case .pnrrMeasure:
      Phrase(it: "missione, componente e misura", en: "mission, component and measure")
    case .budgetMission: Phrase(it: "il numero di una missione", en: "the number of a mission")
    case .openChoice(let words):
      Phrase(
        it: FieldType.listed(words.map(\.italian)) + ", o un altro testo",
        en: FieldType.listed(words.map(\.english)) + ", or another text")
    case .choice(let words):
      Phrase(
        it: FieldType.listed(words.map(\.italian)), en: FieldType.listed(words.map(\.english)))
    case .choices(let words):
      Phrase(
        it: "nomi, ciascuno con " + FieldType.listed(words.map(\.italian)),
        en: "names, each with " + FieldType.listed(words.map(\.english)))
    case .list(.record): Phrase(it: "elenco (sotto)", en: "list (below)")
    case .list(let element):
      Phrase(it: "elenco: \(element.form.italian)", en: "list: \(element.form.english)")
    case .record: Phrase(it: "campi (sotto)", en: "fields (below)")
    case .observations:
      Phrase(it: "elenco (sotto) o nome di un file CSV", en: "list (below) or name of a CSV file")
    }
  }

  private static func length(_ minimum: Int?, _ maximum: Int?) -> Phrase {
    switch (minimum, maximum) {
    case (nil, nil): Phrase(it: "testo", en: "text")
    case (let least?, nil):
      Phrase(it: "testo, almeno \(least) caratteri", en: "text, at least \(least) characters")
    case (nil, let most?):
      Phrase(it: "testo, al massimo \(most) caratteri", en: "text, at most \(most) characters")
    case (let least?, let most?):
      least == most
        ? Phrase(it: "\(least) caratteri", en: "\(least) characters")
        : Phrase(
          it: "da \(least) a \(most) caratteri", en: "from \(least) to \(most) characters")
    }
  }

  private static func listed(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// The words of a list, open or not; none for other types.
  package var listedWords: [Word] {
    switch self {
    case .choice(let words), .openChoice(let words), .choices(let words): words
    case .list(let element): element.listedWords
    default: []
    }
  }

  /// The fields of the records that a value is, or is made of.
  package var innerTable: FieldTable? {
    switch self {
    case .record(let table), .observations(let table): table
    case .list(let element): element.innerTable
    default: nil
    }
  }
}

extension Field {
  /// What it is and how it is written, in one line: for who fills it in.
  package var advice: Phrase {
    let form =
      switch type {
      case .markdown:
        Phrase(
          it: "più righe vanno sotto, rientrate, dopo `|`",
          en: "several lines go below, indented, after `|`")
      default: type.form
      }
    let words = type.listedWords
    guard !words.isEmpty else {
      return Phrase(
        it: "\(meaning.italian): \(form.italian)", en: "\(meaning.english): \(form.english)")
    }
    return Phrase(
      it: "\(meaning.italian): " + words.map(\.italian).joined(separator: ", "),
      en: "\(meaning.english): " + words.map(\.english).joined(separator: ", "))
  }
}
