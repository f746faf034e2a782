import Content
import Desk
import Diagnostics
import Files
import Intake
import Scaffolding
import SocialReport

/// Documents of offices as chance and ill will make them: packages of Word, LibreOffice and Excel, pages and letters.
///
/// Whatever they are, an import ends soon and traps nothing; one whose markup is whole is either taken with its proof or
/// refused for what it is, and never because the program lost something of it.
enum DocumentMutation {
  static func faults(_ base: Folder, _ chance: inout Chance) async throws -> [String] {
    let isWhole = chance.below(3) > 0
    let (name, bytes) = document(isWhole: isWhole, &chance)
    guard let today = CalendarDate(year: 2022, month: 12, day: 31) else { return [] }
    let outline = try await ProjectOutline(base)
    let place = try RecordPlace(
      root: base.root, outline: outline, edition: nil, language: .italian,
      today: { _ in today })
    var wishes = ImportWishes()
    wishes.objective = "1"
    wishes.kind = chance.below(3) == 0 ? .context : nil
    let desk = Desk(root: base.root, author: "prova")
    for file in try IncomingFile.all(in: bytes, named: name) {
      do {
        let made = try await Imported.of(file, into: place, wishes, desk)
        for change in made.changes where change.path.hasPrefix("/") || change.path.contains("..") {
          return ["it would write \(change.path)"]
        }
      } catch let error as any ExplainedError {
        let words = error.message.italian + " " + (error.help?.italian ?? "")
        let isOwn =
          words.contains("errore del programma") || words.contains("non so dove mettere")
          || words.contains("non è scritto da nessuna parte")
        guard isWhole, isOwn else { continue }
        // For who looks into it.
        let kept = "/tmp/fuzz-document." + Path.ending(of: name)
        try FileSystem.write(bytes, to: kept, replacing: true)
        return ["\(kept): \(words)"]
      }
    }
    return []
  }

  private static func document(
    isWhole: Bool, _ chance: inout Chance
  ) -> (name: String, bytes: [UInt8]) {
    switch chance.below(6) {
    case 0, 1: ("a.docx", packed(word(&chance), isWhole, &chance))
    case 2: ("a.odt", packed(openText(&chance), isWhole, &chance))
    case 3: ("a.xlsx", packed(workbook(&chance), isWhole, &chance))
    case 4: ("a.html", bytes(page(&chance), isWhole, &chance))
    default: ("a.eml", bytes(letter(&chance), isWhole, &chance))
    }
  }

  private static func bytes(_ text: String, _ isWhole: Bool, _ chance: inout Chance) -> [UInt8] {
    isWhole ? Array(text.utf8) : Mutation.mutated(Array(text.utf8), &chance)
  }

  /// - Parameter parts: names and texts.
  private static func packed(
    _ parts: [(String, String)], _ isWhole: Bool, _ chance: inout Chance
  ) -> [UInt8] {
    let broken = isWhole || chance.below(2) == 0 ? -1 : chance.below(parts.count)
    let files = parts.enumerated().map { number, part in
      (name: part.0, bytes: bytes(part.1, number != broken, &chance))
    }
    let archive = StoredZip.bytes(files)
    return isWhole || broken >= 0 ? archive : Mutation.mutated(archive, &chance)
  }

  // Texts

  private static let words = [
    "pane", "perché", "*a*", "1.234,50", "_x_", "- no", "# uno", "[a](b)", "https://a.it/?f[0]=x",
    "&lt;b&gt;", "à\u{300}", "2. due", "\u{AD}so\u{AD}ft", "fine.", "Cosa abbiamo fatto", "«sì»",
    "a|b", "x&amp;y", "~~z~~", "`c`", "\\", "12/03/2024", "non\u{A0}rotto", "😀",
  ]

  private static func text(_ chance: inout Chance) -> String {
    (0...chance.below(3)).map { _ in chance.one(of: words) }.joined(separator: " ")
  }

