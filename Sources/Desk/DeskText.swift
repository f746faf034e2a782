import Diagnostics
import SocialReport
import Writing

/// A value as somebody gave it, in the form that its field has.
package enum DeskText {
  /// The most that a text may have, in bytes: what a file may.
  private static let most = 1 << 20

  /// - Throws: `unfitText` for what no file of ours may hold.
  package static func check(_ text: String) throws(DeskError) {
    guard text.utf8.count <= most else {
      throw .unfitText(
        Phrase(it: "il testo supera 1 MiB", en: "the text is over 1 MiB"))
    }
    for character in HiddenCharacter.all(in: text[...]) {
      guard character.kind.isForbidden || character.kind == .lost else { continue }
      let code = HiddenCharacter.code(of: character.scalar)
      throw .unfitText(
        Phrase(
          it: "nel testo c'è un carattere che non si può scrivere: \(code)",
          en: "the text has a character that cannot be written: \(code)"))
    }
  }

  /// Sees that the number of a table is one: what it is read as must not hang on the numbers around it.
  package static func checkNumber(_ text: String, _ field: String) throws(DeskError) {
    guard field == "value", case .ambiguous = Numerals.read(text, isQuoted: false) else { return }
    throw .unfitText(
      Phrase(
        it: "`\(text)` può voler dire due numeri: scrivi `\(text.filter { $0 != "." })` o "
          + "`\(text.replacing(".", with: ","))`",
        en: "`\(text)` may be two numbers: write `\(text.filter { $0 != "." })` or "
          + "`\(text.replacing(".", with: ","))`"))
  }

  /// With the line end that the old value has behind it, or that a text of several lines gets.
  ///
  /// - Parameter old: nil where nothing is written yet.
  package static func value(_ text: String, insteadOf old: String?, isText: Bool) -> String {
    var core = text
    while let last = core.unicodeScalars.last, last.value == 0x0A || last.value == 0x0D {
      core.unicodeScalars.removeLast()
    }
    guard !core.isEmpty else { return "" }
    if let old, !old.isEmpty {
      let isEnded = old.unicodeScalars.last?.value == 0x0A
      let isOne = !old.contains(where: \.isNewline)
      return isEnded || isOne && core.contains(where: \.isNewline) ? core + "\n" : core
    }
    return isText || core.contains(where: \.isNewline) ? core + "\n" : core
  }
}
