import Dispatch
import Files

/// Tells when something below some folders has changed, and waits until a burst of changes is over.
package actor Watcher {
  /// How changes are noticed.
  package enum Method: Sendable {
    /// By the system's notifications.
    case notices
    /// By looking at every file now and then: folders on other machines send no notifications.
    case scans
  }

  package private(set) var method: Method
  private var roots: [String] = []
  /// What stood at each root when it was last looked at; nil for nothing.
  private var identities: [[UInt64]?] = []
  private let inotify: Inotify?
  private var notices: (any DispatchSourceRead)?
  private var stamps: [String: WatchedTree.Stamp] = [:]
  private var links: [String: WatchedTree.Stamp?] = [:]
  private var burst = ChangeBatch()
  /// Counts the looks at the burst that were arranged, so that only the last one counts.
  private var appointment = 0
  private var waiting: CheckedContinuation<[String], Never>?
  private var isOver = false

  /// - Parameter method: nil to let the file systems decide.
  package init(_ method: Method? = nil) {
    inotify = method == .scans ? nil : try? Inotify()
    self.method = inotify == nil ? .scans : .notices
  }

  /// Watches some folders with all below them, whether they are there or not.
  ///
  /// To be called before they are read: what is written after that is reported.
  package func watch(_ roots: [String]) {
    if self.roots.isEmpty { begin() }
    self.roots = roots
    identities = roots.map { FileSystem.status($0)?.identity }
    if method == .notices, !roots.allSatisfy(FileSystemKind.tellsOfChanges) { method = .scans }
    if method == .notices, let tree = try? inotify?.watch(roots) {
      links = tree.links
    } else {
      // The system has no room for so many watches, or sends no notifications.
      method = .scans
      stamps = WatchedTree(roots, stampsFiles: true).stamps
    }
  }

  /// The paths that changed, as the user knows them; waits for the end of the next burst.
  package func changes() async -> [String] {
    if isOver { return take() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { waiting = $0 }
    } onCancel: {
      Task { await stop() }
    }
  }

  /// Ends the burst at once for whoever has just changed a file, unless others are in the middle of something.
  package func hurry(_ path: String) {
    // What the system has to tell of it by now is told, so that it is not told of later.
    let events = inotify?.events() ?? []
    add(events)
    if method == .scans { burst.add(path) }
    guard !burst.isEmpty else { return }
    if burst.isBeingWritten { arrange() } else { end() }
  }

  /// Whoever waits for changes waits no longer.
  private func stop() {
    waiting?.resume(returning: [])
    waiting = nil
  }

  private func take() -> [String] {
    defer { (burst, isOver) = (ChangeBatch(), false) }
    return burst.paths
  }

  private func begin() {
    if let inotify {
      let source = DispatchSource.makeReadSource(
        fileDescriptor: inotify.descriptor, queue: .global(qos: .userInitiated))
      source.setEventHandler { [weak self] in
        guard let self else { return }
        // Until these have been read, the system would go on telling that there are some.
        source.suspend()
        Task { await self.collect() }
      }
      source.resume()
      notices = source
    }
    Task { [weak self] in
      while let pause = await self?.look() { try? await Task.sleep(for: pause) }
    }
  }

  // With the system's notifications

  private func collect() {
    let events = inotify?.events() ?? []
    notices?.resume()
    add(events)
    if method == .notices, !events.isEmpty { arrange() }
  }

  private func add(_ events: [Inotify.Event]) {
    guard method == .notices else { return }
    for event in events {
      burst.add(event.path, isBeingWritten: event.isBeingWritten, isClosed: event.isClosed)
    }
  }

  /// Looks at the burst when it should be over, unless something more happens before.
  private func arrange() {
    appointment += 1
    let mine = appointment
    let end = burst.end
    Task {
      try? await Task.sleep(until: end, tolerance: .zero, clock: .continuous)
      keep(mine)
    }
  }

  private func keep(_ appointment: Int) {
    guard appointment == self.appointment, !burst.isEmpty else { return }
    end()
  }

  private func end() {
    appointment += 1
    isOver = true
    guard let waiting else { return }
    self.waiting = nil
    waiting.resume(returning: take())
  }

  // Without notifications

  private static let beat: Duration = .seconds(1)
  private static let shortestScan: Duration = .milliseconds(500)
  /// Scans take at most a three-hundredth of the time, as long as nobody waits too long for them: where a
  /// look is slow, over a network or on a busy machine, it is mostly waiting.
  private static let share = 300
  private static let longestPause: Duration = .seconds(3)

  /// Looks whether the folders themselves came or went, which is never notified, and at all files where
  /// there are no notices; gives the time until the next look.
  private func look() -> Duration {
    let now = roots.map { FileSystem.status($0)?.identity }
    for (root, pair) in zip(roots, zip(now, identities)) where pair.0 != pair.1 { burst.add(root) }
    identities = now
    for (link, target) in links {
      let now = WatchedTree.Stamp(link)
      guard now != target else { continue }
      links[link] = .some(now)
      burst.add(link)
    }
    let start = ContinuousClock.now
    if method == .scans { scan() }
    if !burst.isEmpty, !isOver { arrange() }
    guard method == .scans else { return Watcher.beat }
    let pause = (ContinuousClock.now - start) * Watcher.share
    return min(max(pause, Watcher.shortestScan), Watcher.longestPause)
  }

  private func scan() {
    let new = WatchedTree(roots, stampsFiles: true).stamps
    for (path, stamp) in new where stamps[path] != stamp { burst.add(path) }
    for path in stamps.keys where new[path] == nil { burst.add(path) }
    stamps = new
  }
}
