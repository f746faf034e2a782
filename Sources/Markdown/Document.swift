import CCMarkGFM
import Synchronization

/// A parsed Markdown text: the one owner of its tree, which it frees.
///
/// Nodes are handles into the tree, which are valid only while the document lives: so its root is given out
/// for as long as somebody works on it (`withRoot`).
@safe
package final class Document {
  private let pointer: OpaquePointer

  /// The extensions are registered once for the process.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Held while the inlines of a text are parsed, which can be done for one text at a time.
  ///
  /// cmark-gfm 0.29 keeps the characters at which inline parsing stops (`~`, `:`, `w`) in one
  /// table for the process; every parse enters its extensions' characters and takes them out
  /// again. Two parses at once would lose each other's.
  private static let inlinePhase = Mutex<Void>(())

  /// One `~` means "about" to those who write; only two strike.
  private static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

  /// Parses a text; nil only where memory has run out.
  package init?(_ text: Substring, dialect: Dialect) {
    _ = Document.registration
    guard let parser = unsafe cmark_parser_new(Document.options) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in dialect.extensions {
      if let found = unsafe cmark_find_syntax_extension(name) {
        unsafe cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
      }
    }
    var root: OpaquePointer?
    Document.inlinePhase.withLock { _ in unsafe root = unsafe cmark_parser_finish(parser) }
    guard let root = unsafe root else { return nil }
    unsafe pointer = root
  }

  deinit { unsafe cmark_node_free(pointer) }

  /// Gives the tree out for as long as `body` runs; none of its nodes is to be kept.
  package func withRoot<Result>(_ body: (Node) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(unsafe Node(pointer)) }
  }
}

/// Which Markdown a text is written in.
package enum Dialect: Sendable {
  /// What authors write: GitHub Flavored Markdown with footnotes.
  case prose
  /// What a theme's templates are: the same without bare addresses turned into links, because
  /// a template's values are text and nothing of them may become a link by itself.
  case template

  var extensions: [String] {
    switch self {
    case .prose: ["table", "strikethrough", "autolink", "tasklist"]
    case .template: ["table"]
    }
  }
}
