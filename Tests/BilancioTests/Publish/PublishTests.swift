import Diagnostics
import Files
import Foundation
import Output
import Testing

@testable import Publish

/// The parts of publishing that need no server; the rest is tried in `Tests/Publish`.
@Suite struct PublishTests {
  /// A page in which nothing is wrong, with something in its middle.
  private static func page(_ middle: String, html: String = "<html lang=\"it\">") -> String {
    "<!doctype html>\(html)<head><title>Prova</title></head><body><main><h1>Prova</h1>\(middle)"
      + "</main></body></html>"
  }

  @Test(arguments: [
    ("<p>bene &amp; <a href=\"/x/\">qui</a></p>", nil),
    ("<img src=\"a.png\">", "1.1.1"),
    ("<img src=\"a.png\" alt=\"\">", nil),
    ("<svg role=\"img\"><path d=\"M0 0\"></path></svg>", "1.1.1"),
    ("<svg role=\"img\" aria-label=\"Linea\"></svg>", nil),
    ("<h3>salto</h3>", "1.3.1"),
    ("<h2> </h2>", "1.3.1"),
    ("<h2>uno</h2><h3>due</h3><h2>tre</h2>", nil),
    ("<h1>due</h1>", "1.3.1"),
    ("<p id=\"a\"></p><p id=\"a\"></p>", "1.3.1"),
    ("<p aria-describedby=\"niente\">x</p>", "1.3.1"),
    ("<a href=\"/x/\"></a>", "4.1.2"),
    ("<a href=\"/x/\"><img src=\"a.png\" alt=\"Stemma\"></a>", nil),
    ("<a href=\"/x/\" aria-label=\"Cerca\"><svg></svg></a>", nil),
    ("<button type=\"submit\"><svg></svg></button>", "4.1.2"),
    ("<input type=\"text\" name=\"n\" id=\"n\">", "1.3.1"),
    ("<label for=\"n\">Nome</label><input type=\"text\" id=\"n\">", nil),
    ("<label>Nome <input type=\"text\"></label>", nil),
    ("<input type=\"hidden\" name=\"h\">", nil),
    ("<table><tr><th>x</th></tr></table>", "1.3.1"),
    ("<table><tr><th scope=\"col\">x</th></tr></table>", nil),
    ("<p tabindex=\"3\">x</p>", "2.4.3"),
    ("<meta name=\"viewport\" content=\"width=device-width, maximum-scale=1\">", "1.4.4"),
    ("<video autoplay></video>", "1.4.2"),
    ("<iframe src=\"x\"></iframe>", "4.1.2"),
    ("<!-- <img src=\"x\"> --><script>\"<img src='x'>\"</script>", nil),
  ])
  func `what shuts readers out is found in a page`(middle: String, criterion: String?) {
    let found = PageFacts(Array(PublishTests.page(middle).utf8)).findings.map(\.criterion)
    #expect(found == [criterion].compactMap(\.self), "\(middle)")
  }

  @Test func `a page tells its language and its title, and has one main part`() {
    let bare = PageFacts(
      Array("<html><head><title> </title></head><body><h1>x</h1></body></html>".utf8))
    #expect(bare.findings.map(\.criterion).sorted() == ["1.3.1", "2.4.2", "3.1.1"])
  }

  @Test(arguments: [
    "<", "<a", "<a href", "<a href=", "<a href=\"", "</", "<!--", "<script>", "=>", "<a =>",
  ])
  func `a page that is cut short is read to its end`(rest: String) {
    _ = PageFacts(Array((PublishTests.page("") + rest).utf8))
    _ = PageFacts(Array(rest.utf8))
  }

