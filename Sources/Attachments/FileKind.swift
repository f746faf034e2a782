/// A kind of document, picture or recording that pages may offer, with what its files begin with.
///
/// No server runs one of these, and no browser takes one for a page of the site's own. XML is none of them:
/// browsers run what stands in it (https://www.w3.org/TR/xml-stylesheet/), and so KML and GPX are none.
package struct FileKind: Sendable {
  let form: Form
  /// Whether Office or LibreOffice would keep macros in it.
  let mayHoldMacros: Bool

  /// How the beginning of a file tells that it is of its kind.
  enum Form: Sendable {
    case pdf
    /// Signed (CMS, RFC 5652): DER, or the same in letters.
    case signed
    case zip
    case richText
    case text
    case picture
    case drawing
    case recording
    case database
  }

  /// Whether pages show it, and not only offer it.
  package var isPicture: Bool {
    switch form {
    case .picture, .drawing: true
    default: false
    }
  }

  private init(_ form: Form, mayHoldMacros: Bool = false) {
    (self.form, self.mayHoldMacros) = (form, mayHoldMacros)
  }

  /// By the endings of names, in lower case.
  package static let all: [String: FileKind] = {
    var kinds: [String: FileKind] = [:]
    func add(_ endings: String, _ kind: FileKind) {
      for ending in endings.split(separator: " ") { kinds[String(ending)] = kind }
    }
    add("pdf", FileKind(.pdf))
    add("p7m p7s tsd", FileKind(.signed))
    add("odt ods odp odg docx xlsx pptx", FileKind(.zip, mayHoldMacros: true))
    add("epub zip kmz", FileKind(.zip))
    add("rtf", FileKind(.richText))
    add("txt csv tsv json geojson vtt srt", FileKind(.text))
    add("png jpg jpeg gif webp avif", FileKind(.picture))
    add("svg", FileKind(.drawing))
    add("mp3 m4a ogg oga wav mp4 m4v webm", FileKind(.recording))
    add("gpkg", FileKind(.database))
    return kinds
  }()

  /// As an author is told them.
  package static let names =
    "PDF (anche firmati: p7m), odt ods odp odg, docx xlsx pptx, rtf, epub, txt csv tsv json geojson, "
    + "kmz gpkg zip, png jpg gif webp avif svg, mp3 m4a ogg wav, mp4 m4v webm, vtt srt"
  static let englishNames =
    "PDF (signed too: p7m), odt ods odp odg, docx xlsx pptx, rtf, epub, txt csv tsv json geojson, "
    + "kmz gpkg zip, png jpg gif webp avif svg, mp3 m4a ogg wav, mp4 m4v webm, vtt srt"
}
