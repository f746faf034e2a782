import Diagnostics

/// The marks that git leaves in a file where two versions of it could not be put together.
enum MergeMarkers {
  /// The first of them, which YAML might take for a part of a text.
  static func first(in text: Substring) -> YAMLFault? {
    guard text.offset(of: "<<<<<<<") != nil || text.offset(of: ">>>>>>>") != nil
    else { return nil }
    let source = YAMLSource(text.utf8.span)
    var at = 0
    while at < source.bytes.count {
      let line = YAMLLine(source, from: at)
      if line.isMergeMarker { return .mergeMarker(line) }
      at = line.next
    }
    return nil
  }
}
