import Diagnostics
import Foundation
import Testing

@testable import Content

/// The pages of the manual that are made from the code are what the code says.
@Suite struct ManualTests {
  @Test func `the reference of fields is up to date`() throws {
    let file = Program.root.appending(path: "docs/campi.md")
    let made = FieldReference.markdown
    if GoldenTests.isRecording {
      try Data(made.utf8).write(to: file)
      Issue.record("recorded docs/campi.md")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == made)
  }
}

/// `docs/campi.md` from the tables of keys.
private enum FieldReference {
  static var markdown: String {
    var text = """
      # I campi

      Questa pagina nasce dalle tabelle del programma (`BILANCIO_RECORD=1 swift test --filter ManualTests`).
      Ogni campo ha un nome italiano e uno inglese: valgono tutti e due.

      """
    for kind in Kind.allCases {
      text += "\n## `tipo: \(kind.italian)` (`kind: \(kind.rawValue)`)\n"
      if kind.isList {
        text += "\nUn elenco, sotto `voci:` (`entries:`). Ogni voce ha questi campi:\n"
      }
      text += "\n" + rows(kind.table)
      for (name, table) in inner(kind.table) { text += "\n### `\(name)`\n\n" + rows(table) }
    }
    return text
  }

  private static func rows(_ table: Table) -> String {
    var text =
      "| campo | field | | che cosa è | come si scrive |\n| --- | --- | --- | --- | --- |\n"
    for key in table.keys {
      text +=
        "| `\(key.italian)` | `\(key.english)` | \(key.isRequired ? "serve" : "") | \(key.meaning.italian) | \(form(key.type)) |\n"
    }
    return text
  }

  private static func inner(_ table: Table) -> [(String, Table)] {
    table.keys.flatMap { key -> [(String, Table)] in
      switch key.type {
      case .record(let inner), .list(.record(let inner)), .observations(let inner):
        [(key.italian, inner)] + self.inner(inner)
      default: []
      }
    }
  }

  private static func form(_ type: FieldType) -> String {
    switch type {
    case .text(let minimum, let maximum):
      switch (minimum, maximum) {
      case (nil, nil): "testo"
      case (let least?, nil): "testo, almeno \(least) caratteri"
      case (nil, let most?): "testo, al massimo \(most) caratteri"
      case (let least?, let most?):
        least == most ? "\(least) caratteri" : "da \(least) a \(most) caratteri"
      }
    case .markdown: "Markdown"
    case .slug: "minuscole, cifre e trattini"
    case .reference: "l'`id` di un'altra voce"
    case .label: "numero o sigla"
    case .digits(let count): "\(count) cifre"
    case .integer(let range): "numero intero da \(range.lowerBound) a \(range.upperBound)"
    case .decimal: "numero"
    case .money: "importo in euro"
    case .observedValue: "numero o testo"
    case .flag: "`sì` o `no`"
    case .date: "data"
    case .dateOrUnknown: "data, intervallo o `sconosciuta`"
    case .period: "anno, intervallo, o `da:` e `a:`"
    case .yearPair: "due anni, come `[2019, 2020]`"
    case .url: "indirizzo `https://…`"
    case .file: "nome di un file accanto"
    case .choice(let words): words.map { "`\($0.italian)`" }.joined(separator: ", ")
    case .list(.record): "elenco (sotto)"
    case .list(let element): "elenco: \(form(element))"
    case .record: "campi (sotto)"
    case .observations: "elenco (sotto) o nome di un file CSV"
    }
  }
}
