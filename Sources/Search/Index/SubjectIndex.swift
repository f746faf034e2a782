/// The subjects of an edition from A to Z: for readers without a script, and for those who would rather look.
package struct SubjectIndex: Sendable {
  package struct Subject: Sendable {
    package let label: String
    /// Relative to the site's root.
    package let address: String
    /// What it is, in a word for readers.
    package let kind: String

    package init(label: String, address: String, kind: String) {
      (self.label, self.address, self.kind) = (label, address, kind)
    }
  }

  package struct Letter: Sendable {
    /// `A`, or `0–9` for what begins with none.
    package let label: String
    /// As it stands in an address.
    package let slug: String
    package fileprivate(set) var subjects: [Subject]
  }

  package private(set) var letters: [Letter] = []

  /// Beyond so many subjects each letter has a page of its own.
  private static let mostOnOnePage = 300

  package var isSplit: Bool {
    letters.reduce(0) { $0 + $1.subjects.count } > SubjectIndex.mostOnOnePage
  }

  package init(_ subjects: [Subject]) {
    let keyed = subjects.map { (key: SubjectIndex.key(of: $0.label), subject: $0) }
      .sorted {
        $0.key == $1.key
          ? ($0.subject.label, $0.subject.address) < ($1.subject.label, $1.subject.address)
          : $0.key.lexicographicallyPrecedes($1.key)
      }
    for (key, subject) in keyed {
      let first = key.first.flatMap { (0x61...0x7A).contains($0) ? $0 : nil }
      let slug = first.map { String(Unicode.Scalar($0)) } ?? "0-9"
      if letters.last?.slug != slug {
        letters.append(
          Letter(label: first == nil ? "0–9" : slug.uppercased(), slug: slug, subjects: []))
      }
      letters[letters.count - 1].subjects.append(subject)
    }
  }

  /// What a label is sorted by: `L'asilo nido` among the words with A, and what begins with no Latin letter
  /// before all others.
  private static func key(of label: String) -> [UInt8] {
    let folded = LetterFolding.folded(label)
    let words =
      folded.allSatisfy { $0 < 0x80 }
      // Most are of plain letters, of which bytes tell as much.
      ? folded.split { !isLetter($0) && !(0x30...0x39).contains($0) }
      : String(decoding: folded, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
        .map { Array($0.utf8)[...] }
    let named = words.count > 1 && articles.contains(words[0]) ? words.dropFirst() : words[...]
    let key = Array(named.joined(separator: " ".utf8))
    return key.first.map(isLetter) == true ? key : [UInt8(ascii: "0")] + key
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static let articles = Set(
    ["il", "lo", "la", "l", "i", "gli", "le", "un", "uno", "una", "the", "a", "an"]
      .map { Array($0.utf8)[...] })
}
