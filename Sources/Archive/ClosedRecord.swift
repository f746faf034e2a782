import Diagnostics
package import Files
import Glibc
package import Output
import SocialReport

/// What an edition was when it was closed, kept beside its texts in a folder that is read as no text.
///
///     content/2020/_chiusa/
///       pagine/…               the edition's files and the assets they load, with their manifest
///       testi.csv              the manifest of its texts
///       rettifiche.csv         the hashes of the corrections that its pages show
///       indirizzo.txt          the address of the site that its pages were made for
package struct ClosedRecord {
  static let folder = "_chiusa"
  static let pages = "pagine"
  private static let textsName = "testi.csv"
  private static let correctionsName = "rettifiche.csv"
  private static let baseURLName = "indirizzo.txt"
  private static let correctionsHeader = "sha256"

  let site: Manifest
  /// By paths relative to the edition's folder.
  let texts: Manifest
  /// The hashes of corrections that were published.
  let corrections: Set<String>
  let baseURL: String

  init(site: Manifest, texts: Manifest, corrections: Set<String>, baseURL: String) {
    (self.site, self.texts, self.corrections, self.baseURL) = (site, texts, corrections, baseURL)
  }

  /// Reads the one of an edition.
  ///
  /// - Parameters:
  ///   - content: the folder of all texts, out of which no link may lead.
  ///   - folder: the edition's, relative to it.
  /// - Throws: `FileError` where it is not whole.
  package init(in content: Enclosure, _ folder: String) throws(FileError) {
    let own = Path.join(folder, ClosedRecord.folder)
    let manifest = Path.join(ClosedRecord.pages, Manifest.name)
    let list = try content.file(Path.join(own, ClosedRecord.correctionsName))
    let lines = try list.bytes(atMost: ClosedRecord.mostBytes)
    let base = try content.file(Path.join(own, ClosedRecord.baseURLName))
      .bytes(atMost: ClosedRecord.mostBytes)
    let corrections: Set<String>
    do throws(Manifest.Flaw) {
      corrections = try ClosedRecord.corrections(in: lines)
    } catch { throw FileError(.read, list.path, error.cause) }
    self.init(
      site: try Manifest(reading: content.file(Path.join(own, manifest))),
      texts: try Manifest(reading: content.file(Path.join(own, ClosedRecord.textsName))),
      corrections: corrections,
      baseURL: String(decoding: base.filter { $0 > 0x20 }, as: UTF8.self))
  }

  /// Every file of the folder but the lists of files has less.
  private static let mostBytes = 16 << 20

  /// The hashes of a list of corrections, however its lines end.
  ///
  /// - Throws: `Manifest.Flaw` with the first line that is none of such a list.
  package static func corrections(in bytes: [UInt8]) throws(Manifest.Flaw) -> Set<String> {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    guard lines[0].elementsEqual(correctionsHeader.utf8) else { throw .line(1) }
    var hashes: Set<String> = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard line.count == 64, line.allSatisfy(FileHash.isHexadecimal) else {
        throw .line(index + 1)
      }
      hashes.insert(String(decoding: line, as: UTF8.self))
    }
    return hashes
  }

  /// Writes the lists; the pages are beside them already.
  func write(to own: String) throws(FileError) {
    try FileSystem.write(
      site.bytes, to: Path.join(own, ClosedRecord.pages + "/" + Manifest.name))
    try FileSystem.write(texts.bytes, to: Path.join(own, ClosedRecord.textsName))
    try FileSystem.write(
      Array((baseURL + "\n").utf8), to: Path.join(own, ClosedRecord.baseURLName))
    let lines = [ClosedRecord.correctionsHeader] + corrections.sorted()
    try FileSystem.write(
      Array((lines.joined(separator: "\n") + "\n").utf8),
      to: Path.join(own, ClosedRecord.correctionsName))
  }

  /// The files of the folder that holds it.
  private static func paths(_ pages: [String]) -> [String] {
    pages.map { ClosedRecord.pages + "/" + $0 } + [
      textsName, correctionsName, baseURLName, ClosedRecord.pages + "/" + Manifest.name,
    ]
  }

  /// What of a folder for it is ours.
  func owned(_ folder: String) -> OwnedFolder {
    OwnedFolder(
      folder, ours: ClosedRecord.paths(site.entries.map(\.path)), list: ClosedRecord.textsName)
  }

  /// A folder that holds one, whole or not, and what of it is ours; nil where there is none.
  static func owned(_ folder: String) throws(FileError) -> OwnedFolder? {
    guard let status = try FileSystem.found(folder, followingLinks: false) else { return nil }
    guard status.kind == .folder else { throw FileError(.keep, folder, code: EEXIST) }
    let copies = Path.join(folder, pages)
    guard try FileSystem.found(copies, followingLinks: false)?.kind == .folder else {
      return OwnedFolder(folder, ours: paths([]), list: textsName)
    }
    if let list = try list(of: copies) {
      return OwnedFolder(folder, ours: paths(list.entries.map(\.path)), list: textsName)
    }
    // Without its list it is of no use to anybody.
    let all = try OwnedFolder(copies, ours: [], list: Manifest.name).foreign()
    return OwnedFolder(folder, ours: paths(all.map(\.path.text)), list: textsName)
  }

  /// Nil where there is none that can be made out.
  private static func list(of copies: String) throws(FileError) -> Manifest? {
    do throws(FileError) { return try Manifest.found(in: copies) } catch  where error.isBrokenList {
      return nil
    }
  }

  /// What distinguishes a correction from every other.
  static func hash(_ correction: Edition.Correction) -> String {
    let fields = [
      correction.date.value.iso8601, correction.page.value, correction.what.value,
      correction.before.value, correction.after.value, correction.why.value,
    ]
    return Manifest.digest(of: Array(fields.joined(separator: "\u{1F}").utf8))
  }
}
