/// The title and the description in a page's head, as long as lists of results show them.
///
/// The page's own words come first; what tells it from others follows, as far as there is room.
enum HeadWords {
  static let titleLimit = 75
  static let descriptionLengths = 50...170

  /// - Parameters:
  ///   - edition: its name, and the shorter one that tells its pages from those of others all the same.
  static func title(
    _ page: String, edition: (name: String, id: String)?, entity: String
  ) -> String {
    let name = edition.flatMap { page.hasPrefix($0.name) ? nil : $0.name }
    let full = [page, name, entity].compactMap(\.self).joined(separator: " – ")
    if full.count <= titleLimit { return full }
    guard let edition, let name else { return page.count <= titleLimit ? page : full }
    let long = page + " – " + name
    return long.count <= titleLimit ? long : page + " – " + edition.id
  }

  /// - Parameter context: what is said of the page in few words, its edition and whose it is.
  static func description(_ text: String, of title: String, in context: String) -> String {
    if text.count > descriptionLengths.upperBound { return shortened(text) }
    var words = text
    let more = text == title ? [context] : [title, context]
    for more in more where words.count < descriptionLengths.lowerBound {
      guard !more.isEmpty, !words.contains(more) else { continue }
      let isSentence = words.last.map { ".!?…".contains($0) } ?? true
      words += (isSentence ? " " : ". ") + more
    }
    if let last = words.last, !".!?…".contains(last) { words += "." }
    return words.count > descriptionLengths.upperBound ? shortened(words) : words
  }

  /// Whole sentences where one of them is long enough, else whole words.
  private static func shortened(_ text: String) -> String {
    let start = text.prefix(descriptionLengths.upperBound)
    var (sentence, word, length) = (start.startIndex, start.startIndex, 0)
    var before: Character = " "
    for index in start.indices {
      if start[index].isWhitespace {
        word = index
        if ".!?".contains(before), length >= descriptionLengths.lowerBound { sentence = index }
      }
      (before, length) = (start[index], length + 1)
    }
    if sentence > start.startIndex { return String(start[..<sentence]) }
    let end = word > start.startIndex ? word : start.index(before: start.endIndex)
    return String(start[..<end].reversed().drop { ",;:–- ".contains($0) }.reversed()) + "…"
  }
}
