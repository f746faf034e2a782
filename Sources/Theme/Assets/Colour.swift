import Diagnostics
import Glibc

/// An opaque colour in sRGB, 8 bits a channel.
struct Colour: Equatable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  static let white = Colour(red: 255, green: 255, blue: 255)
  static let black = Colour(red: 0, green: 0, blue: 0)

  init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// From `#rgb` or `#rrggbb`.
  init?(hexadecimal text: String) {
    guard text.first == "#" else { return nil }
    var digits = text.utf8.dropFirst().map { Int(String(UnicodeScalar($0)), radix: 16) ?? -1 }
    guard !digits.contains(-1) else { return nil }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 else { return nil }
    func channel(_ at: Int) -> UInt8 { UInt8(digits[at] * 16 + digits[at + 1]) }
    self.init(red: channel(0), green: channel(2), blue: channel(4))
  }

  var hexadecimal: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The colour with a share (0…1) of another in it.
  func mixed(with other: Colour, share: Double) -> Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(nearest: Double(a) * (1 - share) + Double(b) * share) ?? a
    }
    return Colour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// Relative luminance, 0…1 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
  var luminance: Double {
    func linear(_ channel: UInt8) -> Double { Colour.linear[Int(channel)] }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio, 1…21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
  func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

extension Colour {
  /// The light of each of the 256 values of a channel.
  static let linear: [Double] = (0..<256).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
