import Diagnostics

/// What the values of an indicator count, as far as the words of its `unita` tell.
package struct MeasureUnit: Sendable, Equatable {
  /// The power of ten in which values are given: 6 for `milioni di euro`.
  package let magnitude: Int
  package let isEuro: Bool
  /// Of how many there are so many: 1000 for `feriti ogni 1.000 abitanti`.
  package let base: Int?
  /// What is written behind a value; empty where the unit only says that something is counted.
  package let text: String

  package init(_ unit: String) {
    let words = MeasureUnit.words(of: unit)
    let divider = words.firstIndex { ["ogni", "per", "su", "every"].contains($0) }
    let counted = words[..<(divider ?? words.endIndex)]
    // `k€` and `M€` have no letters of their own.
    let isShort = words.contains("€") && counted.count <= 2
    magnitude =
      counted.lazy.compactMap { word in
        MagnitudeWords.power(of: word)
          ?? (isShort ? ["k": 3, "m": 6, "mil": 6, "keur": 3, "meur": 6][word] : nil)
      }.first ?? 0
    isEuro = counted.contains { ["euro", "euros", "eur", "€", "keur", "meur"].contains($0) }
    base = divider.flatMap { MeasureUnit.count(words[($0 + 1)...]) }
    text = MeasureUnit.text(unit, counted)
  }

  /// Whether money is all that an amount in this unit counts, in whatever magnitude: `milioni`,
  /// `€`, and not `euro per abitante`.
  package var isMoney: Bool {
    base == nil && !text.isEmpty
      && MeasureUnit.words(of: text).allSatisfy {
        MeasureUnit.moneyWords.contains($0) || MagnitudeWords.power(of: $0) != nil
      }
  }

  private static func text(_ unit: String, _ counted: ArraySlice<String>) -> String {
    if counted.count <= 2, let first = counted.first, names.contains(first) { return "" }
    var text = unit[...]
    for opening in ["in ", "valori in ", "numero di ", "numero degli ", "n. ", "n° "]
    where text.lowercased().hasPrefix(opening) {
      text = text.dropFirst(opening.count)
    }
    return String(text)
  }

  /// Words that are no unit: `352 numero` says nothing more than `352`.
  private static let names: Set<String> = [
    "numero", "n", "nr", "num", "valore", "valori", "indice", "punteggio", "posizione", "rapporto",
    "quoziente", "conteggio", "nessuna", "number", "value", "index", "score", "rank", "ratio",
  ]

  private static let moneyWords: Set<String> = [
    "euro", "euros", "eur", "€", "keur", "meur", "di", "in", "of", "k", "m", "mil",
  ]

  /// How many a share is of: `100`, `1.000`, `mille`, `centomila`.
  private static func count(_ words: ArraySlice<String>) -> Int? {
    guard let first = words.first else { return nil }
    if first == "cento" || first == "cent" { return 100 }
    if first == "mille" { return 1000 }
    if let number = StatedNumbers.firstWhole(in: words.joined(separator: " ")) { return number }
    return nil
  }

  /// Letters and digits in small letters, and the sign of the euro by itself.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    for character in text.lowercased() {
      if character == "€" {
        words.append("€")
        isOpen = false
      } else if character.isLetter || character.isNumber || character == "." && isOpen {
        if isOpen {
          words[words.count - 1].append(character)
        } else {
          words.append(String(character))
        }
        isOpen = true
      } else {
        isOpen = false
      }
    }
    return words.map { word in
      word.last == "." ? String(word.dropLast()) : word
    }
  }
}

extension StatedNumbers {
  /// The number that a text begins with, where it is whole.
  fileprivate static func firstWhole(in text: String) -> Int? {
    NumberReader.read(text, .italian).numbers.first?.value.rescaled(to: 0)
      .flatMap { Int(exactly: $0.coefficient) }
  }
}

extension Indicator {
  /// Nil for values that are words.
  package var measureUnit: MeasureUnit? { unit.map { MeasureUnit($0.value) } }

  /// What turns a value in thousands or millions into units; nil where it is in units.
  package var magnitude: Int? {
    guard let power = measureUnit?.magnitude, power > 0 else { return nil }
    switch measure.value {
    case .count, .amount, .rate, .index: return power
    case .percentage, .position, .yesNo, .qualitative: return nil
    }
  }

  /// The values as shares of one; nil where they are none.
  package func share(of value: DecimalNumber) -> Double? {
    switch measure.value {
    case .percentage: return value.approximate / 100
    case .rate, .index:
      if let base = measureUnit?.base { return value.approximate / Double(base) }
      let unit = unit?.value.lowercased() ?? ""
      if unit.contains("%") || unit.contains("per cento") { return value.approximate / 100 }
      return nil
    default: return nil
    }
  }
}
