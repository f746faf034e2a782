/// What mends a problem: one word in its place for another.
package struct Correction: Hashable, Sendable {
  package let old: String
  package let new: String
  /// Where the word stands beside the diagnostic's own place, and is to be exchanged too.
  package let others: [SourceRange]

  package init(_ old: String, _ new: String, also others: [SourceRange] = []) {
    (self.old, self.new, self.others) = (old, new, others)
  }
}

extension NearMiss {
  /// The one name that a slip of the pen made another of; nil where there is none, or where it may be two.
  package static func correction(
    of name: String, among names: some Sequence<String>
  ) -> Correction? {
    // Another number is another act, not a slip.
    let digits = name.filter(\.isNumber)
    let near = names.filter { isOneSlip(name, $0) && $0.filter(\.isNumber) == digits }
    return Set(near).count == 1 ? Correction(name, near[0]) : nil
  }

  /// The same among many names, of which only the neighbours are looked at.
  package static func correction(of name: String, among names: KnownNames) -> Correction? {
    correction(of: name, among: names.neighbours(of: name))
  }
}
