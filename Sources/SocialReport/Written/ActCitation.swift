/// What a citation of an act says, as registers hold it; a doubt is nothing.
///
/// `Deliberazione di Giunta comunale n. 149 del 29/06/2020, «Adozione del piano»`, `DGC 149/2020`,
/// `D.Lgs. 7 marzo 2005, n. 82`.
package struct ActCitation: Sendable, Equatable {
  /// By the Italian words of the lists.
  package private(set) var body = ""
  package private(set) var kind = ""
  package private(set) var number = ""
  /// ISO 8601; only where the day is said.
  package private(set) var date = ""
  package private(set) var subject = ""

  package init(_ text: String) {
    let (head, subject) = ActCitation.parts(of: text)
    self.subject = subject
    if let law = LawReader.citations(in: Array(head.utf8)).first?.law {
      read(law)
      return
    }
    let words = ActWords(head)
    let initials = ActCitation.initials(of: head)
    let bodies = words.bodies.union(initials.map { [$0.body] } ?? ActCitation.abbreviated(in: head))
    let kinds = words.kinds.union(initials.map { [$0.kind] } ?? [])
    if bodies.count == 1, let found = bodies.first {
      body = CodeLists.actBody.word(found.rawValue)
    } else if bodies.isEmpty, let named = ActCitation.named(in: head) {
      body = CodeLists.actBody.word(named)
    }
    if kinds.count == 1, let found = kinds.first { kind = CodeLists.actKind.word(found.rawValue) }
    if words.numbers.count == 1 { number = words.numbers[0] }
    if words.dates.count == 1, words.dates[0].day != nil { date = words.dates[0].iso8601 }
  }

  private mutating func read(_ law: Law) {
    body = CodeLists.actBody.word((law.kind.isEuropean ? ActBody.eu : .state).rawValue)
    let kinds: [LawKind: ActKind] = [
      .law: .law, .legislativeDecree: .legislativeDecree, .decreeLaw: .decreeLaw,
      .presidentialDecree: .presidentialDecree,
    ]
    kind = kinds[law.kind].map { CodeLists.actKind.word($0.rawValue) } ?? ""
    number = law.number
    if law.date.day != nil { date = law.date.iso8601 }
  }

  // Means

  /// What stands before the subject, and that: in quotes, or behind the words for it.
  private static func parts(of text: String) -> (head: String, subject: String) {
    for (open, close) in [("«", "»"), ("“", "”"), ("\"", "\"")] {
      guard let start = text.firstRange(of: open),
        let end = text[start.upperBound...].firstRange(of: close)
      else { continue }
      let subject = tidy(text[start.upperBound..<end.lowerBound])
      return (text[..<start.lowerBound] + " " + text[end.upperBound...], subject)
    }
    let marks = [
      "avente ad oggetto:", "avente ad oggetto", "avente per oggetto:", "avente per oggetto",
      "ad oggetto:", "oggetto:", "recante", "concernente",
    ]
    let small = text.lowercased()
    // Small letters of some signs have another length: places of one text are none of the other.
    guard small.utf8.count == text.utf8.count else { return (text, "") }
    for mark in marks {
      guard let found = small.firstRange(of: mark) else { continue }
      let end = text.utf8.index(
        text.startIndex, offsetBy: small.utf8.distance(from: small.startIndex, to: found.upperBound)
      )
      let start = text.utf8.index(
        text.startIndex, offsetBy: small.utf8.distance(from: small.startIndex, to: found.lowerBound)
      )
      return (String(text[..<start]), tidy(text[end...]))
    }
    return behindDash(text) ?? (text, "")
  }

  /// A subject behind a dash, which comes after the number: `DGC n. 149 del 29/06/2020 - Adozione del piano`.
  private static func behindDash(_ text: String) -> (head: String, subject: String)? {
    for dash in [" - ", " – ", " — "] {
      guard let found = text.firstRange(of: dash) else { continue }
      let (head, rest) = (text[..<found.lowerBound], text[found.upperBound...])
      guard head.contains(where: \.isNumber), ActWords(rest).numbers.isEmpty,
        ActWords(rest).kinds.isEmpty, rest.first?.isLetter == true
      else { continue }
      return (String(head), tidy(rest))
    }
    return nil
  }

  private static func tidy(_ text: Substring) -> String {
    var text = text.drop { $0.isWhitespace || ":,–-".contains($0) }
    while let last = text.last, last.isWhitespace || ".,;".contains(last) { text.removeLast() }
    let core = String(text)
    return core.prefix(1).uppercased() + core.dropFirst()
  }

  /// The English word of a body that is named right behind the act's kind: `Determinazione del Responsabile di area`.
  private static func named(in text: String) -> String? {
    func words(_ text: String) -> [Substring] { text.lowercased().split { !$0.isLetter } }
    let said = words(text)
    guard let kind = said.firstIndex(where: { !ActWords($0).kinds.isEmpty }) else { return nil }
    var best: (length: Int, english: String)?
    for word in CodeLists.actBody.listedWords {
      for name in [word.italian] + word.synonyms {
        let wanted = words(name)
        // A short one is an abbreviation, and may be anything.
        guard wanted.count > best?.length ?? 0, name.count > 4 else { continue }
        let isThere = [1, 2].contains { said.dropFirst(kind + $0).starts(with: wanted) }
        if isThere { best = (wanted.count, word.english) }
      }
    }
    return best?.english
  }

  /// `G.C.`, `C.C.` behind the word for a resolution.
  private static func abbreviated(in text: String) -> Set<ActBody> {
    let known: [String: ActBody] = ["gc": .executive, "gm": .executive, "cc": .council]
    let words = text.split(whereSeparator: \.isWhitespace).map {
      $0.lowercased().filter(\.isLetter)
    }
    guard let kind = words.first, kind.hasPrefix("deliber") else { return [] }
    return Set(words.dropFirst().prefix(3).compactMap { known[$0] })
  }

  /// `DGC`, `D.G.C.`, `DCC`, `DD`: the body and the kind in one.
  private static func initials(of text: String) -> (body: ActBody, kind: ActKind)? {
    let known: [String: (ActBody, ActKind)] = [
      "dgc": (.executive, .resolution), "dgm": (.executive, .resolution),
      "dcc": (.council, .resolution), "dd": (.manager, .determination),
    ]
    let first = text.split(whereSeparator: \.isWhitespace).first ?? ""
    let letters = first.lowercased().filter(\.isLetter)
    return known[letters]
  }
}

extension FieldType {
  /// The Italian word of a list by the English one; empty where it has none.
  fileprivate func word(_ english: String) -> String {
    listedWords.first { $0.english == english }?.italian ?? ""
  }
}
