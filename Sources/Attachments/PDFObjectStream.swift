import Deflate

/// Objects of a PDF that are packed together (ISO 32000-2, 7.5.7), as most programs but Word write them.
struct PDFObjectStream {
  /// Where it stands among the bytes.
  let place: Int
  /// The bytes of each object.
  let objects: [[UInt8]]

  private static let mostStreams = 32
  /// Unpacked; programs put some hundred objects into one.
  private static let mostBytes = 1 << 20

  /// Those whose bytes are all there, in their order.
  static func all(in bytes: [UInt8]) -> [PDFObjectStream] {
    var found: [PDFObjectStream] = []
    var at = 0
    let (name, start) = (Array("/ObjStm".utf8), Array("stream".utf8))
    for _ in 0..<mostStreams {
      guard let range = bytes[at...].firstRange(of: name) else { break }
      at = range.upperBound
      let nearby = bytes[at..<min(bytes.count, at + mostOfHead)]
      guard let begin = nearby.firstRange(of: start)?.upperBound else { continue }
      let before = bytes[max(0, range.lowerBound - mostOfHead)..<range.lowerBound]
      let open = before.ranges(of: Array(" obj".utf8)).last?.upperBound ?? before.startIndex
      let head = String(decoding: bytes[open..<begin], as: UTF8.self)
      if let stream = PDFObjectStream(head: head, place: open, bytes[begin...]) {
        found.append(stream)
      }
    }
    return found
  }

  /// More bytes no dictionary of a stream has.
  private static let mostOfHead = 1024

  /// - Parameters:
  ///   - head: its dictionary.
  ///   - rest: all behind the word that it begins with.
  private init?(head: String, place: Int, _ rest: ArraySlice<UInt8>) {
    guard head.contains("/FlateDecode"), !head.contains("/DecodeParms"),
      let first = PDFFacts.number(behind: "/First", in: head),
      let count = PDFFacts.number(behind: "/N", in: head)
    else { return nil }
    var rest = rest
    if rest.first == 0x0D { rest.removeFirst() }
    if rest.first == 0x0A { rest.removeFirst() }
    // Its length may stand in an object of its own.
    guard let end = rest.firstRange(of: Array("endstream".utf8))?.lowerBound,
      let content = Inflation.bytes(ofStream: rest[..<end], most: PDFObjectStream.mostBytes),
      first <= content.count
    else { return nil }
    let numbers = String(decoding: content[..<first], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).prefix(2 * min(count, content.count)).map { Int($0) }
    // A number and a place for each object, in the order of the places.
    let places = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] ?? -1 }
    guard places.allSatisfy({ (0...(content.count - first)).contains($0) }),
      zip(places, places.dropFirst()).allSatisfy(<)
    else { return nil }
    self.place = place
    objects = zip(places, places.dropFirst() + [content.count - first]).map {
      Array(content[(first + $0)..<(first + $1)])
    }
  }
}
