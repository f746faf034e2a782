/// Rewrites the tags of HTML that this program made, without parsing it anew.
///
/// Our HTML has every `<`, `>` and `"` of texts escaped and every attribute in double quotes, so
/// a tag is what stands from `<` to `>` and a value what stands between two quotes.
struct MarkupRewriter {
  /// Gives the new value of an attribute, or nil to keep it.
  let attribute: (_ name: Span<UInt8>, _ value: String) -> String?
  /// The attributes worth asking about, by the first letter of their names.
  let firstLetters: Set<UInt8>
  /// By how much headings move down.
  let headingShift: Int

  func rewritten(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    let span = bytes.span
    var at = 0
    var copied = 0
    while let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: at) {
      at = tag + 1
      if at < span.count, span[at] == UInt8(ascii: "/") { at += 1 }
      if headingShift > 0, at + 1 < span.count, span[at] == UInt8(ascii: "h"),
        (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(span[at + 1])
      {
        result += bytes[copied...at]
        result.append(min(UInt8(ascii: "6"), span[at + 1] + UInt8(headingShift)))
        at += 2
        copied = at
      }
      while at < span.count, span[at] != UInt8(ascii: ">") {
        guard span[at] == UInt8(ascii: "="), at + 1 < span.count, span[at + 1] == UInt8(ascii: "\"")
        else {
          at += 1
          continue
        }
        var nameStart = at
        while nameStart > 0, span[nameStart - 1] > 0x20 { nameStart -= 1 }
        let valueStart = at + 2
        var valueEnd = valueStart
        while valueEnd < span.count, span[valueEnd] != UInt8(ascii: "\"") { valueEnd += 1 }
        if firstLetters.contains(span[nameStart]),
          let new = attribute(
            span.extracting(nameStart..<at),
            String(decoding: bytes[valueStart..<valueEnd], as: UTF8.self))
        {
          result += bytes[copied..<valueStart]
          result += new.utf8
          copied = valueEnd
        }
        at = valueEnd + 1
      }
    }
    result += bytes[copied...]
    return result
  }
}

extension Span<UInt8> {
  func equals(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    var index = 0
    for byte in "\(name)".utf8 {
      if self[index] != byte { return false }
      index += 1
    }
    return true
  }
}
