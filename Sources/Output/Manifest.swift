package import Files
import Glibc

/// The list of a site's files that goes with it: what the program wrote, and so may replace.
package struct Manifest: Sendable {
  package struct Entry: Sendable, Hashable {
    package let path: String
    package let byteCount: Int
    /// SHA-256 in hexadecimal digits.
    package let digest: String

    package init(path: String, byteCount: Int, digest: String) {
      (self.path, self.byteCount, self.digest) = (path, byteCount, digest)
    }

    /// A line of a manifest; nil where a path could leave its folder, or where anything else is wrong.
    package init?(line: ArraySlice<UInt8>) {
      // The last two fields have no commas; the path may.
      let comma = UInt8(ascii: ",")
      guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
        let second = line.lastIndex(of: comma), let first = line[..<second].lastIndex(of: comma)
      else { return nil }
      let digest = line[(second + 1)...]
      guard digest.count == 64, digest.allSatisfy(FileHash.isHexadecimal),
        let size = Int(String(decoding: line[(first + 1)..<second], as: UTF8.self)),
        (0...Manifest.mostBytes).contains(size), Entry.isInside(line[..<first]),
        let path = String(validating: line[..<first], as: UTF8.self)
      else { return nil }
      self.init(path: path, byteCount: size, digest: String(decoding: digest, as: UTF8.self))
    }

    /// Whether a path names something below its folder in the one way there is.
    private static func isInside(_ path: ArraySlice<UInt8>) -> Bool {
      let dot = UInt8(ascii: ".")
      return path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && !$0.elementsEqual([dot]) && !$0.elementsEqual([dot, dot]) }
    }

    package var isPage: Bool { path.hasSuffix(".html") }

    package init(path: String, bytes: [UInt8]) {
      self.init(path: path, byteCount: bytes.count, digest: Manifest.digest(of: bytes))
    }
  }

  package static let name = "bilancio-manifest.csv"
  package static let header = "path,bytes,sha256"
  /// The size beyond which no file of a site is ours, 1 TiB: so sizes of a list can be added.
  package static let mostBytes = 1 << 40

  /// A list of a million files has half as many.
  static let maximumBytes = 256 << 20

  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The manifest of a folder, nil where there is none; one that is there and cannot be read, or of which a
  /// line is wrong, is an error, for without it all that is ours would be taken for others'.
  package static func found(in folder: String) throws(FileError) -> Manifest? {
    let file = Path.join(folder, Manifest.name)
    do throws(FileError) {
      return try Manifest(reading: try ReadableFile(file))
    } catch  where error.code == ENOENT {
      return nil
    }
  }

  /// - Throws: `FileError` also where the file is no manifest that this program could have written.
  package init(reading file: borrowing ReadableFile) throws(FileError) {
    let bytes = try file.bytes(atMost: Manifest.maximumBytes)
    do throws(Flaw) { try self.init(bytes: bytes) } catch {
      throw FileError(.read, file.path, error.cause)
    }
  }

  /// What keeps bytes from being a manifest that this program could have written.
  package enum Flaw: Error, Equatable {
    /// Counted from 1.
    case line(Int)
    /// A path that is that of a file and of a folder.
    case fileAndFolder(String)

    package var cause: FileError.Cause {
      switch self {
      case .line(let number): .brokenList(line: number)
      case .fileAndFolder(let path): .fileAndFolder(path)
      }
    }
  }

  /// Reads the bytes of a manifest: it may come from a server, and its paths go to tools that read commands.
  ///
  /// The lines stand in the order of their paths, as the program writes them, so that what stands twice
  /// stands together, and no line has to be remembered.
  ///
  /// - Parameter hasStates: whether it is a list of all states that files may have, so that a path may stand in
  ///   it more than once, and a file where another site has a folder.
  package init(bytes: [UInt8], hasStates: Bool = false) throws(Flaw) {
    let header = Array((Manifest.header + "\n").utf8)
    guard bytes.starts(with: header), bytes.last == 0x0A else { throw .line(1) }
    var entries: [Entry] = []
    var before = Predecessors()
    var start = header.count
    while start < bytes.count {
      let number = entries.count + 2
      guard let end = bytes[start...].firstIndex(of: 0x0A),
        let entry = Entry(line: bytes[start..<end])
      else { throw .line(number) }
      let path = bytes[start..<(start + entry.path.utf8.count)]
      switch before.take(path) {
      case .other: break
      case .same where hasStates, .below where hasStates: break
      case .below(let file): throw .fileAndFolder(String(decoding: file, as: UTF8.self))
      case .same, .earlier: throw .line(number)
      }
      entries.append(entry)
      start = end + 1
    }
    self.entries = entries
  }

  /// The paths of a list that the next one may lie below: in the order of bytes other names stand between a
  /// file and what would lie in a folder of its name (`a`, `a-b`, `a/b`), but all of them begin with it.
  private struct Predecessors {
    enum Place {
      case other, same, earlier
      case below(ArraySlice<UInt8>)
    }

    /// Each begins with the one before it.
    private var paths: [ArraySlice<UInt8>] = []
    private var last: ArraySlice<UInt8> = []

    mutating func take(_ path: ArraySlice<UInt8>) -> Place {
      if path.lexicographicallyPrecedes(last) { return .earlier }
      let isSame = last.elementsEqual(path)
      last = path
      if isSame { return .same }
      while let top = paths.last, !path.starts(with: top) { paths.removeLast() }
      let above = paths.last
      paths.append(path)
      guard let above, path[path.startIndex + above.count] == UInt8(ascii: "/") else {
        return .other
      }
      return .below(above)
    }
  }

  package var bytes: [UInt8] {
    var bytes = Array((Manifest.header + "\n").utf8)
    for entry in entries { bytes += "\(entry.path),\(entry.byteCount),\(entry.digest)\n".utf8 }
    return bytes
  }

  /// What identifies this site: SHA-256 of the manifest.
  package var digest: String { Manifest.digest(of: bytes) }

  package var pages: Int { entries.count(where: \.isPage) }

  /// The years that have a folder of pages, newest first.
  package var editions: [Int] {
    Set(entries.compactMap { Int($0.path.prefix { $0 != "/" }) }).sorted(by: >)
  }

  package var paths: Set<String> { Set(entries.map(\.path)) }

  /// SHA-256 in hexadecimal digits.
  package static func digest(of bytes: [UInt8]) -> String {
    FileHash.digest(of: bytes)
  }

  /// SHA-256 of a file in hexadecimal digits, read piece by piece.
  package static func digest(ofFile path: String) throws(FileError) -> String {
    var hash = FileHash()
    try ReadableFile(path).eachPiece { piece throws(FileError) in hash.update(piece) }
    return hash.digest
  }

}

extension FileHash {
  package func entry(_ path: String) -> Manifest.Entry {
    Manifest.Entry(path: path, byteCount: byteCount, digest: digest)
  }
}
