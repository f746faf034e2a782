import Checks
import Diagnostics
import Files
import Pipeline
import Search
import Site
import Synchronization

/// One state of the report as a site, whose pages are made when somebody asks for them.
///
/// A page is a job of the site and takes a few milliseconds, so nothing is kept but the report: what is
/// shown can never be older than it, and a thousand rebuilds take no more memory than one.
final class Rendering: Sendable {
  let site: Site
  let draft: SiteDraft
  let inspector: Inspector
  let pages: [String: InspectedPage]
  private let jobOfPage: [String: Int]
  private let learned = Mutex(Learned())
  private let known = Mutex<NearPages?>(nil)

  /// What is only known when jobs have run.
  private struct Learned {
    /// The jobs that make a file or a piece of it.
    var makers: [String: [Int]] = [:]
    /// Files of the content that pages show, by their addresses.
    var contentFiles: [String: Site.File.Body] = [:]
    var used: Set<String> = []
    /// What can be found on the pages, until all were looked at.
    var searched: [SearchPart] = []
    var found: [Int: [Diagnostic]] = [:]
    /// What pages that were made by themselves, before their jobs, came to.
    var ofPage: [String: (diagnostics: [Diagnostic], used: Set<String>)] = [:]
    /// The files of the content that a job's pages show.
    var usedByJob: [Int: Set<String>] = [:]
    var closing: [Diagnostic]?
  }

