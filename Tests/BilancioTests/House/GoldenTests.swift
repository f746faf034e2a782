import Diagnostics
import Foundation
import Testing

/// Folders of content with the site and the messages that they must give.
///
/// A case is a folder `Tests/Golden/Cases/<name>` with
/// - `content/`: files laid over `Tests/Golden/Base`, or a link to a whole content folder;
/// - `removed.txt`: files of the base that the case does without, a line each; `*` for all of them
///   (optional);
/// - `arguments.txt`: arguments besides the usual, separated by spaces (optional);
/// - `theme/`: files laid over the theme `comune` (optional);
/// - `links.txt`: links in the case, a line each: path and what it leads to with a tab between (optional);
/// - `edits.txt`: changes to files of the case, a line each: path, old and new text with tabs
///   between (optional);
/// - `diagnostics.txt`: `exit N`, then what the program prints on standard error;
/// - `seen.txt`: what pages hold, a line each: path and text with a tab between; `!` before the path
///   where the text must not be there, and no text where the file itself must, or must not, be
///   (optional);
/// - `expected/`: the site (optional);
/// - `like.txt`: the case whose site this one has but for what is in `expected/`, then files of that
///   site that this one has not, a line each (optional).
///
/// `BILANCIO_RECORD=1 swift test` writes what there is now, and still fails, so that nobody
/// takes a recording for a test; what `seen.txt` says is compared then too.
@Suite struct GoldenTests {
  static let folder = Program.root.appending(path: "Tests/Golden")
  static let isRecording = ProcessInfo.processInfo.environment["BILANCIO_RECORD"] == "1"

  fileprivate static func withoutHashes(_ bytes: Data) -> Data {
    let text = String(decoding: bytes, as: UTF8.self)
    return Data(
      text.replacing(/-[0-9a-f]{16}\.(css|js|svg|woff2)/) { "-….\($0.1)" }.utf8)
  }

  static var cases: [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Cases").path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func messages(of name: String) throws -> String {
    try String(
      contentsOf: folder.appending(path: "Cases/\(name)/diagnostics.txt"), encoding: .utf8)
  }

  /// Of both promises the first build is the same, as building takes nearly all of the time.
  @Test(arguments: cases)
  func `a case gives its messages and its pages, the same bytes anywhere`(name: String) throws {
    let prepared = try Prepared(name)
    let outcome = try prepared.build(environment: ["TZ": "UTC"])
    if GoldenTests.isRecording {
      try prepared.record("exit \(outcome.status)\n" + outcome.errors)
      // What pages must hold is nobody's to record.
      try compareSeen(prepared)
      Issue.record("recorded \(name)")
      return
    }
    try compare(prepared, outcome)
    if !Program.isInHaste { try repeatElsewhere(prepared, outcome) }
  }

  /// What the program said and wrote is what the case holds.
  private func compare(_ prepared: Prepared, _ outcome: Program.Outcome) throws {
    let name = prepared.name
    #expect(
      "exit \(outcome.status)\n" + outcome.errors == (try GoldenTests.messages(of: name)),
      "messages of \(name)")
    try compareSeen(prepared)
    guard let expected = try prepared.expectedSite() else { return }
    let made = try prepared.madeSite()
    #expect(Set(made.keys) == Set(expected.keys), "files of \(name)")
    for (path, bytes) in expected {
      #expect(
        String(decoding: made[path] ?? Data(), as: UTF8.self)
          == String(decoding: bytes, as: UTF8.self), "\(name): \(path)")
    }
  }

  private func compareSeen(_ prepared: Prepared) throws {
    let seen = prepared.seen
    if seen.isEmpty { return }
    let made = try prepared.madeSite()
    for line in seen {
      let text = made[line.path].map { String(decoding: $0, as: UTF8.self) }
      #expect(
        line.isWanted == (text.map { line.text.isEmpty || $0.contains(line.text) } ?? false),
        "\(prepared.name): \(line.path): \(line.text)")
    }
  }

  /// Another build, in another folder, time zone and language and on one core, changes no byte.
  private func repeatElsewhere(_ prepared: Prepared, _ outcome: Program.Outcome) throws {
    let second = try Prepared(prepared.name)
    let other = try second.build(
      environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
      isOnOneCore: true)
    #expect(outcome.status == other.status)
    #expect(outcome.errors == other.errors)
    #expect(try tree(prepared.output) == (try tree(second.output)))
  }

  @Test func `every kind of mistake is seen at least once`() throws {
    var seen: Set<String> = []
    for name in GoldenTests.cases {
      let text = try GoldenTests.messages(of: name)
      for match in text.matches(of: /\[([a-z0-9-]+)\]:/) { seen.insert(String(match.1)) }
    }
    var all = Set(Diagnostic.Identifier.allCases.map(\.rawValue))
    // Large files would weigh on the repository; `FileLimitTests` and `ThemeTests` show them.
    all.remove(Diagnostic.Identifier.fileTooLarge.rawValue)
    all.remove(Diagnostic.Identifier.largePicture.rawValue)
    all.remove(Diagnostic.Identifier.largeFile.rawValue)
    #expect(all.subtracting(seen).sorted() == [], "identifiers that no golden case shows")
  }
}

