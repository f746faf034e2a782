import Diagnostics
import Files
import SocialReport

/// Puts the files of a content folder together as one report, by the folders they stand in.
struct Assembly {
  private let files: [DecodedFile]
  let drafts: DraftFiles
  let includesDrafts: Bool
  var diagnostics: [Diagnostic] = []
  var gaps = MissingEntities()

  init(
    _ files: [DecodedFile], _ drafts: DraftFiles, hasUnreadableFile: Bool, includesDrafts: Bool
  ) {
    (self.files, self.drafts) = (files, drafts)
    self.includesDrafts = includesDrafts
    gaps.hasUnreadableFile = hasUnreadableFile
  }

  mutating func report() -> Report? {
    var site = only(.site).flatMap { SiteInfo($0) }
    site?.targets += files.filter { $0.kind == .publishing }
      .flatMap { $0.records.compactMap { SiteInfo.PublishingTarget($0) } }
    reportSameTargets(site)
    reportTrials(site)
    let homes = files.filter { $0.kind == .edition }
    let folders = homes.map { Path.folder(of: $0.path) }
    let below = FilesBelow(files, folders)
    let years = EditionYears(homes)
    diagnostics += years.diagnostics
    var names = EditionNames()
    var first: [String: DecodedFile] = [:]
    for (home, folder) in zip(homes, folders) where !years.isTaken(home) {
      // All that is below the folder is of one of them; of both it would be on the site twice.
      if let other = first[folder] {
        reportSecondEdition(home, beside: other)
        continue
      }
      first[folder] = home
      guard let record = home.records.first, let edition = Edition(record) else { continue }
      if edition.isClosed, edition.isDraft { reportClosedDraft(edition) }
      // One that is left out keeps its name, so that no other's address changes when it is there.
      let own = isLeftOut(home) ? edition : filled(edition, folder, below.files(in: folder))
      names.add(own, folder, hasStatedID: record.text("id") != nil)
    }
    let together = homes.isEmpty ? [] : below.strays.filter { SharedFolder.holds($0) }
    if !homes.isEmpty {
      reportStrays(below.strays.filter { !SharedFolder.holds($0) && !isLeftOut($0) })
    }
    reportEditionsAmongShared(homes)
    // Where a file cannot be read, it may be the one that is missed.
    if homes.isEmpty, !gaps.hasUnreadableFile {
      diagnostics.append(
        Diagnostic(
          .missingPart,
          Phrase(it: "non c'è nessuna edizione", en: "there is no edition"),
          help: Phrase(
            it: "serve un file con `tipo: edizione`, per esempio `2020/edizione.yml`",
            en: "a file with `kind: edition` is needed, for example `2020/edizione.yml`"), at: nil))
    }
    // Said once, however many editions read them.
    let shownToAll = together.filter { !isLeftOut($0) }
    site?.plainTexts =
      files.filter { $0.kind == .site }.flatMap(\.plainTexts) + shownToAll.flatMap(plainTexts)
    guard let site else { return nil }
    let shared = entries(of: together)
    leaveOut(names.editions)
    let shown = names.editions.filter { includesDrafts || !drafts.ids.contains($0.place.file) }
    if shown.isEmpty, !names.editions.isEmpty { reportNothingButDrafts(names.editions) }
    let editions = shown.map { edition in
      // What closed reads its own copy, which `bilancio close` made; `impronta` says that there is one.
      edition.isClosed && edition.fingerprint != nil ? edition : taking(shared, into: edition)
    }
    var report = Report(site: site, editions: editions, gaps: gaps)
    report.sharedFolders = Set(together.compactMap { SharedFolder.folder(of: $0.path) }).sorted()
    return report
  }

  /// The entries of files that several editions read.
  private mutating func entries(of files: [DecodedFile]) -> SharedEntries {
    var parts = Parts(edition: Edition(place: .unread))
    for file in files where !leaveOut(file, of: nil) { enter(file, &parts) }
    return SharedEntries(parts.edition, in: Set(files.map(\.id)))
  }

  private mutating func taking(_ shared: SharedEntries, into edition: Edition) -> Edition {
    let (edition, found) = shared.added(to: edition)
    diagnostics += found
    return edition
  }

