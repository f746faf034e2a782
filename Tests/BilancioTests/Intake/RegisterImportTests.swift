import Diagnostics
import Foundation
import SocialReport
import Testing

@testable import Intake

// Registers that offices keep in sheets.
extension ImportTests {
  private static func content() throws -> (scratch: Scratch, content: URL) {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    return (scratch, content)
  }

  private static let acts = #"""
    Organo;Numero;Data;Oggetto;Note
    Giunta comunale;12;3/5/2021;Una nuova palestra;da rivedere
    dirigente;007;2021-06-07;"Affidamento; dei ""lavori"""
    Giunta;13;31/02/2021;Un giorno che non c'è
    Giunta;;1/2/2021;Senza numero
    giunta;12;3 maggio 2021;La stessa di prima

    """#

  @Test func `acts of a sheet become entries, and what cannot is told row by row`() throws {
    let (scratch, content) = try ImportTests.content()
    let register = content.appending(path: "2021/atti.yml")
    let before = try String(contentsOf: register, encoding: .utf8)
    try Data(ImportTests.acts.utf8).write(to: scratch.folder.appending(path: "elenco.csv"))
    func run(_ options: String...) throws -> Program.Outcome {
      try Program.run(["importa", "elenco.csv", "--lingua", "it"] + options, in: scratch.folder)
    }
    let first = try run()
    #expect(first.status == 0 && first.errors.contains("atti: 2 voci nuove"), "\(first.errors)")
    let after = try String(contentsOf: register, encoding: .utf8)
    #expect(
      after == before + """
          - id: dgc-2021-12
            organo: giunta
            tipo: deliberazione
            numero: 12
            data: 2021-05-03
            oggetto: Una nuova palestra
          - id: dd-2021-007
            organo: dirigente
            tipo: determinazione
            numero: 007
            data: 2021-06-07
            oggetto: Affidamento; dei "lavori"

        """, "\(after)")
    for words in [
      "colonna «Note»", "«da rivedere»", "riga 4", "«31/02/2021» non è un giorno", "riga 5",
      "manca «Numero»", "riga 6: è la stessa voce della riga 2",
    ] {
      #expect(first.errors.contains(words), "\(words): \(first.errors)")
    }
    // The same again changes no byte; a word that was changed in the sheet comes in, one that was changed here stays.
    let kept = try tree(content)
    #expect(try run().errors.contains("atti: 2 c'erano già"))
    #expect(try tree(content) == kept)
    try after.replacing("Una nuova palestra", with: "Una palestra nuova").write(
      to: register, atomically: true, encoding: .utf8)
    try Data(ImportTests.acts.replacing("dei \"\"lavori\"\"", with: "del servizio").utf8).write(
      to: scratch.folder.appending(path: "elenco.csv"))
    let again = try run()
    #expect(again.status == 0 && again.errors.contains("1 aggiornata"), "\(again.errors)")
    #expect(again.errors.contains("«dgc-2021-12, Oggetto» era stato cambiato qui"))
    let text = try String(contentsOf: register, encoding: .utf8)
    #expect(text.contains("Una palestra nuova") && text.contains("Affidamento; del servizio"))
    // Both changed the same: nothing is written.
    try Data(ImportTests.acts.replacing("Una nuova palestra", with: "Tre palestre").utf8).write(
      to: scratch.folder.appending(path: "elenco.csv"))
    let both = try run()
    #expect(both.status == 2 && both.errors.contains("Tre palestre"), "\(both.errors)")
    #expect(try String(contentsOf: register, encoding: .utf8) == text)
    #expect(try run("--tieni").status == 0)
    #expect(try String(contentsOf: register, encoding: .utf8).contains("Una palestra nuova"))
  }

  @Test func `a list as an office keeps it is read below its title`() throws {
    let (run, _) = try imported(
      "", named: "elenco.csv",
      bytes: Array(
        """
        Elenco degli atti;;;;;
        ;;;;;
        Autorità;N.;Data adozione;Oggetto dell'atto;Importo;Ufficio
        Giunta comunale;12;3/5/2021;Nuova palestra;25000;Ufficio scuola
        Sindaco;3;1 luglio 2021;Ordinanza contro il gelo;;Polizia locale
        Consiglio;45;30 giugno 2021;Approvazione: #bilancio & [link](x) ⟦y⟧;;
        Totale;;;;25000;

