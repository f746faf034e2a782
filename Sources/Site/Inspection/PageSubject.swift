import Diagnostics
import Facts
import Search
import SocialReport
import Theme

/// What a page is about: the files it is written in, its texts, and the facts its fields name.
struct PageSubject {
  let kind: PageKind
  /// Relative to the site's root.
  let address: String
  let title: String
  /// When what it says last changed; nil where nothing says so.
  var updated: CalendarDate?
  var isDraft = false
  /// The files that the page is written in, the first the one an author would open.
  var files: [SourceFile.ID]
  /// Files whose texts the page shows beside its own.
  var others: [SourceFile.ID] = []
  /// Its texts, each with the name of its heading among the theme's strings.
  var texts: [(heading: String, text: EmbeddedText)] = []
  var acts: [Sourced<String>] = []
  var indicators: [Sourced<String>] = []
  var resources: [Resource] = []
  /// The indicator whose page it is.
  var series: Indicator?

  var hasOwnTexts: Bool { !texts.isEmpty }

  init(_ kind: PageKind, _ address: String, _ title: String, files: [SourceFile.ID]) {
    (self.kind, self.address, self.title) = (kind, address, title)
    var seen: Set<SourceFile.ID> = []
    self.files = files.filter { seen.insert($0).inserted }
  }

  fileprivate mutating func add(_ text: EmbeddedText?, _ heading: String) {
    if let text { texts.append((heading, text)) }
  }
}

/// The pages of a site in the order in which a reader would go through them.
struct PageSubjects {
  private(set) var all: [PageSubject] = []
  private let context: SiteContext
  /// The file whose page alone is wanted; nil for all.
  private let only: SourceFile.ID?

  /// - Parameters:
  ///   - subjects: of each edition, in their order, for whoever has them already.
  ///   - only: a file of which the pages are wanted; of what there is much, the others are left out.
  init(_ context: SiteContext, _ subjects: [SubjectIndex?]? = nil, only: SourceFile.ID? = nil) {
    (self.context, self.only) = (context, only)
    let subjects =
      subjects ?? context.indexes.map { context.hasSearch ? Subjects.all(context, $0) : nil }
    let site = context.report.site
    all = [
      PageSubject(
        .home, PageKind.home.ofSite, context.strings["site.title"], files: [site.place.file])
    ]
    for (index, subjects) in zip(context.indexes, subjects) {
      let first = all.count
      add(index, subjects)
      for place in first..<all.count { all[place].isDraft = index.isDraft(all[place].address) }
    }
    let legal = context.strings["pages.legal-notes"]
    all.append(
      PageSubject(.legalNotes, PageKind.legalNotes.ofSite, legal, files: [site.place.file]))
    all.append(
      PageSubject(
        .map, PageKind.map.ofSite, context.strings["pages.map"], files: [site.place.file]))
  }

  private func isWanted(_ place: SourceRange) -> Bool { only == nil || only == place.file }

  private mutating func add(_ index: EditionIndex, _ subjects: SubjectIndex?) {
    let edition = index.edition
    var home = PageSubject(
      .edition, Addresses.edition(edition), edition.name,
      files: [edition.place.file, edition.introduction.place.file])
    home.add(edition.introduction, "edition.introduction")
    home.add(edition.criteria, "edition.criteria")
    home.add(edition.boundary, "edition.boundary")
    home.add(edition.limits, "edition.limits")
    home.add(edition.changes, "edition.changes")
    home.updated = PageKind.edition.updated(in: edition)
    home.others = edition.areas.map(\.title.place.file)
    home.acts = [edition.approval].compactMap(\.self)
    all.append(home)
    for page in edition.contexts {
      var subject = PageSubject(
        .context, Addresses.page(page.id.value, of: edition), page.title.value,
        files: [page.text.place.file])
      subject.updated = page.updatedOn.value
      subject.add(page.text, "")
      all.append(subject)
    }
    for objective in edition.objectives {
      if isWanted(objective.title.place) { all.append(subject(of: objective, edition)) }
      for achievement in objective.achievements where isWanted(achievement.title.place) {
        all.append(subject(of: achievement, of: objective, edition))
      }
    }
    register(.indicators, edition)
    // It lists what has pages of its own, which are those to look at when a text has changed.
    if PageKind.standing.isThere(in: edition) { register(.standing, edition) }
    for indicator in edition.indicators where isWanted(indicator.place) {
      var subject = PageSubject(
        .indicator, Addresses.indicator(indicator.id.value, of: edition), indicator.name.value,
        files: [indicator.place.file] + indicator.observations.map(\.place.file))
      subject.add(indicator.method, "indicator.method")
      subject.series = indicator
      all.append(subject)
    }
    for list in PageKind.closing(edition) { register(list, edition) }
    if PageKind.corrections.isThere(in: edition) { register(.corrections, edition) }
    for group in index.uses.groups {
      all.append(
        PageSubject(
          .group, Addresses.group(group.slug, of: edition),
          context.strings.format("pages.groups", ["group": group.name]), files: []))
    }
    register(.document, edition)
    guard let subjects else { return }
    register(.search, edition)
    guard subjects.isSplit else { return }
    for letter in subjects.letters {
      all.append(
        PageSubject(
          .letter, Addresses.letter(letter.slug, of: edition),
          context.strings.format("pages.letter", ["letter": letter.label]), files: []))
    }
  }

  private mutating func register(
    _ page: PageKind, _ edition: Edition
  ) {
    var subject = PageSubject(
      page, Addresses.page(page, of: edition), context.strings["pages.\(page.rawValue)"],
      files: page.places(in: edition).map(\.file))
    subject.updated = page.updated(in: edition)
    all.append(subject)
  }

  private func subject(of objective: Objective, _ edition: Edition) -> PageSubject {
    var subject = PageSubject(
      .objective, Addresses.objective(objective, of: edition), objective.title.value,
      files: [objective.title.place.file])
    subject.updated = objective.updatedOn.value
    subject.add(objective.rationale, "objective.rationale")
    subject.add(objective.premise.text, "objective.premise")
    subject.indicators = objective.indicators
    return subject
  }

  private func subject(
    of achievement: Achievement, of objective: Objective, _ edition: Edition
  ) -> PageSubject {
    var subject = PageSubject(
      .achievement, Addresses.achievement(achievement, of: objective, edition),
      achievement.title.value, files: [achievement.title.place.file])
    subject.updated = achievement.updatedOn.value
    subject.others = [objective.title.place.file]
    subject.add(achievement.why, "achievement.why")
    subject.add(achievement.whatWeDid, "achievement.what")
    subject.add(achievement.outcome, "achievement.outcome")
    subject.add(achievement.whatDidNotWork, "achievement.failed")
    subject.add(achievement.nextSteps, "achievement.next")
    for action in achievement.actions { subject.add(action.issue, "action.issue") }
    subject.indicators = achievement.indicators
    subject.acts = achievement.namedActs
    subject.resources = achievement.resources
    return subject
  }
}
