import Diagnostics
import Files
import SocialReport
import YAMLTree

/// One file of the content, read by the table of its kind.
///
/// A class, so that to sort thousands of them copies none of their values.
final class DecodedFile: Sendable {
  let path: String
  let id: SourceFile.ID
  let kind: EntityKind
  /// One record, or the entries of a list; none for an achievement that was made.
  let records: [FieldValues]
  /// The value of a file that holds an achievement, if it has all that one needs.
  ///
  /// It is made here, where files are read side by side, because most files are achievements.
  let achievement: Achievement?
  /// All that is printed of the file without being Markdown.
  let plainTexts: [Sourced<String>]
  let place: SourceRange
  let diagnostics: [Diagnostic]
  /// What is still to be written or confirmed.
  let pending: [PendingField]

  init(
    path: String, id: SourceFile.ID, kind: EntityKind, records: [FieldValues],
    achievement: Achievement?, plainTexts: [Sourced<String>], place: SourceRange,
    diagnostics: [Diagnostic], pending: [PendingField]
  ) {
    self.path = path
    self.id = id
    self.kind = kind
    self.records = records
    self.achievement = achievement
    self.plainTexts = plainTexts
    self.place = place
    self.diagnostics = diagnostics
    self.pending = pending
  }
}

extension DecodedFile {
  /// The keys of a file that are no fields of what it holds.
  static let kindKeys: Set<String> = [EntityKind.key.italian, EntityKind.key.english]
  private static let entryKeys: Set<String> = [
    EntityKind.entries.italian, EntityKind.entries.english,
  ]

  /// Reads a file; nil, with diagnostics, where nothing can be made of it.
  ///
  /// - Parameter isDraft: whether the edition that it belongs to is one.
  static func read(
    _ text: Folder.Text, _ id: SourceFile.ID, _ spreadsheets: Spreadsheets, isDraft: Bool
  ) -> (file: DecodedFile?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    if let invalid = text.invalidAt {
      diagnostics.append(notUTF8(at: SourceRange(file: id, bytes: invalid..<invalid + 1)))
      return (nil, diagnostics)
    }
    if text.isTooLong || text.text.utf8.count > Content.maximumBytes {
      diagnostics.append(tooLarge(at: .wholeFile(id)))
      return (nil, diagnostics)
    }
    if let marker = MergeMarker.first(in: text.text) {
      diagnostics.append(MergeMarker.diagnostic(at: SourceRange(file: id, bytes: marker)))
      return (nil, diagnostics)
    }
    let start = text.text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var yaml = (text: text.text.utf8.dropFirst(start), offset: start)
    var body: EmbeddedText?
    if Path.ending(of: text.path) == "md" {
      do throws(FrontMatter.Absence) {
        let parts = try FrontMatter(text.text, from: start)
        yaml = (parts.yaml.text.utf8, parts.yaml.offset)
        let range = parts.body.offset..<parts.body.offset + parts.body.text.utf8.count
        body = EmbeddedText(parts.body.text, at: SourceRange(file: id, bytes: range))
      } catch {
        diagnostics.append(noFrontMatter(error, id, start))
        return (nil, diagnostics)
      }
    }
    guard
      var root = YAMLReader.read(Substring(yaml.text), of: id, at: yaml.offset, into: &diagnostics)
    else {
      if diagnostics.isEmpty { diagnostics.append(missingKind(at: .wholeFile(id))) }
      return (nil, diagnostics)
    }
    if Substring(yaml.text).offset(of: "\\") != nil {
      var escaped = EscapedCharacters(inFile: text.text)
      root = escaped.clean(root)
      diagnostics += escaped.diagnostics
    }
    guard let (kind, place) = kind(of: root, id, &diagnostics) else { return (nil, diagnostics) }
    var decoder = Decoder(spreadsheets: spreadsheets, path: text.path, text: text.text)
    if case .mapping(let pairs, _) = root {
      decoder.isDraft = isDraft || DraftFolders.isDraft(pairs)
    }
    let records = records(of: kind, root, body, &decoder)
    let name = FileName(path: text.path, kind: kind, place: place)
    var achievement =
      kind == .achievement ? records.first.flatMap { Achievement($0.named(name.id(of: $0))) } : nil
    achievement?.numberInName = name.number
    let office = records.first.flatMap { $0.text("office") ?? $0.text("owner") }?.value
    let pending = decoder.pending.map { field in
      var field = field
      if !kind.isList { field.office = office }
      return field
    }
    let file = DecodedFile(
      path: text.path, id: id, kind: kind, records: achievement == nil ? records : [],
      achievement: achievement, plainTexts: records.flatMap(\.plainTexts), place: place,
      diagnostics: decoder.diagnostics, pending: pending)
    return (file, diagnostics)
  }

