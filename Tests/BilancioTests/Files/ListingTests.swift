import Diagnostics
import Files
import Testing

@testable import Archive
@testable import Output
@testable import Publish

/// What tools tell of a place is read as it is, whatever names its server has.
@Suite struct ListingTests {
  @Test func `a list of rsync has files and folders`() {
    let listing = Listing(
      rsync: """
        drwxr-xr-x          4,096 2026/11/21 20:30:00 con-virgole
        drwxr-xr-x           4096 2026/11/21 20:30:00 .
        -rw-r--r--             45 2026/11/21 20:30:00 index.html
        drwxr-xr-x           4096 2026/11/21 20:30:00 2021
        -rw-r--r--              1 2026/11/21 20:30:00 due parole.txt
        -rw-r--r--              2 2026/11/21 20:30:00 riga\\#012sotto
        -rw-r--r--              3 2026/11/21 20:30:00 barra\\#09
        -rw-r--r--              4 2026/11/21 20:30:00 ../fuori
        """ + "\n-rw-r--r-- 5 2026/11/21 20:30:00 \u{301}accento\n")
    #expect(listing.folders == ["2021"])
    #expect(
      listing.files == [
        "index.html": 45, "due parole.txt": 1, "riga\nsotto": 2, "barra\\#09": 3,
        "\u{301}accento": 5,
      ])
  }

  @Test func `a list of rclone has links for both`() {
    let listing = Listing(
      rclone: "45|index.html\n-1|2021/\n7|a.rclonelink\n8|a|b\n9|\u{301}x\n1|../y\nx|z\n2|/etc\n")
    #expect(listing.files == ["index.html": 45, "a": 0, "a|b": 8, "\u{301}x": 9])
    #expect(listing.folders == ["2021", "a"])
  }

  @Test func `lists of SFTP belong to the folders that were asked for`() {
    let listing = Listing(
      sftp: """
        sftp> cd "sito"
        -rw-r--r--    ? 0 0   1 Nov 21 20:30 prima
        sftp> -ls -lan "."
        drwxr-xr-x    ? 1000     1000         4096 Nov 21 20:30 ./.
        drwxr-xr-x    ? 1000     1000         4096 Nov 21 20:30 ./2021
        -rw-r--r--    ? 1000     1000           45 Nov 21  2025 ./due parole
        lrwxrwxrwx    ? 1000     1000            3 Nov 21 20:30 ./corrente
        sftp> -ls -lan "2021"
        -rw-r--r--    ? 1000     1000            7 Nov 21 20:30 2021/index.html
        sftp> -ls -lan "altro"
        -rw-r--r--    ? 1000     1000            7 Nov 21 20:30 altro/mai-chiesto

        """, of: ["", "2021"])
    #expect(listing.files == ["due parole": 45, "corrente": 3, "2021/index.html": 7])
    #expect(listing.folders == ["2021"])
  }

  @Test func `a turn is known by the name that it would be given`() throws {
    let path = ".bilancio-in-corso/turno-0123abcd-20261121T203000Z.txt"
    #expect(Ticket(path: path)?.path == path)
    #expect(Ticket(path: ".bilancio-in-corso/turno-0123abcd-20261321T203000Z.txt") == nil)
    #expect(Ticket(path: ".bilancio-in-corso/turno-0123abcd-99999999T999999Z.txt") == nil)
  }

  @Test func `what curl says is told without passwords`() {
    let said = "curl: (3) https://a:se@greto@esempio.it/\n"
    let reason = LiveVerification.reason("000", errors: said, isSuccess: false)
    #expect(reason?.italian == "non risponde (curl: (3) https://…@esempio.it/)")
    #expect(LiveVerification.reason("404", errors: "", isSuccess: true)?.italian == "risponde 404")
    #expect(LiveVerification.reason("", errors: "", isSuccess: true)?.italian == "risponde ?")
    #expect(LiveVerification.reason("200", errors: "", isSuccess: true) == nil)
  }

  /// Words that are cut short or damaged are no less secret.
  @Test(arguments: [
    ("ftp://a@b:la@segreto@esempio.it/a", "ftp://…@esempio.it/a"),
    ("http?//utente:segreto@esempio.it/", "http?//…@esempio.it/"),
    ("(la@segreto@esempio.it)", "…@esempio.it)"), ("utente:segreto@esempio.it", "…@esempio.it"),
    ("utente@esempio.it: no", "utente@esempio.it: no"), ("/sito/logo@2x.png", "/sito/logo@2x.png"),
  ])
  func `no password is repeated of what a tool says`(_ words: String, _ told: String) {
    let message = ToolFailure.error("prova", words: words, "posto").message.italian
    #expect(message == "`prova` non è riuscito con posto: \(told)")
  }

  @Test func `a record with more columns than any is none`() throws {
    let head = "when,by,target,action,editions,content_hash,pages,accepted_warnings,commit"
    let record = Array((head + String(repeating: ",", count: 247) + "\n").utf8)
    #expect(try LedgerTable(record).columns.count == 256)
    let wide = Array((head + String(repeating: ",", count: 248) + "\n").utf8)
    #expect { try LedgerTable(wide) } throws: { error in
      (error as? PublishError)?.message.italian.hasSuffix("ha più di 256 colonne") == true
    }
  }

  @Test func `a column of somebody's own keeps its name when the record is written anew`() throws {
    let head = "when;by;target;action;editions;content_hash;pages;accepted_warnings;commit"
    let record = Array((head + ";\"nota, \"\"mia\"\"\"\n;;;;;;;;;sì\n").utf8)
    let line = Ledger.Line(
      when: Timestamp(seconds: 0), by: "Bea", target: "sito", action: .undo, editions: [],
      contentHash: "", pages: 1, acceptedWarnings: "", commit: nil)
    guard case .anew(let bytes, 1) = try Ledger.adding(line, to: record) else {
      Issue.record("not written anew")
      return
    }
    let table = try LedgerTable(bytes)
    #expect(table.columns.last == "nota, \"mia\"")
    #expect(table.rows.map(\.last) == ["sì", ""])
  }

  /// Signs in its cells are no separators: the header says which they are.
  @Test func `a record of ours is read as it was written`() throws {
    let head = "when,by,target,action,editions,content_hash,pages,accepted_warnings,commit"
    let line = Ledger.Line(
      when: Timestamp(seconds: 0), by: "Bea; \"Anna\"", target: "=sito", action: .undo,
      editions: [2021], contentHash: "", pages: 3,
      acceptedWarnings: "a; \"b\"; c; d; e; f; g; h; i",
      commit: nil)
    for before in ["2026-11-21T20: 2147483648\nb\",x,x\n", "2026;11;21;20;30;0;0;0;0;1\n", ""] {
      let record = Array("\(head)\n\(before)".utf8)
      guard case .behind(let new) = try Ledger.adding(line, to: record) else {
        Issue.record("written anew")
        return
      }
      let table = try LedgerTable(record + new)
      #expect(table.columns.prefix(9).last == "commit")
      #expect(table.rows.last?[1] == line.by && table.rows.last?[7] == line.acceptedWarnings)
    }
  }

  @Test func `the hashes of corrections are read however their lines end`() throws {
    let hash = String(repeating: "0a", count: 32)
    for end in ["\n", "\r\n"] {
      #expect(try ClosedRecord.corrections(in: Array("sha256\(end)\(hash)\(end)".utf8)) == [hash])
    }
    #expect(try ClosedRecord.corrections(in: Array("sha256\n".utf8)) == [])
    for (other, line) in [("", 1), ("altro\n\(hash)\n", 1), ("sha256\n\(hash)x\n", 2)] {
      #expect(throws: Manifest.Flaw.line(line)) {
        try ClosedRecord.corrections(in: Array(other.utf8))
      }
    }
  }
}
