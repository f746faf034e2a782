import Hypertext

/// What readers read of a page: its title, and its sentences in their order.
struct PageText: Sendable {
  private(set) var title = ""
  private(set) var sentences: [String] = []
  /// Those of the frame that pages have in common: what leads about the site, above and below the page itself.
  private(set) var framed: Set<String> = []
  /// What the page itself links to, as it is written.
  private(set) var links: Set<String> = []

  init(_ page: [UInt8]) {
    var block: [UInt8] = []
    var isInTitle = false
    var isInMain = false
    var frames = 0
    func end() {
      defer { block.removeAll(keepingCapacity: true) }
      let ended = PageText.sentences(PageText.plain(block))
      sentences += ended
      if frames > 0 { framed.formUnion(ended) }
    }
    for token in HTMLTokens(page) {
      switch token {
      case .text(let text):
        if isInTitle, title.isEmpty {
          title = PageText.plain(text)
        } else {
          block += text
        }
      case .raw: break
      case .start(let tag):
        if !PageText.inline.contains(tag.name) { end() }
        isInTitle = tag.name == "title"
        if tag.name == "main" { isInMain = true }
        if !isInMain, PageText.frames.contains(tag.name) { frames += 1 }
        if isInMain, tag.name == "a", let link = tag["href"] { links.insert(link) }
      case .end(let name):
        if !PageText.inline.contains(name) { end() }
        isInTitle = false
        if name == "main" { isInMain = false }
        if !isInMain, frames > 0, PageText.frames.contains(name) { frames -= 1 }
      }
    }
    end()
  }

  private static let frames: Set<String> = ["header", "footer", "nav"]

  /// Elements within a sentence.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
  ]

  /// Text without references, with one blank between words.
  private static func plain(_ bytes: some Sequence<UInt8>) -> String {
    var text = String(decoding: Array(bytes), as: UTF8.self)
    if text.utf8.contains(UInt8(ascii: "&")) {
      text = text.replacing("&nbsp;", with: "\u{A0}").replacing("&quot;", with: "\"")
        .replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
    }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// A sentence ends with its sign before a blank and a word that does not go on in small letters.
  private static func sentences(_ block: String) -> [String] {
    guard !block.isEmpty else { return [] }
    var sentences: [String] = []
    var words: [Substring] = []
    for word in block.split(separator: " ") {
      if let last = words.last?.last, ".!?…".contains(last), let first = word.first,
        !first.isLowercase, !first.isNumber
      {
        sentences.append(words.joined(separator: " "))
        words = []
      }
      words.append(word)
    }
    return sentences + [words.joined(separator: " ")]
  }
}
