package import Diagnostics
import SocialReport
import Theme

/// A whole site as work to be done: independent jobs, each of which makes some files.
///
/// Nothing here touches a disk. Who asks for the files decides where they go, and a large site is
/// never in memory at once: a file is an address and a job that renders it.
package struct Site: Sendable {
  /// What one job makes.
  package struct Product: Sendable {
    package var files: [File] = []
    package var diagnostics: [Diagnostic] = []
    /// The content's own files that pages refer to, by path.
    package var usedFiles: Set<String> = []
  }

  package struct File: Sendable {
    package enum Body: Sendable {
      case bytes([UInt8])
      /// A piece of a file that several jobs make: the pieces stand in the order of their numbers.
      case piece([UInt8], number: Int)
      /// A file of the content, by its path there.
      case contentFile(String)
      /// A file of the theme, by its path on the disk.
      case themeFile(String)
    }

    /// Relative to the site's root.
    package let path: String
    package let body: Body
  }

  package typealias Job = @Sendable () -> Product

  package let jobs: [Job]
  /// Diagnostics that need no rendering: addresses that collide, the notice's text.
  package let diagnostics: [Diagnostic]
  private let context: SiteContext
  private let namedFiles: Set<String>

  /// How many achievements one job renders; enough to share an objective's premise and
  /// navigation, few enough that no job is long.
  static let sliceSize = 25

  package init(_ context: SiteContext) {
    self.context = context
    var jobs: [Job] = []
    var diagnostics: [Diagnostic] = []
    var named = NamedFiles(context)
    var book = AddressBook()
    for index in context.indexes {
      let frame = PageFrame(context, index)
      diagnostics += frame.diagnostics
      let pages = EditionPages(PageRenderer(context: context, index: index, frame: frame), index)
      // The longest jobs come first, so that none is alone at the end.
      jobs += pages.jobs
      book.add(index)
      named.collect(index.edition)
    }
    diagnostics += book.collisions + named.diagnostics
    let rest = SitePages(context)
    jobs += rest.jobs
    // To cut the style sheet to size takes as long as a dozen pages.
    jobs = context.theme.assets.map { asset in { Site.product(of: asset) } } + jobs
    diagnostics += named.logo(of: context.report.site)
    self.jobs = jobs
    self.diagnostics = diagnostics
    namedFiles = named.used
  }

  private static func product(of asset: Theme.Asset) -> Product {
    let body: File.Body =
      switch asset.body {
      case .file(let path): .themeFile(path)
      case .made(let text): .bytes(Array(text().utf8))
      }
    return Product(files: [File(path: asset.address, body: body)])
  }

  /// What is left when all pages are known: the files they use, and those that nothing uses.
  ///
  /// - Parameter used: the files that the jobs' pages refer to.
  package func closing(used: Set<String>) -> Product {
    var product = Product()
    let used = used.union(namedFiles)
    for path in used.sorted() {
      product.files.append(
        File(path: ContentFiles.decodedAddress(of: path), body: .contentFile(path)))
    }
    product.diagnostics = UnusedFiles.diagnostics(used, context)
    return product
  }
}
