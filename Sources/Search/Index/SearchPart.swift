/// The documents of one job, taken apart: many are made at once, and `SearchIndex` puts them together.
package struct SearchPart: Sendable {
  /// A document as the index needs it: what is shown of it, and its stretch of `occurrences`.
  struct Entry: Sendable {
    let order: SearchDocument.Order
    /// Kind, address, title, heading, detail, text and other words, with tabs between them.
    let row: String
    let occurrences: Range<Int>
    /// In terms.
    let length: Int
    let boost: Int
  }

  struct Occurrence: Sendable {
    /// The place of the term in `vocabulary`.
    let term: Int
    /// How often it stands there, the more the higher its place.
    var weight: Int
  }

  /// The id of the edition that they belong to.
  package let edition: String
  private(set) var vocabulary: [String] = []
  private(set) var entries: [Entry] = []
  private(set) var occurrences: [Occurrence] = []
  private var places: [String: Int] = [:]
  /// The places of the terms of words that were met, negative for those that are none.
  private var words: [String: Int] = [:]
  /// For each term its last occurrence.
  private var last: [Int] = []

  package init(edition: String) { self.edition = edition }

  package var isEmpty: Bool { entries.isEmpty }

  /// A title counts as much as five words of the text, on the first passage of its page; further on as two.
  private static let title = (first: 5, later: 2)
  private static let heading = 4
  private static let also = 2

  package mutating func add(_ document: SearchDocument, _ analyser: Analyser) {
    let start = occurrences.count
    var length = 0
    func count(_ text: String, _ weight: Int) {
      analyser.eachWord(of: text) { word in
        guard let place = place(of: word, analyser) else { return }
        length += 1
        if last[place] >= start {
          occurrences[last[place]].weight += weight
        } else {
          last[place] = occurrences.count
          occurrences.append(Occurrence(term: place, weight: weight))
        }
      }
    }
    let isFirst = document.order.passage == 0
    count(document.title, isFirst ? SearchPart.title.first : SearchPart.title.later)
    count(document.heading, SearchPart.heading)
    count(document.detail, 1)
    count(document.text, 1)
    count(document.also, SearchPart.also)
    let fields = [
      document.kind, document.address, document.title, document.heading, document.detail,
      document.text, document.also,
    ]
    entries.append(
      Entry(
        order: document.order, row: fields.map(SearchPart.plain).joined(separator: "\t"),
        occurrences: start..<occurrences.count, length: length, boost: document.boost))
  }

  /// The place of a word's term in the vocabulary; nil for a word that has none.
  private mutating func place(of word: String, _ analyser: Analyser) -> Int? {
    if let known = words[word] { return known < 0 ? nil : known }
    guard let term = analyser.term(of: word) else {
      words[word] = -1
      return nil
    }
    let place = places[term] ?? vocabulary.count
    if place == vocabulary.count {
      places[term] = place
      vocabulary.append(term)
      last.append(-1)
    }
    words[word] = place
    return place
  }

  /// Lets go of what only more documents would need.
  package mutating func settle() { (places, words, last) = ([:], [:], []) }

  /// A text on one line, in which no sign divides fields.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    return String(
      decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }
}
