import Diagnostics
import Files

/// The CSV files of the content by path, as places for observations.
struct Spreadsheets: Sendable {
  struct File: Sendable {
    let id: SourceFile.ID
    let text: String
    /// False where the file is in no encoding that can be read.
    let isReadable: Bool
    /// Whether the file was not read, because no table of figures is so long; as a file to download it is
    /// as good as any.
    var isTooLong = false
  }

  private let files: [String: File]
  /// Files that are no text, such as workbooks.
  private let others: Set<String>

  /// - Parameter others: the paths of files that are no text.
  init(_ files: [String: File], others: Set<String>) {
    (self.files, self.others) = (files, others)
  }

  func find(_ path: String) -> File? { files[path] }

  /// The path of a file that is there and is no table of text.
  func findOther(_ path: String) -> String? { others.contains(path) ? path : nil }

  var paths: [String] { files.keys.sorted() }

  /// How a file becomes a table that can be read.
  static func help(toSave path: String) -> Phrase {
    let name = Path.withoutEnding(Path.name(of: path)) + ".csv"
    switch Path.ending(of: path) {
    case "xlsx", "xls", "xlsm", "xlsb", "ods", "numbers", "fods":
      return Phrase(
        it: "apri il foglio e scegli File, Salva con nome, «CSV UTF-8 (delimitato dal separatore "
          + "di elenco)»; poi scrivi `osservazioni: \(name)`",
        en: "open the sheet and choose File, Save as, “CSV UTF-8”; then write "
          + "`observations: \(name)`")
    case "txt", "tsv", "tab":
      return Phrase(
        it: "dagli il nome `\(name)` e scrivi `osservazioni: \(name)`",
        en: "give it the name `\(name)` and write `observations: \(name)`")
    default:
      return Phrase(
        it: "copia la tabella in un foglio di calcolo e salvala come `\(name)`",
        en: "copy the table into a spreadsheet and save it as `\(name)`")
    }
  }
}
