import Diagnostics
import Hypertext
import Markdown

extension TemplateCompiler {
  /// The steps of a page's template, or of a part of it that has lines of its own.
  ///
  /// A section whose tags stand on lines of their own holds whole blocks, or whole items of a list or rows of
  /// a table; any other stands in the text of one.
  mutating func blocks(of nodes: [TemplateTree.Node]) -> [TemplateStep] {
    var steps: [TemplateStep] = []
    var text = PageText()
    for node in nodes {
      guard case .section(let section) = node, let lines = section.lines, !holdsItems(lines) else {
        add(node, to: &text)
        continue
      }
      steps += end(&text)
      steps += self.steps(of: section) { compiler in compiler.blocks(of: section.nodes) }
    }
    return steps + end(&text)
  }

  private mutating func end(_ text: inout PageText) -> [TemplateStep] {
    defer { text = PageText() }
    guard !text.isBlank, let document = Document(text.text[...], dialect: .template) else {
      return []
    }
    var page = PageSteps(text)
    document.withRoot { page.write($0) }
    for section in page.torn {
      report(
        .templateBlock,
        "la sezione `\(section.name)` comincia in un capoverso e finisce in un altro",
        "the section `\(section.name)` begins in one paragraph and ends in another",
        Phrase(
          it: "metti `{{#\(section.name)}}` e `{{/\(section.name)}}` ognuno su una riga sua",
          en: "put `{{#\(section.name)}}` and `{{/\(section.name)}}` each on a line of its own"),
        section.range)
    }
    if let html = page.rawHTML {
      // Up to the first mark or line end it stands in the template as it does here.
      let words = html.prefix { $0 != "\u{E000}" && !$0.isNewline }
      let text = source.text[...]
      let start = text.offset(of: Array(words.utf8), in: 0..<text.utf8.count) ?? 0
      report(
        .templateBlock, "in un modello `.md` non sta HTML", "a template `.md` holds no HTML",
        Phrase(
          it: "mettilo in un componente, e qui scrivi `{{> nome}}`",
          en: "put it into a component, and write `{{> name}}` here"),
        start..<start + words.utf8.count)
    }
    return page.steps
  }

  private mutating func add(_ node: TemplateTree.Node, to text: inout PageText) {
    switch node {
    case .text(let range): text.append(source.text.slice(utf8: range))
    case .variable(let tag):
      switch value(of: tag) {
      case .constant(let words): text.append(escaped(words))
      case .slot(let slot, let shape): text.append(.value(slot, shape))
      case nil: break
      }
    case .component(let tag, _): text.append(.component(steps(ofComponent: tag)))
    case .section(let section):
      let entered = enter(section)
      let holdsItems = section.lines.map(holdsItems) ?? false
      if holdsItems { text.openItems(entered) } else { text.append(.open(entered)) }
      for node in section.nodes { add(node, to: &text) }
      if holdsItems { text.closeItems() } else { text.append(.close) }
      leave(entered)
    }
  }

  /// Whether some lines are items of a list or rows of a table, with nothing between them.
  private func holdsItems(_ range: Range<Int>) -> Bool {
    let lines = source.text.slice(utf8: range).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    guard let first = lines.first(where: { !$0.drop { $0 == " " }.hasPrefix("{{") }),
      PageText.itemSign(first) != nil
    else { return false }
    return lines.allSatisfy { !$0.allSatisfy(\.isWhitespace) }
  }

  /// A text of the theme's as it is written in Markdown.
  private func escaped(_ text: String) -> String {
    String(
      text.flatMap { character -> [Character] in
        "\\`*_[]<>&#|~!".contains(character) ? ["\\", character] : [character]
      })
  }
}
