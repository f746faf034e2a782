/// The form of ids and addresses: lower-case letters, digits and single hyphens.
package enum Slug {
  package static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count <= 100,
      first != UInt8(ascii: "-"), last != UInt8(ascii: "-")
    else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
  }

  /// The nearest slug of a text: accents off, everything else a hyphen.
  package static func make(_ text: String) -> String {
    var result: [UInt8] = []
    for scalar in text.lowercased().unicodeScalars {
      if let plain = plain(scalar) {
        result += plain.utf8
      } else if scalar.properties.generalCategory != .nonspacingMark, let last = result.last,
        last != UInt8(ascii: "-")
      {
        result.append(UInt8(ascii: "-"))
      }
    }
    while result.last == UInt8(ascii: "-") { result.removeLast() }
    return result.isEmpty ? "pagina" : String(decoding: result.prefix(100), as: UTF8.self)
  }

  static func plain(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    default: scalar.isASCII ? nil : letters[scalar]
    }
  }

  /// Letters of the languages of Europe as they are written where only those of English are at hand.
  private static let letters: [Unicode.Scalar: String] = {
    let table: KeyValuePairs = [
      "a": "àáâãäåāăąǎ", "ae": "æǽ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģǧ",
      "h": "ĥħ", "i": "ìíîïĩīĭįıǐ", "j": "ĵ", "k": "ķǩ", "l": "ĺļľłŀ", "n": "ñńņňŉŋ",
      "o": "òóôõöøōŏőǒǿ", "oe": "œ", "r": "ŕŗř", "s": "śŝşšș", "ss": "ß", "t": "ţťŧț", "th": "þ",
      "u": "ùúûüũūŭůűųǔ", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
    ]
    return Dictionary(
      table.flatMap { plain, letters in letters.unicodeScalars.map { ($0, plain) } },
      uniquingKeysWith: { first, _ in first })
  }()

  /// A file's or folder's name as an id: without ending and without its leading number.
  package static func ofName(_ name: String) -> String {
    let slug = make(name)
    let digits = slug.prefix { $0.isNumber }
    let rest = slug.dropFirst(digits.count)
    return !digits.isEmpty && rest.first == "-" && rest.count > 1 ? String(rest.dropFirst()) : slug
  }
}
