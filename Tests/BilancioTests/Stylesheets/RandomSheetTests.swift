import Glibc
import Stylesheets
import Testing

/// Sheets changed at random, the same on every run.
struct RandomSheetTests {
  private static let sheet = """
    @charset "utf-8";/*! x */@import url(a;b.css);:root{--x: ;--y:var(--x)}a,.b,#a:hover{top:var(--y)}
    @media(min-width: 1px){@supports (a:b){.a:is(.a,:has(>b)){content:"\\"}";animation:x 1s}}}
    @keyframes x{from{top:0}to{top:1px}}@font-face{font-family:"A B";src:url(data:a;b,{c})}
    .w-1\\/2[class*="col-"],.a:not(.b)::before{font:1px 'A B';&:hover{left:0}}@layer a,b;@layer a{a{top:0}}
    a/* c */{top:0/* d */;}@page{margin:0}
    """

  private static let pieces = [
    "{", "}", "(", ")", "\"", "'", "/*", "*/", ";", "\\", "url(", "--", "@media ", ",", "\n",
    ":is(", "[", "é",
  ]

  /// A few changes of one text.
  private static func changed(
    _ bytes: [UInt8], _ random: inout SplitMix
  ) -> String {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(min(place, end)..<end)
      case 1:
        bytes.insert(
          contentsOf: pieces.randomElement(using: &random).map { Array($0.utf8) } ?? [],
          at: min(place, bytes.count))
      case 2: bytes.insert(contentsOf: bytes[min(place, end)..<end], at: bytes.count / 2)
      default: bytes.removeSubrange(end...)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `no change of a sheet stops the program`() {
    var random = SplitMix(state: 1)
    for _ in 0..<3_000 {
      let css = Self.changed(Array(Self.sheet.utf8), &random)
      let text = kept(css)
      // What is kept once is kept again: nothing in it has lost its meaning by being written anew.
      #expect(kept(text) == text, "\(css)")
    }
  }

  @Test func `no change of a page stops the program`() {
    var random = SplitMix(state: 2)
    let html =
      #"<div {{#a}}class="b {{c}} d-{{e}}{{#f}}g{{/f}}"{{/a}} id='{{{h}}}'>{{! i }}<script>"<p>"</script></div>"#
    for _ in 0..<3_000 {
      var markup = UsedMarkup()
      markup.collect(html: Self.changed(Array(html.utf8), &random))
    }
  }

  @Test(.enabled(if: realSheet != nil, "BOOTSTRAP_ITALIA_CSS names no sheet"))
  func `the sheet of the design system is cut the same way again`() throws {
    let css = try #require(realSheet)
    let markup = UsedMarkup(
      elements: ["a", "div", "p", "button", "ul", "li", "input", "label"],
      classes: ["container", "row", "btn", "btn-primary", "col-*", "form-check", "card"],
      attributes: ["type", "href"])
    let text = kept(css, for: markup, always: ["--bootstrap-italia-version"])
    #expect(text.utf8.count * 4 < css.utf8.count)
    #expect(text.hasPrefix("/*!") && text.contains("--bootstrap-italia-version"))
    #expect(kept(text, for: markup, always: ["--bootstrap-italia-version"]) == text)
    var random = SplitMix(state: 3)
    let bytes = Array(css.utf8)
    for _ in 0..<1_000 {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let slice = bytes[start..<min(bytes.count, start + 3_000)]
      _ = kept(Self.changed(Array(slice), &random), for: markup)
    }
  }
}

/// The sheet whose path the environment gives.
private let realSheet: String? = {
  guard let path = unsafe getenv("BOOTSTRAP_ITALIA_CSS"), let file = unsafe fopen(path, "r") else {
    return nil
  }
  defer { unsafe fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe fread($0.baseAddress, 1, $0.count, file)
    }
    if count == 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += chunk[..<count]
  }
}()
