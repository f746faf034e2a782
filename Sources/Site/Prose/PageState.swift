import Checks
import Diagnostics
import Hypertext
import Theme

/// What a page gathers while it is written.
struct PageState {
  /// A note at the foot of the page.
  struct Note {
    let number: Int
    let id: String
    let referenceID: String
    /// How often the text refers to it.
    var references = 0
    /// What it says, with the way back, until it is put at the end of the page.
    var text: HTML?
  }

  let context: SiteContext
  let index: EditionIndex?
  /// What the rules on texts know; nil outside an edition.
  let texts: TextContext?
  /// What stands before every id of the page: empty, but for a fragment that others take in.
  let idPrefix: String

  var ids: ElementIDs
  /// The level of the heading that the next text stands under.
  var headingLevel = 0
  var headingText = ""
  /// The headings of level 2, for the contents of the page.
  var contents: [(label: String, id: String)] = []
  var notes: [Note] = []
  /// Where the program's own notes stand among all, by their texts.
  var ownNotes: [String: Int] = [:]
  var tables = 0
  var pictures = 0
  var diagnostics: [Diagnostic] = []
  var usedFiles: Set<String> = []
  /// What the texts say, for the rules; nil for a fragment that is read with another page.
  private(set) var readings: [TextReading]?
  /// The terms of the glossary that the page uses, in the order of their first use.
  private(set) var terms: [String] = []
  private var knownTerms: Set<String> = []
  /// Whether the page says at its foot what they mean.
  var explainsTerms = false
  /// Links to a fragment of this page, settled when all its ids are known.
  var fragments: [(id: String, place: SourceRange)] = []

  init(_ context: SiteContext, _ index: EditionIndex?, idPrefix: String = "") {
    self.context = context
    self.index = index
    texts = index.flatMap(context.texts)
    self.idPrefix = idPrefix
    ids = ElementIDs(reserved: context.theme.ids)
  }

  /// Whether the rules look at the texts here.
  var isRead: Bool { readings != nil }

  mutating func startReading(with plain: [Sourced<String>] = []) {
    readings = plain.map { TextReading(plain: $0) }
  }

  mutating func read(_ texts: [TextReading]) { readings? += texts }

  /// Takes the next number for a note and returns its place among all.
  mutating func addNote() -> Int {
    let number = notes.count + 1
    notes.append(
      Note(
        number: number, id: "\(idPrefix)nota-\(number)",
        referenceID: "\(idPrefix)rif-nota-\(number)"))
    return number - 1
  }

  mutating func use(term: String) {
    if knownTerms.insert(term).inserted { terms.append(term) }
  }

  func uses(term: String) -> Bool { knownTerms.contains(term) }

  /// What the rules find in the texts, now that all are read.
  mutating func settleReadings() {
    guard let readings, let texts else { return }
    diagnostics += texts.check(PageReading(texts: readings))
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

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
