package import Diagnostics
import Files
package import SocialReport

/// What tells which copy a closed edition is: the hash of the list of its files, in the edition's own file
/// (`impronta:`), where whoever reads the changes of the texts sees that it changed.
package enum Fingerprint {
  private static let names = (closed: ["chiusa:", "closed:"], own: ["impronta:", "fingerprint:"])

  /// What came of writing one down.
  package struct Outcome {
    /// The edition's file.
    package let file: String
    /// What stands in it, or is to.
    package let line: String
    package let isWritten: Bool
  }

  /// The line of an edition's file, as `close` writes it.
  static func line(_ record: ClosedRecord) -> String { "impronta: \(record.site.digest)" }

  /// The bytes of an edition's text that stay as they were when it was closed.
  static func settled(_ text: String) -> [UInt8] {
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    return Array(lines.filter { !begins($0, names.own) }.joined(separator: [0x0A]))
  }

  private static func begins(_ line: ArraySlice<UInt8>, _ names: [String]) -> Bool {
    names.contains { line.starts(with: $0.utf8) }
  }

  /// Writes the fingerprint of a closed edition's copy below `chiusa:`, where the file is such that nothing
  /// else in it changes.
  ///
  /// - Throws: `OutputError` where the file cannot be read or written; it is then as it was.
  package static func write(
    _ edition: Edition, _ sources: [SourceFile]
  ) throws(OutputError) -> Outcome? {
    guard let home = ClosedEditions.folder(of: edition, sources),
      let record = ClosedRecord(in: home), let file = sources[edition.place.file]?.path
    else { return nil }
    let line = line(record)
    do throws(FileError) {
      let old = try FileSystem.read(file)
      // A link, or a file in an old encoding, is the author's to change.
      guard FileSystem.status(file, followingLinks: false)?.kind == .file,
        let new = stating(line, in: old)
      else { return Outcome(file: file, line: line, isWritten: false) }
      guard new != old else { return Outcome(file: file, line: line, isWritten: true) }
      let beside = file + ".nuovo"
      guard FileSystem.status(beside, followingLinks: false) == nil else {
        return Outcome(file: file, line: line, isWritten: false)
      }
      do throws(FileError) {
        try FileSystem.write(new, to: beside)
        try FileSystem.rename(beside, to: file)
      } catch {
        if FileSystem.status(beside, followingLinks: false) != nil {
          try FileSystem.removeFile(beside)
        }
        throw error
      }
      return Outcome(file: file, line: line, isWritten: true)
    } catch { throw .file(error) }
  }

  /// - Returns: nil where the place for the line is not to be seen.
  static func stating(_ line: String, in bytes: [UInt8]) -> [UInt8]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .filter { !begins($0, names.own) }
    guard let at = lines.firstIndex(where: { begins($0, names.closed) }) else { return nil }
    let isEnglish = begins(lines[at], ["closed:"])
    var new = Array((isEnglish ? "fingerprint" + line.dropFirst("impronta".count) : line).utf8)
    if lines[at].last == 0x0D { new.append(0x0D) }
    lines.insert(new[...], at: at + 1)
    return Array(lines.joined(separator: [0x0A]))
  }
}
