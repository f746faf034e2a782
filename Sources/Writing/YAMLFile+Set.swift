import Diagnostics
import YAMLTree

extension YAMLFile {
  /// The file with another value at a place; the same bytes where it has it.
  ///
  /// - Parameters:
  ///   - isText: whether the value is Markdown, which stands in a block even where it is one line.
  package func setting(
    _ path: FieldPath, to value: String, isText: Bool = false
  ) throws(WritingRefusal) -> [UInt8] {
    let found = try find(path)
    guard case .scalar(let scalar) = found.node else { throw .notText(path.text) }
    let tidy = YAMLFile.tidy(value)
    let new = isText ? WrappedText(scalar.text).lines(for: tidy) ?? tidy : tidy
    let setting = Setting(found: found, scalar: scalar, isMarkdown: isText)
    guard let edit = edit(setting, to: new) else { return bytes }
    let wanted = Shape(root).changed(path.steps[...]) { _ in .text(new, nil) }
    guard let wanted else { throw .touchesMore }
    do throws(WritingRefusal) {
      return try Proof.show(self, edit, isMarkdown: isMarkdown, wanted: wanted)
    } catch {
      // What the old form cannot hold after all, a form of its own may.
      let edit = edit.inQuotes(new, over: stretch(of: scalar), headerComment(of: scalar), of: self)
      return try Proof.show(self, edit, isMarkdown: isMarkdown, wanted: wanted)
    }
  }

  /// A text as it is written: one kind of break, one at the end at most.
  static func tidy(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isAfterReturn = false
    // A byte-order mark that was pasted along is no letter.
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      if scalar == "\r" {
        scalars.append("\n")
      } else if !(scalar == "\n" && isAfterReturn) {
        scalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    let core = ScalarForm.withoutLastBreaks(String(scalars))
    return core.unicodeScalars.count < scalars.count && !core.isEmpty ? core + "\n" : core
  }
}

extension TextEdit {
  /// The same text in double quotes, which hold any.
  fileprivate func inQuotes(
    _ text: String, over stretch: Range<Int>, _ comment: [UInt8], of file: YAMLFile
  ) -> TextEdit {
    let before = stretch.lowerBound > 0 ? file.bytes[stretch.lowerBound - 1] : 0x20
    let blank: [UInt8] = stretch.isEmpty && !FileLines.isWhite(before) ? [0x20] : []
    return TextEdit(stretch, blank + Array(ScalarForm.double(text).utf8) + comment)
  }
}