  // Word

  private static let wordSpaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
  private static let relations =
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
  private static let types =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  private static func word(_ chance: inout Chance) -> [(String, String)] {
    let body = (0...chance.below(6)).map { _ in wordBlock(&chance, 0) }.joined()
    let notes = "<w:footnote w:id=\"1\">\(wordParagraph(&chance))</w:footnote>"
    return [
      (
        "_rels/.rels",
        "<Relationships \(relations)><Relationship Id=\"a\" Type=\"\(types)officeDocument\" Target=\"word/document.xml\"/></Relationships>"
      ),
      (
        "word/_rels/document.xml.rels",
        "<Relationships \(relations)><Relationship Id=\"n\" Type=\"\(types)footnotes\" Target=\"footnotes.xml\"/><Relationship Id=\"h\" Type=\"\(types)hyperlink\" Target=\"https://a.it/\" TargetMode=\"External\"/></Relationships>"
      ),
      ("word/document.xml", "<w:document \(wordSpaces)><w:body>\(body)</w:body></w:document>"),
      ("word/footnotes.xml", "<w:footnotes \(wordSpaces)>\(notes)</w:footnotes>"),
    ]
  }

  private static func wordBlock(_ chance: inout Chance, _ depth: Int) -> String {
    switch depth < 3 ? chance.below(7) : 6 {
    case 0:
      let rows = (0...chance.below(3)).map { _ in
        let cells = (0...chance.below(3)).map { _ in
          let span = chance.below(5) == 0 ? "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" : ""
          return "<w:tc>\(span)\(wordBlock(&chance, depth + 1))</w:tc>"
        }
        return "<w:tr>\(cells.joined())</w:tr>"
      }
      return "<w:tbl>\(rows.joined())</w:tbl>"
    case 1: return "<w:sdt><w:sdtContent>\(wordBlock(&chance, depth + 1))</w:sdtContent></w:sdt>"
    case 2: return "<w:del w:id=\"9\">\(wordBlock(&chance, depth + 1))</w:del>"
    default: return wordParagraph(&chance)
    }
  }

  private static func wordParagraph(_ chance: inout Chance) -> String {
    let properties = chance.one(of: [
      "", "", "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>",
      "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
      "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
    ])
    return
      "<w:p>\(properties)\((0...chance.below(4)).map { _ in wordRun(&chance, 0) }.joined())</w:p>"
  }

  private static func wordRun(_ chance: inout Chance, _ depth: Int) -> String {
    let look = chance.one(of: [
      "", "", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/><w:strike/></w:rPr>",
      "<w:rPr><w:vanish/></w:rPr>",
      "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>",
    ])
    let run = "<w:r>\(look)<w:t xml:space=\"preserve\">\(text(&chance)) </w:t></w:r>"
    switch depth < 2 ? chance.below(9) : 8 {
    case 0: return "<w:ins w:id=\"1\">\(wordRun(&chance, depth + 1))</w:ins>"
    case 1: return "<w:del w:id=\"2\"><w:r><w:delText>\(text(&chance))</w:delText></w:r></w:del>"
    case 2: return "<w:hyperlink r:id=\"h\">\(wordRun(&chance, depth + 1))</w:hyperlink>"
    case 3: return "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"
    case 4: return "<w:r><w:br/><w:tab/></w:r>"
    case 5:
      return "<w:fldSimple w:instr=\"PAGE\">\(wordRun(&chance, depth + 1))</w:fldSimple>"
    default: return run
    }
  }

  // LibreOffice

