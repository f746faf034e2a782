/// What a file holds, told by its beginning.
package enum AttachmentContent {
  package enum Flaw: Equatable, Sendable {
    /// What a browser or a server would run.
    case page
    case code
    case program
    case macros
    /// Not what its name says, and harmless.
    case other
    /// A PDF that does something by itself when it is opened.
    case actions
  }

  /// - Parameter head: the beginning; of an empty one nothing is told.
  static func flaw(of head: [UInt8], _ kind: FileKind) -> Flaw? {
    guard !head.isEmpty else { return nil }
    let bytes = head.span
    if begins(bytes, "MZ") && isBinary(bytes) || begins(bytes, "\u{7F}ELF") { return .program }
    if begins(bytes, "#!") || holds(bytes, code) { return .code }
    if kind.form != .drawing, isPage(bytes) { return .page }
    if kind.mayHoldMacros, macros.contains(where: { holds(bytes, [$0]) }) { return .macros }
    if kind.form == .pdf, holds(bytes, actions) { return .actions }
    return isOfKind(bytes, kind) ? nil : .other
  }

  /// What PHP and server-side includes begin with.
  private static let code: [StaticString] = ["<?php", "<!--#exec", "<!--#include"]
  /// The parts of a document that Office and LibreOffice keep macros in, among the names in its zip.
  private static let macros: [StaticString] = ["vbaProject.bin", "Basic/script-lc.xml"]
  /// The names of actions that run something (ISO 32000-2, 12.6.4).
  private static let actions: [StaticString] = ["/JavaScript", "/Launch", "/JS ", "/JS("]

  private static func isOfKind(_ bytes: Span<UInt8>, _ kind: FileKind) -> Bool {
    switch kind.form {
    case .pdf: holds(bytes, ["%PDF"], before: 1024)
    // Any signed file is one sequence of ASN.1, in bytes or in letters.
    case .signed: bytes[0] == 0x30 || begins(bytes, "MI") || begins(bytes, "-----BEGIN")
    case .zip: begins(bytes, "PK")
    case .richText: begins(bytes, "{\\rtf")
    case .text: !isBinary(bytes)
    case .picture, .recording: isMedium(bytes)
    case .drawing: true
    case .database: begins(bytes, "SQLite format 3")
    }
  }

  /// A picture under the name of another is shown all the same, and so is a recording.
  private static func isMedium(_ bytes: Span<UInt8>) -> Bool {
    if bytes[0] == 0x89, begins(bytes, "PNG", at: 1) { return true }
    if bytes[0] == 0xFF, bytes.count > 1, bytes[1] >= 0xD8 { return true }
    let signs: [StaticString] = ["GIF8", "RIFF", "ID3", "OggS"]
    if signs.contains(where: { begins(bytes, $0) }) { return true }
    if begins(bytes, "ftyp", at: 4) { return true }
    return bytes.count > 3 && bytes[0] == 0x1A && bytes[1] == 0x45 && bytes[2] == 0xDF
  }

  /// Whether no text begins so: one of two bytes a letter says it at its start.
  private static func isBinary(_ bytes: Span<UInt8>) -> Bool {
    if bytes.count > 1, bytes[0] >= 0xFE, bytes[1] >= 0xFE { return false }
    for at in 0..<min(1024, bytes.count) where bytes[at] == 0 { return true }
    return false
  }

  /// Whether a browser that guesses would take it for a page (https://mimesniff.spec.whatwg.org, 7.1).
  private static func isPage(_ bytes: Span<UInt8>) -> Bool {
    var at = bytes.count > 2 && bytes[0] == 0xEF && bytes[1] == 0xBB ? 3 : 0
    while at < bytes.count, [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(bytes[at]) { at += 1 }
    let signs: [StaticString] = [
      "<!doctype html", "<html", "<head", "<script", "<iframe", "<body", "<svg", "<?xml",
      "<!--", "<h1", "<div", "<table", "<title", "<style", "<meta", "mime-version:",
    ]
    return signs.contains { begins(bytes, $0, at: at) }
  }

  /// Letters in whatever case.
  private static func begins(
    _ bytes: Span<UInt8>, _ word: StaticString, at start: Int = 0
  ) -> Bool {
    guard start >= 0, start + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { letters in
      for offset in 0..<letters.count
      where unsafe lower(bytes[start + offset]) != lower(letters[offset]) { return false }
      return true
    }
  }

  /// Whether one of some words, which begin with the same sign, stands somewhere.
  private static func holds(
    _ bytes: Span<UInt8>, _ words: [StaticString], before end: Int = .max
  ) -> Bool {
    let first = words[0].withUTF8Buffer { unsafe $0.first.map(lower) ?? 0 }
    for at in 0..<min(bytes.count, end) where lower(bytes[at]) == first {
      for word in words where begins(bytes, word, at: at) { return true }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
