package import Diagnostics
import Yams

/// Reads one YAML document into a tree with places; mistakes become diagnostics.
package struct YAMLReader {
  private let file: SourceFile.ID
  private let text: String
  private let source: YAMLSource
  private let positions: YAMLPositions

  /// - Parameters:
  ///   - yaml: the document, which may be only the front matter of its file.
  ///   - offset: the byte of the file where the document begins.
  package static func read(
    _ yaml: Substring, of file: SourceFile.ID, at offset: Int, into diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    let text = String(yaml)
    let reader = YAMLReader(
      file: file, text: text, source: YAMLSource(text),
      positions: YAMLPositions(text, offset: offset))
    if let marker = MergeMarkers.first(in: text) {
      diagnostics.append(marker.diagnostic(in: file, offset: offset))
      return nil
    }
    if let directive = Directives.oneTooMany(in: reader.source) {
      diagnostics.append(YAMLFault.directive(directive).diagnostic(in: file, offset: offset))
      return nil
    }
    if let place = AliasKeys.first(in: text) {
      diagnostics.append(YAMLMistake.alias(at: reader.range(place)))
      return nil
    }
    do {
      // No rule of YAML's own types is wanted: `no`, `08` and `2020-06-29` stay text here.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else { return nil }
      return try reader.tree(node, depth: 0)
    } catch let mistake as YAMLMistake {
      diagnostics.append(mistake.diagnostic)
    } catch let error as YamlError {
      diagnostics.append(YAMLMistake.diagnostic(for: error, in: text, reader.positions, file))
    } catch {
      diagnostics.append(YAMLMistake.unreadable(at: reader.range(0..<0)))
    }
    return nil
  }

  private func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(
      file: file,
      bytes: bytes.lowerBound + positions.offset..<bytes.upperBound + positions.offset)
  }

  static let maximumDepth = 50

  private func tree(_ node: Yams.Node, depth: Int) throws -> YAMLNode {
    switch node {
    case .scalar(let scalar):
      let start = try start(scalar.mark, scalar.anchor, depth)
      return .scalar(try self.scalar(scalar, at: start))
    case .sequence(let sequence):
      let start = try start(sequence.mark, sequence.anchor, depth)
      return .sequence(
        try sequence.map { try tree($0, depth: depth + 1) }, place: range(start..<start + 1))
    case .mapping(let mapping):
      let start = try start(mapping.mark, mapping.anchor, depth)
      let pairs = try mapping.map { key, value in
        guard case .scalar(let name) = key else {
          let at = positions.byte(of: key.mark)
          throw YAMLMistake(YAMLMistake.keyIsNoText(at: range(at..<at + 1)))
        }
        return YAMLPair(
          key: try self.scalar(name, at: self.start(name.mark, name.anchor, depth)),
          value: try tree(value, depth: depth + 1))
      }
      return .mapping(pairs, place: range(start..<start + 1))
    case .alias:
      let start = positions.byte(of: node.mark)
      throw YAMLMistake(YAMLMistake.alias(at: range(start..<start + 1)))
    }
  }

  /// The byte where a node begins that may stand where it does.
  private func start(_ mark: Mark?, _ anchor: Anchor?, _ depth: Int) throws -> Int {
    let start = positions.byte(of: mark)
    if let first = positions.byte(at: start), first == UInt8(ascii: "!") || anchor != nil {
      throw YAMLMistake(property(first, at: start))
    }
    // Aliases would let a few lines stand for a file of any size.
    if anchor != nil { throw YAMLMistake(YAMLMistake.alias(at: range(start..<start + 1))) }
    if depth > YAMLReader.maximumDepth {
      throw YAMLMistake(YAMLMistake.tooDeep(at: range(start..<start + 1)))
    }
    return start
  }

  /// A tag or an anchor, which are most often the first word of a text that YAML would take away.
  private func property(_ first: UInt8, at start: Int) -> Diagnostic {
    if first == UInt8(ascii: "&") {
      var end = start + 1
      while !source.isGap(end) { end += 1 }
      let name = source.text(start + 1..<end)
      let rest = source.skipBlanks(end, to: source.bytes.count)
      // What has a name for others, or is no text, was meant as YAML has it.
      if name.isEmpty || source.isGap(rest) || "[{\"'|>".utf8.contains(source.bytes[rest])
        || text.contains("*" + name)
      {
        return YAMLMistake.alias(at: range(start..<start + 1))
      }
    }
    return YAMLFault.sign(String(decoding: [first], as: UTF8.self), in: source, at: start)
      .diagnostic(in: file, offset: positions.offset)
  }

  private func scalar(_ scalar: Yams.Node.Scalar, at start: Int) throws -> YAMLScalar {
    let style: YAMLScalar.Style =
      switch scalar.style {
      case .singleQuoted, .doubleQuoted: .quoted
      case .literal: .literal
      case .folded: .folded
      case .plain, .any: .plain
      }
    let end = positions.end(of: scalar.string, style, from: start)
    var read = YAMLScalar(text: scalar.string, style: style, place: range(start..<end))
    if style == .plain, !scalar.string.isEmpty {
      let last = try lastLine(of: scalar.string, from: start, to: end)
      read.cutOff = positions.cutOff(after: last).map(range)
      read.comment = positions.comment(after: last).map(range)
    }
    if scalar.style == .doubleQuoted, scalar.string.utf8.contains(where: { $0 < 0x20 }) {
      try refuseEscapedPath(from: start)
    }
    return read
  }

  /// The end of a text without quotes, which may go on over lines.
  private func lastLine(of scalar: String, from start: Int, to end: Int) throws -> Int {
    // A text that stands on one line as it reads needs no laying side by side.
    if end - start == scalar.utf8.count { return end }
    let lines = positions.lines(ofPlain: scalar, from: start)
    if lines.count > 1, let first = lines.first, positions.beginsEntry(first) {
      throw YAMLMistake(
        YAMLFault.bullet(YAMLLine(source, from: source.lineStart(start)), "-")
          .diagnostic(in: file, offset: positions.offset))
    }
    if let entry = lines.dropFirst().first(where: positions.beginsEntry) {
      throw YAMLMistake(
        YAMLMistake.swallowedDash(at: range(entry.lowerBound..<entry.lowerBound + 1)))
    }
    return lines.last?.upperBound ?? end
  }

  private func refuseEscapedPath(from start: Int) throws {
    guard let close = source.closing(start, before: source.bytes.count),
      let escape = EscapedPath.first(in: source, start + 1..<close - 1)
    else { return }
    let line = YAMLLine(source, from: source.lineStart(start))
    throw YAMLMistake(
      YAMLFault.escapedPath(line, at: escape).diagnostic(in: file, offset: positions.offset))
  }
}
