/// The places of a document that links lead to, with names that word processors take: a letter first, then letters,
/// digits and low lines, forty at most, each once whatever the case.
struct WordBookmarks {
  private static let longest = 40

  private var names: [String: String] = [:]
  private var used: Set<String> = []
  private var placed: Set<String> = []
  private var count = 0

  /// The name of the place of an element.
  mutating func name(_ id: String) -> String {
    if let name = names[id] { return name }
    var letters = ""
    for scalar in id.unicodeScalars.prefix(WordBookmarks.longest - 8) {
      let isKept =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      letters.unicodeScalars.append(isKept ? scalar : "_")
    }
    if letters.unicodeScalars.first?.properties.isAlphabetic != true { letters = "p" + letters }
    var name = letters
    // Names that many share are told apart by how many there are, so that none is tried again and again.
    if !used.insert(name.lowercased()).inserted {
      name = letters + "_\(used.count)"
      while !used.insert(name.lowercased()).inserted { name += "x" }
    }
    names[id] = name
    return name
  }

  /// The name of a place that is not marked yet.
  mutating func place(_ id: String) -> String? {
    placed.insert(id).inserted ? name(id) : nil
  }

  /// A mark at one point.
  mutating func mark(_ name: String) -> String {
    let (start, end) = ends(name)
    return start + end
  }

  /// The two ends of a mark around something.
  mutating func ends(_ name: String) -> (start: String, end: String) {
    count += 1
    return (
      "<w:bookmarkStart w:id=\"\(count)\" w:name=\"\(name)\"/>",
      "<w:bookmarkEnd w:id=\"\(count)\"/>"
    )
  }
}
