import Deflate

/// The parts of a zip archive (PKWARE APPNOTE 6.3.10), within bounds that no document of an office reaches.
package struct ZipArchive: Sendable {
  package struct Part: Sendable, Equatable {
    package let name: String
    /// Unpacked, in bytes, as the directory says.
    package let size: Int
    fileprivate let packedSize: Int
    fileprivate let isDeflated: Bool
    fileprivate let checksum: UInt32
    /// Of its own header.
    fileprivate let offset: Int
  }

  package static let mostParts = 4_000
  private static let mostOfPart = 64 << 20
  private static let mostOfAll = 256 << 20
  /// What is packed more tightly was made to be.
  private static let mostRatio = 200
  private static let leastForRatio = 1 << 20

  /// In the order of the directory, without folders.
  package let parts: [Part]
  private let bytes: [UInt8]
  private let places: [String: Int]

  package init(_ bytes: [UInt8]) throws(OfficeFlaw) {
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw ZipArchive.isCompound(bytes)
        ? .compound(isEncrypted: ZipArchive.holdsPackage(bytes)) : .unknown
    }
    self.bytes = bytes
    let reader = ZipReader(bytes)
    guard let directory = reader.directory else { throw .broken(part: nil) }
    guard directory.count <= ZipArchive.mostParts else { throw .tooManyParts(directory.count) }
    var parts: [Part] = []
    var places: [String: Int] = [:]
    var (at, total) = (directory.offset, 0)
    for _ in 0..<directory.count {
      guard let (part, next) = try ZipArchive.part(reader, at) else { throw .broken(part: nil) }
      at = next
      guard !part.name.hasSuffix("/") else { continue }
      try ZipArchive.check(part)
      total += part.size
      guard total <= ZipArchive.mostOfAll else { throw .tooLarge(part: nil) }
      // Of two of one name nobody knows which is meant.
      guard places.updateValue(parts.count, forKey: part.name) == nil else {
        throw .broken(part: part.name)
      }
      parts.append(part)
    }
    (self.parts, self.places) = (parts, places)
  }

  package subscript(name: String) -> Part? { places[name].map { parts[$0] } }

  /// The bytes of a part, whose checksum is right.
  package func bytes(of part: Part) throws(OfficeFlaw) -> [UInt8] {
    let reader = ZipReader(bytes)
    guard let start = reader.start(ofPartAt: part.offset),
      part.packedSize <= bytes.count - start
    else { throw .broken(part: part.name) }
    let packed = bytes[start..<(start + part.packedSize)]
    let content = part.isDeflated ? Inflation.bytes(of: packed, size: part.size) : Array(packed)
    guard let content, content.count == part.size, Inflation.checksum(content) == part.checksum
    else { throw .broken(part: part.name) }
    return content
  }

  private static func part(
    _ reader: ZipReader, _ at: Int
  ) throws(OfficeFlaw) -> (part: Part, next: Int)? {
    guard reader.number(at, 4) == 0x0201_4B50, let flags = reader.number(at + 8, 2),
      let method = reader.number(at + 10, 2), let checksum = reader.number(at + 16, 4),
      var packed = reader.number(at + 20, 4), var size = reader.number(at + 24, 4),
      let nameLength = reader.number(at + 28, 2), let extraLength = reader.number(at + 30, 2),
      let commentLength = reader.number(at + 32, 2), var offset = reader.number(at + 42, 4),
      let name = reader.text(at + 46, nameLength)
    else { return nil }
    if flags & 1 == 1 { throw .encrypted }
    guard method == 0 || method == 8 else { throw .broken(part: name) }
    // Sizes that some programs write in eight bytes though they fit in four (4.5.3).
    let extra = (at + 46 + nameLength)..<(at + 46 + nameLength + extraLength)
    var wide = reader.wideNumbers(in: extra)[...]
    for keyPath in [0, 1, 2] {
      let value = keyPath == 0 ? size : keyPath == 1 ? packed : offset
      guard value == 0xFFFF_FFFF else { continue }
      guard let real = wide.popFirst() else { return nil }
      switch keyPath {
      case 0: size = real
      case 1: packed = real
      default: offset = real
      }
    }
    let part = Part(
      name: name, size: size, packedSize: packed, isDeflated: method == 8,
      checksum: UInt32(truncatingIfNeeded: checksum), offset: offset)
    return (part, at + 46 + nameLength + extraLength + commentLength)
  }

  private static func check(_ part: Part) throws(OfficeFlaw) {
    let steps = part.name.split(separator: "/", omittingEmptySubsequences: false)
    guard !steps.contains(".."), !steps.contains("."), !part.name.hasPrefix("/"),
      !part.name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }),
      !part.name.dropFirst().hasPrefix(":")
    else { throw .name(part.name) }
    guard part.size <= mostOfPart,
      part.size <= leastForRatio || part.size / mostRatio <= part.packedSize
    else { throw .tooLarge(part: part.name) }
  }

  /// OLE's compound file ([MS-CFB] 2.2).
  private static func isCompound(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  /// Whether a compound file holds a document with a password ([MS-OFFCRYPTO] 2.3.4.4).
  private static func holdsPackage(_ bytes: [UInt8]) -> Bool {
    let name = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    return bytes.prefix(1 << 20).firstRange(of: name) != nil
  }
}

