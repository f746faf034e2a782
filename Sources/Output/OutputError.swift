package import Diagnostics
package import Files
import Glibc

/// Why a site could not be written; the site that was there is untouched.
package enum OutputError: ExplainedError, Sendable {
  /// The target is a folder that must not be replaced.
  case dangerous(String, Phrase)
  /// The target has files and no manifest of ours.
  case foreign(String)
  /// A file that we did not write stands where one of ours goes.
  case inTheWay(String)
  case busy(String)
  /// The file is there and is no package of ours.
  case foreignPackage(String)
  /// A program that is needed is not installed; Debian has it in a package of its name.
  case missingTool(String)
  /// A program that was called failed, in its own words.
  case tool(String, String)
  /// A program that we called reported success, but left something out.
  case leftOut(String, FileError)
  case file(FileError)

  package init(_ error: FileError) {
    let isInTheWay = error.operation == .keep && error.code == EEXIST
    self = isInTheWay ? .inTheWay(error.path) : .file(error)
  }

  /// Runs a step on files.
  package static func wrapping<Value>(
    _ body: () throws(FileError) -> Value
  ) throws(OutputError) -> Value {
    do { return try body() } catch { throw OutputError(error) }
  }

  package var message: Phrase {
    switch self {
    case .dangerous(let path, let why):
      Phrase(
        it: "non scrivo il sito in `\(path)`: \(why.italian)",
        en: "the site is not written to `\(path)`: \(why.english)")
    case .foreign(let path):
      Phrase(
        it: "la cartella `\(path)` contiene file che non ho scritto io",
        en: "the folder `\(path)` holds files that this program did not write")
    case .inTheWay(let path):
      Phrase(
        it: "il file `\(path)` non è mio e sta dove va una pagina del sito",
        en: "the file `\(path)` is not ours and stands where a page of the site goes")
    case .busy(let path):
      Phrase(
        it: "un'altra costruzione sta scrivendo `\(path)`",
        en: "another build is writing `\(path)`")
    case .foreignPackage(let path):
      Phrase(
        it: "il file `\(path)` c'è già e non è un pacchetto fatto da me",
        en: "the file `\(path)` is there and is no package made by this program")
    case .missingTool(let name):
      Phrase(it: "manca il programma `\(name)`", en: "the program `\(name)` is missing")
    case .tool(let name, let words):
      Phrase(it: "`\(name)` non è riuscito: \(words)", en: "`\(name)` failed: \(words)")
    case .leftOut(let name, let error):
      Phrase(
        it: "`\(name)` non ha scritto tutto: \(error.message.italian)",
        en: "`\(name)` did not write all: \(error.message.english)")
    case .file(let error): error.message
    }
  }

  package var help: Phrase? {
    switch self {
    case .dangerous, .foreign:
      Phrase(
        it: "scegli una cartella vuota o nuova con `--uscita`",
        en: "choose an empty or a new folder with `--output`")
    case .inTheWay:
      Phrase(it: "spostalo altrove", en: "move it elsewhere")
    case .busy:
      Phrase(it: "aspetta che finisca", en: "wait for it to end")
    case .foreignPackage:
      Phrase(it: "scegli un altro nome con `--uscita`", en: "choose another name with `--output`")
    case .missingTool(let name):
      Phrase(
        it: "si installa con `sudo apt-get install \(name)`",
        en: "install it with `sudo apt-get install \(name)`")
    case .leftOut:
      Phrase(
        it: "forse manca spazio sul disco: liberane, poi ripeti",
        en: "there may be no room on the disk: make some, then repeat")
    case .file(let error): error.help
    case .tool: nil
    }
  }
}
