/// What a camera wrote into a picture (CIPA DC-008, Exif 2.3): a directory of TIFF.
struct Exif {
  private let tiff: [UInt8]
  private let isLittle: Bool
  /// The places of the first directory's entries.
  private let entries: [Int]

  /// - Parameter bytes: the contents of an APP1 segment, or of a chunk that holds the same, with its mark or without.
  init?(_ bytes: ArraySlice<UInt8>) {
    tiff = Array(bytes.starts(with: Exif.mark) ? bytes.dropFirst(Exif.mark.count) : bytes)
    isLittle = tiff.starts(with: Array("II".utf8))
    guard isLittle || tiff.starts(with: Array("MM".utf8)),
      let directory = Exif.number(tiff, 4, 4, isLittle),
      let count = Exif.number(tiff, directory, 2, isLittle)
    else { return nil }
    // What ends too soon has as many as there are.
    let most = max(0, tiff.count - directory) / 12
    entries = (0..<min(count, most)).map { directory + 2 + 12 * $0 }
  }

  static let mark = Array("Exif".utf8) + [0, 0]

  /// How the picture is to be turned, 1 to 8; nil where it does not say.
  var orientation: Int? {
    entry(0x0112).flatMap { Exif.number(tiff, $0 + 8, 2, isLittle) }
  }

  /// Whether it says where the picture was taken (the directory of GPS).
  var hasPlace: Bool { entry(0x8825) != nil }

  /// One that says how to turn a picture and nothing else, without its mark.
  static func turning(_ orientation: Int) -> [UInt8] {
    Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1]
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0] + [0, 0, 0, 0]
  }

  private func entry(_ tag: Int) -> Int? {
    entries.first { Exif.number(tiff, $0, 2, isLittle) == tag }
  }

  private static func number(
    _ tiff: [UInt8], _ at: Int, _ count: Int, _ isLittle: Bool
  ) -> Int? {
    guard at >= 0, at <= tiff.count - count else { return nil }
    let bytes = tiff[at..<at + count]
    return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
  }
}
