/// Content that shows a rule: what it finds, and what it lets pass.
package struct Examples: Sendable {
  /// Each with `⟦` and `⟧` around the place of the finding.
  package let wrong: [Example]
  package let right: [Example]
}

/// Some fields or a text, laid over a small report that has nothing wrong.
package struct Example: Sendable {
  /// What the text is a part of.
  package enum Part: String, Sendable {
    case site, edition, objective, achievement, indicator, acts, sources, offices, glossary
    /// The main text of an achievement.
    case prose
    /// A line of the theme's Italian words.
    case strings
    /// Whole files by path, each after a line `=== path`.
    case files
  }

  package let part: Part
  package let text: String

  static func fields(_ part: Part, _ text: String) -> Example { Example(part: part, text: text) }
  static func prose(_ text: String) -> Example { Example(part: .prose, text: text) }
  static func strings(_ text: String) -> Example { Example(part: .strings, text: text) }
  static func files(_ text: String) -> Example { Example(part: .files, text: text) }
}

/// An indicator as a file, for rules that are shown with its sources.
enum IndicatorExample {
  static func file(source: String) -> String {
    """
    === 2021/iscritti.yml
    tipo: indicatore
    nome: Bambini iscritti alla mensa
    definizione: Quanti bambini si sono iscritti alla mensa scolastica.
    misura: conteggio
    unita: bambini
    verso: alto_meglio
    fonte: \(source)
    responsabile: scuola
    metodo: Si contano gli iscritti.
    osservazioni:
      - periodo: 2020
        valore: 310
      - periodo: 2021
        valore: 352

    """
  }
}
