import Foundation
import Office
import Testing

/// Archives are read within bounds, and what is none of an office's is refused at once.
@Suite struct ZipArchiveTests {
  /// An archive of texts, as the `zip` tool makes it.
  private static func made(_ files: [String: Data], in scratch: Scratch) throws -> [UInt8] {
    let folder = scratch.folder.appending(path: "zip")
    for (name, data) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/zip")
    process.arguments = ["-q", "-r", "../a.zip", "."]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: scratch.folder.appending(path: "a.zip")))
  }

  @Test func `parts come out as they went in`() throws {
    let files = [
      "uno.xml": Data("<a>però</a>".utf8),
      "cartella/due.bin": Data((0..<200_000).map { UInt8($0 % 251) }),
      "vuoto": Data(),
    ]
    let archive = try ZipArchive(try ZipArchiveTests.made(files, in: Scratch()))
    #expect(Set(archive.parts.map(\.name)) == Set(files.keys))
    for (name, data) in files {
      let part = try #require(archive[name])
      #expect(try archive.bytes(of: part) == Array(data))
    }
  }

  @Test func `a changed byte is told, wherever it is, and nothing traps`() throws {
    let bytes = try ZipArchiveTests.made(
      ["a.xml": Data(String(repeating: "<p>una riga</p>", count: 40).utf8)], in: Scratch())
    let whole = try ZipArchive(bytes)
    let content = try whole.bytes(of: whole.parts[0])
    for place in bytes.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var other = bytes
        other[place] ^= change
        guard let archive = try? ZipArchive(other) else { continue }
        for part in archive.parts {
          guard let read = try? archive.bytes(of: part) else { continue }
          #expect(read == content)
        }
      }
    }
    for count in 0..<bytes.count {
      #expect(throws: OfficeFlaw.self) { try ZipArchive(Array(bytes[..<count])) }
    }
  }

  @Test func `what was made to fill the memory is refused before it is unpacked`() throws {
    let zeros = Data(repeating: 0, count: 30 << 20)
    let bytes = try ZipArchiveTests.made(["nulla.xml": zeros], in: Scratch())
    #expect(throws: OfficeFlaw.tooLarge(part: "nulla.xml")) { try ZipArchive(bytes) }
    // The directory says less than there is.
    var liar = bytes
    let directory = try #require(bytes.lastRange(of: [0x50, 0x4B, 0x01, 0x02])).lowerBound
    liar.replaceSubrange(directory + 24..<directory + 28, with: [0, 0, 1, 0])
    let archive = try ZipArchive(liar)
    #expect(throws: OfficeFlaw.broken(part: "nulla.xml")) {
      try archive.bytes(of: archive.parts[0])
    }
  }

  @Test(arguments: [
    "../fuori.xml", "/etc/passwd", "a/../../b.xml", "a\\b.xml", "C:/x.xml", "a/./b",
  ])
  func `a name that leads elsewhere is refused`(name: String) throws {
    let plain = String(repeating: "x", count: name.utf8.count)
    var bytes = try ZipArchiveTests.made([plain: Data("a".utf8)], in: Scratch())
    while let place = bytes.firstRange(of: Array(plain.utf8)) {
      bytes.replaceSubrange(place, with: name.utf8)
    }
    #expect(throws: OfficeFlaw.name(name)) { try ZipArchive(bytes) }
  }

  @Test func `too many parts are refused`() throws {
    var files: [String: Data] = [:]
    for number in 0..<4_001 { files["\(number)"] = Data() }
    let bytes = try ZipArchiveTests.made(files, in: Scratch())
    #expect(throws: OfficeFlaw.tooManyParts(4_001)) { try ZipArchive(bytes) }
  }

  @Test func `other files are told by what they are`() {
    let old: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
    let name = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
    #expect(throws: OfficeFlaw.compound(isEncrypted: false)) { try ZipArchive(old) }
    #expect(throws: OfficeFlaw.compound(isEncrypted: true)) { try ZipArchive(old + name) }
    for bytes in [[], Array("%PDF".utf8), Array("ciao".utf8)] {
      #expect(throws: OfficeFlaw.unknown) { try ZipArchive(bytes) }
    }
    #expect(throws: OfficeFlaw.broken(part: nil)) { try ZipArchive(Array("PK".utf8)) }
  }
}
