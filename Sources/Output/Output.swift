package import Diagnostics
package import Files
import Search
package import Site

/// A site on its way to a folder: made beside it, then put in its place in one step.
package struct Output: Sendable {
  /// What a build came to.
  package struct Result: Sendable {
    package var diagnostics: [Diagnostic]
    /// Pages and other files, and their bytes together; nothing where there were errors.
    package var pages = 0
    package var files = 0
    package var bytes = 0
    package var times: Times
    /// The list of the site's files; nil where it did not take its place.
    package var manifest: Manifest?
    /// What of the old site could not be taken away; the next build tries again.
    package var remains: [FileError] = []
  }

  /// Seconds of all workers together.
  package struct Times: Sendable {
    package var render = 0.0
    package var write = 0.0
  }

  /// What to do about `Result.remains`.
  package static let leftForLater = Phrase(
    it: "il sito nuovo è al suo posto; qui resta del vecchio, che la prossima costruzione toglie",
    en:
      "the new site is in its place; some of the old one is left here, for the next build to remove"
  )

  private let site: Site
  private let contentRoot: String
  private let themeRoot: String
  private let progress: Progress

  /// Told how many of the jobs are done, from any thread.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  package init(
    _ site: Site, contentRoot: String, themeRoot: String, progress: @escaping Progress
  ) {
    self.site = site
    self.contentRoot = contentRoot
    self.themeRoot = themeRoot
    self.progress = progress
  }

  /// Renders everything and keeps nothing but the diagnostics.
  package func check() async throws -> Result {
    let rendered = try await run { _ in nil }
    var result = result(rendered, site.closing(used: rendered.used))
    result.pages = rendered.pages
    return result
  }

  /// Renders everything into a folder.
  ///
  /// - Parameters:
  ///   - mayFinish: asked with all diagnostics whether the site may take its place.
  ///   - isDurable: whether to wait for the disk, so that a power failure loses nothing.
  /// - Throws: `OutputError`; the folder is then as it was.
  package func build(
    to folder: String, isDurable: Bool, mayFinish: @Sendable ([Diagnostic]) -> Bool
  ) async throws -> Result {
    let target = try OutputTarget(folder, sources: [contentRoot, themeRoot])
    // Where the site cannot take its place anyhow (two pages at one address), it is only checked.
    guard mayFinish(site.diagnostics) else { return try await check() }
    var staging = try Staging(beside: target.path)
    do {
      let old = try target.occupant()
      let writer = try SiteWriter(
        staging: staging.path, previous: old?.path, contentRoot: contentRoot)
      var rendered = try await run { try writer.write($0) }
      let closing = site.closing(used: rendered.used, searched: rendered.searched)
      for file in closing.files {
        if let entry = try writer.write(file) { rendered.entries.append(entry) }
      }
      var result = result(rendered, closing)
      guard mayFinish(result.diagnostics) else {
        staging.discard()
        return result
      }
      rendered.entries += try writer.finish()
      let manifest = Manifest(rendered.entries)
      try writer.write(manifest.bytes, unlisted: Manifest.name)
      let new = OwnedFolder(staging.path, manifest)
      let carried = try old?.carry(to: staging.path, besides: new) ?? OwnedFolder.Carried()
      try writer.closeFolders()
      try staging.put(new, inPlaceOf: old, carried, isDurable: isDurable)
      result.pages = manifest.pages
      result.files = manifest.entries.count
      result.bytes = manifest.entries.reduce(0) { $0 + $1.byteCount }
      result.remains = staging.remains
      result.manifest = manifest
      return result
    } catch {
      staging.discard()
      if let error = error as? FileError { throw OutputError(error) }
      throw error
    }
  }

  private struct Rendered: Sendable {
    var entries: [Manifest.Entry] = []
    var diagnostics: [Diagnostic] = []
    var used: Set<String> = []
    var searched: [SearchPart] = []
    var pages = 0
    var times = Times()
  }

  private func run(_ write: @escaping @Sendable (Site.File) throws -> Manifest.Entry?) async throws
    -> Rendered
  {
    let jobs = site.jobs
    let progress = progress
    let done = Parallel.Counter()
    let parts = try await Parallel.map(count: jobs.count) { index -> Rendered in
      var rendered = Rendered()
      let clock = ContinuousClock()
      let start = clock.now
      let product = jobs[index].run()
      let middle = clock.now
      for file in product.files {
        if let entry = try write(file) { rendered.entries.append(entry) }
      }
      rendered.times.render = (middle - start).seconds
      rendered.times.write = (clock.now - middle).seconds
      rendered.pages = product.files.count(where: \.beginsPage)
      rendered.diagnostics = product.diagnostics
      rendered.used = product.usedFiles
      rendered.searched = product.searched
      progress(done.next() + 1, jobs.count)
      return rendered
    }
    var all = Rendered()
    for part in parts {
      all.entries += part.entries
      all.diagnostics += part.diagnostics
      all.used.formUnion(part.used)
      all.searched += part.searched
      all.pages += part.pages
      all.times.render += part.times.render
      all.times.write += part.times.write
    }
    return all
  }

  private func result(_ rendered: Rendered, _ closing: Site.Product) -> Result {
    Result(
      diagnostics: site.diagnostics + rendered.diagnostics + closing.diagnostics,
      times: rendered.times)
  }
}

extension Site.File {
  /// Whether it is a page, or the first piece of one.
  fileprivate var beginsPage: Bool {
    guard path.hasSuffix(".html") else { return false }
    return if case .piece(_, let number) = body { number == 0 } else { true }
  }
}

extension Duration {
  /// As a number of seconds, for people and for arithmetic.
  package var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