        """.utf8))
    #expect(run.status == 0 && run.errors.contains("atti: 2 voci nuove"), "\(run.errors)")
    #expect(!run.errors.contains("indicator"))
    for words in ["«Importo»", "«25000»", "«Polizia locale» non c'è nel bilancio", "è un totale"] {
      #expect(run.errors.contains(words), "\(words): \(run.errors)")
    }
  }

  @Test func `acts that are cited in one cell are read`() throws {
    let (run, files) = try imported(
      "", named: "atti.csv",
      bytes: Array(
        """
        Estremi;Oggetto;Effetto
        DGC n. 149 del 29/06/2021;Piano per l'informatica;adotta
        D.Lgs. 7 marzo 2005, n. 82;Codice dell'amministrazione digitale;
        chi lo sa;Niente;

        """.utf8))
    #expect(run.status == 0 && run.errors.contains("2 voci nuove"), "\(run.errors)")
    #expect(run.errors.contains("riga 4"))
    #expect(files.keys.allSatisfy { $0.hasPrefix("_importati/") })
  }

  @Test func `a sheet that is called as a register and counts years is a series`() throws {
    let (run, files) = try imported(
      "", named: "atti.csv", bytes: Array("Anno;Numero\n2020;12\n2021;14\n".utf8))
    #expect(run.status == 0 && run.errors.contains("indicatore «"), "\(run.errors)")
    #expect(files.keys.contains { $0.hasSuffix(".yml") })
    // One that counts nothing is the register that it is called, and what it lacks is told.
    let (bare, none) = try imported(
      "", named: "atti.csv", bytes: Array("Numero;Oggetto\n12;Una palestra\n".utf8))
    #expect(bare.status == 2 && none.isEmpty, "\(bare.errors)")
    #expect(bare.errors.contains("manca «Organo», «Data»"), "\(bare.errors)")
  }

  @Test func `a stable name that a sheet states is kept, or what becomes of it is told`() throws {
    let (run, _) = try imported(
      "", named: "glossario.csv",
      bytes: Array(
        """
        Nome stabile;Termine;Definizione
        tempo-pieno;Tempo pieno;Quaranta ore.
        Tempo Corto;Tempo corto;Venti ore.
        scuola;Scuola;Un edificio.

        """.utf8))
    #expect(run.status == 0 && run.errors.contains("2 voci nuove"), "\(run.errors)")
    #expect(run.errors.contains("«Tempo Corto» non può essere un nome"))
    #expect(run.errors.contains("riga 4: `scuola` è già il nome di altro"))
  }

  @Test func `values go into the indicator that has their name, also in a list`() throws {
    let (scratch, content) = try ImportTests.content()
    let list = content.appending(path: "2021/indicatori.yml")
    func indicator(_ id: String, _ name: String, _ value: String) -> String {
      """
        - id: \(id)
          nome: \(name)
          definizione: Quanti sono.
          misura: conteggio
          unita: bambini
          verso: alto_meglio
          fonte: registro-iscritti
          responsabile: scuola
          metodo: Si contano.
          osservazioni:
            - periodo: 2020
              valore: \(value)

      """
    }
    let before =
      "tipo: indicatori\nvoci:\n" + indicator("nidi", "Bambini al nido", "30")
      + indicator("doposcuola", "Iscritti al doposcuola", "41")
    try before.write(to: list, atomically: true, encoding: .utf8)
    let kept = Set(try tree(content).keys)
    func run(_ text: String) throws -> Program.Outcome {
      try Data(text.utf8).write(to: scratch.folder.appending(path: "a.csv"))
      return try Program.run(["importa", "a.csv", "--lingua", "it"], in: scratch.folder)
    }
    let first = try run("Anno;Iscritti al doposcuola\n2020;41\n2021;44\n")
    #expect(first.status == 0 && first.errors.contains("2021: 44"), "\(first.errors)")
    #expect(
      try String(contentsOf: list, encoding: .utf8) == before + """
              - periodo: 2021
                valore: 44

