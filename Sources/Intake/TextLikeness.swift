/// Whether one text is another one that somebody worked on, and not a different one below the same title.
enum TextLikeness {
  /// So many of the shorter text's runs of three words stand in the other.
  private static let least = 10
  /// A text of fewer says too little to tell.
  private static let fewest = 12

  static func isSame(_ one: String, _ other: String) -> Bool {
    let (a, b) = (runs(one), runs(other))
    let shorter = min(a.count, b.count)
    guard shorter >= fewest else { return true }
    return a.intersection(b).count * 100 >= shorter * least
  }

  private static func runs(_ text: String) -> Set<[Substring]> {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count > 2 else { return [] }
    return Set((0..<words.count - 2).map { Array(words[$0...($0 + 2)]) })
  }
}
