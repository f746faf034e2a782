import Content
import Desk
import Diagnostics
import Files
import Office
import Scaffolding
import SocialReport

/// A text document as new records of the report, with the proof that nothing of it was lost.
struct DocumentImport {
  private let name: String
  private let wishes: ImportWishes
  private let desk: Desk
  private let document: TextDocument
  /// SHA-256 of the document.
  private let fingerprint: String

  init(
    _ package: OfficePackage, named name: String, fingerprint: String, _ wishes: ImportWishes,
    _ desk: Desk
  ) throws {
    self.fingerprint = fingerprint
    document = try TextDocument(package)
    if let fault = document.ledger.faults.first { throw LostText(fault) }
    (self.name, self.wishes, self.desk) = (name, wishes, desk)
  }

  func imported(into place: RecordPlace) async throws -> Imported {
    let known = ImportedTexts.all(in: place)
    let (sections, others) = try sections(place)
    if let same = same(as: known, sections) { return nothingNew(same) }
    var round = Round(
      revision: Revision(desk),
      pictures: try await DocumentPictures(
        document.text, of: document.package, document: name),
      proof: Proof(document))
    for (number, section) in sections.enumerated() {
      let place = number == 0 ? place : try await place.behind(round.revision)
      var wishes = wishes
      wishes.objective = wishes.objective ?? round.objective
      var writer = RecordWriter(
        section.text, section.plan, name: name, wishes, place, fingerprint: fingerprint,
        before: known)
      let path = try writer.write(&round.revision, &round.pictures, &round.proof)
      round.made.append((section, writer, path))
    }
    let note = try keep(others, place, &round)
    return try close(&round, note)
  }

  /// A part of the document that becomes a record.
  private struct Section {
    let text: OfficeText
    let plan: FieldPlan
    /// Whether no field is named in it, beside others in which some are.
    var isUnnamed = false

    /// As the document has it.
    var title: String? {
      plan.fields.lazy.compactMap { field in
        if field.name == "titolo", case .line(let paragraphs) = field.value {
          RecordWriter.line(paragraphs)
        } else {
          nil
        }
      }.first
    }
  }

  /// What is written of one document.
  private struct Round {
    var revision: Revision
    var pictures: DocumentPictures
    var proof: Proof
    var made: [(section: Section, writer: RecordWriter, path: String)] = []
    /// What a template says, between its records.
    var labels: [OfficeText.Source] = []

    /// The folder of the objective that the document told of last: what it achieved comes behind it.
    var objective: String? {
      made.last { $0.section.plan.kind == .objective }.map { Path.folder(of: $0.path) }
    }
  }

  // Several in one document

  /// More are a report by itself, and each is looked for among all that are there.
  private static let most = 200

  private func sections(
    _ place: RecordPlace
  ) throws -> (sections: [Section], others: [OfficeText.Block]) {
    let isWhole = wishes.title != nil || wishes.kind == .context
    let parts = isWhole ? nil : DocumentSections(document.text, kind: wishes.kind)
    guard let parts else {
      let kind = wishes.kind ?? FieldPlan.kind(of: document.text)
      return ([Section(text: document.text, plan: FieldPlan(document.text, kind: kind))], [])
    }
    guard parts.records.count <= DocumentImport.most else {
      throw place.refuse(
        "il documento racconta \(parts.records.count) cose, e se ne prendono \(DocumentImport.most) alla volta",
        "the document tells of \(parts.records.count) things, and \(DocumentImport.most) are taken at a time",
        help: Phrase(it: "dividilo in più documenti", en: "split it into several documents"))
    }
    let sections = parts.records.map { record in
      let text = document.text.part(record.blocks)
      return Section(
        text: text, plan: FieldPlan(text, kind: record.kind, isSection: true),
        isUnnamed: record.isUnnamed)
    }
    return (sections, parts.others)
  }