  @Test(arguments: [
    ("/bilancio/", true), ("/bilancio/2021/", true), ("/bilancio/2021/x/", false),
    ("2021/", true), ("2021/../2021/#qui", true), ("2021/#altrove", false), ("#qui", false),
    ("../fuori/", false), ("/altro/", true), ("https://altri.it/x", true), ("mailto:a@b.it", true),
    ("2021/dati%20veri.csv", true), ("2021/dati.csv", false), ("2021/dati%20veri.csv?v=1", true),
    ("//altri.it/", true), ("2021", false),
  ])
  func `every link leads somewhere`(link: String, leads: Bool) async throws {
    let scratch = try Scratch()
    let files = [
      "index.html": PublishTests.page("<a href=\"\(link)\">qui</a>"),
      "2021/index.html": PublishTests.page("<p id=\"qui\">x</p>"), "2021/dati veri.csv": "a,b",
    ]
    var entries: [Manifest.Entry] = []
    for (path, text) in files {
      let file = scratch.folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      entries.append(Manifest.Entry(path: path, bytes: Array(text.utf8)))
    }
    let check = SiteCheck(
      scratch.folder.path, Manifest(entries), base: "https://comune.it/bilancio/")
    let found = try await check.run { _, _ in }
    #expect(found.isEmpty == leads, "\(link): \(found.map(\.message.italian))")
  }

  @Test(arguments: [
    ("Permission denied (publickey,password).", "credenziali"),
    ("Load key: Permission denied\nPermission denied (publickey).\nlost connection", "credenziali"),
    ("Failed to copy: 401 Unauthorized", "credenziali"),
    ("InvalidAccessKeyId: The key does not exist", "credenziali"),
    ("rsync: [receiver] mkstemp failed: Permission denied (13)", "permesso"),
    ("remote open \"x\": Permission denied", "permesso"),
    ("AccessDenied: Access Denied\n\tstatus code: 403", "permesso"),
    ("rsync: write failed: No space left on device (28)", "pieno"),
    ("507 Insufficient Storage", "pieno"),
    ("ssh: Could not resolve hostname x: Name or service not known", "non si trova"),
    (
      "ssh: connect to host x port 22: Connection refused\nrsync: connection unexpectedly closed",
      "non risponde"
    ),
    ("client_loop: send disconnect: Broken pipe", "linea"),
    ("Host key verification failed.\nConnection closed", "chiave"),
    ("didn't find section in config file", "rclone non conosce"),
    ("rsync: change_dir \"/x\" failed: No such file or directory (2)", "la cartella non c'è"),
    ("boh", "`prova` non è riuscito"),
  ])
  func `what tools say is told in plain words`(words: String, told: String) {
    let error = ToolFailure.error("prova", words: words, "x@y:z")
    #expect(error.message.italian.contains(told), "\(error.message.italian)")
  }

  // Plans

  private static func entry(_ path: String, _ text: String = "") -> Manifest.Entry {
    Manifest.Entry(path: path, bytes: Array((text.isEmpty ? path : text).utf8))
  }

  private static func live(_ entries: [Manifest.Entry]) -> LiveSite {
    var live = LiveSite()
    live.manifest = Manifest(entries)
    for entry in entries { live.listing.files[entry.path] = entry.byteCount }
    return live
  }

  @Test func `a plan says what changes, and names what is in the way`() {
    let a = PublishTests.entry("a/index.html")
    var live = PublishTests.live([
      a, PublishTests.entry("b/index.html"), PublishTests.entry("c.css"),
    ])
    live.listing.files["d"] = 3
    live.listing.folders = ["e.html", "a", "b"]
    let plan = PublicationPlan(
      Manifest([
        a, PublishTests.entry("b/index.html", "nuovo"), PublishTests.entry("d/index.html"),
        PublishTests.entry("e.html"),
      ]), over: live)
    #expect(plan.unchanged == 1)
    #expect(plan.changed.map(\.path) == ["b/index.html"])
    #expect(plan.new.map(\.path) == ["d/index.html", "e.html"])
    #expect(plan.removed == ["c.css"])
    #expect(plan.inTheWay == ["d", "e.html"])
  }

