/// One thing an author can mend: what is wrong, where, and what to do about it.
package struct Diagnostic: Sendable {
  package enum Severity: Int, Comparable, CaseIterable, Sendable {
    /// Something that could be better and that nobody has to mend.
    case hint
    case warning
    case error

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  /// A second place that explains the first.
  package struct Note: Sendable {
    package let message: Phrase
    package let place: SourceRange?

    package init(_ message: Phrase, at place: SourceRange?) {
      self.message = message
      self.place = place
    }
  }

  package let identifier: Identifier
  package var severity: Severity
  package let message: Phrase
  package let help: Phrase?
  package let place: SourceRange?
  package let notes: [Note]
  /// What surely mends it, where that can be said.
  package let correction: Correction?
  /// Whether it is told of what is left out as a draft, so that it keeps nothing from being published.
  package private(set) var isOfDraft = false

  package init(
    _ identifier: Identifier,
    _ message: Phrase,
    help: Phrase? = nil,
    at place: SourceRange?,
    notes: [Note] = [],
    correction: Correction? = nil,
    severity: Severity = .error
  ) {
    self.identifier = identifier
    self.severity = severity
    self.message = message
    self.help = help
    self.place = place
    self.notes = notes
    self.correction = correction
  }
}

extension Diagnostic {
  /// The same of a draft, which is told and weighs nothing.
  package var ofDraft: Diagnostic {
    guard !isOfDraft else { return self }
    let note = Note(
      Phrase(
        it: "è in una bozza, e non ferma il resto; con `--bozze` conta",
        en: "it is in a draft, and does not stop the rest; with `--drafts` it counts"), at: nil)
    var told = Diagnostic(
      identifier, message, help: help, at: place,
      notes: notes + (severity == .hint ? [] : [note]), correction: correction, severity: .hint)
    told.isOfDraft = true
    return told
  }

  fileprivate func repeats(_ other: Diagnostic) -> Bool {
    place != nil && place == other.place && identifier == other.identifier
      && message == other.message && help == other.help && severity == other.severity
      && notes.elementsEqual(other.notes) { $0.message == $1.message && $0.place == $1.place }
  }
}

extension [Diagnostic] {
  /// By file and place, so that an author reads them in the order of the text.
  ///
  /// The order is total: equal places are settled by identifier and words, never by chance. What is said
  /// twice of one place, in the same words, as several pages may say of their template, is told once.
  package func inOrder() -> [Diagnostic] {
    var kept: [Diagnostic] = []
    for diagnostic in sortedByPlace() where !(kept.last?.repeats(diagnostic) ?? false) {
      kept.append(diagnostic)
    }
    return kept
  }

  private func sortedByPlace() -> [Diagnostic] {
    sorted { a, b in
      guard let first = a.place else { return b.place != nil }
      guard let second = b.place else { return false }
      if first != second { return first < second }
      if a.identifier != b.identifier { return a.identifier.rawValue < b.identifier.rawValue }
      return a.message.italian < b.message.italian
    }
  }

  package var errors: Int { count { $0.severity == .error } }
  package var warnings: Int { count { $0.severity == .warning } }
  package var hints: Int { count { $0.severity == .hint } }
}
