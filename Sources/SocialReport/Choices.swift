package import Diagnostics

/// A closed list of words that a field allows; the raw value is the English word.
package protocol Choice: RawRepresentable<String>, CaseIterable, Hashable, StatedValue {}

/// A list that is open: any other text stands for itself.
package protocol OpenChoice: Choice {
  static var other: Self { get }
}

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

/// The accounts that an amount is of (decree 118/2011): of the year, of years before, of both as cash.
package enum AmountBasis: String, Choice {
  case competence, residuals, cash
}

/// The stages of public spending in Italian municipal accounting (decree 267/2000, part II).
package enum SpendingStage: String, Choice {
  case appropriated, committed, verified, paid
}

package enum Funding: String, OpenChoice {
  case budget
  case pnrr = "PNRR"
  case pon = "PON"
  case fesr = "FESR"
  case region, state, `private`
  /// Another, which is printed as it is written.
  case other
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
  case act, system, register, statistics, survey, report, accounts, document, website, press
  case elaboration
}

package enum SourceQuality: String, Choice {
  case official, provisional, unverified
}

/// Who adopts acts.
package enum ActBody: String, OpenChoice {
  case executive, council, mayor, manager, state, region, eu
  case commissioner
  case prefectoralCommissioner = "prefectoral_commissioner"
  case adActaCommissioner = "ad_acta_commissioner"
  case extraordinaryCommission = "extraordinary_commission"
  case secretary
  case generalSecretary = "general_secretary"
  case municipalSecretary = "municipal_secretary"
  case director
  case generalDirector = "general_director"
  case officer
  case sectorOfficer = "sector_officer"
  case serviceOfficer = "service_officer"
  case areaOfficer = "area_officer"
  case qualifiedOfficer = "qualified_officer"
  case positionHolder = "position_holder"
  case prefect, president, assembly, board, district, province
  case metropolitanCity = "metropolitan_city"
  case union, ministry, minister, anac
  case courtOfAuditors = "court_of_auditors"
  /// Another, which is printed as it is written.
  case other
}

extension ActBody {
  /// Whether it stands for the political bodies of a municipality that has none for the time being.
  package var isCommissioner: Bool {
    switch self {
    case .commissioner, .prefectoralCommissioner, .adActaCommissioner, .extraordinaryCommission:
      true
    default: false
    }
  }

  /// Whether there are many of them in a municipality, each of whom may have a register.
  package var isOneOfMany: Bool {
    switch self {
    case .manager, .secretary, .generalSecretary, .municipalSecretary, .director,
      .generalDirector, .officer, .sectorOfficer, .serviceOfficer, .areaOfficer,
      .qualifiedOfficer, .positionHolder:
      true
    default: false
    }
  }
}

package enum ActKind: String, OpenChoice {
  case resolution, determination, ordinance, decree, law
  case legislativeDecree = "legislative_decree"
  case presidentialDecree = "presidential_decree"
  case regulation, directive
  case decreeLaw = "decree_law"
  case primeMinistersDecree = "prime_ministers_decree"
  case ministerialDecree = "ministerial_decree"
  case convention, memorandum, agreement
  case programmeAgreement = "programme_agreement"
  case contract, call, notice, circular, minutes, opinion, judgment, statute
  /// Another, which is printed as it is written.
  case other
}

extension ActKind {
  /// Whether every act of the kind has a number.
  package var isNumbered: Bool {
    switch self {
    case .resolution, .determination, .ordinance, .decree, .law, .legislativeDecree,
      .presidentialDecree, .regulation, .directive, .decreeLaw:
      true
    default: false
    }
  }
}

package enum ActEffect: String, Choice {
  case approves, adopts, joins, directs, awards, amends
}

package enum OfficeKind: String, OpenChoice {
  case area, sector, service, company
  /// Another, which is printed as it is written.
  case other
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
