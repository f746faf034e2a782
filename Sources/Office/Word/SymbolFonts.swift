/// Signs of fonts that put pictures in the places of letters, by what they show.
enum SymbolFonts {
  /// - Parameter code: hexadecimal, often in the private area (`F0E0`).
  static func sign(_ code: String, font: String) -> String? {
    guard let value = UInt32(code, radix: 16) else { return nil }
    let place = value >= 0xF000 && value < 0xF100 ? value - 0xF000 : value
    let table =
      font.lowercased().hasPrefix("wingdings")
      ? wingdings : font.lowercased().hasPrefix("symbol") ? symbol : [:]
    if let sign = table[place] { return String(sign) }
    guard table.isEmpty, value < 0xE000 || value > 0xF8FF, let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return String(scalar)
  }

  /// A text as its font shows it.
  static func shown(_ text: String, font: String) -> String {
    guard font.lowercased().hasPrefix("wingdings") || font == "Symbol" else { return text }
    return text.unicodeScalars.map { sign(String($0.value, radix: 16), font: font) ?? String($0) }
      .joined()
  }

  private static let wingdings: [UInt32: Character] = [
    0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x41: "✌", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●",
    0x6E: "■", 0x6F: "□",
    0x71: "❑", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢",
    0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✔", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let symbol: [UInt32: Character] = [
    0x61: "α", 0x62: "β", 0x64: "δ", 0x65: "ε", 0x6C: "λ", 0x6D: "μ", 0x70: "π", 0x73: "σ",
    0x44: "Δ", 0x53: "Σ",
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xAC: "←",
    0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB4: "×", 0xB8: "÷", 0xD6: "√", 0xA5: "∞", 0xE5: "∑", 0xDE: "⇒", 0x2D: "−",
  ]
}
