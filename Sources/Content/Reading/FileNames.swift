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
    for path in folder.unopened { tellUnopened(path) }
    let misnamed = MisnamedTexts.diagnostics(folder, firstID: firstID)
    diagnostics += misnamed
    leavesOut = !folder.unopened.isEmpty || misnamed.errors > 0
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
    for (path, name) in FileNames.parts(paths) {
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

  /// Names that differ only in how their accents are put together.
  private mutating func tellTwins(_ paths: [String]) {
    var spelling: [Substring: Substring] = [:]
    var told: Set<Substring> = []
    for path in paths {
      var end = path.endIndex
      // From the whole path up: of a folder that was seen, those above it were.
      while true {
        let whole = path[..<end]
        if let other = spelling[whole] {
          guard !other.utf8.elementsEqual(whole.utf8) else { break }
          let folders = [other, whole].map { Path.folder(of: String($0)) }
          if folders[0].utf8.elementsEqual(folders[1].utf8), told.insert(whole).inserted {
            diagnostics.append(FileNames.twins(String(whole)))
          }
        } else {
          spelling[whole] = whole
        }
        guard let slash = whole.lastIndex(of: "/") else { break }
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

  private mutating func tellUnopened(_ path: String) {
    let shown = path.printable(keepsLines: false)
    diagnostics.append(
      Diagnostic(
        .fileName,
        Phrase(
          it: "il nome `\(shown)` non è in UTF-8, e non si può aprire",
          en: "the name `\(shown)` is not UTF-8, and cannot be opened"),
        help: Phrase(
          it: "rinominalo, per esempio senza lettere accentate: spesso viene da un vecchio zip",
          en: "rename it, for example without accents: often it comes from an old zip"), at: nil))
  }
}
