import Diagnostics
import Markdown

/// What a page gathers while its tree is built.
struct PageState {
  /// A note at the foot of the page.
  struct Note {
    let number: Int
    let id: String
    let referenceID: String
    /// How often the text refers to it.
    var references = 0
  }

  let context: SiteContext
  let index: EditionIndex?
  /// What stands before every id of the page: empty, but for a fragment that others take in.
  let idPrefix: String

  var ids = Identifiers()
  /// The level of the heading that the next text stands under.
  var headingLevel = 0
  var headingText = ""
  /// The headings of level 2, for the contents of the page.
  var contents: [(label: String, id: String)] = []
  /// Whether headings of level 2 become sections of the page, which fragments have none of.
  var makesSections = false
  var sections: [(heading: Node, id: String)] = []
  var notes: [Note] = []
  /// Where the notes' texts are put; it goes to the end of the page.
  var noteList: Node?
  var tables = 0
  var pictures = 0
  var diagnostics: [Diagnostic] = []
  var usedFiles: Set<String> = []
  /// Links to a fragment of this page, settled when all its ids are known.
  var fragments: [(id: String, place: SourceRange)] = []

  init(_ context: SiteContext, _ index: EditionIndex?, idPrefix: String = "") {
    self.context = context
    self.index = index
    self.idPrefix = idPrefix
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports fragments that nothing on the page has.
  mutating func settleFragments() {
    for (id, place) in fragments where !ids.contains(id) {
      report(
        Diagnostic(
          .brokenLink,
          Phrase(it: "in questa pagina non c'è `#\(id)`", en: "this page has no `#\(id)`"),
          help: NearMiss.help(for: id, among: contents.map(\.id)), at: place))
    }
    fragments = []
  }
}
