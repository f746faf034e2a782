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
  /// The names of the files without their folders.
  let names: KnownNames
  /// How often texts name a table, by its name without its folder.
  private let mentions: [String: Int]

  /// - Parameters:
  ///   - others: the paths of files that are no text.
  ///   - texts: those that may name tables.
  init(_ files: [String: File], others: Set<String>, namedIn texts: some Sequence<String>) {
    (self.files, self.others) = (files, others)
    names = KnownNames(files.keys.sorted().map { Path.name(of: $0) })
    mentions = TableMentions(files.keys.map { Path.name(of: $0) }, in: texts).counts
  }

  /// The most bytes that are read of one table, however many indicators are in it.
  private static let most = 16 << 20

  /// Whether so many indicators name a table that to read it for each would take more than there is.
  func isNamedTooOften(_ path: String, _ file: File) -> Bool {
    mentions[Path.name(of: path), default: 0] * file.text.utf8.count > Spreadsheets.most
  }

  func find(_ path: String) -> File? { files[path] }

  /// The path of a file that is there and is no table of text.
  func findOther(_ path: String) -> String? { others.contains(path) ? path : nil }

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
