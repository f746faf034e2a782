import CCMarkGFM
import Glibc

/// A handle to one node of a document's tree.
@safe
package struct Node: Hashable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  package static func == (a: Node, b: Node) -> Bool { unsafe a.pointer == b.pointer }

  package func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }

  package var kind: NodeKind { unsafe NodeKind(pointer) }

  // The tree

  package var parent: Node? { unsafe Node(cmark_node_parent(pointer)) }
  package var firstChild: Node? { unsafe Node(cmark_node_first_child(pointer)) }
  package var next: Node? { unsafe Node(cmark_node_next(pointer)) }
  package var previous: Node? { unsafe Node(cmark_node_previous(pointer)) }

  package var children: [Node] {
    var result: [Node] = []
    var child = firstChild
    while let node = child {
      result.append(node)
      child = node.next
    }
    return result
  }

  package static func text(_ literal: String) -> Node? {
    let node = unsafe Node(cmark_node_new(CMARK_NODE_TEXT))
    node?.literal = literal
    return node
  }

  package func insert(after sibling: Node) {
    unsafe cmark_node_insert_after(sibling.pointer, pointer)
  }

  // What a node says

  package var literal: String {
    get { unsafe string(cmark_node_get_literal(pointer)) }
    nonmutating set { unsafe cmark_node_set_literal(pointer, newValue) }
  }

  /// Appends the literal's bytes, without making a string of them.
  package func appendLiteral(to bytes: inout [UInt8]) {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return }
    let length = unsafe strlen(text)
    unsafe text.withMemoryRebound(to: UInt8.self, capacity: length) {
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
    }
  }

  /// Gives the literal's bytes out for as long as `body` runs.
  package func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    guard let text = unsafe cmark_node_get_literal(pointer) else {
      return body(InlineArray<0, UInt8>(repeating: 0).span)
    }
    let length = unsafe strlen(text)
    return unsafe text.withMemoryRebound(to: UInt8.self, capacity: length) {
      unsafe body(UnsafeBufferPointer(start: $0, count: length).span)
    }
  }

  /// Whether the literal holds a byte, without making a string of it.
  package func literalContains(_ byte: UInt8) -> Bool {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return false }
    return unsafe strchr(text, Int32(byte)) != nil
  }

  /// The address of a link or an image.
  package var address: String {
    get { unsafe string(cmark_node_get_url(pointer)) }
    nonmutating set { unsafe cmark_node_set_url(pointer, newValue) }
  }

  /// Whether the address holds a byte.
  package func addressContains(_ byte: UInt8) -> Bool {
    guard let text = unsafe cmark_node_get_url(pointer) else { return false }
    return unsafe strchr(text, Int32(byte)) != nil
  }

  /// What the address and the title of a link or an image come to.
  var addressBytes: Int {
    var count = 0
    if let text = unsafe cmark_node_get_url(pointer) { unsafe count += strlen(text) }
    if let text = unsafe cmark_node_get_title(pointer) { unsafe count += strlen(text) }
    return count
  }

  package var title: String { unsafe string(cmark_node_get_title(pointer)) }

  /// What stands behind the fence of a block of code: its language, for most.
  package var fenceInfo: String { unsafe string(cmark_node_get_fence_info(pointer)) }

  package var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }

  /// Lines from 1 and byte columns from 1, ends inclusive; sometimes 0 where cmark does not know.
  package var lines: ClosedRange<Int> {
    let start = Int(unsafe cmark_node_get_start_line(pointer))
    return start...max(start, Int(unsafe cmark_node_get_end_line(pointer)))
  }
  package var startColumn: Int { Int(unsafe cmark_node_get_start_column(pointer)) }
  package var endColumn: Int { Int(unsafe cmark_node_get_end_column(pointer)) }

  /// The number that an ordered list begins with; nil for a list with bullets.
  package var listStart: Int? {
    guard unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return Int(unsafe cmark_node_get_list_start(pointer))
  }

  /// Whether a list's items stand close together, their paragraphs without marks of their own.
  package var isTight: Bool { unsafe cmark_node_get_list_tight(pointer) == 1 }

  package var isChecked: Bool { unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  /// `l`, `c`, `r` or nil for each column of a table.
  package var columnAlignments: [Character?] {
    let count = Int(unsafe cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else {
      return []
    }
    return (0..<count).map { column in
      let letter = unsafe alignments[column]
      return letter == 0 ? nil : Character(Unicode.Scalar(letter))
    }
  }

  private func string(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}

extension Node {
  /// The node and all below it in the order of the text, each with its depth (the node's own is 0).
  ///
  /// The nodes are collected first, so that a pass may change the tree as it goes through them.
  package func preorder() -> [(node: Node, depth: Int)] {
    guard let iterator = unsafe cmark_iter_new(pointer) else { return [] }
    defer { unsafe cmark_iter_free(iterator) }
    var result: [(node: Node, depth: Int)] = []
    result.reserveCapacity(48)
    var depth = 0
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return result }
      if event == CMARK_EVENT_EXIT {
        depth -= 1
        continue
      }
      guard let node = unsafe cmark_iter_get_node(iterator) else { continue }
      result.append((unsafe Node(node), depth))
      if unsafe !Node.isLeaf(node) { depth += 1 }
    }
  }

  /// cmark gives these kinds an enter event and no exit.
  private static func isLeaf(_ pointer: OpaquePointer) -> Bool {
    switch unsafe cmark_node_get_type(pointer) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      true
    default: false
    }
  }

  /// The words under a node, marks left out, breaks as spaces.
  package var plainText: String {
    if let only = firstChild, only.next == nil, only.kind == .text { return only.literal }
    var result = ""
    for (node, _) in preorder() {
      switch node.kind {
      case .text, .code: result += node.literal
      case .softBreak, .lineBreak: result += " "
      default: break
      }
    }
    return result
  }
}
