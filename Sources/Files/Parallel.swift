import CLinux
import Synchronization

/// Work on many items at once, as many as there are cores, with results in the items' order.
package enum Parallel {
  /// How many workers to use: the cores this process may run on.
  package static let width: Int = {
    // Room for 1,024 cores.
    var mask = [UInt](repeating: 0, count: 16)
    guard unsafe sched_getaffinity(0, 128, &mask) == 0 else { return 1 }
    return max(1, mask.reduce(0) { $0 + $1.nonzeroBitCount })
  }()

  /// - Parameter sizes: how much work each item is; the longest are begun first, so that none is left
  ///   for one core alone.
  package static func map<Result: Sendable>(
    sizes: [Int], _ body: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let results = try await map(count: sizes.count) { (order[$0], try body(order[$0])) }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// - Parameter yields: whether what waits for a core comes first, between one item and the next: for work that
  ///   others do not wait for.
  package static func map<Result: Sendable>(
    count: Int, yields: Bool = false, _ body: @escaping @Sendable (Int) throws -> Result
  ) async throws -> [Result] {
    guard count > 1, width > 1 else { return try (0..<count).map(body) }
    let next = Counter()
    return try await withThrowingTaskGroup(of: [(Int, Result)].self) { group in
      for _ in 0..<min(width, count) {
        group.addTask {
          var results: [(Int, Result)] = []
          while let index = next.take(below: count) {
            try Task.checkCancellation()
            results.append((index, try body(index)))
            if yields { await Task.yield() }
          }
          return results
        }
      }
      var ordered = [Result?](repeating: nil, count: count)
      for try await results in group {
        for (index, result) in results { ordered[index] = result }
      }
      return ordered.compactMap(\.self)
    }
  }

  /// Gives out 0, 1, 2, … to whoever asks, each once.
  package final class Counter: Sendable {
    private let value = Atomic<Int>(0)

    package init() {}

    package func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }

    package func take(below end: Int) -> Int? {
      let index = next()
      return index < end ? index : nil
    }
  }
}
