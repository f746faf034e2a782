package import Hypertext

/// A template ready to run: fixed HTML, and slots for the values between it.
///
/// Components are part of what holds them, and each name is found already: so a slot says how many records up
/// its value stands, and nothing is looked for while a page is made.
package struct TemplateProgram: Sendable {
  let steps: [TemplateStep]

  static let empty = TemplateProgram(steps: [])
}

/// Where a value stands, seen from the record that a template is in.
package struct Slot: Sendable {
  /// How many of the records and elements around it are left: 0 for the innermost.
  let up: Int
  /// Empty for the record or element itself.
  let names: [String]
  /// Whether it is only asked whether the value is there.
  let asksPresence: Bool
}

/// How a text is written where a slot is.
package enum SlotForm: Sendable {
  /// In an HTML template.
  case html
  /// In a page's Markdown, whose quotes stay as they are.
  case content
  /// As the address of a link of a page's Markdown.
  case address
  /// Without escapes, where a name is made of it.
  case plain
}

package indirect enum TemplateStep: Sendable {
  case fixed(HTML)
  case value(Slot, SlotForm)
  /// Runs for a value that is there; for each element of a list. A list's elements, and a record, are what
  /// the names inside are looked for in first.
  case section(Slot, isEntered: Bool, [TemplateStep])
  case inverted(Slot, [TemplateStep])

  // In the template of a page

  /// A new line, where none is begun.
  case line
  /// A whole text of an author.
  case prose(Slot)
  case heading(level: Int, label: [TemplateStep], content: [TemplateStep])
  /// What stands before it is the head of the page.
  case headEnd
  case table(caption: [TemplateStep]?, rows: [TemplateStep])
  /// Left out with what is around it where nothing stands in it.
  case group(opening: HTML, [TemplateStep], closing: HTML)
}
