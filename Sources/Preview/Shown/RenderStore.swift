import Diagnostics
import Files
import Site

/// What the preview has to show: the newest state of the report, and the last one that was without
/// errors, for the pages that the newest cannot show.
package actor RenderStore {
  /// A file for a browser.
  struct Shown: Sendable {
    let bytes: [UInt8]
    /// Nil for a file that is no page.
    let page: InspectedPage?
    /// The paths of the files that the page is written in.
    let paths: [String]
    /// Whether it is the last good one, because the newest has an error.
    let isStale: Bool
    let rebuild: Rebuild
    let site: Site
    /// The pictures that the page may show, with what distinguishes one state of each from another.
    let pictures: [String: String]

    init(
      _ bytes: [UInt8], at address: String, of rendering: Rendering, isStale: Bool,
      _ rebuild: Rebuild
    ) {
      (self.bytes, self.isStale, self.rebuild) = (bytes, isStale, rebuild)
      site = rendering.site
      pictures = rendering.pictures(of: address)
      page = rendering.pages[address]
      paths = page.map(rendering.paths) ?? []
    }
  }

  private var newest: Rebuild?
  /// Browsers that came before the first rebuild was there.
  private var early: [CheckedContinuation<Rebuild, Never>] = []
  private var good: Rendering?
  private var checking: Task<Bool, Never>?
  private var readers: [Int: AsyncStream<News>.Continuation] = [:]
  private var nextReader = 0
  /// Who looks at the folders that the states are made of.
  private var watcher: Watcher?
  /// How many wait for what they have just written.
  private var writers = 0
  /// When the folders of the newest state began to be read.
  private var readFrom = ContinuousClock.now

  /// Who has written waits for one page, and all cores are for that; the others are looked at after it.
  private static let firstLook: Duration = .milliseconds(100)

  /// No reading of a folder takes so long; who has written goes on without.
  private static let patience: Duration = .seconds(10)

  /// What is sent to open pages.
  enum News: Sendable {
    /// There is something new to show.
    case made(Rebuild)
    /// All of it has been looked at.
    case checked(Rebuild)
  }

  /// Puts a rebuild in front and begins to look at all of its pages.
  ///
  /// - Parameter start: before the folders were read for it.
  func put(_ rebuild: Rebuild, readFrom start: ContinuousClock.Instant) {
    checking?.cancel()
    (newest, readFrom) = (rebuild, start)
    for browser in early { browser.resume(returning: rebuild) }
    early = []
    let pause: Duration = writers > 0 ? RenderStore.firstLook : .zero
    checking = rebuild.rendering.map { rendering in
      Task(priority: .utility) {
        try? await Task.sleep(for: pause)
        return await rendering.check { await self.rest() }
      }
    }
    tell(.made(rebuild))
  }

  /// Waits while somebody waits for what was written.
  private func rest() async {
    while writers > 0 { try? await Task.sleep(for: .milliseconds(5)) }
  }

  /// Waits until all pages have been looked at.
  ///
  /// - Returns: false where another rebuild took its place before.
  func check(_ rebuild: Rebuild) async -> Bool {
    guard newest?.number == rebuild.number else { return false }
    guard let rendering = rebuild.rendering else {
      tell(.checked(rebuild))
      return true
    }
    guard await checking?.value == true, newest?.number == rebuild.number else { return false }
    if rendering.problems.errors == 0 { good = rendering }
    tell(.checked(rebuild))
    return true
  }

  /// The newest state; waits for the first.
  package var current: Rebuild {
    get async {
      if let newest { return newest }
      return await withCheckedContinuation { early.append($0) }
    }
  }

  func follow(_ watcher: Watcher) { self.watcher = watcher }

  /// The newest state, as soon as it is of all texts that have just been written, or of what others made of them
  /// since.
  ///
  /// - Parameter texts: by their paths relative to the folder of the texts; nil for one that was taken away.
  package func current(with texts: [String: String?]) async -> Rebuild {
    let written = ContinuousClock.now
    let root = await current.contentRoot
    writers += 1
    defer { writers -= 1 }
    for path in texts.keys { await watcher?.hurry(root.map { Path.join($0, path) } ?? path) }
    var seen: Int?
    while ContinuousClock.now < written + RenderStore.patience {
      let rebuild = await current
      // Each state is looked at once: all cores are for the next.
      if rebuild.number != seen, readFrom > written || rebuild.hasRead(texts) { return rebuild }
      seen = rebuild.number
      try? await Task.sleep(for: .milliseconds(1))
    }
    return await current
  }

  /// The path of the site on its server: of the newest that could be made, `/` before there is one.
  var basePath: String {
    let path = (newest?.rendering ?? good)?.site.basePath ?? "/"
    return Path.decoded(path) ?? path
  }

  // Files

  /// The file at an address relative to the site's root; nil where there is none.
  func file(at path: String) async -> Shown? {
    // What pages make together, and what only pages know of, is known when all were looked at; a look
    // that another rebuild cuts short is waited for again.
    while let rendering = newest?.rendering, !rendering.has(path), !rendering.isComplete {
      _ = await checking?.value
      await Task.yield()
    }
    guard let current = newest else { return nil }
    return await RenderStore.file(at: path, current, good)
  }

  @concurrent
  private static func file(
    at path: String, _ rebuild: Rebuild, _ good: Rendering?
  ) async -> Shown? {
    if let rendering = rebuild.rendering, let bytes = rendering.bytes(at: path) {
      let page = rendering.pages[path]
      // Errors in a page's own texts leave its last good state where there is one.
      let hasError = page.map { rendering.problems(of: $0).errors > 0 } ?? false
      guard hasError, let good, let old = good.bytes(at: path) else {
        return Shown(bytes, at: path, of: rendering, isStale: false, rebuild)
      }
      return Shown(old, at: path, of: good, isStale: true, rebuild)
    }
    // A page that went away is gone; one that an error keeps out stays as it was.
    guard rebuild.problems.errors > 0 || rebuild.failure != nil, let good,
      rebuild.failure != nil || good.pages[path].map({ good.hasFiles(of: $0) }) ?? true,
      let old = good.bytes(at: path)
    else { return nil }
    return Shown(old, at: path, of: good, isStale: true, rebuild)
  }

  /// A page with the state of the report that it is part of.
  func page(at address: String) -> (page: InspectedPage, rendering: Rendering, rebuild: Rebuild)? {
    guard let rebuild = newest else { return nil }
    for rendering in [rebuild.rendering, good].compactMap(\.self) {
      if let page = rendering.pages[address] { return (page, rendering, rebuild) }
    }
    return nil
  }

  /// Pages of the last good state that the newest has not.
  struct Kept: Sendable {
    let rendering: Rendering
    let pages: [InspectedPage]
  }

  /// Nil where no mistake keeps a page out.
  var kept: Kept? {
    guard let newest, let good, newest.problems.errors > 0 || newest.failure != nil else {
      return nil
    }
    let known = newest.rendering?.pages ?? [:]
    let pages = good.inspector.pages.filter {
      known[$0.address] == nil && (newest.failure != nil || good.hasFiles(of: $0))
    }
    return Kept(rendering: good, pages: pages)
  }

  // News

  /// The news from now on; the newest state first.
  func news() -> AsyncStream<News> {
    let (stream, continuation) = AsyncStream<News>.makeStream(
      bufferingPolicy: .bufferingNewest(4))
    let number = nextReader
    nextReader += 1
    readers[number] = continuation
    continuation.onTermination = { [weak self] _ in
      guard let self else { return }
      Task { await self.forget(number) }
    }
    if let newest { continuation.yield(newest.isComplete ? .checked(newest) : .made(newest)) }
    return stream
  }

  private func forget(_ number: Int) { readers[number] = nil }

  private func tell(_ news: News) {
    for reader in readers.values { reader.yield(news) }
  }
}
