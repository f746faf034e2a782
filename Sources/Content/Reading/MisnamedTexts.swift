import Diagnostics
import Files
import SocialReport

/// Texts of the report whose names keep them from being read: `1-mensa.md.txt`, `obiettivo.yml.txt`.
///
/// They are known by their names, or by how they begin; otherwise a page would be missing from the site
/// without a word.
enum MisnamedTexts {
  private static let other: Set<String> = ["markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtxt"]

  static func diagnostics(_ folder: Folder, firstID: Int) -> [Diagnostic] {
    let known = Set(folder.texts.map(\.path))
    return folder.assets.compactMap { asset in
      rightName(of: asset).map { name in
        let isThere = known.contains(Path.join(Path.folder(of: asset.path), name))
        return unread(asset.path, name, isThere: isThere)
      }
    }
      + folder.texts.enumerated().compactMap { index, text in
        doubleEnding(of: Path.name(of: text.path)).map {
          twoEndings($0, SourceFile.ID(firstID + index))
        }
      } + folder.folders.filter { isText($0) }.map { namedAsText($0) }
  }

  private static func isText(_ path: String) -> Bool {
    Content.textEndings.contains(Path.ending(of: path))
  }

  /// What is in such a folder is read as in any other, but a text that should have this name is not.
  private static func namedAsText(_ path: String) -> Diagnostic {
    let shown = path.printable(keepsLines: false)
    let stem = Path.withoutEnding(Path.name(of: path)).printable(keepsLines: false)
    let ending = Path.ending(of: path)
    return Diagnostic(
      .misnamedText,
      Phrase(
        it: "`\(shown)` ha il nome di un testo, ma è una cartella",
        en: "`\(shown)` has the name of a text, but is a folder"),
      help: Phrase(
        it:
          "se è una cartella di testi, chiamala `\(stem)`; se doveva essere un testo, salvalo di nuovo "
          + "come file `.\(ending)` al suo posto",
        en:
          "if it is a folder of texts, call it `\(stem)`; if it was to be a text, save that again as a "
          + "`.\(ending)` file in its place"), at: nil, severity: .warning)
  }

  /// What a file would be called if it were read as the text it is; nil for any other file.
  private static func rightName(of asset: Folder.Asset) -> String? {
    let name = Path.name(of: asset.path)
    let ending = Path.ending(of: name)
    let stem = Path.withoutEnding(name)
    if Content.textEndings.contains(Path.ending(of: stem)), ["txt", "text"].contains(ending) {
      return stem
    }
    if other.contains(ending) { return stem + ".md" }
    guard let kind = Beginning(asset.head) else { return nil }
    let bare = Content.textEndings.contains(Path.ending(of: stem)) ? Path.withoutEnding(stem) : stem
    return bare + (kind == .markdown ? ".md" : ".yml")
  }

  /// How a file begins that is a text of the report.
  private enum Beginning {
    case markdown, yaml

    init?(_ head: [UInt8]) {
      // The beginning of most files settles it: pictures and documents begin with other bytes.
      guard let first = head.first(where: { $0 > 0x20 }),
        [0x23, 0x2D, 0x6B, 0x74, 0xEF, 0xFE, 0xFF].contains(first)
      else { return nil }
      let even = Array(head.prefix(4096))
      var lines = TextEncoding.read(even).text.split { $0.isNewline }[...]
      if lines.first?.first == "\u{FEFF}" {
        lines[lines.startIndex] = lines[lines.startIndex].dropFirst()
      }
      lines = lines.drop { $0.hasPrefix("#") }
      let isMarkdown = lines.first?.allSatisfy { $0 == "-" } == true && lines.first?.count == 3
      if isMarkdown { lines = lines.dropFirst() }
      let isText = lines.prefix(isMarkdown ? 40 : 3).contains { line in
        guard let colon = line.firstIndex(of: ":"), ["tipo", "kind"].contains(line[..<colon])
        else { return false }
        let word = line[line.index(after: colon)...].filter { !$0.isWhitespace }
        return EntityKind(word: word) != nil
      }
      guard isText else { return nil }
      self = isMarkdown ? .markdown : .yaml
    }
  }

  /// The name with one ending, of a text that has two.
  private static func doubleEnding(of name: String) -> String? {
    let stem = Path.withoutEnding(name)
    let inner = Path.ending(of: stem)
    guard Content.textEndings.contains(inner) || ["txt", "markdown"].contains(inner) else {
      return nil
    }
    return Path.withoutEnding(stem) + "." + Path.ending(of: name)
  }

  /// - Parameter isThere: whether a text of the right name stands beside it.
  private static func unread(_ path: String, _ right: String, isThere: Bool) -> Diagnostic {
    let shown = path.printable(keepsLines: false)
    let right = right.printable(keepsLines: false)
    return Diagnostic(
      .misnamedText,
      Phrase(
        it: "`\(shown)` sembra un testo del bilancio, ma con questo nome non si legge",
        en: "`\(shown)` seems to be a text of the report, but by this name it is not read"),
      help: isThere
        ? Phrase(
          it: "c'è già `\(right)`: tieni uno dei due",
          en: "`\(right)` is there already: keep one of the two")
        : Phrase(
          it:
            "chiamalo `\(right)`: Windows nasconde la fine dei nomi, che si vede con Visualizza > "
            + "Estensioni nomi file; se non fa parte del bilancio, dagli un nome che comincia con `_`",
          en:
            "call it `\(right)`: Windows hides the ends of names, which View > File name extensions "
            + "shows; if it is no part of the report, give it a name that begins with `_`"), at: nil
    )
  }

  private static func twoEndings(_ right: String, _ id: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      .misnamedText,
      Phrase(
        it: "il nome finisce due volte, e così l'indirizzo della pagina",
        en: "the name has two endings, and so would the address of the page"),
      help: Phrase(it: "chiamalo `\(right)`", en: "call it `\(right)`"),
      at: .wholeFile(id), severity: .warning)
  }
}
