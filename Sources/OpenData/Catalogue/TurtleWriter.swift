/// Writes a graph as Turtle (https://www.w3.org/TR/turtle/).
package enum TurtleWriter {
  package static func bytes(of graph: Graph) -> [UInt8] {
    var text = ""
    for vocabulary in Vocabulary.allCases {
      text += "@prefix \(vocabulary.rawValue): <\(vocabulary.address)> .\n"
    }
    for node in graph.nodes {
      text += "\n<\(node.name.text)>\n  a \(node.kinds.map(\.text).joined(separator: ", "))"
      for statement in node.statements {
        text += " ;\n  \(statement.property.text) "
        text += statement.values.map(written).joined(separator: ", ")
      }
      text += " .\n"
    }
    return Array(text.utf8)
  }

  private static func written(_ value: Graph.Value) -> String {
    switch value {
    case .name(let name): "<\(name.text)>"
    case .text(let text): quoted(text)
    case .words(let text, let language): quoted(text) + "@" + language
    case .typed(let text, let type): quoted(text) + "^^" + type.text
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
