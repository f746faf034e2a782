package import Diagnostics

/// Where a fact comes from (`tipo: fonti`).
package struct InformationSource: Sendable {
  package struct ArchivedCopy: Sendable {
    package let file: Sourced<String>
    package let sha256: Sourced<String>?
    package init(file: Sourced<String>, sha256: Sourced<String>?) {
      (self.file, self.sha256) = (file, sha256)
    }
  }

  package let id: Sourced<String>
  package let title: Sourced<String>
  package let organisation: Sourced<String>
  package let kind: Sourced<SourceKind>
  package let quality: Sourced<SourceQuality>
  package var date: Sourced<CalendarDate>?
  package var url: Sourced<String>?
  package var retrievedOn: Sourced<CalendarDate>?
  package var archived: ArchivedCopy?

  /// Whether readers can get at it, there or in a copy.
  package var canBeOpened: Bool { url != nil || archived != nil }

  package init(
    id: Sourced<String>, title: Sourced<String>, organisation: Sourced<String>,
    kind: Sourced<SourceKind>, quality: Sourced<SourceQuality>
  ) {
    self.id = id
    self.title = title
    self.organisation = organisation
    self.kind = kind
    self.quality = quality
  }
}

/// A decision with a number and a date (`tipo: atti`).
package struct LegalAct: Sendable {
  package let id: Sourced<String>
  package let body: Sourced<ActBody>
  package let kind: Sourced<ActKind>
  /// Nil for acts without one, as agreements are.
  package let number: Sourced<String>?
  package let date: Sourced<CalendarDate>
  package let subject: Sourced<String>
  /// What a body or a kind that is none of the known is called.
  package var bodyName: Sourced<String>?
  package var kindName: Sourced<String>?
  /// The body whose powers a commissioner has.
  package var powers: Sourced<ActBody>?
  /// The id of the office that adopted it.
  package var office: Sourced<String>?
  /// The register that numbers it.
  package var register: Sourced<String>?
  package var effect: Sourced<ActEffect>?
  package var url: Sourced<String>?
  package var file: Sourced<String>?

  package init(
    id: Sourced<String>, body: Sourced<ActBody>, kind: Sourced<ActKind>, number: Sourced<String>?,
    date: Sourced<CalendarDate>, subject: Sourced<String>
  ) {
    self.id = id
    self.body = body
    self.kind = kind
    self.number = number
    self.date = date
    self.subject = subject
  }
}

extension LegalAct {
  /// What numbers of acts are told apart by; nil where nothing says which register an act is in.
  ///
  /// The acts of the Giunta, of the Consiglio and of the Sindaco are numbered in one register each;
  /// those of managers by each office, or in a general register.
  package var numbering: String? {
    let isByOffice = kind.value == .determination || body.value.isOneOfMany
    let scope =
      register.map { "register " + $0.value.lowercased() }
      ?? (isByOffice ? office.map { "office " + $0.value } : "")
    return scope.map { scope in
      let body = bodyName?.value.lowercased() ?? body.value.rawValue
      return
        "\(scope) \(body) \(kindName?.value.lowercased() ?? kind.value.rawValue) \(date.value.year)"
    }
  }
}

/// A word that readers may not know (`tipo: glossario`).
package struct GlossaryTerm: Sendable {
  package let id: Sourced<String>
  package let term: Sourced<String>
  package let definition: Sourced<String>
  package var acronym: Sourced<String>?
  package var link: Sourced<String>?

  package init(id: Sourced<String>, term: Sourced<String>, definition: Sourced<String>) {
    (self.id, self.term, self.definition) = (id, term, definition)
  }
}

/// A part of the municipality that answers for something (`tipo: uffici`).
package struct Office: Sendable {
  package let id: Sourced<String>
  package let name: Sourced<String>
  package var kind: OfficeKind?
  /// What a kind that is none of the known is called.
  package var kindName: Sourced<String>?
  package var parent: Sourced<String>?
  /// Who heads it, by role or by name.
  package var head: Sourced<String>?
  package var phones: [Sourced<String>] = []
  package var emails: [Sourced<String>] = []
  package var url: Sourced<String>?
  package var hours: Sourced<String>?

  package init(id: Sourced<String>, name: Sourced<String>) {
    (self.id, self.name) = (id, name)
  }
}

/// A plan that achievements carry out (`tipo: piani`).
package struct Plan: Sendable {
  package let id: Sourced<String>
  package let title: Sourced<String>
  package let issuer: Sourced<String>
  package let period: Sourced<Period>
  package var adoption: Sourced<String>?
  package var chapters: [Sourced<String>] = []

  package init(
    id: Sourced<String>, title: Sourced<String>, issuer: Sourced<String>, period: Sourced<Period>
  ) {
    (self.id, self.title, self.issuer, self.period) = (id, title, issuer, period)
  }
}

/// A narrative page beside the objectives (`tipo: contesto`).
package struct ContextPage: Sendable {
  /// What a reused text was taken from.
  package struct Origin: Sendable {
    package let work: Sourced<String>
    package var url: Sourced<String>?
    package var date: Sourced<CalendarDate>?
    package var licence: Sourced<String>?
    package init(work: Sourced<String>) { self.work = work }
  }

  package let id: Sourced<String>
  package let title: Sourced<String>
  package let text: EmbeddedText
  package let period: Sourced<Period>
  package let updatedOn: Sourced<CalendarDate>
  package var origin: Origin?

  package init(
    id: Sourced<String>, title: Sourced<String>, text: EmbeddedText, period: Sourced<Period>,
    updatedOn: Sourced<CalendarDate>
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.period = period
    self.updatedOn = updatedOn
  }
}
