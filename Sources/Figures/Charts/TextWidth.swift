/// How wide a text gets, without the font: what fonts of the theme and its stand-ins need at most.
enum TextWidth {
  /// In the units of the chart, at the size of its labels.
  static func of(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * ChartLabel.size
  }

  /// In shares of the size, as in Arial, rounded up.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "t", "f", "I", " ", ".", ",", ":", ";", "'", "’", "|", "!", "(", ")", "/":
      0.31
    case "m", "w", "M", "W", "%", "@", "—": 0.9
    case "A"..."Z": 0.72
    // Nearly all others that labels have, which need no table of Unicode.
    case "0"..."9", "a"..."z", "À"..."ÿ": 0.57
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: 0
      default: scalar.value < 0x1100 || (0x2000...0x2BFF).contains(scalar.value) ? 0.57 : 1
      }
    }
  }
}
