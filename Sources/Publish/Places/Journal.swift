import Files
import Output

/// What this machine has brought to a place since a publication began, for the run that goes on with it
/// after an interruption.
///
/// It counts only while the list of what may be there is the very one it was begun with: whoever published
/// from elsewhere in between has written another.
struct Journal {
  let path: String

  /// - Parameter list: the bytes of the list that is there.
  func arrived(since list: [UInt8]) -> Set<Manifest.Entry> {
    guard let bytes = try? FileSystem.read(path) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first.map(String.init) == Manifest.digest(of: list) else { return [] }
    let rest = lines.dropFirst().joined(separator: "\n")
    return Set(Manifest(bytes: Array((Manifest.header + "\n" + rest).utf8))?.entries ?? [])
  }

  /// Begins anew with what is known to be there.
  func begin(_ list: [UInt8], arrived: Set<Manifest.Entry>) throws(PublishError) {
    let text = Manifest.digest(of: list) + "\n" + Journal.lines(Array(arrived))
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.write(Array(text.utf8), to: path, replacing: true)
    }
  }

  func add(_ entries: [Manifest.Entry]) throws(PublishError) {
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.append(Array(Journal.lines(entries).utf8), to: path)
    }
  }

  func end() { try? FileSystem.removeFile(path) }

  private static func lines(_ entries: [Manifest.Entry]) -> String {
    String(
      String(decoding: Manifest(entries).bytes, as: UTF8.self)
        .dropFirst(Manifest.header.count + 1))
  }
}
