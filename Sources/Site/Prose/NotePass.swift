import Diagnostics
import Markdown
import Theme

/// Notes: the footnotes of the texts and the program's own, numbered through the page, their texts
/// gathered at its end.
///
/// Each text has its own notes, so two texts may both have a `[^1]`.
enum NotePass {
  /// Where the footnotes of one text stand among the page's notes, by the numbers that cmark gives
  /// them: from 1, in the order they are first referred to.
  typealias Positions = [Int: Int]

  static func reference(_ node: Node, _ positions: inout Positions, _ state: inout PageState) {
    guard let local = Int(node.literal), local >= 1 else { return }
    let position = positions[local] ?? state.addNote()
    positions[local] = position
    guard let mark = mark(position, &state) else { return }
    mark.insert(before: node)
    node.delete()
  }

  static func definitions(_ nodes: [Node], _ positions: Positions, _ state: inout PageState) {
    for (index, node) in nodes.enumerated() {
      guard let position = positions[index + 1], let item = Node.customBlock(enter: "", exit: "")
      else { continue }
      node.moveChildren(to: item)
      state.notes[position].text = item
      node.delete()
    }
  }

  /// The sign for a note of the program's own, whose text stands once on the page.
  static func sign(_ text: String, _ state: inout PageState) -> Node? {
    let position = state.ownNotes[text] ?? state.addNote()
    if state.ownNotes.updateValue(position, forKey: text) == nil,
      let item = Node.customBlock(enter: "<p>\(HTMLText.escaped(text))", exit: "</p>")
    {
      state.notes[position].text = item
      state.notes[position].isParagraph = true
    }
    return mark(position, &state)
  }

  private static func mark(_ position: Int, _ state: inout PageState) -> Node? {
    state.notes[position].references += 1
    let note = state.notes[position]
    let id = note.references == 1 ? note.referenceID : "\(note.referenceID)-\(note.references)"
    let label = state.context.strings.format("page.note", ["n": String(note.number)])
    return Node.customInline(
      enter: "<sup><a id=\"\(id)\" href=\"#\(note.id)\" role=\"doc-noteref\" "
        + "aria-label=\"\(HTMLText.escaped(label))\">\(note.number)</a></sup>")
  }

  /// Puts the texts of the notes below the page's, in the order of their numbers.
  ///
  /// A page has a section of notes with a heading; a fragment of one has a list.
  static func finish(in root: Node, _ state: inout PageState) {
    guard !state.notes.isEmpty else { return }
    let title = HTMLText.escaped(state.context.strings["page.notes"])
    let id = "\(state.idPrefix)note"
    // Its heading is its name: named by an attribute it would be a landmark, and all those of the
    // whole document would have one name.
    let opening =
      state.makesSections
      ? "<section class=\"\(Sections.className) note\" id=\"\(id)\"><h2>\(title)</h2><ol>"
      : "<div class=\"note\" id=\"\(id)\" role=\"doc-endnotes\" aria-label=\"\(title)\"><ol>"
    let closing = state.makesSections ? "</ol></section>" : "</ol></div>"
    guard let list = Node.customBlock(enter: opening, exit: closing) else { return }
    for note in state.notes { append(note, to: list, state) }
    root.append(list)
    state.noteList = list
    if state.makesSections { state.contents.append((state.context.strings["page.notes"], id)) }
  }

  private static func append(_ note: PageState.Note, to list: Node, _ state: PageState) {
    let back = state.context.strings.format("page.back", ["n": String(note.number)])
    let link =
      " <a href=\"#\(note.referenceID)\" role=\"doc-backlink\" "
      + "aria-label=\"\(HTMLText.escaped(back))\">↩</a>"
    guard let text = note.text, let arrow = Node.customInline(enter: link),
      let item = Node.customBlock(enter: "<li id=\"\(note.id)\">", exit: "</li>")
    else { return }
    if note.isParagraph {
      text.append(arrow)
    } else if let last = text.children.last, last.kind == .paragraph {
      last.append(arrow)
    } else {
      text.append(arrow)
    }
    item.append(text)
    list.append(item)
  }
}
