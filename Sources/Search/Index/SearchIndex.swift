import Diagnostics

/// The index of an edition: which documents have each term, and how much it says of them.
///
/// Rows and postings are put in shards, so that a reader loads those alone that a question needs.
package struct SearchIndex: Sendable {
  let language: Language
  let stopWords: [String]
  /// In the order of their letters.
  let terms: [String]
  /// How many documents each page has, in order.
  let pages: [Int]
  /// For each term the documents that have it, each as the distance to the one before and its impact.
  let postings: [[UInt8]]
  /// What is shown of each document, in order.
  let rows: [String]

  package init(_ parts: [SearchPart], _ analyser: Analyser) {
    language = analyser.language
    stopWords = analyser.stopWords
    let vocabulary = Vocabulary(parts)
    terms = vocabulary.terms
    let entries = parts.indices.flatMap { part in
      parts[part].entries.map { (part: part, entry: $0) }
    }.sorted { $0.entry.order < $1.entry.order }
    rows = entries.map(\.entry.row)
    pages = SearchIndex.pages(entries.map(\.entry.order))
    postings = SearchIndex.postings(entries, parts, vocabulary)
  }

  /// All terms in order, and where those of each part are among them.
  private struct Vocabulary {
    let terms: [String]
    let places: [[Int]]

    init(_ parts: [SearchPart]) {
      var known: [String: Int] = [:]
      var all: [String] = []
      let found = parts.map { part in
        part.vocabulary.map { term in
          if let place = known[term] { return place }
          known[term] = all.count
          all.append(term)
          return all.count - 1
        }
      }
      let order = all.indices.sorted { all[$0].utf8.lexicographicallyPrecedes(all[$1].utf8) }
      var rank = [Int](repeating: 0, count: order.count)
      for (place, term) in order.enumerated() { rank[term] = place }
      terms = order.map { all[$0] }
      places = found.map { $0.map { rank[$0] } }
    }
  }

  private static func pages(_ orders: [SearchDocument.Order]) -> [Int] {
    var pages: [Int] = []
    var last: SearchDocument.Order?
    for order in orders {
      if let last, (last.rank, last.page) == (order.rank, order.page) {
        pages[pages.count - 1] += 1
      } else {
        pages.append(1)
      }
      last = order
    }
    return pages
  }

  private static func postings(
    _ entries: [(part: Int, entry: SearchPart.Entry)], _ parts: [SearchPart],
    _ vocabulary: Vocabulary
  ) -> [[UInt8]] {
    var frequencies = [Int](repeating: 0, count: vocabulary.terms.count)
    for (places, part) in zip(vocabulary.places, parts) {
      for occurrence in part.occurrences { frequencies[places[occurrence.term]] += 1 }
    }
    let relevance = Relevance(
      documents: entries.count, length: entries.reduce(0) { $0 + $1.entry.length })
    let rarities = frequencies.map(relevance.rarity)
    // Where the postings of each term begin among all, and where its next goes.
    var next = frequencies.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    let starts = next
    var documents = [Int](repeating: 0, count: starts.last ?? 0)
    var impacts = [Int](repeating: 0, count: documents.count)
    for (number, (part, entry)) in entries.enumerated() {
      let damping = relevance.damping(length: entry.length)
      let (places, occurrences) = (vocabulary.places[part], parts[part].occurrences)
      for at in entry.occurrences {
        let occurrence = occurrences[at]
        let term = places[occurrence.term]
        let place = next[term]
        next[term] += 1
        documents[place] = number
        impacts[place] = relevance.impact(
          rarity: rarities[term], weight: occurrence.weight, damping: damping, boost: entry.boost)
      }
    }
    return rarities.indices.map { term in
      var text: [UInt8] = []
      var last = -1
      for place in starts[term]..<starts[term + 1] {
        Digits.append(any: documents[place] - last - 1, to: &text)
        Digits.append(impacts[place], to: &text)
        last = documents[place]
      }
      return text
    }
  }
}
