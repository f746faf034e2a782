/// An archive whose parts are not packed (APPNOTE 4.3).
enum StoredZip {
  static func bytes(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for part in parts {
      let name = Array(part.name.utf8)
      // Version, flags, method, time and day; then checksum, sizes and lengths.
      let facts = numbers([(20, 2), (0, 2), (0, 2), (0, 2), (0x21, 2)])
      let sizes = numbers([
        (checksum(part.bytes), 4), (part.bytes.count, 4), (part.bytes.count, 4), (name.count, 2),
        (0, 2),
      ])
      directory += numbers([(0x0201_4B50, 4), (20, 2)]) + facts + sizes
      directory += numbers([(0, 2), (0, 2), (0, 2), (0, 4), (file.count, 4)]) + name
      file += numbers([(0x0403_4B50, 4)]) + facts + sizes + name + part.bytes
    }
    let end = numbers([
      (0x0605_4B50, 4), (0, 4), (parts.count, 2), (parts.count, 2), (directory.count, 4),
      (file.count, 4), (0, 2),
    ])
    return file + directory + end
  }

  private static func numbers(_ all: [(value: Int, count: Int)]) -> [UInt8] {
    all.flatMap { value, count in
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
  }

  /// CRC-32 (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
