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

  /// A block that renders as the given HTML around its children.
  ///
  /// The HTML is the program's own
  /// or a theme component's; no author's text is in it but escaped.
  package static func customBlock(enter: String, exit: String = "") -> Node? {
    custom(CMARK_NODE_CUSTOM_BLOCK, enter: enter, exit: exit)
  }

  /// The same for HTML that is there as bytes.
  package static func customBlock(enter: [UInt8]) -> Node? {
    custom(CMARK_NODE_CUSTOM_BLOCK, enter: enter)
  }

  package static func customInline(enter: [UInt8]) -> Node? {
    custom(CMARK_NODE_CUSTOM_INLINE, enter: enter)
  }

  /// The inline counterpart of `customBlock`.
  package static func customInline(enter: String, exit: String = "") -> Node? {
    custom(CMARK_NODE_CUSTOM_INLINE, enter: enter, exit: exit)
  }

  package static func text(_ literal: String) -> Node? {
    let node = unsafe Node(cmark_node_new(CMARK_NODE_TEXT))
    node?.literal = literal
    return node
  }

  private static func custom(_ type: cmark_node_type, enter: [UInt8]) -> Node? {
    guard let node = unsafe Node(cmark_node_new(type)) else { return nil }
    let text = enter + [0]
    unsafe text.withUnsafeBytes { bytes in
      let characters = unsafe bytes.assumingMemoryBound(to: CChar.self)
      _ = unsafe cmark_node_set_on_enter(node.pointer, characters.baseAddress)
    }
    return node
  }

  private static func custom(_ type: cmark_node_type, enter: String, exit: String) -> Node? {
    guard let node = unsafe Node(cmark_node_new(type)) else { return nil }
    unsafe cmark_node_set_on_enter(node.pointer, enter)
    if !exit.isEmpty { unsafe cmark_node_set_on_exit(node.pointer, exit) }
    return node
  }

  /// False where cmark does not let the sibling's parent hold such a node; nothing changes then.
  @discardableResult
  package func insert(before sibling: Node) -> Bool {
    unsafe cmark_node_insert_before(sibling.pointer, pointer) == 1
  }

  package func insert(after sibling: Node) {
    unsafe cmark_node_insert_after(sibling.pointer, pointer)
  }

  package func append(_ child: Node) {
    unsafe cmark_node_append_child(pointer, child.pointer)
  }

  package func prepend(_ child: Node) {
    unsafe cmark_node_prepend_child(pointer, child.pointer)
  }

  /// Gives every node below its texts for its own.
  ///
  /// Until then they lie in the memory of the block that they were parsed from, and would be lost
  /// with it. A pass that moves inlines out of a block calls this first.
  package func ownTexts() { unsafe cmark_node_own(pointer) }

  package func unlink() { unsafe cmark_node_unlink(pointer) }

  /// Takes the node and all below it out of the tree and frees it; the handle is dead after.
  package func delete() { unsafe cmark_node_free(pointer) }

  /// Moves the children of this node before another node.
  package func moveChildren(before sibling: Node) {
    while let child = firstChild { child.insert(before: sibling) }
  }

  package func moveChildren(to other: Node) {
    while let child = firstChild { other.append(child) }
  }

  /// Puts `other` where this node is, gives it this node's children, and frees this node.
  package func become(_ other: Node) {
    guard other.insert(before: self) else { return other.delete() }
    moveChildren(to: other)
    delete()
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

  /// Whether the literal holds a byte, without making a string of it.
  package func literalContains(_ byte: UInt8) -> Bool {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return false }
    return unsafe strchr(text, Int32(byte)) != nil
  }

  /// Whether this is the text of a bracket that closed nothing.
  package var isClosingBracket: Bool {
    guard let text = unsafe cmark_node_get_literal(pointer) else { return false }
    return unsafe text[0] == 0x5D && text[1] == 0
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

  package var title: String { unsafe string(cmark_node_get_title(pointer)) }

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

  package var isChecked: Bool { unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  /// Makes an ordinary list item of a task.
  package func becomePlainItem() { unsafe cmark_node_set_syntax_extension(pointer, nil) }

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
