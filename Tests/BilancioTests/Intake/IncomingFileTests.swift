import Foundation
import Pictures
import Testing

@testable import Intake
@testable import Office

/// Letters, certified ones too, bring what they say and what hangs on them; a PDF its words.
@Suite struct IncomingFileTests {
  private static func files(_ lines: [String], _ name: String = "lettera.eml") -> [IncomingFile] {
    (try? IncomingFile.all(in: Array(lines.joined(separator: "\r\n").utf8), named: name)) ?? []
  }

  private static let plain = [
    "From: =?UTF-8?Q?Anna_R=C3=ACva?= <a@b.it>", "Subject: =?utf-8?B?UGVyY2jDqQ==?=",
    " =?iso-8859-1?Q?_s=EC?=", "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable", "", "I dati s=C3=AC, a=", " capo = 1.",
  ]

  @Test func `a letter in other letters than those of ASCII is read`() throws {
    let letter = try #require(IncomingFileTests.files(IncomingFileTests.plain).first?.letter)
    #expect(letter.head.map(\.value) == ["Anna Rìva <a@b.it>", "Perché sì"])
    #expect(letter.text == "I dati sì, a capo = 1.")
  }

  @Test func `what hangs on a letter comes by itself, and what cannot be read is told`() throws {
    let files = IncomingFileTests.files([
      "From: a@b.it", "Content-Type: multipart/mixed; boundary=\"x y\"", "", "Preambolo", "--x y",
      "Content-Type: multipart/alternative; boundary=z", "", "--z", "Content-Type: text/plain", "",
      "Ciao", "--z", "Content-Type: text/html", "", "<p>Ciao</p>", "--z--", "--x y",
      "Content-Type: application/octet-stream",
      "Content-Disposition: attachment; filename*0*=utf-8''perch%C3%A9; filename*1*=.csv",
      "Content-Transfer-Encoding: base64", "", "YTtiCjE7", "Mg==", "--x y",
      "Content-Type: application/zip; name=\"../../x.zip\"", "", "PK", "--x y--", "dopo",
    ])
    #expect(files.map(\.name) == ["lettera.eml", "perché.csv"])
    #expect(files.last.map(\.bytes) == Array("a;b\n1;2".utf8))
    let letter = try #require(files.first?.letter)
    #expect(letter.text == "Ciao" && letter.left == ["x.zip"])
  }

  @Test func `certified mail has the letter in a letter`() throws {
    let files = IncomingFileTests.files(
      [
        "From: posta-certificata@pec.it", "Content-Type: multipart/signed; boundary=s", "", "--s",
        "Content-Type: multipart/mixed; boundary=m", "", "--m", "", "Messaggio di PEC", "--m",
        "Content-Type: message/rfc822; name=postacert.eml", "",
      ] + IncomingFileTests.plain + [
        "--m", "Content-Type: application/xml; name=daticert.xml", "", "<x/>", "--m--", "--s",
        "Content-Type: application/pkcs7-signature; name=smime.p7s", "", "x", "--s--",
      ])
    let letter = try #require(files.first?.letter)
    #expect(letter.text?.contains("I dati sì") == true && letter.text?.contains("PEC") == true)
    #expect(letter.head.map(\.value).contains("Anna Rìva <a@b.it>"))
    #expect(letter.left == ["daticert.xml", "smime.p7s"])
  }

  @Test func `a page that was saved with its pictures is a page`() throws {
    let files = IncomingFileTests.files(
      [
        "MIME-Version: 1.0", "Content-Type: multipart/related; boundary=r", "", "--r",
        "Content-Type: text/html", "", "<p>Uno <img src=\"cid:a@b\" alt=\"Prato\"></p>", "--r",
        "Content-Type: image/gif", "Content-ID: <a@b>", "Content-Transfer-Encoding: base64", "",
        "R0lGODlh", "--r--",
      ], "pagina.mht")
    let file = try #require(files.first)
    #expect(files.count == 1 && file.letter == nil && file.name == "pagina.html")
    #expect(file.pictures["cid:a@b"] == Array("GIF89a".utf8))
  }

