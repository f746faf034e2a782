import Diagnostics
import YAMLTree

extension YAMLFile {
  /// How wide a line may be that is written anew.
  static let width = 116

  /// What is to be known of a text beside its words.
  struct Setting {
    let found: Found
    let scalar: YAMLScalar
    /// Whether it is Markdown, which stands in a block even where it is one line.
    var isMarkdown = false

    var indent: Int { found.indent }
  }

  /// The edit that gives a text another value; nil where it has it.
  func edit(_ setting: Setting, to new: String) -> TextEdit? {
    let scalar = setting.scalar
    let range = stretch(of: scalar)
    let isEmpty = range.isEmpty
    if new == scalar.text, !(isEmpty && setting.found.list != nil) { return nil }
    if new.isEmpty, setting.found.list == nil, !setting.found.isInBrackets {
      return emptied(scalar, range)
    }
    let kept = inOldForm(setting, new, range)
    var written = kept ?? anew(setting, new, range)
    if kept == nil, case let comment = headerComment(of: scalar), !comment.isEmpty {
      let place = written.isBlock ? written.headerLength : written.bytes.count
      written.bytes.insert(contentsOf: comment, at: place)
    }
    // Behind a colon or a hyphen comes a blank.
    let isGlued = isEmpty && range.lowerBound > 0 && !FileLines.isWhite(bytes[range.lowerBound - 1])
    var replacement = (isGlued ? [0x20] : []) + written.bytes
    var end = range.upperBound
    if written.isBlock {
      if scalar.style != .literal, scalar.style != .folded {
        // The comment on the line goes behind the header.
        let line = lines.end(of: end)
        let behind = bytes[end..<line].drop(while: FileLines.isBlank)
        if !behind.isEmpty {
          let header = (isGlued ? 1 : 0) + written.headerLength
          replacement.insert(contentsOf: [0x20] + behind, at: header)
          end = line
        } else if end < line {
          end = line
        }
      }
      if end == bytes.count, written.needsBreak { replacement += lines.lineBreak }
    }
    return TextEdit(range.lowerBound..<end, replacement)
  }

  /// A field without a value keeps its comment.
  private func emptied(_ scalar: YAMLScalar, _ range: Range<Int>) -> TextEdit {
    var start = range.lowerBound
    while start > 0, FileLines.isBlank(bytes[start - 1]) { start -= 1 }
    let comment = headerComment(of: scalar).drop(while: FileLines.isBlank)
    return TextEdit(start..<range.upperBound, comment.isEmpty ? [] : [0x20] + comment)
  }

  /// What stands behind the header of a block, with the blanks before it.
  func headerComment(of scalar: YAMLScalar) -> [UInt8] {
    guard scalar.style == .literal || scalar.style == .folded else { return [] }
    let start = scalar.place.bytes.lowerBound
    let header = bytes[start..<lines.end(of: start)]
    guard let sign = header.firstIndex(of: UInt8(ascii: "#")) else { return [] }
    return Array(
      header[(header[..<sign].lastIndex { !FileLines.isBlank($0) } ?? start) + 1..<header.endIndex])
  }

  /// The bytes of a text, without empty lines behind a block, which are layout.
  func stretch(of scalar: YAMLScalar) -> Range<Int> {
    let range = scalar.place.bytes
    guard scalar.style == .literal || scalar.style == .folded else { return range }
    var end = range.upperBound
    while end > range.lowerBound {
      let line = lines.start(of: end)
      guard line > range.lowerBound, lines.isBlank(line..<end),
        let above = lines.above(line)
      else { break }
      end = max(lines.end(of: above), range.lowerBound + 1)
    }
    return range.lowerBound..<end
  }

  struct Written {
    var bytes: [UInt8]
    /// Of a block: how many bytes its header has, before a comment.
    var headerLength = 0
    var isBlock = false
    /// Whether its text ends with a break, which the file's last line must have.
    var needsBreak = false
  }

  func written(_ text: String) -> Written { Written(bytes: Array(text.utf8)) }

  /// - Parameter behindHeader: the comment of an old header, with the blanks before it.
  func written(
    _ block: ScalarForm.Block, indent: Int, behindHeader: [UInt8] = [],
    kept: [Int: [UInt8]] = [:]
  ) -> Written {
    var result = Array(block.header.utf8) + behindHeader
    let pad = [UInt8](repeating: 0x20, count: indent)
    for (index, line) in block.lines.enumerated() {
      result += lines.lineBreak
      result += kept[index] ?? (line.isEmpty ? [] : pad + Array(line.utf8))
    }
    return Written(
      bytes: result, headerLength: block.header.utf8.count, isBlock: true,
      needsBreak: !block.header.hasSuffix("-"))
  }

  /// The form for a text that has none yet, or none that holds it.
  private func anew(_ setting: Setting, _ new: String, _ range: Range<Int>) -> Written {
    if setting.found.isInBrackets {
      return written(
        ScalarForm.isPlainSafe(new, inBrackets: true) ? new : ScalarForm.quoted(new))
    }
    let indent = setting.indent + 2
    if new.contains("\n") || setting.isMarkdown && !new.isEmpty {
      guard let block = ScalarForm.literal(new, indicator: 2) else {
        return written(ScalarForm.double(new))
      }
      return written(block, indent: indent)
    }
    let isLong = lines.column(of: range.lowerBound) + new.unicodeScalars.count > YAMLFile.width + 4
    if isLong, setting.scalar.style == .plain, !hasComment(behind: range.upperBound),
      let block = ScalarForm.folded(new, width: YAMLFile.width - indent)
    {
      return written(block, indent: indent)
    }
    return written(ScalarForm.isPlainSafe(new, inBrackets: false) ? new : ScalarForm.quoted(new))
  }

  private func hasComment(behind at: Int) -> Bool {
    bytes[at..<lines.end(of: at)].drop(while: FileLines.isBlank).first == UInt8(ascii: "#")
  }
}
