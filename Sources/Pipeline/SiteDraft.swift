package import Checks
package import Content
package import Diagnostics
package import Site
package import SocialReport

/// What the folders of a report came to: a site that is ready to be rendered, or why there is none.
package struct SiteDraft: Sendable {
  /// Texts of content and theme, for the places of diagnostics.
  package let sources: [SourceFile]
  /// What was found before rendering.
  package let diagnostics: [Diagnostic]
  /// What the site wants of the rules.
  package let ruling: RuleConfiguration
  /// The language of messages to those who write the report.
  package let language: Language
  /// Nil where the content has no report in it.
  package var report: Report?
  /// Nil where the content or the theme is not enough to render anything.
  package var site: Site?
  /// The folders that were read, as the user knows them; the theme's is missing where none was found.
  package let contentRoot: String
  package var themeRoot: String?
  /// Nil for a design system that stands in the theme's own folder.
  package var libraryRoot: String?

  /// What is still to be written or confirmed.
  package var pending: [PendingField] = []

  /// The paths of the files in which it is.
  package var pendingPaths: Set<String> {
    Set(pending.compactMap { sources[$0.place.file]?.path })
  }

  package init(
    sources: [SourceFile], diagnostics: [Diagnostic], ruling: RuleConfiguration, language: Language,
    contentRoot: String
  ) {
    self.sources = sources
    self.diagnostics = diagnostics
    self.ruling = ruling
    self.language = language
    self.contentRoot = contentRoot
  }
}
