import Diagnostics
package import Files

/// Bytes of files as they were, each under its hash.
package struct Versions: Sendable {
  /// A state of all files that somebody gave a name.
  package struct Named: Sendable, Equatable {
    package let name: String
    /// The hash of each file by its path.
    package let files: [String: String]

    package var digests: [String] { Array(files.values) }
  }

  private let folder: String

  package init(_ folder: String) { self.folder = folder }

  package func keep(_ bytes: [UInt8]) throws(FileError) {
    let path = place(of: FileHash.digest(of: bytes))
    guard try FileSystem.found(path, followingLinks: false) == nil else { return }
    try FileSystem.put(bytes, at: path)
  }

  /// The bytes that have a hash; nil where they were not kept, or are others.
  package func bytes(of digest: String) -> [UInt8]? {
    guard FileHash.isDigest(digest), let bytes = try? ReadableFile(place(of: digest)).bytes(),
      FileHash.digest(of: bytes) == digest
    else { return nil }
    return bytes
  }

  /// Keeps the state of several files under a name.
  package func name(
    _ name: String, _ files: [(path: String, bytes: [UInt8])]
  ) throws(FileError) {
    var writer = CSVWriter()
    writer.line(["file", "sha-256"])
    for file in files {
      try keep(file.bytes)
      writer.text(file.path)
      writer.value(FileHash.digest(of: file.bytes))
      writer.endLine()
    }
    try FileSystem.put(writer.bytes, at: Path.join(folder, FileName.safe(name) + ".csv"))
  }

  package func named() throws(FileError) -> [Named] {
    guard try FileSystem.found(folder, followingLinks: false) != nil else { return [] }
    var found: [Named] = []
    for name in try FileSystem.names(in: folder)
    where name.hasSuffix(".csv") && !name.hasPrefix(".") {
      let text = try ReadableFile(Path.join(folder, name)).bytes()
      let rows = CSV(
        String(decoding: text, as: UTF8.self), of: SourceFile.ID(0), separator: UInt8(ascii: ",")
      ).rows.dropFirst()
      let pairs = rows.filter { $0.count == 2 && FileHash.isDigest($0[1].text) }
        .map { ($0[0].text, $0[1].text) }
      found.append(
        Named(name: String(name.dropLast(4)), files: Dictionary(pairs, uniquingKeysWith: { $1 })))
    }
    return found
  }

  func remove(where isUseless: (String) -> Bool) throws(FileError) {
    guard try FileSystem.found(folder, followingLinks: false) != nil else { return }
    for name in try FileSystem.names(in: folder) where FileHash.isDigest(name) && isUseless(name) {
      try FileSystem.removeFile(place(of: name))
    }
  }

  private func place(of digest: String) -> String { Path.join(folder, digest) }
}

/// A name that people give as one that every disk takes.
private enum FileName {
  static func safe(_ name: String) -> String {
    let kept = name.map { $0.isLetter || $0.isNumber || " -,.".contains($0) ? $0 : "-" }
    let trimmed = String(kept.prefix(60)).drop { $0 == "." || $0 == " " || $0 == "-" }
    return trimmed.isEmpty ? "versione" : String(trimmed)
  }
}
