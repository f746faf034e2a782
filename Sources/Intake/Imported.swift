package import Desk
package import Diagnostics
import Files
import Office
import Pictures
package import Scaffolding
package import SocialReport

/// What comes of a document: files that are to be written, and what is to be said of them.
package struct Imported: Sendable {
  package let kind: EntityKind
  /// The files that somebody opens, the first of them first.
  package let paths: [String]
  /// All that are new or changed with them.
  package private(set) var changes: [FileChange]
  /// `realizzazione, con «Titolo», «Perché»`.
  package let summary: Phrase
  /// `198 pezzi presi, 40 lasciati (12 codici di campo, 4 commenti), 0 persi`.
  package let account: Phrase
  /// What was understood, left or is to be looked at.
  package private(set) var remarks: [Phrase]

  /// - Parameters:
  ///   - file: the document.
  ///   - desk: where the files are to be written; nothing is written yet.
  /// - Throws: `OfficeFlaw`, `ProjectOutline.Refusal`, `DeskError` or another `ExplainedError`.
  package static func of(
    _ file: IncomingFile, into place: RecordPlace, _ wishes: ImportWishes, _ desk: Desk
  ) async throws -> Imported {
    let (bytes, name) = (file.bytes, file.name)
    if bytes.isEmpty { throw UnreadFile.empty }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), Path.ending(of: name).lowercased() == "msg" {
      throw UnreadFile.outlook
    }
    if let letter = file.letter { return try IntakeNote.of(letter, named: name, with: desk) }
    if let pdf = PortableDocument(bytes) {
      let (content, pages) = try await pdf.content()
      switch content {
      case .words(let words): return try pdf.note(words, pages: pages, named: name, with: desk)
      case .tagged(let page, let outside):
        var made = try await read(Array(page.utf8), named: name, into: place, wishes, desk)
        made.remarks = PortableDocument.remarks(outside: outside) + made.remarks
        return made
      }
    }
    if let picture = try await PhotographImport(bytes, named: name) {
      var made = picture.imported(into: place, wishes)
      await made.addVersions()
      return made
    }
    let older = OlderDocument(bytes, named: name)
    var made = try await read(
      try await older?.converted() ?? bytes, named: name, into: place, wishes, desk,
      pictures: file.pictures)
    if let older { made.remarks.insert(older.remark, at: 0) }
    await made.addVersions()
    return made
  }

  /// What pages show of the new pictures.
  private mutating func addVersions() async {
    for change in changes
    where change.old.isEmpty && !change.path.hasPrefix(IntakeFolder.name + "/")
      && CleanPicture.Format(of: change.new) != nil
    {
      let versions = (try? await Photograph.versions(of: change.new, at: change.path)) ?? []
      changes += versions.map { FileChange(path: $0.path, old: [], new: $0.bytes) }
    }
  }

  /// Writes what came of it: what is new first, so that nothing leads to what is not there.
  package func write(with desk: Desk) throws(DeskError) {
    let (new, changed) = (changes.filter(\.old.isEmpty), changes.filter { !$0.old.isEmpty })
    if !new.isEmpty {
      try desk.create(new.map { (path: $0.path, bytes: $0.new) }, as: ChangeNote(.creation))
    }
    if !changed.isEmpty { try desk.write(changed, as: ChangeNote(.text)) }
  }

  private static func read(
    _ bytes: [UInt8], named name: String, into place: RecordPlace, _ wishes: ImportWishes,
    _ desk: Desk, pictures: [String: [UInt8]] = [:]
  ) async throws -> Imported {
    let fingerprint = FileHash.digest(of: bytes)
    let ending = Path.ending(of: name).lowercased()
    if !bytes.starts(with: [0x50, 0x4B]), ["csv", "tsv", "txt", "md", "markdown"].contains(ending) {
      let isSheet = ["csv", "tsv"].contains(ending)
      do {
        let sheet = try DelimitedSheet(bytes, named: name)
        return try WorkbookImport(
          Workbook(sheets: [sheet.sheet]), named: name, fingerprint: fingerprint,
          wishes, desk, remarks: sheet.remarks
        ).imported(into: place)
      } catch  where !isSheet && (error is NoSeries || error is DelimitedFlaw) {
        // A text of words, as most of that ending are.
        let (text, encoding) = TextEncoding.read(bytes)
        guard encoding != .unknown, !text.utf8.contains(0) else { throw error }
        return try IntakeNote.of(text: text, named: name, with: desk)
      }
    }
    let package =
      try WebPage(bytes, named: name).map { page in
        try OfficePackage(page: page.bytes, pictures: pictures) {
          WebPage.picture($0, in: wishes.folder)
        }
      } ?? OfficePackage(bytes)
    return [.workbook, .openSheet].contains(package.kind)
      ? try WorkbookImport(
        package, named: name, fingerprint: fingerprint, wishes, desk
      ).imported(into: place)
      : try await DocumentImport(
        package, named: name, fingerprint: fingerprint, wishes, desk
      ).imported(into: place)
  }

  init(
    kind: EntityKind, paths: [String], changes: [FileChange], summary: Phrase, account: Phrase,
    remarks: [Phrase]
  ) {
    (self.kind, self.paths, self.changes) = (kind, paths, changes)
    (self.summary, self.account, self.remarks) = (summary, account, remarks)
  }
}

/// What comes as a document and is none.
enum UnreadFile: ExplainedError {
  case empty
  /// A letter as Outlook keeps it ([MS-OXMSG]).
  case outlook

  var message: Phrase {
    switch self {
    case .empty: Phrase(it: "il file è vuoto", en: "the file is empty")
    case .outlook:
      Phrase(
        it: "è una lettera nel formato di Outlook, che non so leggere",
        en: "it is a letter in the form of Outlook, which cannot be read")
    }
  }

  var help: Phrase? {
    switch self {
    case .empty:
      Phrase(it: "chiedi di mandarlo di nuovo", en: "ask for it to be sent again")
    case .outlook:
      Phrase(
        it:
          "aprila con Outlook e salva gli allegati uno per uno, o inoltrala a una casella da cui si salva come .eml",
        en:
          "open it with Outlook and save what hangs on it, or forward it to a mailbox that saves it as .eml"
      )
    }
  }
}

/// What is to be known beside a document.
package struct ImportWishes: Sendable {
  /// Nil to see it by the document.
  package var kind: EntityKind?
  package var objective: String?
  package var office: String?
  package var title: String?
  /// Whether a field that was changed here stays, where it was changed in the document too.
  package var keepsOwn = false
  /// Where a page's pictures lie beside it; nil where they come with it only.
  package var folder: String?

  package init() {}
}
