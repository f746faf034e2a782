import Diagnostics
import Files
import Foundation
import Testing

@testable import Desk

/// Tables of events stay whole whatever a spreadsheet, an editor or a full disk makes of them.
@Suite struct EventTableTests {
  private static let heading = ["ora", "chi", "testo"]

  private static func table(
    _ scratch: Scratch, _ text: String? = nil
  ) throws -> (EventTable, URL) {
    let path = scratch.folder.appending(path: "eventi.csv")
    if let text { try Data(text.utf8).write(to: path) }
    return (EventTable(path.path, heading: heading), path)
  }

  @Test func `any text comes back, and a line is one of the file`() throws {
    let scratch = try Scratch()
    let (table, path) = try EventTableTests.table(scratch)
    let rows = [
      ["1", "Anna; B, \"C\"", "prima\nseconda\n\nquarta"], ["2", "=SOMMA(A1)", "a\r\nb"],
      ["3", "", "-1"],
    ]
    for row in rows { try table.add(row) }
    #expect(
      try table.lines() == rows.map { $0.map { $0.replacing("\r\n", with: "\n") } })
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(text.components(separatedBy: "\r\n").count == rows.count + 2)
  }

  @Test(arguments: [";", "\t", ","])
  func `what a spreadsheet saved again goes on as it was`(separator: String) throws {
    let lines = [EventTableTests.heading, ["1", "Anna", "uno"], ["2", "Beppe", "due"]]
    let saved = lines.map { $0.joined(separator: separator) }.joined(separator: "\n") + "\n"
    let scratch = try Scratch()
    let (table, _) = try EventTableTests.table(scratch, saved)
    try table.add(["3", "Carla", "tre, e \"quattro\""])
    #expect(
      try table.lines() == [
        ["1", "Anna", "uno"], ["2", "Beppe", "due"], ["3", "Carla", "tre, e \"quattro\""],
      ])
  }

  @Test func `a line that was cut short is not lost, and the next is none of it`() throws {
    let scratch = try Scratch()
    let (table, _) = try EventTableTests.table(
      scratch, "ora,chi,testo\r\n1,Anna,uno\r\n2,Beppe,du")
    try table.add(["3", "Carla", "tre"])
    #expect(try table.lines().map { $0[2] } == ["uno", "du", "tre"])
  }

  @Test func `a quote that nobody closed is told with its line, and nothing is written`() throws {
    let text = "ora,chi,testo\r\n1,Anna,uno\r\n2,\"Beppe,due\r\n3,Carla,tre\r\n"
    let scratch = try Scratch()
    let (table, path) = try EventTableTests.table(scratch, text)
    #expect {
      try table.add(["4", "Dora", "quattro"])
    } throws: { error in
      "\((error as? FileError)?.message.italian ?? "")".contains("3")
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == text)
  }
}