  private static func openText(_ chance: inout Chance) -> [(String, String)] {
    let spaces = ["office", "text", "table", "style"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
    }.joined(separator: " ")
    let body = (0...chance.below(6)).map { _ in openBlock(&chance, 0) }.joined()
    return [
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "content.xml",
        "<office:document-content \(spaces) xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><office:text>\(body)</office:text></office:body></office:document-content>"
      ),
    ]
  }

  private static func openBlock(_ chance: inout Chance, _ depth: Int) -> String {
    switch depth < 3 ? chance.below(6) : 5 {
    case 0:
      let items = (0...chance.below(3)).map { _ in
        "<text:list-item>\(openBlock(&chance, depth + 1))</text:list-item>"
      }
      return "<text:list>\(items.joined())</text:list>"
    case 1:
      let cells = (0...chance.below(3)).map { _ in
        "<table:table-cell>\(openBlock(&chance, depth + 1))</table:table-cell>"
      }.joined()
      return "<table:table><table:table-row>\(cells)</table:table-row></table:table>"
    case 2: return "<text:h text:outline-level=\"\(chance.below(12))\">\(text(&chance))</text:h>"
    default:
      let inner = chance.one(of: [
        "", "<text:s/>", "<text:line-break/>", "<text:span>x</text:span>",
        "<text:a xlink:href=\"https://a.it\">y</text:a>",
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>",
      ])
      return "<text:p>\(text(&chance))\(inner)\(text(&chance))</text:p>"
    }
  }

  // Excel

  private static func workbook(_ chance: inout Chance) -> [(String, String)] {
    let space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let rows = (1...1 + chance.below(8)).map { row in
      let cells = (0...chance.below(4)).map { column in
        let place = "\(Character(UnicodeScalar(UInt8(65 + column))))\(row)"
        return switch chance.below(4) {
        case 0: "<c r=\"\(place)\"><v>\(chance.one(of: Mutation.extremes))</v></c>"
        case 1: "<c r=\"\(place)\"><v>\(2015 + chance.below(10))</v></c>"
        case 2:
          "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(chance.one(of: ["Anno", "Valore", "Oggetto", "Numero", "Data"]))</t></is></c>"
        default: "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text(&chance))</t></is></c>"
        }
      }
      return "<row r=\"\(row)\">\(cells.joined())</row>"
    }
    return [
      (
        "_rels/.rels",
        "<Relationships \(relations)><Relationship Id=\"a\" Type=\"\(types)officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships \(relations)><Relationship Id=\"s\" Type=\"\(types)worksheet\" Target=\"sheet.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook \(space) xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"F\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"
      ),
      ("xl/sheet.xml", "<worksheet \(space)><sheetData>\(rows.joined())</sheetData></worksheet>"),
    ]
  }

  // Pages and letters

  private static let tags = [
    "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td colspan=2>", "</td>",
    "<ul>",
    "</ul>", "<li>", "<b>", "</b>", "<h2>", "</h2>", "<br>", "<span style='display:none'>",
    "</span>",
    "<del>", "</del>", "<a href='https://a.it/?f[0]=1'>", "<a href='#x' id=y>",
    "<a href='#y' id=x>", "</a>",
    "<pre>", "</pre>", "<p style='mso-list:l0 level1'>", "<img alt='foto' src='data:,x'>", "<sup>",
    "</sup>",
  ]

  private static func page(_ chance: inout Chance) -> String {
    (0...chance.below(20)).reduce(into: "<html>") { page, _ in
      page += chance.one(of: tags)
      if chance.below(2) == 0 { page += text(&chance) }
    }
  }

  private static func letter(_ chance: inout Chance) -> String {
    let inner = (0...chance.below(3)).map { _ in
      chance.one(of: [
        "\nCiao\n", "Content-Type: text/html\n\n\(page(&chance))\n",
        "Content-Disposition: attachment; filename=a.html\n\n\(page(&chance))\n",
        "Content-Type: message/rfc822\n\nFrom: a\n\nb\n",
        "Content-Transfer-Encoding: base64\n\nYQ==\n",
      ])
    }
    return "From: =?utf-8?Q?a?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
      + inner.joined(separator: "--x\n") + "--x--\n"
  }
}
