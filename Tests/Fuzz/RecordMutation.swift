import Archive
import Diagnostics
import Files
import Output
import Publish

/// The program's own records, as spreadsheets, editors and other versions may have left them.
enum RecordMutation {
  private enum Form: CaseIterable {
    case ledger, journal, corrections, edition
  }

  private static let digest = String(repeating: "0123456789abcdef", count: 4)
  private static let header =
    "when,by,target,action,editions,content_hash,pages,accepted_warnings,commit"

  static func faults(_ chance: inout Chance) -> [String] {
    let forms = Form.allCases
    let form = forms[chance.below(forms.count)]
    let end = chance.one(of: ["\n", "\n", "\r\n", "\r"])
    // Seldom so many that what takes its square would not end.
    let count = chance.below(100) == 0 ? 5_000 : chance.below(12)
    let lines = written(form, count, &chance)
    var bytes = Array((lines.joined(separator: end) + chance.one(of: ["", end])).utf8)
    if chance.below(3) == 0 { bytes = Mutation.mutated(bytes, &chance) }
    switch form {
    case .ledger: return ledger(bytes)
    case .journal:
      let list = Array("elenco".utf8)
      let whole = Array((Manifest.digest(of: list) + "\n").utf8) + bytes
      return Journal.arrived(whole, since: list).filter { $0.path.isEmpty }.map { _ in "no path" }
    case .corrections:
      return (try? ClosedRecord.corrections(in: bytes))?.allSatisfy { $0.utf8.count == 64 } == false
        ? ["no hash"] : []
    case .edition: return edition(bytes)
    }
  }

  private static func written(_ form: Form, _ count: Int, _ chance: inout Chance) -> [String] {
    let comma = chance.one(of: [",", ",", ";", "\t"])
    var lines: [String] =
      switch form {
      case .ledger: [header.replacing(",", with: comma)]
      case .journal: []
      case .corrections: ["sha256"]
      case .edition: ["tipo: edizione", "anno: 2021"]
      }
    for _ in 0..<count {
      switch form {
      case .ledger:
        let cells = [
          chance.one(of: [
            "2026-11-21T20:30:00Z", "21/11/2026 20:30", "2026/11/21 20.30.15", "31/02/2026 9:00",
            "99/99/9999 99:99", "٢١/11/2026 20:30", "",
          ]), "Anna", "sito", "publication", "2021 2020", digest,
          chance.one(of: Mutation.extremes), chance.one(of: ["", "\"a;b\"", "=1+1", "\"a\nb\""]),
        ]
        lines.append(
          (cells + Array(repeating: "x", count: chance.below(3))).joined(separator: comma))
      case .journal:
        let path = chance.one(of: ["a.html", "../x", "a,b", "/x", "è", "a//b"])
        lines.append(chance.one(of: ["?\(path)", "\(path),45,\(digest)", path, ""]))
      case .corrections: lines.append(chance.one(of: [digest, digest, "", "abc"]))
      case .edition:
        lines.append(
          chance.one(of: [
            "chiusa: true", "closed: true", "impronta: \(digest)", "fingerprint: x", " chiusa: no",
            "titolo: chiusa: sì", "",
          ]))
      }
    }
    return lines
  }

  /// A line more leaves those that were there.
  private static func ledger(_ bytes: [UInt8]) -> [String] {
    let line = Ledger.Line(
      when: Timestamp(seconds: 1_800_000_000), by: "Bea", target: "=sito", action: .undo,
      editions: [2021], contentHash: digest, pages: 3, acceptedWarnings: "a; \"b\"", commit: nil)
    guard let before = try? LedgerTable(bytes), let addition = try? Ledger.adding(line, to: bytes)
    else { return [] }
    let made =
      switch addition {
      case .behind(let new): bytes + new
      case .anew(let all, _): all
      }
    guard let after = try? LedgerTable(made) else {
      return ["no record any more: \(String(decoding: made, as: UTF8.self).debugDescription)"]
    }
    guard after.isInForm else { return ["not in its own form"] }
    guard after.rows.count == before.rows.count + 1 else {
      return ["\(before.rows.count) lines became \(after.rows.count)"]
    }
    guard after.rows.last?.prefix(4).last == "undo" else { return ["the new line is lost"] }
    let old = zip(before.rows, after.rows).first { $0.0.prefix(6) != $0.1.prefix(6) }
    return old.map { ["\($0.0) became \($0.1)"] } ?? []
  }

  /// The line that tells which copy it is changes nothing of what is settled.
  private static func edition(_ bytes: [UInt8]) -> [String] {
    guard let new = Fingerprint.stating("impronta: \(digest)", in: bytes) else { return [] }
    let texts = [bytes, new].map { String(decoding: $0, as: UTF8.self) }
    return Fingerprint.settled(texts[0]) == Fingerprint.settled(texts[1])
      ? [] : ["what is settled changed"]
  }
}
