import Diagnostics

/// A kind of norm that texts cite by number and date, and how its permanent address is made.
package enum LawKind: Sendable {
  case law, constitutionalLaw, legislativeDecree, decreeLaw, presidentialDecree
  case ministersDecree, royalDecree
  case regulation, directive

  /// The spellings that are in use, in small letters, the longest of a beginning first; a space
  /// stands for any white space or none after a full stop.
  ///
  /// By their first letter.
  static let spellings: [UInt8: [(text: [UInt8], kind: LawKind)]] = {
    let table: KeyValuePairs<String, LawKind> = [
      "decreto del presidente della repubblica": .presidentialDecree,
      "decreto del presidente del consiglio dei ministri": .ministersDecree,
      "decreto legislativo": .legislativeDecree, "decreto-legge": .decreeLaw,
      "decreto legge": .decreeLaw, "d. lgs.": .legislativeDecree, "d. lgs": .legislativeDecree,
      "dlgs.": .legislativeDecree, "dlgs": .legislativeDecree, "d. p. c. m.": .ministersDecree,
      "dpcm": .ministersDecree, "d. p. r.": .presidentialDecree, "d. p. r": .presidentialDecree,
      "dpr": .presidentialDecree, "d. l.": .decreeLaw, "dl": .decreeLaw,
      "legge costituzionale": .constitutionalLaw,
      "legge": .law, "l.": .law, "regio decreto": .royalDecree, "r. d.": .royalDecree,
      "regolamento (ue)": .regulation, "regolamento (ce)": .regulation,
      "regolamento ue": .regulation, "reg. (ue)": .regulation, "direttiva (ue)": .directive,
      "direttiva ue": .directive, "direttiva": .directive,
    ]
    return Dictionary(grouping: table.map { (Array($0.key.utf8), $0.value) }) { $0.0[0] }
      .mapValues { $0.map { (text: $0.0, kind: $0.1) } }
  }()

  var isEuropean: Bool { self == .regulation || self == .directive }

  /// The kind in a URN of Normattiva (`urn:nir:stato:legge:…`); nil for European norms.
  var urnName: String? {
    switch self {
    case .law: "legge"
    case .constitutionalLaw: "legge.costituzionale"
    case .legislativeDecree: "decreto.legislativo"
    case .decreeLaw: "decreto.legge"
    case .presidentialDecree: "decreto.del.presidente.della.repubblica"
    case .ministersDecree: "decreto.del.presidente.del.consiglio.dei.ministri"
    case .royalDecree: "regio.decreto"
    case .regulation, .directive: nil
    }
  }
}

/// A norm with what its permanent address is made of.
package struct Law: Hashable, Sendable {
  package let kind: LawKind
  package let number: String
  package let date: CalendarDate
  /// `3`, `3bis`.
  package var article: String?

  package init(kind: LawKind, number: String, date: CalendarDate, article: String? = nil) {
    (self.kind, self.number, self.date, self.article) = (kind, number, date, article)
  }

  /// An act of the report, where it is one of the state.
  package init?(_ act: LegalAct) {
    guard act.body.value == .state else { return nil }
    let kind: LawKind? =
      switch act.kind.value {
      case .law: .law
      case .legislativeDecree: .legislativeDecree
      case .presidentialDecree: .presidentialDecree
      case .decreeLaw: .decreeLaw
      default: nil
      }
    guard let kind, let number = act.number?.value,
      number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    self.init(kind: kind, number: number, date: act.date.value)
  }

  /// Where the norm is read for good; nil where the date is not known to the day.
  ///
  /// Normattiva's names are URN:NIR (https://www.normattiva.it), those of EUR-Lex are ELI
  /// (https://eur-lex.europa.eu), which need the year only.
  package var address: String? {
    switch kind {
    case .regulation: "https://eur-lex.europa.eu/eli/reg/\(date.year)/\(number)/oj"
    case .directive: "https://eur-lex.europa.eu/eli/dir/\(date.year)/\(number)/oj"
    default:
      date.day == nil
        ? nil
        : kind.urnName.map {
          "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:\($0):\(date.iso8601);\(number)"
            + (article.map { "~art" + $0 } ?? "")
        }
    }
  }
}
