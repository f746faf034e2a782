import Diagnostics
package import SocialReport

/// The whole document of an edition as a file to print, read elsewhere or edit, or a part of it.
package struct PrintedFile: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case pdf, epub, docx
  }

  /// A part of a document that is too long for one file.
  package enum Part: Sendable {
    /// An objective with its achievements.
    case objective(Objective)
    /// All that stands in no objective.
    case rest
  }

  package let kind: Kind
  package let bytes: [UInt8]
  /// How many pages it has; nil for a file that has none.
  package let pages: Int?
  /// Nil for the whole document.
  package var part: Part?

  package init(_ kind: Kind, bytes: [UInt8], pages: Int? = nil) {
    (self.kind, self.bytes, self.pages) = (kind, bytes, pages)
  }

  /// Whether it is the part with an objective.
  package func isOf(_ objective: Objective) -> Bool {
    guard case .objective(let own)? = part else { return false }
    return own.id.value == objective.id.value
  }
}

/// What is made of an edition beside its pages.
package struct EditionPrints: Sendable {
  package var files: [PrintedFile] = []
  /// A PNG of 1,200 by 630 points, which others show where they lead to a page of the edition; nil where there is none.
  package var picture: [UInt8]?

  package static let pictureSize = (width: 1200, height: 630)

  package init() {}
}
