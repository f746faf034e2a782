import Diagnostics

/// The colours that a theme derives from the one its municipality chose.
struct Palette {
  /// A text or sign on its ground, with the least contrast that WCAG 2.2 AA asks of it.
  private struct Pair {
    let name: Phrase
    let front: Colour
    let ground: Colour
    let least: Double
  }

  let brand: Colour

  var dark: Colour { brand.mixed(with: .black, share: 0.3) }
  var darkest: Colour { brand.mixed(with: Palette.night, share: 0.75) }
  var pale: Colour { brand.mixed(with: .white, share: 0.93) }

  /// The text of Bootstrap Italia's pages, and the ground of their feet.
  private static let text = Colour(red: 0x19, green: 0x19, blue: 0x19)
  private static let night = Colour(red: 0x12, green: 0x20, blue: 0x30)

  private var pairs: [Pair] {
    let link = Phrase(it: "i collegamenti sul bianco", en: "links on white")
    let tinted = Phrase(it: "i collegamenti sul fondo chiaro", en: "links on the pale ground")
    let header = Phrase(it: "il bianco sulla testata", en: "white on the header")
    let text = Phrase(it: "il testo sul fondo chiaro", en: "text on the pale ground")
    let foot = Phrase(it: "il bianco sul piè di pagina", en: "white on the footer")
    return [
      Pair(name: link, front: brand, ground: .white, least: 4.5),
      Pair(name: header, front: .white, ground: brand, least: 4.5),
      Pair(name: tinted, front: brand, ground: pale, least: 4.5),
      Pair(name: text, front: Palette.text, ground: pale, least: 4.5),
      Pair(name: foot, front: .white, ground: darkest, least: 4.5),
    ]
  }

  /// The palette of a theme, or the usual one with a diagnostic where its colour cannot serve.
  static func of(_ theme: ThemeDescription, into diagnostics: inout [Diagnostic]) -> Palette {
    let usual = Palette(brand: Colour(red: 0x00, green: 0x66, blue: 0xCC))
    guard let brand = Colour(hexadecimal: theme.colour) else {
      diagnostics.append(
        Diagnostic(
          .themeColour,
          Phrase(
            it: "`\(theme.colour)` non è un colore", en: "`\(theme.colour)` is no colour"),
          help: Phrase(
            it: "scrivilo come `\"#0066cc\"`, tra virgolette",
            en: "write it as `\"#0066cc\"`, in quotes"), at: theme.colourPlace))
      return usual
    }
    let palette = Palette(brand: brand)
    let faint = palette.pairs.filter { $0.front.contrast(with: $0.ground) < $0.least }
    guard let worst = faint.first else { return palette }
    let tenths = Int(nearest: (worst.front.contrast(with: worst.ground) * 10).rounded(.down)) ?? 0
    let darker = palette.nearestThatServes.hexadecimal
    diagnostics.append(
      Diagnostic(
        .themeColour,
        Phrase(
          it: "il colore `\(theme.colour)` non si legge: \(worst.name.italian) avrebbero "
            + "contrasto \(tenths / 10),\(tenths % 10) e serve almeno 4,5",
          en: "the colour `\(theme.colour)` cannot be read: \(worst.name.english) would have "
            + "contrast \(tenths / 10).\(tenths % 10), and at least 4.5 is needed"),
        help: Phrase(
          it: "il più vicino che va bene è `\"\(darker)\"`",
          en: "the nearest that serves is `\"\(darker)\"`"), at: theme.colourPlace))
    return usual
  }

  private var nearestThatServes: Colour {
    for step in 1...100 {
      let candidate = Palette(brand: brand.mixed(with: .black, share: Double(step) / 100))
      if candidate.pairs.allSatisfy({ $0.front.contrast(with: $0.ground) >= $0.least }) {
        return candidate.brand
      }
    }
    return .black
  }

  /// As custom properties of a style sheet.
  var css: String {
    ":root{--marchio:\(brand.hexadecimal);--marchio-scuro:\(dark.hexadecimal);"
      + "--marchio-notte:\(darkest.hexadecimal);--marchio-velo:\(pale.hexadecimal)}\n"
  }
}
