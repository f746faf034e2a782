package import Diagnostics

/// One social report (`tipo: edizione`), of a year as a rule, with all that stands below its folder.
package struct Edition: Sendable {
  package struct Assurance: Sendable {
    package var kind: AssuranceKind
    package var body: Sourced<String>?
    package var date: Sourced<CalendarDate>?
    package var scope: Sourced<String>?
    package var document: Sourced<String>?
    package init(kind: AssuranceKind) { self.kind = kind }
  }

  /// A page that had another address (`spostati:`).
  package struct Move: Sendable {
    /// Within the edition, as it was written.
    package let from: Sourced<String>
    /// As a `pagina:` link names it.
    package let to: Sourced<String>
    package init(from: Sourced<String>, to: Sourced<String>) { (self.from, self.to) = (from, to) }
  }

  /// A change to what was published and closed (`tipo: rettifiche`).
  package struct Correction: Sendable {
    package let date: Sourced<CalendarDate>
    /// As a `pagina:` link names it; `/` for the edition's first page.
    package let page: Sourced<String>
    package let what: Sourced<String>
    package let before: Sourced<String>
    package let after: Sourced<String>
    package let why: Sourced<String>
    package init(
      date: Sourced<CalendarDate>, page: Sourced<String>, what: Sourced<String>,
      before: Sourced<String>, after: Sourced<String>, why: Sourced<String>
    ) {
      (self.date, self.page, self.what) = (date, page, what)
      (self.before, self.after, self.why) = (before, after, why)
    }
  }

  package let place: SourceRange
  /// What it is called in addresses and references: the year, unless two share it.
  package var id: Sourced<String>
  package let year: Sourced<Int>
  package let title: Sourced<String>
  /// Its title, with the year where another edition has the same one.
  package internal(set) var name: String
  package let period: Sourced<Period>
  package let introduction: EmbeddedText
  package var subtitle: Sourced<String>?
  package var criteria: EmbeddedText?
  package var boundary: EmbeddedText?
  package var limits: EmbeddedText?
  package var changes: EmbeddedText?
  package var reportType: Sourced<ReportType>?
  package var publishedOn: Sourced<CalendarDate>?
  /// When it was last brought up to date after it came out.
  package var updatedOn: Sourced<CalendarDate>?
  package var approval: Sourced<String>?
  package var assurance: Assurance?
  /// The id or the year of the edition before.
  package var previous: Sourced<String>?
  package var notice: EmbeddedText?
  package var moves: [Move] = []
  /// Whether nothing of it changes any more, but by a correction.
  package var isClosed = false
  /// SHA-256 of the list of the files that a closed edition is published with.
  package var fingerprint: Sourced<String>?

  package var areas: [Area] = []
  package var objectives: [Objective] = []
  package var contexts: [ContextPage] = []
  package var indicators: [Indicator] = []
  package var sources: [InformationSource] = []
  package var acts: [LegalAct] = []
  package var terms: [GlossaryTerm] = []
  package var offices: [Office] = []
  package var plans: [Plan] = []
  /// In the order in which they were written.
  package var corrections: [Correction] = []
  /// All that is printed of its files without being Markdown, by the tables of fields.
  package var plainTexts: [Sourced<String>] = []
  /// The texts of entities that lack a required field: on no page, but checked as the others.
  package var strandedTexts: [EmbeddedText] = []

  package init(
    place: SourceRange, year: Sourced<Int>, title: Sourced<String>, period: Sourced<Period>,
    introduction: EmbeddedText
  ) {
    self.place = place
    self.year = year
    id = year.map(String.init)
    self.title = title
    name = title.value
    self.period = period
    self.introduction = introduction
  }

  /// All achievements in the order of their objectives.
  package var achievements: some Sequence<Achievement> {
    objectives.lazy.flatMap(\.achievements)
  }
}
