import Crypto
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

    /// A line of a manifest; nil where a path could leave its folder, or where anything else is amiss.
    fileprivate init?(line: ArraySlice<UInt8>) {
      // The last two fields have no commas; the path may.
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count >= 3, line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
        let digest = fields.last, digest.count == 64, digest.allSatisfy(Entry.isHexadecimal),
        let size = Int(String(decoding: fields[fields.count - 2], as: UTF8.self)),
        (0...Manifest.mostBytes).contains(size)
      else { return nil }
      let end = fields[fields.count - 2].startIndex - 1
      let parts = line[..<end].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      let isInside = parts.allSatisfy { part in
        !part.isEmpty && Array(part) != Array(".".utf8) && Array(part) != Array("..".utf8)
      }
      guard isInside, let path = String(validating: line[..<end], as: UTF8.self) else { return nil }
      self.init(path: path, byteCount: size, digest: String(decoding: digest, as: UTF8.self))
    }

    package var isPage: Bool { path.hasSuffix(".html") }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    package init(path: String, bytes: [UInt8]) {
      self.init(path: path, byteCount: bytes.count, digest: Manifest.digest(of: bytes))
    }
  }

  package static let name = "bilancio-manifest.csv"
  package static let header = "path,bytes,sha256"
  /// The size beyond which no file of a site is ours, 1 TiB: so sizes of a list can be added.
  package static let mostBytes = 1 << 40

  /// A list of a million files has half as many.
  private static let maximumBytes = 256 << 20

  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Reads the manifest of a folder; nil where there is none that is ours.
  package init?(of folder: String) {
    guard
      let bytes = try? FileSystem.read(
        Path.join(folder, Manifest.name), atMost: Manifest.maximumBytes)
    else { return nil }
    self.init(bytes: bytes)
  }

  /// The manifest of a folder, nil where there is none that is ours; one that is there and cannot be read is
  /// an error, for without it all that is ours would be taken for others'.
  package static func found(in folder: String) throws(FileError) -> Manifest? {
    do throws(FileError) {
      return Manifest(
        bytes: try FileSystem.read(Path.join(folder, Manifest.name), atMost: maximumBytes))
    } catch  where error.code == ENOENT {
      return nil
    }
  }

  /// Nil where these are not the bytes of a manifest that this program could have written: it may come
  /// from a server, and its paths go to tools that read commands.
  ///
  /// - Parameter hasStates: whether it is a list of all states that files may have, so that a path may stand in
  ///   it more than once.
  package init?(bytes: [UInt8], hasStates: Bool = false) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    guard lines.popFirst().map(Array.init) == Array(Manifest.header.utf8),
      lines.popLast()?.isEmpty ?? true
    else { return nil }
    var entries: [Entry] = []
    var paths: Set<String> = []
    for line in lines {
      // A path that stands twice would be two files.
      guard let entry = Entry(line: line), hasStates || paths.insert(entry.path).inserted
      else { return nil }
      entries.append(entry)
    }
    self.entries = entries
  }

  package var bytes: [UInt8] {
    var bytes = Array((Manifest.header + "\n").utf8)
    for entry in entries { bytes += "\(entry.path),\(entry.byteCount),\(entry.digest)\n".utf8 }
    return bytes
  }

  /// What tells this site from any other: SHA-256 of the manifest.
  package var digest: String { Manifest.digest(of: bytes) }

  package var pages: Int { entries.count(where: \.isPage) }

  /// The years that have a folder of pages, newest first.
  package var editions: [Int] {
    Set(entries.compactMap { Int($0.path.prefix { $0 != "/" }) }).sorted(by: >)
  }

  package var paths: Set<String> { Set(entries.map(\.path)) }

  /// SHA-256 in hexadecimal digits.
  package static func digest(of bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// SHA-256 of a file in hexadecimal digits, read piece by piece.
  package static func digest(ofFile path: String) throws(FileError) -> String {
    var hash = FileHash()
    try ReadableFile(path).eachPiece { piece throws(FileError) in hash.update(piece) }
    return hash.digest
  }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(64)
    for byte in digest {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 15)])
    }
    return String(decoding: result, as: UTF8.self)
  }
}
