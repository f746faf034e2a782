import Diagnostics

/// Checks a template's tags against what its view has, and makes the text that Mustache reads.
///
/// Strings and assets are the same for every page, so they are put in here, once. In Markdown a
/// component becomes a tag of its own kind (`*name`), since its HTML must not be parsed.
struct TemplateCheck {
  let source: TemplateSource
  let strings: Strings
  let assets: [String: String]
  let components: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var tagCount = 0
  /// Where the lines begin, for those of the tags.
  let lines: LineIndex
  var usedNames = UsedNames()
  /// The loops of an HTML template, each a template of its own for one element.
  var loops: [Loop] = []

  struct Loop {
    let name: String
    let text: String
    let names: UsedNames
  }

  init(
    source: TemplateSource, strings: Strings, assets: [String: String], components: Set<String>
  ) {
    self.source = source
    self.strings = strings
    self.assets = assets
    self.components = components
    lines = LineIndex(source.text)
  }

  /// The text for Mustache, or nil where the tags do not fit together.
  mutating func run() -> String? {
    if isTooLong() { return nil }
    if Sentinel.isIn(source.text) {
      report(
        .templateSyntax, "il modello contiene un carattere riservato (U+E000 o U+E001)",
        "the template holds a reserved character (U+E000 or U+E001)", nil, 0..<0)
      return nil
    }
    let tags: [Tag]
    do throws(Tag.Unclosed) {
      tags = try Tag.scan(source.text)
    } catch {
      report(
        .templateSyntax, "`{{` senza la sua chiusura `}}`", "`{{` without its closing `}}`", nil,
        error.offset..<error.offset + 2)
      return nil
    }
    if isTooMuch(tags) { return nil }
    tagCount = tags.count
    var scopes: [Scope] = [Scope(name: "", shape: source.shape, range: 0..<0)]
    var output = ""
    var copied = 0
    var index = 0
    while index < tags.count {
      let tag = tags[index]
      output += source.text.slice(utf8: copied..<tag.range.lowerBound)
      if let loop = extractedLoop(at: index, in: tags, scopes) {
        if loop.isStandalone { output.removeTrailingBlanks() }
        output += "{{*\(tag.name)*\(loop.name)}}"
        (index, copied) = (loop.closing + 1, loop.end)
        continue
      }
      if let component = loopOfComponent(at: index, in: tags) {
        if !partial(component).isEmpty { output += "{{*\(tag.name)*\(component.name)}}" }
        index += 2
      } else {
        output += replacement(for: tag, &scopes)
      }
      copied = tags[index].range.upperBound
      index += 1
    }
    output += source.text.slice(utf8: copied..<source.text.utf8.count)
    for scope in scopes.dropFirst() {
      report(
        .templateSyntax, "`{{#\(scope.name)}}` non è chiuso", "`{{#\(scope.name)}}` is not closed",
        nil, scope.range)
    }
    return diagnostics.contains { $0.identifier == .templateSyntax } ? nil : output
  }

  struct Scope {
    let name: String
    /// Nil where it cannot be known, inside a component of the theme's own.
    let shape: ViewShape?
    let range: Range<Int>
    /// The names that lead here from the page's own record.
    var path: [String] = []
  }

  private mutating func replacement(for tag: Tag, _ scopes: inout [Scope]) -> String {
    switch tag.kind {
    case .comment: return ""
    case .unsupported, .unescaped:
      report(
        .templateSyntax, "questo genere di tag non si usa qui", "this kind of tag is not used here",
        Phrase(
          it: "scrivi `{{nome}}`: HTML e testo si stampano già come devono",
          en: "write `{{name}}`: HTML and text print as they should already"), tag.range)
      return ""
    case .close:
      guard scopes.count > 1, let scope = scopes.last, scope.name == tag.name else {
        report(
          .templateSyntax, "`{{/\(tag.name)}}` non chiude la sezione aperta",
          "`{{/\(tag.name)}}` does not close the open section", nil, tag.range)
        return ""
      }
      scopes.removeLast()
      return "{{/\(tag.name)}}"
    case .section, .inverted:
      let shape = lookUp(tag, scopes)
      let inner: ViewShape?? =
        switch shape {
        case .list(let element): element
        case .record where tag.kind == .section: shape
        default: scopes.last?.shape
        }
      let opensRecord =
        switch shape {
        case .list, .record: tag.kind == .section
        default: false
        }
      let path = opensRecord ? path(of: tag.name, scopes) : scopes.last?.path ?? []
      if case .list = shape { usedNames.insert(path, isOpened: true) }
      scopes.append(Scope(name: tag.name, shape: inner ?? nil, range: tag.range, path: path))
      return (tag.kind == .section ? "{{#" : "{{^") + tag.name + "}}"
    case .partial:
      return partial(tag)
    case .variable:
      return variable(tag, scopes)
    }
  }

  private mutating func partial(_ tag: Tag) -> String {
    guard components.contains(tag.name) else {
      report(
        .templateComponent, "il componente `\(tag.name)` non c'è",
        "there is no component `\(tag.name)`", NearMiss.help(for: tag.name, among: components),
        tag.nameRange)
      return ""
    }
    if isInHeading(tag) {
      report(
        .templateBlock, "in un titolo sta solo testo, non un componente",
        "a heading holds only text, no component", nil, tag.range)
    }
    return source.dialect == .markdown ? "{{*\(tag.name)}}" : "{{> \(tag.name)}}"
  }

  // Where a value stands in a Markdown template

  private mutating func variable(_ tag: Tag, _ scopes: [Scope]) -> String {
    if tag.name.hasPrefix("t.") {
      let name = String(tag.name.dropFirst(2))
      guard let text = strings.find(name) else {
        report(
          .templateString, "la parola `\(name)` non c'è in `strings/\(strings.language).yml`",
          "there is no string `\(name)` in `strings/\(strings.language).yml`",
          NearMiss.help(for: name, among: strings.names), tag.nameRange)
        return ""
      }
      return constant(text)
    }
    if tag.name.hasPrefix("asset.") {
      let name = String(tag.name.dropFirst(6))
      guard let address = assets[name] else {
        report(
          .templateAsset, "il file `assets/\(name)` non c'è", "there is no file `assets/\(name)`",
          NearMiss.help(for: name, among: assets.keys), tag.nameRange)
        return ""
      }
      return constant(address)
    }
    let shape = lookUp(tag, scopes)
    if case .prose = shape, source.dialect == .html {
      report(
        .templateVariable, "`\(tag.name)` è Markdown: si usa solo nei modelli `.md`",
        "`\(tag.name)` is Markdown: only templates `.md` show it", nil, tag.nameRange)
    }
    checkPlace(of: tag, shape)
    return "{{\(tag.name)}}"
  }

  /// A text of the theme's as it must be written in the template's language.
  private func constant(_ text: String) -> String {
    switch source.dialect {
    case .html: return HTMLText.escaped(text)
    case .markdown:
      return String(
        text.flatMap { character -> [Character] in
          "\\`*_[]<>&#|~!".contains(character) ? ["\\", character] : [character]
        })
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
