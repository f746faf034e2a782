import Facts

/// Values of the lists that the profile prescribes.
enum Authority {
  private static func value(_ list: String, _ name: String) -> IRI {
    IRI("http://publications.europa.eu/resource/authority/\(list)/\(name)")
  }

  static let themes = IRI("http://publications.europa.eu/resource/authority/data-theme")
  /// Government and public sector.
  static let theme = value("data-theme", "GOVE")
  static let frequency = value("frequency", "ANNUAL")
  static let access = value("access-right", "PUBLIC")

  /// Nil for a language that no theme was made for yet.
  static func language(_ tag: String) -> Graph.Value? {
    let names = ["it": "ITA", "en": "ENG", "de": "DEU", "fr": "FRA", "sl": "SLV"]
    return names[tag].map { .name(value("language", $0)) }
  }

  static func fileType(_ format: DataFormat) -> IRI {
    switch format {
    case .csv: value("file-type", "CSV")
    case .json: value("file-type", "JSON")
    case .turtle: value("file-type", "RDF_TURTLE")
    case .jsonLD: value("file-type", "JSON_LD")
    case .pdf: value("file-type", "PDF")
    case .epub: value("file-type", "EPUB")
    case .docx: value("file-type", "DOCX")
    }
  }

  static func mediaType(_ format: DataFormat) -> IRI {
    IRI("http://www.iana.org/assignments/media-types/" + format.mediaType)
  }

  static func licenceKind(_ kind: Licence.Kind) -> IRI {
    IRI("http://purl.org/adms/licencetype/" + kind.rawValue)
  }
}
