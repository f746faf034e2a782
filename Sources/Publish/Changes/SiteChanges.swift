import Files
import Output

/// What of a plan readers will notice: the titles of pages, and the sentences that change.
package struct SiteChanges: Sendable {
  package struct Page: Sendable {
    package let path: String
    package let isNew: Bool
    package let title: String
    /// The changes on it that are not reported for another page.
    package internal(set) var changes: [TextChange] = []
    /// On how many other pages a change stands as well, where there are many.
    package internal(set) var repeated: [TextChange: Int] = [:]

    /// New ones come first, and then those of which others are full.
    fileprivate var rank: Int { isNew ? 0 : repeated.isEmpty ? 2 : 1 }
  }

  /// A change that stands on many pages, as one of a footer.
  package struct Shared: Sendable {
    package let change: TextChange
    package let pages: Int
  }

  /// The pages that are new or have words of their own that changed.
  package private(set) var pages: [Page] = []
  package private(set) var shared: [Shared] = []
  /// How many pages are other than before.
  package private(set) var changed = 0
  /// How many of them only repeat what other pages say.
  package private(set) var repeating = 0
  /// How many have the same words as before.
  package private(set) var silent = 0

  struct Read: Sendable {
    var page: Page
    /// Whether this machine has the page as it was.
    var hasBefore = false
    var titleBefore = ""
    /// Those of the changes that are of the frame.
    var framed: Set<TextChange> = []
    /// What the page itself links to, as it is written.
    var links: Set<String> = []
  }

  /// - Parameters:
  ///   - before: the folder of the site that is live; nil where this machine has none.
  ///   - now: that of the one that is to come.
  init(_ plan: PublicationPlan, before: String?, now: String, _ progress: @escaping Progress) async
  {
    let new = plan.new.filter(\.isPage).map { ($0.path, true) }
    let entries = new + plan.changed.filter(\.isPage).map { ($0.path, false) }
    let done = Parallel.Counter()
    // Only who ends the program ends this.
    let read =
      (try? await Parallel.map(count: entries.count) { index -> Read in
        defer { progress(done.next() + 1, entries.count) }
        return SiteChanges.read(entries[index].0, isNew: entries[index].1, before, now)
      }) ?? []
    changed = entries.count - new.count
    tellApart(read)
  }

  private static func read(
    _ path: String, isNew: Bool, _ before: String?, _ now: String
  ) -> Read {
    let text = text(path, in: now)
    var page = Page(path: path, isNew: isNew, title: text?.title ?? "")
    guard !isNew, let text, let old = before.flatMap({ self.text(path, in: $0) }) else {
      return Read(page: page)
    }
    page.changes = TextChange.between(old.sentences, text.sentences)
    if page.changes.isEmpty, old.title != text.title {
      page.changes = [TextChange(before: old.title, after: text.title)]
    }
    let framed = page.changes.filter { change in
      change.after.map(text.framed.contains) ?? change.before.map(old.framed.contains) ?? false
    }
    return Read(
      page: page, hasBefore: true, titleBefore: old.title, framed: Set(framed), links: text.links)
  }

  /// Nil where it cannot be read: then its path is shown instead.
  private static func text(_ path: String, in folder: String) -> PageText? {
    do throws(FileError) {
      return PageText(try FileSystem.read(Path.join(folder, path)))
    } catch { return nil }
  }

  private mutating func tellApart(_ read: [Read]) {
    let owners = ChangeOwners(read, many: max(3, (changed + 1) / 2))
    shared = owners.shared.map { Shared(change: $0, pages: owners.pages(with: $0)) }
      .sorted { ($1.pages, $0.change.after ?? "") < ($0.pages, $1.change.after ?? "") }
    for (index, read) in read.enumerated() {
      var page = read.page
      var told: Set<TextChange> = []
      page.changes = page.changes.filter {
        owners.owner(of: $0) == index && told.insert($0).inserted
      }
      for change in page.changes where owners.isOnMany(change) {
        page.repeated[change] = owners.pages(with: change) - 1
      }
      if page.isNew || !read.hasBefore || !page.changes.isEmpty {
        pages.append(page)
      } else if read.page.changes.isEmpty {
        silent += 1
      } else {
        repeating += 1
      }
    }
    pages.sort { ($0.rank, $0.path) < ($1.rank, $1.path) }
  }
}
