/// A page's content as a part of a larger one: headings lower, ids its own.
enum Nesting {
  static func nested(_ content: [UInt8], levels: Int, idPrefix: String) -> [UInt8] {
    let rewriter = MarkupRewriter(
      attribute: { name, value in
        if name.equals("id") || name.equals("for") { return idPrefix + value }
        if name.equals("href") {
          return value.first == "#" ? "#" + idPrefix + value.dropFirst() : nil
        }
        if name.equals("aria-labelledby") || name.equals("aria-describedby") {
          return value.split(separator: " ").map { idPrefix + $0 }.joined(separator: " ")
        }
        return nil
      },
      firstLetters: Set("ihfa".utf8), headingShift: levels)
    return rewriter.rewritten(OnlyOnPage.hidden(content))
  }
}
