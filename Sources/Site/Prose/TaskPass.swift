import Markdown
import Theme

/// A task's box as words: a disabled check box tells a reader nothing that text does not.
enum TaskPass {
  static func run(_ node: Node, _ strings: Strings) {
    let word = strings[node.isChecked ? "task.done" : "task.open"]
    node.becomePlainItem()
    guard
      let state = Node.customInline(
        enter: "<strong class=\"fw-semibold\">\(HTMLText.escaped(word)):</strong> ")
    else { return }
    if let paragraph = node.firstChild, paragraph.kind == .paragraph { paragraph.prepend(state) }
  }
}
