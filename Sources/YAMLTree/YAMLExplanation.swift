import Diagnostics

/// libyaml's words for a mistake, in words for someone who has never seen YAML.
///
/// They are asked only where the walk over the lines found no cause of its own.
struct YAMLExplanation {
  private let problem: String
  private let context: String
  private let source: YAMLSource
  private let walk: YAMLWalk
  /// Where the parser stopped, and where what it was reading begins.
  private let at: Int
  private let begin: Int?

  init(
    _ problem: String, in context: String, _ source: YAMLSource, _ walk: YAMLWalk, at: Int,
    begin: Int?
  ) {
    (self.problem, self.context, self.source) = (problem, context, source)
    (self.walk, self.at, self.begin) = (walk, at, begin)
  }

  private var line: YAMLLine { YAMLLine(source, from: source.lineStart(at)) }
  private var firstLine: YAMLLine { YAMLLine(source, from: source.lineStart(begin ?? at)) }
  private var place: Range<Int> { at..<at + 1 }

  private func says(_ words: String...) -> Bool { words.contains { problem.contains($0) } }

  var fault: YAMLFault {
    if at < source.bytes.count, source.bytes[at] == 0x09 || says(" tab ") { return .tab(at: place) }
    if says("':'") && says("could not find") { return .missingColon(firstLine, below: nil) }
    if says("mapping values") { return colon }
    if says("end of stream", "document indicator") { return .openQuote(lineOfValue(begin ?? at)) }
    if says("'-' indicator") { return listEntry }
    if says("expected key", "<block end>", "block sequence entries") { return indentation }
    if says("<document start>") { return afterDocument }
    if says("',' or") { return bracket }
    return token
  }

  /// What is wrong with a single sign.
  private var token: YAMLFault {
    if says("escape", "hexdecimal") { return escape }
    if context.contains("directive") || says("directive", "incompatible YAML document") {
      return .directive(lineOfValue(begin ?? at))
    }
    if context.contains("anchor") { return sign("&") }
    if context.contains("alias") || says("undefined alias") { return sign("*") }
    if context.contains("a tag") || says("tag handle") { return sign("!") }
    if context.contains("block scalar") { return .blockHeader(lineOfValue(begin ?? at)) }
    if says("another document") { return secondDocument }
    if says("node content", "mapping keys") { return missingValue }
    if says("cannot start any token"), at < source.bytes.count {
      return .sign(
        String(source.text(at..<min(at + 4, source.bytes.count)).prefix(1)), in: source, at: at)
    }
    return unreadable
  }

  private func sign(_ sign: String) -> YAMLFault { .sign(sign, in: source, at: begin ?? at) }

  private func lineOfValue(_ place: Int) -> YAMLLine {
    YAMLLine(source, from: source.lineStart(place))
  }

  /// The parser stops at the backslash, or at the digits that it misses.
  private var escape: YAMLFault {
    let slash = source.bytes[line.bytes.lowerBound..<min(at + 1, line.bytes.upperBound)].lastIndex(
      of: UInt8(ascii: "\\"))
    return .escape(line, at: (slash ?? at)..<(slash ?? at) + 2)
  }

  private var colon: YAMLFault {
    line.colonInText.map { .colon(line, at: $0) }
      ?? YAMLFault(
        Phrase(
          it: "qui i due punti non possono stare così", en: "a colon cannot stand here like this"),
        help: Phrase(
          it: "un testo che contiene `: ` va tra virgolette",
          en: "a text that contains `: ` goes in quotes"), at: place)
  }

  private var listEntry: YAMLFault {
    // A field further right than the hyphens belongs to an entry.
    if line.key != nil, line.hyphens.isEmpty, let level = walk.nearestLevel(to: line.indent),
      let begin, begin - source.lineStart(begin) < line.indent
    {
      return .indentation(line, nearest: level)
    }
    return YAMLFault(
      Phrase(
        it: "questa riga sta in un elenco e non comincia con `- `",
        en: "this line stands in a list and does not begin with `- `"),
      help: Phrase(
        it: "metti `- ` davanti a ogni voce; gli altri campi della voce stanno sotto il suo primo",
        en: "put `- ` before every entry; its other fields go below its first one"),
      at: line.key ?? place,
      note: begin.map {
        (Phrase(it: "l'elenco comincia qui", en: "the list begins here"), $0..<$0 + 1)
      })
  }

  private var indentation: YAMLFault {
    if let hyphen = line.hyphens.first, let above = walk.above, above.key != nil,
      above.column == hyphen - line.bytes.lowerBound, let first = above.text.first,
      !"|>[{".utf8.contains(source.bytes[first])
    {
      return .listBelowText(line, above)
    }
    return .indentation(line, nearest: walk.nearestLevel(to: line.indent))
  }

  /// What stands behind the end of a document is further left than its beginning, or a second one.
  private var afterDocument: YAMLFault {
    guard let level = walk.nearestLevel(to: line.indent), level.column > line.indent else {
      return secondDocument
    }
    return .firstTooFarRight(level)
  }

  private var secondDocument: YAMLFault {
    YAMLFault(
      Phrase(
        it: "dopo `---` o `...` comincia un secondo documento: in un file ce ne sta uno solo",
        en: "after `---` or `...` begins a second document: a file holds only one"),
      help: Phrase(
        it: "togli quella riga, oppure sposta quello che segue in un file suo",
        en: "remove that line, or move what follows to a file of its own"),
      at: line.isDocumentMark ? at..<at + 3 : line.key ?? place)
  }

  private var bracket: YAMLFault {
    let start = begin ?? at
    let isBraces = source.bytes.indices.contains(start) && source.bytes[start] == UInt8(ascii: "{")
    let close = isBraces ? "}" : "]"
    return YAMLFault(
      Phrase(
        it: "in un elenco tra parentesi manca una virgola o la parentesi di chiusura",
        en: "a list in brackets lacks a comma or its closing bracket"),
      help: Phrase(
        it: "separa le voci con una virgola e chiudi con `\(close)`; una voce con segni va tra "
          + "virgolette",
        en: "separate the entries by commas and close with `\(close)`; an entry with signs goes in "
          + "quotes"), at: start..<start + 1)
  }

  private var missingValue: YAMLFault {
    YAMLFault(
      Phrase(it: "qui manca un valore", en: "a value is missing here"),
      help: Phrase(
        it: "scrivilo, oppure togli il segno; un testo che contiene questo segno va tra virgolette",
        en: "write it, or remove the sign; a text that holds this sign goes in quotes"), at: place)
  }

  private var unreadable: YAMLFault {
    YAMLFault(
      Phrase(it: "questa riga non si legge", en: "this line cannot be read"),
      help: Phrase(
        it: "guarda questa riga e quella sopra: un campo si scrive `nome: valore`, e un testo con "
          + "segni speciali va tra virgolette",
        en:
          "look at this line and the one above: a field is written `name: value`, and a text with "
          + "special signs goes in quotes"), at: place)
  }
}
