import Crypto
import Files

/// The list of a site's files that goes with it: what the program wrote, and so may replace.
struct Manifest: Sendable {
  struct Entry: Sendable, Equatable {
    let path: String
    let byteCount: Int
    /// SHA-256 in hexadecimal digits.
    let digest: String
  }

  static let name = "bilancio-manifest.csv"
  private static let header = "path,bytes,sha256"

  let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Reads the manifest of a folder; nil where there is none that is ours.
  init?(of folder: String) {
    guard let bytes = try? FileSystem.read(Path.join(folder, Manifest.name)) else { return nil }
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
    guard lines.popFirst().map(String.init) == Manifest.header else { return nil }
    entries = lines.compactMap { line in
      // The last two fields have no commas; the path may.
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count >= 3, let size = Int(fields[fields.count - 2]),
        let path = Path.normalised(fields.dropLast(2).joined(separator: ","))
      else { return nil }
      return Entry(path: path, byteCount: size, digest: String(fields[fields.count - 1]))
    }
  }

  var bytes: [UInt8] {
    var bytes = Array((Manifest.header + "\n").utf8)
    for entry in entries { bytes += "\(entry.path),\(entry.byteCount),\(entry.digest)\n".utf8 }
    return bytes
  }

  var paths: Set<String> { Set(entries.map(\.path)) }

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
