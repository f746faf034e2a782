import Synchronization

/// Names among which those nearest to an unknown one are looked for, however many there are and however
/// often.
///
/// Of some hundreds each is compared. Of more only the neighbours are, in the order of their beginnings
/// and in that of their ends: of a name with a slip in it one of the two is as it was.
package struct KnownNames: Sendable {
  package let all: [String]
  /// Nil where all are compared.
  private let orders: Orders?

  /// The names in order, which is made when one is looked for that is not among them: mostly none is.
  private final class Orders: Sendable {
    private let made = Mutex<(byBeginning: [Entry], byEnd: [Entry])?>(nil)

    func of(_ names: [String]) -> (byBeginning: [Entry], byEnd: [Entry]) {
      made.withLock { made in
        let orders =
          made
          ?? (
            byBeginning: KnownNames.inOrder(names, KnownNames.beginning),
            byEnd: KnownNames.inOrder(names, KnownNames.end)
          )
        made = orders
        return orders
      }
    }
  }

  private struct Entry: Sendable {
    let bytes: [UInt8]
    let name: String
  }

  /// Up to how many names each is compared.
  private static let few = 256
  /// How many neighbours are compared on each side.
  private static let reach = 24
  /// What of a name puts it into order, in bytes.
  private static let width = 128

  package init(_ names: some Sequence<String>) {
    all = Array(names)
    orders = all.count > KnownNames.few ? Orders() : nil
  }

  /// The names that may be near to one.
  package func neighbours(of name: String) -> [String] {
    guard let orders = orders?.of(all) else { return all }
    let around =
      KnownNames.around(KnownNames.beginning(of: name), in: orders.byBeginning)
      + KnownNames.around(KnownNames.end(of: name), in: orders.byEnd)
    var seen: Set<String> = []
    return around.filter { seen.insert($0).inserted }
  }

  private static func inOrder(_ names: [String], _ key: (String) -> [UInt8]) -> [Entry] {
    names.map { Entry(bytes: key($0), name: $0) }.sorted {
      $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
  }

  private static func around(_ bytes: [UInt8], in entries: [Entry]) -> [String] {
    let place = entries.partitionIndex { !$0.bytes.lexicographicallyPrecedes(bytes) }
    let near = max(0, place - reach)..<min(entries.count, place + reach)
    return entries[near].map(\.name)
  }

  private static func beginning(of name: String) -> [UInt8] {
    Array(name.lowercased().utf8.prefix(width))
  }

  private static func end(of name: String) -> [UInt8] {
    name.lowercased().utf8.suffix(width).reversed()
  }
}

extension NearMiss {
  /// At most three of the names, nearest first.
  package static func candidates(for name: String, among names: KnownNames) -> [String] {
    candidates(for: name, among: names.neighbours(of: name))
  }

  package static func help(for name: String, among names: KnownNames) -> Phrase? {
    help(for: name, among: names.neighbours(of: name))
  }
}
