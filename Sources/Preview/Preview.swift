import Diagnostics
import Files
import Site

/// A site on a local server, rebuilt whenever its texts or its theme change.
package struct Preview: Sendable {
  package struct Settings: Sendable {
    /// The address to listen at; anything but this machine's own needs `isShared`.
    package var host = "127.0.0.1"
    /// The first port to try; 0 for any.
    package var port = 8080
    /// Whether others may be invited.
    package var isShared = false
    /// Whether the site is served as a build would write it.
    package var isPlain = false
    /// Nil for no links to an editor.
    package var editor: Editor?
    /// Where axe-core may be, the first of them that is there.
    package var axePaths: [String] = []
    /// Nil to let the file systems decide.
    package var method: Watcher.Method?

    /// Pages of somebody else's at the same server.
    package var addition: (any ServerAddition)?

    /// For requests for a page that does not exist.
    let kinds: FileKinds

    package init(kinds: FileKinds) { self.kinds = kinds }
  }

  /// What is printed at the terminal.
  package enum Event: Sendable {
    case portTaken(Int)
    /// - Parameter invitation: what to add to an address of this machine for a colleague; nil where
    ///   nobody is invited.
    case listening(port: Int, invitation: String?)
    case invitation(port: Int, String)
    case rebuilt(Summary)
  }

  /// A rebuild in numbers.
  package struct Summary: Sendable {
    /// What changed, as the user knows it; empty for the first.
    package let changes: [String]
    /// Why there is nothing to show; nil where there is.
    package let failure: String?
    package let pages: Int
    package let errors: Int
    package let warnings: Int
    package let hints: Int
    /// Until all pages were looked at.
    package let duration: Duration
  }

  private let settings: Settings
  private let make: @Sendable () async -> Made
  private let roots: [String]
  private let tell: @Sendable (Event) -> Void
  private let shelf = RenderStore()

  /// - Parameters:
  ///   - roots: the folders to watch before they have been read.
  ///   - make: reads the folders.
  ///   - tell: called with what happens, in order.
  package init(
    _ settings: Settings, roots: [String], make: @escaping @Sendable () async -> Made,
    tell: @escaping @Sendable (Event) -> Void
  ) {
    (self.settings, self.roots, self.make, self.tell) = (settings, roots, make, tell)
  }

  /// Serves until the process ends.
  ///
  /// - Throws: `PreviewError` where no port can be had.
  package func run() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await rebuild() }
      group.addTask { try await Server(settings, shelf, tell).run() }
      // Either ends only with an error.
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func rebuild() async {
    let watcher = Watcher(settings.method)
    await shelf.follow(watcher)
    var last: Rebuild?
    var changes: [String] = []
    var watched = roots
    while !Task.isCancelled {
      let start = ContinuousClock.now
      // Before the folders are read, so that what is written meanwhile is not missed.
      await watcher.watch(watched)
      var made = await make()
      // The texts may name another theme, or another place for its library.
      if !Set(made.roots).isSubset(of: watched) {
        await watcher.watch(made.roots)
        made = await make()
      }
      watched = made.roots
      let rebuild = Rebuild((last?.number ?? 0) + 1, made, after: last)
      last = rebuild
      // Editors write beside a file first; what is gone again is nobody's.
      let there = changes.filter { FileSystem.status($0) != nil }
      let told = there.isEmpty ? changes : there
      await shelf.put(rebuild, readFrom: start)
      Task {
        guard await shelf.check(rebuild) else { return }
        let problems = rebuild.problems
        tell(
          .rebuilt(
            Summary(
              changes: told, failure: rebuild.failure,
              pages: rebuild.rendering?.inspector.pages.count ?? 0, errors: problems.errors,
              warnings: problems.warnings, hints: problems.hints,
              duration: ContinuousClock.now - start)))
      }
      changes = await watcher.changes()
    }
  }
}

/// What keeps the preview from starting.
package enum PreviewError: Error {
  /// No port from the first on could be had, for a reason of the system's.
  case noPort(Int, reason: String)
}
