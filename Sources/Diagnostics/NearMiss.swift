/// The names nearest to one that is not known, for "did you mean".
package enum NearMiss {
  /// At most three candidates within a third of the name's length (two at least), nearest first.
  package static func candidates(for name: String, among names: some Sequence<String>) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let limit = max(2, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for other in names where other != name {
      let scalars = Array(other.lowercased().unicodeScalars)
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, scalars)
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
    let near = candidates(for: name, among: names)
    guard !near.isEmpty else { return nil }
    let list = near.map { "`\($0)`" }
    return Phrase(
      it: "forse intendevi \(list.joined(separator: " o "))",
      en: "did you mean \(list.joined(separator: " or "))")
  }

  /// Whether two names differ by one slip: a letter too many, one too few, another, or two swapped.
  package static func isOneSlip(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    return abs(a.count - b.count) <= 1 && a.count <= 64 && distance(a, b) == 1
  }

  /// The distance of Damerau and Levenshtein with adjacent transpositions (optimal string alignment).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
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
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
