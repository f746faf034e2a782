import Foundation
import Testing

/// `bilancio imposta`, `aggiungi`, `togli` and `sposta`, in a report that is there.
@Suite struct EditCommandTests {
  /// A call, the file that it changes, and the lines that are new there.
  static let calls: [([String], String, [String], [String])] = [
    (
      ["imposta", "titolo", "Mensa: due", "--dove", "nuova-mensa"], EditedReport.page, ["titolo:"],
      ["titolo: \"Mensa: due\""]
    ),
    (
      ["set", "title", "Una mensa", "--in", "2021/1-scuole/1-nuova-mensa.md"], EditedReport.page,
      ["titolo:"],
      ["titolo: Una mensa"]
    ),
    (
      ["imposta", "titolo", "Una mensa", "--dove", EditedReport.page], EditedReport.page,
      ["titolo:"], ["titolo: Una mensa"]
    ),
    (
      ["imposta", "prossimi_passi", "Aprire.", "--dove", "nuova-mensa"], EditedReport.page, [],
      ["prossimi_passi: |", "  Aprire."]
    ),
    (
      [
        "imposta", "titolo", "Una mensa\n", "--dove",
        "./content/2021/../2021/1-scuole/1-nuova-mensa.md",
      ],
      EditedReport.page, ["titolo:"], ["titolo: Una mensa"]
    ),
    (
      ["aggiungi", "beneficiari", "nonni, zie", "--dove", "nuova-mensa"],
      EditedReport.page, ["beneficiari:"],
      ["beneficiari: [famiglie, \"nonni, zie\"]"]
    ),
    (
      [
        "aggiungi", "tappe", "oggetto=Apre: finalmente", "data=01/09/2021", "--dove",
        "nuova-mensa",
      ],
      EditedReport.page, [],
      ["tappe:", "  - oggetto: \"Apre: finalmente\"", "    data: 01/09/2021"]
    ),
    (
      ["imposta", "osservazioni.2021.valore", "353", "--dove", "iscritti"],
      "content/2021/iscritti.yml", ["    valore: 352"], ["    valore: 353"]
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
    let scratch = try EditedReport.begun()
    let before = try EditedReport.text(path, scratch).components(separatedBy: "\n")
    let outcome = try EditedReport.run(call + ["--si"], in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let after = try EditedReport.text(path, scratch).components(separatedBy: "\n")
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
      #expect(try EditedReport.run(call + ["--si"], in: scratch).output.contains("già così"))
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
    (["aggiungi", "azioni", "=Una", "--dove", "nuova-mensa"], "hanno dei campi"),
    (["aggiungi", "tappe", "ogetto=Una", "--dove", "nuova-mensa"], "non esiste"),
    (["aggiungi", "tappe", "data=2021", "data=2022", "--dove", "nuova-mensa"], "due volte"),
    (["aggiungi", "beneficiari", "uno", "due", "--dove", "nuova-mensa"], "una alla volta"),
    (["imposta", "osservazioni.1999.valore", "1", "--dove", "iscritti"], "1999"),
    (["imposta", "titolo", "a\u{7}b", "--dove", "nuova-mensa"], "non si può scrivere"),
    (["imposta", "oggetto", "x", "--dove", "2021/atti.yml"], "2021/atti.yml#dgc-2021-10"),
    (["togli", "beneficiari.9", "--dove", "nuova-mensa"], "non c'è `beneficiari.9`"),
    (["sposta", "titolo", "1", "2", "--dove", "scuole"], "non è un elenco"),
  ]

  @Test(arguments: refusals)
  func `what cannot be is said, and nothing is written`(call: [String], told: String) throws {
    let scratch = try EditedReport.begun()
    let before = try tree(scratch.folder)
    let outcome = try EditedReport.run(call + ["--si"], in: scratch)
    #expect(outcome.status == 2 && outcome.errors.contains(told), "\(outcome.errors)")
    #expect(try tree(scratch.folder) == before)
  }

  @Test func `a closed edition stays as it was published`() throws {
    let scratch = try EditedReport.begun()
    let edition = "content/2021/edizione.yml"
    let text = try EditedReport.text(edition, scratch)
    try EditedReport.write(text + "chiusa: sì\n", to: edition, scratch)
    let before = try tree(scratch.folder)
    for call in [
      ["imposta", "titolo", "x", "--dove", "nuova-mensa"], ["rinomina", "scuola", "nidi"],
    ] {
      let outcome = try EditedReport.run(call + ["--si"], in: scratch)
      #expect(outcome.status == 2 && outcome.errors.contains("chiusa"), "\(outcome.errors)")
      #expect(try tree(scratch.folder) == before)
    }
  }

  @Test func `what checking will say is said before`() throws {
    let scratch = try EditedReport.begun()
    let dates = ["imposta", "stato_al", "2021-02-30", "--dove", "nuova-mensa", "--si"]
    let outcome = try EditedReport.run(dates, in: scratch)
    #expect(outcome.status == 0 && outcome.errors.contains("Dopo, `bilancio controlla` dirà:"))
    #expect(outcome.errors.contains("2021-02-30"), "\(outcome.errors)")
    let offices = ["imposta", "ufficio", "nessuno", "--dove", "nuova-mensa", "--si"]
    let other = try EditedReport.begun()
    #expect(
      try EditedReport.run(offices, in: other).errors.contains("`nessuno` non è un ufficio"))
    let fine = ["imposta", "titolo", "Una mensa", "--dove", "nuova-mensa", "--si"]
    #expect(try !EditedReport.run(fine, in: other).errors.contains("dirà"))
  }

  @Test func `without a yes nothing is written`() throws {
    let scratch = try EditedReport.begun()
    let before = try tree(scratch.folder)
    let outcome = try EditedReport.run(
      ["imposta", "titolo", "x", "--dove", "nuova-mensa"], in: scratch)
    #expect(outcome.status == 2 && outcome.errors.contains("--si"))
    #expect(try tree(scratch.folder) == before)
  }

  @Test func `an empty value takes an optional field away, and never one that is needed`() throws {
    let scratch = try EditedReport.begun()
    let call = ["imposta", "prossimi_passi", "x", "--dove", "nuova-mensa", "--si"]
    let before = try EditedReport.text(EditedReport.page, scratch)
    _ = try EditedReport.run(call, in: scratch)
    let empty = ["imposta", "prossimi_passi", "", "--dove", "nuova-mensa", "--si"]
    #expect(try EditedReport.run(empty, in: scratch).status == 0)
    #expect(try EditedReport.text(EditedReport.page, scratch) == before)
    let whole = try EditedReport.text(EditedReport.page, scratch)
    for call in [
      ["imposta", "titolo", " "], ["imposta", "cosa_abbiamo_fatto", ""], ["togli", "titolo"],
    ] {
      let outcome = try EditedReport.run(call + ["--dove", "nuova-mensa", "--si"], in: scratch)
      #expect(outcome.status == 2 && outcome.errors.contains("non può restare vuoto"), "\(call)")
    }
    #expect(try EditedReport.text(EditedReport.page, scratch) == whole)
  }

  @Test func `the body of a page is its main text, and the front stays`() throws {
    let scratch = try EditedReport.begun()
    let front = try EditedReport.text(EditedReport.page, scratch)
      .components(separatedBy: "\n---\n")[0]
    let call = ["imposta", "cosa_abbiamo_fatto", "Uno.\n\n## Due", "--dove", "nuova-mensa", "--si"]
    #expect(try EditedReport.run(call, in: scratch).status == 0)
    let after = try EditedReport.text(EditedReport.page, scratch)
    #expect(after.hasPrefix(front) && after.hasSuffix("Uno.\n\n## Due\n"))
  }

  @Test func `the lines that are shown command no terminal and repeat no password`() throws {
    let scratch = try EditedReport.begun()
    let page = scratch.folder.appending(path: EditedReport.page)
    let text = try String(contentsOf: page, encoding: .utf8)
    let front = text.components(separatedBy: "\n---\n")[0]
    try (front + "\n---\n\n\u{1B}]0;PWN\u{7} <https://u:segreto@a.it/>\n")
      .write(to: page, atomically: true, encoding: .utf8)
    let call = ["imposta", "cosa_abbiamo_fatto", "Uno.", "--dove", "nuova-mensa", "--si"]
    let outcome = try EditedReport.run(call, in: scratch)
    #expect(outcome.status == 0 && outcome.errors.contains("+ Uno."))
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.errors.contains("segreto"))
  }
}
