import Markdown

/// A part of a page's template as Markdown, with marks where its tags stand.
///
/// The marks are characters of the private use area, which no template may hold; they are gone when the
/// template has been read.
struct PageText {
  enum Mark {
    case value(Slot, ViewShape)
    case component([TemplateStep])
    case open(TemplateCompiler.EnteredSection)
    case close
    /// A section of whole items of a list, or rows of a table, opens in the first and closes in the last.
    case openItems(TemplateCompiler.EnteredSection)
    case closeItems
  }

  private(set) var text = ""
  private(set) var marks: [Mark] = []
  /// Marks that stand behind the sign of the next item or row.
  private var waiting: [Mark] = []

  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  mutating func append(_ literal: some StringProtocol) {
    var literal = Substring(literal)
    if !waiting.isEmpty, let sign = PageText.itemSign(literal) {
      text += literal[..<sign]
      literal = literal[sign...]
      let marks = waiting
      waiting = []
      for mark in marks { append(mark) }
    }
    text += literal
  }

  mutating func append(_ mark: Mark) {
    text += "\u{E000}\(marks.count)\u{E001}"
    marks.append(mark)
  }

  mutating func openItems(_ section: TemplateCompiler.EnteredSection) {
    waiting.append(.openItems(section))
  }

  /// Closes behind the last words of the item or row before.
  mutating func closeItems() {
    var tail: [Character] = []
    func takeBlanks() {
      while let last = text.last, last.isWhitespace { tail.append(text.removeLast()) }
    }
    takeBlanks()
    if text.last == "|" {
      tail.append(text.removeLast())
      takeBlanks()
    }
    append(.closeItems)
    text += String(tail.reversed())
  }

  /// Where the sign ends that begins an item of a list or a row of a table; nil where there is none.
  static func itemSign(_ line: Substring) -> Substring.Index? {
    let blanks = line.prefix { $0 == " " }
    let rest = line[blanks.endIndex...]
    guard let first = rest.first else { return nil }
    if first == "|" { return rest.dropFirst().drop { $0 == " " }.startIndex }
    var end = rest.index(after: rest.startIndex)
    if first.isASCII, first.isNumber {
      while end < rest.endIndex, rest[end].isASCII, rest[end].isNumber {
        end = rest.index(after: end)
      }
      guard end < rest.endIndex, rest[end] == "." || rest[end] == ")" else { return nil }
      end = rest.index(after: end)
    } else if !"-*+".contains(first) {
      return nil
    }
    guard end < rest.endIndex, rest[end] == " " else { return nil }
    return rest.index(after: end)
  }

  enum Part {
    case text(String)
    case mark(Mark)
  }

  /// A text of the parsed Markdown, cut at its marks.
  func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.unicodeScalars.firstIndex(of: "\u{E000}"),
      let close = rest[open...].unicodeScalars.firstIndex(of: "\u{E001}")
    {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      if let number = Int(rest[rest.unicodeScalars.index(after: open)..<close]),
        marks.indices.contains(number)
      {
        parts.append(.mark(marks[number]))
      }
      rest = rest[rest.unicodeScalars.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return parts
  }
}
