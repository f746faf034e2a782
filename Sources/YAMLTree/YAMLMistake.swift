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
      help: Phrase(
        it: "un testo che comincia con `[`, `{` o `- ` va tra virgolette",
        en: "a text that begins with `[`, `{` or `- ` goes in quotes"),
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
      .yamlSyntax, Phrase(it: "questo file non si legge", en: "this file cannot be read"),
      help: Phrase(
        it: "confrontalo con una versione che si leggeva, o rifallo riga per riga",
        en: "compare it with a version that could be read, or make it anew line by line"),
      at: place)
  }

  static func diagnostic(
    for error: YamlError, in text: String, _ positions: YAMLPositions, _ file: SourceFile.ID
  ) -> Diagnostic {
    let source = YAMLSource(text)
    func place(_ start: Int, _ length: Int = 1) -> SourceRange {
      let at = positions.offset + start
      return SourceRange(file: file, bytes: at..<at + length)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.contains("nesting level") { return tooDeep(at: place(positions.byte(of: mark))) }
      let stop = positions.byte(of: mark)
      var walk = YAMLWalk(source)
      let fault =
        walk.fault(upTo: stop)
        ?? YAMLExplanation(
          problem, in: context?.text ?? "", source, walk, at: stop,
          begin: context.map { positions.byte(of: $0.mark) }
        ).fault
      return fault.diagnostic(in: file, offset: positions.offset)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicateKey(duplicates.first ?? "", context.mark, source, positions, place)
    case .reader(_, let offset, let value, _):
      let start = text.index(text.startIndex, offsetBy: offset ?? 0, limitedBy: text.endIndex)
      let byte = text.utf8.distance(from: text.startIndex, to: start ?? text.startIndex)
      let digits = String(max(0, value), radix: 16, uppercase: true)
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
    _ key: String, _ mark: Mark, _ source: YAMLSource, _ positions: YAMLPositions,
    _ place: (Int, Int) -> SourceRange
  ) -> Diagnostic {
    let first = positions.byte(of: mark)
    var line = YAMLLine(source, from: source.lineStart(first))
    // Only a word can be shown; a list or a group of fields as a key is told as that.
    guard key != "<uncovertable>" else { return keyIsNoText(at: place(first, 1)) }
    let written = line.key.map { source.text($0) } ?? key
    let indent = first - line.bytes.lowerBound
    let length = max(1, written.utf8.count)
    var second: Int?
    while line.next < source.bytes.count, second == nil {
      line = YAMLLine(source, from: line.next)
      if let found = line.key, found.lowerBound - line.bytes.lowerBound == indent,
        source.text(found) == written
      {
        second = found.lowerBound
      }
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
