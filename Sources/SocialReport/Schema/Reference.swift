/// What a field refers to by its id.
package enum Reference: String, CaseIterable, Sendable {
  case act, source, office, indicator
  /// An act or a source, whichever has the id.
  case evidence
}
