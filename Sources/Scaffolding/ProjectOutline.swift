import Content
package import Diagnostics
package import Files
package import SocialReport

/// A folder of texts as whoever adds to it must know it: what there is, and in which files.
package struct ProjectOutline: Sendable {
  package let report: Report
  /// Whether something in the texts is a mistake, so that not all of them are known.
  package let hasErrors: Bool
  private let folder: Folder
  private let kinds: [(path: String, kind: EntityKind)]
  /// All paths of files and folders, in small letters: some disks tell no others apart.
  private let taken: Set<String>
  private let places: [String: Int]

  /// What is not there, or not as it must be.
  package struct Refusal: ExplainedError {
    package let message: Phrase
    package let help: Phrase?

    package init(_ message: Phrase, help: Phrase? = nil) {
      (self.message, self.help) = (message, help)
    }
  }

  /// - Throws: `Refusal` where no edition can be read.
  package init(_ folder: Folder) async throws {
    let content = try await Content.decode(folder, firstID: 0, includesDrafts: true)
    guard let report = content.report, !report.editions.isEmpty else {
      throw Refusal(
        Phrase(
          it: "qui non c'è un'edizione che si possa leggere",
          en: "there is no edition here that can be read"),
        help: Phrase(
          it:
            "per cominciare: `bilancio nuovo`; se c'è già, `bilancio controlla` dice che cosa non va",
          en: "to begin: `bilancio new`; where there is one, `bilancio check` tells what is wrong"))
    }
    self.report = report
    self.folder = folder
    kinds = content.kinds
    hasErrors = content.diagnostics.errors > 0
    places = Dictionary(
      folder.texts.indices.map { (folder.texts[$0].path, $0) }, uniquingKeysWith: { a, _ in a })
    taken = Set(
      (folder.texts.map(\.path) + folder.assets.map(\.path) + folder.folders).map {
        $0.lowercased()
      })
  }

  /// The same with texts that are not on the disk yet.
  func holding(_ texts: [Folder.Text]) async throws -> ProjectOutline {
    try await ProjectOutline(folder.holding(texts))
  }

  /// The language in which its files are written.
  package var language: Language { Language(rawValue: report.site.language) ?? .italian }

  /// The edition that is named, the newest where none is.
  package func edition(named name: String?) throws(Refusal) -> Edition {
    guard let name else {
      let newest = report.editions.max { a, b in
        (a.year.value, a.id.value) < (b.year.value, b.id.value)
      }
      guard let newest else { throw Refusal(Phrase(it: "non c'è un'edizione", en: "no edition")) }
      return try open(newest)
    }
    guard let edition = report.edition(named: name) else {
      let known = report.editions.map(\.id.value)
      throw Refusal(
        Phrase(it: "l'edizione \(name) non c'è", en: "there is no edition \(name)"),
        help: Phrase(
          it: "ci sono: \(known.joined(separator: ", "))",
          en: "there are: \(known.joined(separator: ", "))"))
    }
    return try open(edition)
  }

  private func open(_ edition: Edition) throws(Refusal) -> Edition {
    guard edition.isClosed else { return edition }
    throw Refusal(
      Phrase(
        it: "l'edizione \(edition.id.value) è chiusa, e non si aggiunge più niente",
        en: "the edition \(edition.id.value) is closed, and nothing is added to it"),
      help: Phrase(
        it: "per l'anno nuovo: `bilancio nuova-edizione ANNO`; per correggerla serve una rettifica",
        en: "for the new year: `bilancio new-edition YEAR`; a correction is needed to mend it"))
  }

  /// The path of the file that states something.
  package func path(of place: SourceRange) -> String? {
    let index = Int(place.file.index)
    return folder.texts.indices.contains(index) ? folder.texts[index].path : nil
  }

  /// The folder of an edition, empty where it is that of the texts.
  package func folder(of edition: Edition) -> String {
    path(of: edition.place).map { Path.folder(of: $0) } ?? edition.id.value
  }

  /// The files of a kind that an edition reads: its own; where it has none, those of all editions.
  package func files(of kind: EntityKind, in edition: Edition) -> [String] {
    let home = folder(of: edition)
    let own = kinds.filter { $0.kind == kind && (home.isEmpty || $0.path.hasPrefix(home + "/")) }
    return own.isEmpty ? sharedFiles(of: kind) : own.map(\.path)
  }

  /// The files of a kind that stand below no edition.
  package func sharedFiles(of kind: EntityKind) -> [String] {
    let homes = report.editions.map { folder(of: $0) }
    return kinds.filter { $0.kind == kind }.map(\.path).filter { path in
      !homes.contains { $0.isEmpty || path.hasPrefix($0 + "/") }
    }
  }

  package func text(_ path: String) -> Folder.Text? { places[path].map { folder.texts[$0] } }

  /// Whether a file or a folder has a name, in capitals or not.
  package func isTaken(_ path: String) -> Bool { taken.contains(path.lowercased()) }

  /// `2-nome.md` below a folder, with another number behind the name where there is one of that name.
  package func freePath(_ name: String, ending: String = "", in folder: String) -> String {
    var number = 1
    while true {
      let path = Path.join(folder, number == 1 ? name + ending : "\(name)-\(number)\(ending)")
      if !isTaken(path) { return path }
      number += 1
    }
  }
}

