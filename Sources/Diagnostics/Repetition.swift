/// Diagnostics that say the same of several places, to be told once.
package struct Repetition: Sendable {
  package let first: Diagnostic
  /// The same of other places, in order.
  package let others: [Diagnostic]

  /// How many are told one by one.
  private static let patience = 3
  /// How many of the others are named.
  static let listed = 24

  /// Whether the sentences differ in what they name.
  var hasNames: Bool {
    let name = Repetition.name(in: first.message.italian)
    return others.contains { Repetition.name(in: $0.message.italian) != name }
  }

  /// What makes two of them say the same: all their words but the names in them, and no further place.
  private struct Likeness: Hashable {
    let identifier: Diagnostic.Identifier
    let severity: Diagnostic.Severity
    let message: String
    let help: Phrase?

    /// One language is enough; without the help thousands that differ only in it would all meet.
    func hash(into hasher: inout Hasher) {
      hasher.combine(identifier)
      hasher.combine(message)
      hasher.combine(help?.italian)
    }

    init?(_ diagnostic: Diagnostic) {
      guard diagnostic.notes.isEmpty, diagnostic.place != nil else { return nil }
      identifier = diagnostic.identifier
      severity = diagnostic.severity
      message = Repetition.withoutNames(diagnostic.message.italian)
      help = diagnostic.help
    }
  }

  /// Puts together those of which there are more than three; each group stands where its first does.
  package static func grouped(_ diagnostics: [Diagnostic]) -> [Repetition] {
    var places: [Likeness: [Int]] = [:]
    for (index, diagnostic) in diagnostics.enumerated() {
      if let likeness = Likeness(diagnostic) { places[likeness, default: []].append(index) }
    }
    var others: [Int: [Diagnostic]] = [:]
    var told: Set<Int> = []
    for indices in places.values where indices.count > patience {
      others[indices[0]] = indices.dropFirst().map { diagnostics[$0] }
      told.formUnion(indices.dropFirst())
    }
    return diagnostics.indices.filter { !told.contains($0) }.map {
      Repetition(first: diagnostics[$0], others: others[$0] ?? [])
    }
  }

  /// A sentence with nothing between its backquotes and its quotes; thousands are compared, hence by bytes.
  private static func withoutNames(_ text: String) -> String {
    let bytes = text.utf8.span
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var closing: UInt8?
    var at = 0
    while at < bytes.count {
      // « is C2 AB, » is C2 BB.
      let width = bytes[at] == 0xC2 ? 2 : 1
      let mark = bytes[at + width - 1]
      if closing == nil {
        for offset in at..<at + width { kept.append(bytes[offset]) }
        if width == 1, mark == 0x60 { closing = 0x60 }
        if width == 2, mark == 0xAB { closing = 0xBB }
      } else if mark == closing, width == (mark == 0x60 ? 1 : 2) {
        closing = nil
      }
      at += width
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The name that a sentence is about: what stands first between backquotes or quotes.
  static func name(in text: String) -> Substring? {
    let bytes = text.utf8.span
    var start = 0
    while start < bytes.count, bytes[start] != 0x60, !isQuote(0xAB, bytes, start) { start += 1 }
    guard start < bytes.count else { return nil }
    let isQuoted = bytes[start] != 0x60
    start += isQuoted ? 2 : 1
    for end in start..<bytes.count
    where isQuoted ? isQuote(0xBB, bytes, end) : bytes[end] == 0x60 {
      return text.slice(utf8: start..<end)
    }
    return nil
  }

  /// « is C2 AB, » is C2 BB.
  private static func isQuote(_ second: UInt8, _ bytes: Span<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xC2 && bytes[at + 1] == second
  }
}
