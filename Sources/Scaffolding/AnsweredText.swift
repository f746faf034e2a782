import Content
import Diagnostics
import Files

/// What somebody answered or gave as an option, as it can stand on one line of a file.
package struct AnsweredText: Sendable, Equatable {
  package let text: String
  /// Whether nobody wrote it yet: words of the program's own, which stand where somebody's will.
  let isPlaceholder: Bool

  /// What no page may hold is left out, and all that parts words is one space; nil where nothing is left.
  package init?(_ answer: String) {
    var scalars = String.UnicodeScalarView()
    for scalar in answer.composed.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        if scalars.last != " " { scalars.append(" ") }
      } else if HiddenCharacter.kind(of: scalar) == nil {
        scalars.append(scalar)
      }
    }
    let words = String(scalars).split(separator: " ")
    guard !words.isEmpty else { return nil }
    text = words.joined(separator: " ")
    isPlaceholder = false
  }

  /// Words of the program's own.
  init(fixed text: String) { (self.text, isPlaceholder) = (text, true) }

  /// As an id, and as the name of a file or a folder: short enough for every disk and address.
  package var slug: String { AnsweredText.slug(text) }

  static func slug(_ text: String) -> String {
    let whole = Slug.make(text)
    guard whole.utf8.count > longest else { return trimmed(whole[...]) }
    let cut = whole.prefix(longest)
    // Not in the middle of a word, unless there is only one.
    return trimmed(cut.lastIndex(of: "-").map { cut[..<$0] } ?? cut)
  }

  private static func trimmed(_ slug: Substring) -> String {
    var slug = slug
    while slug.last == "-" { slug = slug.dropLast() }
    return slug.isEmpty ? "pagina" : String(slug)
  }

  private static let longest = 60
}
