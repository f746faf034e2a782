/// What the text and the notes of a document lead to outside their own part.
struct WordRelations {
  enum Kind: String {
    case hyperlink, image
  }

  private struct Relation {
    let kind: Kind
    let target: String
    var isInText = false
    var isInNotes = false
  }

  private var ids: [String: Int] = [:]
  private var all: [Relation] = []

  /// The id by which the part where it stands knows a target.
  ///
  /// - Parameter target: as it stands in an attribute.
  mutating func id(_ kind: Kind, _ target: String, inNotes: Bool) -> String {
    let number = ids[target] ?? all.count
    if number == all.count {
      ids[target] = number
      all.append(Relation(kind: kind, target: target))
    }
    if inNotes { all[number].isInNotes = true } else { all[number].isInText = true }
    return "r\(number + 1)"
  }

  func list(ofNotes: Bool) -> String {
    all.enumerated().filter { ofNotes ? $1.isInNotes : $1.isInText }.map { number, relation in
      WordRelations.relation(
        "r\(number + 1)", relation.kind.rawValue, relation.target,
        isOutside: relation.kind == .hyperlink)
    }.joined()
  }

  static func relation(
    _ id: String, _ kind: String, _ target: String, isOutside: Bool = false
  ) -> String {
    "<Relationship Id=\"\(id)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)\" "
      + "Target=\"\(target)\"\(isOutside ? " TargetMode=\"External\"" : "")/>\n"
  }

  static func file(_ list: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    \(list)</Relationships>

    """
  }
}
