import Diagnostics

/// A list or a group of fields whose end has not come.
struct OpenNode {
  private enum Key {
    case next
    case read(YAMLScalar)
    /// A list or a group of fields, which was told.
    case noText
  }

  let isMapping: Bool
  /// Its first byte in the document.
  let start: Int
  private(set) var nodes: [YAMLNode] = []
  private(set) var pairs: [YAMLPair] = []
  private var nextKey = Key.next

  init(isMapping: Bool, start: Int) { (self.isMapping, self.start) = (isMapping, start) }

  var isKeyNext: Bool { if isMapping, case .next = nextKey { true } else { false } }

  /// The key whose value comes next.
  var key: YAMLScalar? { if case .read(let key) = nextKey { key } else { nil } }

  /// Where what it holds ends, in its file.
  var end: Int? { (pairs.last?.value ?? nodes.last)?.range.bytes.upperBound }

  mutating func add(_ node: YAMLNode) {
    guard isMapping else {
      nodes.append(node)
      return
    }
    switch nextKey {
    case .next: nextKey = if case .scalar(let scalar) = node { .read(scalar) } else { .noText }
    case .read(let key):
      pairs.append(YAMLPair(key: key, value: node))
      nextKey = .next
    case .noText: nextKey = .next
    }
  }

  /// The first key that was there before, and where.
  var repeatedKey: (first: YAMLScalar, second: YAMLScalar)? {
    // To look at a few again costs less than to remember them.
    if pairs.count <= 8 {
      for index in pairs.indices.dropFirst() {
        for earlier in pairs[..<index] where earlier.key.text == pairs[index].key.text {
          return (earlier.key, pairs[index].key)
        }
      }
      return nil
    }
    var known: [String: YAMLScalar] = Dictionary(minimumCapacity: pairs.count)
    for pair in pairs {
      if let first = known.updateValue(pair.key, forKey: pair.key.text) { return (first, pair.key) }
    }
    return nil
  }
}
