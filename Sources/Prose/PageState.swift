package import Checks
package import Diagnostics
package import Facts
package import Hypertext
import Theme

/// What a page gathers while it is written.
package struct PageState {
  /// A note at the foot of the page.
  package struct Note {
    package let number: Int
    package let id: String
    let referenceID: String
    /// How often the text refers to it.
    package var references = 0
    /// What it says, with the way back, until it is put at the end of the page.
    package var text: HTML?
  }

  package let context: SiteContext
  package let index: EditionIndex?
  /// What the rules on texts know; nil outside an edition.
  package let texts: TextContext?
  /// What stands before every id of the page: empty, but for a fragment that others take in.
  package let idPrefix: String
  /// What the fragment is called among others of its page.
  let part: String?

  package var ids: ElementIDs
  /// The level of the heading that the next text stands under.
  var headingLevel = 0
  var headingText = ""
  /// The headings of level 2, for the contents of the page.
  package var contents: [(label: String, id: String)] = []
  package var notes: [Note] = []
  /// Where the program's own notes stand among all, by their texts.
  var ownNotes: [String: Int] = [:]
  /// Where the words of links to facts lead that stand on the page already.
  var linkTargets: [String: String] = [:]
  package var tables = 0
  package var pictures = 0
  package var diagnostics: [Diagnostic] = []
  package var usedFiles: Set<String> = []
  /// What the texts say, for the rules; nil for a fragment that is read with another page.
  package private(set) var readings: [TextReading]?
  /// The terms of the glossary that the page uses, in the order of their first use.
  private(set) var terms: [String] = []
  private var knownTerms: Set<String> = []
  /// Whether the page says at its foot what they mean.
  package var explainsTerms = false
  /// What the texts say below each heading, for the search; gathered only where somebody wants it.
  package internal(set) var passages: [Passage] = []
  package var gathersPassages = false
  /// Links to a fragment of this page, settled when all its ids are known.
  package var fragments: [(id: String, place: SourceRange)] = []

  package init(
    _ context: SiteContext, _ index: EditionIndex?, idPrefix: String = "", part: String? = nil
  ) {
    self.context = context
    self.index = index
    texts = index.flatMap(context.texts)
    self.idPrefix = idPrefix
    self.part = part
    ids = ElementIDs(reserved: context.theme.ids)
  }

  /// Whether the rules look at the texts here.
  var isRead: Bool { readings != nil }

  package mutating func startReading(with plain: [Sourced<String>] = []) {
    readings = plain.map { TextReading(plain: $0) }
  }

  package mutating func read(_ texts: [TextReading]) { readings? += texts }

  /// Takes the next number for a note and returns its place among all.
  mutating func addNote() -> Int {
    let number = notes.count + 1
    notes.append(
      Note(
        number: number, id: "\(idPrefix)nota-\(number)",
        referenceID: "\(idPrefix)rif-nota-\(number)"))
    return number - 1
  }

  package mutating func use(term: String) {
    if knownTerms.insert(term).inserted { terms.append(term) }
  }

  package func uses(term: String) -> Bool { knownTerms.contains(term) }

  /// What the rules find in the texts, now that all are read.
  package mutating func settleReadings() {
    guard let readings, let texts else { return }
    diagnostics += texts.check(PageReading(texts: readings))
  }

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports fragments that nothing on the page has.
  mutating func settleFragments() {
    let unknown = fragments.filter { !ids.contains($0.id) }
    fragments = []
    guard !unknown.isEmpty else { return }
    let known = KnownNames(contents.map(\.id))
    for (id, place) in unknown {
      report(
        Diagnostic(
          .brokenLink,
          Phrase(it: "in questa pagina non c'è `#\(id)`", en: "this page has no `#\(id)`"),
          help: NearMiss.help(for: id, among: known), at: place))
    }
  }
}
