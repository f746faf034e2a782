package import Checks
package import Diagnostics
package import Figures
package import Hypertext
package import SocialReport
package import Theme

/// What every page of a site needs, made once.
///
/// A class, so that every page shares it: a copy would count a reference to each of its parts.
package final class SiteContext: Sendable {
  package let report: Report
  package let theme: Theme
  package let formats: Formats
  package let files: ContentFiles
  /// Texts of content and theme, for the places of diagnostics.
  package let sources: [SourceFile]
  /// The folder of the texts, as the sources' paths begin.
  private let contentRoot: String
  /// The length of the prefix that turns a source's path into a path of the content.
  let contentPrefix: Int
  /// The path of the site on its server, `/` at both ends.
  package let basePath: String
  /// The address of the site, ending in the base path.
  package let baseURL: String
  package let purpose: Purpose
  /// Whether it goes to a place of trial: its pages say so, and are for no search engine.
  package let isTrial: Bool
  /// Whether the site is opened from the disk, and not from a server.
  package let isRelative: Bool
  /// Where the icons are, relative to the site's root.
  private let icons: String?
  /// The icons themselves, for pages that are opened from the disk.
  private let iconMarkup: [UInt8]
  package let indexes: [EditionIndex]
  /// How pages of one edition go on in others.
  package let continuity: Continuity
  /// The editions that are published as they were, by their years.
  package let closed: [String: ClosedEdition]
  /// What is made of the editions beside their pages, by their ids.
  package let prints: [String: EditionPrints]
  /// What the rules on texts know of each edition, by its index.
  private let texts: [ObjectIdentifier: TextContext]

  /// What a site is made for.
  package enum Purpose: Sendable {
    case publication
    /// To be looked at by those who write it: its pages may ask the preview for news, and nobody's
    /// answers are sent from them.
    case preview
    /// To be put into the pages of another site: of each page only its content.
    case fragments
    /// To learn what is wrong with what would be published: its files are named and empty.
    case check
  }

  package init(
    report: Report, indexes: [EditionIndex], theme: Theme, files: ContentFiles,
    sources: [SourceFile],
    contentRoot: String, baseURL: String, isRelative: Bool, purpose: Purpose = .publication,
    closed: [String: ClosedEdition] = [:], isTrial: Bool = false,
    prints: [String: EditionPrints] = [:]
  ) {
    self.isTrial = isTrial
    self.prints = prints
    self.contentRoot = contentRoot
    self.closed = closed
    self.purpose = purpose
    self.report = report
    self.indexes = indexes
    continuity = Continuity(report, indexes)
    self.theme = theme
    self.files = files
    self.sources = sources
    self.contentPrefix = contentRoot.isEmpty ? 0 : contentRoot.utf8.count + 1
    self.baseURL = baseURL
    basePath = SiteContext.path(of: baseURL)
    self.isRelative = isRelative
    icons = theme.iconsAddress
    let sprite = theme.assets.first { $0.address == theme.iconsAddress }
    if isRelative, let sprite, case .made(let text) = sprite.body {
      iconMarkup =
        Array("<svg class=\"d-none\" aria-hidden=\"true\"".utf8) + text().utf8.dropFirst(4)
    } else {
      iconMarkup = []
    }
    formats = Formats(strings: theme.strings)
    texts = Dictionary(
      uniqueKeysWithValues: indexes.map {
        (ObjectIdentifier($0), TextContext(report, $0.edition, sources: sources))
      })
  }

  /// The same for pages of which only the content is wanted.
  package var bare: SiteContext {
    SiteContext(
      report: report, indexes: indexes, theme: theme, files: files, sources: sources,
      contentRoot: contentRoot, baseURL: baseURL, isRelative: false, purpose: .fragments,
      isTrial: isTrial)
  }

  /// The same with the prints that were made of its editions.
  package func with(_ prints: [String: EditionPrints]) -> SiteContext {
    SiteContext(
      report: report, indexes: indexes, theme: theme, files: files, sources: sources,
      contentRoot: contentRoot, baseURL: baseURL, isRelative: isRelative, purpose: purpose,
      closed: closed, isTrial: isTrial, prints: prints)
  }

  package var strings: Strings { theme.strings }

  package func texts(_ index: EditionIndex) -> TextContext? { texts[ObjectIdentifier(index)] }

  /// Whether anybody wants the bytes of files; else only what is wrong with them.
  package var writes: Bool { purpose != .check }

  /// Whether there are pages to search on; pages that others take in have theirs.
  package var hasSearch: Bool { purpose != .fragments }

  /// Where an edition is searched, relative to the site's root; nil where its pages stay as they were before
  /// they could be.
  package func searchAddress(of edition: Edition) -> String? {
    guard hasSearch else { return nil }
    let address = Addresses.page(.search, of: edition)
    guard let closed = closed[edition.id.value], closed.newCorrections.isEmpty,
      !closed.files.isEmpty
    else { return address }
    return closed.files[Addresses.file(of: address)] == nil ? nil : address
  }

  /// Where answers to the feedback form go; what is tried out is not to be among them.
  package var feedbackAction: String? {
    purpose == .preview || isTrial ? nil : report.site.feedback?.action?.value
  }

  package func href(_ address: String) -> String { basePath + address }

  /// How a page is written: for a server, or for the disk.
  package func rendition(at address: String) -> Rendition {
    var rendition = Rendition()
    guard isRelative, purpose != .fragments else { return rendition }
    rendition.addresses = RelativeAddresses(
      basePath: basePath, icons: iconMarkup.isEmpty ? nil : icons, from: address)
    rendition.bodyEnd = iconMarkup
    return rendition
  }

  /// `https://host/a/b/` → `https://host/`.
  package static func root(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return "/" }
    return url[..<scheme.upperBound] + url[scheme.upperBound...].prefix { $0 != "/" } + "/"
  }

  /// `https://host/a/b/` → `/a/b/`.
  package static func path(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://"),
      let slash = url[scheme.upperBound...].firstIndex(of: "/")
    else { return "/" }
    let path = url[slash...].prefix { $0 != "?" && $0 != "#" }
    return path.hasSuffix("/") ? String(path) : path + "/"
  }

  /// The path, within the content, of one of its files.
  func contentPath(of source: SourceFile) -> String {
    String(Substring(source.path.utf8.dropFirst(contentPrefix)))
  }

  /// The folder, within the content, of the file a place is in.
  package func contentFolder(of place: SourceRange) -> String {
    let index = Int(place.file.index)
    guard sources.indices.contains(index) else { return "" }
    let path = sources[index].path.utf8.dropFirst(contentPrefix)
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(Substring(path[..<slash]))
  }

  /// The address of a file that a field names, relative to the site.
  package func address(ofFile name: Sourced<String>?) -> String? {
    guard let name, let file = LocalFile.find(name.value, of: name.place, self) else {
      return nil
    }
    return ContentFiles.address(of: file.path) + file.rest
  }
}
