/// The addresses of the licences that public bodies use (Linee guida open data, AgID).
enum Licences {
  static func url(of name: String) -> String {
    switch name.uppercased() {
    case "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/deed.it"
    case "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.it"
    case "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.it"
    case "IODL-2.0": "https://www.dati.gov.it/content/italian-open-data-license-v20"
    default: ""
    }
  }
}