extension ProjectOutline {
  /// The objective that somebody means: by its id, its folder, its number or its title.
  package func objective(_ name: String, in edition: Edition) throws(Refusal) -> Objective {
    let objectives = edition.objectives
    let wanted = name.lowercased()
    let path = name.hasSuffix("/") ? String(name.dropLast()) : name
    let ways: [(Objective) -> Bool] = [
      { $0.id.value == name }, { $0.number.value == name },
      { home(of: $0).map { $0 == path || Path.name(of: $0) == path } ?? false },
      { $0.title.value.lowercased() == wanted },
    ]
    for isMeant in ways {
      let found = objectives.filter(isMeant)
      if found.count == 1 { return found[0] }
    }
    throw unknown(name, objectives, edition)
  }

  /// The folder of an objective.
  package func home(of objective: Objective) -> String? {
    self.path(of: objective.number.place).map { Path.folder(of: $0) }
  }

  private func unknown(
    _ name: String, _ objectives: [Objective], _ edition: Edition
  ) -> Refusal {
    let id = edition.id.value
    guard !objectives.isEmpty else {
      return Refusal(
        Phrase(
          it: "l'edizione \(id) non ha ancora un obiettivo",
          en: "the edition \(id) has no objective yet"),
        help: Phrase(
          it: "comincia da quello: `bilancio nuovo obiettivo \"Meno rifiuti in discarica\"`",
          en: "begin with that: `bilancio new objective \"Less waste in landfill\"`"))
    }
    let names = objectives.flatMap { [$0.id.value, $0.title.value] }
    let known = objectives.prefix(8).map { "\($0.number.value) `\($0.id.value)`" }
      .joined(separator: ", ")
    let more = objectives.count > 8 ? ", …" : ""
    return Refusal(
      Phrase(
        it: "nell'edizione \(id) non c'è un obiettivo `\(name)`",
        en: "the edition \(id) has no objective `\(name)`"),
      help: NearMiss.help(for: name, among: names)
        ?? Phrase(it: "ci sono: \(known)\(more)", en: "there are: \(known)\(more)"))
  }

  /// Whether nobody said which of several offices it is.
  func guesses(_ office: String?, in edition: Edition) -> Bool {
    office == nil && edition.offices.count > 1
  }

  /// The id of an office that somebody names, or of the first one there is.
  package func office(_ name: String?, in edition: Edition) throws(Refusal) -> String? {
    guard let name else { return edition.offices.first?.id.value }
    let wanted = name.lowercased()
    let found = edition.offices.first {
      $0.id.value == name || $0.name.value.lowercased() == wanted
    }
    if let found { return found.id.value }
    let names = edition.offices.flatMap { [$0.id.value, $0.name.value] }
    throw Refusal(
      Phrase(it: "non c'è un ufficio `\(name)`", en: "there is no office `\(name)`"),
      help: NearMiss.help(for: name, among: names)
        ?? Phrase(
          it: "si aggiunge con `bilancio nuovo ufficio \"…\"`",
          en: "it is added with `bilancio new office \"…\"`"))
  }
}
