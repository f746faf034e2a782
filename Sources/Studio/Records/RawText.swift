import Writing

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
    var result: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    var kept = 0
    for hunk in Hunk.all(from: lines.map(Key.init), to: new.map(Key.init), most: 4000) {
      for line in lines[kept..<hunk.old.lowerBound] { result += line.text + line.end }
      for line in new[hunk.new] { result += line.text + (line.end.isEmpty ? [] : usual) }
      kept = hunk.old.upperBound
    }
    for line in lines[kept...] { result += line.text + line.end }
    return result
  }

  /// What makes two lines the same, whatever sign they end with.
  private struct Key: Equatable {
    let text: ArraySlice<UInt8>
    let isEnded: Bool

    init(_ line: (text: ArraySlice<UInt8>, end: ArraySlice<UInt8>)) {
      (text, isEnded) = (line.text, !line.end.isEmpty)
    }
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
