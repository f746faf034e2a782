import Diagnostics
import Files
import SocialReport

/// Puts the files of a content folder together as one report, by the folders they stand in.
struct Assembly {
  private let files: [DecodedFile]
  private let includesDrafts: Bool
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [DecodedFile], includesDrafts: Bool) {
    self.files = files
    self.includesDrafts = includesDrafts
  }

  mutating func report() -> Report? {
    let site = only(.site).flatMap { SiteInfo($0) }
    var editions: [Edition] = []
    let homes = files.filter { $0.kind == .edition }
    for home in homes {
      guard let record = home.records.first, let edition = Edition(record) else { continue }
      editions.append(filled(edition, Path.folder(of: home.path)))
    }
    reportStrays(homes.map { Path.folder(of: $0.path) })
    if homes.isEmpty {
      diagnostics.append(
        Diagnostic(
          .missingPart,
          Phrase(it: "non c'è nessuna edizione", en: "there is no edition"),
          help: Phrase(
            it: "serve un file con `tipo: edizione`, per esempio `2020/edizione.yml`",
            en: "a file with `kind: edition` is needed, for example `2020/edizione.yml`"), at: nil))
    }
    guard let site else { return nil }
    editions.sort { $0.year.value > $1.year.value }
    return Report(site: site, editions: editions)
  }

  private mutating func only(_ kind: Kind) -> Record? {
    let found = files.filter { $0.kind == kind }
    if found.isEmpty {
      diagnostics.append(
        Diagnostic(
          .missingPart,
          Phrase(
            it: "manca il file con `tipo: \(kind.italian)`",
            en: "the file with `kind: \(kind.rawValue)` is missing"),
          help: Phrase(
            it: "di solito è `sito.yml`, in cima ai contenuti",
            en: "usually it is `sito.yml`, at the top of the content"), at: nil))
    }
    for extra in found.dropFirst() {
      diagnostics.append(
        Diagnostic(
          .misplacedFile,
          Phrase(
            it: "c'è già un file con `tipo: \(kind.italian)`",
            en: "there already is a file with `kind: \(kind.rawValue)`"), at: extra.place,
          notes: [.init(Phrase(it: "è questo", en: "it is this one"), at: found.first?.place)]))
    }
    return found.first?.records.first
  }

  /// Files that stand below no edition.
  private mutating func reportStrays(_ homes: [String]) {
    guard !homes.isEmpty else { return }
    for file in files where file.kind != .site && file.kind != .edition {
      guard !homes.contains(where: { isBelow(file.path, $0) }) else { continue }
      diagnostics.append(
        Diagnostic(
          .misplacedFile,
          Phrase(
            it: "questo file non sta nella cartella di un'edizione",
            en: "this file is not in the folder of an edition"), at: file.place))
    }
  }

  private func isBelow(_ path: String, _ folder: String) -> Bool {
    folder.isEmpty || path.hasPrefix(folder + "/")
  }

  private mutating func filled(_ empty: Edition, _ folder: String) -> Edition {
    var edition = empty
    var objectives: [String: (index: Int, objective: Objective)] = [:]
    var achievements: [DecodedFile] = []
    var areas: [String: String] = [:]
    for file in files where isBelow(file.path, folder) {
      if file.kind == .achievement {
        achievements.append(file)
        continue
      }
      let home = Path.folder(of: file.path)
      let name = FileName(path: file.path, kind: file.kind, place: file.place)
      for record in file.records {
        let id = name.id(of: record)
        switch file.kind {
        case .site, .edition, .achievement: break
        case .area:
          guard let area = Area(record, id: id) else { continue }
          areas[home] = area.id.value
          edition.areas.append(area)
        case .objective:
          guard let objective = Objective(record, id: id) else { continue }
          if let other = objectives[home] {
            reportSecondObjective(file, beside: other.objective)
            continue
          }
          objectives[home] = (objectives.count, objective)
        case .indicator, .indicators:
          if let indicator = Indicator(record, id: id) { edition.indicators.append(indicator) }
        case .sources:
          if let source = InformationSource(record) { edition.sources.append(source) }
        case .acts: if let act = LegalAct(record) { edition.acts.append(act) }
        case .glossary: if let term = GlossaryTerm(record) { edition.terms.append(term) }
        case .offices: if let office = Office(record) { edition.offices.append(office) }
        case .plans: if let plan = Plan(record) { edition.plans.append(plan) }
        case .context:
          if let page = ContextPage(record, id: id) { edition.contexts.append(page) }
        }
      }
    }
    place(achievements, in: &objectives)
    edition.areas.sort { NaturalOrder.precedes($0.number.value, $1.number.value) }
    edition.objectives = objectives.map { home, found in
      var objective = found.objective
      objective.area = areas[Path.folder(of: home)]
      objective.achievements.sort { inOrder(($0.number, $0.id), ($1.number, $1.id)) }
      return objective
    }
    let ranks = Dictionary(
      edition.areas.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { a, _ in a })
    func rank(_ objective: Objective) -> Int { objective.area.flatMap { ranks[$0] } ?? -1 }
    edition.objectives.sort { a, b in
      rank(a) != rank(b) ? rank(a) < rank(b) : inOrder((a.number, a.id), (b.number, b.id))
    }
    return edition
  }

  private mutating func place(
    _ achievements: [DecodedFile],
    in objectives: inout [String: (index: Int, objective: Objective)]
  ) {
    for file in achievements {
      let home = Path.folder(of: file.path)
      guard objectives[home] != nil else {
        diagnostics.append(
          Diagnostic(
            .misplacedFile,
            Phrase(
              it: "in questa cartella non c'è l'obiettivo a cui la realizzazione risponde",
              en: "this folder has no objective that the achievement answers"),
            help: Phrase(
              it: "serve un file con `tipo: obiettivo` nella stessa cartella",
              en: "a file with `kind: objective` is needed in the same folder"), at: file.place))
        continue
      }
      guard let achievement = file.achievement else { continue }
      if achievement.isDraft, !includesDrafts { continue }
      objectives[home]?.objective.achievements.append(achievement)
    }
  }

  private func inOrder(
    _ a: (number: Sourced<String>, id: Sourced<String>),
    _ b: (number: Sourced<String>, id: Sourced<String>)
  ) -> Bool {
    if NaturalOrder.precedes(a.number.value, b.number.value) { return true }
    if NaturalOrder.precedes(b.number.value, a.number.value) { return false }
    return a.id.value.utf8.lexicographicallyPrecedes(b.id.value.utf8)
  }

  private mutating func reportSecondObjective(_ file: DecodedFile, beside other: Objective) {
    diagnostics.append(
      Diagnostic(
        .misplacedFile,
        Phrase(
          it: "in questa cartella c'è già un obiettivo",
          en: "this folder already has an objective"), at: file.place,
        notes: [.init(Phrase(it: "è questo", en: "it is this one"), at: other.id.place)]))
  }
}
