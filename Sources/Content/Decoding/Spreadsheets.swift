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
  /// How often texts name a table beyond once for each file of that name, by the name without its folder.
  private let further: [String: Int]

  /// - Parameters:
  ///   - others: the paths of files that are no text.
  ///   - texts: those that may name tables.
  init(_ files: [String: File], others: Set<String>, namedIn texts: some Sequence<String>) {
    (self.files, self.others) = (files, others)
    let all = files.keys.sorted().map { Path.name(of: $0) }
    names = KnownNames(all)
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    var further = TableMentions(all, in: texts).counts
    for (name, count) in further { further[name] = max(0, count - counts[name, default: 1]) }
    self.further = further
  }

  /// The most values, and the most bytes, that are read of one table for all indicators together: a value
  /// takes some kilobytes of memory.
  static let (mostValues, mostBytes) = (200_000, 64 << 20)

  /// Whether so many indicators name a table that to read it for each would take more than there is.
  func isNamedTooOften(_ path: String, _ file: File) -> Bool {
    guard let further = further[Path.name(of: path)], further > 1 else { return false }
    let times = further + 1
    guard times * file.text.utf8.count <= Spreadsheets.mostBytes else { return true }
    // Periods stand below one another or side by side.
    var (rows, cells, widest) = (1, 1, 1)
    for byte in file.text.utf8 {
      switch byte {
      case 0x0A, 0x0D: (rows, cells) = (rows + 1, 1)
      case 0x09, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"):
        cells += 1
        widest = max(widest, cells)
      default: break
      }
    }
    return times * max(rows, widest) > Spreadsheets.mostValues
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
