/// Changes that belong together: one save of an editor, a checkout of many files.
struct ChangeBatch {
  private(set) var paths: [String] = []
  private var known: Set<String> = []
  /// Files that somebody has begun to write and not closed.
  private var open: Set<String> = []
  private var first = ContinuousClock.now
  private var last = ContinuousClock.now

  /// A burst is over when nothing has happened for so long.
  private static let pause: Duration = .milliseconds(6)
  /// The same while a file is being written: half of one would only show mistakes that are none.
  private static let pauseOfWriting: Duration = .milliseconds(80)
  /// However long it goes on, something is shown after so long.
  private static let patience: Duration = .milliseconds(250)

  var isEmpty: Bool { paths.isEmpty }

  /// Whether somebody is in the middle of a file.
  var isBeingWritten: Bool { !open.isEmpty }

  mutating func add(_ path: String, isBeingWritten: Bool = false, isClosed: Bool = false) {
    let now = ContinuousClock.now
    if paths.isEmpty { first = now }
    last = now
    if known.insert(path).inserted { paths.append(path) }
    if isBeingWritten { open.insert(path) }
    if isClosed { open.remove(path) }
  }

  /// When it is over, if nothing more happens.
  var end: ContinuousClock.Instant {
    min(
      last + (open.isEmpty ? ChangeBatch.pause : ChangeBatch.pauseOfWriting),
      first + ChangeBatch.patience)
  }
}
