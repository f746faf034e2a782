import Diagnostics

extension TemplateCompiler {
  /// What stands behind a name, in this scope or one around it; nil, with a message, where nothing does.
  mutating func lookUp(_ tag: Tag) -> (slot: Slot, shape: ViewShape)? {
    if tag.name == "." {
      guard let shape = scopes.last?.shape else { return nil }
      return (Slot(up: 0, names: [], asksPresence: false), shape)
    }
    var names = tag.name.split(separator: ".").map(String.init)
    guard let first = names.first else {
      report(.templateSyntax, "un tag senza nome", "a tag without a name", nil, tag.range)
      return nil
    }
    let asksPresence = first.last == "?"
    if asksPresence { names[0] = String(first.dropLast()) }
    var known: [String] = []
    for (up, scope) in scopes.reversed().enumerated() {
      // Where it cannot be known whose name it is, it may be anyone's.
      guard let shape = scope.shape else { return nil }
      known += shape.names
      guard var found = shape[names[0]] else { continue }
      if asksPresence {
        return (Slot(up: up, names: [names[0]], asksPresence: true), .flag)
      }
      for name in names.dropFirst() {
        guard let next = found[name] else {
          reportUnknown(tag, found.names)
          return nil
        }
        found = next
      }
      return (Slot(up: up, names: names, asksPresence: false), found)
    }
    reportUnknown(tag, known)
    return nil
  }

  mutating func reportUnknown(_ tag: Tag, _ names: [String]) {
    let last = tag.name.split(separator: ".").last.map(String.init) ?? tag.name
    let near = NearMiss.help(for: last, among: names)
    let list = names.sorted().joined(separator: ", ")
    report(
      .templateVariable, "qui non c'è nessun `\(tag.name)`", "there is no `\(tag.name)` here",
      near ?? Phrase(it: "ci sono: \(list)", en: "there are: \(list)"), tag.nameRange)
  }

  /// The line of a tag without the tag itself.
  func rest(ofLineWith tag: Tag) -> (before: Substring, after: Substring) {
    let line = lines.bytes(ofLine: lines.line(of: tag.range.lowerBound))
    return (
      source.text.slice(utf8: line.lowerBound..<tag.range.lowerBound),
      source.text.slice(utf8: tag.range.upperBound..<max(tag.range.upperBound, line.upperBound))
    )
  }

  func isInHeading(_ tag: Tag) -> Bool {
    source.dialect == .markdown && rest(ofLineWith: tag).before.drop { $0 == " " }.first == "#"
  }

  /// Blocks and HTML need a place where they can be: the one a line of its own, the other
  /// anywhere but in a heading.
  mutating func checkPlace(of tag: Tag, _ shape: ViewShape) {
    guard source.dialect == .markdown else { return }
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
}
