import Diagnostics

/// A template's text as a tree of its tags, before their names are looked up.
struct TemplateTree: Sendable {
  indirect enum Node: Sendable {
    /// Bytes of the template's text.
    case text(Range<Int>)
    case variable(Tag)
    /// A component, with the blanks before it where it has a line of its own.
    case component(Tag, indentation: Range<Int>)
    case section(Section)
  }

  struct Section: Sendable {
    let opening: Tag
    let nodes: [Node]
    /// Whether opening and closing have a line of their own, and the lines between them.
    let lines: Range<Int>?

    var isInverted: Bool { opening.kind == .inverted }
  }

  let source: TemplateSource
  private(set) var nodes: [Node] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var tagCount = 0
  /// The components that stand in it, as often as they do.
  private(set) var components: [String] = []

  /// Whether its tags fit together.
  var isWhole: Bool { diagnostics.isEmpty }

  init(_ source: TemplateSource) {
    self.source = source
    if isTooLong() { return }
    if source.text.unicodeScalars.contains(where: { $0 == "\u{E000}" || $0 == "\u{E001}" }) {
      report(
        .templateSyntax, "il modello contiene un carattere riservato (U+E000 o U+E001)",
        "the template holds a reserved character (U+E000 or U+E001)", nil, 0..<0)
      return
    }
    let tags: [Tag]
    do throws(Tag.Unclosed) {
      tags = try Tag.scan(source.text)
    } catch {
      report(
        .templateSyntax, "`{{` senza la sua chiusura `}}`", "`{{` without its closing `}}`", nil,
        error.offset..<error.offset + 2)
      return
    }
    if isTooMuch(tags) { return }
    tagCount = tags.count
    components = tags.filter { $0.kind == .partial }.map(\.name)
    grow(tags)
    if source.makesPages, isWhole, isEmpty { reportEmptiness() }
  }

  /// Whether nothing stands in it but blanks and comments.
  private var isEmpty: Bool {
    nodes.allSatisfy { node in
      guard case .text(let range) = node else { return false }
      return source.text.slice(utf8: range).utf8.allSatisfy { $0 <= 0x20 }
    }
  }

  private mutating func reportEmptiness() {
    report(
      .emptyTemplate, "il modello è vuoto, e lo sarebbero le sue pagine",
      "the template is empty, and so would its pages be",
      Phrase(
        it: "copialo dal tema `comune`, o da una copia di sicurezza",
        en: "copy it from the theme `comune`, or from a backup"), 0..<0)
  }

  /// A section whose end has not come yet.
  private struct Open {
    let tag: Tag
    let line: TagLine
    var nodes: [Node] = []
  }

  private mutating func grow(_ tags: [Tag]) {
    var open: [Open] = []
    var nodes: [Node] = []
    var at = 0
    for tag in tags {
      let line = TagLine(tag, in: source)
      // A tag that has a line to itself leaves none of it, as Mustache has it; a value leaves its own.
      let isAlone = line.isAlone && hasNoText(tag)
      let start = isAlone ? line.range.lowerBound : tag.range.lowerBound
      if start > at { nodes.append(.text(at..<start)) }
      at = isAlone ? line.range.upperBound : tag.range.upperBound
      switch tag.kind {
      case .comment: break
      case .variable: nodes.append(.variable(tag))
      case .partial:
        let blanks = isAlone ? line.range.lowerBound..<tag.range.lowerBound : 0..<0
        nodes.append(.component(tag, indentation: blanks))
      case .section, .inverted:
        open.append(Open(tag: tag, line: line, nodes: nodes))
        nodes = []
      case .close:
        guard let last = open.last, last.tag.name == tag.name else {
          report(
            .templateSyntax, "`{{/\(tag.name)}}` non chiude la sezione aperta",
            "`{{/\(tag.name)}}` does not close the open section", nil, tag.range)
          continue
        }
        open.removeLast()
        let lines =
          last.line.isAlone && line.isAlone
          ? last.line.range.upperBound..<line.range.lowerBound : nil
        nodes = last.nodes + [.section(Section(opening: last.tag, nodes: nodes, lines: lines))]
      case .unsupported, .unescaped:
        report(
          .templateSyntax, "questo genere di tag non si usa qui",
          "this kind of tag is not used here",
          Phrase(
            it: "scrivi `{{nome}}`: HTML e testo si stampano già come devono",
            en: "write `{{name}}`: HTML and text print as they should already"), tag.range)
      }
    }
    for section in open {
      report(
        .templateSyntax, "`{{#\(section.tag.name)}}` non è chiuso",
        "`{{#\(section.tag.name)}}` is not closed", nil, section.tag.range)
    }
    let end = source.text.utf8.count
    if end > at { nodes.append(.text(at..<end)) }
    self.nodes = nodes
  }

  /// Whether a tag puts nothing on the line it stands on.
  private func hasNoText(_ tag: Tag) -> Bool {
    switch tag.kind {
    case .section, .inverted, .close, .comment: true
    // In Markdown a component is a block of its own in any case.
    case .partial: source.dialect == .html
    case .variable, .unescaped, .unsupported: false
    }
  }

  mutating func report(
    _ identifier: Diagnostic.Identifier, _ italian: String, _ english: String, _ help: Phrase?,
    _ range: Range<Int>
  ) {
    diagnostics.append(
      Diagnostic(
        identifier, Phrase(it: italian, en: english), help: help,
        at: SourceRange(file: source.id, bytes: range)))
  }
}

/// The line that a tag stands on.
private struct TagLine {
  /// In bytes, with the line's end; only the tag and blanks where it is alone.
  let range: Range<Int>
  let isAlone: Bool

  init(_ tag: Tag, in source: TemplateSource) {
    let bytes = source.text.utf8.span
    var start = tag.range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = tag.range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
    let begins = start == 0 || bytes[start - 1] == 0x0A
    let ends = end == bytes.count || bytes[end] == 0x0A
    range = start..<min(end + 1, bytes.count)
    isAlone = begins && ends
  }
}
