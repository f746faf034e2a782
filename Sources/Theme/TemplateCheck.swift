import Diagnostics

/// Checks a template's tags against what its view has, and makes the text that Mustache reads.
///
/// Strings and assets are the same for every page, so they are put in here, once. In Markdown a
/// component becomes a tag of its own kind (`*name`), since its HTML must not be parsed.
struct TemplateCheck {
  private let source: TemplateSource
  private let strings: Strings
  private let assets: [String: String]
  private let components: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var usedNames = UsedNames()
  /// The loops of an HTML template, each a template of its own for one element.
  private(set) var loops: [Loop] = []

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
  }

  /// The text for Mustache, or nil where the tags do not fit together.
  mutating func run() -> String? {
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

  private struct Scope {
    let name: String
    /// Nil where it cannot be known, inside a component of the theme's own.
    let shape: ViewShape?
    let range: Range<Int>
    /// The names that lead here from the page's own record.
    var path: [String] = []
  }

  /// `{{#list}}{{> component}}{{/list}}` in Markdown: the component, which then runs for each
  /// element by itself, so that the page's own shape does not depend on how many there are.
  private func loopOfComponent(at index: Int, in tags: [Tag]) -> Tag? {
    guard source.dialect == .markdown, index + 2 < tags.count, tags[index].kind == .section,
      tags[index + 1].kind == .partial, tags[index + 2].kind == .close,
      tags[index + 2].name == tags[index].name, case .list = lookUpQuietly(tags[index].name)
    else { return nil }
    for (a, b) in [(tags[index], tags[index + 1]), (tags[index + 1], tags[index + 2])] {
      let between = source.text.slice(utf8: a.range.upperBound..<b.range.lowerBound)
      guard between.allSatisfy(\.isWhitespace) else { return nil }
    }
    return tags[index + 1]
  }

  /// A loop of an HTML template as a template of its own, expanded for each element by itself.
  ///
  /// Only where all its names are the element's; else Mustache runs it as it stands.
  private mutating func extractedLoop(at index: Int, in tags: [Tag], _ scopes: [Scope])
    -> (name: String, closing: Int, end: Int, isStandalone: Bool)?
  {
    let tag = tags[index]
    guard source.dialect == .html, tag.kind == .section,
      case .list(let element) = scopes.last?.shape?[tag.name],
      let closing = closing(of: index, in: tags),
      !tags[index..<closing].contains(where: { $0.kind == .partial })
    else { return nil }
    // Tags that have a line to themselves leave none of it, as Mustache has it.
    let opening = line(around: tag)
    let ending = line(around: tags[closing])
    let start = opening.isStandalone ? opening.end : tag.range.upperBound
    let stop = ending.isStandalone ? ending.start : tags[closing].range.lowerBound
    guard start <= stop else { return nil }
    // Dots would be read as a path.
    let name = "\(source.name)_\(tag.name)_\(index)"
    let body = TemplateSource(
      path: source.path, name: name, dialect: .html, id: source.id,
      text: String(source.text.slice(utf8: start..<stop)), shape: element)
    var check = TemplateCheck(
      source: body, strings: strings, assets: assets, components: components)
    guard let text = check.run(), check.diagnostics.isEmpty else { return nil }
    loops += check.loops + [Loop(name: name, text: text, names: check.usedNames)]
    let end = ending.isStandalone ? ending.end : tags[closing].range.upperBound
    return (name, closing, end, opening.isStandalone)
  }

  private func closing(of index: Int, in tags: [Tag]) -> Int? {
    var depth = 0
    for other in index..<tags.count {
      switch tags[other].kind {
      case .section, .inverted: depth += 1
      case .close: depth -= 1
      default: break
      }
      if depth == 0 { return tags[other].name == tags[index].name ? other : nil }
    }
    return nil
  }

  /// The line of a tag in bytes, its ending included, and whether the tag is alone on it.
  private func line(around tag: Tag) -> (start: Int, end: Int, isStandalone: Bool) {
    let bytes = source.text.utf8.span
    var start = tag.range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = tag.range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    let begins = start == 0 || bytes[start - 1] == 0x0A
    let ends = end == bytes.count || bytes[end] == 0x0A
    return (start, min(end + 1, bytes.count), begins && ends)
  }

  private func lookUpQuietly(_ name: String) -> ViewShape? { source.shape?[name] }

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

  /// The names that lead to what a section's name stands for.
  private func path(of name: String, _ scopes: [Scope]) -> [String] {
    let parts = name.split(separator: ".").map(String.init)
    let home = scopes.last { $0.shape?[parts.first ?? ""] != nil }
    return (home?.path ?? []) + parts
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

  /// The line of a tag without the tag itself.
  private func rest(ofLineWith tag: Tag) -> (before: Substring, after: Substring) {
    let lines = LineIndex(source.text)
    let line = lines.bytes(ofLine: lines.line(of: tag.range.lowerBound))
    return (
      source.text.slice(utf8: line.lowerBound..<tag.range.lowerBound),
      source.text.slice(utf8: tag.range.upperBound..<max(tag.range.upperBound, line.upperBound))
    )
  }

  private func isInHeading(_ tag: Tag) -> Bool {
    source.dialect == .markdown && rest(ofLineWith: tag).before.drop { $0 == " " }.first == "#"
  }

  /// Blocks and HTML need a place where they can be: the one a line of its own, the other
  /// anywhere but in a heading.
  private mutating func checkPlace(of tag: Tag, _ shape: ViewShape?) {
    guard source.dialect == .markdown, let shape else { return }
    switch shape {
    case .prose:
      let (before, after) = rest(ofLineWith: tag)
      guard !(before + after).allSatisfy(\.isWhitespace) else { return }
      report(
        .templateBlock, "`\(tag.name)` è un testo intero: va su una riga da solo",
        "`\(tag.name)` is a whole text: it stands on a line of its own", nil, tag.range)
    case .html where isInHeading(tag):
      report(
        .templateBlock, "in un titolo sta solo testo, e `\(tag.name)` è HTML",
        "a heading holds only text, and `\(tag.name)` is HTML", nil, tag.range)
    case .list, .record:
      report(
        .templateBlock, "`\(tag.name)` è un gruppo di valori: si apre con `{{#\(tag.name)}}`",
        "`\(tag.name)` is a group of values: it is opened with `{{#\(tag.name)}}`", nil,
        tag.range)
    default: break
    }
  }

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

  /// What stands behind a name, in this scope or one around it.
  private mutating func lookUp(_ tag: Tag, _ scopes: [Scope]) -> ViewShape? {
    if tag.name == "." { return scopes.last?.shape }
    let parts = tag.name.split(separator: ".").map(String.init)
    guard var first = parts.first else {
      report(.templateSyntax, "un tag senza nome", "a tag without a name", nil, tag.range)
      return nil
    }
    let asksPresence = first.last == "?"
    if asksPresence { first = String(first.dropLast()) }
    var known: [String] = []
    for scope in scopes.reversed() {
      guard let shape = scope.shape else {
        // Where it cannot be known whose name it is, it may be anyone's.
        for scope in scopes {
          usedNames.insert(scope.path + [first] + parts.dropFirst(), isOpened: true)
        }
        return nil
      }
      known += shape.names
      guard var found = shape[first] else { continue }
      usedNames.insert(scope.path + [first] + parts.dropFirst(), isOpened: false)
      if asksPresence { return .flag }
      for part in parts.dropFirst() {
        guard let next = found[part] else {
          reportUnknown(tag, found.names)
          return nil
        }
        found = next
      }
      return found
    }
    reportUnknown(tag, known)
    return nil
  }

  private mutating func reportUnknown(_ tag: Tag, _ names: [String]) {
    let last = tag.name.split(separator: ".").last.map(String.init) ?? tag.name
    let near = NearMiss.help(for: last, among: names)
    let list = names.sorted().joined(separator: ", ")
    report(
      .templateVariable, "qui non c'è nessun `\(tag.name)`", "there is no `\(tag.name)` here",
      near ?? Phrase(it: "ci sono: \(list)", en: "there are: \(list)"), tag.nameRange)
  }

  private mutating func report(
    _ identifier: Diagnostic.Identifier, _ italian: String, _ english: String, _ help: Phrase?,
    _ range: Range<Int>
  ) {
    diagnostics.append(
      Diagnostic(
        identifier, Phrase(it: italian, en: english), help: help,
        at: SourceRange(file: source.id, bytes: range)))
  }
}

extension String {
  /// Takes away the blanks after the last line break.
  fileprivate mutating func removeTrailingBlanks() {
    while let last, last == " " || last == "\t" { removeLast() }
  }
}
