import Diagnostics
import SocialReport
import Testing

@testable import Content
@testable import Facts
@testable import Site

/// What names of files, headings and sites come to.
@Suite struct FileNameTests {
  @Test(arguments: [
    ("1-mensa - Copia", "1-mensa"), ("1-mensa - Copia (2)", "1-mensa"), ("1-mensa (1)", "1-mensa"),
    ("1-mensa(2)", "1-mensa"), ("1-mensa - Copia - Copia", "1-mensa"),
    ("1-mensa copia 2", "1-mensa"),
    ("Copia di 1-mensa", "1-mensa"), ("Copia (2) di 1-mensa", "1-mensa"),
    ("Copy of 1-mensa", "1-mensa"),
    ("1-mensa - Copy", "1-mensa"), ("1-mensa_old", "1-mensa"), ("1-mensa.old", "1-mensa"),
    ("1-mensa (Copia in conflitto di Anna 2025-03-01)", "1-mensa"),
    ("1-mensa (Anna's conflicted copy 2025-03-01)", "1-mensa"),
    ("1-mensa-DESKTOP-A1B2C3", "1-mensa"), ("1-mensa-LAPTOP-77-2", "1-mensa"),
    ("1-mensa.sync-conflict-20250301-101010-ABC", "1-mensa"),
    ("1-mensa (versione di Anna)", "1-mensa"),
    ("1-mensa (Recuperato)", "1-mensa"), ("1-mensa [conflitto]", "1-mensa"),
    ("2024 - Copia", "2024"), ("1-mensa-backup", "1-mensa"),
  ])
  func `the name of a copy tells that of its original`(name: String, original: String) throws {
    let copy = try #require(CopyName(name))
    #expect(copy.originals.last == original && copy.isCertain)
  }

  @Test(arguments: ["1-mensa-v2", "1-mensa nuovo", "1-mensa_def", "1-mensa-2", "1-mensa-bis"])
  func `some names may be a copy's`(name: String) throws {
    let copy = try #require(CopyName(name))
    #expect(copy.originals.first == "1-mensa" && !copy.isCertain)
  }

  @Test(arguments: [
    "1-mensa", "copia", "2-copia-conforme", "10", "1-lotto-10", "lavori (PNRR)", "piano (2024)",
    "edizione", "1-mensa-pnrr", "old", "(1)",
  ])
  func `other names are no copies`(name: String) {
    #expect(CopyName(name) == nil)
  }

  @Test func `two versions of a text are told from two texts`() {
    let text = "numero: 1\ntitolo: La mensa\n\nLa mensa è aperta.\nCosta poco.\n"
    let version = text.replacing("Costa poco", with: "Costa molto")
    let other = "numero: 2\ntitolo: Il nido\n\nIl nido è chiuso.\nCosta poco.\n"
    #expect(TextDifference(text, version).isOfOneText && TextDifference(text, version).lines == 1)
    #expect(TextDifference(text, version).first == 4)
    #expect(
      TextDifference(text, text).first == nil && TextDifference(text, text + "\n").first == nil)
    #expect(!TextDifference(text, other).isOfOneText)
    #expect(TextDifference("", "").lines == 0 && TextDifference("", "a").first == 0)
  }

  @Test(arguments: [
    ("3-Straße-und-Œuvre-Ærø-Łódź", "strasse-und-oeuvre-aero-lodz"),
    ("Þingvellir Đurđa", "thingvellir-durda"),
    ("Citta\u{300} vecchia", "citta-vecchia"), ("Čačak, Żory", "cacak-zory"), ("È così!", "e-cosi"),
  ])
  func `letters of other languages stay in an address`(name: String, slug: String) {
    #expect(Slug.ofName(name) == slug)
  }

  @Test(arguments: [
    ("https://a.it", "https://a.it/"), ("HTTPS://WWW.A.it/Bilancio", "https://www.a.it/Bilancio/"),
    ("http://a.it:8080/x/", "http://a.it:8080/x/"),
    ("https://a.it/città/", "https://a.it/citt%C3%A0/"),
    ("https://a.it/citt%C3%A0", "https://a.it/citt%C3%A0/"),
    ("https://a.it/a;b{c}", "https://a.it/a%3Bb%7Bc%7D/"),
    ("https://[::1]/", "https://[::1]/"), ("https://cantù.it/", "https://cantù.it/"),
  ])
  func `the address of a site is taken`(text: String, address: String) throws {
    #expect(try SiteAddress(text).text == address)
  }

  static let flawed: [(text: String, flaws: [SiteAddress.Flaw], corrected: String?)] = [
    ("https://u:p@a.it/", [.credentials], "https://a.it/"),
    ("https://www.comune.it@evil.it/x", [.credentials], "https://evil.it/x/"),
    ("https://a.it/?p=1", [.query], "https://a.it/"),
    ("https://a.it/b#c", [.fragment], "https://a.it/b/"),
    ("https://a.it//b", [.emptyPart], "https://a.it/b/"),
    ("https://a.it/b//", [.emptyPart], "https://a.it/b/"),
    ("https://a.it/b/index.html", [.index], "https://a.it/b/"), ("https://", [.noAddress], nil),
    ("https:///b", [.noAddress], nil), ("https://a b.it", [.noAddress], nil),
    ("a.it", [.noAddress], nil),
    ("https://a.it/b c/", [.noAddress], nil), ("https://?", [.noAddress], nil),
    ("", [.noAddress], nil),
  ]

  @Test(arguments: flawed)
  func `what a site's address cannot have is named`(
    text: String, flaws: [SiteAddress.Flaw], corrected: String?
  ) {
    do throws(SiteAddress.Flaws) {
      let address = try SiteAddress(text)
      Issue.record("\(address.text)")
    } catch {
      #expect(error.all == flaws && error.corrected?.text == corrected)
    }
  }

  @Test func `no two headings of a page have one id`() {
    var ids = ElementIDs(reserved: ["footer"])
    let given = ["Scuola", "Scuola", "Scuola 2", "Scuola", "Note", "Nota 1", "Footer"].map {
      ids.unique($0)
    }
    #expect(
      given == ["scuola", "scuola-2", "scuola-2-2", "scuola-3", "note-2", "s-nota-1", "footer-2"])
    #expect(ids.contains("scuola-3") && !ids.contains("footer") && !ids.contains("scuola-4"))
  }

  @Test func `a photograph that is to be turned has its sides changed over`() {
    func photograph(_ tiff: [UInt8]) -> [UInt8] {
      let exif = Array("Exif".utf8) + [0, 0] + tiff
      return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
        + [0xFF, 0xC0, 0, 17, 8, 0, 100, 0, 200, 3, 0, 0]
    }
    func size(_ tiff: [UInt8]) -> [Int]? {
      PictureSize(of: photograph(tiff)).map { [$0.width, $0.height] }
    }
    let big = Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0]
    let little = Array("II".utf8) + [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0]
    #expect(size(big + [6, 0, 0]) == [100, 200])
    #expect(size(big + [3, 0, 0]) == [200, 100])
    #expect(size(little + [8, 0, 0, 0]) == [100, 200])
    #expect(size(Array("MM".utf8) + [0, 42, 0xFF, 0xFF, 0xFF, 0xFF]) == [200, 100])
    #expect(size([]) == [200, 100])
  }
}
