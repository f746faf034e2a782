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
    let cited = CitedWords(head)
    let initials = ActCitation.initials(of: head)
    body = initials?.body ?? cited.body
    kind = initials?.kind ?? cited.kind
    if words.numbers.count == 1 { number = ActCitation.whole(words.numbers[0], in: head) }
    let dates = Set(words.dates)
    if dates.count == 1, let day = dates.first, day.day != nil { date = day.iso8601 }
  }

  private mutating func read(_ law: Law) {
    body = CodeLists.actBody.italian((law.kind.isEuropean ? ActBody.eu : .state).rawValue)
    let kinds: [LawKind: ActKind] = [
      .law: .law, .legislativeDecree: .legislativeDecree, .decreeLaw: .decreeLaw,
      .presidentialDecree: .presidentialDecree,
    ]
    kind = kinds[law.kind].map { CodeLists.actKind.italian($0.rawValue) } ?? ""
    number = law.number
    // What the Union does is known by the year and the number (https://eur-lex.europa.eu, since 2015 in this order).
    if law.kind.isEuropean {
      let isYearFirst = law.kind == .directive || law.date.year >= 2015
      number = isYearFirst ? "\(law.date.year)/\(number)" : "\(number)/\(law.date.year)"
    }
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
      "ad oggetto:", "ad oggetto", "oggetto:", "recante", "concernente",
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

  /// A subject behind a dash or a colon, which comes after the number: `DGC n. 149 del 29/06/2020 - Adozione del piano`.
  private static func behindDash(_ text: String) -> (head: String, subject: String)? {
    for dash in [" - ", " – ", " — ", ": "] {
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

  /// A number with what is written at it, `149/A`, `12bis`; empty where that may be part of another number.
  private static func whole(_ number: String, in head: String) -> String {
    for token in head.split(whereSeparator: { $0.isWhitespace || ",;()".contains($0) }) {
      let digits = token.drop { !$0.isNumber }
      guard digits.hasPrefix(number) else { continue }
      let rest = digits.dropFirst(number.count)
      let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
      let isYear = parts.count == 2 && parts[0].isEmpty && parts[1].allSatisfy(\.isNumber)
      if rest.allSatisfy({ ".:".contains($0) }) || isYear { return number }
      let letters = rest.hasPrefix("/") ? rest.dropFirst() : rest
      if (1...6).contains(letters.count), letters.allSatisfy(\.isLetter) { return number + rest }
      return ""
    }
    return number
  }

  /// `DGC`, `D.G.C.`, `DCC`, `DD`: the body and the kind in one.
  private static func initials(of text: String) -> (body: String, kind: String)? {
    let known: [String: (body: String, kind: String)] = [
      "dgc": ("giunta", "deliberazione"), "dgm": ("giunta", "deliberazione"),
      "dcc": ("consiglio", "deliberazione"), "dgr": ("regione", "deliberazione"),
      "dd": ("dirigente", "determinazione"),
    ]
    let first = text.split(whereSeparator: \.isWhitespace).first ?? ""
    return known[first.lowercased().filter(\.isLetter)]
  }
}
