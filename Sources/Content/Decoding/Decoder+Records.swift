import Diagnostics
import SocialReport
import YAMLTree

/// Records: the fields of a mapping, by their table.
extension Decoder {
  /// - Parameters:
  ///   - reserved: keys of the file that are no fields of the entity, such as `tipo`.
  ///   - body: the main text that stands below the front matter, by the English name of its key.
  mutating func record(
    _ node: YAMLNode, _ table: FieldTable, reserved: Set<String> = [],
    body: (name: String, text: EmbeddedText)? = nil
  ) -> FieldValues {
    var record = FieldValues(table: table, place: node.place)
    var places = [SourceRange?](repeating: nil, count: table.fields.count)
    // Fields whose name was probably meant by one that is not known.
    var meant: Set<Int> = []
    let before = diagnostics.count
    let pendingBefore = pending.count
    guard case .mapping(let pairs, _) = node else {
      report(
        Diagnostic(
          .wrongType,
          Phrase(
            it: "qui servono dei campi, come `\(table.fields[0].italian): …`",
            en: "fields are needed here, as `\(table.fields[0].english): …`"),
          help: table.listing, at: node.place))
      return record
    }
    if table.holdsObservations { (subject, missesTable) = (SheetSubject(pairs), false) }
    lazy var written = WrittenKeys(pairs, table)
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
            help: Decoder.help(withUnknown: pair.key.text, in: table), at: pair.key.place,
            correction: written.correction(of: pair.key.text)))
        continue
      }
      let key = table.fields[index]
      if let first = places[index] {
        report(
          Diagnostic(
            .duplicateKey,
            Phrase(
              it: "`\(key.italian)` è scritto due volte, in italiano e in inglese",
              en: "`\(key.english)` is written twice, in Italian and in English"),
            help: Phrase(it: "tienine uno solo", en: "keep only one of them"), at: pair.key.place,
            notes: [.init(Phrase(it: "la prima volta è qui", en: "the first is here"), at: first)]))
        continue
      }
      places[index] = pair.key.place
      if case .scalar(let scalar) = pair.value, scalar.isNull || scalar.isBlank {
        if isDraft {
          let language = pair.key.text == key.italian ? Language.italian : .english
          leave(index, language, in: &record, at: pair.key.place)
        } else if key.isRequired || table.refusesEmpty {
          reportEmpty(key, at: pair.key.place)
        } else {
          record.note(empty: index, at: pair.key.place)
        }
        continue
      }
      record[index: index] = value(pair.value, key.type, key)
    }
    if let body {
      place(body, in: &record, places)
      if isDraft, body.text.isEmpty, let index = table.index(of: body.name), places[index] == nil {
        let start = body.text.place.bytes.lowerBound
        let end = SourceRange(file: body.text.place.file, bytes: start..<start)
        leave(index, language(of: pairs, table), in: &record, at: end)
      }
    }
    for (index, key) in table.fields.enumerated()
    where key.isRequired && places[index] == nil && record[index: index] == nil
      && !meant.contains(index)
      && key.alternative.flatMap(table.index).flatMap({ places[$0] }) == nil
    {
      reportMissing(key, in: node)
    }
    settlePending(from: pendingBefore, &record)
    record.isFaulty =
      diagnostics[before...].contains { $0.severity == .error }
      || table.holdsObservations && missesTable
    return record
  }

  private mutating func place(
    _ body: (name: String, text: EmbeddedText), in record: inout FieldValues,
    _ places: [SourceRange?]
  ) {
    guard !body.text.isEmpty, let index = record.table.index(of: body.name) else { return }
    if let first = places[index] {
      let key = record.table.fields[index]
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

  /// The language in which most fields are named that have two names.
  private func language(of pairs: [YAMLPair], _ table: FieldTable) -> Language {
    let english = pairs.count { pair in
      table.index(of: pair.key.text).map { table.fields[$0].italian != pair.key.text } ?? false
    }
    return 2 * english > pairs.count ? .english : .italian
  }

  private static func help(withUnknown name: String, in table: FieldTable) -> Phrase {
    if name.allSatisfy(\.isNumber) { return commaInBraces }
    if name.contains("\u{A0}") { return hardSpace }
    return near(name, in: table) ?? table.listing
  }

  /// What is pasted from a word processor looks like a space.
  private static let hardSpace = Phrase(
    it: "accanto al nome c'è uno spazio speciale, che qui non vale: riscrivilo con la barra",
    en: "beside the name is a special space, which does not count here: type it anew")

  private static let commaInBraces = Phrase(
    it: "tra `{` e `}` la virgola separa i campi: un numero con la virgola va tra virgolette, "
      + "`\"57,9\"`",
    en:
      "between `{` and `}` a comma separates fields: a number with a comma goes in quotes, `\"57,9\"`"
  )

  /// The fields nearest to a name, each language by its own.
  private static func near(_ name: String, in table: FieldTable) -> Phrase? {
    var seen: Set<Int> = []
    let keys = NearMiss.candidates(for: name, among: table.names).compactMap(table.index)
      .filter { seen.insert($0).inserted }.map { table.fields[$0] }
    guard !keys.isEmpty else { return nil }
    return Phrase(
      it: "forse intendevi " + keys.map { "`\($0.italian)`" }.joined(separator: " o "),
      en: "did you mean " + keys.map { "`\($0.english)`" }.joined(separator: " or "))
  }

  private mutating func reportMissing(_ key: Field, in node: YAMLNode) {
    reportMissing(
      key,
      Phrase(it: "manca il campo `\(key.italian)`", en: "the field `\(key.english)` is missing"),
      at: firstKey(of: node))
  }

  private mutating func reportEmpty(_ key: Field, at place: SourceRange) {
    reportMissing(
      key,
      Phrase(it: "il campo `\(key.italian)` è vuoto", en: "the field `\(key.english)` is empty"),
      at: place)
  }

  private mutating func reportMissing(_ key: Field, _ message: Phrase, at place: SourceRange) {
    report(
      Diagnostic(
        .missingKey, message,
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
}
