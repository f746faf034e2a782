import Diagnostics
import Files

/// Texts and folders that are copies of others beside them, by their names or word for word.
///
/// Which of the two is the good one only their author knows, so a copy is an error; it is left out of the
/// report, because all that could be said of it besides would be wrong advice.
struct Copies {
  private let texts: [Folder.Text]
  private let firstID: Int
  private let byPath: [String: Int]
  private var copies: Set<Int> = []
  /// The lines of texts that others are laid beside, which may be thousands.
  private var lines: [Int: TextDifference.Lines] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ texts: [Folder.Text], firstID: Int) {
    (self.texts, self.firstID) = (texts, firstID)
    byPath = Dictionary(
      texts.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    findFolders()
    findFiles()
  }

  func isCopy(_ index: Int) -> Bool { copies.contains(index) }

  var leavesOut: Bool { !copies.isEmpty }

  private func id(_ index: Int) -> SourceFile.ID { SourceFile.ID(firstID + index) }

  /// A name by which files are found whose case and ending may differ.
  private static func key(_ folder: String, _ name: some StringProtocol) -> String {
    folder + "/" + name.lowercased()
  }

  // Folders

  /// Copies of folders are looked for down to this depth; a report has some four.
  private static let deepest = 40

  private mutating func findFolders() {
    var contents: [String: [Int]] = [:]
    for (index, text) in texts.enumerated() {
      var folder = Path.folder(of: text.path)
      guard folder.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Copies.deepest else { continue }
      while !folder.isEmpty {
        contents[folder, default: []].append(index)
        folder = Path.folder(of: folder)
      }
    }
    // Case and accents of a name may differ from those of its copy's.
    let known = Dictionary(
      contents.keys.sorted().map { (Copies.key(Path.folder(of: $0), Path.name(of: $0)), $0) },
      uniquingKeysWith: { first, _ in first })
    var bySignature: [String: String] = [:]
    // Folders come before those that stand in them.
    for folder in contents.keys.sorted() {
      let inside = contents[folder] ?? []
      guard !inside.contains(where: copies.contains) else { continue }
      let parent = Path.folder(of: folder)
      let original = original(of: Path.name(of: folder)) { name in
        known[Copies.key(parent, name)].flatMap { $0 == folder ? nil : $0 }
      }
      let signature = signature(of: folder, inside)
      if let (original, isCertain) = original {
        let difference = difference(between: original, folder, contents)
        if isCertain || difference.isEmpty {
          tell(folder, original, inside, difference)
          continue
        }
      }
      // A year that was begun from the one before is told by its `anno`.
      if let twin = bySignature[signature], !Copies.isYear(folder),
        difference(between: twin, folder, contents).isEmpty
      {
        tell(folder, twin, inside, [])
      } else if bySignature[signature] == nil {
        bySignature[signature] = folder
      }
    }
  }

  private func original(of name: String, _ find: (String) -> String?) -> (String, Bool)? {
    guard let copy = CopyName(name) else { return nil }
    return copy.originals.lazy.compactMap(find).first.map { ($0, copy.isCertain) }
  }

  private static func isYear(_ folder: String) -> Bool {
    folder.utf8.count == 4 && folder.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Equal for folders that may hold the same texts.
  private func signature(of folder: String, _ inside: [Int]) -> String {
    Path.folder(of: folder)
      + inside.map { "\n\(relative($0, folder)) \(texts[$0].text.utf8.count)" }.joined()
  }

  private func relative(_ index: Int, _ folder: String) -> Substring {
    texts[index].path.dropFirst(folder.count + 1)
  }

  /// The texts of a folder that are not in another, or not the same there.
  private func difference(
    between original: String, _ copy: String, _ contents: [String: [Int]]
  ) -> [Substring] {
    (contents[copy] ?? []).filter { index in
      let other = byPath[Path.join(original, String(relative(index, copy)))]
      return other.map { texts[$0].text } != texts[index].text
    }.map { relative($0, copy) }
  }

  private mutating func tell(
    _ folder: String, _ original: String, _ inside: [Int], _ difference: [Substring]
  ) {
    copies.formUnion(inside)
    guard let first = inside.first else { return }
    let names = difference.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    let more = difference.count > 3 ? "…" : ""
    let name = folder.printable(keepsLines: false)
    let detail =
      difference.isEmpty
      ? Phrase(
        it: "; i testi sono uguali parola per parola", en: "; the texts are the same word for word")
      : Phrase(
        it: "; i testi diversi sono \(difference.count) su \(inside.count): \(names)\(more)",
        en: "; of \(inside.count) texts \(difference.count) differ: \(names)\(more)")
    diagnostics.append(
      Diagnostic(
        .copiedFile,
        Phrase(
          it: "la cartella `\(name)` è una copia di `\(original)`" + detail.italian,
          en: "the folder `\(name)` is a copy of `\(original)`" + detail.english),
        help: Phrase(
          it: "tieni una delle due; se vuoi cominciarne una nuova da questa, dalle un altro nome e "
            + "cambiane i testi",
          en:
            "keep one of the two; to begin a new one from it, give it another name and change its "
            + "texts"), at: .wholeFile(id(first))))
  }

  // Files

  private mutating func findFiles() {
    var known: [String: Int] = [:]
    var sameSize: [String: [Int]] = [:]
    for (index, text) in texts.enumerated()
    where !copies.contains(index) && Path.ending(of: text.path) != "csv" {
      let folder = Path.folder(of: text.path)
      let stem = Path.withoutEnding(Path.name(of: text.path))
      if known[Copies.key(folder, stem)] == nil { known[Copies.key(folder, stem)] = index }
      sameSize["\(folder)/\(text.text.utf8.count)", default: []].append(index)
    }
    for index in texts.indices
    where !copies.contains(index) && Path.ending(of: texts[index].path) != "csv" {
      let folder = Path.folder(of: texts[index].path)
      let stem = Path.withoutEnding(Path.name(of: texts[index].path))
      guard let name = CopyName(stem) else { continue }
      let found = name.originals.lazy.compactMap { known[Copies.key(folder, $0)] }.first
      if let found, found != index {
        let difference = difference(between: found, index)
        if name.isCertain || difference.isOfOneText { tell(index, found, difference) }
      } else if name.isCertain, found == nil {
        tellLeftAlone(index, name.originals.last ?? stem)
      }
    }
    for group in sameSize.values.map({ $0.filter { !copies.contains($0) } }) where group.count > 1 {
      findTwins(group)
    }
    diagnostics.sort { ($0.place?.file.index ?? 0) < ($1.place?.file.index ?? 0) }
  }

  private mutating func difference(between original: Int, _ copy: Int) -> TextDifference {
    let known = lines[original] ?? TextDifference.Lines(texts[original].text)
    lines[original] = known
    return TextDifference(known, texts[copy].text)
  }

  /// Texts of one folder that are the same word for word: the first name is that of the original.
  private mutating func findTwins(_ group: [Int]) {
    var first: [TextKey: Int] = [:]
    for index in group where texts[index].text.utf8.contains(where: { $0 > 0x20 }) {
      let key = TextKey(texts[index].text[...])
      if let original = first[key] {
        tell(index, original, TextDifference("", ""))
      } else {
        first[key] = index
      }
    }
  }

  private mutating func tell(_ copy: Int, _ original: Int, _ difference: TextDifference) {
    copies.insert(copy)
    let name = Path.name(of: texts[original].path).printable(keepsLines: false)
    let detail =
      difference.first == nil
      ? Phrase(it: ", uguale parola per parola", en: ", the same word for word")
      : difference.lines == 1
        ? Phrase(it: ", con una riga diversa", en: ", with one line that differs")
        : Phrase(
          it: ", con \(difference.lines) righe diverse",
          en: ", with \(difference.lines) lines that differ")
    diagnostics.append(
      Diagnostic(
        .copiedFile,
        Phrase(
          it: "questo file è una copia di `\(name)`" + detail.italian,
          en: "this file is a copy of `\(name)`" + detail.english),
        help: Phrase(
          it: "tieni uno dei due; se deve diventare un testo nuovo, cambiagli nome",
          en: "keep one of the two; if it is to become a new text, give it another name"),
        at: .wholeFile(id(copy)),
        notes: difference.first.map { line in
          [
            .init(
              Phrase(it: "la prima riga diversa è questa", en: "the first line that differs"),
              at: place(ofLine: line, in: copy) ?? place(ofLine: line, in: original))
          ]
        } ?? []))
  }

  private func place(ofLine line: Int, in index: Int) -> SourceRange? {
    let bytes = LineIndex(texts[index].text).bytes(ofLine: line)
    return bytes.isEmpty ? nil : SourceRange(file: id(index), bytes: bytes)
  }

  private mutating func tellLeftAlone(_ index: Int, _ original: String) {
    let ending = Path.ending(of: texts[index].path)
    diagnostics.append(
      Diagnostic(
        .copiedFile,
        Phrase(
          it: "il nome è quello di una copia, ma l'originale non c'è",
          en: "the name is that of a copy, but the original is not there"),
        help: Phrase(
          it: "se è il testo buono chiamalo `\(original).\(ending)`: il nome diventa l'indirizzo",
          en: "if it is the good text call it `\(original).\(ending)`: the name becomes the address"
        ), at: .wholeFile(id(index)), severity: .warning))
  }
}
