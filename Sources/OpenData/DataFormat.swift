/// The forms in which facts are offered to other programs.
package enum DataFormat: Sendable {
  case csv, json, turtle, jsonLD, pdf, epub, docx

  /// What readers call it.
  package var name: String {
    switch self {
    case .csv: "CSV"
    case .json: "JSON"
    case .turtle: "Turtle"
    case .jsonLD: "JSON-LD"
    case .pdf: "PDF"
    case .epub: "EPUB"
    case .docx: "Word"
    }
  }

  /// Of the list of IANA (https://www.iana.org/assignments/media-types).
  package var mediaType: String {
    switch self {
    case .csv: "text/csv"
    case .json: "application/json"
    case .turtle: "text/turtle"
    case .jsonLD: "application/ld+json"
    case .pdf: "application/pdf"
    case .epub: "application/epub+zip"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }
  }
}
