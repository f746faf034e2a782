extension HTMLTextReader {
  mutating func inlines(in element: XMLElement, _ look: OfficeText.Look, _ line: inout HTMLLine) {
    for child in element.children {
      switch child {
      case .text(let words, let index): add(words, index, look, &line)
      case .element(let element): inline(element, look, &line)
      }
    }
  }

  private mutating func add(
    _ words: String, _ index: Int, _ look: OfficeText.Look, _ line: inout HTMLLine
  ) {
    ledger.mark(Ledger.Key(part, index), .used)
    if look.isStruck { text.doubt(.struckText, words) }
    if look.isHighlighted { text.doubt(.highlightedText, words) }
    // Ends of lines are blanks as others, and of several one is seen.
    var shown = ""
    var wasBlank = false
    for letter in words.unicodeScalars {
      let isBlank = letter == " " || ("\u{9}"..."\u{D}").contains(letter)
      if !isBlank { shown.unicodeScalars.append(letter) } else if !wasBlank { shown += " " }
      wasBlank = isBlank
    }
    line.paragraph.runs.append(.text(shown, look))
  }

  private mutating func inline(
    _ element: XMLElement, _ look: OfficeText.Look, _ line: inout HTMLLine
  ) {
    if let reason = reason(toLeave: element) { return leave(element, reason) }
    var look = look
    styles.apply(element, to: &look)
    mark(element, "title", .left(.tooltip))
    switch element.name {
    case "html:br": line.paragraph.runs.append(.lineBreak)
    case "html:img": picture(element, &line)
    case "html:a":
      if let note = notes.note(of: element.index) { return refer(element, to: note, &line) }
      if notes.isBack(element.index) { return leave(element, .separator) }
      if let address = element[attribute: "href"].flatMap(HTMLTextReader.address) {
        mark(element, "href", .used)
        look.address = address
      } else {
        mark(element, "href", .left(.outsideText))
      }
      inlines(in: element, look, &line)
    default: inlines(in: element, look, &line)
    }
  }

  /// The address that a link leads to for everybody: one of the web, or of a person; without the detour that some
  /// programs send over their own pages.
  private static func address(_ given: String) -> String? {
    var address = given.filter { !$0.isNewline }
    let detour = "https://www.google.com/url?q="
    if address.hasPrefix(detour) {
      let own = address.dropFirst(detour.count).prefix { $0 != "&" }
      address = PercentEncoding.decoded(own) ?? address
    }
    let scheme = address.prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme) ? address : nil
  }

  // Notes

  private mutating func refer(_ element: XMLElement, to body: Int, _ line: inout HTMLLine) {
    leave(element, .separator)
    // A note may be referred to twice, and by itself.
    if seenNotes[body] == nil {
      let number = text.notes.count
      seenNotes[body] = number
      text.notes.append([])
      text.notes[number] = note(XMLElement(tree: element.tree, index: body))
    }
    if let number = seenNotes[body] { line.paragraph.runs.append(.note(number)) }
  }

  mutating func note(_ body: XMLElement) -> [OfficeText.Block] {
    guard body.name == "html:p" else { return blocks(in: body) }
    var line = HTMLLine(paragraph: OfficeText.Paragraph(sources: [source(body)]))
    inlines(in: body, OfficeText.Look(), &line)
    return [.paragraph(line.paragraph)] + line.boxes
  }

  // Pictures

  private mutating func picture(_ element: XMLElement, _ line: inout HTMLLine) {
    let words = Blank.trimmed(element[attribute: "alt"] ?? "")
    if !words.isEmpty { mark(element, "alt", .used) }
    if let name = document.picture(element[attribute: "src"] ?? ""),
      let at = document.place(of: name)
    {
      if !ledger.isUsed(Ledger.Key(at, -1)) { ledger.mark(Ledger.Key(at, -1), .used) }
      mark(element, "src", .left(.repeated))
      line.paragraph.runs.append(
        .picture(
          OfficeText.Picture(
            part: name, description: words,
            isDecoration: element[attribute: "role"] == "presentation")))
      return
    }
    mark(element, "src", .left(.outsideText))
    text.doubt(.linkedPicture, words.isEmpty ? element[attribute: "src"] ?? "" : words)
    guard !words.isEmpty else { return }
    var said = OfficeText.Paragraph(sources: [source(element)])
    said.runs = [.text(words, OfficeText.Look())]
    line.boxes.append(.paragraph(said))
  }
}

/// Signs of an address that are written by numbers (RFC 3986, 2.1).
enum PercentEncoding {
  /// Nil for what is no UTF-8.
  static func decoded(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
