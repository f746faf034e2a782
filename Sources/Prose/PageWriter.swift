package import Diagnostics
import Facts
package import Hypertext
package import Theme

/// Writes a page's content: what its template has, and the texts that stand in it.
package struct PageWriter: TemplateTarget {
  package var html = HTML()
  package var state: PageState
  /// What stands before the line `---` of a page's template.
  private var head: HTML?
  /// Whether headings of level 2 become sections of the page, which fragments have none of.
  private let makesSections: Bool
  private var isInSection = false

  private init(_ state: PageState, makesSections: Bool) {
    self.state = state
    self.makesSections = makesSections
    html.reserveCapacity(16 << 10)
  }

  /// The HTML of a page's content: its head, down to the line `---` of its template, and the rest.
  package static func page(
    template: String, _ view: View, _ state: inout PageState
  ) -> (head: HTML, body: HTML) {
    var writer = PageWriter(state, makesSections: true)
    writer.state.context.theme.render(page: template, view, to: &writer)
    writer.end()
    state = writer.state
    state.settleFragments()
    return (writer.head ?? HTML(), writer.html)
  }

  /// An author's text by itself, for a fragment that pages take in as HTML.
  ///
  /// - Parameter settlesFragments: whether `#…` links must lead to a place in this very text.
  package static func fragment(
    _ field: EmbeddedText, underLevel level: Int, _ state: inout PageState,
    settlesFragments: Bool = true
  ) -> HTML {
    guard let prose = Prose(field, &state) else { return HTML() }
    state.headingLevel = level
    var writer = PageWriter(state, makesSections: false)
    prose.write(to: &writer)
    writer.end()
    state = writer.state
    if settlesFragments { state.settleFragments() }
    return writer.html
  }

  private mutating func end() {
    endSection()
    writeNotes(asSection: makesSections)
  }

  // What a template writes

  package mutating func write(prose field: EmbeddedText) {
    if let prose = Prose(field, &state) { prose.write(to: &self) }
  }

  package mutating func write(heading: HTML, level: Int, label: String) {
    state.headingLevel = level
    openHeading(level: level, label: label, isOfPage: true)
    html.append(heading)
    closeHeading(level: level)
  }

  package mutating func endHead() {
    html.startLine()
    head = html
    html = HTML()
    html.reserveCapacity(16 << 10)
  }

  // Headings and sections

  /// Gives a heading an id to link to.
  ///
  /// - Parameter isOfPage: whether nothing stands around it but the page.
  mutating func openHeading(level: Int, label: String, isOfPage: Bool) {
    let id = state.idPrefix + state.ids.unique(label)
    state.headingText = label
    if level == 2 { state.contents.append((label, id)) }
    if level > 1 { state.openPassage(label, id: id) }
    let isSection = level == 2 && makesSections && isOfPage
    if isSection {
      endSection()
      openSection(id)
      isInSection = true
    }
    html.startLine()
    // The title of the page needs no id: it is the page. A section has its own.
    html.open(heading: level, id: level == 1 || isSection ? nil : id)
    html.append(markup: "\n")
  }

  mutating func closeHeading(level: Int) {
    html.startLine()
    html.close(heading: level)
    html.append(markup: "\n")
  }

  /// The contents of the page lead to a section, which has the id; so its heading needs none.
  private mutating func openSection(_ id: String) {
    html.startLine()
    html.append(markup: "<section class=\"")
    PartValue.section.append(&html, isWhole: true)
    html.append(markup: "\" id=\"")
    html.append(seam: .identifier)
    html.append(markup: id.utf8)
    html.append(markup: "\">\n")
  }

  private mutating func endSection() {
    guard isInSection else { return }
    isInSection = false
    html.startLine()
    html.append(markup: "</section>\n")
  }

  // Tables

  /// A table in a region that scrolls on its own and is reached with the keyboard (WCAG 1.4.10, 2.1.1).
  ///
  /// - Parameter caption: what the author calls it; without one, what it stands under is its name for
  ///   those who do not see that it does.
  package mutating func openTable(caption: HTML?) { openTable(caption: caption, classes: "") }

  /// - Parameter classes: those that it has besides, each with a blank before it.
  mutating func openTable(caption: HTML?, classes: String) {
    state.tables += 1
    let id = state.idPrefix + state.ids.unique("tabella-\(state.tables)")
    html.startLine()
    html.append(markup: "<div class=\"table-responsive\" role=\"")
    PartValue.region.append(&html, isWhole: true)
    html.append(markup: "\" aria-labelledby=\"")
    html.append(seam: .identifier)
    html.append(markup: id.utf8)
    html.append(markup: "\" tabindex=\"0\">\n<table class=\"table")
    html.append(markup: classes.utf8)
    html.append(markup: "\">\n<caption id=\"")
    html.append(seam: .identifier)
    html.append(markup: id.utf8)
    if let caption {
      html.append(markup: "\">\n")
      html.append(caption)
    } else {
      html.append(markup: "\" class=\"visually-hidden\">")
      html.append(
        text: state.context.strings.format(
          "page.table", ["n": String(state.tables), "title": state.headingText]))
    }
    html.startLine()
    html.append(markup: "</caption>\n")
  }

  package mutating func closeTable() {
    html.startLine()
    html.append(markup: "</table>\n</div>\n")
  }
}
