import Files
import Output

/// What identifies the copy of a closed edition: the hash of the list of its files, in the edition's own file
/// (`impronta:`), where a review of the changes of the texts shows that it changed.
package enum Fingerprint {
  private static let names = (closed: ["chiusa:", "closed:"], own: ["impronta:", "fingerprint:"])

  /// What came of writing one down.
  package struct Outcome: Sendable {
    /// The edition's file.
    package let file: String
    /// What stands in it, or is to.
    package let line: String
    package let isWritten: Bool
  }

  /// The line of an edition's file, as `close` writes it.
  static func line(_ record: ClosedRecord) -> String { "impronta: \(record.site.digest)" }

  /// The bytes of an edition's text that stay as they were when it was closed.
  package static func settled(_ text: String) -> [UInt8] {
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    return Array(lines.filter { !begins($0, names.own) }.joined(separator: [0x0A]))
  }

  private static func begins(_ line: ArraySlice<UInt8>, _ names: [String]) -> Bool {
    names.contains { line.starts(with: $0.utf8) }
  }

  /// Whether the value of a field begins on its own line, and is one of plain letters, so that it ends there too.
  private static func hasWord(_ line: ArraySlice<UInt8>) -> Bool {
    let value = line.drop { $0 != UInt8(ascii: ":") }.dropFirst().drop { $0 == 0x20 }
    return value.first.map { Character(Unicode.Scalar($0)).isLetter } ?? false
  }

  /// What an edition's file has to say of a closed edition's copy: below `chiusa:`, where the file is such that
  /// nothing else in it changes.
  struct Statement {
    /// The edition's file.
    let file: String
    /// What is to stand in it.
    let line: String
    private let old: [UInt8]
    /// Nil where it is the author's to change: a link, or a file in an old encoding.
    private let new: [UInt8]?

    /// - Throws: `FileError` where the file cannot be read.
    init(_ record: ClosedRecord, in file: String) throws(FileError) {
      (self.file, line) = (file, Fingerprint.line(record))
      let isFile = try FileSystem.found(file, followingLinks: false)?.kind == .file
      old = isFile ? try FileSystem.read(file) : []
      new = isFile ? Fingerprint.stating(line, in: old) : nil
    }

    var outcome: Outcome { Outcome(file: file, line: line, isWritten: new != nil) }

    func write() throws(FileError) {
      if let new, new != old { try FileSystem.replace(file, with: new) }
    }

    /// Takes back what was written, where the copy did not come after all.
    func takeBack() throws(FileError) {
      if let new, new != old { try FileSystem.replace(file, with: old) }
    }
  }

  /// - Returns: nil where the place for the line is not to be seen.
  package static func stating(_ line: String, in bytes: [UInt8]) -> [UInt8]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .filter { !begins($0, names.own) }
    guard let at = lines.firstIndex(where: { begins($0, names.closed) }), hasWord(lines[at])
    else { return nil }
    let isEnglish = begins(lines[at], ["closed:"])
    var new = Array((isEnglish ? "fingerprint" + line.dropFirst("impronta".count) : line).utf8)
    if lines[at].last == 0x0D { new.append(0x0D) }
    lines.insert(new[...], at: at + 1)
    return Array(lines.joined(separator: [0x0A]))
  }
}
