extension HiddenCharacter {
  /// What an author is told of them: each character once, with how often it stands there.
  package static func diagnostics(
    _ found: [HiddenCharacter], at place: (HiddenCharacter) -> SourceRange?
  ) -> [Diagnostic] {
    var order: [Sort] = []
    var all: [Sort: [HiddenCharacter]] = [:]
    for character in found {
      let sort = Sort(character)
      if all[sort] == nil { order.append(sort) }
      all[sort, default: []].append(character)
    }
    return order.compactMap { all[$0] }.map { alike in
      alike[0].diagnostic(
        count: alike.count, at: place(alike[0]), others: alike.dropFirst().compactMap(place))
    }
  }

  /// Hidden letters spell something together; of other characters each is one mistake.
  private struct Sort: Hashable {
    let kind: Kind
    let scalar: Unicode.Scalar?

    init(_ character: HiddenCharacter) {
      kind = character.kind
      scalar = character.scalar.value >= 0xE0000 && kind == .tag ? nil : character.scalar
    }
  }

  private func diagnostic(
    count: Int, at place: SourceRange?, others: [SourceRange]
  ) -> Diagnostic {
    let what = message
    return Diagnostic(
      identifier,
      count == 1
        ? what
        : Phrase(
          it: what.italian + "; in tutto \(count) volte",
          en: what.english + "; \(count) times in all"),
      help: help, at: place,
      correction: kind == .invisible ? Correction(String(scalar), "", also: others) : nil,
      severity: severity)
  }

  private var identifier: Diagnostic.Identifier {
    switch kind {
    case .control: .controlCharacter
    case .direction, .noncharacter, .privateUse, .tag: .forbiddenCharacter
    case .invisible: .invisibleCharacter
    case .lost: .lostCharacter
    }
  }

  private var severity: Diagnostic.Severity {
    switch kind {
    case .invisible: .hint
    case .lost: .warning
    default: .error
    }
  }

  private var message: Phrase {
    switch kind {
    case .control:
      Phrase(
        it: "c'è un carattere di controllo che non si vede (\(code))",
        en: "there is an invisible control character (\(code))")
    case .direction:
      Phrase(
        it: "c'è un carattere invisibile che cambia il verso delle lettere (\(code))",
        en: "there is an invisible character that turns the direction of the letters (\(code))")
    case .noncharacter:
      Phrase(
        it: "c'è un codice che non è un carattere (\(code))",
        en: "there is a code that is no character (\(code))")
    case .privateUse:
      Phrase(
        it: "c'è un segno che si vede solo con il tipo di carattere da cui viene (\(code))",
        en: "there is a sign that is seen only with the font that it comes from (\(code))")
    case .tag:
      Phrase(
        it: "ci sono caratteri nascosti, che chi legge non vede e un programma sì (\(code))",
        en: "there are hidden characters, which programs see and readers do not (\(code))")
    case .invisible:
      Phrase(
        it: "c'è un carattere invisibile che non serve (\(code))",
        en: "there is an invisible character without use (\(code))")
    case .lost:
      scalar == "\u{FFFC}"
        ? Phrase(
          it: "qui c'era un'immagine o un oggetto, che non è stato copiato (\(code))",
          en: "a picture or an object was here, which was not copied (\(code))")
        : Phrase(
          it: "qui una lettera è andata perduta (\(code))",
          en: "a letter was lost here (\(code))")
    }
  }

  private var help: Phrase {
    if kind == .control, let meant {
      return Phrase(it: "doveva essere: `\(meant)`", en: "it should have been: `\(meant)`")
    }
    switch (kind, scalar.value) {
    case (.control, 0x0B):
      return Phrase(
        it: "è l'a capo di Word e PowerPoint: cancellalo e vai a capo",
        en: "it is the line break of Word and PowerPoint: delete it and begin a new line")
    case (.control, 0x0C):
      return Phrase(
        it: "è un cambio di pagina: cancellalo", en: "it is a page break: delete it")
    case (.privateUse, _):
      return Phrase(
        it: "viene da Symbol, Wingdings o simili: cancellalo; davanti a una voce d'elenco scrivi "
          + "`- `, altrove una parola o un segno della tastiera",
        en:
          "it comes from Symbol, Wingdings or the like: delete it; before an item of a list write "
          + "`- `, elsewhere a word or a sign of the keyboard")
    case (.lost, _):
      return Phrase(
        it: "guarda l'originale e scrivi quello che manca",
        en: "look at the original and write what is missing")
    case (.control, _):
      return Phrase(it: "cancellalo", en: "delete it")
    default:
      return Phrase(
        it: "cancellalo: viene di solito da un copia e incolla",
        en: "delete it: it usually comes from copying and pasting")
    }
  }

  /// The letter of Windows that was taken for a control character.
  private var meant: String? {
    guard (0x80...0x9F).contains(scalar.value) else { return nil }
    return Windows1252.scalar(UInt8(scalar.value)).map { String($0) }
  }
}
