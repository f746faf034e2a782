/// The names nearest to one that is not known, for "did you mean".
package enum NearMiss {
  /// A longer name is a sentence.
  private static let longest = 64

  /// At most three candidates within a third of the name's length (two at least), nearest first.
  package static func candidates(for name: String, among names: some Sequence<String>) -> [String] {
    guard name.utf8.count <= 4 * longest else { return [] }
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longest else { return [] }
    let limit = max(2, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    // A much longer name, which is not even looked at: a scalar has four bytes at most.
    let most = 4 * (wanted.count + limit)
    for other in names where other.utf8.count <= most && other != name {
      let scalars = Array(other.lowercased().unicodeScalars)
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, scalars, atMost: limit)
      // A name of which nothing is kept is no near miss, however short both are.
      if distance <= limit, distance < min(wanted.count, scalars.count) {
        found.append((distance, other))
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(3).map(\.name)
  }

  /// The help sentence for the candidates, or nil where there is none.
  package static func help(for name: String, among names: some Sequence<String>) -> Phrase? {
    help(with: candidates(for: name, among: names))
  }

  /// The help sentence for candidates that were found.
  package static func help(with near: [String]) -> Phrase? {
    guard !near.isEmpty else { return nil }
    let list = near.map { "`\($0)`" }
    return Phrase(
      it: "forse intendevi \(list.joined(separator: " o "))",
      en: "did you mean \(list.joined(separator: " or "))")
  }

  /// Whether two names differ by one slip: a letter too many, one too few, another, or two swapped.
  package static func isOneSlip(_ a: String, _ b: String) -> Bool {
    guard max(a.utf8.count, b.utf8.count) <= 4 * (longest + 1) else { return false }
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    return abs(a.count - b.count) <= 1 && a.count <= longest && distance(a, b, atMost: 1) == 1
  }

  /// The distance of Damerau and Levenshtein with adjacent transpositions (optimal string alignment).
  ///
  /// - Parameter limit: from where on it does not matter how much further they are apart.
  static func distance(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int = .max
  ) -> Int {
    // What both begin and end with costs nothing, and most near misses are little else.
    var (a, b) = (a[...], b[...])
    while let first = a.first, first == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
    while let last = a.last, last == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
    return difference(Array(a), Array(b), limit)
  }

  private static func difference(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], _ limit: Int
  ) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      // No later row is less than the lesser of two that follow each other.
      if let least = row.min(), let before = last.min(), min(least, before) > limit {
        return min(least, before)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
