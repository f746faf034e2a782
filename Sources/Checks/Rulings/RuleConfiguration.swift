package import Diagnostics
package import SocialReport

/// What a site wants of the rules: other severities for all, exceptions in place with their reasons.
package struct RuleConfiguration: Sendable {
  /// What a run's diagnostics come to.
  package struct Judged: Sendable {
    package let diagnostics: [Diagnostic]
    package let admitted: [ExceptionMark]
  }

  private let severities: [String: RuleSeverity]
  private let marks: [ExceptionMark]
  /// What is wrong with the settings and the exceptions themselves.
  private let mistakes: [Diagnostic]
  private let locator: [SourceFile]
  /// Whether all that there is was looked at, so that an exception that nothing used has no use.
  private let isWhole: Bool
  /// Texts that nobody may change any more, so that only errors are told of them.
  package var settled: Set<SourceFile.ID> = []

  /// Texts that are left out as drafts.
  private let drafts: Set<SourceFile.ID>

  /// - Parameter sources: the texts of the content, which may hold exceptions.
  package init(_ report: Report?, sources: [SourceFile]) {
    var mistakes: [Diagnostic] = []
    var severities: [String: RuleSeverity] = [:]
    for setting in report?.site.rules ?? [] {
      guard let rule = RuleConfiguration.rule(setting.rule, &mistakes) else { continue }
      guard rule.admits(setting.severity.value) else {
        mistakes.append(RuleConfiguration.fixed(setting.rule, rule))
        continue
      }
      severities[rule.identifier.rawValue] = setting.severity.value
    }
    var marks: [ExceptionMark] = []
    for (number, source) in sources.enumerated() {
      for mark in ExceptionMark.marks(in: source, SourceFile.ID(number)) {
        guard let rule = RuleConfiguration.rule(mark.rule, &mistakes) else { continue }
        if rule.overridability == .none {
          mistakes.append(RuleConfiguration.fixed(mark.rule, rule))
        } else if mark.reason.isEmpty {
          mistakes.append(RuleConfiguration.withoutReason(mark))
        } else {
          marks.append(mark)
        }
      }
    }
    self.severities = severities
    self.marks = marks
    let drafts = report?.gaps.drafts.files ?? []
    self.drafts = drafts
    self.mistakes = mistakes.map { mistake in
      mistake.place.map { drafts.contains($0.file) } ?? false ? mistake.ofDraft : mistake
    }
    locator = sources
    isWhole = report?.gaps.isEmpty ?? false
  }

  /// The settings, for the summary of a build.
  package var changed: [(rule: String, severity: RuleSeverity)] {
    severities.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// - Parameter isComplete: whether everything was looked at, so that an exception without use is one.
  package func judge(_ diagnostics: [Diagnostic], isComplete: Bool) -> Judged {
    var lines = LineTable(locator)
    let byRule = Dictionary(grouping: marks.indices) { Key(marks[$0].rule) }.mapValues {
      Scopes($0, of: marks)
    }
    var used: Set<Int> = []
    var kept = mistakes
    for var diagnostic in diagnostics {
      let name = diagnostic.identifier.rawValue
      if let place = diagnostic.place,
        let scopes = byRule[Key(rule: name, file: place.file)],
        let index = lines.line(of: place).flatMap(scopes.first)
      {
        used.insert(index)
        continue
      }
      if !diagnostic.isOfDraft, let wanted = severities[name] {
        guard let severity = wanted.severity else { continue }
        diagnostic.severity = severity
      }
      let isSettled = diagnostic.place.map { settled.contains($0.file) } ?? false
      // That it is settled, and what is amiss with that, is told all the same.
      if !isSettled || diagnostic.severity == .error || diagnostic.identifier == .closedEdition {
        kept.append(diagnostic)
      }
    }
    if isComplete, isWhole {
      // What could not be read may be what an exception is for.
      let broken = Set(
        kept.filter { RuleConfiguration.unread.contains($0.identifier) }.compactMap {
          $0.place?.file
        })
      let untold = broken.union(settled).union(drafts)
      kept += marks.indices.filter {
        !used.contains($0) && severities[marks[$0].rule.value] != .off
          && !untold.contains(marks[$0].rule.place.file)
      }
      .map { RuleConfiguration.unused(marks[$0]) }
    }
    return Judged(diagnostics: kept, admitted: used.sorted().map { marks[$0] })
  }

  /// The mistakes that keep a file, or a part of it, from being read.
  private static let unread: Set<Diagnostic.Identifier> = [
    .notUTF8, .fileTooLarge, .mergeMarker, .yamlSyntax, .yamlAlias, .duplicateKey, .unknownKind,
    .missingKey,
    .wrongType, .tooComplex, .copiedFile,
  ]

  /// The exceptions of a rule in a file.
  private struct Key: Hashable {
    let rule: String
    let file: SourceFile.ID

    init(rule: String, file: SourceFile.ID) { (self.rule, self.file) = (rule, file) }

    init(_ rule: Sourced<String>) { self.init(rule: rule.value, file: rule.place.file) }
  }

  // What is wrong with them

  private static func rule(_ name: Sourced<String>, _ mistakes: inout [Diagnostic]) -> Rule? {
    if let identifier = Diagnostic.Identifier(rawValue: name.value),
      let rule = Checks.rule(identifier)
    {
      return rule
    }
    mistakes.append(
      Diagnostic(
        .unknownRule,
        Phrase(
          it: "non c'è un controllo `\(name.value)`", en: "there is no check `\(name.value)`"),
        help: NearMiss.help(for: name.value, among: Checks.all.map(\.identifier.rawValue))
          ?? Phrase(
            it: "li elenca `bilancio manuale controlli`",
            en: "`bilancio manual controlli` lists them"),
        at: name.place))
    return nil
  }

  private static func fixed(_ name: Sourced<String>, _ rule: Rule) -> Diagnostic {
    Diagnostic(
      .fixedRule,
      rule.overridability == .none
        ? Phrase(
          it: "il controllo `\(name.value)` vale sempre: senza, le pagine sarebbero sbagliate",
          en: "the check `\(name.value)` always holds: without it the pages would be wrong")
        : Phrase(
          it: "il controllo `\(name.value)` non si spegne per tutto il sito",
          en: "the check `\(name.value)` cannot be off for the whole site"),
      help: rule.overridability == .none
        ? nil
        : Phrase(
          it: "ammetti l'eccezione dove serve: `eccezione \(name.value): il motivo`",
          en: "admit the exception where it is needed: `exception \(name.value): the reason`"),
      at: name.place)
  }

  private static func withoutReason(_ mark: ExceptionMark) -> Diagnostic {
    Diagnostic(
      .exceptionWithoutReason,
      Phrase(it: "l'eccezione non ha un motivo", en: "the exception has no reason"),
      help: Phrase(
        it: "scrivi `eccezione \(mark.rule.value): il motivo`",
        en: "write `exception \(mark.rule.value): the reason`"), at: mark.rule.place)
  }

  private static func unused(_ mark: ExceptionMark) -> Diagnostic {
    Diagnostic(
      .unusedException,
      Phrase(
        it: "qui il controllo `\(mark.rule.value)` non trova nulla: l'eccezione non serve",
        en: "the check `\(mark.rule.value)` finds nothing here: the exception is not needed"),
      help: Phrase(it: "toglila", en: "take it away"), at: mark.rule.place, severity: .warning)
  }
}

/// The lines of places, with an index of a file made when it is first asked for.
private struct LineTable {
  private var locator: Locator
  init(_ sources: [SourceFile]) { locator = Locator(sources) }

  mutating func line(of place: SourceRange) -> Int? {
    locator.lines(of: place.file)?.line(of: place.bytes.lowerBound)
  }
}

/// The exceptions of a rule in a file, by the lines from which they hold.
private struct Scopes {
  private let marks: [(index: Int, lines: ClosedRange<Int>)]
  /// For each how far it or one before it holds.
  private let reaches: [Int]

  init(_ indices: [Int], of all: [ExceptionMark]) {
    let sorted = indices.map { ($0, all[$0].lines) }.sorted {
      ($0.1.lowerBound, $0.0) < ($1.1.lowerBound, $1.0)
    }
    reaches = sorted.reduce(into: []) { $0.append(max($0.last ?? 0, $1.1.upperBound)) }
    marks = sorted
  }

  /// The first that holds for a line.
  func first(at line: Int) -> Int? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if reaches[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low].lines.contains(line) ? marks[low].index : nil
  }
}
