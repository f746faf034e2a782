import Diagnostics

/// What YAML can say and a document of ours cannot.
enum YAMLMistake {
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

  static func control(_ code: Int, at place: SourceRange) -> Diagnostic {
    let digits = String(max(0, code), radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      .yamlSyntax,
      Phrase(
        it: "c'è un carattere di controllo che non si vede (U+\(code))",
        en: "there is an invisible control character (U+\(code))"),
      help: Phrase(it: "cancellalo", en: "delete it"), at: place)
  }

  static func unreadable(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, Phrase(it: "questo file non si legge", en: "this file cannot be read"),
      help: Phrase(
        it: "confrontalo con una versione che si leggeva, o rifallo riga per riga",
        en: "compare it with a version that could be read, or make it anew line by line"),
      at: place)
  }

  /// A tag or an anchor, which are most often the first word of a text that YAML would take away.
  static func property(
    _ source: YAMLSource, at start: Int, in file: SourceFile.ID, offset: Int
  ) -> Diagnostic {
    let first = source.bytes[start]
    if first == UInt8(ascii: "&") {
      var end = start + 1
      while !source.isGap(end) { end += 1 }
      let name = source.text(start + 1..<end)
      let rest = source.skipBlanks(end, to: source.bytes.count)
      // What has a name for others, or is no text, was meant as YAML has it.
      if name.isEmpty || source.isGap(rest) || "[{\"'|>".utf8.contains(source.bytes[rest])
        || source.text(source.bytes.indices)[...].offset(
          of: Array(("*" + name).utf8), in: source.bytes.indices) != nil
      {
        return alias(at: SourceRange(file: file, bytes: start + offset..<start + offset + 1))
      }
    }
    return YAMLFault.sign(String(decoding: [first], as: UTF8.self), in: source, at: start)
      .diagnostic(in: file, offset: offset)
  }

  /// A key that stands twice in one group of fields.
  static func duplicateKey(_ second: YAMLScalar, first: YAMLScalar) -> Diagnostic {
    Diagnostic(
      .duplicateKey,
      Phrase(
        it: "`\(second.text)` è scritto due volte", en: "`\(second.text)` is written twice"),
      help: Phrase(it: "tienine uno solo", en: "keep only one of them"), at: second.place,
      notes: [
        .init(Phrase(it: "la prima volta è qui", en: "the first is here"), at: first.place)
      ])
  }
}

extension YAMLFailure {
  /// - Parameter offset: the byte of the file where the document begins.
  func diagnostic(of source: YAMLSource, in file: SourceFile.ID, offset: Int) -> Diagnostic {
    func place(_ start: Int) -> SourceRange {
      SourceRange(file: file, bytes: start + offset..<start + offset + 1)
    }
    switch self {
    case .mistake(let diagnostic): return diagnostic
    case .syntax(let problem, let context, let at, let begin):
      var walk = YAMLWalk(source)
      let fault =
        walk.fault(upTo: at)
        ?? YAMLExplanation(problem, in: context, source, walk, at: at, begin: begin).fault
      return fault.diagnostic(in: file, offset: offset)
    case .control(let code, let at): return YAMLMistake.control(code, at: place(at))
    case .outOfMemory: return YAMLMistake.unreadable(at: place(0))
    }
  }
}
