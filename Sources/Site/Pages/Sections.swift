import Markdown

/// The sections of a page: each heading of level 2 with what stands below it.
///
/// The contents of the page lead to them (`section.it-page-section`, as the national model has
/// it), so a section has the id and its heading needs none.
enum Sections {
  /// The national model's name of what the contents of a page lead to.
  static let className = "it-page-section"
  /// A margin of the design system's, for a section that is none of its page's any more.
  static let nestedClassName = "mt-5"

  static func make(in root: Node, _ state: PageState) {
    for (position, section) in state.sections.enumerated() {
      guard
        let wrapper = Node.customBlock(
          enter: "<section class=\"\(className)\" id=\"\(section.id)\">", exit: "</section>")
      else { continue }
      let end = position + 1 < state.sections.count ? state.sections[position + 1].heading : nil
      wrapper.insert(before: section.heading)
      var next: Node? = section.heading
      while let node = next, node != end, node != state.noteList {
        next = node.next
        wrapper.append(node)
      }
    }
  }
}
