import Diagnostics

/// Puts a tree together from libyaml's events.
///
/// The stack is its own and not the process's: no document is too deep for it.
struct TreeBuilder {
  static let maximumDepth = 50

  let file: SourceFile.ID
  /// The byte of the file where the document begins.
  let offset: Int
  private(set) var open: [OpenNode] = []
  private var documents = 0
  private var anchors: Set<String> = []
  /// The first thing that YAML can say and a document of ours cannot.
  ///
  /// It is told when the end is reached: a document that is no YAML is told as that.
  var mistake: Diagnostic?
  private(set) var root: YAMLNode?

  init(file: SourceFile.ID, offset: Int) { (self.file, self.offset) = (file, offset) }

  mutating func take(
    _ event: YAMLEvent, _ bytes: borrowing Span<UInt8>
  ) throws(YAMLFailure) {
    let start = event.bytes.lowerBound
    switch event.kind {
    case .scalar(let text, let style):
      try enter(event, bytes)
      add(.scalar(scalar(text, style, event.bytes, bytes)))
    case .sequenceStart, .mappingStart:
      if open.last?.isKeyNext == true, mistake == nil {
        mistake = YAMLMistake.keyIsNoText(at: range(start..<start + 1))
      }
      try enter(event, bytes)
      let isMapping = if case .mappingStart = event.kind { true } else { false }
      open.append(OpenNode(isMapping: isMapping, start: start))
    case .sequenceEnd, .mappingEnd: try close(event, bytes)
    case .alias(let name):
      guard anchors.contains(name) else {
        throw .syntax(problem: "found undefined alias", context: "", at: start, begin: nil)
      }
      // The name that it stands for is told.
      add(.scalar(YAMLScalar(text: "", style: .plain, place: range(event.bytes))))
    case .documentStart:
      documents += 1
      guard documents < 2 else {
        throw .syntax(problem: "found another document", context: "a stream", at: start, begin: 0)
      }
    case .documentEnd: try Directives.check(bytes, from: event.bytes.upperBound)
    case .streamStart: break
    case .streamEnd: if let mistake { throw .mistake(mistake) }
    }
  }

  func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(file: file, bytes: bytes.lowerBound + offset..<bytes.upperBound + offset)
  }

  /// What holds of any value, before it is looked at.
  private mutating func enter(
    _ event: YAMLEvent, _ bytes: borrowing Span<UInt8>
  ) throws(YAMLFailure) {
    let start = event.bytes.lowerBound
    if let anchor = event.anchor { anchors.insert(anchor) }
    if mistake == nil,
      event.anchor != nil || start < bytes.count && bytes[start] == UInt8(ascii: "!")
    {
      mistake = YAMLMistake.property(YAMLSource(bytes), at: start, in: file, offset: offset)
    }
    // libyaml looks at all levels in brackets for each sign in them, so no further.
    if open.count > TreeBuilder.maximumDepth {
      throw .mistake(mistake ?? YAMLMistake.tooDeep(at: range(start..<start + 1)))
    }
  }

  private mutating func add(_ node: YAMLNode) {
    if open.isEmpty { root = node } else { open[open.count - 1].add(node) }
  }

  private mutating func close(
    _ event: YAMLEvent, _ bytes: borrowing Span<UInt8>
  ) throws(YAMLFailure) {
    guard let node = open.popLast() else { return }
    if let (first, second) = node.repeatedKey {
      throw .mistake(YAMLMistake.duplicateKey(second, first: first))
    }
    // For libyaml a block ends where the next sign stands, behind comments and empty lines.
    let isInBrackets =
      node.start < bytes.count
      && (bytes[node.start] == UInt8(ascii: "[") || bytes[node.start] == UInt8(ascii: "{"))
    let end = isInBrackets ? event.bytes.upperBound : (node.end ?? node.start + offset) - offset
    let place = range(node.start..<max(node.start, end))
    add(node.isMapping ? .mapping(node.pairs, range: place) : .sequence(node.nodes, range: place))
  }
}
