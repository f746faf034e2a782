import Output

/// Told how much of a whole is done: bytes that are there, or pages that were read.
package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

/// Counts what has come so far.
struct Steps {
  private var done = 0
  private let total: Int
  private let progress: Progress

  init(_ total: Int, _ progress: @escaping Progress) {
    (self.total, self.progress) = (total, progress)
  }

  mutating func advance(_ batch: [Manifest.Entry]) {
    done += batch.reduce(0) { $0 + $1.byteCount }
    progress(done, total)
  }
}

/// As much as goes through a tool in one call: so little that an interruption costs little, so much that
/// calls do not count.
enum Batch {
  private static let files = 200
  private static let bytes = 16_000_000

  static func split(_ entries: [Manifest.Entry]) -> [[Manifest.Entry]] {
    var batches: [[Manifest.Entry]] = []
    var size = 0
    for entry in entries {
      if batches.isEmpty || size + entry.byteCount > bytes
        || batches[batches.count - 1].count >= files
      {
        batches.append([])
        size = 0
      }
      batches[batches.count - 1].append(entry)
      size += entry.byteCount
    }
    return batches
  }

  static func split(_ paths: [String]) -> [[String]] {
    stride(from: 0, to: paths.count, by: files).map {
      Array(paths[$0..<min($0 + files, paths.count)])
    }
  }
}
