package import Diagnostics
package import Files
package import Output

/// Why there is no print of a document.
package enum PrintError: ExplainedError, Sendable {
  /// The engine is not on this machine.
  case noEngine
  /// A program that the engine needs is missing.
  case missingProgram(String)
  /// Neither the theme nor the program has a file that says how they look.
  case noTemplate(String)
  /// A book could not be packed.
  case output(OutputError)
  /// More than the engine sets with the memory that a machine has.
  case tooLarge
  /// No font has these.
  case missingSigns(Set<Character>)
  /// The engine made none, in its own words.
  case refused(String)
  case noPart(Phrase)
  /// The file is there and is no print of ours.
  case foreign(String)
  case file(FileError)

  package var message: Phrase {
    switch self {
    case .noEngine:
      Phrase(
        it: "per fare il PDF serve typst \(PrintEngine.series), che qui non c'è",
        en: "to make the PDF typst \(PrintEngine.series) is needed, which is not here")
    case .missingProgram(let name):
      Phrase(it: "manca il programma `\(name)`", en: "the program `\(name)` is missing")
    case .noTemplate(let name):
      Phrase(
        it: "il tema non ha `print/\(name)`, che dice come viene il documento",
        en: "the theme has no `print/\(name)`, which says how the document looks")
    case .output(let error): error.message
    case .tooLarge:
      Phrase(
        it: "il documento ha oltre mille pagine, troppe per un solo PDF",
        en: "the document has over a thousand pages, too many for one PDF")
    case .missingSigns(let signs):
      Phrase(
        it: "nessun carattere tipografico ha questi segni: \(PrintError.list(signs))",
        en: "no font has these signs: \(PrintError.list(signs))")
    case .refused(let words):
      Phrase(
        it: "typst non ha fatto il PDF: \(PrintError.short(words))",
        en: "typst did not make the PDF: \(PrintError.short(words))")
    case .noPart(let phrase): phrase
    case .foreign(let path):
      Phrase(
        it: "il file `\(path)` c'è già e non l'ho fatto io",
        en: "the file `\(path)` is there and was not made by this program")
    case .file(let error): error.message
    }
  }

  package var help: Phrase? {
    switch self {
    case .noEngine:
      Phrase(
        it: "lo porta questo comando, una volta sola: `bilancio pdf --installa`",
        en: "this command brings it, once: `bilancio pdf --install`")
    case .missingProgram(let name):
      Phrase(it: "su Debian: `apt install \(name)`", en: "on Debian: `apt install \(name)`")
    case .noTemplate:
      Phrase(
        it: "copia la cartella `print` del tema `comune` nel tuo tema",
        en: "copy the folder `print` of the theme `comune` into your theme")
    case .tooLarge:
      Phrase(
        it: "fanne uno per obiettivo: `bilancio pdf --obiettivo ID`",
        en: "make one for each objective: `bilancio pdf --objective ID`")
    case .missingSigns:
      Phrase(
        it:
          "metti un carattere (`.ttf` o `.otf`) che li ha nella cartella `print/fonts` del tuo tema",
        en:
          "put a font (`.ttf` or `.otf`) that has them into the folder `print/fonts` of your theme")
    case .refused:
      Phrase(
        it: "senza PDF il sito si fa lo stesso: togli `pdf` da `sito.yml` finché non è risolto",
        en:
          "the site is made without the PDF: take `pdf` out of the site's file until this is solved"
      )
    case .noPart: nil
    case .output(let error): error.help
    case .foreign:
      Phrase(
        it: "dai un altro nome con `--uscita`, o sposta quel file",
        en: "give another name with `--output`, or move that file")
    case .file(let error): error.help
    }
  }

  private static func list(_ signs: Set<Character>) -> String {
    let sorted = signs.map { "\($0) \(MissingSigns.number(of: $0))" }.sorted()
    return sorted.prefix(8).joined(separator: ", ") + (sorted.count > 8 ? ", …" : "")
  }

  /// The beginning of what a tool says, on one line.
  private static func short(_ words: String) -> String {
    let lines = words.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    return lines.prefix(6).joined(separator: " ")
  }
}
