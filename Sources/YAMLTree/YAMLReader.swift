package import Diagnostics
import Yams

/// Reads one YAML document into a tree with places; mistakes become diagnostics.
package struct YAMLReader {
  private let file: SourceFile.ID
  private let positions: YAMLPositions

  /// - Parameters:
  ///   - yaml: the document, which may be only the front matter of its file.
  ///   - offset: the byte of the file where the document begins.
  package static func read(
    _ yaml: Substring, of file: SourceFile.ID, at offset: Int, into diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    let text = String(yaml)
    let reader = YAMLReader(file: file, positions: YAMLPositions(text, offset: offset))
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

  private static let maximumDepth = 50

  private func tree(_ node: Yams.Node, depth: Int) throws -> YAMLNode {
    switch node {
    case .scalar(let scalar):
      let start = try start(scalar.mark, scalar.anchor, depth)
      if scalar.style == .plain, let dash = positions.swallowedDash(in: scalar.string, from: start)
      {
        throw YAMLMistake(YAMLMistake.swallowedDash(at: range(dash)))
      }
      return .scalar(self.scalar(scalar, at: start))
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
          key: self.scalar(name, at: positions.byte(of: name.mark)),
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
    // Aliases would let a few lines stand for a file of any size.
    if anchor != nil { throw YAMLMistake(YAMLMistake.alias(at: range(start..<start + 1))) }
    if depth > YAMLReader.maximumDepth {
      throw YAMLMistake(YAMLMistake.tooDeep(at: range(start..<start + 1)))
    }
    return start
  }

  private func scalar(_ scalar: Yams.Node.Scalar, at start: Int) -> YAMLScalar {
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
      read.cutOff = positions.cutOff(after: end).map(range)
    }
    return read
  }
}
