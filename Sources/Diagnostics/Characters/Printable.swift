extension String {
  /// The text with a sign in place of each character that could falsify what a terminal shows.
  ///
  /// - Parameter keepsLines: whether ends of lines and tabs stay.
  package func printable(keepsLines: Bool = true) -> String {
    let found = HiddenCharacter.all(in: self[...])
    let hasLines = !keepsLines && utf8.contains { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard hasLines || found.contains(where: { $0.kind != .lost }) else { return self }
    var hidden = Dictionary(
      found.map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    hidden = hidden.filter { $0.value.kind != .lost }
    var result = String.UnicodeScalarView()
    var offset = 0
    for scalar in unicodeScalars {
      let isLine = !keepsLines && [0x09, 0x0A, 0x0D].contains(scalar.value)
      if isLine || hidden[offset] != nil {
        result.append(contentsOf: String.sign(for: scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
      offset += UTF8.width(scalar)
    }
    return String(result)
  }

  /// Its picture, where Unicode has one, or its code.
  private static func sign(for scalar: Unicode.Scalar) -> String {
    let picture: UInt32? =
      switch scalar.value {
      case 0x00...0x1F: 0x2400 + scalar.value
      case 0x7F: 0x2421
      default: nil
      }
    if let picture = picture.flatMap(Unicode.Scalar.init) { return String(picture) }
    return "‹\(HiddenCharacter.code(of: scalar))›"
  }
}
