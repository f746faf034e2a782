import Diagnostics
import YAMLTree

/// Shows of a text that was edited that it reads as it was meant, and that nothing else was touched.
enum Proof {
  /// - Parameters:
  ///   - edit: the stretch of the old file, and what stands in its place.
  ///   - wanted: the whole tree.
  ///   - removed: the comments that go on purpose.
  /// - Returns: the new file's bytes.
  static func show(
    _ file: YAMLFile, _ edit: TextEdit, isMarkdown: Bool, wanted: Shape, removed: [[UInt8]] = []
  ) throws(WritingRefusal) -> [UInt8] {
    let bytes = edit.applied(to: file.bytes)
    guard edit.range.lowerBound >= file.region.lowerBound,
      edit.range.upperBound <= file.region.upperBound,
      let new = try? YAMLFile(bytes, isMarkdown: isMarkdown), wanted.isSaid(by: new.root),
      // What stands around the YAML is as it was: the fences, the body.
      bytes[new.region.upperBound...].elementsEqual(file.bytes[file.region.upperBound...]),
      new.region.lowerBound == file.region.lowerBound
    else { throw .touchesMore }
    let before = comments(of: file).sorted { $0.lexicographicallyPrecedes($1) }
    let after = (comments(of: new) + removed).sorted { $0.lexicographicallyPrecedes($1) }
    guard before == after else { throw .touchesMore }
    return bytes
  }

  /// All that stands behind a number sign and in no text.
  static func comments(of file: YAMLFile, in range: Range<Int>? = nil) -> [[UInt8]] {
    let range = range ?? file.region
    var texts: [Range<Int>] = []
    gather(file.root, file, &texts)
    var comments: [[UInt8]] = []
    var at = file.region.lowerBound
    var text = 0
    while at < file.region.upperBound {
      while text < texts.count, texts[text].upperBound <= at { text += 1 }
      if text < texts.count, texts[text].contains(at) {
        at = texts[text].upperBound
        continue
      }
      let isMark = file.bytes[at] == UInt8(ascii: "#")
      if isMark, at == file.region.lowerBound || FileLines.isWhite(file.bytes[at - 1]) {
        let end = file.lines.end(of: at)
        if range.contains(at) { comments.append(Array(file.bytes[at..<end])) }
        at = end
      } else {
        at += 1
      }
    }
    return comments
  }

  private static func gather(
    _ node: YAMLNode, _ file: YAMLFile, _ texts: inout [Range<Int>]
  ) {
    switch node {
    case .scalar(let scalar): add(scalar, file, &texts)
    case .sequence(let nodes, _): for node in nodes { gather(node, file, &texts) }
    case .mapping(let pairs, _):
      for pair in pairs {
        add(pair.key, file, &texts)
        gather(pair.value, file, &texts)
      }
    }
  }

  /// Behind the header of a block may stand a comment, which is none of its text.
  private static func add(
    _ scalar: YAMLScalar, _ file: YAMLFile, _ texts: inout [Range<Int>]
  ) {
    let range = scalar.place.bytes
    let isBlock = scalar.style == .literal || scalar.style == .folded
    let start =
      isBlock ? min(file.lines.end(of: range.lowerBound), range.upperBound) : range.lowerBound
    if start < range.upperBound { texts.append(start..<range.upperBound) }
  }
}