  @Test func `a page that moved is found by its name`() {
    let live = PublishTests.live([
      PublishTests.entry("2021/scuole/mensa/index.html"), PublishTests.entry("2021/index.html"),
      PublishTests.entry("2021/verde/parchi/index.html"),
    ])
    let plan = PublicationPlan(
      Manifest([
        PublishTests.entry("2021/index.html"), PublishTests.entry("2021/bambini/mensa/index.html"),
        PublishTests.entry("2021/verde/parco/index.html"),
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
      Manifest(new.map { PublishTests.entry($0) }),
      over: PublishTests.live(old.map { PublishTests.entry($0) }), titles: titles)
    #expect(plan.vanished.count == 300)
    for page in plan.vanished {
      let number = page.address.dropFirst("2021/vecchia-".count).dropLast(2)
      #expect(page.successor == "2021/n\(number)/")
    }
  }

  // Words that change

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
      entries.old.append(PublishTests.entry(path, old))
      entries.new.append(PublishTests.entry(path, new))
    }
    let (foot, feet) = ("<footer>Al 31 marzo</footer>", "<footer>Al 30 aprile</footer>")
    try write("2021/a/b/index.html", "<p>Sono 45.</p>" + foot, "<p>Sono 50.</p>" + feet)
    try write("2021/a/index.html", "<p>Sono 45.</p>" + foot, "<p>Sono 50.</p>" + feet)
    try write("2021/c/index.html", "<p>c</p>" + foot, "<p class=x>c</p>" + feet)
    try write("2021/d/index.html", "<p>d</p>", "<p class=x>d</p>")
    let plan = PublicationPlan(Manifest(entries.new), over: PublishTests.live(entries.old))
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
      lists.map { PublishTests.read($0, [title, lead, foot], framed: [foot], links: link) } + [
        PublishTests.read(
          "2021/a/mensa/index.html", title: ("Mensa – Comune", "Nuova mensa – Comune"),
          [title, lead, foot], framed: [foot]),
        PublishTests.read("2021/a/z/index.html", [title, foot], framed: [foot], links: link),
      ]
    let owners = ChangeOwners(pages, many: 3)
    #expect(owners.owner(of: title) == 4 && owners.pages(with: title) == 6)
    #expect(owners.owner(of: lead) == 4 && owners.isOnMany(lead))
    #expect(owners.owner(of: foot) == nil && owners.shared == [foot])
  }

  @Test
  func `of a change on few pages the deepest tells, and of one on many that nobody lists none`() {
    let change = TextChange(before: "a", after: "b")
    let few = ["2021/index.html", "2021/a/b/index.html"].map { PublishTests.read($0, [change]) }
    #expect(ChangeOwners(few, many: 3).owner(of: change) == 1)
    let many = ["a", "b", "c"].map {
      PublishTests.read("2021/\($0)/index.html", [change], links: ["/2021/"])
    }
    #expect(ChangeOwners(many, many: 3).shared == [change])
  }

  @Test func `after an interruption only what is sure is not sent again`() {
    let (old, new) = (PublishTests.entry("x.html", "uno"), PublishTests.entry("x.html", "due"))
    let same = PublishTests.entry("y.html")
    var live = PublishTests.live([old, same])
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
    var live = PublishTests.live([PublishTests.entry("a.pdf/b.pdf")])
    live.listing.folders = ["a.pdf"]
    let manifest = Manifest([PublishTests.entry("a.pdf")])
    #expect(PublicationPlan(manifest, over: live).inTheWay.isEmpty)
    live.listing.files["a.pdf/altri.txt"] = 1
    #expect(PublicationPlan(manifest, over: live).inTheWay == ["a.pdf"])
  }

