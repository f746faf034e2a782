import Markdown
import Theme

/// Gives a heading its level on the page and an id to link to.
enum Headings {
  static func place(_ node: Node, level: Int, _ state: inout PageState) {
    node.ownTexts()
    let label = node.plainText
    let id = state.idPrefix + state.ids.unique(label)
    state.headingText = label
    if level == 2 { state.contents.append((label, id)) }
    let isSection = level == 2 && state.makesSections && node.parent?.kind == .document
    // The title of the page needs no id: it is the page. A section has its own.
    let attributes = level == 1 || isSection ? "" : " id=\"\(id)\""
    guard let heading = Node.customBlock(enter: "<h\(level)\(attributes)>", exit: "</h\(level)>")
    else { return }
    node.become(heading)
    if isSection { state.sections.append((heading, id)) }
  }
}
