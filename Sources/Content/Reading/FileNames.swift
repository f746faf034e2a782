import Diagnostics
import Files

/// What is wrong with the names of files and folders themselves.
struct FileNames {
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a text is not in the report because of its name.
  private(set) var leavesOut = false

  init(_ folder: Folder, firstID: Int) {
    let paths = folder.texts.map(\.path) + folder.assets.map(\.path)
    tellHidden(paths)
    tellTwins(paths)
    let misnamed = MisnamedTexts.diagnostics(folder, firstID: firstID)
    diagnostics += misnamed
    leavesOut = misnamed.errors > 0
  }

  /// Each part of a path once.
  private static func parts(_ paths: [String]) -> [(path: Substring, name: Substring)] {
    var seen: Set<Substring> = []
    return paths.flatMap { path -> [(path: Substring, name: Substring)] in
      var start = path.startIndex
      var parts: [(path: Substring, name: Substring)] = []
      for name in path.split(separator: "/", omittingEmptySubsequences: false) {
        let whole = path[..<name.endIndex]
        if seen.insert(whole).inserted { parts.append((whole, name)) }
        start = name.endIndex
      }
      return start == path.startIndex ? [] : parts
    }
  }

  private mutating func tellHidden(_ paths: [String]) {
    // Of printable ASCII nothing is hidden.
    let others = paths.filter { !$0.utf8.allSatisfy { (0x20...0x7E).contains($0) } }
    for (path, name) in FileNames.parts(others) {
      let hidden = HiddenCharacter.all(in: name).map(\.scalar)
      let lines = name.unicodeScalars.filter { [0x09, 0x0A, 0x0D].contains($0.value) }
      guard let first = hidden.first ?? lines.first else { continue }
      let isForbidden =
        !lines.isEmpty
        || hidden.contains { HiddenCharacter.kind(of: $0)?.isForbidden ?? false }
      let shown = String(path).printable(keepsLines: false)
      let clean = String(
        String.UnicodeScalarView(
          name.unicodeScalars.filter { scalar in
            !hidden.contains(scalar) && ![0x09, 0x0A, 0x0D].contains(scalar.value)
          }))
      let code = HiddenCharacter.code(of: first)
      diagnostics.append(
        Diagnostic(
          .fileName,
          Phrase(
            it: "nel nome `\(shown)` c'è un carattere che non si vede (\(code))",
            en: "in the name `\(shown)` there is a character that cannot be seen (\(code))"),
          help: Phrase(it: "chiamalo `\(clean)`", en: "call it `\(clean)`"), at: nil,
          severity: isForbidden ? .error : .hint))
    }
  }

  /// Names that differ only in how their accents are put together, or in small and capital letters.
  private mutating func tellTwins(_ paths: [String]) {
    var spelling: [String: Substring] = [:]
    var told: Set<String> = []
    for path in paths {
      var end = path.endIndex
      // From the whole path up: of a folder that was seen, those above it were.
      while true {
        let whole = path[..<end]
        let key = whole.lowercased()
        if let other = spelling[key] {
          guard !other.utf8.elementsEqual(whole.utf8) else { break }
          let folders = [other, whole].map { Path.folder(of: String($0)) }
          if folders[0].utf8.elementsEqual(folders[1].utf8), told.insert(key).inserted {
            diagnostics.append(
              other == whole
                ? FileNames.twins(String(whole)) : FileNames.sameLetters(String(other), whole))
          }
        } else {
          spelling[key] = whole
        }
        guard let slash = whole.utf8.lastIndex(of: UInt8(ascii: "/")) else { break }
        end = slash
      }
    }
  }

  private static func twins(_ path: String) -> Diagnostic {
    let shown = path.printable(keepsLines: false)
    return Diagnostic(
      .fileName,
      Phrase(
        it: "ci sono due `\(shown)`: si distinguono solo per come sono scritti gli accenti",
        en: "there are two `\(shown)`: only the way their accents are written differs"),
      help: Phrase(
        it: "tienine uno solo; spesso uno dei due viene da un Mac",
        en: "keep one of them; often one of the two comes from a Mac"), at: nil)
  }

  private static func sameLetters(_ one: String, _ other: Substring) -> Diagnostic {
    let shown = [one, String(other)].map { $0.printable(keepsLines: false) }
    return Diagnostic(
      .fileName,
      Phrase(
        it: "`\(shown[0])` e `\(shown[1])` si distinguono solo per le maiuscole",
        en: "only small and capital letters differ in `\(shown[0])` and `\(shown[1])`"),
      help: Phrase(
        it: "dai a uno dei due un altro nome: per Windows, e per certi server, sono lo stesso",
        en: "give one of them another name: to Windows, and to some servers, they are the same"),
      at: nil, severity: .warning)
  }
}
