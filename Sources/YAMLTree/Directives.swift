/// Lines such as `%YAML 1.2` above a document.
///
/// Nobody needs one. The parser compares each with all before it, so of many the file is not given to it.
enum Directives {
  static let most = 8

  /// Refuses one beyond those that are let through, at the beginning of a document or behind its end.
  static func check(_ bytes: borrowing Span<UInt8>, from start: Int) throws(YAMLFailure) {
    guard let line = oneTooMany(in: bytes, from: start) else { return }
    // As the parser says it of those that it does not know.
    throw .syntax(problem: "directive", context: "a directive", at: line, begin: line)
  }

  private static func oneTooMany(in bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    var at = start
    var count = 0
    while at < bytes.count {
      let line = at
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
      guard at < bytes.count else { return nil }
      switch bytes[at] {
      case 0x0A, 0x0D, UInt8(ascii: "#"): break
      // The end of a document that has ended, `...`, changes nothing.
      case UInt8(ascii: "."): guard start > 0 else { return nil }
      case UInt8(ascii: "%"):
        guard at == line else { return nil }
        count += 1
        if count > most { return line }
      default: return nil
      }
      while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      at += 1
    }
    return nil
  }
}
