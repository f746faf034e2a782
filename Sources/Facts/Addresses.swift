import Diagnostics
package import SocialReport

/// Where the pages of the site are, relative to its root; folders end in `/`.
package enum Addresses {
  package static func edition(_ edition: Edition) -> String { "\(edition.id.value)/" }

  package static func page(_ name: String, of edition: Edition) -> String {
    "\(edition.id.value)/\(name)/"
  }

  package static func page(_ page: PageKind, of edition: Edition) -> String {
    page.word(in: edition.language).map { self.page($0, of: edition) } ?? self.edition(edition)
  }

  package static func objective(_ objective: Objective, of edition: Edition) -> String {
    page(objective.id.value, of: edition)
  }

  package static func achievement(
    _ achievement: Achievement, of objective: Objective, _ edition: Edition
  ) -> String {
    page(objective.id.value, of: edition) + achievement.id.value + "/"
  }

  package static func indicator(_ id: String, of edition: Edition) -> String {
    page(.indicators, of: edition) + id + "/"
  }

  /// The observations of an indicator as a table.
  package static func csv(_ id: String, of edition: Edition) -> String {
    page(.indicators, of: edition) + id + ".csv"
  }

  /// All that is known of an indicator, for other programs.
  package static func json(_ id: String, of edition: Edition) -> String {
    page(.indicators, of: edition) + id + ".json"
  }

  /// The observations of all indicators as a table.
  package static func observations(of edition: Edition) -> String { "\(edition.id.value)/dati.csv" }

  /// The facts of the whole edition for other programs.
  package static func data(of edition: Edition) -> String { "\(edition.id.value)/edizione.json" }

  /// The whole document, or a part of it, as a file.
  package static func print(
    _ kind: PrintedFile.Kind, part: PrintedFile.Part? = nil, of edition: Edition
  ) -> String {
    let id = edition.id.value
    let isEnglish = edition.language == .english
    let ending =
      switch part {
      case .objective(let objective):
        (isEnglish ? "-objective-" : "-obiettivo-") + objective.id.value
      case .rest: isEnglish ? "-general" : "-generale"
      case nil: ""
      }
    return "\(id)/\(printName(id, edition.language))\(ending).\(kind.rawValue)"
  }

  private static func printName(_ id: String, _ language: Language) -> String {
    (language == .english ? "social-report-" : "bilancio-sociale-") + id
  }

  /// Whether a file can be of the whole document of an edition, in whatever language its site is.
  package static func isPrint(_ path: String, ofEdition id: String) -> Bool {
    Language.allCases.contains { language in
      PrintedFile.Kind.allCases.contains { kind in
        let (start, end) = ("\(id)/\(printName(id, language))", ".\(kind.rawValue)")
        guard path.hasPrefix(start), path.hasSuffix(end), path.count >= start.count + end.count
        else { return false }
        // Of a part only what ids are made of.
        let part = path.dropFirst(start.count).dropLast(end.count).utf8
        return part.isEmpty
          || part.first == UInt8(ascii: "-") && part.allSatisfy(isOfSlug)
      }
    }
  }

  private static func isOfSlug(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// The picture that others show where they lead to a page of an edition.
  package static func picture(of edition: Edition) -> String {
    picture(ofEdition: edition.id.value, in: edition.language)
  }

  private static func picture(ofEdition id: String, in language: Language) -> String {
    "\(id)/\(language == .english ? "preview" : "anteprima").png"
  }

  package static func isPicture(_ path: String, ofEdition id: String) -> Bool {
    Language.allCases.contains { path == picture(ofEdition: id, in: $0) }
  }

  package static func group(_ slug: String, of edition: Edition) -> String {
    page(.group, of: edition) + slug + "/"
  }

  package static func entry(_ id: String, in register: PageKind, of edition: Edition) -> String {
    page(register, of: edition) + "#" + id
  }

  /// The id of an observation on its indicator's page.
  package static func anchor(of period: Period) -> String {
    "oss-" + period.iso8601.replacing("/", with: "-")
  }

  /// The id of an amount on its achievement's page.
  package static func anchor(ofResource id: String) -> String { "risorsa-" + id }

  /// The page of the index from A to Z that has one letter, where the letters have pages of their own.
  package static func letter(_ slug: String, of edition: Edition) -> String {
    page(.search, of: edition) + slug + "/"
  }

  // At the root stand the folders of editions, whose names are years as a rule, and these.

  package static let catalogueInTurtle = "catalogo.ttl"
  package static let catalogueInJSONLD = "catalogo.jsonld"
  package static let editionSchema = "schemi/edizione-1.json"
  package static let indicatorSchema = "schemi/indicatore-1.json"

  /// The folders at the root that are the program's own.
  static let reservedAtRoot: Set<String> = ["assets", "file", "schemi", "note-legali"]

  /// The files at the root, whose names no folder can have.
  static let filesAtRoot: Set<String> = [
    "index.html", "404.html", "robots.txt", "sitemap.xml", catalogueInTurtle, catalogueInJSONLD,
    "bilancio-manifest.csv", "nginx-intestazioni.conf",
  ]

  /// The names below an edition that the program's own pages and files take, whatever its language.
  package static let reserved = Set(
    Language.allCases.flatMap { language in
      PageKind.allCases.compactMap { $0.word(in: language) }
    } + ["file"])

  /// The file that a page's address is served from.
  package static func file(of address: String) -> String {
    address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
  }
}

/// A page as other pages name it.
package struct PageLink: Sendable {
  package let title: String
  /// Relative to the site's root.
  package let address: String

  package init(title: String, address: String) { (self.title, self.address) = (title, address) }
}
