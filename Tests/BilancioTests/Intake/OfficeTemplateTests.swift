import Diagnostics
import Foundation
import Office
import SocialReport
import Testing

@testable import Intake

// What an office fills in.
extension ImportTests {
  /// A template that an office has filled in: the words of controls, and texts under their headings.
  private static func filled(
    _ template: OfficeTemplate, _ fields: [String: String], _ texts: [String: String]
  ) -> [UInt8] {
    let parts = template.parts.map { part -> (String, [UInt8]) in
      guard part.path == "word/document.xml" else { return (part.path, part.bytes) }
      var text = String(decoding: part.bytes, as: UTF8.self)
      for (name, value) in fields {
        let control = try? Regex("(<w:tag w:val=\"\(name)\"/>.*?)<w:showingPlcHdr/>(.*?<w:t>)[^<]*")
        if let control {
          text = text.replacing(control, maxReplacements: 1) { match in
            "\(match.output[1].substring ?? "")\(match.output[2].substring ?? "")\(value)"
          }
        }
      }
      for (heading, value) in texts {
        let section = try? Regex(
          "(<w:t[^>]*>\(heading)</w:t></w:r></w:p>.*?)<w:p></w:p>")
        if let section {
          text = text.replacing(section, maxReplacements: 1) { match in
            "\(match.output[1].substring ?? "")<w:p><w:r><w:t>\(value)</w:t></w:r></w:p>"
          }
        }
      }
      return (part.path, Array(text.utf8))
    }
    return StoredZip.bytes(parts)
  }

  @Test func `a template that an office filled in comes back without a question`() throws {
    let template = OfficeTemplate(
      .achievement, language: .italian, known: ["ufficio": "scuola"], offices: ["scuola"])
    let bytes = ImportTests.filled(
      template,
      [
        "titolo": "Una palestra", "in_breve": "Il tetto è nuovo.", "stato": "completata",
        "stato_al": "31/12/2021",
      ], ["Perché": "Pioveva dentro.", "Che cosa abbiamo fatto": "Il tetto non perde più."])
    let (run, files) = try imported("", "--obiettivo", "1", bytes: bytes)
    #expect(run.status == 0 && !run.errors.contains("da guardare"), "\(run.errors)")
    let text = String(
      decoding: try #require(files["2021/1-scuole/2-una-palestra.md"]), as: UTF8.self)
    for line in [
      "titolo: Una palestra\n", "in_breve: Il tetto è nuovo.\n", "ufficio: scuola\n",
      "stato: completata", "stato_al: 31/12/2021", "perche: |\n  Pioveva dentro.\n",
      "\nIl tetto non perde più.",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    // Nothing that the template says by itself comes in.
    for words in ["Scrivi qui", "Scegli", "righe grigie", "cosa_e_cambiato"] {
      #expect(!text.contains(words), "\(words)")
    }
  }

  @Test func `a template that an office copied below itself is as many pages`() throws {
    let template = OfficeTemplate(
      .achievement, language: .italian, known: ["ufficio": "scuola"], offices: ["scuola"])
    let copies = ["Una palestra", "Un nido"].map { title in
      ImportTests.filled(
        template, ["titolo": title, "in_breve": "Ecco \(title)."],
        ["Che cosa abbiamo fatto": "Testo di \(title)."])
    }
    let part = "word/document.xml"
    let texts = try copies.map {
      String(decoding: try OfficePackage($0).bytes(of: part), as: UTF8.self)
    }
    let second = try #require(texts[1].firstMatch(of: /(?s)<w:body>(.*)<w:sectPr>/)).output.1
    let body = texts[0].replacing("<w:sectPr>", with: second + "<w:sectPr>")
    let bytes = StoredZip.bytes(
      template.parts.map { ($0.path, $0.path == part ? Array(body.utf8) : $0.bytes) })
    let (run, files) = try imported("", "--obiettivo", "1", bytes: bytes)
    #expect(run.status == 0 && !run.errors.contains("da guardare"), "\(run.errors)")
    for (path, title) in [
      ("2021/1-scuole/2-una-palestra.md", "Una palestra"),
      ("2021/1-scuole/3-un-nido.md", "Un nido"),
    ] {
      let text = String(decoding: files[path] ?? Data(), as: UTF8.self)
      #expect(text.contains("titolo: \(title)\n") && text.contains("in_breve: Ecco \(title).\n"))
      #expect(text.contains("---\n\nTesto di \(title)."), "\(text)")
    }
  }

  @Test func `the program makes a template once, for an office that there is`() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"),
      to: scratch.folder.appending(path: "content"))
    func made(_ options: String...) throws -> Program.Outcome {
      try Program.run(["modello", "--lingua", "it"] + options, in: scratch.folder)
    }
    var run = try made("--ufficio", "scuola")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "modello-realizzazione-scuola.docx\nmodello-dati-scuola.xlsx\n")
    run = try made("--ufficio", "scuola")
    #expect(run.status == 2 && run.errors.contains("c'è già"))
    #expect(try made("--ufficio", "scuolaa").status == 2)
    #expect(try made("--come", "indicatore").status == 2)
    #expect(try made("--come", "obiettivo", "--uscita", "o.docx").status == 0)
    // Nobody has written anything yet.
    let (empty, files) = try imported(
      "", "--obiettivo", "1",
      bytes: Array(
        Data(contentsOf: scratch.folder.appending(path: "modello-realizzazione-scuola.docx"))))
    #expect(empty.status == 0 && empty.errors.contains("nome del file"))
    #expect(
      files.filter { $0.key.hasSuffix(".md") }.allSatisfy {
        !String(decoding: $0.value, as: UTF8.self).contains("Scrivi qui")
      })
  }
}
