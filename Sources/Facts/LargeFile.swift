package import Diagnostics
import SocialReport

/// A document that is too large to be had on a telephone.
package enum LargeFile {
  /// A minute on a slow mobile line.
  package static let bytes = 20_000_000

  package static func diagnostics(
    _ name: String, _ path: String, at place: @autoclosure () -> SourceRange,
    _ context: SiteContext
  ) -> [Diagnostic] {
    let count = context.files.byteCount(of: path)
    guard count > bytes else { return [] }
    let size = (count + 500_000) / 1_000_000
    return [
      Diagnostic(
        .largeFile,
        Phrase(
          it: "il file `\(name)` pesa \(size) MB: su un telefono non si scarica",
          en: "the file `\(name)` has \(size) MB: on a telephone it cannot be had"),
        help: Phrase(
          it:
            "riducilo a meno di \(bytes / 1_000_000) MB: salva il PDF dal programma che l'ha scritto, "
            + "senza scansioni, o dividilo",
          en:
            "reduce it to less than \(bytes / 1_000_000) MB: save the PDF from the program that wrote "
            + "it, without scans, or split it"), at: place(), severity: .warning)
    ]
  }
}
