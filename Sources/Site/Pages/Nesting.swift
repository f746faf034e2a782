/// A page's content as a part of a larger one: headings lower, ids its own.
enum Nesting {
  static func nested(_ content: [UInt8], levels: Int, idPrefix: String) -> [UInt8] {
    let rewriter = MarkupRewriter(
      attribute: { name, value in
        // The sections of the larger page are its parts, not those of the parts.
        if name.equals("class") {
          guard value.hasPrefix(Sections.className) else { return nil }
          let rest = value.dropFirst(Sections.className.count).drop { $0 == " " }
          return rest.isEmpty ? Sections.nestedClassName : String(rest)
        }
        // Tables and notes of several pages bear one name, which landmarks of one page must not.
        if name.equals("role") {
          return value == "region" || value == "doc-endnotes" ? "group" : nil
        }
        if name.equals("id") || name.equals("for") { return idPrefix + value }
        if name.equals("href") {
          return value.first == "#" ? "#" + idPrefix + value.dropFirst() : nil
        }
        if name.equals("aria-labelledby") || name.equals("aria-describedby") {
          return value.split(separator: " ").map { idPrefix + $0 }.joined(separator: " ")
        }
        return nil
      },
      firstLetters: Set("ihfacr".utf8), headingShift: levels)
    return rewriter.rewritten(OnlyOnPage.hidden(content))
  }
}
