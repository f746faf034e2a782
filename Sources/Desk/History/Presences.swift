import Diagnostics
package import Files

/// Who is writing where, on this machine or on another that has the same folder.
///
/// It keeps nobody from writing: two who write at once are both kept.
package struct Presences: Sendable {
  package struct Presence: Sendable, Equatable {
    package let record: String
    /// As they named themselves.
    package let author: String
    /// When they began to write.
    package let since: Timestamp
  }

  private let folder: String
  /// After so many seconds without a sign of life one has gone.
  private static let patience = 150
  /// A sign is given again after so many seconds.
  private static let rest = 40

  package init(of root: String) { folder = Path.join(root, History.folder + "/presenze") }

  /// Gives a sign of life for a window.
  package func note(
    _ record: String, window: String, author: String, at now: Timestamp = .now
  ) throws(FileError) {
    let old = read(place(of: window))
    let isSame = old.map { $0.presence.record == record && $0.presence.author == author } ?? false
    if isSame, let old, now.seconds(since: old.last) < Presences.rest { return }
    let since = isSame ? old?.presence.since ?? now : now
    var writer = CSVWriter()
    for cell in [record, author, since.text, now.text] { writer.text(Presences.line(cell)) }
    writer.endLine()
    try FileSystem.put(writer.bytes, at: place(of: window))
  }

  /// Takes the sign of a window away.
  package func end(window: String) throws(FileError) {
    guard FileSystem.status(folder) != nil else { return }
    try FileSystem.removeFile(place(of: window))
  }

  /// Who else writes in a record now, whoever came first before the others; those who have gone are forgotten.
  package func others(
    in record: String, window: String, at now: Timestamp = .now
  ) -> [Presence] {
    let names = (try? FileSystem.names(in: folder)) ?? []
    var found: [Presence] = []
    for name in names where name.hasSuffix(".csv") && !name.hasPrefix(".") {
      let file = Path.join(folder, name)
      guard file != place(of: window), let (presence, last) = read(file) else { continue }
      if now.seconds(since: last) > Presences.patience {
        try? FileSystem.removeFile(file)
      } else if presence.record == record {
        found.append(presence)
      }
    }
    return found.sorted { ($0.since, $0.author) < ($1.since, $1.author) }
  }

  private func read(_ path: String) -> (presence: Presence, last: Timestamp)? {
    guard let bytes = try? ReadableFile(path).bytes(), bytes.count < 10_000,
      let row = CSV(
        String(decoding: bytes, as: UTF8.self), of: SourceFile.ID(0), separator: UInt8(ascii: ",")
      ).rows.first, row.count == 4, let since = Timestamp(text: row[2].text),
      let last = Timestamp(text: row[3].text)
    else { return nil }
    return (Presence(record: row[0].text, author: row[1].text, since: since), last)
  }

  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private func place(of window: String) -> String {
    Path.join(folder, FileHash.digest(of: Array(window.utf8)).prefix(16) + ".csv")
  }
}
