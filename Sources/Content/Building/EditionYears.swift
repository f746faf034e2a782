import Diagnostics
import Files
import SocialReport

/// The years of the editions, and those of the folders that they stand in.
struct EditionYears {
  private(set) var diagnostics: [Diagnostic] = []
  /// The paths of editions that only seem to be of a year that another is of.
  private var taken: Set<String> = []

  init(_ homes: [DecodedFile]) {
    let stated = homes.compactMap { home -> (home: DecodedFile, year: Sourced<Int>)? in
      (home.records.first?["year"]).flatMap { Sourced<Int>(fieldValue: $0) }.map { (home, $0) }
    }
    let counts = Dictionary(grouping: stated) { $0.year.value }.mapValues(\.count)
    for (home, year) in stated {
      let folder = Path.name(of: Path.folder(of: home.path))
      guard folder.utf8.count == 4, let named = Int(folder), named != year.value else { continue }
      diagnostics.append(EditionYears.different(named, year))
      // The folder was made from last year's, and its `anno` was forgotten.
      if counts[year.value, default: 0] > 1 { taken.insert(home.path) }
    }
  }

  /// Whether an edition is left out, since all its pages would be those of another.
  func isTaken(_ home: DecodedFile) -> Bool { taken.contains(home.path) }

  private static func different(_ named: Int, _ year: Sourced<Int>) -> Diagnostic {
    Diagnostic(
      .differentYear,
      Phrase(
        it: "la cartella è \(named), ma `anno` è \(year.value)",
        en: "the folder is \(named), but `year` is \(year.value)"),
      help: Phrase(
        it: "scrivi `anno: \(named)`, e guarda anche `titolo` e `periodo`; oppure rinomina la "
          + "cartella",
        en: "write `year: \(named)`, and look at `title` and `period` too; or rename the folder"),
      at: year.place)
  }
}
