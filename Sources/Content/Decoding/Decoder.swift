import Diagnostics
import SocialReport
import YAMLTree

/// Reads a YAML tree as its table of keys says, and reports every difference at once.
struct Decoder {
  /// The CSV files beside the content, for observations.
  let spreadsheets: Spreadsheets
  /// The entries of one field's list: all of them stand on a page.
  static let mostEntries = 50_000
  /// The path of the file that is read.
  let path: String
  /// What the indicator says of itself whose observations are read.
  var subject = SheetSubject()
  /// Whether its table is in a file that cannot be read, which was told of the file.
  var missesTable = false
  /// The text that is read.
  let text: String
  /// Whether what is empty is still to be written.
  var isDraft = false
  /// What is still to be written or confirmed.
  var pending: [PendingField] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(spreadsheets: Spreadsheets, path: String, text: String) {
    self.spreadsheets = spreadsheets
    self.path = path
    self.text = text
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Takes back what was reported from a place on.
  mutating func takeDiagnostics(from start: Int) -> ArraySlice<Diagnostic> {
    defer { diagnostics.removeSubrange(start...) }
    return diagnostics[start...]
  }

  mutating func value(_ node: YAMLNode, _ type: FieldType, _ key: Field) -> FieldValue? {
    switch type {
    case .list(let element): return list(node, element, key)
    case .record(let table): return .record(record(node, table))
    case .observations(let table): return observations(node, table, key)
    case .yearPair: return yearPair(node, key)
    case .choices(let words): return choices(node, words, key)
    case .period:
      if case .mapping = node { return periodRecord(node) }
    default: break
    }
    guard case .scalar(let scalar) = node else {
      let isList = if case .sequence = node { true } else { false }
      report(
        Diagnostic(
          .wrongType,
          isList
            ? Phrase(
              it: "`\(key.italian)` è un valore solo, non un elenco",
              en: "`\(key.english)` is one value, not a list")
            : Phrase(
              it: "`\(key.italian)` è un testo, non un gruppo di campi",
              en: "`\(key.english)` is a text, not a group of fields"),
          help: isList ? Decoder.oneValue : Decoder.quoted(node), at: node.place))
      return nil
    }
    return scalarValue(scalar, type, key)
  }

  private static let oneValue = Phrase(
    it: "scrivine uno solo, senza trattino e senza parentesi; un testo che comincia con `[` va tra "
      + "virgolette",
    en:
      "write only one, without a hyphen and without brackets; a text that begins with `[` goes in "
      + "quotes")

  /// What to write for a text that a colon made a field of: `Nota: testo`.
  private static func quoted(_ node: YAMLNode) -> Phrase {
    guard case .mapping(let pairs, _) = node, pairs.count == 1,
      case .scalar(let value) = pairs[0].value
    else {
      return Phrase(
        it: "un testo che contiene `: ` va tra virgolette",
        en: "a text that contains `: ` goes in quotes")
    }
    let text = "\(pairs[0].key.text): \(value.text)"
    let shown = text.count > 60 ? "\(text.prefix(36)) … \(text.suffix(14))" : text
    let written = shown.contains("\"") ? "'\(shown)'" : "\"\(shown)\""
    return Phrase(
      it: "un testo che contiene `: ` va tra virgolette: `\(written)`",
      en: "a text that contains `: ` goes in quotes: `\(written)`")
  }

  private mutating func list(_ node: YAMLNode, _ element: FieldType, _ key: Field) -> FieldValue? {
    switch node {
    case .sequence(let nodes, _) where nodes.count > Decoder.mostEntries:
      report(
        Diagnostic(
          .tooLong,
          Phrase(
            it: "`\(key.italian)` ha più di \(Decoder.mostEntries) voci",
            en: "`\(key.english)` has more than \(Decoder.mostEntries) entries"),
          help: Phrase(
            it:
              "un elenco così lungo non si legge in una pagina: mettilo in un documento da allegare",
            en: "nobody reads so long a list on a page: put it into a document to attach"),
          at: node.place))
      return nil
    case .sequence(let nodes, _):
      return .list(
        nodes.compactMap { item in
          if case .scalar(let scalar) = item, scalar.isNull {
            report(
              Diagnostic(
                .wrongType,
                Phrase(
                  it: "una voce di `\(key.italian)` è vuota",
                  en: "an entry of `\(key.english)` is empty"),
                help: Phrase(
                  it: "scrivila dopo il trattino, oppure togli il trattino",
                  en: "write it after the hyphen, or remove the hyphen"), at: item.place))
            return nil
          }
          return value(item, element, key)
        })
    case .scalar(let scalar):
      if reportBullets(in: scalar) { return nil }
      // One text without its hyphen is a list of one; with commas and without quotes, of several.
      return .list(
        ListParts.of(scalar, element).compactMap { value(.scalar($0), element, key) })
    case .mapping:
      if case .record = element {
        report(
          Diagnostic(
            .wrongType,
            Phrase(
              it: "`\(key.italian)` è un elenco: ogni voce comincia con `- `",
              en: "`\(key.english)` is a list: every entry begins with `- `"),
            help: Phrase(
              it: "metti `- ` davanti al primo campo di ogni voce, e gli altri sotto di lui",
              en: "put `- ` before the first field of every entry, and the others below it"),
            at: node.place))
        return nil
      }
      return value(node, element, key)
    }
  }

  private mutating func choices(_ node: YAMLNode, _ words: [FieldType.Word], _ key: Field)
    -> FieldValue?
  {
    guard case .mapping(let pairs, _) = node else {
      wrong(
        key, "un gruppo di campi, come `nome: \(words[0].italian)`",
        "a group of fields, as `name: \(words[0].english)`", at: node.place)
      return nil
    }
    return .choices(
      pairs.compactMap { pair in
        guard case .choice(let word) = value(pair.value, .choice(words), key) else { return nil }
        return (Sourced(pair.key.text, at: pair.key.place), word)
      })
  }

  private mutating func yearPair(_ node: YAMLNode, _ key: Field) -> FieldValue? {
    if case .sequence(let nodes, let place) = node, nodes.count == 2 {
      let years = nodes.compactMap { node -> Int? in
        if case .scalar(let scalar) = node { Int(scalar.text) } else { nil }
      }
      if years.count == 2, let start = CalendarDate(year: years[0]),
        let end = CalendarDate(year: years[1]), start < end, let period = Period(start, end)
      {
        return .period(Sourced(period, at: place))
      }
    }
    wrong(key, "due anni, come `[2019, 2020]`", "two years, as `[2019, 2020]`", at: node.place)
    return nil
  }

  private mutating func periodRecord(_ node: YAMLNode) -> FieldValue? {
    guard let ends = DateRange(record(node, DateRange.declaration.table)) else { return nil }
    let (start, end) = (ends.start, ends.end)
    guard let period = Period(start.value, end.value) else {
      report(
        Diagnostic(
          .wrongType,
          Phrase(it: "la fine viene prima dell'inizio", en: "the end comes before the beginning"),
          help: Phrase(
            it: "scambia `da` e `a`, oppure correggi l'anno",
            en: "exchange `from` and `to`, or mend the year"),
          at: end.place,
          notes: [.init(Phrase(it: "l'inizio è qui", en: "the beginning is here"), at: start.place)]
        ))
      return nil
    }
    return .period(Sourced(period, at: node.place))
  }

  mutating func wrong(
    _ key: Field, _ italian: String, _ english: String, help: Phrase? = nil, at place: SourceRange
  ) {
    report(
      Diagnostic(
        .wrongType,
        Phrase(
          it: "`\(key.italian)` deve essere \(italian)", en: "`\(key.english)` must be \(english)"),
        help: help, at: place))
  }
}
