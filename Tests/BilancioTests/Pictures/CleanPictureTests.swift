import Pictures
import Testing

/// What cameras and programs write beside a picture goes; the picture stays byte for byte.
@Suite struct CleanPictureTests {
  private typealias Bytes = [UInt8]

  /// A directory with a way to turn and a place, in one order of bytes or the other.
  private static func exif(turned: UInt8, isLittle: Bool) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
      return isLittle ? bytes : bytes.reversed()
    }
    let entries: [(Int, Int, Int)] = [(0x010F, 2, 0), (0x0112, 3, Int(turned)), (0x8825, 4, 38)]
    var tiff = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
    tiff += number(entries.count, 2)
    for (tag, type, value) in entries {
      tiff += number(tag, 2) + number(type, 2) + number(1, 4)
      tiff += type == 3 ? number(value, 2) + [0, 0] : number(value, 4)
    }
    return tiff + number(0, 4) + Array("44.4949 N".utf8)
  }

  private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  private static let start = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
  private static let colours = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9, 9])
  private static let frame = segment(0xC0, [8, 0, 3, 0, 4, 1, 1, 0x11, 0])
  // A byte of data that looks like a marker, a restart, and a second scan.
  private static let scans =
    segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 0xFF, 0, 2, 0xFF, 0xD0, 3]
    + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [4, 5]

  private static func jpeg(_ parts: [[UInt8]], behind: [UInt8] = []) -> [UInt8] {
    [0xFF, 0xD8] + parts.flatMap(\.self) + [0xFF, 0xD9] + behind
  }

  private static func photograph(turned: UInt8 = 1, isLittle: Bool = true) -> [UInt8] {
    jpeg(
      [
        start, segment(0xE1, Array("Exif\0\0".utf8) + exif(turned: turned, isLittle: isLittle)),
        segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='44'/>".utf8)),
        colours, segment(0xE2, Array("MPF\0".utf8)), segment(0xED, Array("Photoshop 3.0\0".utf8)),
        segment(0xFE, Array("Mario".utf8)), frame, scans,
      ], behind: Array("un filmato".utf8))
  }

  @Test func `a photograph loses what its camera wrote, and nothing else`() throws {
    let clean = try CleanPicture(CleanPictureTests.photograph())
    let kept = [CleanPictureTests.start, CleanPictureTests.colours, CleanPictureTests.frame]
    #expect(clean.bytes == CleanPictureTests.jpeg(kept + [CleanPictureTests.scans]))
    #expect(clean.format == .jpeg && clean.width == 4 && clean.height == 3)
    #expect(clean.hadPlace && clean.hadMore)
    let again = try CleanPicture(clean.bytes)
    #expect(again.bytes == clean.bytes && !again.hadPlace && !again.hadMore)
  }

  @Test(arguments: [true, false])
  func `the way that it is to be turned stays`(isLittle: Bool) throws {
    let clean = try CleanPicture(CleanPictureTests.photograph(turned: 6, isLittle: isLittle))
    #expect(clean.width == 3 && clean.height == 4 && clean.hadPlace)
    let again = try CleanPicture(clean.bytes)
    #expect(again.bytes == clean.bytes && !again.hadPlace && again.width == 3)
    #expect(!String(decoding: clean.bytes, as: UTF8.self).contains("44.4949"))
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + Array(name.utf8) + content
      + [1, 2, 3, 4]
  }

  @Test func `a screenshot loses its texts and its time`() throws {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let size = CleanPictureTests.chunk("IHDR", [0, 0, 0, 7, 0, 0, 0, 5, 8, 2, 0, 0, 0])
    let colour = CleanPictureTests.chunk("sRGB", [0])
    let data = CleanPictureTests.chunk("IDAT", [9, 9, 9])
    let end = CleanPictureTests.chunk("IEND", [])
    let text = CleanPictureTests.chunk("tEXt", Array("Author\0Mario".utf8))
    let time = CleanPictureTests.chunk("tIME", [7, 0xE9, 1, 1, 1, 1, 1])
    let exif = CleanPictureTests.chunk("eXIf", CleanPictureTests.exif(turned: 8, isLittle: false))
    let plain = signature + size + colour + data + end
    let clean = try CleanPicture(signature + size + text + colour + time + data + end + [7, 7])
    #expect(clean.bytes == plain && clean.format == .png && clean.width == 7 && clean.hadMore)
    #expect(try CleanPicture(plain).hadMore == false)
    let turned = try CleanPicture(signature + size + exif + colour + data + end)
    #expect(turned.hadPlace && turned.bytes.count == plain.count + 12 + 26)
    let again = try CleanPicture(turned.bytes)
    #expect(again.bytes == turned.bytes && !again.hadPlace)
  }

  @Test func `WebP loses its properties, and its head says so`() throws {
    func part(_ name: String, _ content: [UInt8]) -> [UInt8] {
      Array(name.utf8) + [UInt8(content.count), 0, 0, 0] + content
        + (content.count % 2 == 1 ? [0] : [])
    }
    func file(_ parts: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + [UInt8(parts.count + 4), UInt8((parts.count + 4) >> 8), 0, 0]
        + Array("WEBP".utf8) + parts
    }
    let data = part("VP8L", [0x2F, 1, 2, 3, 4])
    let head = { (flags: UInt8) in part("VP8X", [flags, 0, 0, 0, 9, 0, 0, 4, 0, 0]) }
    let properties = part("XMP ", Array("<x GPSLongitude='11'/>".utf8))
    let given = file(
      head(0x0C) + data
        + part("EXIF", CleanPictureTests.exif(turned: 1, isLittle: true)) + properties)
    let clean = try CleanPicture(given + [1])
    #expect(clean.bytes == file(head(0) + data) && clean.hadPlace && clean.width == 10)
    let turned = try CleanPicture(
      file(head(0x08) + data + part("EXIF", CleanPictureTests.exif(turned: 3, isLittle: true))))
    #expect(try CleanPicture(turned.bytes).bytes == turned.bytes && turned.bytes[20] == 0x08)
  }

  @Test func `what is no picture is told by what it is`() {
    let files: [([UInt8], CleanPicture.Flaw)] = [
      ([0, 0, 0, 24] + Array("ftypheic".utf8), .otherFormat("HEIC")),
      ([0, 0, 0, 24] + Array("ftypavif".utf8), .otherFormat("AVIF")),
      (Array("GIF89a".utf8), .otherFormat("GIF")), (Array("%PDF-1.7".utf8), .otherFormat("PDF")),
      (Array("<svg onload=alert(1)>".utf8), .noPicture), ([], .noPicture),
    ]
    for (bytes, flaw) in files {
      #expect(throws: flaw) { try CleanPicture(bytes) }
    }
  }

  @Test func `cut short or mutated, a picture is refused or whole, and nothing traps`() {
    let photograph = CleanPictureTests.photograph(turned: 6)
    let end = photograph.count - Array("un filmato".utf8).count
    for count in 0..<end {
      #expect(throws: CleanPicture.Flaw.self) { try CleanPicture(Array(photograph[..<count])) }
    }
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var bytes = photograph
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255)
      }
      guard let clean = try? CleanPicture(bytes) else { continue }
      #expect((try? CleanPicture(clean.bytes))?.bytes == clean.bytes)
    }
  }
}
