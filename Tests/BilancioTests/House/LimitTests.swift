import Foundation
import Testing

@testable import Content
@testable import Diagnostics
@testable import Files
@testable import Markdown
@testable import Output
@testable import Publish
@testable import Theme
@testable import YAMLTree

/// The bounds that are told in the manual are those of the code.
@Suite struct LimitTests {
  private struct Limit {
    let what: String
    let most: String
    let otherwise: String

    init(_ what: String, _ most: Int, _ otherwise: String) {
      let digits = Array(String(most))
      let grouped = digits.enumerated().map { index, digit in
        (index > 0 && (digits.count - index) % 3 == 0 ? "." : "") + String(digit)
      }.joined()
      (self.what, self.most, self.otherwise) = (what, grouped, otherwise)
    }

    init(_ what: String, bytes: Int, _ otherwise: String) {
      let units = [(1 << 40, "TiB"), (1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
      let (size, name) = units.first { bytes >= $0.0 } ?? (1, "byte")
      (self.what, most, self.otherwise) = (what, "\(bytes / size) \(name)", otherwise)
    }
  }

  private static let refused = "`file-troppo-grande`, errore"
  private static let complex = "`markdown-troppo-complesso`, errore"

  private static let texts = [
    Limit("un file di testo (`.yml`, `.md`, `.csv`)", bytes: Content.maximumBytes, refused),
    Limit(
      "elenchi e campi uno dentro l'altro in YAML", TreeBuilder.maximumDepth,
      "`yaml-sintassi`, errore"),
    Limit("righe come `%YAML 1.2` sopra un testo", Directives.most, "`yaml-sintassi`, errore"),
    Limit("un campo o un corpo in Markdown", bytes: Complexity.maximumBytes, complex),
    Limit("livelli uno dentro l'altro in Markdown", Complexity.maximumNesting, complex),
    Limit("parentesi quadre aperte in un testo", Complexity.maximumBrackets, complex),
    Limit(
      "indirizzi di `[nome]: indirizzo`, tante volte quante si richiamano",
      bytes: Complexity.maximumCopies, complex),
    Limit("colonne di una tabella in Markdown", Complexity.maximumColumns, complex),
    Limit(
      "celle delle tabelle di un testo, anche di quelle che mancano", Complexity.maximumCells,
      complex),
    Limit("voci di un elenco in un campo", Decoder.mostEntries, "`testo-troppo-lungo`, errore"),
    Limit(
      "celle di un foglio CSV con i periodi in colonna", SheetGrid.most,
      "`csv-intestazione`, errore"),
    Limit(
      "valori di un foglio, tante volte quanti indicatori lo nominano", Spreadsheets.mostValues,
      refused),
    Limit(
      "byte di un foglio, tante volte quanti indicatori lo nominano", bytes: Spreadsheets.mostBytes,
      refused),
    Limit(
      "nomi in cartelle a cui portano solo collegamenti", FolderWalk.mostLinked,
      "`file-non-letto`, errore"),
    Limit("un disegno SVG", bytes: Folder.drawingLength, "`disegno-attivo`, errore"),
  ]

  private static let themes = [
    Limit("un file di testo del tema", bytes: Theme.maximumBytes, refused),
    Limit("un modello", bytes: TemplateTree.mostBytes, refused),
    Limit("tag di un modello", TemplateTree.mostTags, "`modello-sintassi`, errore"),
    Limit("sezioni una dentro l'altra", TemplateTree.mostLevels, "`modello-sintassi`, errore"),
    Limit(
      "parti del nome di un valore (`a.b.c`)", TemplateTree.mostParts, "`modello-sintassi`, errore"
    ),
    Limit("componenti uno dentro l'altro", Inclusions.mostLevels, "`modello-componente`, errore"),
    Limit(
      "tag di un componente con quelli che contiene", Inclusions.mostTags,
      "`modello-componente`, errore"),
  ]

  private static let publication = [
    Limit("un file del sito", bytes: Manifest.mostBytes, "l'elenco non è preso per nostro"),
    Limit("l'elenco dei file di un sito", bytes: Manifest.maximumBytes, "non si legge"),
    Limit("il registro delle pubblicazioni", bytes: Ledger.bound, "non si legge"),
    Limit("colonne del registro", LedgerTable.mostColumns, "non si legge"),
    Limit(
      "byte di un comando per SFTP, con il percorso di un file", SFTPStore.longest,
      "il nome si rifiuta"),
    Limit("quello che uno strumento scrive", bytes: Tool.answerLimit, "lo strumento è fermato"),
  ]

  private static let told = [
    Limit(
      "problemi di uno stesso genere che si leggono in un file", Quota.inFile,
      "quanti altri; `--tutti`"),
    Limit(
      "problemi di uno stesso genere che si leggono in tutto", Quota.inAll,
      "quanti altri; `--tutti`"),
  ]

  private static func table(_ title: String, _ limits: [Limit]) -> String {
    "\n## \(title)\n\n| che cosa | al massimo | oltre |\n| --- | ---: | --- |\n"
      + limits.map { "| \($0.what) | \($0.most) | \($0.otherwise) |\n" }.joined()
  }

  private static var page: String {
    """
    # I limiti

    Questa pagina nasce dal codice (`BILANCIO_RECORD=1 swift test --filter LimitTests`).

    Nessun bilancio ci arriva. Servono perché un file messo lì per sbaglio, o da qualcuno che vuole fermare il programma, si veda
    subito, con parole che dicono che cosa fare. Quanto può essere lungo ogni campo lo dice [campi.md](campi.md).

    """ + table("I testi", texts) + table("Il tema", themes)
      + table("La pubblicazione", publication)
      + table("I messaggi nel terminale", told)
  }

  @Test func `the page of limits is up to date`() throws {
    let file = Program.root.appending(path: "docs/limiti.md")
    if GoldenTests.isRecording {
      try Data(LimitTests.page.utf8).write(to: file)
      Issue.record("recorded docs/limiti.md")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == LimitTests.page)
  }
}
