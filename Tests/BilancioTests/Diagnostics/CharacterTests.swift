import Diagnostics
import Testing

@testable import Files

/// What bytes and characters of texts are taken for, and what is told of those nobody sees.
@Suite struct CharacterTests {
  static let hidden: [(code: UInt32, kind: HiddenCharacter.Kind)] = [
    (0x00, .control), (0x0B, .control), (0x1B, .control), (0x7F, .control), (0x85, .control),
    (0x9B, .control), (0x202E, .direction), (0x2066, .direction), (0xFFFE, .noncharacter),
    (0x1FFFF, .noncharacter), (0xFDD0, .noncharacter), (0xE000, .privateUse), (0xF0B7, .privateUse),
    (0x10FFFD, .privateUse), (0xE0041, .tag), (0xFFF9, .tag), (0x200B, .invisible),
    (0x2060, .invisible), (0x200E, .invisible), (0x200D, .invisible), (0x2028, .invisible),
    (0xFFFC, .lost), (0xFFFD, .lost),
  ]

  @Test(arguments: hidden)
  func `a character that nobody sees is found where it stands`(
    code: UInt32, kind: HiddenCharacter.Kind
  ) throws {
    let character = String(try #require(Unicode.Scalar(code)))
    let found = HiddenCharacter.all(in: "città \(character)x"[...])
    #expect(found.map(\.kind) == [kind])
    #expect(found.first?.range == 7..<7 + character.utf8.count)
  }

  @Test(arguments: [
    "12\u{A0}% e 3\u{202F}euro", "l’asilo «nuovo» – “sì” … €", "\u{FEFF}inizio e\u{FEFF} mezzo",
    "👩\u{200D}👧\u{200D}👦 ❤\u{FE0F} 👍🏽", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "می\u{200C}خواهم", "\u{200F}مرحبا\u{200E}", "עברית\u{200F}", "क्\u{200D}ष", "riga\r\n\tdue\n",
    "sof\u{AD}fice",
  ])
  func `what a text needs is let pass`(text: String) {
    #expect(HiddenCharacter.all(in: text[...]).isEmpty)
  }

  @Test func `a message shows no character that a terminal would obey`() {
    #expect("a\u{1B}[31mb\u{202E}c\u{9B}".printable() == "a␛[31mb‹U+202E›c‹U+009B›")
    #expect("a\nb\tc".printable() == "a\nb\tc")
    #expect("a\nb\tc".printable(keepsLines: false) == "a␊b␉c")
    #expect("città 👩\u{200D}👧".printable(keepsLines: false) == "città 👩\u{200D}👧")
  }

  @Test(arguments: [
    ("Ã¨", "è"), ("Ã ", nil), ("Ã\u{A0}", "à"), ("â€™", "’"), ("â‚¬", "€"), ("Â°", "°"),
    ("Ã\u{88}", "È"),
    ("Â«", "«"), ("È»", nil), ("São", nil), ("PERCHÉ”", nil), ("château", nil), ("Ãè", nil),
  ])
  func `letters that were misread are known again`(seen: String, meant: String?) {
    let found = Misreading.all(in: "la citt\(seen) x"[...])
    #expect(found.map(\.meant) == (meant.map { [$0] } ?? []))
    if let one = found.first { #expect(one.range.lowerBound == 7 && one.seen == seen) }
  }

  @Test func `a text is read however it was saved`() {
    let text = "Perché – 3 € «città»\r\n"
    func read(_ bytes: [UInt8]) -> String {
      let (text, encoding) = TextEncoding.read(bytes)
      return "\(encoding) \(text)"
    }
    let wide = Array(text.utf16)
    let little = wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let narrow = text.unicodeScalars.compactMap(Windows1252.byte)
    #expect(read(Array(text.utf8)) == "utf8 \(text)")
    #expect(read([0xFF, 0xFE] + little) == "utf16 \(text)")
    #expect(read([0xFE, 0xFF] + big) == "utf16 \(text)")
    #expect(read(little) == "utf16 \(text)")
    #expect(read(narrow) == "windows1252 \(text)")
  }

  @Test(arguments: [
    // Two encodings in one file, a picture, half a letter of UTF-16.
    Array("città e citt".utf8) + [0xE0], [0x89, 0x50, 0x4E, 0x47, 0, 1], [0xFF, 0xFE, 0x41],
    [0x41, 0x81], [0x41, 0x0B, 0xE0],
  ])
  func `what is no text of any known encoding is none`(bytes: [UInt8]) {
    #expect(TextEncoding.read(bytes).encoding == .unknown)
  }

  @Test func `accents become one with their letters`() {
    for whole in ["à", "È", "ç", "ñ", "ő", "ệ", "Ǻ", "ά", "й"] {
      let parts = String(decoding: Array(whole.decomposed), as: UTF8.self)
      #expect(Array("x\(parts)y".composed.utf8) == Array("x\(whole)y".utf8))
    }
    #expect(Array("x\u{304}\r\n".composed.utf8) == Array("x\u{304}\r\n".utf8))
    let text = Folder.Text(path: "a.md", bytes: Array("citta\u{300}".utf8))
    #expect(Array(text.text.utf8) == Array("città".utf8) && text.byteCount == 7)
  }

  @Test(arguments: [
    "Thumbs.db", "desktop.ini", ".DS_Store", "~$relazione.docx", "~WRL0001.tmp", "x.bak", "x.md~",
    "x.tmp", "#x.md#", "x.yml.swp", "__MACOSX", "ehthumbs.db", "$RECYCLE.BIN", ".~lock.x.ods#",
    "x.lnk", "x.pdf.crdownload", "x.part", "foto.jpg:Zone.Identifier", "@eaDir",
  ])
  func `what systems leave behind is left alone`(name: String) {
    #expect(Folder.leavesAlone(name))
  }

  @Test(arguments: ["tmp.md", "bak.pdf", "part.yml", "a#b#", "1-mensa.md", "~.pdf", "#1"])
  func `other names are not`(name: String) {
    #expect(!Folder.leavesAlone(name))
  }
}

extension String {
  /// The letters and their accents apart, for those of the test.
  fileprivate var decomposed: [UInt8] {
    let parts: [Character: String] = [
      "à": "a\u{300}", "È": "E\u{300}", "ç": "c\u{327}", "ñ": "n\u{303}", "ő": "o\u{30B}",
      "ệ": "e\u{323}\u{302}", "Ǻ": "A\u{30A}\u{301}", "ά": "α\u{301}", "й": "и\u{306}",
    ]
    return flatMap { Array((parts[$0] ?? String($0)).utf8) }
  }
}
