import Diagnostics
import Files
import Glibc
import SocialReport

/// What an edition was when it was closed, kept beside its texts in a folder that is read as no text.
///
///     content/2020/_chiusa/
///       pagine/…               the edition's files and the assets they load, with their manifest
///       testi.csv              the manifest of its texts
///       rettifiche.csv         the hashes of the corrections that its pages show
///       indirizzo.txt          the address of the site that its pages were made for
struct ClosedRecord {
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

  /// Nil where there is none, or none that is whole.
  ///
  /// - Parameter folder: the edition's.
  init?(in folder: String) {
    let own = Path.join(folder, ClosedRecord.folder)
    guard let site = Manifest(of: Path.join(own, ClosedRecord.pages)),
      let texts = (try? FileSystem.read(Path.join(own, ClosedRecord.textsName)))
        .flatMap({ Manifest(bytes: $0) }),
      let lines = try? FileSystem.read(Path.join(own, ClosedRecord.correctionsName)),
      let base = try? FileSystem.read(Path.join(own, ClosedRecord.baseURLName))
    else { return nil }
    let hashes = String(decoding: lines, as: UTF8.self).split(separator: "\n").dropFirst()
    self.init(
      site: site, texts: texts, corrections: Set(hashes.map(String.init)),
      baseURL: String(decoding: base.filter { $0 > 0x20 }, as: UTF8.self))
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
    guard let status = FileSystem.status(folder, followingLinks: false) else { return nil }
    guard status.kind == .folder else { throw FileError(.keep, folder, code: EEXIST) }
    let copies = Path.join(folder, pages)
    var files: [String] = []
    if let manifest = try Manifest.found(in: copies) {
      files = manifest.entries.map(\.path)
    } else if FileSystem.status(copies, followingLinks: false)?.kind == .folder {
      // Without its list it is of no use to anybody.
      files = try OwnedFolder(copies, ours: [], list: Manifest.name).foreign().map(\.path.text)
    }
    return OwnedFolder(folder, ours: paths(files), list: textsName)
  }

  /// What tells a correction from every other.
  static func hash(_ correction: Edition.Correction) -> String {
    let fields = [
      correction.date.value.iso8601, correction.page.value, correction.what.value,
      correction.before.value, correction.after.value, correction.why.value,
    ]
    return Manifest.digest(of: Array(fields.joined(separator: "\u{1F}").utf8))
  }
}
