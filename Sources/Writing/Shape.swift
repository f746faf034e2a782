import YAMLTree

/// What a tree says, wherever it stands.
indirect enum Shape {
  /// The style matters, since `no` and `"no"` are two values; nil for a text that may be written in any.
  case text(String, YAMLScalar.Style?)
  case list([Shape])
  case fields([(key: String, value: Shape)])

  init(_ node: YAMLNode) {
    switch node {
    case .scalar(let scalar): self = .text(scalar.text, scalar.style)
    case .sequence(let nodes, _): self = .list(nodes.map(Shape.init))
    case .mapping(let pairs, _):
      self = .fields(pairs.map { ($0.key.text, Shape($0.value)) })
    }
  }

  /// Whether a tree says it.
  func isSaid(by node: YAMLNode) -> Bool {
    switch (self, node) {
    case (.text(let text, let style), .scalar(let scalar)):
      // Nothing behind a key is no text.
      if style == nil, text.isEmpty { return scalar.text.isEmpty }
      return scalar.text == text && (style ?? scalar.style) == scalar.style
        && (style != nil || !scalar.isNull)
    case (.list(let shapes), .sequence(let nodes, _)):
      return shapes.count == nodes.count && zip(shapes, nodes).allSatisfy { $0.isSaid(by: $1) }
    case (.fields(let fields), .mapping(let pairs, _)):
      return fields.count == pairs.count
        && zip(fields, pairs).allSatisfy { $0.key == $1.key.text && $0.value.isSaid(by: $1.value) }
    default: return false
    }
  }

  /// The same with what stands at a place made otherwise; nil takes it away.
  func changed(_ steps: ArraySlice<FieldPath.Step>, _ change: (Shape) -> Shape?) -> Shape? {
    guard let first = steps.first else { return change(self) }
    let rest = steps.dropFirst()
    switch (first, self) {
    case (.field(let name), .fields(let fields)):
      return .fields(
        fields.compactMap { field in
          guard field.key == name else { return field }
          return field.value.changed(rest, change).map { (field.key, $0) }
        })
    case (.entry(let number), .list(let shapes)):
      return .list(
        shapes.enumerated().compactMap { index, shape in
          index == number ? shape.changed(rest, change) : shape
        })
    default: return self
    }
  }
}

extension YAMLFile {
  /// Whether two files have as many fields and entries at each place, whatever words are in them.
  package func hasSameShape(as other: YAMLFile) -> Bool {
    YAMLFile.isAlike(root, other.root)
  }

  private static func isAlike(_ one: YAMLNode, _ other: YAMLNode) -> Bool {
    switch (one, other) {
    case (.scalar, .scalar): true
    case (.sequence(let a, _), .sequence(let b, _)):
      a.count == b.count && zip(a, b).allSatisfy(isAlike)
    case (.mapping(let a, _), .mapping(let b, _)):
      a.count == b.count && zip(a, b).allSatisfy { isAlike($0.value, $1.value) }
    default: false
    }
  }
}
