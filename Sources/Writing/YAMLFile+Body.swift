import Content
import Diagnostics
import YAMLTree

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

extension YAMLFile {
  /// The text below the front of a Markdown file, without the empty lines around it; nil where there is no front.
  package var body: String? {
    guard isMarkdown, let text = String(validating: bytes, as: UTF8.self),
      let body = try? FrontMatter(text, from: lines.first).body
    else { return nil }
    let start = body.text.drop { $0.isNewline }
    return ScalarForm.withoutLastBreaks(YAMLFile.tidy(String(start)))
  }

  /// Where that text stands in the file's bytes.
  package var bodyRange: Range<Int>? {
    isMarkdown ? region.upperBound..<bytes.count : nil
  }

  /// Where a value stands in the file's bytes, with its comments and brackets; nil where there is none.
  package func range(of path: FieldPath) -> Range<Int>? { (try? find(path))?.node.range.bytes }
}

extension YAMLFile {
  /// Where a field stands with its key, or an entry with its hyphen: from the beginning of its line to the end of its value.
  package func lineRange(of path: FieldPath) -> Range<Int>? {
    guard case .field(let key)? = path.steps.last else {
      return range(of: path).map { lines.start(of: $0.lowerBound)..<$0.upperBound }
    }
    guard let pair = pairs(path.parent).first(where: { $0.key.text == key }) else { return nil }
    let start = pair.key.place.bytes.lowerBound
    return start..<max(pair.value.range.bytes.upperBound, pair.key.place.bytes.upperBound)
  }
}
