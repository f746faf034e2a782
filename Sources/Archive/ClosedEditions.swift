package import Diagnostics
package import Facts
package import Files
import Output
import Site
package import SocialReport

/// Looks at the closed editions of a report: that what was published is there, and what changed since.
package struct ClosedEditions {
  /// By the edition's id.
  package private(set) var editions: [String: ClosedEdition] = [:]
  package private(set) var diagnostics: [Diagnostic] = []
  /// The texts that are as they were, and stay so.
  package private(set) var settled: Set<SourceFile.ID> = []
  private let sources: [SourceFile]
  private let contentRoot: String
  private let baseURL: String?
  private let isTrial: Bool

  /// - Parameters:
  ///   - sources: of the whole content.
  ///   - baseURL: the address that the site is made for; nil where no pages are taken from copies.
  ///   - isTrial: whether it is made for a place of trial, where other addresses are as they should be.
  ///   - opening: the id of an edition that is being closed for the first time, and is not yet looked at.
  package init(
    _ report: Report, _ sources: [SourceFile], contentRoot: String, baseURL: String?,
    opening: String?, isTrial: Bool = false
  ) async {
    (self.sources, self.contentRoot, self.baseURL) = (sources, contentRoot, baseURL)
    self.isTrial = isTrial
    for edition in report.editions where edition.id.value != opening {
      do throws(FileError) {
        let isKept = try ClosedEditions.isKept(edition, sources)
        switch (edition.isClosed, isKept) {
        case (true, true): await look(at: edition)
        case (true, false): reportMissing(edition)
        case (false, true): reportUnmarked(edition)
        case (false, false): break
        }
      } catch { reportUnreadable(error, edition) }
    }
  }

  private mutating func look(at edition: Edition) async {
    guard let home = ClosedEditions.folder(of: edition, sources) else { return }
    let folder = ClosedEditions.relative(home, in: contentRoot)
    let content: Enclosure
    let record: ClosedRecord
    do throws(FileError) {
      content = try Enclosure(contentRoot)
      record = try ClosedRecord(in: content, folder)
    } catch { return reportUnreadable(error, edition) }
    let known = Dictionary(
      edition.corrections.enumerated().map { (ClosedRecord.hash($1), $0) },
      uniquingKeysWith: { first, _ in first })
    checkFingerprint(record, edition)
    checkCorrections(record, known, edition)
    await checkPages(record, in: content, folder, edition)
    let copies = Path.join(folder, ClosedRecord.folder + "/" + ClosedRecord.pages)
    if let baseURL, record.baseURL != baseURL {
      diagnostics.append(
        Diagnostic(
          .closedEdition,
          Phrase(
            it:
              "le pagine dell'edizione chiusa sono di \(record.baseURL): per \(baseURL) si rifanno",
            en: "the closed edition's pages are of \(record.baseURL): for \(baseURL) they are made "
              + "anew"), at: edition.place, severity: isTrial ? .hint : .warning))
    }
    let changed = changedTexts(record, home, edition)
    settled.formUnion(ClosedEditions.texts(of: edition, home, sources).values)
    settled.subtract(changed)
    editions[edition.id.value] = ClosedEdition(
      files: record.baseURL != baseURL
        ? [:]
        : Dictionary(
          record.site.entries.map { ($0.path, Path.join(copies, $0.path)) },
          uniquingKeysWith: { first, _ in first }),
      changedTexts: changed,
      newCorrections: Set(known.filter { !record.corrections.contains($0.key) }.map(\.value)))
  }

  private mutating func reportMissing(_ edition: Edition) {
    let folder = ClosedEditions.folder(of: edition, sources) ?? ""
    let copy = Path.join(folder, ClosedRecord.folder)
    diagnostics.append(
      Diagnostic(
        .closedEdition,
        Phrase(
          it: "l'edizione è chiusa, ma non c'è la copia di quello che è stato pubblicato",
          en: "the edition is closed, but there is no copy of what was published"),
        help: Phrase(
          it: "se era già chiusa, riprendi `\(copy)` da una copia di sicurezza; "
            + "la prima volta la fa `bilancio chiudi \(edition.id.value)`",
          en: "if it was closed before, bring `\(copy)` back from a backup; "
            + "the first time `bilancio close \(edition.id.value)` makes it"), at: edition.place))
  }

  /// What of a copy is there is not enough to go by.
  private mutating func reportUnreadable(_ error: FileError, _ edition: Edition) {
    tell(
      Phrase(
        it: "la copia dell'edizione chiusa non è intera: \(error.message.italian)",
        en: "the copy of the closed edition is not whole: \(error.message.english)"),
      edition.place, help: error.help ?? ClosedEditions.bringBack)
  }

  private mutating func reportUnmarked(_ edition: Edition) {
    diagnostics.append(
      Diagnostic(
        .closedEdition,
        Phrase(
          it:
            "di questa edizione c'è la copia di quando è stata chiusa, ma non è più segnata come chiusa",
          en:
            "there is a copy of this edition from when it was closed, but it is no longer marked so"
        ),
        help: Phrase(
          it: "riscrivi `chiusa: true`; per cambiarla si scrive una rettifica",
          en: "write `closed: true` again; a correction is what changes it"), at: edition.place,
        severity: .warning))
  }

  /// Whether there is a copy of what was published of an edition, or what is left of one.
  ///
  /// - Throws: `FileError` where the system cannot say.
  package static func isKept(
    _ edition: Edition, _ sources: [SourceFile]
  ) throws(FileError) -> Bool {
    guard let folder = folder(of: edition, sources) else { return false }
    return try FileSystem.found(
      Path.join(folder, ClosedRecord.folder), followingLinks: false) != nil
  }

  /// The folder of an edition's texts, as the user knows it.
  static func folder(of edition: Edition, _ sources: [SourceFile]) -> String? {
    sources[edition.place.file].map { Path.folder(of: $0.path) }
  }

  /// The same folder relative to that of all texts.
  static func relative(_ folder: String, in contentRoot: String) -> String {
    let rest = Substring(folder).utf8.dropFirst(contentRoot.utf8.count)
    return String(Substring(rest.drop { $0 == UInt8(ascii: "/") }))
  }

  /// The texts below an edition's folder but for its corrections, by paths relative to it.
  static func texts(
    of edition: Edition, _ home: String, _ sources: [SourceFile]
  ) -> [String: SourceFile.ID] {
    // Also those in which something is missing, and which are no corrections yet.
    let isOfCorrections = /(?m)^ *(tipo|kind): *['"]?(rettific|correction)/
    var texts: [String: SourceFile.ID] = [:]
    for (number, source) in sources.enumerated() where source.path.hasPrefix(home + "/") {
      let id = SourceFile.ID(number)
      guard source.text.firstMatch(of: isOfCorrections) == nil else { continue }
      texts[String(source.path.dropFirst(home.count + 1))] = id
    }
    return texts
  }

  /// The bytes of a text that stay as they were.
  static func settled(
    _ id: SourceFile.ID, _ edition: Edition, _ sources: [SourceFile]
  ) -> [UInt8] {
    let text = sources[id]?.text ?? ""
    return id == edition.place.file ? Fingerprint.settled(text) : Array(text.utf8)
  }

  private mutating func changedTexts(
    _ record: ClosedRecord, _ home: String, _ edition: Edition
  ) -> Set<SourceFile.ID> {
    let texts = ClosedEditions.texts(of: edition, home, sources)
    var changed: Set<SourceFile.ID> = []
    for entry in record.texts.entries {
      guard let id = texts[entry.path] else {
        tell(
          Phrase(
            it: "manca `\(home)/\(entry.path)`, che c'era quando l'edizione è stata chiusa",
            en: "`\(home)/\(entry.path)`, which was there when the edition was closed, is missing"),
          edition.place)
        continue
      }
      let bytes = ClosedEditions.settled(id, edition, sources)
      if Manifest.digest(of: bytes) != entry.digest { changed.insert(id) }
    }
    for (path, id) in texts.sorted(by: { $0.key < $1.key })
    where !record.texts.paths.contains(path) {
      tell(
        Phrase(
          it: "questo file non c'era quando l'edizione è stata chiusa",
          en: "this file was not there when the edition was closed"), .wholeFile(id),
        help: Phrase(it: "toglilo da qui", en: "take it away from here"))
    }
    return changed
  }

  private mutating func checkCorrections(
    _ record: ClosedRecord, _ known: [String: Int], _ edition: Edition
  ) {
    guard !record.corrections.subtracting(known.keys).isEmpty else { return }
    tell(
      Phrase(
        it: "una rettifica che è già stata pubblicata non c'è più, o è cambiata",
        en: "a correction that was published is gone, or has changed"),
      edition.corrections.first?.date.place ?? edition.place)
  }

  static let bringBack = Phrase(
    it: "un'edizione chiusa resta com'era: riporta il file da una copia di sicurezza",
    en: "a closed edition stays as it was: bring the file back from a backup")

  mutating func tell(
    _ message: Phrase, _ place: SourceRange, help: Phrase = ClosedEditions.bringBack
  ) {
    diagnostics.append(Diagnostic(.closedEdition, message, help: help, at: place))
  }
}