  /// - Parameter path: of a source whose pages alone are wanted; nil for all pages.
  init?(_ draft: SiteDraft, writtenIn path: String? = nil) {
    guard let site = draft.site else { return nil }
    self.site = site
    self.draft = draft
    let file = path.flatMap { path in draft.sources.firstIndex { $0.path == path } }
    inspector = site.inspector(only: file.map { SourceFile.ID($0) })
    pages = Dictionary(
      inspector.pages.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    jobOfPage = Dictionary(
      site.jobs.enumerated().flatMap { number, job in job.pages.map { ($0, number) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Made when the first address is asked for that no page has.
  var near: NearPages {
    known.withLock { known in
      let near = known ?? NearPages(inspector.pages)
      known = near
      return near
    }
  }

  // Diagnostics

  var isComplete: Bool { learned.withLock { $0.closing != nil } }

  /// All that is known to be wrong, in order, with the severities that the site asks for.
  var problems: [Diagnostic] {
    let (found, closing) = learned.withLock { (Array($0.found.values), $0.closing) }
    return draft.ruling.judge(
      draft.diagnostics + site.diagnostics + found.flatMap(\.self) + (closing ?? []),
      isComplete: closing != nil
    ).diagnostics.inOrder()
  }

  /// Runs every job, for what is wrong with the pages nobody looks at.
  ///
  /// It yields between jobs, so that a page that is waited for comes first.
  /// - Parameter rest: called between jobs; waits while all cores are wanted for something else.
  /// - Returns: false where it was stopped before the end.
  @concurrent
  func check(_ rest: @Sendable @escaping () async -> Void) async -> Bool {
    await withTaskGroup(of: Void.self) { group in
      let next = Parallel.Counter()
      for _ in 0..<Parallel.width {
        group.addTask {
          while let number = next.take(below: self.site.jobs.count), !Task.isCancelled {
            self.learn(self.site.jobs[number].run(), number)
            await rest()
            await Task.yield()
          }
        }
      }
    }
    guard !Task.isCancelled else { return false }
    let (used, searched) = learned.withLock { ($0.used, $0.searched) }
    let closing = site.closing(used: used, searched: searched)
    learned.withLock { learned in
      learned.searched = []
      learned.closing = closing.diagnostics
      for file in closing.files { learned.contentFiles[file.path] = file.body }
    }
    return true
  }

  private func learn(_ product: Site.Product, _ number: Int) {
    let files = Site.files(product.usedFiles)
    learned.withLock { learned in
      guard learned.found[number] == nil else { return }
      learned.found[number] = product.diagnostics
      learned.usedByJob[number] = product.usedFiles
      learned.used.formUnion(product.usedFiles)
      learned.searched += product.searched
      for path in Set(product.files.map(\.path)) {
        learned.makers[path, default: []].append(number)
      }
      for file in files { learned.contentFiles[file.path] = file.body }
    }
  }

  // Files

  /// The bytes of a file of the site; nil where it has none, or none that is known yet.
  ///
  /// - Parameter path: relative to the site's root, a folder's for its page.
  func bytes(at path: String) -> [UInt8]? {
    let file = Site.file(of: path)
    if let job = jobOfPage[path] {
      return bytes(ofPage: path, in: file, by: job) ?? bytes(of: file, by: [job])
    }
    let (makers, content) = learned.withLock { ($0.makers[file], $0.contentFiles[file]) }
    if let makers { return bytes(of: file, by: makers) }
    return content.flatMap(read)
  }

  /// A page by itself, so that whoever waits for it does not wait for its neighbours.
  private func bytes(ofPage address: String, in file: String, by job: Int) -> [UInt8]? {
    let product = site.jobs[job].run(for: address)
    let shown = Site.files(product.usedFiles)
    learned.withLock { learned in
      learned.ofPage[address] = (product.diagnostics, product.usedFiles)
      for file in shown { learned.contentFiles[file.path] = file.body }
    }
    guard case .bytes(let bytes)? = product.files.first(where: { $0.path == file })?.body else {
      return nil
    }
    return bytes
  }

  private func bytes(of file: String, by jobs: [Int]) -> [UInt8]? {
    var pieces: [Int: [UInt8]] = [:]
    for number in jobs {
      let product = site.jobs[number].run()
      learn(product, number)
      for found in product.files where found.path == file {
        guard case .piece(let bytes, let place) = found.body else { return read(found.body) }
        pieces[place] = bytes
      }
    }
    return pieces.isEmpty ? nil : pieces.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private func read(_ body: Site.File.Body) -> [UInt8]? {
    switch body {
    case .bytes(let bytes), .piece(let bytes, _): bytes
    case .contentFile(let path):
      try? EnclosedFile(root: draft.contentRoot, path: path).open().bytes()
    case .themeFile(let file): try? file.open().bytes()
    }
  }

  /// The pictures that a page may show, by their addresses, with what distinguishes one state of the file from
  /// another: the address stays the same.
  func pictures(of address: String) -> [String: String] {
    guard let job = jobOfPage[address] else { return [:] }
    let used = learned.withLock { $0.usedByJob[job] ?? $0.ofPage[address]?.used ?? [] }
    var versions: [String: String] = [:]
    for file in Site.files(used) {
      guard case .contentFile(let path) = file.body,
        let status = FileSystem.status(Path.join(draft.contentRoot, path))
      else { continue }
      versions[site.basePath + Path.encoded(file.path)] = "\(status.size)-\(status.modified)"
    }
    return versions
  }

  /// Whether any of the files that a page is written in is still there, or it has none of its own.
  func hasFiles(of page: InspectedPage) -> Bool {
    let paths = paths(of: page)
    return paths.isEmpty || paths.contains { FileSystem.status($0) != nil }
  }

  /// Whether an address names a page or a file of the site, with the files that are known so far.
  func has(_ path: String) -> Bool {
    jobOfPage[path] != nil
      || learned.withLock {
        $0.makers[Site.file(of: path)] != nil || $0.contentFiles[path] != nil
      }
  }

  /// The paths of the files that a page is written in.
  func paths(of page: InspectedPage) -> [String] {
    page.files.compactMap { draft.sources[$0]?.path }
  }

  /// What is wrong with the files that a page is written in, in order.
  func problems(of page: InspectedPage) -> [Diagnostic] {
    let files = Set(page.files)
    let found = learned.withLock { learned in
      (jobOfPage[page.address].flatMap { learned.found[$0] }
        ?? learned.ofPage[page.address]?.diagnostics ?? [])
        + (learned.closing ?? [])
    }
    let own = (draft.diagnostics + site.diagnostics + found).filter { diagnostic in
      diagnostic.place.map { files.contains($0.file) } ?? false
    }
    return draft.ruling.judge(own, isComplete: false).diagnostics.inOrder()
  }
}
