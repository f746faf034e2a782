/// UTF-8 that was once read as Windows-1252, so that `è` became `Ã¨`.
package struct Misreading: Sendable {
  /// What stands in the text, and what was written once.
  package let seen: String
  package let meant: String
  /// In bytes of the text.
  package let range: Range<Int>

  /// The misread letters of a text, in its order.
  package static func all(in text: Substring) -> [Misreading] {
    // `Ã` and `Â` begin with the one byte, `â` too, and few Italian words have them.
    guard text.utf8.span.mayHoldMisreading else { return [] }
    var found: [Misreading] = []
    var run: [Unicode.Scalar] = []
    var start = 0
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x80 {
        if run.isEmpty { start = offset }
        run.append(scalar)
      } else {
        found += read(run, from: start)
        run = []
      }
      offset += UTF8.width(scalar)
    }
    return found + read(run, from: start)
  }

  /// The misread letters within characters that stand side by side.
  private static func read(_ run: [Unicode.Scalar], from start: Int) -> [Misreading] {
    guard run.count > 1 else { return [] }
    var found: [Misreading] = []
    var offset = start
    var at = 0
    while at < run.count {
      let length = length(run[at])
      if length > 1, at + length <= run.count {
        let part = run[at..<at + length]
        let bytes = part.compactMap(byte)
        if bytes.count == length, let meant = String(validating: bytes, as: UTF8.self) {
          let width = part.reduce(0) { $0 + UTF8.width($1) }
          found.append(
            Misreading(
              seen: String(String.UnicodeScalarView(part)), meant: meant,
              range: offset..<offset + width))
          offset += width
          at += length
          continue
        }
      }
      offset += UTF8.width(run[at])
      at += 1
    }
    return found
  }

  /// Controls too: programs that read Latin-1 made them of the bytes that have no letter there.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    Windows1252.byte(scalar) ?? UInt8(exactly: scalar.value)
  }

  /// How many bytes a letter or a sign of Western texts has in UTF-8, by what its first was read as.
  private static func length(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "Â", "Ã": 2
    case "â": 3
    default: 1
    }
  }

  package static func diagnostics(
    _ found: [Misreading], at place: (Misreading) -> SourceRange?
  ) -> Diagnostic? {
    guard let first = found.first else { return nil }
    let others = found.count - 1
    return Diagnostic(
      .lostCharacter,
      Phrase(
        it: "`\(first.seen)` è una lettera letta male: doveva essere `\(first.meant)`"
          + (others == 0 ? "" : "; in tutto sono \(found.count)"),
        en: "`\(first.seen)` is a letter that was misread: it should have been `\(first.meant)`"
          + (others == 0 ? "" : "; there are \(found.count) in all")),
      help: Phrase(
        it: "riprendi il testo dall'originale, oppure correggi le lettere una per una",
        en: "take the text from the original again, or correct the letters one by one"),
      at: place(first), severity: .warning)
  }
}

extension Span<UInt8> {
  fileprivate var mayHoldMisreading: Bool {
    for at in indices.dropLast() where self[at] == 0xC3 {
      switch self[at + 1] {
      // Ã, Â and â, before something that is no letter of the alphabet.
      case 0x82, 0x83, 0xA2: if at + 2 < count, self[at + 2] >= 0x80 { return true }
      default: continue
      }
    }
    return false
  }
}
