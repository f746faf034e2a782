import Foundation
import Testing

@testable import Attachments
@testable import Intake

/// Drawings of Windows that stand in documents come out as drawings that pages show, or it is told that they do not.
@Suite struct VectorPictureTests {
  private static func words(_ values: Int...) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
  }

  /// A rectangle ([MS-EMF] 2.3.4.2, 2.3.5.32, 2.3.4.1).
  private static let emf: [UInt8] = {
    let rectangle = words(43, 24, 10, 10, 290, 190)
    let end = words(14, 20, 0, 0, 20)
    let head =
      words(1, 88, 0, 0, 300, 200, 0, 0, 7938, 5292) + Array(" EMF".utf8)
      + words(0x10000, 88 + rectangle.count + end.count, 3, 1, 0, 0, 0, 1000, 1000, 265, 265)
    return head + rectangle + end
  }()

  /// The page that LibreOffice 7.4 draws, shortened.
  private static let page = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <svg version="1.2" width="210mm" height="297mm" viewBox="0 0 21000 29700" xmlns="http://www.w3.org/2000/svg" \
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ooo="http://xml.openoffice.org/svg/export">
    <defs><font id="f"><glyph unicode="t" d="M 1,1"/></font></defs>
    <g class="Page"><g class="Graphic"><g id="id3">
    <rect class="BoundingBox" stroke="none" fill="none" x="5519" y="12515" width="9962" height="4670"/>
    <path fill="rgb(187,51,0)" onclick="alert(1)" d="M 1,2
    3,4 Z"/><script>alert(2)</script><image xlink:href="https://altrove.it/a.png"/>
    <text class="T"><tspan x="5" ooo:a="b">Iscritti &lt; 120 &amp; più</tspan></text></g></g></g></svg>
    """

  @Test func `of the page that was drawn the picture stays, and nothing that acts`() throws {
    let drawing = try #require(DrawnPage(Array(VectorPictureTests.page.utf8))).drawing
    let text = String(decoding: drawing, as: UTF8.self)
    #expect(text.contains("width=\"376\" height=\"176\" viewBox=\"5519 12515 9962 4670\""))
    #expect(text.contains("<path fill=\"rgb(187,51,0)\" d=\"M 1,2 3,4 Z\"></path><image></image>"))
    #expect(text.contains("<tspan x=\"5\">Iscritti &lt; 120 &amp; più</tspan>"))
    for word in ["script", "onclick", "altrove", "glyph", "BoundingBox", "ooo", "DOCTYPE"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(ActiveDrawing.flaw(of: drawing) == nil)
    // What is no page with one picture is none.
    let two = VectorPictureTests.page.replacing("<path", with: "<rect class=\"BoundingBox\"/><path")
    for other in ["", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", two] {
      #expect(DrawnPage(Array(other.utf8)) == nil, "\(other)")
    }
  }

  @Test func `forms are known by their bytes`() {
    #expect(VectorPicture(of: VectorPictureTests.emf) == .emf)
    #expect(VectorPicture(of: [0xD7, 0xCD, 0xC6, 0x9A, 0]) == .wmf)
    for other: [UInt8] in [[], [1, 0, 0, 0], Array("GIF89a".utf8)] {
      #expect(VectorPicture(of: other) == nil)
    }
  }

  @Test func `a drawing comes out as a drawing, or its words stay and it is told what to do`()
    async throws
  {
    let body =
      "<w:p><w:r>\(WordCase.picture("i", "Una sala"))</w:r></w:p>"
      + "<w:p><w:r>\(WordCase.picture("j", "Un cortile"))</w:r></w:p>"
    let sample = WordSample(
      body: body, relations: ["i": ("image", "media/a.emf"), "j": ("image", "media/b.bmp")],
      binaries: [
        "word/media/a.emf": VectorPictureTests.emf,
        "word/media/b.bmp": Array("BM".utf8) + [UInt8](repeating: 0, count: 60),
      ])
    let (run, files) = try ImportTests().imported("", bytes: sample.bytes)
    #expect(run.status == 0, "\(run.errors)")
    let page = files.first { $0.key.hasSuffix("palestra.md") }?.value ?? Data()
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("\n\nUn cortile") && run.errors.contains("«Un cortile» è BMP"))
    // What is here of LibreOffice differs from machine to machine.
    if let (path, drawing) = files.first(where: { $0.key.hasSuffix(".svg") }) {
      #expect(path.hasSuffix("immagini/una-sala.svg"))
      #expect(text.contains("![Una sala](immagini/una-sala.svg)"))
      #expect(String(decoding: drawing, as: UTF8.self).contains("<path"))
      #expect(run.errors.contains("l'ha disegnata LibreOffice"))
    } else {
      #expect(text.contains("Una sala") && run.errors.contains("libreoffice-draw"))
    }
  }
}
