import Diagnostics

/// What a name says of the one that it is a copy of: `1-mensa - Copia (2)` → `1-mensa`.
struct CopyName {
  /// The names that it may be a copy of, nearest first.
  let originals: [String]
  /// Whether only a program or a hurried colleague names a file so; else the texts must be alike too.
  let isCertain: Bool

  /// - Parameter name: without its ending; nil for a name that is no copy's.
  init?(_ name: String) {
    var originals: [String] = []
    var isCertain = true
    var rest = name[...]
    // Copies of copies have two marks.
    while originals.count < 4, let (shorter, certain) = CopyName.withoutMark(rest) {
      isCertain = isCertain && certain
      rest = shorter
      originals.append(String(rest))
    }
    guard !originals.isEmpty else { return nil }
    (self.originals, self.isCertain) = (originals, isCertain)
  }

  private static func withoutMark(_ name: Substring) -> (rest: Substring, isCertain: Bool)? {
    if let rest = withoutBeginning(name) { return (rest, true) }
    if let rest = withoutBracket(name) { return (rest, true) }
    if let rest = withoutComputer(name) { return (rest, true) }
    return withoutLastWord(name)
  }

  /// `Copia di X`, `Copia (2) di X`, `Copy of X`.
  private static func withoutBeginning(_ name: Substring) -> Substring? {
    let lower = name.lowercased()
    guard lower.hasPrefix("copia ") || lower.hasPrefix("copy ") else { return nil }
    var rest = name.drop { $0 != " " }.dropFirst()
    if rest.first == "(" {
      rest = rest.drop { $0 != ")" }.dropFirst().drop { $0 == " " }
    }
    for word in ["di ", "of "] where rest.lowercased().hasPrefix(word) {
      return nonEmpty(rest.dropFirst(word.count))
    }
    return nil
  }

  /// `X (1)`, `X (Copia in conflitto di Anna 2025-03-01)`, `X (versione di Anna)`, `X (recuperato)`.
  private static func withoutBracket(_ name: Substring) -> Substring? {
    let (close, opening): (Character, Character) = name.last == "]" ? ("]", "[") : (")", "(")
    guard name.last == close, let open = name.lastIndex(of: opening) else { return nil }
    let inside = name[name.index(after: open)...].dropLast().lowercased()
    let isNumber = inside.count <= 2 && !inside.isEmpty && inside.allSatisfy { "0"..."9" ~= $0 }
    let words = [
      "conflit", "conflict", "copia", "copy", "versione di", "versione salvata", "version",
      "recuperat", "recovered", "ripristin", "autosaved", "salvataggio automatico",
    ]
    guard isNumber || words.contains(where: inside.contains) else { return nil }
    return nonEmpty(name[..<open])
  }

  /// `X-DESKTOP-A1B2C3`, as OneDrive names what two computers changed; Syncthing's `X.sync-conflict-…`.
  private static func withoutComputer(_ name: Substring) -> Substring? {
    for mark in computers {
      guard let start = name.offset(of: mark) else { continue }
      return nonEmpty(name[..<name.utf8.index(name.startIndex, offsetBy: start)])
    }
    return nil
  }

  private static let computers: [StaticString] = [
    "-DESKTOP-", "-LAPTOP-", ".sync-conflict-", "-MacBook",
  ]

  /// Words that only copies end in, and words that a page of its own may end in.
  private static let certain: Set<String> = [
    "copia", "copy", "kopie", "old", "vecchio", "vecchia", "backup", "bak", "orig",
  ]
  private static let possible: Set<String> = [
    "nuovo", "nuova", "new", "def", "definitivo", "definitiva", "finale", "final", "bozza", "rev",
    "corretto", "corretta", "modificato", "modificata", "bis", "ok", "originale", "prova",
  ]

  /// `X - Copia`, `X copia 2`, `X_old`, `X-v2`.
  private static func withoutLastWord(_ name: Substring) -> (rest: Substring, isCertain: Bool)? {
    var rest = name
    var word = takeLast(&rest)
    // A copy of a copy is numbered: `copia 2`.
    if let number = Int(word), number < 100, certain.contains(takenLast(rest)) {
      word = takeLast(&rest)
    }
    guard let left = nonEmpty(rest) else { return nil }
    if certain.contains(word) { return (left, true) }
    let isVersion =
      ["v", "ver", "rev"].contains { word.hasPrefix($0) && Int(word.dropFirst($0.count)) != nil }
    let isNumber = Int(word).map { (2...9).contains($0) } ?? false
    return possible.contains(word) || isVersion || isNumber ? (left, false) : nil
  }

  private static func takenLast(_ name: Substring) -> String {
    var name = name
    return takeLast(&name)
  }

  /// The last word, in lower case, which is taken away with what stands before it.
  private static func takeLast(_ name: inout Substring) -> String {
    guard let mark = name.lastIndex(where: isMark) else { return "" }
    let word = name[name.index(after: mark)...].lowercased()
    name = name[..<mark]
    return word
  }

  private static func isMark(_ character: Character) -> Bool {
    character == " " || character == "-" || character == "_" || character == "."
  }

  private static func nonEmpty(_ name: Substring) -> Substring? {
    var name = name
    while let last = name.last, isMark(last) { name.removeLast() }
    return name.isEmpty ? nil : name
  }
}
