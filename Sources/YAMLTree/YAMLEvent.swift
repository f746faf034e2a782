import Diagnostics

/// One of libyaml's events, with the bytes of the document that it is about.
struct YAMLEvent {
  enum Kind {
    case scalar(String, YAMLScalar.Style)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case alias(of: String)
    case documentStart
    case documentEnd
    case streamStart
    case streamEnd
  }

  let kind: Kind
  /// The name that others may call a node by.
  let anchor: String?
  let bytes: Range<Int>
}

/// Why there is no tree.
enum YAMLFailure: Error {
  /// libyaml can go no further: its words for it, what it was reading, where it stopped and where that began.
  case syntax(problem: String, context: String, at: Int, begin: Int?)
  /// A character that no YAML may hold.
  case control(code: Int, at: Int)
  /// What YAML can say and a document of ours cannot.
  case mistake(Diagnostic)
  case outOfMemory
}
