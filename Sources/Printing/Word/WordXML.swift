/// Pieces of WordprocessingML (ISO/IEC 29500-1, 17): every text is character data or an attribute's value, so none can
/// become markup or a field.
enum WordXML {
  /// A text; what XML 1.0 has no place for, and what is no character of a text, is left out.
  static func text(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\r", "\t": result += " "
      case "\u{FEFF}", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The runs of a text in one look: a hyphen that shows only at the end of a line is an element of its own there.
  static func runs(_ text: String, _ look: WordLook) -> String {
    text.split(separator: "\u{AD}", omittingEmptySubsequences: false)
      .map { piece in
        let text = self.text(String(piece))
        return text.isEmpty
          ? "" : "<w:r>\(look.xml)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
      }
      .joined(separator: "<w:r>\(look.xml)<w:softHyphen/></w:r>")
  }

  /// A field, with what it shows until it is asked anew.
  ///
  /// - Parameters:
  ///   - code: of our own words.
  ///   - shown: runs.
  static func field(_ code: String, _ look: WordLook = WordLook(), shown: String) -> String {
    fieldStart(code, look) + shown + fieldEnd
  }

  static func fieldStart(_ code: String, _ look: WordLook = WordLook()) -> String {
    "<w:r>\(look.xml)<w:fldChar w:fldCharType=\"begin\"/></w:r>"
      + "<w:r>\(look.xml)<w:instrText xml:space=\"preserve\"> \(code) </w:instrText></w:r>"
      + "<w:r>\(look.xml)<w:fldChar w:fldCharType=\"separate\"/></w:r>"
  }

  static let fieldEnd = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

  /// An address as a part's relationship may have it, all else by percent signs: Word opens no file with one that is
  /// no URI (RFC 3986).
  static func address(_ address: String) -> String {
    var result = ""
    var hasFragment = false
    let bytes = Array(address.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "#") where !hasFragment:
        hasFragment = true
        result += "#"
      case UInt8(ascii: "%")
      where isHexadecimal(bytes, index + 1) && isHexadecimal(bytes, index + 2):
        result += "%"
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~:/?@!$'()*+,;=".utf8.contains(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "&"): result += "&amp;"
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  private static func isHexadecimal(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && Character(Unicode.Scalar(bytes[index])).isHexDigit
  }
}

/// How letters look and what language they are in.
struct WordLook: Equatable {
  var isBold = false
  var isItalic = false
  var isStruck = false
  /// The id of a style of letters.
  var style: String?
  /// `superscript` or `subscript`.
  var position: String?
  /// BCP 47; nil for the document's own.
  var language: String?
  var isFromTheRight = false

  /// In the order that the schema wants (17.3.2.28).
  var xml: String {
    var result = style.map { "<w:rStyle w:val=\"\($0)\"/>" } ?? ""
    if isBold { result += "<w:b/><w:bCs/>" }
    if isItalic { result += "<w:i/><w:iCs/>" }
    if isStruck { result += "<w:strike/>" }
    if let position { result += "<w:vertAlign w:val=\"\(position)\"/>" }
    if isFromTheRight { result += "<w:rtl/>" }
    if let language {
      let tag = WordLook.tag(language)
      result += "<w:lang w:val=\"\(tag)\"" + (isFromTheRight ? " w:bidi=\"\(tag)\"" : "") + "/>"
    }
    return result.isEmpty ? "" : "<w:rPr>\(result)</w:rPr>"
  }

  /// The tag of a language as word processors know it: with a country, where a page needs none.
  static func tag(_ language: String) -> String {
    let known = [
      "it": "it-IT", "en": "en-GB", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "sl": "sl-SI",
      "la": "la-VA", "pt": "pt-PT", "ro": "ro-RO", "sq": "sq-AL", "ar": "ar-SA", "zh": "zh-CN",
      "uk": "uk-UA", "ru": "ru-RU", "el": "el-GR",
    ]
    if let tag = known[language.lowercased()] { return tag }
    let letters = language.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-")
    }
    return String(String.UnicodeScalarView(letters.prefix(35)))
  }
}
