/// The lists of a document: one with points, and one for each numbered list, which begins anew.
enum WordNumbering {
  /// How far the items of a level stand in from those above.
  static let step = 425
  static let levels = 9
  /// The list with points, by its number.
  static let points = 1

  static func indent(_ level: Int) -> Int { (level + 1) * step }

  /// The number of a numbered list, by its place among them.
  static func list(_ index: Int) -> Int { points + 1 + index }

  /// A list that begins with a number of its own.
  struct Numbered {
    let level: Int
    let start: Int
  }

  static func part(_ numbered: [Numbered]) -> String {
    let signs = ["•", "–", "▪"]
    let lists = numbered.enumerated().map { index, one in
      "<w:num w:numId=\"\(list(index))\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"\(one.level)\">"
        + "<w:startOverride w:val=\"\(one.start)\"/></w:lvlOverride></w:num>\n"
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:numbering xmlns:w="\(WordParts.namespace)">
      \(abstract(0) { level in ("bullet", signs[level % signs.count]) })
      \(abstract(1) { level in ("decimal", "%\(level + 1).") })
      <w:num w:numId="\(points)"><w:abstractNumId w:val="0"/></w:num>
      \(lists)</w:numbering>

      """
  }

  private static func abstract(
    _ id: Int, _ look: (Int) -> (format: String, text: String)
  ) -> String {
    let levels = (0..<levels).map { level in
      let look = look(level)
      return "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(look.format)\"/>"
        + "<w:lvlText w:val=\"\(look.text)\"/><w:lvlJc w:val=\"left\"/>"
        + "<w:pPr><w:ind w:left=\"\(indent(level))\" w:hanging=\"\(step)\"/></w:pPr></w:lvl>\n"
    }.joined()
    return
      "<w:abstractNum w:abstractNumId=\"\(id)\"><w:nsid w:val=\"0B11A0C\(id)\"/><w:multiLevelType w:val=\"hybridMultilevel\"/>\n"
      + levels + "</w:abstractNum>"
  }
}
