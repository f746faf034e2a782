package import Diagnostics

/// A value of a YAML document with its bytes; tags and anchors do not go further.
package enum YAMLNode: Sendable {
  case scalar(YAMLScalar)
  case sequence([YAMLNode], range: SourceRange)
  case mapping([YAMLPair], range: SourceRange)

  /// All of it: with its brackets, or from its first hyphen or key to the end of its last value.
  package var range: SourceRange {
    switch self {
    case .scalar(let scalar): scalar.place
    case .sequence(_, let range), .mapping(_, let range): range
    }
  }

  /// Where a message about it points: a whole scalar, but only the first sign of what has parts.
  package var place: SourceRange {
    switch self {
    case .scalar(let scalar): scalar.place
    case .sequence(_, let range), .mapping(_, let range):
      SourceRange(file: range.file, bytes: range.bytes.lowerBound..<range.bytes.lowerBound + 1)
    }
  }
}

/// A key and its value, in the order of the file.
package struct YAMLPair: Sendable {
  package let key: YAMLScalar
  package let value: YAMLNode

  package init(key: YAMLScalar, value: YAMLNode) { (self.key, self.value) = (key, value) }
}

/// A text as YAML understood it; what type it is, the reader's schema says.
package struct YAMLScalar: Sendable {
  package enum Style: Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  package let text: String
  package let style: Style
  /// With its quotes, or from its `|` to the end of its last line, without the break behind it; right behind
  /// the colon or the hyphen, and empty, where nothing is written.
  package let place: SourceRange

  package init(text: String, style: Style, place: SourceRange) {
    (self.text, self.style, self.place) = (text, style, place)
    cutOff = nil
  }

  /// What follows the text on its line and was taken for a comment, though it reads as a part of
  /// it: ` #1` without a space after the mark.
  package var cutOff: SourceRange?

  /// A comment in words behind the text on its line, which may have been meant as a part of it.
  package var comment: SourceRange?

  package var isQuoted: Bool { style == .singleQuoted || style == .doubleQuoted }

  /// Whether there is nothing but white space between its quotes.
  package var isBlank: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  /// Whether nothing was written after the key, or YAML's word for nothing.
  package var isNull: Bool {
    style == .plain && (text.isEmpty || text == "~" || text == "null" || text == "Null")
  }
}
