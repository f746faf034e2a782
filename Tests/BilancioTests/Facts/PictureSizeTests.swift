import Testing

@testable import Facts
@testable import Site

/// The sizes of pictures, from headers that are whole, cut short, empty or made up.
@Suite struct PictureSizeTests {
  private static func size(_ bytes: [UInt8]) -> [Int]? {
    PictureSize(of: bytes).map { [$0.width, $0.height] }
  }

  private static func svg(_ attributes: String) -> [Int]? {
    size(Array("<?xml version=\"1.0\"?>\n<svg xmlns=\"x\" \(attributes)>".utf8))
  }

  private static let heads: [(name: String, bytes: [UInt8], size: [Int])] = [
    (
      "PNG",
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
        + [0, 0, 1, 0, 0, 0, 0, 2], [256, 2]
    ),
    ("GIF", Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00], [320, 240]),
    (
      "JPEG",
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xFF, 0xC0, 0, 17, 8, 0, 100, 0, 200], [200, 100]
    ),
    (
      "WebP", Array("RIFF....WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0],
      [100, 50]
    ),
    ("WebP", Array("RIFF....WEBPVP8L".utf8) + [0, 0, 0, 0, 0x2F, 99, 0x40, 12, 0], [100, 50]),
    (
      "WebP",
      Array("RIFF....WEBPVP8 ".utf8) + [0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 100, 0, 50, 0],
      [100, 50]
    ),
  ]

  @Test func `each format says its size, and nothing where it ends too soon`() {
    for (name, bytes, size) in PictureSizeTests.heads {
      #expect(PictureSizeTests.size(bytes) == size, "\(name)")
      for length in 0..<bytes.count {
        #expect(PictureSizeTests.size(Array(bytes[..<length])) == nil, "\(name) \(length)")
      }
    }
  }

  @Test func `no length of nothing or of too much is a size`() {
    for (name, bytes, _) in PictureSizeTests.heads {
      for value: UInt8 in [0, 0xFF] {
        for at in bytes.indices {
          var changed = bytes
          changed[at] = value
          if let size = PictureSizeTests.size(changed) {
            #expect(size.allSatisfy { (1...100_000).contains($0) }, "\(name) \(at)")
          }
        }
      }
    }
    let png = PictureSizeTests.heads[0].bytes
    #expect(PictureSizeTests.size(png.dropLast(8) + [UInt8](repeating: 0xFF, count: 8)) == nil)
    #expect(PictureSizeTests.size(png.dropLast(8) + [UInt8](repeating: 0, count: 8)) == nil)
    // A format that is not read here is none, however good its header.
    let avif = [0, 0, 0, 0x1C] + Array("ftypavif".utf8) + [UInt8](repeating: 0, count: 40)
    #expect(PictureSizeTests.size(avif) == nil)
  }

  @Test(arguments: [
    ("width=\"30\" height=\"20.4\"", [30, 20]), ("width='30px' height=' 20px '", [30, 20]),
    ("width=\"3e1\" height=\"+20\"", [30, 20]), ("width=\"1in\" height=\"72pt\"", [96, 96]),
    ("width=\"2.54cm\" height=\"25.4mm\"", [96, 96]),
    ("width=\"6pc\" height=\"101.6Q\"", [96, 96]),
    ("width=\"100%\" height=\"100%\" viewBox=\"0 0 30 20\"", [30, 20]),
    ("width=\"3em\" height=\"2em\" viewBox=\"-1,-2,30,20\"", [30, 20]),
    ("\n\tviewBox = '0\n0\t30 , 20'", [30, 20]),
    ("data-x=\"a>b\" viewBox=\"0 0 30 20\"", [30, 20]),
    ("stroke-width=\"3\" viewBox=\"0 0 30 20\" viewBox=\"0 0 1 1\"", [30, 20]),
  ])
  func `an SVG says its size in many forms`(attributes: String, size: [Int]) {
    #expect(PictureSizeTests.svg(attributes) == size)
  }

  private static let lengths = [
    "1e23", "99999999999999999999999", "-inf", "inf", "+infinity", "nan", "-nan", "-0", "0",
    "1e-300",
    "-1e300", "1e400", "9e18", "0x1p5", "0.4", "100001", "", " ", "e", "1e", ".", "--1", "1.2.3",
    "٣٠",
    "30 30", "-30", "1e+", "calc(1px)",
  ]

  @Test(arguments: lengths)
  func `what is no length a page can have is no size`(length: String) {
    for other in ["1", "-inf", length] {
      #expect(PictureSizeTests.svg("width=\"\(length)\" height=\"\(other)\"") == nil)
      #expect(PictureSizeTests.svg("width='\(other)px' height='\(length)px'") == nil)
      #expect(PictureSizeTests.svg("viewBox=\"0 0 \(length) \(other)\"") == nil)
      #expect(PictureSizeTests.svg("viewBox=\"0,\(other),\(other),\(length)\"") == nil)
    }
  }

  @Test(arguments: [
    "<svg", "<svg ", "<svg width", "<svg width=", "<svg width=\"", "<svg width=\"30", "<svg/>",
    "<!-- <svg width=\"1\" height=\"1\"> ", "<svgx width=\"1\" height=\"1\">",
    "<svg width=30 height=20>", "<svg viewBox=\"0 0 30 20", "<!--", "<",
  ])
  func `half an SVG is none`(text: String) {
    #expect(PictureSizeTests.size(Array(text.utf8)) == nil)
  }

  @Test func `what a comment says is not the picture`() {
    let text = "<!-- <svg width=\"1\" height=\"1\"> --><svg width=\"30\" height=\"20\"/>"
    #expect(PictureSizeTests.size(Array(text.utf8)) == [30, 20])
  }
}
