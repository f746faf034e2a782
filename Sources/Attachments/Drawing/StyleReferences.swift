/// What a style of a drawing would load from elsewhere.
enum StyleReferences {
  /// The first thing in a style that is not of the drawing itself, as it is written; nil where all is.
  static func outside(in style: String) -> String? {
    // Only what has a bracket or an `@` can load something; most values have neither.
    guard style.utf8.contains(where: { $0 == 0x28 || $0 == 0x40 || $0 == 0x5C }) else { return nil }
    let plain = unescaped(style)
    let lower = plain.lowercased()
    for word in ["@import", "image-set(", "expression(", "-moz-binding", "behavior:"]
    where lower.contains(word) { return word }
    var rest = lower[...]
    while let mark = rest.firstRange(of: "url(") {
      rest = rest[mark.upperBound...]
      let address = value(rest)
      if !isInside(address) { return "url(\(address.prefix(60)))" }
    }
    return nil
  }

  /// What stands up to the bracket, without blanks and quotes around it.
  private static func value(_ text: Substring) -> Substring {
    var value = text.drop(while: \.isWhitespace)
    if let quote = value.first, quote == "\"" || quote == "'" {
      value = value.dropFirst()
      return value.prefix { $0 != quote }
    }
    value = value.prefix { $0 != ")" }
    while value.last?.isWhitespace == true { value = value.dropLast() }
    return value
  }

  private static func isInside(_ address: Substring) -> Bool {
    address.isEmpty || address.hasPrefix("#") || DrawingAddress.isPicture(String(address))
      || [
        "data:font/", "data:application/font", "data:application/x-font", "data:application/vnd.",
      ]
      .contains(where: address.hasPrefix)
  }

  /// With escapes replaced by what they mean, and no comments (CSS Syntax Level 3, 4.3.7).
  private static func unescaped(_ style: String) -> String {
    guard style.utf8.contains(where: { $0 == 0x5C || $0 == 0x2A }) else { return style }
    var result = String.UnicodeScalarView()
    var rest = style.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "/", rest.first == "*" {
        rest = rest.dropFirst()
        while let next = rest.popFirst() {
          if next == "*", rest.first == "/" {
            rest = rest.dropFirst()
            break
          }
        }
        continue
      }
      guard scalar == "\\" else {
        result.append(scalar)
        continue
      }
      let digits = rest.prefix(6).prefix { $0.properties.isASCIIHexDigit }
      guard !digits.isEmpty else {
        if let next = rest.popFirst() { result.append(next) }
        continue
      }
      rest = rest[digits.endIndex...]
      if rest.first?.properties.isWhitespace == true { rest = rest.dropFirst() }
      if let code = UInt32(String(digits), radix: 16), let meant = Unicode.Scalar(code) {
        result.append(meant)
      }
    }
    return String(result)
  }
}

/// Where something in a drawing leads.
enum DrawingAddress {
  /// A picture that stands in the drawing itself; one that is a drawing again is none.
  static func isPicture(_ address: String) -> Bool {
    let kinds = ["png", "jpeg", "jpg", "gif", "webp", "avif", "bmp", "tiff"]
    return kinds.contains { address.hasPrefix("data:image/\($0);") }
      || address.hasPrefix("data:image/x-png;") || address.hasPrefix("data:img/png;")
      || address.hasPrefix("data:;base64,")
  }

  /// Its beginning in lower case, without the blanks and control characters that browsers leave out.
  static func plain(_ address: String) -> String {
    let kept = address.unicodeScalars.lazy.filter { $0.value > 0x20 && $0.value != 0x7F }
    return String(String.UnicodeScalarView(kept.prefix(200))).lowercased()
  }
}
