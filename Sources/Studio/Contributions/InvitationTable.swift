import Desk
import Files

/// The invitations that were made, in `_redazione/inviti.csv`; their answers, in `_redazione/proposte`.
struct InvitationTable: Sendable {
  private let table: EventTable
  private let folder: String

  init(of root: String) {
    table = EventTable(
      Path.join(root, History.folder + "/inviti.csv"),
      heading: ["codice", "ora", "chi", "ufficio", "fino al", "pagine", "chiave", "impronte"])
    folder = Path.join(root, History.folder + "/proposte")
  }

  func add(_ invitation: OfficeInvitation, by author: String, at time: String) throws(FileError) {
    try table.add([
      invitation.code, time, author, invitation.office, invitation.until,
      invitation.records.joined(separator: " "), invitation.secret,
      invitation.fingerprints.joined(separator: " "),
    ])
  }

  func all() throws(FileError) -> [OfficeInvitation] {
    try table.lines().map { line in
      OfficeInvitation(
        code: line[0], secret: line[6], office: line[3], until: line[4],
        records: line[5].split(separator: " ").map(String.init),
        fingerprints: line[7].split(separator: " ").map(String.init))
    }
  }

  /// Keeps an answer that is to be looked at; the newest of an invitation.
  func keep(_ text: String, of code: String) throws(FileError) {
    try FileSystem.put(Array(text.utf8), at: place(of: code))
    try FileSystem.removeFile(refusals(of: code))
  }

  /// The codes of invitations whose answer is to be looked at.
  var answered: [String] {
    let names = (try? FileSystem.names(in: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }.map {
      String($0.dropLast(4))
    }
    .filter(InvitationTable.isCode).sorted()
  }

  func answer(_ code: String) -> String? {
    guard InvitationTable.isCode(code), let bytes = try? ReadableFile(place(of: code)).bytes()
    else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func remove(_ code: String) throws(FileError) {
    guard InvitationTable.isCode(code) else { return }
    try FileSystem.removeFile(place(of: code))
    try FileSystem.removeFile(refusals(of: code))
  }

  /// Remembers that a field of an answer was refused, while others are still to be decided.
  func refuse(_ row: String, of code: String) throws(FileError) {
    guard InvitationTable.isCode(code) else { return }
    try FileSystem.append(Array((row + "\n").utf8), to: refusals(of: code))
  }

  func refused(_ code: String) -> Set<String> {
    guard InvitationTable.isCode(code),
      let bytes = try? ReadableFile(refusals(of: code)).bytes()
    else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return Set(lines.map(String.init))
  }

  private func refusals(of code: String) -> String { Path.join(folder, code + ".rifiuti") }

  private func place(of code: String) -> String { Path.join(folder, code + ".txt") }

  /// Codes are ours: hexadecimal digits, so that none is a path.
  static func isCode(_ text: String) -> Bool {
    text.utf8.count == 32 && text.utf8.allSatisfy(FileHash.isHexadecimal)
  }
}
