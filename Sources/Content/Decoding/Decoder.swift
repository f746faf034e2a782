import Diagnostics
import SocialReport
import YAMLTree

/// Reads a YAML tree as its table of keys says, and reports every difference at once.
struct Decoder {
  /// The CSV files beside the content, for observations.
  let spreadsheets: Spreadsheets
  /// The path of the file that is read.
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(spreadsheets: Spreadsheets, path: String) {
    self.spreadsheets = spreadsheets
    self.path = path
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func replace(_ index: Int, _ diagnostic: Diagnostic) { diagnostics[index] = diagnostic }

  // Records

  /// - Parameters:
  ///   - reserved: keys of the file that are no fields of the entity, such as `tipo`.
  ///   - body: the main text that stands below the front matter, by the English name of its key.
  mutating func record(
    _ node: YAMLNode, _ table: Table, reserved: Set<String> = [],
    body: (name: String, text: EmbeddedText)? = nil
  ) -> Record {
    var record = Record(table: table, place: node.place)
    var places = [SourceRange?](repeating: nil, count: table.keys.count)
    // Fields whose name was probably meant by one that is not known.
    var meant: Set<Int> = []
    let before = diagnostics.count
    guard case .mapping(let pairs, _) = node else {
      report(
        Diagnostic(
          .wrongType,
          Phrase(
            it: "qui servono dei campi, come `\(table.keys[0].italian): …`",
            en: "fields are needed here, as `\(table.keys[0].english): …`"),
          at: node.place))
      return record
    }
    for pair in pairs where !reserved.contains(pair.key.text) {
      guard let index = table.index(of: pair.key.text) else {
        let near = NearMiss.candidates(for: pair.key.text, among: table.names).first
        if let index = near.flatMap(table.index) { meant.insert(index) }
        report(
          Diagnostic(
            .unknownKey,
            Phrase(
              it: "il campo `\(pair.key.text)` qui non esiste",
              en: "there is no field `\(pair.key.text)` here"),
            help: pair.key.text.allSatisfy(\.isNumber)
              ? Decoder.commaInBraces
              : Decoder.near(pair.key.text, in: table) ?? Decoder.fields(of: table),
            at: pair.key.place))
        continue
      }
      let key = table.keys[index]
      if let first = places[index] {
        report(
          Diagnostic(
            .duplicateKey,
            Phrase(
              it: "`\(key.italian)` è scritto due volte, in italiano e in inglese",
              en: "`\(key.english)` is written twice, in Italian and in English"),
            at: pair.key.place,
            notes: [.init(Phrase(it: "la prima volta è qui", en: "the first is here"), at: first)]))
        continue
      }
      places[index] = pair.key.place
      if case .scalar(let scalar) = pair.value, scalar.isNull || scalar.isBlank {
        if key.isRequired || table.refusesEmpty { reportEmpty(key, at: pair.key.place) }
        continue
      }
      record[index: index] = value(pair.value, key.type, key)
    }
    if let body { place(body, in: &record, places) }
    for (index, key) in table.keys.enumerated()
    where key.isRequired && places[index] == nil && record[index: index] == nil
      && !meant.contains(index)
    {
      reportMissing(key, in: node)
    }
    record.isFaulty = diagnostics.count > before
    return record
  }

  private mutating func place(
    _ body: (name: String, text: EmbeddedText), in record: inout Record,
    _ places: [SourceRange?]
  ) {
    guard !body.text.isEmpty, let index = record.table.index(of: body.name) else { return }
    if let first = places[index] {
      let key = record.table.keys[index]
      report(
        Diagnostic(
          .textTwice,
          Phrase(
            it: "`\(key.italian)` c'è due volte: nel campo e nel testo sotto `---`",
            en: "`\(key.english)` is there twice: in the field and in the text below `---`"),
          help: Phrase(it: "tienine uno solo", en: "keep only one of them"), at: first))
      return
    }
    record[index: index] = .markdown(body.text)
  }

  private static let commaInBraces = Phrase(
    it: "tra `{` e `}` la virgola separa i campi: un numero con la virgola va tra virgolette, "
      + "`\"57,9\"`",
    en:
      "between `{` and `}` a comma separates fields: a number with a comma goes in quotes, `\"57,9\"`"
  )

  /// The fields nearest to a name, each language by its own.
  private static func near(_ name: String, in table: Table) -> Phrase? {
    var seen: Set<Int> = []
    let keys = NearMiss.candidates(for: name, among: table.names).compactMap(table.index)
      .filter { seen.insert($0).inserted }.map { table.keys[$0] }
    guard !keys.isEmpty else { return nil }
    return Phrase(
      it: "forse intendevi " + keys.map { "`\($0.italian)`" }.joined(separator: " o "),
      en: "did you mean " + keys.map { "`\($0.english)`" }.joined(separator: " or "))
  }

  private static func fields(of table: Table) -> Phrase {
    Phrase(
      it: "i campi sono: " + table.keys.map(\.italian).joined(separator: ", "),
      en: "the fields are: " + table.keys.map(\.english).joined(separator: ", "))
  }

  private mutating func reportMissing(_ key: Key, in node: YAMLNode) {
    report(
      Diagnostic(
        .missingKey,
        Phrase(it: "manca il campo `\(key.italian)`", en: "the field `\(key.english)` is missing"),
        help: Phrase(
          it: "`\(key.italian)`: \(key.meaning.italian)",
          en: "`\(key.english)`: \(key.meaning.english)"),
        at: firstKey(of: node)))
  }

  private mutating func reportEmpty(_ key: Key, at place: SourceRange) {
    report(
      Diagnostic(
        .missingKey,
        Phrase(it: "il campo `\(key.italian)` è vuoto", en: "the field `\(key.english)` is empty"),
        help: Phrase(
          it: "`\(key.italian)`: \(key.meaning.italian)",
          en: "`\(key.english)`: \(key.meaning.english)"),
        at: place))
  }

  /// Where a missing field is reported: at the first that is there.
  private func firstKey(of node: YAMLNode) -> SourceRange {
    if case .mapping(let pairs, _) = node, let first = pairs.first {
      first.key.place
    } else {
      node.place
    }
  }

  // Values

  private mutating func value(_ node: YAMLNode, _ type: FieldType, _ key: Key) -> Value? {
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
          help: isList
            ? nil
            : Phrase(
              it: "un testo che contiene `: ` va tra virgolette",
              en: "a text that contains `: ` goes in quotes"),
          at: node.place))
      return nil
    }
    return scalarValue(scalar, type, key)
  }

  private mutating func list(_ node: YAMLNode, _ element: FieldType, _ key: Key) -> Value? {
    switch node {
    case .sequence(let nodes, _):
      return .list(
        nodes.compactMap { item in
          if case .scalar(let scalar) = item, scalar.isNull {
            report(
              Diagnostic(
                .wrongType,
                Phrase(
                  it: "una voce di `\(key.italian)` è vuota",
                  en: "an entry of `\(key.english)` is empty"), at: item.place))
            return nil
          }
          return value(item, element, key)
        })
    case .scalar(let scalar):
      // One text without its hyphen is a list of one; with commas and without quotes, of several.
      return .list(
        Decoder.parts(of: scalar, element).compactMap { value(.scalar($0), element, key) })
    case .mapping:
      if case .record = element {
        report(
          Diagnostic(
            .wrongType,
            Phrase(
              it: "`\(key.italian)` è un elenco: ogni voce comincia con `- `",
              en: "`\(key.english)` is a list: every entry begins with `- `"), at: node.place))
        return nil
      }
      return value(node, element, key)
    }
  }

  /// `famiglie, imprese`: the parts of a scalar that stands for a list of names or ids.
  private static func parts(of scalar: YAMLScalar, _ element: FieldType) -> [YAMLScalar] {
    switch element {
    case .text, .reference: break
    default: return [scalar]
    }
    guard scalar.style == .plain, scalar.text.contains(", ") else { return [scalar] }
    var offset = scalar.place.bytes.lowerBound
    return scalar.text.split(separator: ",").map { part in
      defer { offset += part.utf8.count + 1 }
      let blank = part.utf8.prefix { $0 == 0x20 }.count
      let text = String(part.dropFirst(blank))
      let start = offset + blank
      return YAMLScalar(
        text: text, style: .plain,
        place: SourceRange(file: scalar.place.file, bytes: start..<start + text.utf8.count))
    }
  }

  private mutating func choices(_ node: YAMLNode, _ words: [FieldType.Word], _ key: Key) -> Value? {
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

  private mutating func yearPair(_ node: YAMLNode, _ key: Key) -> Value? {
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

  private static let ends = Table([
    .required("da", "from", .date, "l'inizio", "the beginning"),
    .required("a", "to", .date, "la fine", "the end"),
  ])

  private mutating func periodRecord(_ node: YAMLNode) -> Value? {
    let ends = record(node, Decoder.ends)
    guard let start = ends.date("from"), let end = ends.date("to") else { return nil }
    guard let period = Period(start.value, end.value) else {
      report(
        Diagnostic(
          .wrongType,
          Phrase(it: "la fine viene prima dell'inizio", en: "the end comes before the beginning"),
          at: end.place,
          notes: [.init(Phrase(it: "l'inizio è qui", en: "the beginning is here"), at: start.place)]
        ))
      return nil
    }
    return .period(Sourced(period, at: node.place))
  }

  mutating func wrong(_ key: Key, _ italian: String, _ english: String, at place: SourceRange) {
    report(
      Diagnostic(
        .wrongType,
        Phrase(
          it: "`\(key.italian)` deve essere \(italian)", en: "`\(key.english)` must be \(english)"),
        at: place))
  }
}
