import Facts
package import Hypertext
import Theme

/// Notes: the footnotes of the texts and the program's own, numbered through the page, their texts
/// gathered at its end.
///
/// Each text has its own notes, so two texts may both have a `[^1]`.
extension PageWriter {
  /// The sign for a note of the program's own, whose text stands once on the page.
  package mutating func sign(_ text: String) -> HTML {
    let position = state.ownNotes[text] ?? state.addNote()
    if state.ownNotes.updateValue(position, forKey: text) == nil {
      var note = HTML()
      note.append(markup: "<p>")
      note.append(text: text)
      note.append(markup: "\n")
      note.append(backlink(state.notes[position]))
      note.append(markup: "\n</p>\n")
      state.notes[position].text = note
    }
    return sign(position)
  }

  /// The sign in the text that leads to a note, by its place among all.
  package mutating func sign(_ position: Int) -> HTML {
    state.notes[position].references += 1
    let note = state.notes[position]
    let id = note.references == 1 ? note.referenceID : "\(note.referenceID)-\(note.references)"
    let label = label("page.note", note)
    var sign = HTML()
    sign.append(markup: "<sup>")
    sign.open(
      "a",
      [
        ("id", id), ("href", "#" + note.id), ("role", "doc-noteref"), ("aria-label", label),
      ])
    sign.append(markup: "\(note.number)</a></sup>".utf8)
    return sign
  }

  /// What a link of a note is called: with the name of the part where a page has notes of several.
  private func label(_ name: String, _ note: PageState.Note) -> String {
    let label = state.context.strings.format(name, ["n": String(note.number)])
    return state.part.map { "\(label) (\($0))" } ?? label
  }

  /// The way back from a note to its first sign.
  func backlink(_ note: PageState.Note) -> HTML {
    let label = label("page.back", note)
    var link = HTML()
    link.append(markup: " ")
    link.open(
      "a", [("href", "#" + note.referenceID), ("role", "doc-backlink"), ("aria-label", label)])
    link.append(markup: "↩</a>")
    return link
  }

  /// Puts the texts of the notes below the page's, in the order of their numbers.
  ///
  /// A page has a section of notes with a heading; a fragment of one has a list.
  mutating func writeNotes(asSection isSection: Bool) {
    guard !state.notes.isEmpty else { return }
    let title = state.context.strings["page.notes"]
    let id = "\(state.idPrefix)note"
    html.startLine()
    // Its heading is its name: named by an attribute it would be a landmark, and all those of the
    // whole document would have one name.
    html.append(markup: isSection ? "<section class=\"" : "<div class=\"note")
    if isSection {
      PartValue.section.append(&html, isWhole: false)
      html.append(markup: "note")
    }
    html.append(markup: "\" id=\"")
    html.append(seam: .identifier)
    html.append(markup: id.utf8)
    if isSection {
      html.append(markup: "\">")
      html.open(heading: 2)
      html.append(text: title)
      html.close(heading: 2)
      html.append(markup: "<ol>\n")
      state.contents.append((title, id))
    } else {
      html.append(markup: "\" role=\"")
      PartValue.endnotes.append(&html, isWhole: true)
      html.append(markup: "\" aria-label=\"")
      html.append(text: title)
      html.append(markup: "\"><ol>\n")
    }
    for note in state.notes {
      guard let text = note.text else { continue }
      html.open("li", [("id", note.id)])
      html.append(markup: "\n")
      html.append(text)
      html.startLine()
      html.append(markup: "</li>\n")
    }
    html.append(markup: isSection ? "</ol></section>\n" : "</ol></div>\n")
  }
}
