import Diagnostics
import SocialReport

/// Registers and series that several editions read as if they were their own.
struct SharedEntries {
  /// Holds the entries, and nothing else.
  private let holder: Edition
  private let files: Set<SourceFile.ID>

  init(_ holder: Edition, in files: Set<SourceFile.ID>) {
    (self.holder, self.files) = (holder, files)
  }

  /// An edition with what it may know of the entries; one of its own by the same name wins.
  ///
  /// A closed edition is told nothing: it changes no more.
  func added(to edition: Edition) -> (edition: Edition, diagnostics: [Diagnostic]) {
    guard !files.isEmpty else { return (edition, []) }
    var joint = Joint(edition: edition)
    joint.add(holder.offices, to: \.offices, id: \.id)
    joint.add(holder.sources, to: \.sources, id: \.id)
    joint.add(holder.terms, to: \.terms, id: \.id)
    joint.add(holder.plans, to: \.plans, id: \.id)
    joint.add(known(by: edition), to: \.indicators, id: \.id)
    joint.edition.unplacedTexts += holder.unplacedTexts
    joint.edition.sharedFiles.formUnion(files)
    return (joint.edition, edition.isClosed ? [] : joint.diagnostics)
  }

  /// The series up to the end of the edition's period; of those that begin later, the ones that it names.
  private func known(by edition: Edition) -> [Indicator] {
    let end = edition.period.value.end.lastDay
    var named: Set<String>?
    return holder.indicators.compactMap { indicator in
      let known = indicator.until(end)
      guard known.observations.isEmpty, !indicator.observations.isEmpty else { return known }
      let names = named ?? SharedEntries.indicators(namedIn: edition)
      named = names
      return names.contains(indicator.id.value) ? known : nil
    }
  }

  private static func indicators(namedIn edition: Edition) -> Set<String> {
    let lists = edition.objectives.map(\.indicators) + edition.achievements.map(\.indicators)
    return Set(lists.flatMap(\.self).map(\.value))
  }

  /// An edition to which entries are added.
  private struct Joint {
    var edition: Edition
    var diagnostics: [Diagnostic] = []

    mutating func add<Entry>(
      _ entries: [Entry], to list: WritableKeyPath<Edition, [Entry]>,
      id: KeyPath<Entry, Sourced<String>>
    ) {
      let own = Dictionary(
        edition[keyPath: list].map { ($0[keyPath: id].value, $0[keyPath: id]) },
        uniquingKeysWith: { first, _ in first })
      for entry in entries {
        let name = entry[keyPath: id]
        if let winner = own[name.value] {
          diagnostics.append(SharedEntries.covered(name, by: winner))
        } else {
          edition[keyPath: list].append(entry)
        }
      }
    }
  }

  private static func covered(_ shared: Sourced<String>, by own: Sourced<String>) -> Diagnostic {
    Diagnostic(
      .coveredEntry,
      Phrase(
        it:
          "`\(own.value)` c'è anche tra ciò che le edizioni hanno in comune: qui vale questa voce",
        en: "`\(own.value)` is among what editions share as well: here this entry holds"),
      help: Phrase(
        it: "se dicono lo stesso, togli questa; se sono due cose, dai a questa un altro `id`",
        en: "where both say the same, remove this one; where they are two things, give this one "
          + "another `id`"),
      at: own.place,
      notes: [
        .init(Phrase(it: "quella comune è questa", en: "this is the shared one"), at: shared.place)
      ],
      severity: .hint)
  }
}

extension Indicator {
  /// The series as it was known on a day: of a longer one the words about the whole of it do not hold.
  fileprivate func until(_ day: CalendarDate) -> Indicator {
    var known = self
    known.observations.removeAll { $0.period.value.start.firstDay > day }
    if known.observations.count < observations.count { known.chart = nil }
    return known
  }
}
