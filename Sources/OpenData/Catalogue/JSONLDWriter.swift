import Diagnostics

/// Writes a graph as JSON-LD (https://www.w3.org/TR/json-ld11/) that plain JSON readers can use too.
package enum JSONLDWriter {
  package static func bytes(of graph: Graph) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("@context") { json in
        json.object { json in
          for vocabulary in Vocabulary.allCases {
            json.member(vocabulary.rawValue, vocabulary.address)
          }
        }
      }
      json.lineBreak()
      json.list("@graph", graph.nodes, onLines: true, write)
    }
    return writer.bytes + Array("\n".utf8)
  }

  private static func write(_ node: Graph.Node, _ json: inout JSONWriter) {
    json.member("@id", node.name.text)
    json.texts("@type", node.kinds.lazy.map(\.text))
    for statement in node.statements {
      json.member(statement.property.text) { json in
        if statement.values.count == 1, let only = statement.values.first {
          write(only, &json)
        } else {
          json.array { json in for value in statement.values { write(value, &json) } }
        }
      }
    }
  }

  private static func write(_ value: Graph.Value, _ json: inout JSONWriter) {
    if case .text(let text) = value {
      json.string(text)
      return
    }
    json.object { json in
      switch value {
      case .name(let name): json.member("@id", name.text)
      case .text: break
      case .words(let text, let language):
        json.member("@value", text)
        json.member("@language", language)
      case .typed(let text, let type):
        json.member("@value", text)
        json.member("@type", type.text)
      }
    }
  }
}
