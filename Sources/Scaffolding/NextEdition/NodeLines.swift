import Diagnostics
import YAMLTree

/// What was read, written again: values keep what they say.
enum NodeLines {
  /// The lines of a field, whatever its value is made of.
  static func field(_ name: String, _ node: YAMLNode, indent: String = "") -> [String] {
    switch node {
    case .scalar(let scalar):
      if scalar.isNull { return ["\(indent)\(name):"] }
      let lines = value(scalar, indent: indent)
      return ["\(indent)\(name): \(lines[0])"] + lines.dropFirst()
    case .sequence(let nodes, _):
      if nodes.isEmpty { return ["\(indent)\(name): []"] }
      return ["\(indent)\(name):"] + nodes.flatMap { entry($0, indent: indent + "  ") }
    case .mapping(let pairs, _):
      return ["\(indent)\(name):"]
        + pairs.flatMap { field(key($0), $0.value, indent: indent + "  ") }
    }
  }

  /// The lines of an entry of a list, with its hyphen.
  static func entry(_ node: YAMLNode, indent: String) -> [String] {
    switch node {
    case .scalar(let scalar):
      let lines = value(scalar, indent: indent)
      return ["\(indent)- \(lines[0])"] + lines.dropFirst()
    case .mapping(let pairs, _):
      return hyphened(pairs.flatMap { field(key($0), $0.value, indent: indent + "  ") }, indent)
    case .sequence(let nodes, _):
      return hyphened(nodes.flatMap { entry($0, indent: indent + "  ") }, indent)
    }
  }

  static func hyphened(_ lines: [String], _ indent: String) -> [String] {
    guard let first = lines.first else { return ["\(indent)- {}"] }
    return ["\(indent)- \(first.dropFirst(indent.utf8.count + 2))"] + lines.dropFirst()
  }

  static func key(_ pair: YAMLPair) -> String { YAMLText.scalar(pair.key.text) }

  /// A text on one line, or its first and the lines below.
  private static func value(_ scalar: YAMLScalar, indent: String) -> [String] {
    let text = scalar.text
    // What needed no quotes needs none now; with quotes a comma would part nothing any more.
    if scalar.style == .plain, !text.contains("\n") { return [text] }
    guard text.contains("\n"), isBlock(text) else { return [YAMLText.scalar(text)] }
    let ends = text.hasSuffix("\n")
    let body = ends ? text.dropLast() : text[...]
    return [ends ? "|" : "|-"]
      + body.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "\(indent)  \($0)"
      }
  }

  /// Whether a text can stand below `|` as it is.
  private static func isBlock(_ text: String) -> Bool {
    guard let first = text.first, !first.isWhitespace, !text.hasSuffix("\n\n") else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.value == 0x0A
        || $0.value >= 0x20 && ![0x7F, 0x85, 0x2028, 0x2029, 0xFEFF].contains($0.value)
    }
  }
}
