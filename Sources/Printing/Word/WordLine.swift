/// What stands in a line of a paragraph: runs, blanks in a row as one, as in HTML.
struct WordLine {
  private var xml = ""
  private var text = ""
  private var look = WordLook()
  /// Whether a blank would be one too many.
  private(set) var endsWithBlank = true

  mutating func add(text more: String, _ look: WordLook) {
    if look != self.look { settle() }
    self.look = look
    for scalar in more.unicodeScalars {
      switch scalar {
      case " ", "\n", "\t", "\r", "\u{C}":
        if !endsWithBlank { text.append(" ") }
        endsWithBlank = true
      default:
        text.unicodeScalars.append(scalar)
        endsWithBlank = false
      }
    }
  }

  /// - Parameter endsWithBlank: whether what it shows ends with a blank, or begins a line; nil for what shows nothing.
  mutating func add(xml more: String, endsWithBlank: Bool? = nil) {
    settle()
    xml += more
    if let endsWithBlank { self.endsWithBlank = endsWithBlank }
  }

  /// Goes on in the next line; a blank before that would only be seen where it is underlined.
  mutating func breakLine() {
    if text.last == " " { text.removeLast() }
    add(xml: "<w:r><w:br/></w:r>", endsWithBlank: true)
  }

  private mutating func settle() {
    if !text.isEmpty { xml += WordXML.runs(text, look) }
    text = ""
  }

  /// Nil where there is nothing in it.
  var content: String? {
    var copy = self
    if copy.text.last == " " { copy.text.removeLast() }
    copy.settle()
    return copy.xml.isEmpty ? nil : copy.xml
  }

  /// A line for what stands within an element of this one.
  var inner: WordLine {
    var line = WordLine()
    line.endsWithBlank = endsWithBlank
    return line
  }

  /// All that stands in it, with a blank that it ends with.
  var whole: String {
    var copy = self
    copy.settle()
    return copy.xml
  }

  var isEmpty: Bool { xml.isEmpty && text.isEmpty }
}
