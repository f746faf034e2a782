import Markdown
import Theme

/// Footnotes: numbered through the page, their texts gathered at its end.
///
/// Each text has its own notes, so two texts may both have a `[^1]`.
enum NotePass {
  /// cmark numbers the notes of one text from 1, in the order they are first referred to.
  static func reference(_ node: Node, firstNote: Int, _ state: inout PageState) {
    guard let local = Int(node.literal), local >= 1 else { return }
    let position = firstNote + local - 1
    while state.notes.count <= position {
      let number = state.notes.count + 1
      state.notes.append(
        PageState.Note(
          number: number, id: "\(state.idPrefix)nota-\(number)",
          referenceID: "\(state.idPrefix)rif-nota-\(number)"))
    }
    state.notes[position].references += 1
    let note = state.notes[position]
    let id = note.references == 1 ? note.referenceID : "\(note.referenceID)-\(note.references)"
    let label = state.context.strings.format("page.note", ["n": String(note.number)])
    let html =
      "<sup><a id=\"\(id)\" href=\"#\(note.id)\" role=\"doc-noteref\" "
      + "aria-label=\"\(HTMLText.escaped(label))\">\(note.number)</a></sup>"
    guard let mark = Node.customInline(enter: html) else { return }
    mark.insert(before: node)
    node.delete()
  }

  static func definitions(_ nodes: [Node], firstNote: Int, _ state: inout PageState) {
    for (index, node) in nodes.enumerated() {
      let position = firstNote + index
      guard position < state.notes.count, let list = state.noteList else { continue }
      let note = state.notes[position]
      let back = state.context.strings.format("page.back", ["n": String(note.number)])
      let link =
        " <a href=\"#\(note.referenceID)\" role=\"doc-backlink\" "
        + "aria-label=\"\(HTMLText.escaped(back))\">↩</a>"
      guard let item = Node.customBlock(enter: "<li id=\"\(note.id)\">", exit: "</li>"),
        let arrow = Node.customInline(enter: link)
      else { continue }
      node.moveChildren(to: item)
      if let last = item.children.last, last.kind == .paragraph {
        last.append(arrow)
      } else {
        item.append(arrow)
      }
      list.append(item)
      node.delete()
    }
  }
}
