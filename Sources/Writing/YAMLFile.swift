import Content
import Diagnostics
package import YAMLTree

/// A file of an author with the tree of its YAML, whose places are bytes of the file.
package struct YAMLFile {
  package let bytes: [UInt8]
  /// Where its YAML is: behind a byte-order mark, and between the fences of a Markdown file.
  let region: Range<Int>
  let root: YAMLNode
  let lines: FileLines
  package let isMarkdown: Bool

  /// - Parameter isMarkdown: whether its YAML stands between two lines of hyphens.
  /// - Throws: `notUTF8` or `unreadable`.
  package init(_ bytes: [UInt8], isMarkdown: Bool) throws(WritingRefusal) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var yaml = (text: Substring(text.utf8.dropFirst(start)), offset: start)
    if isMarkdown {
      do throws(FrontMatter.Absence) {
        yaml = try FrontMatter(text, from: start).yaml
      } catch { throw .unreadable }
    }
    var diagnostics: [Diagnostic] = []
    let root = YAMLReader.read(yaml.text, of: YAMLFile.id, at: yaml.offset, into: &diagnostics)
    guard let root, diagnostics.isEmpty else { throw .unreadable }
    (self.bytes, self.isMarkdown) = (bytes, isMarkdown)
    region = yaml.offset..<yaml.offset + yaml.text.utf8.count
    self.root = root
    lines = FileLines(bytes, from: start)
  }

  private static let id = SourceFile.ID(0)

  /// A value with what its place says of how it can be written.
  struct Found {
    let node: YAMLNode
    /// The column of the keys of the record that it stands in, or of its entry's hyphen.
    var indent = 0
    /// Whether it stands in brackets.
    var isInBrackets = false
    /// The list that it is an entry of.
    var list: [YAMLNode]?
  }

  func find(_ path: FieldPath) throws(WritingRefusal) -> Found {
    var found = Found(node: root)
    for step in path.steps {
      let isInBrackets = found.isInBrackets || isBracketed(found.node)
      switch (step, found.node) {
      case (.field(let name), .mapping(let pairs, _)):
        guard let pair = pairs.first(where: { $0.key.text == name }) else {
          throw .notFound(path.text)
        }
        let indent =
          isInBrackets ? found.indent : lines.column(of: pair.key.place.bytes.lowerBound)
        found = Found(node: pair.value, indent: indent, isInBrackets: isInBrackets)
      case (.entry(let number), .sequence(let nodes, _)):
        guard nodes.indices.contains(number) else { throw .notFound(path.text) }
        var indent = found.indent
        if !isInBrackets { indent = try lines.column(of: dash(of: nodes, number)) }
        found = Found(
          node: nodes[number], indent: indent, isInBrackets: isInBrackets, list: nodes)
      case (.field, _): throw .notFields(path.parent.text)
      case (.entry, _): throw .notList(path.parent.text)
      }
    }
    return found
  }

  /// Where another entry would stand behind the last of a list: the end of that one's last line, how far in its hyphen
  /// is, and the break of the file's lines; nil where the list is written in brackets, or has no entry.
  package func tail(of path: FieldPath) -> (end: Int, indent: Int, lineBreak: [UInt8])? {
    guard let found = try? find(path), case .sequence(let nodes, _) = found.node,
      let last = nodes.last, !isBracketed(found.node), !found.isInBrackets,
      let dash = try? dash(of: nodes, nodes.count - 1), lines.isFirst(dash)
    else { return nil }
    return (lines.end(of: last.range.bytes.upperBound), lines.column(of: dash), lines.lineBreak)
  }

  func isBracketed(_ node: YAMLNode) -> Bool {
    if case .scalar = node { return false }
    let start = node.range.bytes.lowerBound
    return start < bytes.count
      && (bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{"))
      && !node.range.bytes.isEmpty
  }

  /// The hyphen of an entry: backwards from its value to the one that stands first on its line, or behind others.
  func dash(of nodes: [YAMLNode], _ number: Int) throws(WritingRefusal) -> Int {
    let start = nodes[number].range.bytes.lowerBound
    let limit = number > 0 ? nodes[number - 1].range.bytes.upperBound : region.lowerBound
    var at = start
    while at > limit {
      at -= 1
      let isAlone = at + 1 >= bytes.count || FileLines.isWhite(bytes[at + 1])
      if bytes[at] == UInt8(ascii: "-"), isAlone, isBehindDashes(at) { return at }
    }
    throw .form
  }

  private func isBehindDashes(_ at: Int) -> Bool {
    bytes[lines.start(of: at)..<at].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
  }
}

extension YAMLFile {
  /// The text at a place; nil where there is none, or a list or a record.
  package func text(_ path: FieldPath) -> String? {
    guard case .scalar(let scalar)? = try? find(path).node else { return nil }
    return scalar.text
  }

  /// How many entries the list at a place has.
  package func count(_ path: FieldPath) -> Int {
    guard case .sequence(let nodes, _)? = try? find(path).node else { return 0 }
    return nodes.count
  }

  /// The texts of a list at a place.
  package func texts(_ path: FieldPath) -> [String] {
    (0..<count(path)).compactMap { text(path.appending(.entry($0))) }
  }

  package func holds(_ path: FieldPath) -> Bool { (try? find(path)) != nil }

  /// Whether a list stands at a place.
  package func isList(_ path: FieldPath) -> Bool {
    if case .sequence? = try? find(path).node { true } else { false }
  }

  /// The fields of a record with their values, in their order.
  package func pairs(_ path: FieldPath) -> [YAMLPair] {
    guard case .mapping(let pairs, _)? = try? find(path).node else { return [] }
    return pairs
  }

  /// The names of the fields of a record, in their order.
  package func keys(_ path: FieldPath) -> [String] {
    pairs(path).map(\.key.text)
  }
}
