import Diagnostics
package import SocialReport

/// How the pages of one edition go on in those of others: the same objective, achievement, figure or chapter in the
/// edition before and in the one after, and the newest edition of all.
///
/// A page knows its neighbours only, so that there is no more to say the more editions there are.
package struct Continuity: Sendable {
  /// A page of another edition.
  package struct Step: Sendable {
    package let page: PageLink
    package let edition: PageLink
  }

  /// What leads from a page to the newest edition.
  package struct Newest: Sendable {
    package let step: Step
    /// Whether it is the same page there, and not the edition's first.
    package let isSamePage: Bool
  }

  private var older: [String: Step] = [:]
  private var newer: [String: [Step]] = [:]
  /// The newest page that goes on from one, by the address of the one.
  private var last: [String: Step] = [:]
  /// The newest edition, by the id of one that is older.
  private var newest: [String: Step] = [:]

  /// - Parameter indexes: of a report's editions, the newest first.
  package init(_ report: Report, _ indexes: [EditionIndex]) {
    guard indexes.count > 1 else { return }
    let places = Dictionary(
      indexes.enumerated().map { ($1.edition.id.value, $0) }, uniquingKeysWith: { a, _ in a })
    let names = Names(indexes)
    for (place, index) in indexes.enumerated() {
      let edition = index.edition
      if let other = Continuity.newest(of: indexes, before: place) {
        newest[edition.id.value] = Continuity.home(other)
      }
      let before = report.previous(of: edition).flatMap { places[$0.id.value] }
        .flatMap { $0 > place ? indexes[$0] : nil }
      if let before { join(Continuity.home(index), index, Continuity.home(before), before) }
      joinRegisters(index, before)
      for objective in index.edition.objectives {
        // One that names what it goes on with means that, and no other by its name.
        let other =
          objective.continues.map { named in
            names.place(of: named.edition.value).flatMap { $0 > place ? indexes[$0] : nil }
          } ?? before
        guard let other, let old = Continuity.predecessor(of: objective, in: other) else {
          continue
        }
        join(Continuity.step(objective, index), index, Continuity.step(old, other), other)
        join(objective, index, old, other)
      }
    }
  }

  /// The same page in the edition before.
  package func older(_ address: String) -> Step? { older[address] }

  /// The pages of later editions that go on with a page.
  package func newer(_ address: String) -> [Step] { newer[address] ?? [] }

  /// Where readers of an older edition's page find the newest; nil on a page of the newest.
  package func newest(for address: String, of edition: Edition) -> Newest? {
    guard let home = newest[edition.id.value] else { return nil }
    if let same = last[address], same.edition.address == home.edition.address {
      return Newest(step: same, isSamePage: same.page.address != home.page.address)
    }
    return Newest(step: home, isSamePage: false)
  }

  // How they are found

  /// The newest edition that is no draft: one of the same type, if there is one.
  private static func newest(of indexes: [EditionIndex], before place: Int) -> EditionIndex? {
    func type(_ index: EditionIndex) -> ReportType {
      index.edition.reportType?.value ?? .annual
    }
    let later = indexes[..<place].lazy.filter { !$0.edition.isDraft }
    return later.first { type($0) == type(indexes[place]) } ?? later.first
  }

  private mutating func joinRegisters(_ index: EditionIndex, _ before: EditionIndex?) {
    guard let before else { return }
    for indicator in index.edition.indicators {
      guard let old = before.indicators[indicator.id.value] else { continue }
      join(Continuity.step(indicator, index), index, Continuity.step(old, before), before)
    }
    let contexts = Dictionary(
      before.edition.contexts.map { ($0.id.value, $0) }, uniquingKeysWith: { a, _ in a })
    for page in index.edition.contexts {
      guard let old = contexts[page.id.value] else { continue }
      join(Continuity.step(page, index), index, Continuity.step(old, before), before)
    }
  }

  private mutating func join(
    _ objective: Objective, _ index: EditionIndex, _ old: Objective, _ other: EditionIndex
  ) {
    let known = Dictionary(
      old.achievements.map { ($0.id.value, $0) }, uniquingKeysWith: { a, _ in a })
    for achievement in objective.achievements {
      guard let before = known[achievement.id.value] else { continue }
      join(
        Continuity.step(achievement, of: objective, index), index,
        Continuity.step(before, of: old, other), other)
    }
  }

  /// - Parameter other: the index of the older page's edition, which comes behind in the report.
  private mutating func join(
    _ page: Step, _ index: EditionIndex, _ old: Step, _ other: EditionIndex
  ) {
    let (new, before) = (page.page.address, old.page.address)
    // What is published leads to no draft.
    let isDraft = index.isDraft(new)
    if isDraft || !other.isDraft(before) { older[new] = old }
    guard !isDraft || other.isDraft(before) else { return }
    newer[before, default: []].append(page)
    if last[before] == nil { last[before] = last[new] ?? page }
  }

  private static func predecessor(
    of objective: Objective, in other: EditionIndex
  ) -> Objective? {
    if let named = objective.continues { return other.objectives[named.id.value] }
    // A name that it did not share before is still its own.
    return other.objectives[objective.id.value]
      ?? objective.shared.flatMap { other.objectives[$0.name] }
  }

  // The pages themselves

  private static func home(_ index: EditionIndex) -> Step {
    step(index.edition.name, Addresses.edition(index.edition), index)
  }

  private static func step(_ title: String, _ address: String, _ index: EditionIndex) -> Step {
    Step(
      page: PageLink(title: title, address: address),
      edition: PageLink(
        title: index.edition.name, address: Addresses.edition(index.edition)))
  }

  private static func step(_ objective: Objective, _ index: EditionIndex) -> Step {
    step(objective.title.value, Addresses.objective(objective, of: index.edition), index)
  }

  private static func step(
    _ achievement: Achievement, of objective: Objective, _ index: EditionIndex
  ) -> Step {
    step(
      achievement.title.value, Addresses.achievement(achievement, of: objective, index.edition),
      index)
  }

  private static func step(_ indicator: Indicator, _ index: EditionIndex) -> Step {
    step(indicator.name.value, Addresses.indicator(indicator.id.value, of: index.edition), index)
  }

  private static func step(_ page: ContextPage, _ index: EditionIndex) -> Step {
    step(page.title.value, Addresses.page(page.id.value, of: index.edition), index)
  }

  /// The places of editions by what they may be called: their ids, or their years, of whose editions the newest
  /// is meant.
  private struct Names {
    private let ids: [String: Int]
    private let years: [String: Int]

    init(_ indexes: [EditionIndex]) {
      ids = Dictionary(
        indexes.enumerated().map { ($1.edition.id.value, $0) }, uniquingKeysWith: { a, _ in a })
      years = Dictionary(
        indexes.enumerated().map { (String($1.edition.year.value), $0) },
        uniquingKeysWith: { a, _ in a })
    }

    func place(of name: String) -> Int? { ids[name] ?? years[name] }
  }
}
