/// What a PDF says of itself in its catalog (ISO 32000-2, 7.7.2), as far as its beginning and its end show it.
struct PDFFacts {
  /// Whether it says what its parts are (14.8); nil where its catalog is elsewhere, or hidden by a password.
  private(set) var isTagged: Bool?
  private(set) var pages: Int?

  init(head: [UInt8], tail: [UInt8]) {
    for bytes in [head, tail] {
      let packed = PDFObjectStream.all(in: bytes)
      // Of several catalogs the last holds: whoever changes a PDF adds one at its end.
      let catalogs =
        PDFFacts.objects(in: bytes, of: "/Catalog")
        + packed.flatMap { stream in
          stream.objects.flatMap { PDFFacts.objects(in: $0, of: "/Catalog") }
            .map { (stream.place, $0.text) }
        }
      if let last = catalogs.max(by: { $0.place < $1.place }) {
        isTagged = last.text.contains("/StructTreeRoot")
      }
      let trees =
        PDFFacts.objects(in: bytes, of: "/Pages")
        + packed.flatMap(\.objects).flatMap { PDFFacts.objects(in: $0, of: "/Pages") }
      for tree in trees {
        pages = max(pages ?? 0, PDFFacts.number(behind: "/Count", in: tree.text) ?? 0)
      }
    }
    if pages == 0 { pages = nil }
  }

  /// The dictionaries that say they are of a type, as texts, each with where it stands.
  static func objects(in bytes: [UInt8], of type: String) -> [(place: Int, text: String)] {
    var found: [(place: Int, text: String)] = []
    let (name, key) = (Array(type.utf8), Array("/Type".utf8))
    var at = 0
    while let range = bytes[at...].firstRange(of: name), found.count < mostObjects {
      at = range.upperBound
      var before = range.lowerBound
      while before > 0, isBlank(bytes[before - 1]) { before -= 1 }
      // `/Type /Catalog`, and no `/Pages 2 0 R` nor `/PagesRoot`.
      guard before >= key.count, bytes[(before - key.count)..<before].elementsEqual(key),
        at == bytes.count || !isLetter(bytes[at])
      else { continue }
      let window = max(0, before - longest)..<min(bytes.count, at + longest)
      let start =
        bytes[window.lowerBound..<before].ranges(of: Array(" obj".utf8)).last?.upperBound
        ?? window.lowerBound
      let end =
        bytes[at..<window.upperBound].firstRange(of: Array("endobj".utf8))?.lowerBound
        ?? window.upperBound
      found.append((start, String(decoding: bytes[start..<end], as: UTF8.self)))
    }
    return found
  }

  private static let mostObjects = 64
  /// More bytes no catalog has.
  private static let longest = 8192

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func number(behind name: String, in object: String) -> Int? {
    object.firstRange(of: name).flatMap { range in
      Int(object[range.upperBound...].drop { $0.isWhitespace }.prefix { $0.isNumber })
    }
  }
}
