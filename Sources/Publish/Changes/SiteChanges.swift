import Files
import Output

/// What of a plan readers will notice: the titles of pages, and the sentences that change.
package struct SiteChanges: Sendable {
  package struct Page: Sendable {
    package let path: String
    package let isNew: Bool
    package let title: String
    /// What changes on it and was not told of a page before.
    package fileprivate(set) var changes: [TextChange] = []
  }

  /// A change that stands on many pages, as one of a footer.
  package struct Shared: Sendable {
    package let change: TextChange
    package let pages: Int
  }

  /// The pages that are new or have words of their own that changed, by path.
  package private(set) var pages: [Page] = []
  package private(set) var shared: [Shared] = []
  /// How many pages are other than before.
  package private(set) var changed = 0
  /// How many of them only repeat what other pages say.
  package private(set) var repeating = 0
  /// How many have the same words as before.
  package private(set) var silent = 0

  private struct Read: Sendable {
    var page: Page
    /// Nil where this machine does not have the page as it was.
    var hasBefore: Bool
  }

  /// - Parameters:
  ///   - before: the folder of the site that is live; nil where this machine has none.
  ///   - now: that of the one that is to come.
  init(_ plan: Plan, before: String?, now: String, _ progress: @escaping Progress) async {
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
      return Read(page: page, hasBefore: false)
    }
    page.changes = TextChange.between(old.sentences, text.sentences)
    return Read(page: page, hasBefore: true)
  }

  /// Nil where it cannot be read: then its path is what is told.
  private static func text(_ path: String, in folder: String) -> PageText? {
    do throws(FileError) {
      return PageText(try FileSystem.read(Path.join(folder, path)))
    } catch { return nil }
  }

  private mutating func tellApart(_ read: [Read]) {
    var counts: [TextChange: Int] = [:]
    for page in read { for change in Set(page.page.changes) { counts[change, default: 0] += 1 } }
    let many = max(3, (changed + 1) / 2)
    shared = counts.filter { $0.value >= many }
      .map { Shared(change: $0.key, pages: $0.value) }
      .sorted { ($1.pages, $0.change.after ?? "") < ($0.pages, $1.change.after ?? "") }
    var told = Set(shared.map(\.change))
    // What a page says stands also on those above it, and is told of the page itself.
    let order = read.indices.sorted {
      SiteChanges.depth(read[$0].page.path) > SiteChanges.depth(read[$1].page.path)
    }
    var own = read.map(\.page)
    for index in order {
      own[index].changes = own[index].changes.filter { told.insert($0).inserted }
    }
    for (page, read) in zip(own, read) {
      if page.isNew || !read.hasBefore || !page.changes.isEmpty {
        pages.append(page)
      } else if read.page.changes.isEmpty {
        silent += 1
      } else {
        repeating += 1
      }
    }
    pages.sort { ($0.isNew ? 0 : 1, $0.path) < ($1.isNew ? 0 : 1, $1.path) }
  }

  private static func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
}
