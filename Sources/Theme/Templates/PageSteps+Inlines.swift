import Hypertext
import Markdown

// Words, links and values: what stands in a line.
extension PageSteps {
  mutating func writeInline(_ node: Node) {
    switch node.kind {
    case .text: write(node.literal, .content)
    case .softBreak: fixed.append(markup: isPlain ? " " : "\n")
    case .lineBreak: fixed.append(markup: isPlain ? " " : "<br />\n")
    case .code: element("code") { $0.write(node.literal, .content) }
    case .emphasis: element("em") { $0.writeChildren(node) }
    case .strong: element("strong") { $0.writeChildren(node) }
    case .strikethrough: element("del") { $0.writeChildren(node) }
    case .link: link(node)
    case .image: image(node)
    default: writeChildren(node)
    }
  }

  private mutating func element(_ name: String, _ inner: (inout PageSteps) -> Void) {
    if !isPlain { fixed.open(name) }
    for step in part(inner) { add(step) }
    if !isPlain { fixed.close(name) }
  }

  private mutating func link(_ node: Node) {
    if !isPlain {
      fixed.append(markup: "<a href=\"")
      fixed.append(seam: .address)
      write(node.address, .address)
      fixed.append(seam: .addressEnd)
      fixed.append(markup: "\">")
    }
    for step in part({ $0.writeChildren(node) }) { add(step) }
    if !isPlain { fixed.close("a") }
  }

  private mutating func image(_ node: Node) {
    guard !isPlain else { return write(node.plainText, .content) }
    hasWords = true
    fixed.append(markup: "<img src=\"")
    fixed.append(seam: .address)
    write(node.address, .address)
    fixed.append(seam: .addressEnd)
    fixed.append(markup: "\" alt=\"")
    write(node.plainText, .content)
    fixed.append(markup: "\" />")
  }

  /// Writes a text with the values that stand in it.
  mutating func write(_ literal: String, _ form: SlotForm) {
    for part in text.parts(of: literal) {
      switch part {
      case .text(let words):
        if !words.allSatisfy(\.isWhitespace) { hasWords = true }
        switch isPlain ? .plain : form {
        case .address: fixed.append(address: words)
        case .plain: fixed.append(markup: words.utf8)
        case .content, .html: fixed.append(content: words)
        }
      case .mark(let mark): write(mark, form)
      }
    }
  }

  private mutating func write(_ mark: PageText.Mark, _ form: SlotForm) {
    switch mark {
    case .value(let slot, .prose):
      hasBlocks = true
      add(.prose(slot))
    case .value(let slot, .html):
      hasBlocks = true
      add(.value(slot, .html))
    case .value(let slot, _):
      hasWords = true
      add(.value(slot, isPlain ? .plain : form))
    case .component(let steps):
      hasBlocks = true
      for step in steps { add(step) }
    case .open(let section): begin(section, items: nil)
    case .close: close()
    case .openItems: break
    case .closeItems: endingItems += 1
    }
  }
}
