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

  package init(place: SourceRange, entity: Entity, baseURL: Sourced<String>) {
    (self.place, self.entity, self.baseURL) = (place, entity, baseURL)
  }
}
