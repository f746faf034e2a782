import Content
import Desk
import Diagnostics
import Files
import Office
import Scaffolding
import SocialReport
import Writing

/// Writes what a plan says into a new record, and reads it again.
struct RecordWriter {
  private let text: OfficeText
  private let plan: FieldPlan
  private let name: String
  private let wishes: ImportWishes
  private let place: RecordPlace
  /// What the record is called; empty before it is written.
  private(set) var title = ""
  private(set) var fields: [String] = []
  private var ownRemarks: [Phrase] = []
  var remarks: [Phrase] { ownRemarks + renewal.remarks }
  /// The document's own title, where another was wished.
  private(set) var replaced: [OfficeText.Source] = []
  private var renewal: FieldRenewal
  /// The fields that the document changed in a page that it had made before.
  var updated: [String] { renewal.updated }
  /// What was taken in of the document, to be known when it comes again.
  private(set) var texts: ImportedTexts
  /// What documents brought into the edition before this one.
  private let before: [ImportedTexts]
  /// Nil for a document that comes for the first time.
  private(set) var known: ImportedTexts?

  /// - Parameters:
  ///   - text: all of a document, or what of it belongs to the record.
  ///   - name: the document's.
  init(
    _ text: OfficeText, _ plan: FieldPlan, name: String, _ wishes: ImportWishes,
    _ place: RecordPlace, fingerprint: String, before: [ImportedTexts]
  ) {
    self.before = before
    renewal = FieldRenewal(keepsOwn: wishes.keepsOwn)
    texts = ImportedTexts(document: Path.name(of: name), fingerprint: fingerprint, page: "")
    (self.text, self.plan, self.name, self.wishes, self.place) = (text, plan, name, wishes, place)
  }

  /// - Returns: the path of the record's file.
  mutating func write(
    _ revision: inout Revision, _ pictures: inout DocumentPictures, _ proof: inout Proof
  ) throws -> String {
    let title = try ownTitle()
    self.title = title.text
    known = knownPage(title.text)
    if let known, !isLike(known) { throw OtherDocument(title: title.text, known) }
    let path: String
    if let known {
      path = known.page
      texts = known.renewed(texts.document, texts.fingerprint)
    } else {
      path = try place.apply(try addition(title), to: &revision).first ?? ""
      texts = ImportedTexts(
        document: texts.document, fingerprint: texts.fingerprint, page: path,
        fields: ["titolo": title.text])
    }
    let written = String(decoding: try revision.bytes(of: path), as: UTF8.self)
    guard let record = DeskRecord.read(written, at: path)?.records.first else { return path }
    let names = try pictures.names(
      in: text, beside: path, isAgain: known != nil, place, &revision)
    proof.unshown = pictures.unshown
    for field in plan.fields where field.name != "titolo" || replaced.isEmpty {
      switch field.value {
      case .line(let paragraphs):
        let words = RecordWriter.line(paragraphs)
        try proof.check(field.name, line: paragraphs, written: words)
        try put(words, in: field.name, isText: false, record, &revision)
      case .text(let blocks):
        var writer = MarkdownText(topLevel: 2, notes: text.notes) { names[$0.part] }
        let markdown = writer.text(blocks)
        guard !markdown.isEmpty else { continue }
        try proof.check(field.name, blocks, written: markdown)
        try put(markdown, in: field.name, isText: true, record, &revision)
      }
      fields.append(field.name)
    }
    if !renewal.conflicts.isEmpty {
      throw ImportConflict(page: path, fields: renewal.conflicts)
    }
    let gone = (known?.fields.keys.sorted() ?? []).filter { !fields.contains($0) && $0 != "titolo" }
    for name in gone {
      ownRemarks.append(
        Phrase(
          it: "il documento non ha più «\(label(name).italian)»: qui il testo resta",
          en: "the document has «\(label(name).english)» no more: its text stays here"))
    }
    try texts.write(&revision)
    return path
  }

  /// The page of this edition that the document made before: by its title, whatever its file was called.
  private func knownPage(_ title: String) -> ImportedTexts? {
    before.first { one in
      guard one.fields["titolo"] == title else { return false }
      let text = place.outline.text(one.page)?.text ?? ""
      return DeskRecord.read(text, at: one.page)?.records.first?.kind == plan.kind
    }
  }

