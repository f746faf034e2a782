import Content
import Diagnostics
import Files
import SocialReport
import Writing

/// Values as forms show them, and as they come back.
enum FormValue {
  /// A text of a file as it stands in its control.
  static func shown(_ text: String, _ type: FieldType) -> String {
    switch type {
    case .markdown: trimmed(WrappedText(text).shown)
    case .choice(let words): ChoiceWords.find(text, in: words)?.italian ?? text
    case .flag: FlagWords.value(text).map { $0 ? "sì" : "no" } ?? text
    default: trimmed(text)
    }
  }

  /// What a browser sent, with one kind of line end and none at the ends.
  static func received(_ text: String, _ type: FieldType) -> String {
    // What no page can show is taken for what browsers take it for.
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .replacing("\0", with: "\u{FFFD}")
    switch type {
    case .markdown: return trimmed(lines)
    case .list, .yearPair, .choices:
      return lines.split(separator: "\n", omittingEmptySubsequences: true)
        .map { trimmedBlanks($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
    default: return trimmedBlanks(lines[...])
    }
  }

  /// An entry of a list in a line.
  static func line(_ text: String) -> String {
    received(text, .text()).split(whereSeparator: \.isNewline).map { trimmedBlanks($0) }
      .joined(separator: " ")
  }

  /// The entries of a list, one a line.
  static func entries(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  /// By which it is known later whether a value is still the one that was shown.
  static func fingerprint(_ value: String) -> String {
    String(FileHash.digest(of: Array(value.utf8)).prefix(16))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }

  private static func trimmedBlanks(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