  @Test func `what is no file in the place of one of ours is in the way of that alone`() {
    var live = PublishTests.live([PublishTests.entry("a.html"), PublishTests.entry("b.html")])
    live.inTheWay = ["a.html"]
    let both = Manifest([PublishTests.entry("a.html", "x"), PublishTests.entry("b.html", "x")])
    #expect(PublicationPlan(both, over: live).inTheWay == ["a.html"])
    #expect(
      PublicationPlan(Manifest([PublishTests.entry("b.html", "x")]), over: live).inTheWay.isEmpty)
  }

  // What comes from a server

  @Test(arguments: [
    "../fuori", "/etc/x", "a/../b", "a//b", "./a", "a\r\n!id", "..\u{200D}/..", "a\u{1B}[2J", "",
    "../\u{200D}fuori",
  ])
  func `a manifest with a path that is none of ours is refused whole`(path: String) {
    #expect(throws: Manifest.Flaw.line(2)) { try PublishTests.manifest([path, "{"]) }
  }

  /// A list as it comes from a server, with a line for each path.
  private static func manifest(
    _ paths: [String], hasStates: Bool = false
  ) throws -> Manifest {
    let lines = paths.map { "\($0),1,\(String(repeating: "a", count: 64))" }
    let text = ([Manifest.header] + lines + [""]).joined(separator: "\n")
    return try Manifest(bytes: Array(text.utf8), hasStates: hasStates)
  }

  @Test(arguments: [
    (["a", "a/b"], "a"), (["a", "a-b", "a.html", "a/b"], "a"), (["a/b", "a/b/c/d"], "a/b"),
    (["a", "ab", "ab/c"], "ab"), (["a b", "a b/c"], "a b"), (["x", "x-", "x-/y", "x/z"], "x-"),
  ])
  func `a list that has a file and a folder of one name is refused with both`(
    paths: [String], name: String
  ) throws {
    #expect(throws: Manifest.Flaw.fileAndFolder(name)) { try PublishTests.manifest(paths) }
    // Before and after a publication it may be the one and the other.
    #expect(try PublishTests.manifest(paths, hasStates: true).paths == Set(paths))
    let error = PublishError.brokenList(.fileAndFolder(name), at: "x")
    #expect(error.message.italian.contains("`\(name)` è insieme un file e una cartella"))
  }

  @Test func `names that only begin alike are no folder and its file`() throws {
    let paths = ["a", "a-", "a-/b", "a.b/c", "ab/c", "b/c", "b/c-d/e", "b/cd"]
    let sorted = paths.filter { $0 != "a-" }
    #expect(try PublishTests.manifest(sorted).entries.map(\.path) == sorted)
  }

  @Test func `a list of files of a folder says which line is none of one`() throws {
    let scratch = try Scratch()
    let file = Path.join(scratch.folder.path, Manifest.name)
    let good = Manifest([PublishTests.entry("a"), PublishTests.entry("b")]).bytes
    #expect(try Manifest.found(in: scratch.folder.path) == nil)
    try FileSystem.write(good + Array("c,1\n".utf8), to: file)
    let error = #expect(throws: FileError.self) {
      try Manifest.found(in: scratch.folder.path)
    }
    #expect(error?.cause == .brokenList(line: 4))
    #expect(error?.message.italian.contains("`\(file)`: la riga 4") == true)
    try FileSystem.write(good, to: file, replacing: true)
    #expect(try Manifest.found(in: scratch.folder.path)?.entries.count == 2)
  }

  @Test(arguments: [
    "1,abcd", "-1,\(String(repeating: "a", count: 64))", "x,\(String(repeating: "a", count: 64))",
    "1", "1,\(String(repeating: "G", count: 64))",
  ])
  func `a manifest with a line that is amiss is refused whole`(rest: String) throws {
    #expect(throws: Manifest.Flaw.line(2)) {
      try Manifest(bytes: Array("\(Manifest.header)\na.html,\(rest)\n".utf8))
    }
    #expect(try Manifest(bytes: Array("\(Manifest.header)\n".utf8)).entries.isEmpty)
    #expect(throws: Manifest.Flaw.line(1)) { try Manifest(bytes: Array("altro\n".utf8)) }
    #expect(throws: Manifest.Flaw.line(1)) { try Manifest(bytes: []) }
    // A file may have several states while a publication goes on.
    let states = Manifest([PublishTests.entry("a.html", "1"), PublishTests.entry("a.html", "2")])
    #expect(throws: Manifest.Flaw.line(3)) { try Manifest(bytes: states.bytes) }
    #expect(try Manifest(bytes: states.bytes, hasStates: true).entries.count == 2)
  }

  @Test func `a list with sizes or paths that no site has is none of ours`() {
    let digest = String(repeating: "0", count: 64)
    func flaw(_ lines: String...) -> Manifest.Flaw? {
      do throws(Manifest.Flaw) {
        _ = try Manifest(
          bytes: Array(([Manifest.header] + lines + [""]).joined(separator: "\n").utf8))
        return nil
      } catch { return error }
    }
    #expect(flaw("a.html,\(Manifest.mostBytes),\(digest)") == nil)
    for size in ["\(Manifest.mostBytes + 1)", "9223372036854775807", "9223372036854775808", "-1"] {
      #expect(
        flaw("a.html,\(size),\(digest)", "b.html,\(size),\(digest)") == .line(2), "\(size)")
    }
    #expect(flaw("a.html,1,\(digest)", "a.html,1,\(digest)") == .line(3))
    #expect(flaw("a.html,1,\(digest)", "b.html,1,\(digest)", "a.html,2,\(digest)") == .line(4))
  }

  // Moments and lists

  @Test func `moments are written and read`() throws {
    let moment = Timestamp(seconds: 1_794_000_000)
    #expect(moment.text == "2026-11-06T21:20:00Z")
    #expect(Timestamp(name: moment.name + "-1a2b3c4d") == moment)
    #expect(Timestamp(name: "domani") == nil)
  }

  @Test func `what arrived counts only for the list that it was written with`() throws {
    let scratch = try Scratch()
    let journal = Journal(path: scratch.folder.appending(path: "arrivati.csv").path)
    let (one, two) = (PublishTests.entry("a,b.html"), PublishTests.entry("c.html"))
    #expect(try journal.arrived(since: [1]).isEmpty)
    try journal.begin([1], arrived: [one])
    try journal.add([two])
    #expect(try journal.arrived(since: [1]) == [one, two])
    // What another run is about to replace may be either.
    try journal.expect(["c.html"])
    #expect(try journal.arrived(since: [1]) == [one])
    let three = PublishTests.entry("c.html", "altro")
    try journal.add([three])
    #expect(try journal.arrived(since: [1]) == [one, three])
    try journal.expect(["c.html"])
    try journal.add([two])
    #expect(try journal.arrived(since: [2]).isEmpty)
    try journal.begin([3], arrived: [])
    #expect(try journal.arrived(since: [3]).isEmpty)
  }

  @Test(arguments: ["pipe", "folder", "dangling", "broken"])
  func `a record into which no line could be written is told before anything is published`(
    kind: String
  ) throws {
    let scratch = try Scratch()
    let file = Path.join(scratch.folder.path, Ledger.name)
    switch kind {
    case "pipe":
      let made = unsafe mkfifo(file, 0o644)
      try #require(made == 0)
    case "folder": try FileSystem.makeFolder(file)
    case "dangling": try FileSystem.makeLink(file, to: "manca.csv")
    default: try FileSystem.write(Array("when,target,\"x\n".utf8), to: file)
    }
    let error = #expect(throws: PublishError.self) { try Ledger(in: scratch.folder.path).check() }
    #expect(error?.message.italian.contains(Ledger.name) == true)
    #expect(error?.help != nil)
  }

  @Test func `a record that is brought back into its form stays as private as it was`() throws {
    let scratch = try Scratch()
    let real = Path.join(scratch.folder.path, "altrove.csv")
    let file = Path.join(scratch.folder.path, Ledger.name)
    let text = "when;target;content_hash\n21/11/2026 20:30;web;aa\n"
    try FileSystem.write(Array(text.utf8), to: real)
    let result = unsafe chmod(real, 0o640)
    try #require(result == 0)
    try FileSystem.makeLink(file, to: "altrove.csv")
    let ledger = Ledger(in: scratch.folder.path)
    try ledger.check()
    let line = Ledger.Line(
      when: Timestamp(seconds: 0), by: "x", target: "web", action: .publication, editions: [],
      contentHash: "bb", pages: 1, acceptedWarnings: "", commit: nil)
    #expect(try ledger.add(line) == 1)
    #expect(try FileSystem.target(ofLink: file) == "altrove.csv")
    var information = stat()
    #expect(unsafe stat(real, &information) == 0)
    #expect(information.st_mode & 0o777 == 0o640)
    #expect(try FileSystem.names(in: scratch.folder.path) == ["altrove.csv", Ledger.name])
  }

  @Test func `the record of publications is read by whoever reads tables`() throws {
    let scratch = try Scratch()
    let ledger = Ledger(in: scratch.folder.path)
    func line(_ hash: String, by person: String) -> Ledger.Line {
      Ledger.Line(
        when: Timestamp(seconds: 0), by: person, target: "web", action: .publication,
        editions: [2021, 2020], contentHash: hash, pages: 3, acceptedWarnings: "a 1; b 2",
        commit: nil)
    }
    #expect(try ledger.add(line("aa", by: "Rossi, Maria")) == nil)
    // A spreadsheet may leave the last line without its end.
    let file = scratch.folder.appending(path: Ledger.name)
    var bytes = try Data(contentsOf: file)
    bytes.removeLast(2)
    try bytes.write(to: file)
    #expect(try ledger.add(line("bb", by: "=1+1")) == nil)
    #expect(try ledger.last("aa", at: "web")?.by == "Rossi, Maria")
    #expect(try ledger.last("bb", at: "web")?.when == Timestamp(seconds: 0).spoken)
    #expect(try ledger.last("bb", at: "altro") == nil)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("\" =1+1\""))
  }

  @Test(arguments: [
    (";", "\u{FEFF}", "2026-11-06T21:20:00Z", "\r\n"), ("\t", "", "06/11/2026 21:20", "\n"),
    (";", "", "6/11/26 21.20", "\r\n"), (",", "\u{FEFF}", "2026-11-06 21:20:00", "\n"),
  ])
  func `a record that a spreadsheet saved goes on`(
    separator: String, mark: String, when: String, end: String
  ) throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: Ledger.name)
    let rows = [
      [
        "when", "by", "target", "action", "editions", "content_hash", "pages", "accepted_warnings",
        "commit", "nota dell'ufficio",
      ],
      [
        when, "\"Nicolò; detto \"\"Nino\"\"\"", "web", "publication", "2021 2020", "aa", "3", "",
        "", "sì",
      ],
    ]
    let text = mark + rows.map { $0.joined(separator: separator) + end }.joined()
    // What has no mark is saved as old Windows does.
    let bytes = text.data(using: mark.isEmpty ? .windowsCP1252 : .utf8)
    try #require(bytes).write(to: file)
    let ledger = Ledger(in: scratch.folder.path)
    try ledger.check()
    let moment = Timestamp(seconds: 1_794_000_000)
    #expect(try ledger.last("aa", at: "web")?.when == moment.spoken)
    let line = Ledger.Line(
      when: moment, by: "Anna", target: "web", action: .undo, editions: [2021], contentHash: "bb",
      pages: 3, acceptedWarnings: "", commit: "abc")
    #expect(try ledger.add(line) == 1)
    #expect(try ledger.add(line) == nil)
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(
      lines == [
        "when,by,target,action,editions,content_hash,pages,accepted_warnings,commit,nota dell'ufficio",
        "2026-11-06T21:20:00Z,\"Nicolò; detto \"\"Nino\"\"\",web,publication,2021 2020,aa,3,,,sì",
        "2026-11-06T21:20:00Z,Anna,web,undo,2021,bb,3,,abc",
        "2026-11-06T21:20:00Z,Anna,web,undo,2021,bb,3,,abc", "",
      ])
    #expect(try FileSystem.names(in: scratch.folder.path) == [Ledger.name])
  }

  @Test(arguments: ["a;b\n1;2\n", "\"when\n", "\u{0}\u{1}", "when,by\n"])
  func `what is no record is told before anything is published, and left`(text: String) throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: Ledger.name)
    try Data(text.utf8).write(to: file)
    #expect(throws: PublishError.self) { try Ledger(in: scratch.folder.path).check() }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  // Places

  @Test(arguments: [
    ("u@server.it:sito", "u@server.it", "sito"), ("server:", "server", "."),
    ("server:~", "server", "."), ("u@server:~/sito/", "u@server", "sito"),
    ("u@server:/var/www/il sito/", "u@server", "/var/www/il sito"),
    ("nome.cognome@ente.it@server:x", "nome.cognome@ente.it@server", "x"),
    ("u@[::1]:x", "u@[::1]", "x"), ("DOM\\u@server:2021", "DOM\\u@server", "2021"),
  ])
  func `a place on a server has a user, a name and a folder`(
    location: String, host: String, folder: String
  ) throws {
    let place = try SecureShellPlace(location, Access())
    #expect(place.host == host)
    #expect(place.folder == folder)
  }

  @Test(arguments: [
    "u@-oProxyCommand=touch x:c", "-oProxyCommand=x:c", "-u@server:c", "u@server",
    "u:parola@server:c",
    "u@server::modulo", "rsync://server/modulo", "sftp://u@server/x", "u@server:22:x",
    "u@server:~altri/x",
    "u@serv er:x", "u@server;x:c", "u@$(x):c", "u@`x`:c", "u@server/x:c", "u@server:a\nb", ":x", "",
  ])
  func `what is no place on a server is refused, and no password repeated`(location: String) {
    let error = #expect(throws: PublishError.self) { try SecureShellPlace(location, Access()) }
    #expect(error?.help != nil)
    #expect(error?.message.italian.contains("parola") == false)
  }

  @Test(arguments: [
    (nil, "20261106T212000Z-1a2b3c4d"),
    ("20251106T212000Z-aaaaaaaa", "20261106T212000Z-1a2b3c4d"),
    ("20261106T212000Z-aaaaaaaa", "20261106T212001Z-1a2b3c4d"),
    ("20461231T235959Z-aaaaaaaa", "20470101T000000Z-1a2b3c4d"),
    ("99991231T235958Z-aaaaaaaa", "99991231T235959Z-1a2b3c4d"),
    ("99991231T235959Z-ffffffff", "99991231T235959Z.000001-1a2b3c4d"),
    ("99991231T235959Z.000009-ffffffff", "99991231T235959Z.000010-1a2b3c4d"),
  ])
  func `a release is named later than all others, whatever the clock`(last: String?, name: String) {
    let found = ReleaseFolder.name(
      after: last, Timestamp(seconds: 1_794_000_000), "1a2b3c4d5e6f")
    #expect(found == name)
    #expect(last.map { $0 < found } ?? true)
  }

  @Test func `moments have years of four digits`() {
    #expect(Timestamp(seconds: .max).name == "99991231T235959Z")
    #expect(Timestamp(seconds: .min).name == "19700101T000000Z")
    #expect(Timestamp.last.next == Timestamp.last)
  }

  // Tools

  @Test func `what a server says does nothing to a terminal and tells no password`() {
    let error = ToolFailure.error(
      "prova", words: "\u{1B}]0;PWN\u{7} https://utente:segreto@server/x boh\u{9B}31m", "x")
    let told = error.message.italian
    #expect(!told.contains("segreto") && told.contains("://…@server"))
    #expect(told.unicodeScalars.allSatisfy { !$0.properties.isDefaultIgnorableCodePoint })
    #expect(told.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    let names = PublishError.inTheWay(["a\nb", "c\u{1B}[31m"], at: "x").message.italian
    #expect(names.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test func `a tool that gives no sign is ended, with what it started`() async {
    let error = await #expect(throws: PublishError.self) {
      try await Tool(name: "sh", package: "dash").ask(
        ["-c", "sleep 1000 & wait"], patience: .seconds(1))
    }
    #expect(error?.message.italian.contains("non dà segno da 1 secondo") == true)
  }

  @Test func `a tool that does not stop talking is ended`() async {
    let error = await #expect(throws: PublishError.self) {
      try await Tool(name: "yes", package: "coreutils").ask([])
    }
    #expect(error?.message.italian.contains("non smette di scrivere") == true)
  }

  @Test(.slow)
  func `a tool may end before it has read what it is given, and say much`() async throws {
    let tool = Tool(name: "sh", package: "dash")
    let much = String(repeating: "riga\n", count: 400_000)
    let answer = try await tool.ask(["-c", "exit 3"], input: much)
    #expect(answer.status == 3)
    let words = try await tool.ask(
      ["-c", "echo inizio >&2; cat >&2; echo fine >&2; exit 1"], input: much)
    #expect(words.errors.hasPrefix("inizio\n") && words.errors.hasSuffix("\nfine\n"))
    #expect(words.errors.utf8.count < 100_000)
  }
}
