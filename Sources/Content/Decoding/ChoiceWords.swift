import Diagnostics
package import SocialReport

/// Finds the word of a list that a text stands for, however it is written.
package enum ChoiceWords {
  /// Nil where it is none of them, or might be two.
  package static func find(_ text: String, in words: [FieldType.Word]) -> FieldType.Word? {
    if let word = words.first(where: { $0.italian == text || $0.english == text }) { return word }
    return [text, withoutArticle(text)].lazy.compactMap(\.self)
      .compactMap { find(plain($0), in: words) }.first
  }

  private static func find(_ wanted: [UInt8], in words: [FieldType.Word]) -> FieldType.Word? {
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    if let word = words.first(where: { $0.names.contains { plain($0) == wanted } }) { return word }
    // Gender and number are in the last letter: `conclusa`, `conclusi`.
    guard let wanted = stem(wanted) else { return nil }
    let found = words.filter { $0.names.contains { stem(plain($0)) == wanted } }
    return found.count == 1 ? found[0] : nil
  }

  /// `la Giunta`, `del Consiglio`, `dell'Unione`; nil where none of these comes first.
  private static func withoutArticle(_ text: String) -> String? {
    let small = text.lowercased()
    let article = articles.first { small.hasPrefix($0) }
    return article.map { String(text.dropFirst($0.count)) }
  }

  private static let articles = [
    "il ", "lo ", "la ", "i ", "gli ", "le ", "l'", "l’", "del ", "dello ", "della ", "dei ",
    "delle ", "dell'", "dell’", "di ", "the ", "of the ",
  ]

  /// Whether a free text is more likely a word of the list with a slip of the pen.
  ///
  /// Of several words, or of a few letters, nobody knows.
  static func near(_ text: String, in words: [FieldType.Word]) -> [String] {
    guard text.utf8.count >= 5, !text.contains(where: \.isWhitespace) else { return [] }
    return NearMiss.candidates(for: text, among: words.map(\.italian))
  }

  /// The one word that a slip made another of, in the language that it is of.
  static func correction(of text: String, in words: [FieldType.Word]) -> Correction? {
    let small = text.lowercased()
    let found =
      NearMiss.correction(of: small, among: words.map(\.italian))
      ?? NearMiss.correction(of: small, among: words.map(\.english))
    return found.map { Correction(text, $0.new) }
  }

  private static let longest = 100

  /// Small letters and digits, accents off, without anything between; `%` and `€` are words.
  private static func plain(_ text: String) -> [UInt8] {
    if text == "%" || text == "€" { return Array(text.utf8) }
    return text.lowercased().unicodeScalars.compactMap(Slug.plain).flatMap(\.utf8)
  }

  private static func stem(_ word: [UInt8]) -> ArraySlice<UInt8>? {
    guard word.count >= 5, let last = word.last, "aeio".utf8.contains(last) else { return nil }
    return word.dropLast()
  }
}

extension FieldType.Word {
  fileprivate var names: [String] { [italian, english] + synonyms }
}