  /// Keeps what belongs to none of the records as a note, that no page shows.
  private func keep(
    _ blocks: [OfficeText.Block], _ place: RecordPlace, _ round: inout Round
  ) throws -> String? {
    let own = blocks.filter { block in
      guard case .paragraph(let paragraph) = block, TemplateWords.isOwn(paragraph) else {
        return true
      }
      round.labels += paragraph.sources
      return false
    }
    let home = Path.join(IntakeFolder.name, "x")
    let names = try round.pictures.names(
      in: document.text.part(own), beside: home, isAgain: true, place, &round.revision)
    round.proof.unshown = round.pictures.unshown
    var writer = MarkdownText(topLevel: 2, notes: document.text.notes) { names[$0.part] }
    let markdown = writer.text(own)
    try round.proof.check("appunto", own, written: markdown)
    guard !markdown.isEmpty else { return nil }
    let bytes = Array((markdown + "\n").utf8)
    if let path = SameFile.path(of: bytes, in: IntakeFolder.name, below: place.root) { return path }
    let path = IntakeFolder.freePath(forDocument: name, ending: ".md", in: round.revision)
    round.revision.begin(path, bytes)
    return path
  }

  // The end

  private func close(_ round: inout Round, _ note: String?) throws -> Imported {
    var document = document
    let left =
      round.labels + round.made.flatMap { $0.section.plan.labels + $0.writer.replaced }
    for source in left { document.leave(source, .label) }
    for part in round.pictures.unshown.sorted() { document.leave(part: part, .drawnPicture) }
    try round.proof.close(Set(left))
    try keepRecord(document.ledger, &round)
    let told = round.made.map { made in
      DocumentTelling(
        made.section.plan, made.writer, isUnnamed: made.section.isUnnamed,
        isOne: round.made.count == 1)
    }
    return Imported(
      kind: round.made.first?.section.plan.kind ?? .context,
      paths: round.made.map(\.path) + [note].compactMap(\.self),
      changes: round.revision.changes, summary: told.map(\.summary).joined(separator: "; "),
      account: DocumentTelling.account(document.ledger),
      remarks: told.flatMap { $0.remarks(of: document.text) }
        + [note.map(DocumentTelling.kept)].compactMap(\.self) + round.pictures.remarks
        + document.text.doubts.map(DocumentTelling.words))
  }

  /// Writes the list of all pieces, in the place of the one of the document when it came before.
  private func keepRecord(_ ledger: Ledger, _ round: inout Round) throws {
    let bytes = IntakeRecord(ledger).bytes
    let former = round.made.lazy.compactMap { $0.writer.known?.recordPath }.first
    if let former, let old = try? round.revision.bytes(of: former) {
      return round.revision.put(bytes, at: former, insteadOf: old)
    }
    let path = IntakeFolder.freePath(
      forDocument: name, ending: IntakeRecord.ending, in: round.revision)
    round.revision.begin(path, bytes)
  }

  // The same again

  /// What was taken in of these very bytes; nil where something of them is not there.
  private func same(as known: [ImportedTexts], _ sections: [Section]) -> [ImportedTexts]? {
    let same = known.filter { $0.fingerprint == fingerprint }
    let wanted =
      sections.count == 1 ? [wishes.title].compactMap(\.self) : sections.compactMap(\.title)
    guard !wanted.isEmpty else { return same.isEmpty ? nil : same }
    let found = same.filter { wanted.contains($0.fields["titolo"] ?? "") }
    return found.count < wanted.count ? nil : found
  }

  private func nothingNew(_ known: [ImportedTexts]) -> Imported {
    let pages = known.map { "`\($0.page)`" }.joined(separator: ", ")
    return Imported(
      kind: .achievement, paths: known.map(\.page), changes: [],
      summary: Phrase(
        it:
          "niente: è lo stesso documento da cui \(known.count == 1 ? "è nata" : "sono nate") \(pages)",
        en: "nothing: it is the same document of which \(pages) came"),
      account: DocumentTelling.account(document.ledger), remarks: [])
  }
}

/// A piece of a document of which nobody can say what became.
struct LostText: ExplainedError {
  let message: Phrase
  var help: Phrase? {
    Phrase(
      it:
        "non ho scritto niente; prova a salvare il documento di nuovo con il suo programma, o copia il testo a mano",
      en:
        "nothing was written; try to save the document again with its program, or copy the text by hand"
    )
  }

  init(_ entry: Ledger.Entry) {
    let place = entry.element.isEmpty ? entry.part : "\(entry.part), \(entry.element)"
    message = Phrase(
      it: "non so dove mettere «\(entry.text.prefix(80))» (\(place))",
      en: "there is no place for «\(entry.text.prefix(80))» (\(place))")
  }
}
