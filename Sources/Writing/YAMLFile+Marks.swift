import Diagnostics
import YAMLTree

extension YAMLFile {
  /// What the comment behind a value says, on the line that the value ends on or a block begins on; nil for none.
  package func remark(behind path: FieldPath) -> String? {
    guard let range = remarkRange(path) else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    return String(text.drop { $0 == "#" || $0.isWhitespace })
  }

  /// The file without the comment behind a value, and the blanks before it.
  package func removingRemark(behind path: FieldPath) throws(WritingRefusal) -> [UInt8] {
    guard let range = remarkRange(path) else { return bytes }
    var start = range.lowerBound
    while start > region.lowerBound, FileLines.isBlank(bytes[start - 1]) { start -= 1 }
    return try Proof.show(
      self, TextEdit(start..<range.upperBound, []), isMarkdown: isMarkdown, wanted: Shape(root),
      removed: [Array(bytes[range])])
  }

  private func remarkRange(_ path: FieldPath) -> Range<Int>? {
    guard case .scalar(let scalar)? = try? find(path).node else { return nil }
    let isBlock = scalar.style == .literal || scalar.style == .folded
    let place = scalar.place.bytes
    let from = isBlock ? place.lowerBound : place.upperBound
    let end = lines.end(of: from)
    guard let sign = bytes[from..<end].firstIndex(of: UInt8(ascii: "#")),
      isBlock || bytes[from..<sign].allSatisfy(FileLines.isBlank),
      sign == from || FileLines.isBlank(bytes[sign - 1])
    else { return nil }
    return sign..<end
  }
}
