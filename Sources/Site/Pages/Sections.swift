import Markdown

/// The sections of a page: each heading of level 2 with what stands below it.
///
/// The contents of the page lead to them (`section.it-page-section`, as the national model has
/// it), so a section has the id and its heading needs none.
enum Sections {
  static func make(in root: Node, _ state: PageState) {
    for (position, section) in state.sections.enumerated() {
      guard
        let wrapper = Node.customBlock(
          enter: "<section class=\"it-page-section\" id=\"\(section.id)\">", exit: "</section>")
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
