package import Diagnostics

/// What was done about an objective (`tipo: realizzazione`).
package struct Achievement: Sendable {
  package let id: Sourced<String>
  package let number: Sourced<String>
  package let title: Sourced<String>
  package let summary: Sourced<String>
  package let office: Sourced<String>
  package let status: Sourced<AchievementStatus>
  package let statusOn: Sourced<CalendarDate>
  package let whatWeDid: EmbeddedText
  package let updatedOn: Sourced<CalendarDate>
  package var why: EmbeddedText?
  package var outcome: EmbeddedText?
  package var whatDidNotWork: EmbeddedText?
  package var nextSteps: EmbeddedText?
  package var actions: [Action] = []
  package var milestones: [Milestone] = []
  package var resources: [Resource] = []
  package var indicators: [Sourced<String>] = []
  package var acts: [Sourced<String>] = []
  package var attachments: [Attachment] = []
  package var beneficiaries: [Sourced<String>] = []
  package var isDraft = false
  /// The number that the name of its file begins with.
  package var numberInName: Int?

  package init(
    id: Sourced<String>, number: Sourced<String>, title: Sourced<String>,
    summary: Sourced<String>, office: Sourced<String>, status: Sourced<AchievementStatus>,
    statusOn: Sourced<CalendarDate>, whatWeDid: EmbeddedText, updatedOn: Sourced<CalendarDate>
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.summary = summary
    self.office = office
    self.status = status
    self.statusOn = statusOn
    self.whatWeDid = whatWeDid
    self.updatedOn = updatedOn
  }
}

extension Achievement {
  /// All that it tells in Markdown.
  package var texts: [EmbeddedText] {
    [whatWeDid] + [why, outcome, whatDidNotWork, nextSteps].compactMap(\.self)
      + actions.compactMap(\.issue)
  }
}

extension Achievement {
  /// The ids in its fields that may be acts; some of them are sources.
  package var namedActs: [Sourced<String>] {
    acts + milestones.compactMap(\.act) + actions.compactMap(\.evidence)
      + resources.flatMap { [$0.source] + [$0.act].compactMap(\.self) }
  }
}

/// One step of the work of an achievement.
package struct Action: Sendable {
  package let title: Sourced<String>
  package let status: Sourced<AchievementStatus>
  package var number: Sourced<String>?
  package var owner: Sourced<String>?
  package var due: Sourced<CalendarDate>?
  /// Percent, 0 to 100.
  package var progress: Sourced<Int>?
  package var issue: EmbeddedText?
  package var evidence: Sourced<String>?

  package init(title: Sourced<String>, status: Sourced<AchievementStatus>) {
    (self.title, self.status) = (title, status)
  }
}

/// Something that happened on a date.
package struct Milestone: Sendable {
  package let subject: Sourced<String>
  /// Nil where the date is stated to be unknown (`sconosciuta`).
  package let period: Period?
  package var kind: MilestoneKind?
  package var act: Sourced<String>?
  package var source: Sourced<String>?

  package init(subject: Sourced<String>, period: Period?) {
    (self.subject, self.period) = (subject, period)
  }
}

/// Money, at one stage of its spending.
package struct Resource: Sendable {
  package struct Share: Sendable {
    package let source: Sourced<String>
    package let amount: Sourced<DecimalNumber>
    package init(source: Sourced<String>, amount: Sourced<DecimalNumber>) {
      (self.source, self.amount) = (source, amount)
    }
  }

  package let place: SourceRange
  /// What links name it by; it is unique in its achievement.
  package var id: Sourced<String>?
  package let description: Sourced<String>
  package let stage: Sourced<SpendingStage>
  /// Euro, exact to the cent.
  package let amount: Sourced<DecimalNumber>
  /// The id of the source or of the act that it is written in.
  package let source: Sourced<String>
  /// The id of an act beside it.
  package var act: Sourced<String>?
  package var year: Sourced<Int>?
  package var basis: Sourced<AmountBasis>?
  package var funding: Sourced<Funding>?
  /// What a funding that is none of the known is called.
  package var fundingName: Sourced<String>?
  /// Measures of the PNRR as they are written (`PNRRMeasure` reads them).
  package var measures: [Sourced<String>] = []
  package var shares: [Share] = []
  package var cups: [Sourced<String>] = []
  package var cigs: [Sourced<String>] = []

  package init(
    place: SourceRange, description: Sourced<String>, stage: Sourced<SpendingStage>,
    amount: Sourced<DecimalNumber>, source: Sourced<String>
  ) {
    self.place = place
    self.description = description
    self.stage = stage
    self.amount = amount
    self.source = source
  }
}

/// A document that goes with an achievement.
package struct Attachment: Sendable {
  package let place: SourceRange
  package let title: Sourced<String>
  package let isAccessible: Bool
  package var file: Sourced<String>?
  package var url: Sourced<String>?
  package var language: Sourced<String>?
  package var date: Sourced<CalendarDate>?
  package var note: Sourced<String>?
  package var archived: Sourced<String>?

  package init(place: SourceRange, title: Sourced<String>, isAccessible: Bool) {
    (self.place, self.title, self.isAccessible) = (place, title, isAccessible)
  }
}
