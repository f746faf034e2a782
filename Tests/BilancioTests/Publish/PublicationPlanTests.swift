import Foundation
import Output
import Testing

@testable import Publish

/// What a publication would change, and what stands in its way.
@Suite struct PublicationPlanTests {
  @Test func `a plan says what changes, and names what is in the way`() {
    let a = Manifest.Entry.of("a/index.html")
    var live = LiveSite.of([
      a, Manifest.Entry.of("b/index.html"), Manifest.Entry.of("c.css"),
    ])
    live.listing.files["d"] = 3
    live.listing.folders = ["e.html", "a", "b"]
    let plan = PublicationPlan(
      Manifest([
        a, Manifest.Entry.of("b/index.html", "nuovo"), Manifest.Entry.of("d/index.html"),
        Manifest.Entry.of("e.html"),
      ]), over: live)
    #expect(plan.unchanged == 1)
    #expect(plan.changed.map(\.path) == ["b/index.html"])
    #expect(plan.new.map(\.path) == ["d/index.html", "e.html"])
    #expect(plan.removed == ["c.css"])
    #expect(plan.inTheWay == ["d", "e.html"])
  }

  @Test func `a page that moved is found by its name`() {
    let live = LiveSite.of([
      Manifest.Entry.of("2021/scuole/mensa/index.html"), Manifest.Entry.of("2021/index.html"),
      Manifest.Entry.of("2021/verde/parchi/index.html"),
    ])
    let plan = PublicationPlan(
      Manifest([
        Manifest.Entry.of("2021/index.html"), Manifest.Entry.of("2021/bambini/mensa/index.html"),
        Manifest.Entry.of("2021/verde/parco/index.html"),
      ]), over: live)
    #expect(plan.vanished.map(\.address) == ["2021/scuole/mensa/", "2021/verde/parchi/"])
    #expect(plan.vanished.map(\.successor) == ["2021/bambini/mensa/", "2021/verde/parco/"])
    #expect(plan.removesMuch)
  }

  @Test func `a page that moved is found by its title, and files are read only where pages vanish`()
    throws
  {
    let scratch = try Scratch()
    func write(_ folder: String, _ path: String, _ title: String) throws {
      let file = scratch.folder.appending(path: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("<html><head><title>\(title)</title></head>".utf8).write(to: file)
    }
    let titles = PageTitles(
      before: scratch.folder.appending(path: "prima").path,
      now: scratch.folder.appending(path: "ora").path)
    let old = (0..<300).map { "2021/vecchia-\($0)x/index.html" }
    let new = (0..<300).map { "2021/n\($0)/index.html" }
    for number in 0..<300 {
      try write("prima", old[number], "Pagina \(number)")
      try write("ora", new[number], "Pagina \(number)")
    }
    let plan = PublicationPlan(
      Manifest(new.map { Manifest.Entry.of($0) }),
      over: LiveSite.of(old.map { Manifest.Entry.of($0) }), titles: titles)
    #expect(plan.vanished.count == 300)
    for page in plan.vanished {
      let number = page.address.dropFirst("2021/vecchia-".count).dropLast(2)
      #expect(page.successor == "2021/n\(number)/")
    }
  }

  @Test func `after an interruption only what is sure is not sent again`() {
    let (old, new) = (Manifest.Entry.of("x.html", "uno"), Manifest.Entry.of("x.html", "due"))
    let same = Manifest.Entry.of("y.html")
    var live = LiveSite.of([old, same])
    live.unfinished = Manifest([old, new, same])
    #expect(live.has(same))
    // As large as both, it may be either.
    #expect(!live.has(new) && !live.has(old))
    live.arrived = [new]
    #expect(live.has(new))
    live.listing.files["x.html"] = 2
    #expect(!live.has(new))
  }

  @Test func `a folder of ours may become a file, one with files of others may not`() {
    var live = LiveSite.of([Manifest.Entry.of("a.pdf/b.pdf")])
    live.listing.folders = ["a.pdf"]
    let manifest = Manifest([Manifest.Entry.of("a.pdf")])
    #expect(PublicationPlan(manifest, over: live).inTheWay.isEmpty)
    live.listing.files["a.pdf/altri.txt"] = 1
    #expect(PublicationPlan(manifest, over: live).inTheWay == ["a.pdf"])
  }

  @Test func `what is no file in the place of one of ours is in the way of that alone`() {
    var live = LiveSite.of([Manifest.Entry.of("a.html"), Manifest.Entry.of("b.html")])
    live.inTheWay = ["a.html"]
    let both = Manifest([Manifest.Entry.of("a.html", "x"), Manifest.Entry.of("b.html", "x")])
    #expect(PublicationPlan(both, over: live).inTheWay == ["a.html"])
    #expect(
      PublicationPlan(Manifest([Manifest.Entry.of("b.html", "x")]), over: live).inTheWay.isEmpty)
  }
}
