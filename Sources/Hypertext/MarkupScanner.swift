/// Finds the seams in the fixed text of a template, once, when the template is read.
///
/// The text comes in pieces, in the order in which they stand in the template, with values between them; a
/// tag may begin in one piece and end in another. Templates are written by hand, so attributes may have
/// either quotes or none; only those in double quotes have seams.
package struct MarkupScanner {
  private enum State {
    case content
    case comment
    /// Inside `<script>` or `<style>`, whose end is looked for by the element's name.
    case rawText
    case tagName
    case tag
    case attributeName
    case afterName
    case beforeValue
    case value(quote: UInt8, AttributeKind)
  }

  private var state = State.content
  private var element: [UInt8] = []
  private var isClosing = false
  private var attribute: [UInt8] = []
  /// The byte before in the tag, for `/>`.
  private var last: UInt8 = 0

  package init() {}

  /// The piece as HTML, with the seams of what stands in it.
  ///
  /// - Parameter endsSection: whether a section of the template begins or ends after it, in which no name
  ///   of an attribute goes on.
  package mutating func scan(_ text: some StringProtocol, endsSection: Bool = false) -> HTML {
    var html = HTML()
    let bytes = Array(text.utf8)
    html.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count { at = step(bytes, at, &html) }
    if endsSection, case .attributeName = state {
      html.append(seam: .bareAttribute)
      state = .tag
      last = 0
    }
    return html
  }

  /// Takes one byte, or several that belong together, and returns where the next is.
  private mutating func step(_ bytes: [UInt8], _ at: Int, _ html: inout HTML) -> Int {
    let byte = bytes[at]
    switch state {
    case .content: return content(bytes, at, &html)
    case .comment:
      if begins("-->", bytes, at) { state = .content }
    case .rawText:
      if begins("</", bytes, at) {
        state = .tagName
        (element, isClosing) = ([], true)
        html.append(markup: "</")
        return at + 2
      }
    case .tagName:
      guard isNameByte(byte) else {
        state = .tag
        last = 0
        return at
      }
      if element == [UInt8(ascii: "h")], (0x31...0x36).contains(byte) {
        html.append(seam: .level)
      }
      element.append(byte | 0x20)
    case .tag:
      if byte == UInt8(ascii: ">") {
        endTag(&html)
      } else if isNameByte(byte) {
        state = .attributeName
        attribute = []
        return at
      }
      last = byte
    case .attributeName:
      guard isNameByte(byte) else {
        state = .afterName
        return at
      }
      attribute.append(byte | 0x20)
    case .afterName:
      if byte == UInt8(ascii: "=") {
        state = .beforeValue
      } else {
        if byte > 0x20 || at + 1 == bytes.count || bytes[at + 1] != UInt8(ascii: "=") {
          html.append(seam: .bareAttribute)
          state = .tag
          last = 0
          return at
        }
      }
    case .beforeValue:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        html.append(byte: byte)
        return beginValue(byte, bytes, at + 1, &html)
      }
      if byte > 0x20 {
        state = .value(quote: 0, .plain)
        return at
      }
    case .value(let quote, let kind):
      if quote == 0 ? byte <= 0x20 || byte == UInt8(ascii: ">") : byte == quote {
        if case .address = kind { html.append(seam: .addressEnd) }
        state = .tag
        last = 0
        if quote == 0 { return at }
      } else if case .identifier = kind, byte == UInt8(ascii: " ") {
        html.append(byte: byte)
        html.append(seam: .identifier)
        return at + 1
      }
    }
    html.append(byte: byte)
    return at + 1
  }

  private mutating func content(_ bytes: [UInt8], _ at: Int, _ html: inout HTML) -> Int {
    guard bytes[at] == UInt8(ascii: "<") else {
      html.append(byte: bytes[at])
      return at + 1
    }
    for (mark, seam) in MarkupScanner.marks where begins(mark, bytes, at) {
      html.append(seam: seam)
      return at + mark.utf8CodeUnitCount
    }
    if begins("<!--", bytes, at) {
      state = .comment
    } else if begins("</body>", bytes, at) {
      html.append(seam: .bodyEnd)
    }
    html.append(byte: bytes[at])
    let isEnd = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/")
    if isEnd { html.append(markup: "/") }
    let next = at + (isEnd ? 2 : 1)
    if next < bytes.count, isNameByte(bytes[next]), case .content = state {
      state = .tagName
      (element, isClosing) = ([], isEnd)
    }
    return next
  }

  /// What stands only on a page, or only in the whole document; the marks themselves stand nowhere.
  private static let marks: [(StaticString, Seam.Kind)] = [
    ("<!--[page]-->", .standalone), ("<!--[/page]-->", .end), ("<!--[document]-->", .embedded),
    ("<!--[/document]-->", .end),
  ]

  private mutating func endTag(_ html: inout HTML) {
    let name = String(decoding: element, as: UTF8.self)
    if !isClosing, last != UInt8(ascii: "/"), MarkupScanner.voidElements.contains(name) {
      html.append(seam: .voidEnd)
    }
    state = !isClosing && (name == "script" || name == "style") ? .rawText : .content
  }

  /// The elements that hold nothing (HTML, 13.1.2).
  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  private mutating func beginValue(
    _ quote: UInt8, _ bytes: [UInt8], _ start: Int, _ html: inout HTML
  ) -> Int {
    let name = String(decoding: attribute, as: UTF8.self)
    guard quote == UInt8(ascii: "\"") else {
      state = .value(quote: quote, .plain)
      return start
    }
    let kind = AttributeKind(name)
    state = .value(quote: quote, kind)
    switch kind {
    case .plain: break
    case .address: html.append(seam: .address)
    case .identifier: html.append(seam: .identifier)
    }
    for value in PartValue.all where value.attribute == name && begins(value.page, bytes, start) {
      let end = start + value.page.utf8CodeUnitCount
      guard end < bytes.count else { continue }
      let isWhole = bytes[end] == quote
      guard isWhole || value.isOneOfSeveral && bytes[end] == UInt8(ascii: " ") else { continue }
      value.append(&html, isWhole: isWhole)
      return isWhole ? end : end + 1
    }
    return start
  }

  private func begins(_ text: StaticString, _ bytes: [UInt8], _ at: Int) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    return unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      .elementsEqual(bytes[at..<at + text.utf8CodeUnitCount])
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
      && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "<")
  }
}

/// A value of an attribute that a page has and a part of a larger page has not.
package struct PartValue: Sendable {
  let attribute: String
  let page: StaticString
  /// In a part, where nothing else stands in the attribute.
  let part: StaticString
  /// Whether it may be the first of several, with blanks between them.
  let isOneOfSeveral: Bool

  /// A section of a page, which in the larger page is part of another.
  ///
  /// The name is that of the national model, for what the contents of a page lead to.
  package static let section = PartValue(
    attribute: "class", page: "it-page-section", part: "mt-5", isOneOfSeveral: true)

  // Tables and notes of several pages bear one name, which landmarks of one page must not.
  package static let region = PartValue(
    attribute: "role", page: "region", part: "group", isOneOfSeveral: false)
  package static let endnotes = PartValue(
    attribute: "role", page: "doc-endnotes", part: "group", isOneOfSeveral: false)

  static let all = [section, region, endnotes]

  package func append(_ html: inout HTML, isWhole: Bool) {
    if isWhole {
      html.append(standalone: { $0.append(markup: page) }, embedded: { $0.append(markup: part) })
    } else {
      html.append(standalone: {
        $0.append(markup: page)
        $0.append(markup: " ")
      })
    }
  }
}
