/// Lines such as `%YAML 1.2` above a document.
///
/// Nobody needs one. The parser compares each with all before it, so of many the file is not given to it.
enum Directives {
  static let most = 8

  /// The first line beyond those that are let through.
  static func oneTooMany(in source: YAMLSource) -> YAMLLine? {
    var at = 0
    var count = 0
    while at < source.bytes.count {
      let line = YAMLLine(source, from: at)
      at = line.next
      if line.isEmpty || line.isComment { continue }
      guard line.indent == 0, line.firstByte == UInt8(ascii: "%") else { return nil }
      count += 1
      if count > most { return line }
    }
    return nil
  }
}
