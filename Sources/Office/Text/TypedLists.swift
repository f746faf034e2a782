extension OfficeText {
  /// Tells of lists whose signs somebody typed: their lines stay as they are, since no program says that it is one.
  mutating func doubtTypedLists() {
    var run: [String] = []
    func end(_ text: inout OfficeText) {
      if run.count > 1 { text.doubt(.typedList, run[0]) }
      run = []
    }
    for block in blocks {
      guard case .paragraph(let paragraph) = block, paragraph.list == nil, paragraph.level == nil
      else {
        end(&self)
        continue
      }
      guard !paragraph.isBlank else { continue }
      for line in paragraph.text.split(whereSeparator: \.isNewline) {
        let line = String(line.drop { $0.isWhitespace })
        if OfficeText.hasTypedSign(line) { run.append(line) } else { end(&self) }
      }
    }
    end(&self)
  }

  /// `- pane`, `• pane`, `1) pane`, `a. pane`; a dash at once behind which a word stands is one as well.
  private static func hasTypedSign(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    let rest = line.dropFirst()
    if "-–—•·▪◦●○■*>".contains(first) {
      return rest.first.map { $0.isWhitespace || $0.isLetter && first != "*" && first != ">" }
        ?? false
    }
    let number = line.prefix { $0.isASCII && $0.isNumber }
    let sign = number.isEmpty ? line.prefix(1) : number
    guard number.count <= 2, number.isEmpty ? first.isASCII && first.isLowercase : true else {
      return false
    }
    let behind = line.dropFirst(sign.count)
    guard let mark = behind.first, mark == ")" || mark == "." && !number.isEmpty else {
      return false
    }
    return behind.dropFirst().first?.isWhitespace ?? false
  }
}
