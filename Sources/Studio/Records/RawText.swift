/// The text of a file as a browser shows it, and back to bytes: each line that stays keeps its own break.
struct RawText {
  private let bytes: [UInt8]
  private let lines: [(text: ArraySlice<UInt8>, end: ArraySlice<UInt8>)]
  private let hasMark: Bool

  /// Nil for what is not UTF-8.
  init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    self.bytes = bytes
    hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    lines = RawText.lines(bytes[(hasMark ? 3 : 0)...])
  }

  /// With one kind of break.
  var shown: String {
    let parts = lines.map {
      String(decoding: $0.text, as: UTF8.self) + ($0.end.isEmpty ? "" : "\n")
    }
    return parts.joined()
  }

  func bytes(for text: String) -> [UInt8] {
    let plain = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let new = RawText.lines(Array(plain.utf8)[...])
    let usual = lines.first { !$0.end.isEmpty }?.end ?? [0x0A]
    let common = min(lines.count, new.count)
    var head = 0
    while head < common, lines[head].text == new[head].text,
      lines[head].end.isEmpty == new[head].end.isEmpty
    {
      head += 1
    }
    var tail = 0
    while tail < common - head,
      lines[lines.count - 1 - tail].text == new[new.count - 1 - tail].text,
      lines[lines.count - 1 - tail].end.isEmpty == new[new.count - 1 - tail].end.isEmpty
    {
      tail += 1
    }
    var result: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    for line in lines[..<head] { result += line.text + line.end }
    for line in new[head..<new.count - tail] {
      result += line.text + (line.end.isEmpty ? [] : usual)
    }
    for line in lines[(lines.count - tail)...] { result += line.text + line.end }
    return result
  }

  private static func lines(
    _ bytes: ArraySlice<UInt8>
  ) -> [(text: ArraySlice<UInt8>, end: ArraySlice<UInt8>)] {
    var lines: [(text: ArraySlice<UInt8>, end: ArraySlice<UInt8>)] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      var next = min(end + 1, bytes.endIndex)
      if end + 1 < bytes.endIndex, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next = end + 2 }
      lines.append((bytes[start..<end], bytes[end..<next]))
      start = next
    }
    return lines
  }
}
