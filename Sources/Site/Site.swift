package import Diagnostics
package import Facts
package import Files
import Prose
package import Search
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
    /// What a search can find on its pages.
    package var searched: [SearchPart] = []
  }

  package struct File: Sendable {
    package enum Body: Sendable {
      case bytes([UInt8])
      /// A piece of a file that several jobs make: the pieces stand in the order of their numbers.
      case piece([UInt8], number: Int)
      /// A file of the content, by its path there.
      case contentFile(String)
      /// A file of the theme.
      case themeFile(EnclosedFile)
    }

    /// Relative to the site's root.
    package let path: String
    package let body: Body
  }

  /// A part of the work, which makes some of the site's files.
  package struct Job: Sendable {
    /// The addresses of the pages it makes, for whoever wants one before all others.
    package let pages: [String]
    private let make: @Sendable () -> Product
    /// Makes one of several pages, and nothing else.
    private let makePage: (@Sendable (String) -> Product)?

    init(
      _ pages: [String] = [], page makePage: (@Sendable (String) -> Product)? = nil,
      _ make: @escaping @Sendable () -> Product
    ) {
      (self.pages, self.makePage, self.make) = (pages, makePage, make)
    }

    package func run() -> Product {
      var product = make()
      for place in product.searched.indices { product.searched[place].settle() }
      return product
    }

    /// Makes a page, and of what else the job makes as little as it can.
    package func run(for page: String) -> Product { makePage?(page) ?? make() }
  }

  package let jobs: [Job]
  /// Diagnostics that need no rendering: addresses that collide, the notice's text.
  package let diagnostics: [Diagnostic]
  let context: SiteContext
  /// Of each edition, in their order.
  private let subjects: [SubjectIndex?]
  private let namedFiles: Set<String>
  /// Files that are there already, because they belong to a closed edition.
  private let sealed: Set<String>
  /// All files that the pages of closed editions may load, whoever has them.
  private let closed: Set<String>

  package init(_ context: SiteContext) {
    self.context = context
    var jobs: [Job] = []
    var diagnostics: [Diagnostic] = []
    var named = NamedFiles(context)
    var book = AddressBook()
    var moves: [MovedPages.Move] = []
    var sealed: Set<String> = []
    var closed: Set<String> = []
    var subjects: [SubjectIndex?] = []
    let shared = context.files.paths.map(ContentFiles.decodedAddress)
      .filter { $0.hasPrefix("file/") }
    let assets = Set(context.theme.assets.map(\.address) + shared)
    let pageSubjects = context.closed.isEmpty ? [] : PageSubjects(context).all
    for index in context.indexes {
      let frame = PageFrame(context, index)
      diagnostics += frame.diagnostics
      let moved = MovedPages(index, context)
      diagnostics += moved.diagnostics
      moves += moved.all
      let pages = EditionPages(
        PageRenderer(context: context, index: index, frame: frame), index, moved: moved.all)
      subjects.append(pages.subjects)
      // The longest jobs come first, so that none is alone at the end.
      if let known = context.closed[index.edition.id.value], let corrections = frame.corrections {
        let kept = ArchivedPages(
          known, index, corrections, pageSubjects, assets: assets.union(sealed))
        diagnostics += kept.diagnostics
        jobs += kept.jobs(pages.jobs)
        sealed.formUnion(kept.files.keys)
        closed.formUnion(known.files.keys)
      } else {
        jobs += pages.jobs
      }
      book.add(index)
      book.add(moved.all, index.edition)
      named.collect(index.edition)
      diagnostics += UnusedEntries.diagnostics(index, context.report.gaps)
    }
    diagnostics += UnusedSharedEntries.diagnostics(context.indexes, context.report.gaps)
    diagnostics += book.collisions + named.diagnostics
    let rest = SitePages(context, moves)
    jobs += rest.jobs
    // To cut the style sheet to size takes as long as a dozen pages.
    if context.writes {
      jobs = context.theme.assets.map { asset in Job { Site.product(of: asset) } } + jobs
    }
    diagnostics += named.logo(of: context.report.site)
    self.jobs = jobs
    self.diagnostics = diagnostics
    namedFiles = named.used
    self.subjects = subjects
    self.sealed = sealed
    self.closed = closed
  }

  /// The same site with the prints of its editions.
  package func with(_ prints: [String: EditionPrints]) -> Site { Site(context.with(prints)) }

  /// The files of the content that stand on the site, by their paths in the content.
  package static func files(_ used: Set<String>) -> [File] {
    used.sorted().map {
      File(path: ContentFiles.decodedAddress(of: $0), body: .contentFile($0))
    }
  }

  /// The file that a page's address is served from.
  package static func file(of address: String) -> String { Addresses.file(of: address) }

  /// What a server says with a file (RFC 9110, 6.3), as names and values.
  ///
  /// - Parameter path: relative to the site's root; nil for what is none of its files.
  package func headers(of path: String?) -> [(name: String, value: String)] {
    let policy = path.flatMap(AttachmentServing.policy) ?? SecurityPolicy.header(context)
    return [("Content-Security-Policy", policy)]
      + ServerFiles.headers(isTrial: context.isTrial).map { (name: $0.0, value: $0.1) }
  }

  /// The path of the site on its server, `/` at both ends.
  package var basePath: String { context.basePath }

  /// Tells what stands on each page; made anew each time it is asked for.
  ///
  /// - Parameter only: a file of which the pages are wanted; of what there is much, the others are left out.
  package func inspector(only: SourceFile.ID? = nil) -> Inspector {
    Inspector(context, subjects, only: only)
  }

  private static func product(of asset: Theme.Asset) -> Product {
    let body: File.Body =
      switch asset.body {
      case .file(let path): .themeFile(path)
      case .made(let text): .bytes(Array(text().utf8))
      }
    return Product(files: [File(path: asset.address, body: body)])
  }

  /// What is left when all pages are known: the files they use, those that nothing uses, and the indexes.
  ///
  /// - Parameters:
  ///   - used: the files that the jobs' pages refer to.
  ///   - searched: what the jobs say can be found on them.
  package func closing(used: Set<String>, searched: [SearchPart] = []) -> Product {
    var product = Product()
    // What stands in the copy of a closed edition is used there.
    let kept = context.files.paths.filter { closed.contains(ContentFiles.decodedAddress(of: $0)) }
    let used = used.union(namedFiles).union(kept)
    product.files =
      Site.files(used.filter { !ReservedFolders.contain($0) })
      .filter { !sealed.contains($0.path) } + SearchFiles.all(searched, context)
    product.diagnostics =
      UnusedFiles.diagnostics(used, context) + ReservedFolders.diagnostics(used)
    return product
  }
}
