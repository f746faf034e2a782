package import Diagnostics

/// Who reports, and the site that carries the report (`tipo: sito`).
package struct SiteInfo: Sendable {
  package struct Region: Sendable {
    package let name: Sourced<String>
    package let url: Sourced<String>?
    package init(name: Sourced<String>, url: Sourced<String>?) {
      (self.name, self.url) = (name, url)
    }
  }

  /// The municipality.
  package struct Entity: Sendable {
    package var name: Sourced<String>
    package var ipaCode: Sourced<String>?
    package var istatCode: Sourced<String>?
    package var address: Sourced<String>?
    package var telephone: Sourced<String>?
    package var email: Sourced<String>?
    package var certifiedEmail: Sourced<String>?
    package var vat: Sourced<String>?
    package var region: Region?
    package var logo: Sourced<String>?
    package init(name: Sourced<String>) { self.name = name }
  }

  package struct Feedback: Sendable {
    /// Where the mode is written.
    package let place: SourceRange
    package var mode: FeedbackMode
    package var action: Sourced<String>?
    package var access: FeedbackAccess
    /// Where the access is written, if it is.
    package var accessPlace: SourceRange?
    package var login: Sourced<String>?
    package var retentionMonths: Sourced<Int>?
    package var maximumCharacters: Int
    package init(
      place: SourceRange, mode: FeedbackMode, access: FeedbackAccess = .open,
      maximumCharacters: Int = 200
    ) {
      self.place = place
      (self.mode, self.access, self.maximumCharacters) = (mode, access, maximumCharacters)
    }
  }

  /// How grave it is what a rule finds, as the site wants it (`controlli:`).
  package struct RuleSetting: Sendable {
    package let rule: Sourced<String>
    package let severity: Sourced<RuleSeverity>
    package init(rule: Sourced<String>, severity: Sourced<RuleSeverity>) {
      (self.rule, self.severity) = (rule, severity)
    }
  }

  /// From where on rules on texts find something (`soglie:`).
  package struct Thresholds: Sendable {
    /// The least Gulpease index of a section, 0 to 100.
    package var readability = 40
    package var wordsPerSentence = 40
    package init() {}
  }

  /// Where the site is published (`pubblicazione:`).
  package struct PublishingTarget: Sendable {
    package let name: Sourced<String>
    package let method: Sourced<PublishingMethod>
    /// A folder of this machine, or a place as the tool names it.
    package let location: Sourced<String>
    /// Where readers find it, absolute, and ending in `/`; nil where that is the site's own address and
    /// nothing is fetched back.
    package var address: Sourced<String>?
    /// How many releases are kept, the live one among them.
    package var kept = 5
    package init(
      name: Sourced<String>, method: Sourced<PublishingMethod>, location: Sourced<String>
    ) {
      (self.name, self.method, self.location) = (name, method, location)
    }
  }

  package let place: SourceRange
  package var entity: Entity
  /// Absolute, and ending in `/`.
  package var baseURL: Sourced<String>
  package var theme: Sourced<String>?
  /// BCP 47, two letters.
  package var language: String = "it"
  /// The addresses of the municipal site by the English name of their key.
  package var menu: [String: Sourced<String>] = [:]
  package var footer: [String: Sourced<String>] = [:]
  package var feedback: Feedback?
  package var licence: String = "CC-BY-4.0"
  package var rules: [RuleSetting] = []
  package var thresholds = Thresholds()
  package var targets: [PublishingTarget] = []
  /// All that is printed of its file without being Markdown.
  package var plainTexts: [Sourced<String>] = []

  package init(place: SourceRange, entity: Entity, baseURL: Sourced<String>) {
    (self.place, self.entity, self.baseURL) = (place, entity, baseURL)
  }
}
