/// Ids of HTML elements: unique on their page, made of the words they stand by.
package struct ElementIDs {
  /// What every page has besides.
  private let reserved: Set<String>
  private var used: Set<String> = []
  /// The number that the last of several equal ones got.
  private var counts: [String: Int] = [:]

  package init(reserved: Set<String> = []) { self.reserved = reserved }

  package mutating func unique(_ text: String) -> String {
    var slug = ElementIDs.slug(text)
    if ElementIDs.isOfProgram(slug) { slug = "s-" + slug }
    var count = counts[slug, default: 0]
    var id = slug
    repeat {
      count += 1
      if count > 1 { id = "\(slug)-\(count)" }
    } while used.contains(id) || reserved.contains(id) || id == "note"
    counts[slug] = count
    used.insert(id)
    return id
  }

  package func contains(_ id: String) -> Bool { used.contains(id) }

  /// Whether the program itself gives ids of this form: to notes, terms, observations and charts.
  private static func isOfProgram(_ id: String) -> Bool {
    ["nota-", "rif-nota-", "parola-", "oss-", "grafico-"].contains(where: id.hasPrefix)
  }

  /// Lower case, accents off, hyphens between words, at most 60 bytes.
  package static func slug(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(64)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x61...0x7A, 0x30...0x39: result.append(UInt8(value))
      case 0x41...0x5A: result.append(UInt8(value + 0x20))
      case 0xE0...0xE5, 0xC0...0xC5: result.append(UInt8(ascii: "a"))
      case 0xE8...0xEB, 0xC8...0xCB: result.append(UInt8(ascii: "e"))
      case 0xEC...0xEF, 0xCC...0xCF: result.append(UInt8(ascii: "i"))
      case 0xF2...0xF6, 0xD2...0xD6: result.append(UInt8(ascii: "o"))
      case 0xF9...0xFC, 0xD9...0xDC: result.append(UInt8(ascii: "u"))
      case 0x300...0x36F: break
      default:
        if let last = result.last, last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
      }
      if result.count >= 60 { break }
    }
    while result.last == UInt8(ascii: "-") { result.removeLast() }
    guard let first = result.first else { return "sezione" }
    // An id that begins with a digit cannot be named in CSS without escapes.
    return (first < 0x3A ? "s-" : "") + String(decoding: result, as: UTF8.self)
  }
}
