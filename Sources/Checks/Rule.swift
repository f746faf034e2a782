package import Diagnostics
package import SocialReport

/// One thing that a report must or should hold, with all that is said of it.
///
/// What a rule finds is told under its identifier and with its severity, which `sito.yml` may change
/// (`controlli:`). The manual's page of rules and their tests are made from what stands here.
///
/// A class, because every page passes by all of them.
package final class Rule: Sendable {
  package typealias OnReport = @Sendable (Report) -> [Finding]
  typealias OnField = @Sendable (TextReading, Block) -> [Finding]
  typealias OnAddress = @Sendable (Sourced<String>) -> Finding?
  package typealias OnText = @Sendable (PageReading, TextContext) -> [Finding]
  typealias OnLink = @Sendable (LinkedFact, LinkText) -> [Finding]

  package let identifier: Diagnostic.Identifier
  package let severity: Diagnostic.Severity
  package let group: Group
  /// What is asked, in one sentence.
  package let title: Phrase
  /// Why it is asked.
  package let reason: Phrase
  /// Where it is laid down, with its address or article; empty where it is common sense.
  package let source: String
  package let overridability: Overridability
  package let examples: Examples
  /// How it is found in the tree; nil for what is seen while the pages are put together.
  package let onReport: OnReport?
  /// How it is found in a field that is printed without being Markdown: a title, a summary.
  let onField: OnField?
  /// How it is found in an address of the web that stands in a field, which readers follow.
  let onAddress: OnAddress?
  /// How it is found in the texts of a page.
  package let onText: OnText?
  /// How it is found in a link that names a fact.
  let onLink: OnLink?

  /// Never inlined, nor are a finding's: for copies of them in each rule the compiler took a sixth of this target's time.
  @inline(never)
  init(
    _ identifier: Diagnostic.Identifier, _ severity: Diagnostic.Severity, _ group: Group,
    _ title: Phrase, why reason: Phrase, source: String = "",
    overridability: Overridability = .free, wrong: [Example], right: [Example],
    onReport: OnReport? = nil, onField: OnField? = nil, onAddress: OnAddress? = nil,
    onText: OnText? = nil,
    onLink: OnLink? = nil
  ) {
    self.identifier = identifier
    self.severity = severity
    self.group = group
    self.title = title
    self.reason = reason
    self.source = source
    self.overridability = overridability
    self.examples = Examples(wrong: wrong, right: right)
    self.onReport = onReport
    self.onField = onField
    self.onAddress = onAddress
    self.onText = onText
    self.onLink = onLink
  }

  /// What a site may change of a rule.
  package enum Overridability: Sendable {
    /// Its severity, and exceptions in place.
    case free
    /// Exceptions in place with a reason, but never all of it.
    case inPlace
    /// Nothing: without it the pages would be wrong.
    case none
  }

  /// Whether a site may give the rule this severity.
  func admits(_ severity: RuleSeverity) -> Bool {
    switch overridability {
    case .free: true
    case .inPlace: severity != .off
    case .none: false
    }
  }

  /// The part of the manual that a rule stands in.
  package enum Group: String, CaseIterable, Sendable {
    case structure, figures, indicators, targets, acts, money, actions, assessment, editions, marks
    case text, links, feedback, personalData

    package var title: Phrase {
      switch self {
      case .structure: Phrase(it: "Struttura", en: "Structure")
      case .figures: Phrase(it: "Cifre e fatti nei testi", en: "Figures and facts in texts")
      case .indicators: Phrase(it: "Indicatori", en: "Indicators")
      case .targets: Phrase(it: "Traguardi", en: "Targets")
      case .acts: Phrase(it: "Atti", en: "Acts")
      case .money: Phrase(it: "Risorse", en: "Money")
      case .actions: Phrase(it: "Azioni e stato", en: "Actions and status")
      case .assessment: Phrase(it: "Valutazioni", en: "Assessments")
      case .editions:
        Phrase(it: "Un'edizione e quella prima", en: "An edition and the one before")
      case .marks: Phrase(it: "Segni nei testi", en: "Marks in texts")
      case .text: Phrase(it: "Testi", en: "Texts")
      case .links: Phrase(it: "Collegamenti, prove, immagini", en: "Links, evidence, pictures")
      case .feedback: Phrase(it: "Valutazione delle pagine", en: "Feedback")
      case .personalData: Phrase(it: "Dati personali", en: "Personal data")
      }
    }
  }

  /// - Parameter maps: where the texts stand that findings are stretches of.
  func diagnostic(_ finding: Finding, _ maps: inout SourceMaps) -> Diagnostic {
    Diagnostic(
      identifier, finding.message, help: finding.help,
      at: finding.stretch.map { maps.place(of: $0.bytes, in: $0.text) } ?? finding.place,
      notes: finding.notes, correction: finding.correction, severity: severity)
  }
}

/// What a rule found: a diagnostic without what the rule itself says.
package struct Finding: Sendable {
  let message: Phrase
  let help: Phrase?
  let place: SourceRange?
  let notes: [Diagnostic.Note]
  var correction: Correction?
  /// A stretch of a text, whose place is looked for when the sources are at hand.
  private(set) var stretch: (text: EmbeddedText, bytes: Range<Int>)?

  /// What was found in a text of the tree.
  @inline(never)
  init(
    _ message: Phrase, help: Phrase? = nil, in text: EmbeddedText, _ bytes: Range<Int>,
    notes: [Diagnostic.Note] = []
  ) {
    self.init(message, help: help, at: text.place, notes: notes)
    stretch = (text, bytes)
  }

  @inline(never)
  init(
    _ message: Phrase, help: Phrase? = nil, at place: SourceRange?, notes: [Diagnostic.Note] = []
  ) {
    (self.message, self.help, self.place, self.notes) = (message, help, place, notes)
  }
}
