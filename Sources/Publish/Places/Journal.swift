import Files
package import Output

/// What this machine has brought to a place since a publication began, for the run that goes on with it
/// after an interruption.
///
/// It counts only while the list of what may be there is the very one it was begun with: whoever published
/// from elsewhere in between has written another.
package struct Journal {
  let path: String

  private static let pending = UInt8(ascii: "?")
  /// Each of a million files is in it a few times.
  private static let bound = 1 << 30

  /// - Parameter list: the bytes of the list that is there.
  func arrived(since list: [UInt8]) throws(PublishError) -> Set<Manifest.Entry> {
    let bytes = try PublishError.wrapping { () throws(FileError) -> [UInt8] in
      guard try FileSystem.found(path) != nil else { return [] }
      return try FileSystem.read(path, atMost: Journal.bound)
    }
    return Journal.arrived(bytes, since: list)
  }

  /// - Parameter bytes: of a journal.
  package static func arrived(_ bytes: [UInt8], since list: [UInt8]) -> Set<Manifest.Entry> {
    let lines = bytes.split(separator: 0x0A)
    guard lines.first.map({ String(decoding: $0, as: UTF8.self) }) == Manifest.digest(of: list)
    else { return [] }
    var arrived: [String: Manifest.Entry] = [:]
    for line in lines.dropFirst() {
      if line.first == Journal.pending {
        // Whatever was there before: now it may be either.
        arrived[String(decoding: line.dropFirst(), as: UTF8.self)] = nil
      } else if let entry = Manifest.Entry(line: line) {
        arrived[entry.path] = entry
      }
    }
    return Set(arrived.values)
  }

  /// Starts over with what is known to be there.
  func begin(_ list: [UInt8], arrived: Set<Manifest.Entry>) throws(PublishError) {
    let bytes = Array((Manifest.digest(of: list) + "\n").utf8) + Journal.lines(Array(arrived))
    try PublishError.wrapping { () throws(FileError) in
      try FileSystem.write(bytes, to: path, replacing: true)
    }
  }

  /// Says that some files are about to be brought.
  func expect(_ paths: [String]) throws(PublishError) {
    try append(Array(paths.map { "?" + $0 + "\n" }.joined().utf8))
  }

  /// Says that some files are there.
  func add(_ entries: [Manifest.Entry]) throws(PublishError) {
    try append(Journal.lines(entries))
  }

  /// Takes it away when all is there.
  func end() {
    // One that stays counts for nothing: the list that it was begun with is gone.
    try? FileSystem.removeFile(path)
  }

  private func append(_ bytes: [UInt8]) throws(PublishError) {
    try PublishError.wrapping { () throws(FileError) in try FileSystem.append(bytes, to: path) }
  }

  private static func lines(_ entries: [Manifest.Entry]) -> [UInt8] {
    Array(Manifest(entries).bytes.dropFirst(Manifest.header.utf8.count + 1))
  }
}
