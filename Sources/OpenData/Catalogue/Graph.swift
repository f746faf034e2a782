/// Statements of the semantic web (RDF 1.1, https://www.w3.org/TR/rdf11-concepts/), by what they
/// are about and in the order they are made.
package struct Graph {
  private(set) var nodes: [Node] = []

  /// One thing with all that is said of it.
  struct Node {
    let name: IRI
    fileprivate(set) var kinds: [Term]
    fileprivate(set) var statements: [(property: Term, values: [Value])] = []

    /// Says something more; a value that is not known is left out.
    mutating func add(_ property: Term, _ value: Value?) {
      guard let value else { return }
      // JSON has each name once, so the values of a property stand together.
      if let place = statements.firstIndex(where: { $0.property == property }) {
        statements[place].values.append(value)
      } else {
        statements.append((property, [value]))
      }
    }
  }

  enum Value {
    case name(IRI)
    case text(String)
    /// In the language of a BCP 47 tag.
    case words(String, language: String)
    case typed(String, Term)
  }

  mutating func add(
    _ name: IRI, _ kinds: [Term], _ describe: (inout Node) -> Void
  ) {
    var node = Node(name: name, kinds: kinds)
    describe(&node)
    nodes.append(node)
  }
}

/// The name of a thing.
package struct IRI: Sendable {
  package let text: String

  /// - Parameter text: an absolute address; what no IRI may hold is percent-encoded.
  init(_ text: String) {
    var clean = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{20}", "<", ">", "\"", "{", "}", "|", "^", "`", "\\", "\u{7F}":
        let hex = String(scalar.value, radix: 16, uppercase: true)
        clean += hex.utf8.count == 1 ? "%0" + hex : "%" + hex
      default: clean.unicodeScalars.append(scalar)
      }
    }
    self.text = clean
  }
}

/// A word of a vocabulary: the prefix and the name within it.
struct Term: Equatable, Sendable {
  let vocabulary: Vocabulary
  let name: String

  /// As Turtle and JSON-LD write it alike.
  var text: String { "\(vocabulary.rawValue):\(name)" }
}

extension Term {
  static func dcat(_ name: String) -> Term { Term(vocabulary: .dcat, name: name) }
  static func dcatapit(_ name: String) -> Term { Term(vocabulary: .dcatapit, name: name) }
  static func dct(_ name: String) -> Term { Term(vocabulary: .dct, name: name) }
  static func foaf(_ name: String) -> Term { Term(vocabulary: .foaf, name: name) }
  static func locn(_ name: String) -> Term { Term(vocabulary: .locn, name: name) }
  static func owl(_ name: String) -> Term { Term(vocabulary: .owl, name: name) }
  static func vcard(_ name: String) -> Term { Term(vocabulary: .vcard, name: name) }
  static func xsd(_ name: String) -> Term { Term(vocabulary: .xsd, name: name) }
}

/// The vocabularies of the catalogue by their usual prefixes.
enum Vocabulary: String, CaseIterable, Sendable {
  case dcat, dcatapit, dct, foaf, locn, owl, vcard, xsd

  var address: String {
    switch self {
    case .dcat: "http://www.w3.org/ns/dcat#"
    case .dcatapit: "http://dati.gov.it/onto/dcatapit#"
    case .dct: "http://purl.org/dc/terms/"
    case .foaf: "http://xmlns.com/foaf/0.1/"
    case .locn: "http://www.w3.org/ns/locn#"
    case .owl: "http://www.w3.org/2002/07/owl#"
    case .vcard: "http://www.w3.org/2006/vcard/ns#"
    case .xsd: "http://www.w3.org/2001/XMLSchema#"
    }
  }
}