  @Test func `what is no letter is a file as others`() throws {
    #expect(IncomingFileTests.files(["niente di che"]).map(\.letter?.text) == [nil])
    #expect(try IncomingFile.all(in: [], named: "vuota.eml").count == 1)
    #expect(
      try IncomingFile.all(in: Array("From: a\n\nb".utf8), named: "x.txt").first?.letter == nil)
  }

  @Test func `broken letters trap nothing, and take no time`() {
    var random = SplitMix(state: 11)
    let pieces = [
      "From: a", "Content-Type: multipart/mixed; boundary=x", "Content-Type: message/rfc822", "",
      "--x",
      "--x--", "=?utf-8?Q?=C3?=", "Content-Transfer-Encoding: base64", "=", "\"", ";",
      "filename*9999999999999999999=a",
      "Content-Disposition: attachment; filename=a.csv", "\u{0}", " piegata",
    ]
    for _ in 0..<3000 {
      let lines = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      _ = IncomingFileTests.files(lines)
    }
    // Letters in letters, and a mark that is everywhere.
    let deep = Array(repeating: ["Content-Type: message/rfc822", ""], count: 5000).flatMap(\.self)
    _ = IncomingFileTests.files(["From: a"] + deep)
    _ = IncomingFileTests.files(
      ["From: a", "Content-Type: multipart/mixed; boundary=x", ""]
        + Array(repeating: "--x", count: 100_000))
  }

  // Through the program

  @Test(.enabled(if: Program.isInstalled("pdftotext")))
  func `of a PDF the words come into a note, or a page where it is tagged`() throws {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    func run(_ words: String...) throws -> Program.Outcome {
      try Program.run(words + ["--lingua", "it"], in: scratch.folder)
    }
    func put(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: scratch.folder.appending(path: name))
    }
    try put("piano.pdf", PDFSample.text)
    let note = try run("importa", "piano.pdf")
    #expect(note.status == 0 && note.errors.contains("appunto"), "\(note.errors)")
    let words = try String(
      contentsOf: content.appending(path: "_importati/piano-pdf.md"), encoding: .utf8)
    #expect(words.contains("Una mensa nuova"))
    try put("piano.pdf", PDFSample.tagged)
    let page = try run("importa", "piano.pdf", "--come", "contesto")
    #expect(page.status == 0 && page.errors.contains("struttura"), "\(page.errors)")
    let made = try String(
      contentsOf: content.appending(path: "2021/contesto/una-mensa-nuova.md"), encoding: .utf8)
    #expect(made.contains("titolo: Una mensa nuova\n"), "\(made)")
    // Nobody reads a picture of words, nor what is broken.
    for (name, text) in [("vuoto.pdf", PDFSample.empty), ("rotto.pdf", "%PDF-1.4\nniente")] {
      try put(name, text)
      let before = try tree(content)
      let refused = try run("importa", name)
      #expect(refused.status == 2 && refused.errors.contains("aiuto"), "\(refused.errors)")
      #expect(try tree(content) == before)
    }
  }

  @Test func `a letter is taken with what hangs on it, whatever is wrong with some of it`() throws {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    let document = Data(WordSample(body: ImportTests.sections, parts: ImportTests.styles).bytes)
    let letter =
      ["From: a@b.it", "Content-Type: multipart/mixed; boundary=x", "", "--x", "", "Ecco.", "--x"]
      + ["Content-Disposition: attachment; filename=rotto.docx", "", "PK", "--x"]
      + [
        "Content-Disposition: attachment; filename=palestra.docx",
        "Content-Transfer-Encoding: base64",
      ]
      + ["", document.base64EncodedString(), "--x--"]
    try Data(letter.joined(separator: "\n").utf8).write(
      to: scratch.folder.appending(path: "lettera.eml"))
    let run = try Program.run(
      ["importa", "lettera.eml", "--obiettivo", "1", "--lingua", "it"], in: scratch.folder)
    #expect(run.status == 1 && run.errors.contains("rotto.docx"), "\(run.errors)")
    #expect(run.output.contains("2-una-palestra.md") && run.output.contains("lettera-eml.md"))
  }
}

