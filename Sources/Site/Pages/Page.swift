import Checks
import Diagnostics
import Facts
import Hypertext
import OpenData
import SocialReport
import Theme

/// A file to take away, as its page offers it.
struct Download {
  let label: String
  /// Relative to the site's root.
  let address: String
  let format: DataFormat
  /// Nil where the file is made elsewhere, and its size not known here.
  var byteCount: Int?
}

/// Figures that belong together, as search engines know them.
enum Dataset {
  case indicator(Indicator)
  /// All of the edition.
  case edition
}

/// One page before it is rendered: its template and view, and what its layout says around it.
struct Page {
  let kind: PageKind
  let view: View
  let title: String
  /// Relative to the site's root.
  let address: String
  let description: String
  /// The pages above, from the top, without this one.
  var trail: [PageLink] = []
  var updated: CalendarDate?
  var office: String?
  var navigation = HTML()
  /// Sections that a component makes and the page's contents lead to, before those of the template.
  var entries: [(label: String, id: String)] = []
  /// The figures that the page documents or leads to.
  var dataset: Dataset?
  /// Files with the page's facts for other programs.
  var downloads: [Download] = []
  /// Texts that are no Markdown and that the rules look at with the others, such as a summary.
  var plainTexts: [Sourced<String>] = []
  /// What texts of the page say that were rendered before it.
  var readings: [TextReading] = []
  /// What components show of the page's facts, for the search: each below the heading with these words, or at
  /// the page's beginning.
  var words: [(heading: String, text: String)] = []
  /// Words that the page is looked for by besides, which results do not show.
  var otherWords = ""
  /// Where the page that was here is now, relative to the site's root.
  var movedTo: String?
  var isIndexed = true
}
