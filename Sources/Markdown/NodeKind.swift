import CCMarkGFM
import Glibc

/// What a node is, in CommonMark's words.
package enum NodeKind: Sendable {
  case document, blockQuote, list, item, taskItem, codeBlock, htmlBlock, paragraph
  case heading, thematicBreak, footnoteDefinition, table, tableHeader, tableRow, tableCell
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
  case footnoteReference, strikethrough
  case other

  init(_ pointer: OpaquePointer) {
    self =
      switch unsafe cmark_node_get_type(pointer) {
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_LIST: .list
      case CMARK_NODE_ITEM: unsafe NodeKind.item(pointer)
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_IMAGE: .image
      case CMARK_NODE_LINEBREAK: .lineBreak
      case CMARK_NODE_DOCUMENT: .document
      case CMARK_NODE_BLOCK_QUOTE: .blockQuote
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_HTML_INLINE: .htmlInline
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
      case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
      default: unsafe NodeKind.named(pointer)
      }
  }

  /// A task is an ordinary item that the extension has claimed.
  private static func item(_ pointer: OpaquePointer) -> NodeKind {
    unsafe isNamed(pointer, "tasklist") ? .taskItem : .item
  }

  /// The kinds of extensions have numbers that are given when they are registered, so they are
  /// known by their names.
  private static func named(_ pointer: OpaquePointer) -> NodeKind {
    if unsafe isNamed(pointer, "table_cell") { return .tableCell }
    if unsafe isNamed(pointer, "table_row") { return .tableRow }
    if unsafe isNamed(pointer, "table_header") { return .tableHeader }
    if unsafe isNamed(pointer, "table") { return .table }
    return unsafe isNamed(pointer, "strikethrough") ? .strikethrough : .other
  }

  private static func isNamed(_ pointer: OpaquePointer, _ name: StaticString) -> Bool {
    guard let known = unsafe cmark_node_get_type_string(pointer) else { return false }
    return unsafe name.utf8Start.withMemoryRebound(
      to: CChar.self, capacity: name.utf8CodeUnitCount + 1
    ) {
      unsafe strcmp(known, $0) == 0
    }
  }
}
