/// A licence that public bodies use (Linee guida open data, AgID).
package struct Licence: Sendable {
  package let name: String
  package let version: String
  /// What names the licence itself, in whatever language it is read.
  package let address: String
  /// Where an Italian reader finds it in plain words.
  let deed: String
  /// What it asks, of the list of ADMS (http://purl.org/adms/licencetype/1.1).
  package let kind: Kind

  package enum Kind: String {
    case attribution = "Attribution"
    case shareAlike = "ViralEffect-ShareAlike"
    case publicDomain = "PublicDomain"
  }
}

/// The licences that the program knows by name.
package enum Licences {
  package static func known(_ name: String) -> Licence? {
    switch name.uppercased() {
    case "CC-BY-4.0":
      creative("CC BY", "4.0", "licenses/by/4.0/", .attribution)
    case "CC-BY-SA-4.0":
      creative("CC BY-SA", "4.0", "licenses/by-sa/4.0/", .shareAlike)
    case "CC0-1.0":
      creative("CC0", "1.0", "publicdomain/zero/1.0/", .publicDomain)
    case "IODL-2.0":
      Licence(
        name: "IODL", version: "2.0", address: "https://www.dati.gov.it/iodl/2.0/",
        deed: "https://www.dati.gov.it/content/italian-open-data-license-v20", kind: .attribution)
    default: nil
    }
  }

  /// As a page writes it: `CC-BY 4.0`, the way of the national model; another as it was given.
  package static func label(of name: String) -> String {
    known(name).map { $0.name.replacing(" ", with: "-") + " " + $0.version } ?? name
  }

  /// Whether it is the one for which the national model has a text of its own (C.SI.3.4).
  package static func isOfTheModel(_ name: String) -> Bool { name.uppercased() == "CC-BY-4.0" }

  /// Empty for a licence that is not known.
  package static func url(of name: String) -> String { known(name)?.deed ?? "" }

  private static func creative(
    _ name: String, _ version: String, _ path: String, _ kind: Licence.Kind
  ) -> Licence {
    let address = "https://creativecommons.org/" + path
    return Licence(
      name: name, version: version, address: address, deed: address + "deed.it", kind: kind)
  }
}
