package import Diagnostics
package import SocialReport

/// One rule about a report: a pure function from the tree to what is wrong with it.
package typealias Check = @Sendable (Report) -> [Diagnostic]

/// All rules, in the order of their names.
package enum Checks {
  package static let all: [Check] = [
    ConditionalFields.check,
    DuplicateIDs.check,
    EmptyObjectives.check,
    FeedbackSettings.check,
    References.check,
  ]

  package static func run(on report: Report) -> [Diagnostic] { all.flatMap { $0(report) } }
}
