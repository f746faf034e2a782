import Desk
package import Diagnostics
import Files
import Scaffolding
import SocialReport
import Writing

/// What a document brought into a page when it was taken in: so that it can be told later what is new in the document,
/// and what was changed here meanwhile.
struct ImportedTexts {
  /// The name of the document's file.
  let document: String
  /// SHA-256 of its bytes.
  let fingerprint: String
  /// The page's file, relative to the texts' folder.
  private(set) var page: String
  /// The fields that it filled, with their texts as they were taken in.
  var fields: [String: String]
  /// The register that its entries came into; nil where it made a page.
  var register: EntityKind?
  /// Its own file, relative to the texts' folder; empty for one that has none yet.
  private(set) var path = ""

  /// Where the list of the document's pieces is, which was written with it; nil for one that has no file yet.
  var recordPath: String? {
    path.hasSuffix(ImportedTexts.ending)
      ? String(path.dropLast(ImportedTexts.ending.count)) + IntakeRecord.ending : nil
  }

  init(document: String, fingerprint: String, page: String, fields: [String: String] = [:]) {
    (self.document, self.fingerprint) = (document, fingerprint)
    (self.page, self.fields) = (page, fields)
  }

  private static let ending = ".testi.json"
  /// More documents than that no edition has.
  private static let most = 10_000

  // Reading

  private init?(_ bytes: [UInt8], at path: String, _ kinds: [EntityKind]) {
    guard let file = try? YAMLFile(bytes, isMarkdown: false) else { return nil }
    func text(_ steps: String...) -> String? {
      file.text(FieldPath(steps.map { .field($0) }))
    }
    guard let document = text("documento"), let print = text("impronta"), let page = text("pagina")
    else { return nil }
    self.init(document: document, fingerprint: print, page: page)
    self.path = path
    register = text("registro").flatMap(EntityKind.init(word:))
    for name in kinds.flatMap(\.table.fields).map(\.italian) + [RegisterImport.field] {
      fields[name] = text("campi", name)
    }
  }

  /// What was taken into an edition so far of which the page is still there, in the order of the files' names.
  static func all(in place: RecordPlace) -> [ImportedTexts] {
    let folder = Path.join(place.root, IntakeFolder.name)
    let home = place.home.isEmpty ? "" : place.home + "/"
    let names = (try? FileSystem.names(in: folder))?.filter { $0.hasSuffix(ending) } ?? []
    return names.sorted().prefix(most).compactMap { name in
      guard let bytes = try? FileSystem.read(Path.join(folder, name)),
        var one = ImportedTexts(
          bytes, at: Path.join(IntakeFolder.name, name),
          [.achievement, .objective, .context, .indicator]),
        one.page.hasPrefix(home), let page = one.path(in: place)
      else { return nil }
      one.page = page
      return one
    }
  }

  /// Where its page is, also when somebody moved it; nil where it is gone.
  private func path(in place: RecordPlace) -> String? {
    if FileSystem.status(Path.join(place.root, page))?.kind == .file { return page }
    if let register { return place.outline.files(of: register, in: place.edition).last }
    if let name = fields["nome"].flatMap({ AnsweredText($0) }) {
      return place.indicator(named: name)?.path
    }
    return fields["titolo"].flatMap { place.page(titled: $0) }
  }

  // Writing

  private var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.lineBreak()
      json.member("documento", document)
      json.lineBreak()
      json.member("impronta", fingerprint)
      json.lineBreak()
      json.member("pagina", page)
      json.lineBreak()
      if let register {
        json.member("registro", register.italian)
        json.lineBreak()
      }
      json.member("campi") { json in
        json.object { json in
          for (name, text) in fields.sorted(by: { $0.key < $1.key }) {
            json.lineBreak()
            json.member(name, text)
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// Puts it in the place of what was known of the document, or beside the others.
  func write(_ revision: inout Revision) throws(DeskError) {
    guard path.isEmpty else {
      return revision.put(bytes, at: path, insteadOf: try revision.bytes(of: path))
    }
    revision.begin(
      IntakeFolder.freePath(forDocument: document, ending: ImportedTexts.ending, in: revision),
      bytes)
  }

  /// The same document as it is now.
  func renewed(_ document: String, _ fingerprint: String) -> ImportedTexts {
    var texts = ImportedTexts(
      document: document, fingerprint: fingerprint, page: page, fields: fields)
    (texts.path, texts.register) = (path, register)
    return texts
  }
}

/// A field that says one thing in the document and another here, which it did not say before.
package struct ImportConflict: ExplainedError {
  /// A stretch of a field, as it stands here and in the document.
  package typealias Field = (label: Phrase, here: String, there: String)

  let page: String
  package let fields: [Field]

  package var message: Phrase {
    func names(_ language: Language) -> String {
      // A field may part in several places.
      var seen: Set<String> = []
      return fields.map { $0.label.text(in: language) }.filter { seen.insert($0).inserted }
        .map { "«\($0)»" }.joined(separator: ", ")
    }
    return Phrase(
      it:
        "in `\(page)` qui e nel documento sono diversi: \(names(.italian)); non ho scritto niente",
      en:
        "in `\(page)` are different here and in the document: \(names(.english)); nothing was written"
    )
  }

  package var help: Phrase? {
    func shown(_ field: (label: Phrase, here: String, there: String), _ language: Language)
      -> String
    {
      let (here, there) = (ImportConflict.cut(field.here), ImportConflict.cut(field.there))
      let label = field.label.text(in: language)
      return language == .italian
        ? "«\(label)», qui: «\(here)»; nel documento: «\(there)»"
        : "«\(label)», here: «\(here)»; in the document: «\(there)»"
    }
    return Phrase(
      it:
        "\(fields.map { shown($0, .italian) }.joined(separator: ". ")). Con `--tieni` resta quello che c'è qui, e "
        + "il resto entra",
      en:
        "\(fields.map { shown($0, .english) }.joined(separator: ". ")). With `--keep` what stands here stays, and "
        + "the rest comes in")
  }

  /// The first of it, in one line.
  static func cut(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.isEmpty { return "–" }
    return words.count > 160 ? words.prefix(160) + "…" : words
  }
}
