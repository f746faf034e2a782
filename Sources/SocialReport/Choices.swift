package import Diagnostics

/// A closed list of words that a field allows; the raw value is the English word.
package protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// When in the life of an administration, and of what, a report gives account.
package enum ReportType: String, Choice {
  case annual
  case startOfTerm = "start_of_term"
  case midTerm = "mid_term"
  case endOfTerm = "end_of_term"
  case update, gender, mission
}

package enum AchievementStatus: String, Choice {
  case planned, started
  case inProgress = "in_progress"
  case completed, delayed, suspended, cancelled
}

package enum Assessment: String, Choice {
  case reached
  case onCourse = "on_course"
  case partial
  case notReached = "not_reached"
  case notAssessable = "not_assessable"
}

package enum MilestoneKind: String, Choice {
  case resolved, signed, joined, activated, extended, event, concluded
}

/// The stages of public spending in Italian municipal accounting (decree 267/2000, part II).
package enum SpendingStage: String, Choice {
  case appropriated, committed, verified, paid
}

package enum Funding: String, Choice {
  case budget
  case pnrr = "PNRR"
  case pon = "PON"
  case fesr = "FESR"
  case region, state, `private`
}

package enum IndicatorMeasure: String, Choice {
  case count, percentage, rate, amount, index, position
  case yesNo = "yes_no"
  case qualitative
}

package enum Direction: String, Choice {
  case higherIsBetter = "higher_is_better"
  case lowerIsBetter = "lower_is_better"
  case neutral
}

package enum TargetKind: String, Choice {
  case reach, maintain
  case notExceed = "not_exceed"
}

package enum ChartKind: String, Choice {
  case line, bars
}

package enum SourceKind: String, Choice {
  case act, system, statistics, survey, report, press, elaboration
}

package enum SourceQuality: String, Choice {
  case official, provisional, unverified
}

package enum ActBody: String, Choice {
  case executive, council, mayor, manager, state, region, eu
}

package enum ActKind: String, Choice {
  case resolution, determination, ordinance, decree, law
  case legislativeDecree = "legislative_decree"
  case presidentialDecree = "presidential_decree"
  case regulation, directive
}

package enum ActEffect: String, Choice {
  case approves, adopts, joins, directs, awards, amends
}

package enum OfficeKind: String, Choice {
  case area, sector, service, company
}

package enum AssuranceKind: String, Choice {
  case none, certified, limited, reasonable
}

package enum FeedbackMode: String, Choice {
  case clarity, useful, both, none
}

package enum RuleSeverity: String, Choice {
  case error, warning, hint, off

  /// Nil where nothing is told.
  package var severity: Diagnostic.Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .hint: .hint
    case .off: nil
    }
  }
}

/// How a site reaches the place where it is published.
package enum PublishingMethod: String, Choice {
  case folder, rclone, rsync, sftp
}

package enum FeedbackAccess: String, Choice {
  case open, registered
}
