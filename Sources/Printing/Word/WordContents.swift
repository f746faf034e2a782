/// The contents of a document: fields that are filled in already, so that nobody is asked to bring them up to date.
///
/// The numbers of pages are known to who sets the pages alone; they come when the contents are updated.
struct WordContents {
  struct Entry {
    let level: Int
    let title: String
    let bookmark: String
    let isClosing: Bool
  }

  /// The levels that the contents have of the parts that are told; of the lists of facts they have the names.
  static let depth = 2
  /// The bookmarks around what each of the two fields looks at.
  static let told = "racconto"
  static let closing = "elenchi"

  let entries: [Entry]

  /// - Parameter title: what stands above them.
  func part(_ title: String) -> String {
    let told = WordContents.field(
      WordContents.told, WordContents.depth, entries.filter { !$0.isClosing })
    let closing = WordContents.field(WordContents.closing, 1, entries.filter { $0.isClosing })
    guard !entries.isEmpty else { return "" }
    // A frame with both fields in it ends LibreOffice 7.4 at once.
    return """
      <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>
      <w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>\(WordXML.runs(title, WordLook()))</w:p>
      \(told)</w:sdtContent></w:sdt>
      \(closing)
      """
  }

  private static func field(_ bookmark: String, _ depth: Int, _ entries: [Entry]) -> String {
    entries.enumerated().map { index, entry in
      let start =
        index == 0 ? WordXML.fieldStart("TOC \\o \"1-\(depth)\" \\b \(bookmark) \\h \\z \\u") : ""
      let end = index == entries.count - 1 ? WordXML.fieldEnd : ""
      return "<w:p><w:pPr><w:pStyle w:val=\"TOC\(entry.level)\"/></w:pPr>\(start)"
        + "<w:hyperlink w:anchor=\"\(entry.bookmark)\" w:history=\"1\">"
        + WordXML.runs(entry.title, WordLook()) + "</w:hyperlink>\(end)</w:p>\n"
    }.joined()
  }
}
