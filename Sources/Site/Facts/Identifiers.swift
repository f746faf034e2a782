/// Ids of HTML elements: unique on their page, made of the words they stand by.
struct Identifiers {
  private var used: [String: Int] = [:]

  mutating func unique(_ text: String) -> String {
    let slug = Identifiers.slug(text)
    let count = used[slug, default: 0] + 1
    used[slug] = count
    guard count > 1 else { return slug }
    let numbered = "\(slug)-\(count)"
    return used[numbered] == nil ? numbered : unique(numbered)
  }

  func contains(_ id: String) -> Bool {
    if used[id] != nil { return true }
    // `titolo-2` is the second `titolo`.
    guard let hyphen = id.lastIndex(of: "-"), let number = Int(id[id.index(after: hyphen)...])
    else {
      return false
    }
    return number > 1 && used[String(id[..<hyphen]), default: 0] >= number
  }

  /// Lower case, accents off, hyphens between words, at most 60 bytes.
  static func slug(_ text: String) -> String {
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