  /// Whether the text is what that page came of, and somebody worked on: two offices may well have one title.
  private func isLike(_ known: ImportedTexts) -> Bool {
    let texts = plan.fields.compactMap { field in
      if case .text(let blocks) = field.value {
        blocks.paragraphs.map(\.text).joined(separator: "\n")
      } else {
        nil
      }
    }
    let before = known.fields.sorted { $0.key < $1.key }.filter { $0.key != "titolo" }
    return TextLikeness.isSame(
      texts.joined(separator: "\n"), before.map(\.value).joined(separator: "\n"))
  }

  /// Takes a text into a field; where the document came before, as far as nobody has changed it here meanwhile.
  private mutating func put(
    _ new: String, in name: String, isText: Bool, _ record: DeskRecord, _ revision: inout Revision
  ) throws {
    let before = known?.fields[name] ?? ""
    texts.fields[name] = new
    guard known != nil else {
      let now = try revision.text(of: name, in: record)
      if Blank.trimmed(now) != Blank.trimmed(new) {
        try revision.apply(.set(name, to: new), to: record)
      }
      return
    }
    try renewal.take(
      new, before: before, label(name), in: name, isText: isText, of: record, into: &revision)
  }

  private func label(_ name: String) -> Phrase {
    let table = plan.kind.table
    return table.index(of: name).map { table.fields[$0].label } ?? Phrase(it: name, en: name)
  }

  static func line(_ paragraphs: [OfficeText.Paragraph]) -> String {
    let words = paragraphs.map { paragraph in
      paragraph.runs.map { run in
        if case .text(let text, let look) = run {
          Superscript.shown(MarkdownLine.clean(text), look)
        } else {
          " "
        }
      }.joined()
    }
    return words.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func ownTitle() throws -> AnsweredText {
    let own = plan.fields.first { $0.name == "titolo" }
    if let text = wishes.title.flatMap({ AnsweredText($0) }) {
      if case .line(let paragraphs) = own?.value {
        replaced = paragraphs.flatMap(\.sources)
        let words = RecordWriter.line(paragraphs)
        ownRemarks.append(
          Phrase(
            it: "il titolo del documento era «\(words)»", en: "the document's title was «\(words)»")
        )
      }
      return text
    }
    if case .line(let paragraphs) = own?.value,
      let text = AnsweredText(RecordWriter.line(paragraphs))
    {
      return text
    }
    let words = Path.withoutEnding(Path.name(of: name)).map { "_-".contains($0) ? " " : $0 }
    let title = String(words).split(separator: " ").joined(separator: " ")
    ownRemarks.append(
      Phrase(
        it: "il documento non ha un titolo: ho messo il nome del file, «\(title)»",
        en: "the document has no title: the name of the file stands in its place, «\(title)»"))
    guard let text = AnsweredText(title.prefix(1).uppercased() + title.dropFirst()) else {
      throw place.refuse("il documento non ha un titolo", "the document has no title")
    }
    return text
  }

  private func addition(_ title: AnsweredText) throws -> RecordAddition {
    switch plan.kind {
    case .objective: return try place.objective(title, office: wishes.office, area: nil)
    case .achievement:
      guard let objective = wishes.objective else {
        throw place.refuse(
          "è una realizzazione: di quale obiettivo?", "it is an achievement: of which objective?",
          help: Phrase(
            it: "aggiungi `--obiettivo NUMERO`, o `--come contesto` se è una pagina di racconto",
            en: "add `--objective NUMBER`, or `--as context` where it is a page by itself"))
      }
      return try place.achievement(title, objective: objective, office: wishes.office)
    default: return try place.context(title)
    }
  }
}

/// A document with the title of a page that came of quite another one.
struct OtherDocument: ExplainedError {
  private let title: String
  private let known: ImportedTexts

  init(title: String, _ known: ImportedTexts) { (self.title, self.known) = (title, known) }

  var message: Phrase {
    Phrase(
      it:
        "«\(title)» c'è già (`\(known.page)`, nata da `\(known.document)`), e questo documento dice tutt'altro: non ho "
        + "scritto niente",
      en:
        "«\(title)» is there already (`\(known.page)`, which came of `\(known.document)`), and this document says something "
        + "quite different: nothing was written")
  }

  var help: Phrase? {
    Phrase(
      it:
        "se è un'altra cosa dalle un altro titolo, nel documento o con `--titolo`; se è la stessa scritta da capo, togli prima "
        + "quella pagina",
      en:
        "where it is another thing give it another title, in the document or with `--title`; where it is the same written anew, "
        + "remove that page first")
  }
}
