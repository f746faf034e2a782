package import Diagnostics

/// A field of work that groups objectives (`tipo: area`).
package struct Area: Sendable {
  package let id: Sourced<String>
  package let number: Sourced<String>
  package let title: Sourced<String>
  package var summary: Sourced<String>?
  /// The number that the name of its folder begins with.
  package var numberInName: Int?
  /// A mission of the municipal budget (decree 118/2011, annex 14), two digits.
  package var mission: Sourced<String>?

  package init(id: Sourced<String>, number: Sourced<String>, title: Sourced<String>) {
    (self.id, self.number, self.title) = (id, number, title)
  }
}

/// What the municipality promised (`tipo: obiettivo`), with the achievements that answer it.
package struct Objective: Sendable {
  /// The objective of an earlier edition that this one continues.
  package struct Continuation: Sendable {
    /// The id or the year of the edition.
    package let edition: Sourced<String>
    package let id: Sourced<String>
    package init(edition: Sourced<String>, id: Sourced<String>) {
      (self.edition, self.id) = (edition, id)
    }
  }

  package var id: Sourced<String>
  /// What its folder alone would call it, where another of the edition would be called so too, and the
  /// folder above.
  package var shared: (name: String, above: String)?
  package let number: Sourced<String>
  package let title: Sourced<String>
  package let premise: Premise
  package let updatedOn: Sourced<CalendarDate>
  /// The id of the area in the folder above.
  package var area: String?
  package var expectedResult: Sourced<String>?
  package var beneficiaries: [Sourced<String>] = []
  package var owner: Sourced<String>?
  package var assessment: Sourced<Assessment>?
  package var rationale: EmbeddedText?
  package var indicators: [Sourced<String>] = []
  package var continues: Continuation?
  /// Whether it is at its end, so that no later edition needs to come back to it.
  package var isConcluded = false
  /// The number that the name of its folder begins with.
  package var numberInName: Int?
  package var achievements: [Achievement] = []

  package init(
    id: Sourced<String>, number: Sourced<String>, title: Sourced<String>, premise: Premise,
    updatedOn: Sourced<CalendarDate>
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.premise = premise
    self.updatedOn = updatedOn
  }
}

/// Why an objective was set: stored once, shown whole on the objective and folded on its
/// achievements.
package struct Premise: Sendable {
  package let text: EmbeddedText
  package init(_ text: EmbeddedText) { self.text = text }
}
