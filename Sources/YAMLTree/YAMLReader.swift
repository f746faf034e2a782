package import Diagnostics

/// Reads one YAML document into a tree with places; mistakes become diagnostics.
package enum YAMLReader {
  /// - Parameters:
  ///   - yaml: the document, which may be only the front matter of its file.
  ///   - offset: the byte of the file where the document begins.
  package static func read(
    _ yaml: Substring, of file: SourceFile.ID, at offset: Int, into diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    // libyaml counts a byte-order mark as a column.
    let hasMark = yaml.unicodeScalars.first == "\u{FEFF}"
    let (yaml, offset) =
      hasMark ? (Substring(yaml.unicodeScalars.dropFirst()), offset + 3) : (yaml, offset)
    if let marker = MergeMarkers.first(in: yaml) {
      diagnostics.append(marker.diagnostic(in: file, offset: offset))
      return nil
    }
    let bytes = yaml.utf8.span
    do throws(YAMLFailure) {
      try Directives.check(bytes, from: 0)
      var builder = TreeBuilder(file: file, offset: offset)
      try YAMLEvents.read(bytes) { event throws(YAMLFailure) in try builder.take(event, bytes) }
      return builder.root
    } catch {
      diagnostics.append(error.diagnostic(of: YAMLSource(bytes), in: file, offset: offset))
      return nil
    }
  }
}
