import Diagnostics
import Files
import Glibc
import Output
import Search
import SocialReport

/// That the copies of a closed edition are what was published, and nothing that anybody put there since.
extension ClosedEditions {
  /// What was found of one file of a copy.
  private enum Finding: Sendable {
    /// Not what was published.
    case changed
    case unreadable(FileError)
    /// What `close` cannot have put there, whatever the list says.
    case forged(Phrase)
    /// The attachment beside the texts is no longer what the copy has.
    case originChanged
    case unreadableOrigin(FileError)
  }

  /// Whether the list of the copy is the one that the edition's own file names.
  mutating func checkFingerprint(_ record: ClosedRecord, _ edition: Edition) {
    guard let stated = edition.fingerprint else {
      return tell(
        Phrase(
          it: "l'edizione è chiusa, ma `impronta` non dice quale copia è quella pubblicata",
          en: "the edition is closed, but `fingerprint` does not say which copy was published"),
        edition.place,
        help: Phrase(
          it: "se la copia è quella che è stata pubblicata, scrivi `\(Fingerprint.line(record))`",
          en: "if the copy is what was published, write `\(Fingerprint.line(record))`"))
    }
    guard stated.value != record.site.digest else { return }
    tell(
      Phrase(
        it: "la copia dell'edizione chiusa non è quella che dice `impronta`",
        en: "the copy of the closed edition is not the one that `fingerprint` names"), stated.place,
      help: Phrase(
        it: "riporta `\(ClosedRecord.folder)` e `impronta` da una copia di sicurezza: le cambia "
          + "solo `bilancio chiudi`",
        en: "bring `\(ClosedRecord.folder)` and `fingerprint` back from a backup: only "
          + "`bilancio close` changes them"))
  }

  /// - Parameters:
  ///   - content: the folder of all texts, out of which no link may lead.
  ///   - folder: the edition's, relative to it.
  mutating func checkPages(
    _ record: ClosedRecord, in content: Enclosure, _ folder: String, _ edition: Edition
  ) async {
    let copies = Path.join(folder, ClosedRecord.folder + "/" + ClosedRecord.pages)
    let entries = record.site.entries
    let id = edition.id.value
    let attached = "\(id)/file/"
    do {
      let paths = record.site.paths
      let found = try await Parallel.map(count: entries.count) { index -> [Finding] in
        let entry = entries[index]
        if let flaw = ClosedPath.flaw(of: entry.path, edition: id) { return [.forged(flaw)] }
        var findings: [Finding] = []
        do throws(FileError) {
          let file = try content.file(Path.join(copies, entry.path))
          if entry.isPage {
            let page = try file.bytes()
            if Manifest.digest(of: page) != entry.digest {
              findings.append(.changed)
            } else if let flaw = ClosedPage.flaw(in: page, base: record.baseURL, files: paths) {
              findings.append(.forged(flaw))
            }
          } else if try ClosedEditions.digest(file) != entry.digest {
            findings.append(.changed)
          } else if ClosedPath.isJudged(entry.path, edition: id) {
            try file.rewind()
            let head = try file.bytes(limit: Folder.headLength(of: entry.path))
            let flaw = ClosedPath.flaw(
              of: entry.path, edition: id, head: head, byteCount: file.status.size)
            if let flaw { findings.append(.forged(flaw)) }
          } else if ClosedPath.isOfSearch(entry.path, edition: id) {
            try file.rewind()
            if try !SearchFile.isOwn(file.bytes()) {
              findings.append(.forged(ClosedEditions.notOfSearch))
            }
          }
        } catch {
          findings.append(.unreadable(error))
        }
        if entry.path.hasPrefix(attached) {
          let origin = Path.join(folder, String(entry.path.dropFirst(attached.count)))
          if let finding = ClosedEditions.finding(of: origin, in: content, entry.digest) {
            findings.append(finding)
          }
        }
        return findings
      }
      for (entry, findings) in zip(entries, found) {
        for finding in findings { tell(finding, entry.path, attached, edition) }
      }
    } catch {
      tell(
        Phrase(
          it: "non riesco a guardare tutta la copia dell'edizione chiusa, `\(copies)`",
          en: "not all of the copy of the closed edition, `\(copies)`, can be looked at"),
        edition.place)
    }
  }

  private static let notOfSearch = Phrase(
    it: "nell'indice della ricerca ci sono solo testi, e questo file fa altro",
    en: "the index of the search holds texts only, and this file does something else")

  private static func digest(_ file: borrowing ReadableFile) throws(FileError) -> String {
    var hash = FileHash()
    try file.eachPiece { piece throws(FileError) in hash.update(piece) }
    return hash.digest
  }

  /// What is wrong with the content file that a copy was made of; a deleted one is no mistake.
  private static func finding(
    of origin: String, in content: Enclosure, _ digest: String
  ) -> Finding? {
    do throws(FileError) {
      return try ClosedEditions.digest(content.file(origin)) == digest ? nil : .originChanged
    } catch  where error.code == ENOENT {
      return nil
    } catch {
      return .unreadableOrigin(error)
    }
  }

  private mutating func tell(
    _ finding: Finding, _ path: String, _ attached: String, _ edition: Edition
  ) {
    switch finding {
    case .changed:
      tell(
        Phrase(
          it: "la copia di `\(path)` non è più quella che è stata pubblicata",
          en: "the copy of `\(path)` is no longer what was published"), edition.place)
    case .unreadable(let error):
      tell(
        Phrase(
          it: "la copia di `\(path)` non c'è più o non si legge: \(error.message.italian)",
          en: "the copy of `\(path)` is gone or cannot be read: \(error.message.english)"),
        edition.place)
    case .forged(let flaw):
      tell(
        Phrase(
          it: "`\(path)` non può essere della copia dell'edizione chiusa: \(flaw.italian)",
          en: "`\(path)` cannot be of the closed edition's copy: \(flaw.english)"), edition.place,
        help: Phrase(
          it:
            "`bilancio chiudi` non scrive file così: riporta `\(ClosedRecord.folder)` da una copia "
            + "di sicurezza, e cerca chi ce l'ha messo",
          en: "`bilancio close` writes no such file: bring `\(ClosedRecord.folder)` back from a "
            + "backup, and find out who put it there"))
    case .originChanged:
      tell(
        Phrase(
          it: "l'allegato `\(path.dropFirst(attached.count))` non è più quello pubblicato",
          en: "the file `\(path.dropFirst(attached.count))` is no longer what was published"),
        edition.place)
    case .unreadableOrigin(let error):
      tell(error.message, edition.place, help: error.help ?? ClosedEditions.bringBack)
    }
  }
}