/// A PDF of one page, as small as they are.
enum PDFSample {
  static let text = make("", "BT /F1 12 Tf 72 700 Td (Una mensa nuova) Tj ET", marked: "")
  static let empty = make("", "", marked: "")
  static let tagged = make(
    "/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R",
    "/H1 <</MCID 0>> BDC BT /F1 12 Tf 72 700 Td (Una mensa nuova) Tj ET EMC",
    marked: "/StructParents 0")

  private static func make(_ catalog: String, _ content: String, marked: String) -> String {
    var objects = [
      "<</Type/Catalog/Pages 2 0 R\(catalog)>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>\(marked)>>",
      "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    if !catalog.isEmpty {
      objects += [
        "<</Type/StructTreeRoot/K 7 0 R/ParentTree 8 0 R>>",
        "<</Type/StructElem/S/H1/P 6 0 R/Pg 3 0 R/K 0>>", "<</Nums[0[7 0 R]]>>",
      ]
    }
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    let lines = places.map { place in
      let digits = String(place)
      return String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + lines.joined()
    return file + "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
  }
}

// Several at once.
extension IncomingFileTests {
  @Test func `an archive and a folder bring what is in them, and what cannot be read is told`()
    throws
  {
    let scratch = try Scratch()
    let content = scratch.folder.appending(path: "content")
    try FileManager.default.copyItem(
      at: Program.root.appending(path: "Tests/Golden/Base"), to: content)
    func document(_ words: String) -> [UInt8] { WordSample(body: WordCase.p(words)).bytes }
    let parts: [(String, [UInt8])] = [
      ("scuola/orto.docx", document("Un orto.")), ("__MACOSX/._orto.docx", [1]),
      ("scuola/.DS_Store", [1]), ("scuola/nota.txt", Array("Due righe,\ne \"basta".utf8)),
      ("scuola/schema.xyz", [1]), ("scuola/cortile.docx", document("Un cortile.")),
    ]
    let archive = StoredZip.bytes(parts)
    #expect(
      try IncomingFile.all(in: archive, named: "a.zip").map(\.name) == [
        "scuola/orto.docx", "scuola/nota.txt", "scuola/schema.xyz", "scuola/cortile.docx",
      ])
    try Data(archive).write(to: scratch.folder.appending(path: "a.zip"))
    let before = Set(try tree(content).keys)
    var run = try Program.run(["importa", "a.zip", "--lingua", "it"], in: scratch.folder)
    #expect(run.status == 1 && run.errors.contains("`scuola/schema.xyz`"), "\(run.errors)")
    let new = try tree(content).keys.filter { !before.contains($0) }
    for name in ["2021/contesto/orto.md", "2021/contesto/cortile.md", "_importati/nota-txt.md"] {
      #expect(new.contains(name), "\(name)")
    }
    // The same from a folder is nothing new.
    for (name, bytes) in parts where !name.hasPrefix("__") {
      let file = scratch.folder.appending(path: "arrivi/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let now = try tree(content)
    run = try Program.run(["importa", "arrivi", "--lingua", "it"], in: scratch.folder)
    #expect(run.status == 1 && !run.errors.contains("DS_Store"), "\(run.errors)")
    #expect(try tree(content) == now)
    // A page with its pictures is one document; more than anybody sends are none.
    let page = StoredZip.bytes([("p.html", Array("<p>Uno</p>".utf8)), ("images/a.png", [1])])
    #expect(try IncomingFile.all(in: page, named: "p.zip").map(\.name) == ["p.zip"])
    let many = StoredZip.bytes((0...200).map { ("\($0).txt", [65]) })
    #expect(throws: CrowdedArchive.self) { try IncomingFile.all(in: many, named: "m.zip") }
  }

  @Test(arguments: [
    ("vuoto.docx", [UInt8](), "vuoto"),
    ("lettera.msg", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "Outlook"),
    ("ombra.xyz", [1, 2, 3], "una foto"),
  ])
  func `what is no document is told with what to do`(
    name: String, bytes: [UInt8], words: String
  ) throws {
    let (run, files) = try ImportTests().imported("", named: name, bytes: bytes)
    #expect(run.status == 2 && files.isEmpty && run.errors.contains(words), "\(run.errors)")
  }
}
