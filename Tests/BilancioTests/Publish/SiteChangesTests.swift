import Foundation
import Output
import Testing

@testable import Publish

/// The words that a publication changes, as they are shown before it.
@Suite struct SiteChangesTests {
  @Test(arguments: [
    (
      "Gli iscritti sono 45 al nido.", "Gli iscritti sono 50 al nido.",
      "… iscritti sono 45 al nido.",
      "… iscritti sono 50 al nido."
    ),
    (
      "Uno due tre quattro cinque.", "Uno due tre quattro cinque sei.", "… tre quattro cinque.",
      "… tre quattro cinque sei."
    ),
    ("a a a", "a a", "a a a", "a a"),
  ])
  func `a sentence is told by the words that changed`(
    before: String, after: String, from: String, to: String
  ) throws {
    let changes = TextChange.between([before, "uguale"], [after, "uguale"])
    #expect(changes == [TextChange(before: before, after: after)])
    #expect(changes.first?.shown.before == from && changes.first?.shown.after == to)
  }

  @Test func `sentences that are new or gone stand where they stood`() {
    let changes = TextChange.between(["a", "b", "c", "d"], ["a", "x", "c", "e", "f", "d"])
    #expect(
      changes == [
        TextChange(before: "b", after: "x"), TextChange(before: nil, after: "e"),
        TextChange(before: nil, after: "f"),
      ])
    #expect(TextChange.between(["a", "a"], ["a"]) == [TextChange(before: "a", after: nil)])
    #expect(TextChange.between(["a"], ["a"]).isEmpty)
  }

  @Test func `of a page its title and its sentences are read`() {
    let page = PageText(
      Array(
        """
        <head><title>Una &amp; due</title><script>var x = "no.";</script></head><body><h1>Titolo</h1>
        <p>La <strong>mensa</strong> apre. È aperta dal n. 3 a via Roma.
        Poi chiude.</p><ul><li>Uno<li>Due</ul>
        """.utf8))
    #expect(page.title == "Una & due")
    #expect(
      page.sentences == [
        "Titolo", "La mensa apre.", "È aperta dal n. 3 a via Roma.", "Poi chiude.", "Uno", "Due",
      ])
  }

  @Test func `what all pages change is said once, and what lists repeat is summed up`() async throws
  {
    let scratch = try Scratch()
    var entries: (old: [Manifest.Entry], new: [Manifest.Entry]) = ([], [])
    func write(_ path: String, _ old: String, _ new: String) throws {
      for (folder, text) in [("prima", old), ("ora", new)] {
        let file = scratch.folder.appending(path: folder + "/" + path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("<title>\(path)</title>\(text)".utf8).write(to: file)
      }
      entries.old.append(Manifest.Entry.of(path, old))
      entries.new.append(Manifest.Entry.of(path, new))
    }
    let (foot, feet) = ("<footer>Al 31 marzo</footer>", "<footer>Al 30 aprile</footer>")
    try write("2021/a/b/index.html", "<p>Sono 45.</p>" + foot, "<p>Sono 50.</p>" + feet)
    try write("2021/a/index.html", "<p>Sono 45.</p>" + foot, "<p>Sono 50.</p>" + feet)
    try write("2021/c/index.html", "<p>c</p>" + foot, "<p class=x>c</p>" + feet)
    try write("2021/d/index.html", "<p>d</p>", "<p class=x>d</p>")
    let plan = PublicationPlan(Manifest(entries.new), over: LiveSite.of(entries.old))
    let changes = await SiteChanges(
      plan, before: scratch.folder.appending(path: "prima").path,
      now: scratch.folder.appending(path: "ora").path
    ) { _, _ in }
    #expect(changes.shared.map(\.change.after) == ["Al 30 aprile"])
    #expect(changes.shared.map(\.pages) == [3] && changes.changed == 4)
    #expect(changes.pages.map(\.path) == ["2021/a/b/index.html"])
    #expect(changes.pages.first?.changes == [TextChange(before: "Sono 45.", after: "Sono 50.")])
    #expect(changes.repeating == 2 && changes.silent == 1)
  }

  private static func read(
    _ path: String, title: (String, String) = ("x", "x"), _ changes: [TextChange],
    framed: Set<TextChange> = [], links: Set<String> = []
  ) -> SiteChanges.Read {
    var page = SiteChanges.Page(path: path, isNew: false, title: title.1)
    page.changes = changes
    return SiteChanges.Read(
      page: page, hasBefore: true, titleBefore: title.0, framed: framed, links: links)
  }

  @Test func `a change is told of the page whose it is, however many list it`() {
    let title = TextChange(before: "Mensa", after: "Nuova mensa")
    let lead = TextChange(before: "Apre.", after: "È aperta.")
    let foot = TextChange(before: "Al 31 marzo", after: "Al 30 aprile")
    let link: Set = ["https://comune.example.it/bs/2021/a/mensa/#x"]
    let lists = ["index.html", "2021/index.html", "2021/a/index.html", "2021/uffici/b/index.html"]
    let pages =
      lists.map { SiteChangesTests.read($0, [title, lead, foot], framed: [foot], links: link) } + [
        SiteChangesTests.read(
          "2021/a/mensa/index.html", title: ("Mensa – Comune", "Nuova mensa – Comune"),
          [title, lead, foot], framed: [foot]),
        SiteChangesTests.read("2021/a/z/index.html", [title, foot], framed: [foot], links: link),
      ]
    let owners = ChangeOwners(pages, many: 3)
    #expect(owners.owner(of: title) == 4 && owners.pages(with: title) == 6)
    #expect(owners.owner(of: lead) == 4 && owners.isOnMany(lead))
    #expect(owners.owner(of: foot) == nil && owners.shared == [foot])
  }

  @Test
  func `of a change on few pages the deepest tells, and of one on many that nobody lists none`() {
    let change = TextChange(before: "a", after: "b")
    let few = ["2021/index.html", "2021/a/b/index.html"].map { SiteChangesTests.read($0, [change]) }
    #expect(ChangeOwners(few, many: 3).owner(of: change) == 1)
    let many = ["a", "b", "c"].map {
      SiteChangesTests.read("2021/\($0)/index.html", [change], links: ["/2021/"])
    }
    #expect(ChangeOwners(many, many: 3).shared == [change])
  }
}