/// A case laid out in a folder of its own, as a user's project is.
private struct Prepared {
  let scratch: Scratch
  let name: String
  private let source: URL

  init(_ name: String) throws {
    self.name = name
    scratch = try Scratch()
    source = GoldenTests.folder.appending(path: "Cases/\(name)")
    let content = source.appending(path: "content")
    let manager = FileManager.default
    let isWhole = (try? manager.destinationOfSymbolicLink(atPath: content.path)) != nil
    if isWhole {
      try copy(content.resolvingSymlinksInPath(), to: "content")
    } else {
      let removed = lines("removed.txt")
      if removed != ["*"] { try copy(GoldenTests.folder.appending(path: "Base"), to: "content") }
      try copy(content, to: "content")
      for path in removed where path != "*" {
        try manager.removeItem(at: scratch.folder.appending(path: "content/\(path)"))
      }
    }
    try TestTheme.copy(to: scratch.folder.appending(path: "themes/comune"))
    try copy(source.appending(path: "theme"), to: "themes/comune")
    for line in lines("links.txt") {
      let parts = line.split(separator: "\t").map(String.init)
      try manager.createSymbolicLink(
        atPath: scratch.folder.appending(path: parts[0]).path, withDestinationPath: parts[1])
    }
    for line in lines("edits.txt") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let file = scratch.folder.appending(path: parts[0])
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains(parts[1]), "\(name): \(line)")
      try Data(text.replacingOccurrences(of: parts[1], with: parts[2]).utf8).write(to: file)
    }
  }

  var output: URL { scratch.folder.appending(path: "output") }

  func build(environment: [String: String] = [:], isOnOneCore: Bool = false) throws
    -> Program.Outcome
  {
    let arguments =
      ["build", "--language", "it", "--quiet", "--all"]
      + lines("arguments.txt").flatMap { $0.split(separator: " ").map(String.init) }
    return try Program.run(
      arguments, in: scratch.folder, environment: environment, isOnOneCore: isOnOneCore)
  }

  private func lines(_ file: String) -> [String] {
    Prepared.lines(file, in: source)
  }

  private static func lines(_ file: String, in source: URL) -> [String] {
    let text = try? String(contentsOf: source.appending(path: file), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  private func copy(_ from: URL, to path: String) throws {
    try write(try tree(from), to: scratch.folder.appending(path: path))
  }

  /// What the pages must hold, and must not.
  var seen: [(path: String, text: String, isWanted: Bool)] {
    lines("seen.txt").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      let isWanted = !parts[0].hasPrefix("!")
      return (
        isWanted ? parts[0] : String(parts[0].dropFirst()), parts.count > 1 ? parts[1] : "",
        isWanted
      )
    }
  }

  /// The site that must come: the case's own files, over those of the case that it is like.
  func expectedSite() throws -> [String: Data]? {
    try Prepared.expectedSite(of: name)
  }

  private static func expectedSite(of name: String) throws -> [String: Data]? {
    let source = GoldenTests.folder.appending(path: "Cases/\(name)")
    let folder = source.appending(path: "expected")
    let own = FileManager.default.fileExists(atPath: folder.path) ? try tree(folder) : nil
    let like = lines("like.txt", in: source)
    guard let other = like.first else { return own }
    var site = try expectedSite(of: other) ?? [:]
    for path in like.dropFirst() { site[path] = nil }
    return site.merging(own ?? [:]) { _, own in own }
  }

  /// What was built, and is this case's.
  ///
  /// Assets are the theme's, and tested as such; pages name them without the hash of
  /// their bytes. The schemas are those of the manual on every site. The index of the search changes with each
  /// word, and has tests of its own.
  func madeSite() throws -> [String: Data] {
    try tree(output).filter {
      $0.key != "bilancio-manifest.csv" && !$0.key.hasPrefix("assets/")
        && !$0.key.hasPrefix("schemi/") && !$0.key.contains(/^[^\/]+\/(cerca|search)\/[^\/]+\.js$/)
    }.mapValues(GoldenTests.withoutHashes)
  }

  func record(_ messages: String) throws {
    try Data(messages.utf8).write(to: source.appending(path: "diagnostics.txt"))
    guard try expectedSite() != nil else { return }
    var site = try madeSite()
    if let other = lines("like.txt").first {
      // That case is recorded at the same time, so what it gives is built, not read.
      let like = try Prepared(other)
      _ = try like.build()
      let there = try like.madeSite()
      let missing = there.keys.filter { site[$0] == nil }.sorted()
      try Data(([other] + missing).map { $0 + "\n" }.joined().utf8)
        .write(to: source.appending(path: "like.txt"))
      site = site.filter { there[$0.key] != $0.value }
    }
    let folder = source.appending(path: "expected")
    if FileManager.default.fileExists(atPath: folder.path) {
      try FileManager.default.removeItem(at: folder)
    }
    try write(site, to: folder)
  }
}
