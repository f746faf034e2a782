import Diagnostics

/// The lines that git puts around two versions of a text which it could not make one.
enum MergeMarker {
  private static let words: [StaticString] = ["<<<<<<<", ">>>>>>>", "|||||||"]
  private static let marks = words.map { Array($0.description.utf8) }

  /// Where the first one stands: seven of one sign at the beginning of a line, alone or before a name.
  static func first(in text: String) -> Range<Int>? {
    // Hardly any text has one, at the beginning of a line or elsewhere.
    guard words.contains(where: { text[...].offset(of: $0) != nil }) else { return nil }
    let bytes = text.utf8.span
    var start = 0
    for at in 0...bytes.count
    where at == bytes.count || bytes[at] == 0x0A || bytes[at] == 0x0D {
      if isMark(bytes, start, at) { return start..<start + 7 }
      start = at + 1
    }
    return nil
  }

  private static func isMark(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 7, let mark = marks.first(where: { $0[0] == bytes[start] }) else {
      return false
    }
    for offset in mark.indices where bytes[start + offset] != mark[0] { return false }
    return end == start + 7 || bytes[start + 7] <= 0x20
  }

  static func diagnostic(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .mergeMarker,
      Phrase(
        it: "qui ci sono due versioni dello stesso testo, che git non ha saputo unire",
        en: "there are two versions of one text here, which git could not merge"),
      help: Phrase(
        it: "tieni la versione giusta e togli le righe `<<<<<<<`, `=======` e `>>>>>>>`",
        en: "keep the right version and take the lines `<<<<<<<`, `=======` and `>>>>>>>` away"),
      at: place)
  }
}
