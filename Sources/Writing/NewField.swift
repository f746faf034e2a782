extension YAMLFile.Entry {
  var shape: Shape {
    switch self {
    case .text(let text): .text(text, nil)
    case .fields(let fields): .fields(fields.map { ($0.key, .text($0.value, nil)) })
    }
  }

  /// The lines of the entry, from its hyphen's column on.
  func block(
    column: Int, gap: Int, lineBreak: [UInt8]
  ) -> (bytes: [UInt8], needsBreak: Bool) {
    let pad = String(repeating: " ", count: column)
    switch self {
    case .text(let text):
      let value = NewField.value(text, column: column, behind: column + 1)
      return (NewField.bytes(pad + "-" + value.text, lineBreak), value.needsBreak)
    case .fields(let fields):
      let inner = column + gap
      var lines: [String] = []
      var needsBreak = false
      for (key, text) in fields {
        let field = NewField.value(
          text, column: inner, behind: inner + key.unicodeScalars.count + 1)
        lines.append(String(repeating: " ", count: inner) + key + ":" + field.text)
        needsBreak = field.needsBreak
      }
      let whole = lines.joined(separator: "\n")
      let start = pad + "-" + String(repeating: " ", count: max(gap - 1, 1))
      return (NewField.bytes(start + whole.dropFirst(inner), lineBreak), needsBreak)
    }
  }
}

/// A value behind a key that is new, or behind a hyphen.
enum NewField {
  enum Value {
    case text(String, isText: Bool)
    case list([String])
    case record([(key: String, text: String)])

    var shape: Shape {
      switch self {
      case .text(let text, _): .text(text, nil)
      case .list(let values): .list(values.map { .text($0, nil) })
      case .record(let fields): .fields(fields.map { ($0.key, .text($0.text, nil)) })
      }
    }

    /// As it stands among others in brackets.
    var inBrackets: String {
      func written(_ text: String) -> String {
        ScalarForm.isPlainSafe(text, inBrackets: true) ? text : ScalarForm.quoted(text)
      }
      switch self {
      case .text(let text, _): return written(text)
      case .list(let values): return "[" + values.map(written).joined(separator: ", ") + "]"
      case .record(let fields):
        return "{ " + fields.map { "\($0.key): \(written($0.text))" }.joined(separator: ", ") + " }"
      }
    }

    func written(column: Int, behind: Int) -> (text: String, needsBreak: Bool) {
      switch self {
      case .text(let text, let isText):
        return NewField.value(text, column: column, behind: behind, isText: isText)
      case .list(let values):
        let pad = "\n" + String(repeating: " ", count: column + 2) + "-"
        let made = values.map { NewField.value($0, column: column + 2, behind: column + 4) }
        return (made.map { pad + $0.text }.joined(), made.last?.needsBreak ?? false)
      case .record(let fields):
        let pad = "\n" + String(repeating: " ", count: column + 2)
        let made = fields.map { key, text in
          let behind = column + 2 + key.unicodeScalars.count + 1
          let value = NewField.value(text, column: column + 2, behind: behind)
          return (text: pad + key + ":" + value.text, needsBreak: value.needsBreak)
        }
        return (made.map(\.text).joined(), made.last?.needsBreak ?? false)
      }
    }
  }

  /// - Parameters:
  ///   - column: of the key or the hyphen.
  ///   - behind: the column in which the value would begin.
  /// - Returns: with the blank before it; lines are parted by line feeds.
  static func value(
    _ text: String, column: Int, behind: Int, isText: Bool = false
  ) -> (text: String, needsBreak: Bool) {
    guard !text.isEmpty else { return ("", false) }
    let pad = String(repeating: " ", count: column + 2)
    func block(_ block: ScalarForm.Block) -> (String, Bool) {
      let lines = [" " + block.header] + block.lines.map { $0.isEmpty ? "" : pad + $0 }
      return (lines.joined(separator: "\n"), !block.header.hasSuffix("-"))
    }
    if text.contains("\n") || isText {
      guard let made = ScalarForm.literal(text, indicator: 2) else {
        return (" " + ScalarForm.double(text), false)
      }
      return block(made)
    }
    if behind + text.unicodeScalars.count > YAMLFile.width + 4,
      let made = ScalarForm.folded(text, width: YAMLFile.width - column - 2)
    {
      return block(made)
    }
    let isPlain = ScalarForm.isPlainSafe(text, inBrackets: false)
    return (" " + (isPlain ? text : ScalarForm.quoted(text)), false)
  }

  static func bytes(_ text: String, _ lineBreak: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0A { bytes += lineBreak } else { bytes.append(byte) }
    }
    return bytes
  }
}
