/// Names that nothing else has yet.
package enum FreeName {
  /// The name, or the first of `name-2`, `name-3`, … that is free; it is taken then.
  package static func of(_ name: String, among taken: inout Set<String>) -> String {
    var free = name
    var number = 2
    while !taken.insert(free).inserted {
      free = "\(name)-\(number)"
      number += 1
    }
    return free
  }
}

/// The number that follows those that are there: `3` after `1` and `2`, `2.4` after `2.3`.
package enum NextNumber {
  /// - Parameter numbers: as they are printed; some may be no numbers, as `II` or `bis`.
  package static func after(_ numbers: [String]) -> String {
    let taken = Set(numbers)
    let parsed = numbers.compactMap(parts)
    guard var next = parsed.max(by: { $0.lexicographicallyPrecedes($1) }) else {
      return free([numbers.count + 1], taken)
    }
    next[next.count - 1] += 1
    return free(next, taken)
  }

  private static func parts(_ number: String) -> [Int]? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count <= 6 ? Int($0) : nil }
    return numbers.count == parts.count && numbers.allSatisfy { $0 >= 0 } ? numbers : nil
  }

  private static func free(_ parts: [Int], _ taken: Set<String>) -> String {
    var parts = parts
    while true {
      let text = parts.map(String.init).joined(separator: ".")
      if !taken.contains(text) { return text }
      parts[parts.count - 1] += 1
    }
  }
}
