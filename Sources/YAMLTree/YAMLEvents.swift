import CYAML
import Diagnostics

/// libyaml over the bytes of a document; no pointer leaves this file.
enum YAMLEvents {
  /// Hands out the events one after the other, to the end of the stream or the first failure.
  static func read(
    _ bytes: borrowing Span<UInt8>, _ take: (YAMLEvent) throws(YAMLFailure) -> Void
  ) throws(YAMLFailure) {
    // It refuses to be told of no text.
    guard !bytes.isEmpty else { return }
    var cursor = MarkCursor()
    // Its memory must not move: it keeps its own address.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else { throw .outOfMemory }
    defer { unsafe yaml_parser_delete(parser) }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    try unsafe bytes.withUnsafeBufferPointer { input throws(YAMLFailure) in
      unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
      var isAtEnd = false
      while !isAtEnd {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else {
          throw unsafe failure(of: parser.pointee, input.span, &cursor)
        }
        defer { unsafe yaml_event_delete(&event) }
        isAtEnd = unsafe event.type == YAML_STREAM_END_EVENT
        try unsafe take(copy(of: event, input.span, &cursor))
      }
    }
  }

  private static func copy(
    of event: yaml_event_t, _ bytes: borrowing Span<UInt8>, _ cursor: inout MarkCursor
  ) -> YAMLEvent {
    let start = cursor.byte(of: unsafe event.start_mark.index, in: bytes)
    let end = cursor.byte(of: unsafe event.end_mark.index, in: bytes)
    let (kind, anchor) = unsafe content(of: event)
    return YAMLEvent(kind: kind, anchor: anchor, bytes: start..<max(start, end))
  }

  private static func content(of event: yaml_event_t) -> (YAMLEvent.Kind, anchor: String?) {
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return (
        .scalar(unsafe String(decoding: text, as: UTF8.self), unsafe style(scalar.style)),
        unsafe name(scalar.anchor)
      )
    case YAML_SEQUENCE_START_EVENT:
      return (.sequenceStart, unsafe name(event.data.sequence_start.anchor))
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, nil)
    case YAML_MAPPING_START_EVENT:
      return (.mappingStart, unsafe name(event.data.mapping_start.anchor))
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, nil)
    case YAML_ALIAS_EVENT: return (.alias(of: unsafe name(event.data.alias.anchor) ?? ""), nil)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, nil)
    case YAML_DOCUMENT_END_EVENT: return (.documentEnd, nil)
    case YAML_STREAM_START_EVENT: return (.streamStart, nil)
    default: return (.streamEnd, nil)
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private static func name(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe characters.map { unsafe String(cString: $0) }
  }

  private static func failure(
    of parser: yaml_parser_t, _ bytes: borrowing Span<UInt8>, _ cursor: inout MarkCursor
  ) -> YAMLFailure {
    switch unsafe parser.error {
    case YAML_MEMORY_ERROR: return .outOfMemory
    case YAML_READER_ERROR:
      return .control(
        code: unsafe Int(parser.problem_value), at: unsafe min(parser.problem_offset, bytes.count))
    default:
      let context = unsafe parser.context.map { unsafe String(cString: $0) }
      return .syntax(
        problem: unsafe parser.problem.map { unsafe String(cString: $0) } ?? "",
        context: context ?? "", at: cursor.byte(of: unsafe parser.problem_mark.index, in: bytes),
        begin: context.map { _ in
          cursor.byte(of: unsafe parser.context_mark.index, in: bytes)
        })
    }
  }
}

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

/// Where the characters stand that libyaml counts, in bytes.
///
/// It goes on from the place it was asked for last: events come in the order of the document, so all
/// of them together take one pass.
struct MarkCursor {
  /// The character, from 0, and its first byte.
  private var (index, byte) = (0, 0)

  mutating func byte(of wanted: Int, in bytes: borrowing Span<UInt8>) -> Int {
    while index < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      index += 1
    }
    while index > wanted, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      index -= 1
    }
    return byte
  }
}
