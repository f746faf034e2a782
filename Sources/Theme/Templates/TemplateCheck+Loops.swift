import Diagnostics

extension TemplateCheck {
  /// `{{#list}}{{> component}}{{/list}}` in Markdown: the component, which then runs for each
  /// element by itself, so that the page's own shape does not depend on how many there are.
  func loopOfComponent(at index: Int, in tags: [Tag]) -> Tag? {
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
  mutating func extractedLoop(at index: Int, in tags: [Tag], _ scopes: [Scope])
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

  func closing(of index: Int, in tags: [Tag]) -> Int? {
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
  func line(around tag: Tag) -> (start: Int, end: Int, isStandalone: Bool) {
    let bytes = source.text.utf8.span
    var start = tag.range.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = tag.range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    let begins = start == 0 || bytes[start - 1] == 0x0A
    let ends = end == bytes.count || bytes[end] == 0x0A
    return (start, min(end + 1, bytes.count), begins && ends)
  }

  func lookUpQuietly(_ name: String) -> ViewShape? { source.shape?[name] }
}

extension String {
  /// Takes away the blanks after the last line break.
  mutating func removeTrailingBlanks() {
    while let last, last == " " || last == "\t" { removeLast() }
  }
}
