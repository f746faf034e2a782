import Diagnostics
import SocialReport

/// Every id that a field names belongs to an entity of the edition.
enum References {
  static let rule = Rule(
    .unknownReference, .error, .structure,
    Phrase(
      it: "Ogni id nominato in un campo è di una voce che c'è.",
      en: "Every id that a field names belongs to an entry that is there."),
    why: Phrase(
      it:
        "Un ufficio, un atto o una fonte che non si trova è una responsabilità o una prova che manca.",
      en: "An office, an act or a source that is not found is a duty or a proof that is missing."),
    overridability: .none,
    wrong: [
      .fields(.achievement, "ufficio: ⟦scuole⟧"),
      .fields(.edition, "edizione_precedente: ⟦20⟧"),
      .fields(.objective, "prosegue: {edizione: ⟦2020-giugno⟧, id: mense}"),
    ],
    right: [
      .fields(.achievement, "ufficio: scuola"),
      .fields(.edition, "edizione_precedente: 2019"),
      .fields(.objective, "prosegue: {edizione: 2019, id: mense}"),
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    report.editions.flatMap { edition in
      var finder = Finder(edition)
      finder.run()
      let drafts = report.gaps.drafts
      var unknown = finder.unknown
      for index in unknown.indices {
        unknown[index].isDraft = drafts.contains(unknown[index].id.value, in: edition)
      }
      return (unknown + editions(in: edition, report) + continuations(of: edition, report))
        .filter {
          !report.gaps.explain($0.id.value)
        }.map(finding)
    }
  }

  private struct Unknown {
    let id: Sourced<String>
    let italian: String
    let english: String
    let known: KnownNames
    /// The kind of file that would have it.
    var home: Reference?
    /// The id of the entity that has this for a name.
    var named: String?
    /// The ids of those that share it as a name.
    var alike: [String] = []
    /// Whether it is there, and left out as a draft.
    var isDraft = false
  }

  /// Another edition is called by its id or its year; that of a year need not be in the content.
  private static func editions(in edition: Edition, _ report: Report) -> [Unknown] {
    ([edition.previous] + edition.objectives.map { $0.continues?.edition }).compactMap { name in
      guard let name, report.edition(named: name.value) == nil,
        !report.leftOut.contains(name.value)
      else { return nil }
      let isDraft = report.gaps.drafts.editions.contains(name.value)
      guard isDraft || Int(name.value).map({ (1990...2200).contains($0) }) != true else {
        return nil
      }
      return Unknown(
        id: name, italian: "un'edizione", english: "an edition",
        known: KnownNames(report.editions.map(\.id.value)), isDraft: isDraft)
    }
  }

  /// An objective may continue one of an edition that is here; of others nothing is known.
  private static func continuations(of edition: Edition, _ report: Report) -> [Unknown] {
    var names: [String: ObjectiveNames] = [:]
    return edition.objectives.compactMap { objective in
      guard let continued = objective.continues,
        let other = report.edition(named: continued.edition.value)
      else { return nil }
      let known = names[other.id.value] ?? ObjectiveNames(other)
      names[other.id.value] = known
      guard !known.ids.contains(continued.id.value) else { return nil }
      return Unknown(
        id: continued.id, italian: "un obiettivo dell'edizione \(other.id.value)",
        english: "an objective of the edition \(other.id.value)", known: known.names,
        alike: known.alike[continued.id.value] ?? [],
        isDraft: report.gaps.drafts.contains(continued.id.value, in: other))
    }
  }

  /// The objectives of an edition by what they are called.
  private struct ObjectiveNames {
    let ids: Set<String>
    let names: KnownNames
    /// The ids of those that share a name.
    private(set) var alike: [String: [String]] = [:]

    init(_ edition: Edition) {
      names = KnownNames(edition.objectives.map(\.id.value))
      ids = Set(names.all)
      for objective in edition.objectives {
        if let name = objective.shared?.name { alike[name, default: []].append(objective.id.value) }
      }
    }
  }

  private static func finding(_ unknown: Unknown) -> Finding {
    let id = unknown.id
    if unknown.isDraft {
      return Finding(
        Phrase(
          it: "`\(id.value)` è una bozza e non si pubblica",
          en: "`\(id.value)` is a draft and is not published"), help: Drafts.help, at: id.place)
    }
    var finding = Finding(
      Phrase(
        it: "`\(id.value)` non è \(unknown.italian)", en: "`\(id.value)` is not \(unknown.english)"),
      help: unknown.named.map { Phrase(it: "il suo id è `\($0)`", en: "its id is `\($0)`") }
        ?? NearMiss.help(for: id.value, among: unknown.known)
        ?? References.help(toChooseAmong: unknown.alike) ?? choice(unknown), at: id.place)
    finding.correction =
      unknown.named.map { Correction(id.value, $0) }
      ?? NearMiss.correction(of: id.value, among: unknown.known)
    return finding
  }

  private static func help(toChooseAmong ids: [String]) -> Phrase? {
    guard !ids.isEmpty else { return nil }
    let list = ids.map { "`\($0)`" }
    return Phrase(
      it: "si chiamano così in più d'uno: scrivi \(list.joined(separator: " o "))",
      en: "more than one is called so: write \(list.joined(separator: " or "))")
  }

  /// What there is, and where to add what is missing.
  private static func choice(_ unknown: Unknown) -> Phrase? {
    let known = unknown.known.all
    let shown = known.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    let rest = known.count > 8 ? "…" : ""
    let list =
      known.isEmpty
      ? nil : Phrase(it: "ci sono: \(shown)\(rest)", en: "there are: \(shown)\(rest)")
    guard let home = unknown.home?.kind else { return list }
    let id = unknown.id.value
    return Phrase(
      it: (list.map { $0.italian + "; " } ?? "")
        + "se manca, aggiungilo con `id: \(id)` in un file con `tipo: \(home.italian)`",
      en: (list.map { $0.english + "; " } ?? "")
        + "if it is missing, add it with `id: \(id)` in a file with `kind: \(home.english)`")
  }

  private struct Finder {
    let edition: Edition
    var unknown: [Unknown] = []
    private let known: [Reference: Set<String>]
    /// Those of the kinds of which one was not found.
    private var names: [Reference: KnownNames] = [:]
    /// Ids by the names that people write in their place.
    private let ids: [String: String]

    init(_ edition: Edition) {
      self.edition = edition
      let acts = Set(edition.acts.map(\.id.value))
      let sources = Set(edition.sources.map(\.id.value))
      known = [
        .act: acts, .source: sources, .office: Set(edition.offices.map(\.id.value)),
        .indicator: Set(edition.indicators.map(\.id.value)), .evidence: acts.union(sources),
      ]
      var ids: [String: String] = [:]
      for office in edition.offices { ids[office.name.value.lowercased()] = office.id.value }
      for source in edition.sources { ids[source.title.value.lowercased()] = source.id.value }
      for indicator in edition.indicators {
        ids[indicator.name.value.lowercased()] = indicator.id.value
      }
      self.ids = ids
    }

    mutating func run() {
      for entity in edition.entities {
        for (register, id) in entity.references { find(id, register) }
      }
    }

    private mutating func find(_ id: Sourced<String>, _ home: Reference) {
      guard let known = known[home], !known.contains(id.value) else { return }
      let names = self.names[home] ?? KnownNames(known.sorted())
      self.names[home] = names
      let phrase = home.phrase
      unknown.append(
        Unknown(
          id: id, italian: phrase.italian, english: phrase.english, known: names, home: home,
          named: ids[id.value.lowercased()].flatMap { known.contains($0) ? $0 : nil }))
    }
  }
}

/// What ids are looked for among.
extension Reference {
  /// The kind of file that has them.
  fileprivate var kind: (italian: String, english: String) {
    switch self {
    case .act: ("atti", "acts")
    case .source, .evidence: ("fonti", "sources")
    case .office: ("uffici", "offices")
    case .indicator: ("indicatore", "indicator")
    }
  }

  fileprivate var phrase: (italian: String, english: String) {
    switch self {
    case .act: ("un atto dell'edizione", "an act of the edition")
    case .source: ("una fonte dell'edizione", "a source of the edition")
    case .office: ("un ufficio dell'edizione", "an office of the edition")
    case .indicator: ("un indicatore dell'edizione", "an indicator of the edition")
    case .evidence:
      ("un atto né una fonte dell'edizione", "an act or a source of the edition")
    }
  }
}
