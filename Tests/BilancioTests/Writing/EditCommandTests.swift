import Files
import Foundation
import Testing

@testable import Desk

/// `bilancio imposta`, `aggiungi`, `togli` and `sposta`, in a report that is there.
@Suite struct EditCommandTests {
  private static let page = "content/2021/1-scuole/1-nuova-mensa.md"

  private static func begun() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: GoldenTests.folder.appending(path: "Base"),
      to: scratch.folder.appending(path: "content"))
    return scratch
  }

  private static func run(_ line: [String], in scratch: Scratch) throws -> Program.Outcome {
    try run(line, in: scratch.folder)
  }

  private static func run(_ line: [String], in folder: URL) throws -> Program.Outcome {
    try Program.run(line, in: folder, environment: ["LC_ALL": "it_IT.UTF-8"])
  }

  private static func text(_ path: String, _ scratch: Scratch) throws -> String {
    try String(contentsOf: scratch.folder.appending(path: path), encoding: .utf8)
  }

  /// A call, the file that it changes, and the lines that are new there.
  static let calls: [([String], String, [String], [String])] = [
    (
      ["imposta", "titolo", "Mensa: due", "--dove", "nuova-mensa"], page, ["titolo:"],
      ["titolo: \"Mensa: due\""]
    ),
    (
      ["set", "title", "Una mensa", "--in", "2021/1-scuole/1-nuova-mensa.md"], page, ["titolo:"],
      ["titolo: Una mensa"]
    ),
    (["imposta", "titolo", "Una mensa", "--dove", page], page, ["titolo:"], ["titolo: Una mensa"]),
    (
      ["imposta", "prossimi_passi", "Aprire.", "--dove", "nuova-mensa"], page, [],
      ["prossimi_passi: |", "  Aprire."]
    ),
    (
      [
        "imposta", "titolo", "Una mensa\n", "--dove",
        "./content/2021/../2021/1-scuole/1-nuova-mensa.md",
      ],
      page, ["titolo:"], ["titolo: Una mensa"]
    ),
    (
      ["aggiungi", "beneficiari", "nonni, zie", "--dove", "nuova-mensa"],
      page, ["beneficiari:"],
      ["beneficiari: [famiglie, \"nonni, zie\"]"]
    ),
    (
      ["imposta", "titolo", "Elenco", "--dove", "registro-iscritti"], "content/2021/fonti.yml",
      ["    titolo:"], ["    titolo: Elenco"]
    ),
  ]

  @Test(arguments: calls)
  func `one thing changes, and no other line`(
    call: [String], path: String, old: [String], new: [String]
  ) throws {
    let scratch = try EditCommandTests.begun()
    let before = try EditCommandTests.text(path, scratch).components(separatedBy: "\n")
    let outcome = try EditCommandTests.run(call + ["--si"], in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let after = try EditCommandTests.text(path, scratch).components(separatedBy: "\n")
    let difference = after.difference(from: before)
    let inserted = difference.insertions.map { change -> String in
      if case .insert(_, let line, _) = change { line } else { "" }
    }
    let removed = difference.removals.map { change -> String in
      if case .remove(_, let line, _) = change { line } else { "" }
    }
    #expect(inserted == new)
    #expect(removed.count == old.count && zip(removed, old).allSatisfy { $0.hasPrefix($1) })
    #expect(new.allSatisfy { outcome.errors.contains("+ " + $0) }, "\(outcome.errors)")
    // Once more, it is so already, or in a list twice.
    if call[0] != "aggiungi" {
      #expect(try EditCommandTests.run(call + ["--si"], in: scratch).output.contains("già così"))
    }
  }

  static let refusals: [([String], String)] = [
    (["imposta", "titlo", "x", "--dove", "nuova-mensa"], "forse `titolo`?"),
    (["imposta", "titolo", "x", "--dove", "mensa"], "forse `nuova-mensa`?"),
    (["imposta", "titolo", "x", "--dove", "niente-di-simile"], "non trovo «niente-di-simile»"),
    (["imposta", "beneficiari", "x", "--dove", "nuova-mensa"], "è un elenco"),
    (["aggiungi", "beneficiari", "famiglie", "--dove", "nuova-mensa"], "«famiglie» c'è già"),
    (["aggiungi", "beneficiari", "", "--dove", "nuova-mensa"], "non può restare vuoto"),
    (["aggiungi", "azioni", "Una", "--dove", "nuova-mensa"], "hanno dei campi"),
    (["imposta", "titolo", "a\u{7}b", "--dove", "nuova-mensa"], "non si può scrivere"),
    (["imposta", "oggetto", "x", "--dove", "2021/atti.yml"], "2021/atti.yml#dgc-2021-10"),
    (["togli", "beneficiari.9", "--dove", "nuova-mensa"], "non c'è `beneficiari.9`"),
    (["sposta", "titolo", "1", "2", "--dove", "scuole"], "non è un elenco"),
  ]

  @Test(arguments: refusals)
  func `what cannot be is said, and nothing is written`(call: [String], told: String) throws {
    let scratch = try EditCommandTests.begun()
    let before = try tree(scratch.folder)
    let outcome = try EditCommandTests.run(call + ["--si"], in: scratch)
    #expect(outcome.status == 2 && outcome.errors.contains(told), "\(outcome.errors)")
    #expect(try tree(scratch.folder) == before)
  }

  @Test func `what checking will say is said before`() throws {
    let scratch = try EditCommandTests.begun()
    let dates = ["imposta", "stato_al", "2021-02-30", "--dove", "nuova-mensa", "--si"]
    let outcome = try EditCommandTests.run(dates, in: scratch)
    #expect(outcome.status == 0 && outcome.errors.contains("Dopo, `bilancio controlla` dirà:"))
    #expect(outcome.errors.contains("2021-02-30"), "\(outcome.errors)")
    let offices = ["imposta", "ufficio", "nessuno", "--dove", "nuova-mensa", "--si"]
    let other = try EditCommandTests.begun()
    #expect(
      try EditCommandTests.run(offices, in: other).errors.contains("`nessuno` non è un ufficio"))
    let fine = ["imposta", "titolo", "Una mensa", "--dove", "nuova-mensa", "--si"]
    #expect(try !EditCommandTests.run(fine, in: other).errors.contains("dirà"))
  }

  @Test func `without a yes nothing is written`() throws {
    let scratch = try EditCommandTests.begun()
    let before = try tree(scratch.folder)
    let outcome = try EditCommandTests.run(
      ["imposta", "titolo", "x", "--dove", "nuova-mensa"], in: scratch)
    #expect(outcome.status == 2 && outcome.errors.contains("--si"))
    #expect(try tree(scratch.folder) == before)
  }

  @Test func `an empty value takes an optional field away, and never one that is needed`() throws {
    let scratch = try EditCommandTests.begun()
    let call = ["imposta", "prossimi_passi", "x", "--dove", "nuova-mensa", "--si"]
    let before = try EditCommandTests.text(EditCommandTests.page, scratch)
    _ = try EditCommandTests.run(call, in: scratch)
    let empty = ["imposta", "prossimi_passi", "", "--dove", "nuova-mensa", "--si"]
    #expect(try EditCommandTests.run(empty, in: scratch).status == 0)
    #expect(try EditCommandTests.text(EditCommandTests.page, scratch) == before)
    let whole = try EditCommandTests.text(EditCommandTests.page, scratch)
    for call in [
      ["imposta", "titolo", " "], ["imposta", "cosa_abbiamo_fatto", ""], ["togli", "titolo"],
    ] {
      let outcome = try EditCommandTests.run(call + ["--dove", "nuova-mensa", "--si"], in: scratch)
      #expect(outcome.status == 2 && outcome.errors.contains("non può restare vuoto"), "\(call)")
    }
    #expect(try EditCommandTests.text(EditCommandTests.page, scratch) == whole)
  }

  @Test func `the body of a page is its main text, and the front stays`() throws {
    let scratch = try EditCommandTests.begun()
    let front = try EditCommandTests.text(EditCommandTests.page, scratch)
      .components(separatedBy: "\n---\n")[0]
    let call = ["imposta", "cosa_abbiamo_fatto", "Uno.\n\n## Due", "--dove", "nuova-mensa", "--si"]
    #expect(try EditCommandTests.run(call, in: scratch).status == 0)
    let after = try EditCommandTests.text(EditCommandTests.page, scratch)
    #expect(after.hasPrefix(front) && after.hasSuffix("Uno.\n\n## Due\n"))
  }

  @Test func `the lines that are shown command no terminal and repeat no password`() throws {
    let scratch = try EditCommandTests.begun()
    let page = scratch.folder.appending(path: EditCommandTests.page)
    let text = try String(contentsOf: page, encoding: .utf8)
    let front = text.components(separatedBy: "\n---\n")[0]
    try (front + "\n---\n\n\u{1B}]0;PWN\u{7} <https://u:segreto@a.it/>\n")
      .write(to: page, atomically: true, encoding: .utf8)
    let call = ["imposta", "cosa_abbiamo_fatto", "Uno.", "--dove", "nuova-mensa", "--si"]
    let outcome = try EditCommandTests.run(call, in: scratch)
    #expect(outcome.status == 0 && outcome.errors.contains("+ Uno."))
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("segreto"))
  }

  // What mends itself

  @Test func `a slip that can be one thing only is mended, and nothing else`() throws {
    let scratch = try EditCommandTests.begun()
    let page = scratch.folder.appending(path: EditCommandTests.page)
    let right = try String(contentsOf: page, encoding: .utf8)
    var wrong = right
    let slips = [
      ("titolo: Una", "titlo: Una"), ("in_breve:", "in_breve\u{A0}:"),
      ("ufficio: scuola", "ufficio: 'scuolla'"),
      ("stato: completata", "stato: completta # ieri"), ("dato:iscritti", "dato:iscriti"),
    ]
    for (old, new) in slips {
      #expect(wrong.contains(old))
      wrong = wrong.replacing(old, with: new)
    }
    try wrong.write(to: page, atomically: true, encoding: .utf8)
    let themes = scratch.folder.appending(path: "themes")
    try FileManager.default.createSymbolicLink(
      at: themes, withDestinationURL: Program.root.appending(path: "themes"))
    let outcome = try EditCommandTests.run(["controlla", "--correggi", "--si"], in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)\(outcome.output)")
    let mended = right.replacing("ufficio: scuola", with: "ufficio: 'scuola'")
      .replacing("stato: completata", with: "stato: completata # ieri")
    #expect(try String(contentsOf: page, encoding: .utf8) == mended)
    #expect(outcome.errors.contains("- titlo: Una") && outcome.errors.contains("+ titolo: Una"))
    #expect(!outcome.errors.contains("beneficiari"))
    let again = try EditCommandTests.run(["controlla", "--correggi", "--si"], in: scratch)
    #expect(again.errors.contains("Niente da correggere da solo."))
  }

  @Test(arguments: [
    // Another number is another act.
    ("atti: [dgc-2021-10]", "atti: [dgc-2021-1]"),
    ("titolo: Una", "qualcosa: Una"),
  ])
  func `what may be two things is not mended`(old: String, new: String) throws {
    let scratch = try EditCommandTests.begun()
    let page = scratch.folder.appending(path: EditCommandTests.page)
    let wrong = try String(contentsOf: page, encoding: .utf8).replacing(old, with: new)
    try wrong.write(to: page, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      at: scratch.folder.appending(path: "themes"),
      withDestinationURL: Program.root.appending(path: "themes"))
    let outcome = try EditCommandTests.run(["controlla", "--correggi", "--si"], in: scratch)
    #expect(outcome.status == 1)
    #expect(try String(contentsOf: page, encoding: .utf8) == wrong)
  }

  // The disk

  @Test func `a file that changed meanwhile, or leads outside, is not written`() throws {
    let scratch = try EditCommandTests.begun()
    let root = scratch.folder.appending(path: "content").path
    let desk = Desk(root: root)
    let path = "2021/1-scuole/obiettivo.yml"
    let old = try desk.read(path)
    #expect(throws: DeskError.self) { try desk.write([0x61], to: path, insteadOf: old + [0x0A]) }
    #expect(try desk.read(path) == old)
    try desk.write(old + [0x0A], to: path, insteadOf: old)
    #expect(try desk.read(path) == old + [0x0A])
    let outside = scratch.folder.appending(path: "segreto")
    try Data("x".utf8).write(to: outside)
    try FileManager.default.createSymbolicLink(
      atPath: root + "/2021/fuori.yml", withDestinationPath: outside.path)
    #expect(throws: DeskError.self) { try desk.read("2021/fuori.yml") }
    #expect(throws: DeskError.self) {
      try desk.write([0x61], to: "2021/fuori.yml", insteadOf: [0x78])
    }
    #expect(try Data(contentsOf: outside) == Data("x".utf8))
  }

  @Test func `the mode of a file stays, and what an interrupted run left is of no use`() throws {
    let scratch = try EditCommandTests.begun()
    let file = scratch.folder.appending(path: EditCommandTests.page)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let left = file.deletingLastPathComponent().appending(path: ".1-nuova-mensa.md.bilancio-nuovo")
    try Data("a metà".utf8).write(to: left)
    let call = ["imposta", "titolo", "x", "--dove", "nuova-mensa", "--si"]
    #expect(try EditCommandTests.run(call, in: scratch).status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(!FileManager.default.fileExists(atPath: left.path))
  }

  @Test func `a command killed at any moment leaves the old file or the new one`() throws {
    let scratch = try EditCommandTests.begun()
    let file = scratch.folder.appending(path: EditCommandTests.page)
    let kills = ProcessInfo.processInfo.environment["BILANCIO_KILLS"].flatMap { Int($0) } ?? 30
    var old = try Data(contentsOf: file)
    var cut = 0
    for number in 1...kills {
      let process = Program.process(
        ["imposta", "titolo", "Titolo numero \(number)", "--dove", "nuova-mensa", "--si"],
        in: scratch.folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0...40_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let now = try Data(contentsOf: file)
      let text = String(decoding: now, as: UTF8.self)
      #expect(now == old || text.contains("titolo: Titolo numero \(number)\n"))
      cut += now == old ? 1 : 0
      old = now
    }
    #expect(cut > 0)
    // What was left of those that were cut short is in nobody's way.
    let call = ["imposta", "titolo", "Alla fine", "--dove", "nuova-mensa", "--si"]
    #expect(try EditCommandTests.run(call, in: scratch).status == 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: file.deletingLastPathComponent().path)
    #expect(names.sorted() == ["1-nuova-mensa.md", "obiettivo.yml"])
  }

  @Test func `two who write at the same time both do, or the second is told`() async throws {
    let scratch = try EditCommandTests.begun()
    let folder = scratch.folder
    let outcomes = try await withThrowingTaskGroup(of: Program.Outcome.self) { group in
      for number in 1...8 {
        group.addTask {
          try EditCommandTests.run(
            [
              "imposta", number % 2 == 0 ? "titolo" : "in_breve", "valore \(number)", "--dove",
              "nuova-mensa", "--si",
            ],
            in: folder)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.allSatisfy { $0.status == 0 || $0.errors.contains("è cambiato intanto") })
    #expect(outcomes.contains { $0.status == 0 })
    let check = try Program.run(["check"], in: scratch.folder)
    #expect(!check.errors.contains("yaml-sintassi"))
  }
}