  private mutating func only(_ kind: EntityKind) -> FieldValues? {
    // The one nearest to the top is the one that was meant.
    let found = files.filter { $0.kind == kind }.sorted { a, b in
      let (first, second) = (a.path.count { $0 == "/" }, b.path.count { $0 == "/" })
      return first != second ? first < second : a.path < b.path
    }
    if found.isEmpty, !gaps.hasUnreadableFile {
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

  /// What is found below an edition's folder, by the folder it stands in.
  private struct Parts {
    var edition: Edition
    var objectives: [String: Objective] = [:]
    /// Folders whose objective lacks something and is not here.
    var unfinished: Set<String> = []
    var achievements: [DecodedFile] = []
    var areas: [String: String] = [:]
    var names = ObjectiveNames()
  }

  private mutating func filled(
    _ empty: Edition, _ folder: String, _ files: [DecodedFile]
  ) -> Edition {
    var parts = Parts(edition: empty)
    var kept: [DecodedFile] = []
    // A draft is looked at when it is shown.
    for file in files where !leaveOut(file, of: empty) {
      let isOwn = file.kind != .site && file.kind != .publishing
      if isOwn { parts.edition.plainTexts += plainTexts(of: file) }
      if file.kind == .achievement {
        parts.achievements.append(file)
      } else if empty.isClosed, SharedFolder.holds(file, below: folder) {
        kept.append(file)
      } else {
        enter(file, &parts)
      }
    }
    parts.names.settle(&parts.objectives, areas: parts.areas, below: folder)
    place(&parts)
    var edition = parts.edition
    let areaOrder = NaturalOrder(of: edition.areas.map(\.number.value))
    edition.areas.sort { areaOrder.precedes($0.number.value, $1.number.value) }
    for home in parts.objectives.keys {
      parts.objectives[home]?.area = parts.areas[Path.folder(of: home)]
    }
    edition.objectives = Array(parts.objectives.values)
    let ranks = Dictionary(
      edition.areas.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { a, _ in a })
    func rank(_ objective: Objective) -> Int { objective.area.flatMap { ranks[$0] } ?? -1 }
    let order = NaturalOrder(of: edition.objectives.map(\.number.value))
    edition.objectives.sort { a, b in
      rank(a) != rank(b) ? rank(a) < rank(b) : order.precedes((a.number, a.id), (b.number, b.id))
    }
    return kept.isEmpty ? edition : taking(entries(of: kept), into: edition)
  }

  /// Puts what a file holds where it belongs.
  private mutating func enter(_ file: DecodedFile, _ parts: inout Parts) {
    let name = FileName(path: file.path, kind: file.kind, place: file.place)
    for var record in file.records {
      let id = name.id(of: record)
      if record.isDraft, !includesDrafts {
        leaveOut(record, id, of: parts.edition)
        continue
      }
      // Below a draft all is one.
      if drafts.contains(file), !record.isDraft {
        record["draft"] = .flag(Sourced(true, at: file.place))
      }
      let isWhole = enter(record.named(id), isNamed: record.text("id") != nil, file, &parts)
      if record.isFaulty { gaps.ids.insert(id.value) }
      if !isWhole {
        gaps.ids.insert(id.value)
        parts.edition.unplacedTexts += record.proses
      }
    }
  }

  /// Puts an entity where it belongs; false where it lacks something that was reported.
  private mutating func enter(
    _ record: FieldValues, isNamed: Bool, _ file: DecodedFile, _ parts: inout Parts
  ) -> Bool {
    let home = Path.folder(of: file.path)
    switch file.kind {
    case .site, .edition, .achievement, .publishing: return true
    case .area:
      guard var area = Area(record) else { return false }
      area.numberInName = FileName(path: file.path, kind: file.kind, place: file.place).number
      parts.areas[home] = area.id.value
      return parts.edition.areas.add(area)
    case .objective:
      guard var objective = Objective(record) else {
        parts.unfinished.insert(home)
        return false
      }
      objective.numberInName = FileName(path: file.path, kind: file.kind, place: file.place).number
      if let other = parts.objectives[home] {
        reportSecondObjective(file, beside: other)
      } else {
        parts.objectives[home] = objective
        if !isNamed { parts.names.unnamed.insert(home) }
      }
      return true
    case .indicator, .indicators:
      return parts.edition.indicators.add(Indicator(record))
    case .sources: return parts.edition.sources.add(InformationSource(record))
    case .acts: return parts.edition.acts.add(LegalAct(record))
    case .glossary: return parts.edition.terms.add(GlossaryTerm(record))
    case .offices: return parts.edition.offices.add(Office(record))
    case .corrections: return parts.edition.corrections.add(Edition.Correction(record))
    case .plans: return parts.edition.plans.add(Plan(record))
    case .context: return parts.edition.contexts.add(ContextPage(record))
    }
  }

  private mutating func place(_ parts: inout Parts) {
    let folders = Dictionary(grouping: parts.achievements) { Path.folder(of: $0.path) }
    for home in folders.keys.sorted() {
      let objective = parts.objectives[home]?.id.value
      var achievements: [Achievement] = []
      for file in sorted(folders[home] ?? []) {
        guard var achievement = file.achievement else {
          strand(file, &parts)
          // Its objective may look empty, and is not.
          if let objective { gaps.ids.insert(objective) }
          continue
        }
        if drafts.contains(file), !achievement.isDraft {
          achievement.draft = Sourced(true, at: file.place)
        }
        if objective == nil {
          gaps.ids.insert(achievement.id.value)
          parts.edition.unplacedTexts += achievement.texts
          if !parts.unfinished.contains(home), !gaps.hasUnreadableFile { reportNoObjective(file) }
        } else {
          achievements.append(achievement)
        }
      }
      parts.objectives[home]?.achievements = achievements
    }
  }

  /// Files in the order of what they hold; an achievement is large, and is not moved for it.
  private func sorted(_ files: [DecodedFile]) -> [DecodedFile] {
    let keyed = files.compactMap { file in
      (file.achievement?.number).flatMap { number in
        (file.achievement?.id).map { (file: file, number: number, id: $0) }
      }
    }
    let order = NaturalOrder(of: keyed.map(\.number.value))
    return keyed.sorted { order.precedes(($0.number, $0.id), ($1.number, $1.id)) }.map(\.file)
      + files.filter { $0.achievement == nil }
  }

  /// Remembers what an achievement that lacks something would have been.
  private mutating func strand(_ file: DecodedFile, _ parts: inout Parts) {
    let name = FileName(path: file.path, kind: file.kind, place: file.place)
    for record in file.records {
      gaps.ids.insert(name.id(of: record).value)
      parts.edition.unplacedTexts += record.proses
    }
  }
}

extension NaturalOrder {
  fileprivate func precedes(
    _ a: (number: Sourced<String>, id: Sourced<String>),
    _ b: (number: Sourced<String>, id: Sourced<String>)
  ) -> Bool {
    a.number.value == b.number.value
      ? a.id.value.utf8.lexicographicallyPrecedes(b.id.value.utf8)
      : precedes(a.number.value, b.number.value)
  }
}

extension Array {
  /// Appends an element that could be made; false where it could not.
  fileprivate mutating func add(_ element: Element?) -> Bool {
    guard let element else { return false }
    append(element)
    return true
  }
}
