package import Checks
package import Diagnostics

/// What an editor wants to know of a page: what it is written in, the facts it states and on what
/// they rest, and how hard it is to read.
package struct Inspection: Sendable {
  /// A number that the page states or shows.
  package struct Figure: Sendable {
    package let name: String
    /// In words; empty for an amount without a year.
    package let period: String
    package let value: String
    /// The page that documents it, relative to the site's root; nil for an amount of money.
    package let address: String?
    package let source: Source?
    package let place: SourceRange
  }

  package struct Source: Sendable {
    package let title: String
    /// Its entry, relative to the site's root.
    package let address: String
    /// Whether readers can get at it.
    package let canBeOpened: Bool
  }

  package struct Act: Sendable {
    package let name: String
    package let subject: String
    /// Its entry, relative to the site's root.
    package let address: String
    package let place: SourceRange
  }

  /// A text of the page by its heading, in sections.
  package struct Text: Sendable {
    package let heading: String
    package let sections: [Readability.Section]
  }

  package let figures: [Figure]
  package let acts: [Act]
  package let texts: [Text]

  /// The words of its texts.
  package var words: Int {
    texts.reduce(0) { $0 + $1.sections.reduce(0) { $0 + $1.words } }
  }

  /// The index of the section that is hardest to read; nil where all are too short to tell.
  package var leastGulpease: Int? {
    texts.flatMap(\.sections).compactMap(\.gulpease).min()
  }
}

/// A page of a site with the files it is written in.
package struct InspectedPage: Sendable {
  /// Relative to the site's root.
  package let address: String
  package let title: String
  package let isDraft: Bool
  /// The files it is written in, the first the one an author would open.
  package let files: [SourceFile.ID]
  /// Files whose texts it shows beside its own.
  package let others: [SourceFile.ID]
}