        """)
    #expect(try tree(content).keys.filter { !kept.contains($0) }.allSatisfy { $0.hasPrefix("_") })
    // The next time it is known, and the other indicator is left alone.
    let again = try run("Anno;Iscritti al doposcuola\n2020;41\n2021;45\n")
    #expect(again.status == 0 && again.errors.contains("2021: 44 → 45"), "\(again.errors)")
    let text = try String(contentsOf: list, encoding: .utf8)
    #expect(text.contains("valore: 45") && text.contains("valore: 30"))
  }

  @Test func `words of a list and offices are those of the report`() throws {
    let (run, files) = try imported(
      "", named: "fonti.csv",
      bytes: Array(
        """
        Titolo;Organizzazione;Tipo;Qualità;Indirizzo web
        Rilevazione presenze;Ufficio scuola;Sistema;ufficiale;https://example.it/presenze
        Sentito dire;Nessuno;chiacchiera;ufficiale;
        Il sito;Comune;sistema;ufficiale;senza-schema

        """.utf8))
    #expect(run.status == 0 && run.errors.contains("1 voce nuova"), "\(run.errors)")
    #expect(run.errors.contains("«chiacchiera» può essere: "))
    #expect(run.errors.contains("comincia con `https://`"))
    _ = files
  }

  @Test func `thousands of acts come in at once`() throws {
    let lines = (1001...4000).map { "Giunta;\($0);2021-03-04;Oggetto \($0)" }
    let (run, _) = try imported(
      "", named: "atti.csv",
      bytes: Array("Organo;Numero;Data;Oggetto\n\(lines.joined(separator: "\n"))\n".utf8))
    #expect(run.status == 0 && run.errors.contains("3000 voci nuove"), "\(run.errors)")
  }

  // The template

  @Test func `a workbook that an office filled in comes back without a question`() async throws {
    let report = try #require(try await Self.edition)
    let template = WorkbookTemplate(report, office: "scuola", language: .italian)
    let parts = template.parts.map { part -> (String, [UInt8]) in
      var text = String(decoding: part.bytes, as: UTF8.self)
      if text.contains(">Oggetto<"), part.path.hasPrefix("xl/worksheets/") {
        let row = [
          "A2": "giunta", "B2": "deliberazione", "C2": "012", "G2": "3/5/2021",
          "H2": "Una palestra & altro",
        ]
        let cells = row.sorted { $0.key < $1.key }.map {
          "<c r=\"\($0.key)\" t=\"inlineStr\"><is><t>\(PackageMarkup.escaped($0.value))</t></is></c>"
        }
        text = text.replacing(
          "</sheetData>", with: "<row r=\"2\">\(cells.joined())</row></sheetData>")
      }
      if text.contains(">Indicatore<") {
        text = text.replacing("<v>352</v>", with: "<v>360</v>")
      }
      return (part.path, Array(text.utf8))
    }
    let (run, files) = try imported(
      "", named: "modello.xlsx", "--tieni", bytes: StoredZip.bytes(parts))
    #expect(run.status == 0 && run.errors.contains("atti: 1 voce nuova"), "\(run.errors)")
    // Nothing that the template says by itself is told, nor what stays empty.
    #expect(
      run.errors.split(separator: "\n").count { $0.contains("da guardare") || $0.hasPrefix("   ") }
        <= 1, "\(run.errors)")
    #expect(!run.errors.contains("nascosto") && !run.errors.contains("accanto"))
    #expect(files.keys.contains { $0.hasPrefix("_importati/") })
  }

  private static var edition: Edition? {
    get async throws { try await MadeReport.report([:])?.editions.first }
  }
}
