import SocialReport
import YAMLTree

/// What an indicator says of itself that helps to read its table.
struct SheetSubject {
  var name: String?
  var measure: IndicatorMeasure?
  var unit: String?
  var decimals: Int?

  /// Whether values are whole numbers: then three digits behind a point are no decimals.
  var isWhole: Bool {
    (measure == .count || measure == .position) && (decimals ?? 0) == 0 && !isInThousands(unit)
  }

  /// Whether values are read as numbers wherever they can be.
  var isNumeric: Bool { measure.map { $0 != .qualitative && $0 != .yesNo } ?? false }

  /// Whether values of several periods add up to one of all.
  var addsUp: Bool { measure == .count || measure == .amount }

  /// Whether a unit counts in thousands or more, as `migliaia di euro`.
  func isInThousands(_ text: String?) -> Bool { SheetSubject.magnitude(of: text) != nil }

  /// The power of ten that a unit names.
  static func magnitude(of text: String?) -> Int? {
    guard let small = text?.lowercased() else { return nil }
    if small.contains("miliard") || small.contains("mld") || small.contains("billion") { return 9 }
    if small.contains("milion") || small.contains("mln") || small.contains("million") { return 6 }
    if small.contains("migliaia") || small.contains("mila ") || small.contains("thousand")
      || small.contains("x1000") || small.contains("x 1000") || small.contains(".000")
    {
      return 3
    }
    return nil
  }
}

extension SheetSubject {
  /// The fields of an indicator, before they are read: its table may stand above them.
  init(_ pairs: [YAMLPair]) {
    for pair in pairs {
      guard case .scalar(let scalar) = pair.value else { continue }
      switch pair.key.text {
      case "nome", "name": name = scalar.text
      case "unita", "unit": unit = scalar.text
      case "decimali", "decimals": decimals = Int(scalar.text)
      case "misura", "measure": measure = SheetSubject.measure(scalar.text)
      default: break
      }
    }
  }

  private static func measure(_ word: String) -> IndicatorMeasure? {
    guard case .choice(let words) = CodeLists.measure else { return nil }
    return ChoiceWords.find(word, in: words)
      .flatMap { IndicatorMeasure(rawValue: $0.english) }
  }
}
