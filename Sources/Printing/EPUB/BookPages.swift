import Diagnostics
import Facts
import Hypertext
import Site
import SocialReport

/// What a book has around the document's own text.
struct BookPages {
  private let document: DocumentText
  private let chapters: [Book.Chapter]
  private let language: String
  private var title: String { document.edition.name }

  init(_ document: DocumentText, _ chapters: [Book.Chapter]) {
    self.document = document
    self.chapters = chapters
    language = document.edition.language.rawValue
  }

  static let container = """
    <?xml version="1.0" encoding="UTF-8"?>
    <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
    <rootfiles><rootfile full-path="\(Book.package)" media-type="application/oebps-package+xml"/></rootfiles>
    </container>

    """

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  private func page(_ title: String, _ body: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="\(language)" \
    xml:lang="\(language)">
    <head><title>\(escaped(title))</title><link rel="stylesheet" type="text/css" href="stile.css"/></head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  /// - Parameter front: what the document says before its first part.
  func cover(_ front: String) -> String {
    page(
      title,
      """
      <section epub:type="titlepage">
      <h1>\(escaped(title))</h1>
      \(front)
      </section>
      """)
  }

  func chapter(_ chapter: Book.Chapter, _ body: String) -> String {
    page(
      chapter.title,
      "<section epub:type=\"chapter\" role=\"doc-chapter\">\n\(body)\n</section>")
  }

  /// - Parameter begun: the pages of the print, with the files that they begin in.
  func contents(_ begun: [(page: Int, file: String)]) -> String {
    let entries = chapters.map { chapter in
      let below = chapter.parts.map { part in
        "<li><a href=\"\(chapter.file)#\(escaped(part.id))\">\(escaped(part.title))</a></li>\n"
      }.joined()
      return "<li><a href=\"\(chapter.file)\">\(escaped(chapter.title))</a>"
        + (below.isEmpty ? "" : "\n<ol>\n\(below)</ol>\n") + "</li>\n"
    }.joined()
    let words = escaped(document.words["contents"] ?? "")
    let start = chapters.first.map { chapter in
      "<li><a epub:type=\"bodymatter\" href=\"\(chapter.file)\">\(escaped(chapter.title))</a></li>\n"
    }
    return page(
      document.words["contents"] ?? title,
      """
      <nav epub:type="toc" role="doc-toc" id="indice" aria-labelledby="indice-titolo">
      <h1 id="indice-titolo">\(words)</h1>
      <ol>
      \(entries)</ol>
      </nav>
      \(pageList(begun))<nav epub:type="landmarks" hidden="hidden" aria-label="\(escaped(title))">
      <ol>
      <li><a epub:type="toc" href="#indice">\(words)</a></li>
      \(start ?? "")</ol>
      </nav>
      """)
  }

  private func pageList(_ begun: [(page: Int, file: String)]) -> String {
    guard !begun.isEmpty else { return "" }
    let entries = begun.sorted { $0.page < $1.page }.map { page, file in
      "<li><a href=\"\(file)#\(XHTMLWriter.id(ofPage: page))\">\(page)</a></li>\n"
    }.joined()
    let words = escaped(document.words["pages"] ?? "")
    return """
      <nav epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-label="\(words)">
      <ol>
      \(entries)</ol>
      </nav>

      """
  }

  // The list of what there is

  /// - Parameters:
  ///   - files: the texts of the book, in the order of reading.
  ///   - drawings: those of them that have drawings in them.
  func package(_ files: [String], drawings: Set<String>, pictures: [String], hasPages: Bool = false)
    -> String
  {
    let items = files.enumerated().map { number, file in
      let properties =
        file == "indice.xhtml"
        ? " properties=\"nav\"" : drawings.contains(file) ? " properties=\"svg\"" : ""
      let kind = file.hasSuffix(".css") ? "text/css" : "application/xhtml+xml"
      return "<item id=\"f\(number)\" href=\"\(file)\" media-type=\"\(kind)\"\(properties)/>\n"
    }
    let shown = pictures.enumerated().map { number, picture in
      let ending = String(picture.split(separator: ".").last ?? "")
      let kind = ShownPictures.mediaTypes[ending] ?? ""
      return "<item id=\"i\(number)\" href=\"\(picture)\" media-type=\"\(kind)\"/>\n"
    }
    let spine = files.enumerated().filter { $1.hasSuffix(".xhtml") }.map { number, _ in
      "<itemref idref=\"f\(number)\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="nome" xml:lang="\(language)" \
      prefix="a11y: http://www.idpf.org/epub/vocab/package/a11y/#">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="nome">\(escaped(document.baseURL + document.edition.id.value))/</dc:identifier>
      <dc:title>\(escaped(title))</dc:title>
      <dc:language>\(language)</dc:language>
      <dc:creator>\(escaped(document.entity))</dc:creator>
      <dc:publisher>\(escaped(document.entity))</dc:publisher>
      <dc:description>\(escaped(document.description))</dc:description>
      <dc:date>\(document.date)</dc:date>
      <meta property="dcterms:modified">\(document.date)T00:00:00Z</meta>
      \(accessibility(hasPages: hasPages))
      </metadata>
      <manifest>
      \((items + shown).joined())</manifest>
      <spine>
      \(spine.joined())</spine>
      </package>

      """
  }

  /// What a library says of who can read it (https://www.w3.org/TR/epub-a11y-11/).
  private func accessibility(hasPages: Bool) -> String {
    let features =
      [
        "structuralNavigation", "tableOfContents", "readingOrder", "alternativeText",
        "longDescription",
        "displayTransformability",
      ] + (hasPages ? ["pageBreakMarkers", "pageNavigation"] : [])
    let print = document.baseURL + Addresses.print(.pdf, of: document.edition)
    let lines =
      ["textual", "visual"].map { ("schema:accessMode", $0) }
      + [("schema:accessModeSufficient", "textual")]
      + features.map { ("schema:accessibilityFeature", $0) }
      + [
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", document.words["access"] ?? ""),
        ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
        ("a11y:certifiedBy", document.entity),
      ] + (hasPages ? [("pageBreakSource", print)] : [])
    return lines.map { "<meta property=\"\($0.0)\">\(escaped($0.1))</meta>" }.joined(
      separator: "\n")
  }
}
