import Diagnostics
import Files

/// A text of the content without the characters that no page may hold, and what was amiss with them.
struct CheckedText: Sendable {
  let text: Folder.Text
  let diagnostics: [Diagnostic]

  init(_ original: Folder.Text, _ id: SourceFile.ID) {
    guard original.invalidAt == nil, original.text.utf8.count <= Content.maximumBytes else {
      // What keeps it from being read is told by those who read it.
      (text, diagnostics) = (original, [])
      return
    }
    var found: [Diagnostic] = []
    if original.encoding != .utf8, let name = original.encoding.name {
      found.append(CheckedText.otherEncoding(name, id))
    }
    func place(_ bytes: Range<Int>) -> SourceRange { SourceRange(file: id, bytes: bytes) }
    let content = original.text[...]
    let misread = Misreading.all(in: content)
    var hidden = HiddenCharacter.all(in: content)
    if !misread.isEmpty, !hidden.isEmpty {
      // The controls in a letter that was misread are told with it.
      hidden = hidden.filter { one in !misread.contains { $0.range.overlaps(one.range) } }
    }
    found += HiddenCharacter.diagnostics(hidden) { place($0.range) }
    if let mistake = Misreading.diagnostics(misread, at: { place($0.range) }) {
      found.append(mistake)
    }
    diagnostics = found
    let clean = CheckedText.clean(content, hidden)
    text = clean.map { Folder.Text(path: original.path, text: $0) } ?? original
  }

  /// A text with blanks of as many bytes in place of each forbidden character, so that all else stays
  /// where it is; nil where it has none.
  static func clean(_ text: Substring, _ hidden: [HiddenCharacter]) -> String? {
    let forbidden = hidden.filter { $0.kind.isForbidden }
    guard !forbidden.isEmpty else { return nil }
    var bytes = Array(text.utf8)
    for character in forbidden {
      // Of spaces Markdown would count four and take the line for code.
      bytes.replaceSubrange(character.range, with: blanks[character.range.count - 1].utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Of one, two, three and four bytes.
  private static let blanks = [" ", "\u{A0}", "\u{2003}", "\u{A0}\u{A0}"]

  private static func otherEncoding(_ name: String, _ id: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      .otherEncoding,
      Phrase(
        it: "il file è salvato in \(name), non in UTF-8: si legge lo stesso",
        en: "the file is saved in \(name), not in UTF-8: it is read all the same"),
      help: Phrase(
        it: "se lo salvi di nuovo, scegli la codifica UTF-8",
        en: "when you save it again, choose the encoding UTF-8"),
      at: .wholeFile(id), severity: .hint)
  }
}