  private static func records(
    of kind: EntityKind, _ root: YAMLNode, _ body: EmbeddedText?, _ decoder: inout Decoder
  ) -> [FieldValues] {
    guard kind.isList else {
      let main = kind.mainText.flatMap { name in body.map { (name: name, text: $0) } }
      return [decoder.record(root, kind.table, reserved: kindKeys, body: main)]
    }
    guard case .mapping(let pairs, _) = root else { return [] }
    guard let entries = pairs.first(where: { entryKeys.contains($0.key.text) }) else {
      decoder.report(
        Diagnostic(
          .missingKey,
          Phrase(it: "manca l'elenco `voci:`", en: "the list `entries:` is missing"),
          help: Phrase(
            it: "scrivi `voci:`, e sotto ogni voce con `- ` davanti al suo primo campo",
            en: "write `entries:`, and below it every entry with `- ` before its first field"),
          at: pairs.first?.key.place ?? root.place))
      return []
    }
    for pair in pairs
    where !kindKeys.contains(pair.key.text) && !entryKeys.contains(pair.key.text) {
      decoder.report(
        Diagnostic(
          .unknownKey,
          Phrase(
            it: "il campo `\(pair.key.text)` qui non esiste",
            en: "there is no field `\(pair.key.text)` here"),
          help: Phrase(
            it: "in un elenco ci sono solo `tipo` e `voci`",
            en: "a list has only `kind` and `entries`"), at: pair.key.place))
    }
    switch entries.value {
    case .sequence(let nodes, _): return nodes.map { decoder.record($0, kind.table) }
    case .scalar(let scalar) where scalar.isNull: return []
    default:
      decoder.report(
        Diagnostic(
          .wrongType,
          Phrase(
            it: "`voci` è un elenco: ogni voce comincia con `- `",
            en: "`entries` is a list: every entry begins with `- `"),
          help: Phrase(
            it: "metti `- ` davanti al primo campo di ogni voce, e gli altri sotto di lui",
            en: "put `- ` before the first field of every entry, and the others below it"),
          at: entries.value.place))
      return []
    }
  }

  private static func kind(
    of root: YAMLNode, _ id: SourceFile.ID, _ diagnostics: inout [Diagnostic]
  ) -> (EntityKind, SourceRange)? {
    guard case .mapping(let pairs, _) = root,
      let pair = pairs.first(where: { kindKeys.contains($0.key.text) }),
      case .scalar(let word) = pair.value
    else {
      diagnostics.append(missingKind(in: root))
      return nil
    }
    if let kind = EntityKind(word: word.text) { return (kind, word.place) }
    let near = NearMiss.candidates(for: word.text, among: EntityKind.allCases.map(\.italian))
    diagnostics.append(
      Diagnostic(
        .unknownKind,
        Phrase(it: "`\(word.text)` non è un tipo di file", en: "`\(word.text)` is no kind of file"),
        help: NearMiss.help(for: word.text, among: EntityKind.allCases.map(\.italian)) ?? kinds,
        at: word.place,
        correction: NearMiss.correction(
          of: word.text, among: EntityKind.allCases.map(\.italian))))
    // Read as what was probably meant, so that nothing else is told for want of it.
    return near.first.flatMap { EntityKind(word: $0) }.map { ($0, word.place) }
  }

  private static var kinds: Phrase {
    Phrase(
      it: "i tipi sono: " + EntityKind.allCases.map(\.italian).joined(separator: ", "),
      en: "the kinds are: " + EntityKind.allCases.map(\.rawValue).joined(separator: ", "))
  }

  private static func missingKind(in root: YAMLNode) -> Diagnostic {
    guard case .mapping(let pairs, _) = root else { return missingKind(at: root.place) }
    let near = pairs.first { pair in
      kindKeys.contains(pair.key.text.lowercased())
        || !NearMiss.candidates(for: pair.key.text, among: kindKeys).isEmpty
    }
    guard let near else { return missingKind(at: root.place) }
    return Diagnostic(
      .unknownKind,
      Phrase(
        it: "il file non dice di che tipo è: `\(near.key.text)` non è `tipo`",
        en: "the file does not say what it is: `\(near.key.text)` is not `kind`"),
      help: Phrase(it: "forse intendevi `tipo`", en: "did you mean `kind`"), at: near.key.place)
  }

  private static func missingKind(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .unknownKind,
      Phrase(
        it: "il file non dice di che tipo è: manca `tipo:`",
        en: "the file does not say what it is: `kind:` is missing"), help: kinds, at: place)
  }

  private static func noFrontMatter(
    _ absence: FrontMatter.Absence, _ id: SourceFile.ID, _ start: Int
  ) -> Diagnostic {
    let place = SourceRange(file: id, bytes: start..<start + 3)
    return switch absence {
    case .noOpening:
      Diagnostic(
        .yamlSyntax,
        Phrase(
          it: "un file `.md` comincia con una riga `---` e i suoi campi",
          en: "a `.md` file begins with a line `---` and its fields"),
        help: Phrase(
          it:
            "scrivi in cima `---`, i campi (`tipo: …`) e un'altra riga `---`; se non fa parte del "
            + "bilancio, dagli un nome che comincia con `_`",
          en: "write at the top `---`, the fields (`kind: …`) and another line `---`; if it is no "
            + "part of the report, give it a name that begins with `_`"), at: place)
    case .noClosing:
      Diagnostic(
        .yamlSyntax,
        Phrase(
          it: "dopo i campi manca la seconda riga `---`",
          en: "the second line `---` after the fields is missing"),
        help: Phrase(
          it: "scrivi `---` da solo su una riga tra l'ultimo campo e il testo",
          en: "write `---` alone on a line between the last field and the text"), at: place)
    }
  }

  static func tooLarge(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .fileTooLarge,
      Phrase(it: "il file supera 2 MiB", en: "the file is over 2 MiB"),
      help: Phrase(
        it: "dividilo; se non fa parte del bilancio, dagli un nome che comincia con `_`",
        en: "split it; if it is no part of the report, give it a name that begins with `_`"),
      at: place)
  }

  static func notUTF8(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .notUTF8,
      Phrase(
        it: "il file non è un testo, o mescola due codifiche: qui non è UTF-8",
        en: "the file is no text, or mixes two encodings: here it is not UTF-8"),
      help: Phrase(
        it: "correggi questa lettera, oppure salva tutto di nuovo scegliendo la codifica UTF-8",
        en: "correct this letter, or save it all again and choose the encoding UTF-8"), at: place)
  }
}
