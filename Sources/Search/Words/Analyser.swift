package import Diagnostics

/// What a text says, as terms that a search compares: folded words without the commonest, cut to their stems.
package struct Analyser: Sendable {
  package let language: Language
  let stopWords: [String]
  private let stopped: Set<String>

  /// Beyond so many letters nobody types a word.
  private static let longest = 40

  package init(_ language: Language) {
    self.language = language
    stopWords = StopWords.of(language)
    stopped = Set(stopWords)
  }

  /// Calls a body with each word of a text, folded, in order.
  func eachWord(of text: String, _ body: (String) -> Void) {
    var scanner = WordScanner(text, language)
    while scanner.next() {
      if Analyser.canBeSought(scanner.word) { body(String(decoding: scanner.word, as: UTF8.self)) }
    }
  }

  /// What a folded word is found by; nil for one that stands everywhere.
  func term(of word: String) -> String? {
    guard !stopped.contains(word) else { return nil }
    return Stem.of(word, language)
  }

  package func terms(of text: String) -> [String] {
    var terms: [String] = []
    eachWord(of: text) { word in
      if let term = term(of: word) { terms.append(term) }
    }
    return terms
  }

  /// Letters beyond the first plane, which begin with these bytes, have another order in a browser than here.
  private static func canBeSought(_ word: [UInt8]) -> Bool {
    guard !word.isEmpty, !word.contains(where: { $0 >= 0xF0 }) else { return false }
    return word.count <= longest || word.count { $0 & 0xC0 != 0x80 } <= longest
  }
}
