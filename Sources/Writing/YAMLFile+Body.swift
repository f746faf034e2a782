import Content

extension YAMLFile {
  /// A Markdown file with another text; the empty lines before and behind it stay.
  package func settingBody(to value: String) throws(WritingRefusal) -> [UInt8] {
    guard isMarkdown, let text = String(validating: bytes, as: UTF8.self),
      let body = try? FrontMatter(text, from: lines.first).body
    else { throw .unreadable }
    var (start, end) = (body.offset, bytes.count)
    while start < end, FileLines.isBreak(bytes[start]) { start += 1 }
    while end > start, FileLines.isBreak(bytes[end - 1]) { end -= 1 }
    let tidy = ScalarForm.withoutLastBreaks(YAMLFile.tidy(value))
    let old = YAMLFile.tidy(String(decoding: bytes[start..<end], as: UTF8.self))
    let new = WrappedText(old).lines(for: tidy) ?? tidy
    let replacement = NewField.bytes(new, lines.lineBreak)
    guard !bytes[start..<end].elementsEqual(replacement) else { return bytes }
    // A file that ended with its front has room made for a text.
    let isBare = start == end && bytes[..<start].last.map(FileLines.isBreak) != true
    let before = isBare ? lines.lineBreak : []
    let edited = TextEdit(start..<end, before + replacement).applied(to: bytes)
    guard let read = try? YAMLFile(edited, isMarkdown: true), read.region == region else {
      throw .touchesMore
    }
    return edited
  }
}