/// Numbers and texts of an archive, where they are in it.
private struct ZipReader {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil behind the end, and for what is no number of a file here.
  func number(_ at: Int, _ count: Int) -> Int? {
    guard at >= 0, at <= bytes.count - count else { return nil }
    let value = bytes[at..<at + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value)
  }

  func text(_ at: Int, _ count: Int) -> String? {
    guard at >= 0, at <= bytes.count - count else { return nil }
    return String(validating: bytes[at..<at + count], as: UTF8.self)
  }

  /// Where the directory begins, and how many parts it names.
  var directory: (offset: Int, count: Int)? {
    // A comment of up to 65,535 bytes may stand behind the record (4.3.16).
    let first = max(0, bytes.count - 22 - 0xFFFF)
    var at = bytes.count - 22
    while at >= first {
      if bytes[at] == 0x50, number(at, 4) == 0x0605_4B50, let comment = number(at + 20, 2),
        at + 22 + comment == bytes.count, let count = number(at + 10, 2),
        let offset = number(at + 16, 4)
      {
        guard count == 0xFFFF || offset == 0xFFFF_FFFF else { return (offset, count) }
        return wideDirectory(before: at)
      }
      at -= 1
    }
    return nil
  }

  /// The record in eight bytes (4.3.14), which a locator right before the other one tells of.
  private func wideDirectory(before end: Int) -> (offset: Int, count: Int)? {
    guard number(end - 20, 4) == 0x0706_4B50, let at = number(end - 12, 8),
      number(at, 4) == 0x0606_4B50, let count = number(at + 32, 8),
      let offset = number(at + 48, 8)
    else { return nil }
    return (offset, count)
  }

  /// The numbers in eight bytes that an entry's further fields hold.
  func wideNumbers(in extra: Range<Int>) -> [Int] {
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound, let kind = number(at, 2), let length = number(at + 2, 2) {
      if kind == 1 {
        return (0..<length / 8).compactMap { number(at + 4 + 8 * $0, 8) }
      }
      at += 4 + length
    }
    return []
  }

  /// Where the packed bytes of a part begin, behind its own header (4.3.7).
  func start(ofPartAt offset: Int) -> Int? {
    guard number(offset, 4) == 0x0403_4B50, let name = number(offset + 26, 2),
      let extra = number(offset + 28, 2)
    else { return nil }
    let start = offset + 30 + name + extra
    return start <= bytes.count ? start : nil
  }
}
