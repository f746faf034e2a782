package import Diagnostics
import Files
package import Output

/// The last look at a site before it is published: at its files as readers will get them.
///
/// Every link leads somewhere, and what WCAG asks for and can be seen without a browser is there. The texts
/// were checked before; what is found here is a mistake of a theme or of the program, which no citizen should
/// see either.
package struct SiteCheck: Sendable {
  /// Something that keeps a site from being published.
  package struct Finding: Sendable {
    /// Of the page, relative to the site's root.
    package let path: String
    /// The number of WCAG's success criterion; nil for a link that leads nowhere.
    package let criterion: String?
    package let message: Phrase
  }

  /// The folder of the site's files.
  private let site: String
  private let manifest: Manifest
  /// The address of the site, absolute, and ending in `/`.
  private let base: String

  package init(_ site: String, _ manifest: Manifest, base: String) {
    (self.site, self.manifest, self.base) = (site, manifest, base)
  }

  /// - Parameter progress: called with the number of pages read so far.
  /// - Throws: `FileError` where the site cannot be read.
  package func run(_ progress: @escaping Progress) async throws -> [Finding] {
    let pages = manifest.entries.map(\.path).filter(PublicationPlan.isPage)
    let done = Parallel.Counter()
    let facts = try await Parallel.map(count: pages.count) { index in
      let page = try FileSystem.read(Path.join(site, pages[index]))
      defer { progress(done.next() + 1, pages.count) }
      return PageFacts(page)
    }
    var links = Links(
      root: root, paths: manifest.paths,
      pages: Dictionary(zip(pages, facts)) { first, _ in first })
    var findings: [Finding] = []
    for (path, page) in zip(pages, facts) {
      findings += page.findings.map {
        Finding(path: path, criterion: $0.criterion, message: $0.message)
      }
      for link in page.links.sorted() where !links.lead(link, from: path) {
        findings.append(
          Finding(
            path: path, criterion: nil,
            message: Phrase(
              it: "il collegamento a `\(link)` non porta a niente",
              en: "the link to `\(link)` leads nowhere")))
      }
    }
    return findings
  }

  /// The path of the site on its server.
  private var root: String {
    let path = base.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" }
    return path.isEmpty ? "/" : String(path)
  }
}

/// Where links lead.
///
/// Most stand on many pages, and are looked at once.
private struct Links {
  /// The path of the site on its server.
  let root: String
  let paths: Set<String>
  let pages: [String: PageFacts]
  private var known: [String: Bool] = [:]

  init(root: String, paths: Set<String>, pages: [String: PageFacts]) {
    (self.root, self.paths, self.pages) = (root, paths, pages)
  }

  /// Whether a link leads to something of the site, or elsewhere.
  mutating func lead(_ link: String, from page: String) -> Bool {
    guard link.utf8.first == UInt8(ascii: "/") else { return leads(link, from: page) }
    if let known = known[link] { return known }
    let result = leads(link, from: page)
    known[link] = result
    return result
  }

  private func leads(_ link: String, from page: String) -> Bool {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]) : ""
    var address = parts[0].prefix { $0 != "?" }
    if address.isEmpty { return holds(fragment, page) }
    // A whole address is an author's; on the municipality's server may be much that is not the report's.
    if address.contains(":") || address.hasPrefix("//") { return true }
    if address.hasPrefix("/") {
      guard address.hasPrefix(root) else { return true }
      address = address.dropFirst(root.count)
    } else {
      address = Path.join(Path.folder(of: page), String(address))[...]
    }
    let isFolder = address.isEmpty || address.hasSuffix("/")
    guard let path = Path.normalised(Path.decoded(address) ?? "..") else { return false }
    let file = !isFolder ? path : path.isEmpty ? "index.html" : path + "/index.html"
    guard paths.contains(file) else { return false }
    return holds(fragment, file)
  }

  private func holds(_ fragment: String, _ page: String) -> Bool {
    fragment.isEmpty
      || pages[page].map { $0.ids.contains(Path.decoded(fragment) ?? fragment) } ?? true
  }
}
