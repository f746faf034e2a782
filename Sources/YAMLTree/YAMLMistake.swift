import Diagnostics
import Yams

/// A mistake found while the tree is built, carried out of the recursion.
struct YAMLMistake: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  static func alias(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlAlias,
      Phrase(
        it: "ancore e rimandi di YAML (`&nome`, `*nome`) non si usano qui",
        en: "anchors and aliases of YAML (`&name`, `*name`) are not used here"),
      help: Phrase(
        it: "scrivi il valore per intero; un testo che comincia con `*` o `&` va tra virgolette",
        en: "write the value out; a text that begins with `*` or `&` goes in quotes"),
      at: place)
  }

  static func tooDeep(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlSyntax,
      Phrase(it: "troppi livelli uno dentro l'altro", en: "too many levels inside one another"),
      at: place)
  }

  static func keyIsNoText(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlSyntax,
      Phrase(
        it: "il nome di un campo deve essere una parola",
        en: "the name of a field must be a word"),
      help: Phrase(
        it: "un testo che comincia con `{` o `[` va tra virgolette",
        en: "a text that begins with `{` or `[` goes in quotes"),
      at: place)
  }

  static func swallowedDash(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlSyntax,
      Phrase(
        it: "questo trattino non comincia una voce: la riga è letta insieme a quella di sopra",
        en: "this hyphen begins no entry: the line is read together with the one above"),
      help: Phrase(
        it: "se è una voce dell'elenco, allineala con le altre; se è testo, mettilo tra virgolette",
        en: "if it is an entry of the list, align it with the others; if it is text, quote it"),
      at: place)
  }

  static func unreadable(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, Phrase(it: "questo YAML non si legge", en: "this YAML cannot be read"), at: place
    )
  }

  static func diagnostic(
    for error: YamlError, in text: String, _ positions: YAMLPositions, _ file: SourceFile.ID
  ) -> Diagnostic {
    func place(_ start: Int, _ length: Int = 1) -> SourceRange {
      let at = positions.offset + start
      return SourceRange(file: file, bytes: at..<at + length)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let start = positions.byte(of: mark)
      let begin = context.map { positions.byte(of: $0.mark) }
      let lines = ([begin].compactMap(\.self) + [start]).map {
        text.slice(utf8: positions.line(at: $0))
      }
      let explanation = YAMLExplanation(
        problem, lines: lines, next: text.utf8.dropFirst(start).first)
      var notes: [Diagnostic.Note] = []
      if let begin, context?.mark.line != mark.line {
        if YAMLExplanation.isToldAtBeginning(problem) {
          return Diagnostic(
            .yamlSyntax, explanation.message, help: explanation.help, at: place(begin))
        }
        notes.append(
          .init(Phrase(it: "comincia qui", en: "it begins here"), at: place(begin)))
      }
      return Diagnostic(
        .yamlSyntax, explanation.message, help: explanation.help, at: place(start), notes: notes)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicateKey(duplicates.first ?? "", context.mark, text, positions, place)
    case .reader(_, let offset, let value, _):
      let start = text.index(text.startIndex, offsetBy: offset ?? 0, limitedBy: text.endIndex)
      let byte = text.utf8.distance(from: text.startIndex, to: start ?? text.startIndex)
      let digits = String(value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return Diagnostic(
        .yamlSyntax,
        Phrase(
          it: "c'è un carattere di controllo che non si vede (U+\(code))",
          en: "there is an invisible control character (U+\(code))"),
        help: Phrase(it: "cancellalo", en: "delete it"), at: place(byte))
    default:
      return unreadable(at: place(0))
    }
  }

  /// The parser names the first of two equal keys; the second is where the author looks.
  private static func duplicateKey(
    _ key: String, _ mark: Mark, _ text: String, _ positions: YAMLPositions,
    _ place: (Int, Int) -> SourceRange
  ) -> Diagnostic {
    let first = positions.byte(of: mark)
    let length = key.utf8.count
    let indent = first - positions.line(at: first).lowerBound
    var second: Int?
    var line = positions.line(at: first)
    let bytes = Array(text.utf8)
    while line.upperBound + 1 < bytes.count, second == nil {
      line = positions.line(at: line.upperBound + 1)
      let start = line.lowerBound + indent
      guard start + length < bytes.count, start < line.upperBound else { continue }
      let isKey =
        bytes[start..<start + length].elementsEqual(key.utf8)
        && bytes[start + length] == UInt8(ascii: ":")
        && bytes[line.lowerBound..<start].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
      if isKey { second = start }
    }
    return Diagnostic(
      .duplicateKey,
      Phrase(it: "`\(key)` è scritto due volte", en: "`\(key)` is written twice"),
      help: Phrase(it: "tienine uno solo", en: "keep only one of them"),
      at: place(second ?? first, length),
      notes: second == nil
        ? []
        : [
          .init(
            Phrase(it: "la prima volta è qui", en: "the first is here"), at: place(first, length))
        ])
  }
}
