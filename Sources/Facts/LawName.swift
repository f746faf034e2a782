import Checks
package import SocialReport

/// A norm without the day of its date, by which the edition's acts are asked for it.
package struct LawName: Hashable, Sendable {
  private let kind: LawKind
  private let number: String
  private let year: Int

  package init(_ law: Law) { (kind, number, year) = (law.kind, law.number, law.date.year) }
}
