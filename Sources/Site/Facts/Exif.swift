/// What a camera wrote into a picture (CIPA DC-008, Exif 2.3).
enum Exif {
  /// How the picture is to be turned, 1 to 8; nil where it does not say.
  ///
  /// - Parameter segment: the contents of an APP1 segment.
  static func orientation(_ segment: ArraySlice<UInt8>) -> Int? {
    let mark = Array("Exif".utf8) + [0, 0]
    guard segment.starts(with: mark) else { return nil }
    let tiff = Array(segment.dropFirst(mark.count))
    let isLittle = tiff.starts(with: Array("II".utf8))
    guard isLittle || tiff.starts(with: Array("MM".utf8)) else { return nil }
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at >= 0, at <= tiff.count - count else { return nil }
      let bytes = tiff[at..<at + count]
      return (isLittle ? Array(bytes.reversed()) : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for entry in 0..<count {
      let at = directory + 2 + 12 * entry
      guard let tag = number(at, 2) else { return nil }
      if tag == 0x0112 { return number(at + 8, 2) }
    }
    return nil
  }
}
