import Diagnostics
import SocialReport

@testable import Content

/// `docs/campi.md` from the tables of keys.
enum FieldReference {
  static var markdown: String {
    var text = """
      # I campi

      Questa pagina nasce dalle tabelle del programma (`BILANCIO_RECORD=1 swift test --filter ManualTests`).
      Ogni campo ha un nome italiano e uno inglese: valgono tutti e due. Quello che si scrive si legge nelle pagine; di ciò che
      va altrove è detto dove.

      """
    for kind in EntityKind.allCases {
      text += "\n## `tipo: \(kind.italian)` (`kind: \(kind.rawValue)`)\n"
      if kind.isList {
        text += "\nUn elenco, sotto `voci:` (`entries:`). Ogni voce ha questi campi:\n"
      }
      text += "\n" + rows(kind.table)
      for (name, table) in inner(kind.table) { text += "\n### `\(name)`\n\n" + rows(table) }
    }
    return text + synonyms
  }

  /// The other ways to write the words of lists, each list once.
  private static var synonyms: String {
    var text = """

      ## Parole che valgono lo stesso

      Maiuscole, accenti, spazi, trattini, genere e numero non contano: `In corso`, `in-corso` e `in_corso` sono la stessa parola,
      `conclusa` e `concluso` anche. Si può sempre scrivere quello che le pagine mostrano. Inoltre valgono:


      """
    var seen: Set<String> = []
    for kind in EntityKind.allCases {
      let tables = [(kind.italian, kind.table)] + inner(kind.table)
      for (_, table) in tables {
        for key in table.fields {
          guard let words = words(of: key.type), words.contains(where: { !$0.synonyms.isEmpty }),
            seen.insert(words.map(\.italian).joined(separator: " ")).inserted
          else { continue }
          text += "- `\(key.italian)` (\(kind.italian)):\n"
          for word in words where !word.synonyms.isEmpty {
            text += "  - `\(word.italian)`: \(word.synonyms.joined(separator: ", "))\n"
          }
        }
      }
    }
    return text
  }

  private static func words(of type: FieldType) -> [FieldType.Word]? {
    switch type {
    case .choice(let words), .openChoice(let words), .choices(let words): words
    default: nil
    }
  }

  private static func rows(_ table: FieldTable) -> String {
    var text =
      "| campo | field | | che cosa è | come si scrive |\n| --- | --- | --- | --- | --- |\n"
    for key in table.fields {
      text +=
        "| `\(key.italian)` | `\(key.english)` | \(need(key)) | \(meaning(key)) | \(form(key.type)) |\n"
    }
    return text
  }

  private static func meaning(_ key: Field) -> String {
    key.meaning.italian + (key.destination.map { "; va \($0.italian)" } ?? "")
  }

  private static func need(_ key: Field) -> String {
    key.isRequired ? "serve" : key.condition.map { "serve \($0.italian)" } ?? ""
  }

  private static func inner(_ table: FieldTable) -> [(String, FieldTable)] {
    table.fields.flatMap { key -> [(String, FieldTable)] in
      switch key.type {
      case .record(let inner), .list(.record(let inner)), .observations(let inner):
        [(key.italian, inner)] + self.inner(inner)
      default: []
      }
    }
  }

  private static func form(_ type: FieldType) -> String { type.form.italian }
}
