/// Of what kind a cited act is and who adopted it, by the words of the lists and where they stand.
///
/// A body is named right behind the kind (`deliberazione di Giunta`), before it (`Giunta comunale, deliberazione n. 3`)
/// or where nothing but numbers follows (`delibera n. 3 della Giunta`); elsewhere in the sentence it is somebody else.
struct CitedWords {
  /// The Italian word of the list; empty where none is named, or several are.
  private(set) var body = ""
  private(set) var kind = ""

  private let said: [Substring]

  init(_ text: String) {
    // The apostrophe parts words too: `dell'Area`.
    said = text.lowercased().split { !$0.isLetter && !$0.isNumber }[...].filter { !$0.isEmpty }
    let found = kinds
    guard Set(found.map(\.word)).count == 1, let first = found.first else {
      if found.isEmpty { body = body(at: 0) ?? "" }
      return
    }
    kind = first.word
    // Of some kinds the name says whose they are: `ordinanza sindacale`.
    body = body(at: first.end) ?? body(at: first.end - 1) ?? body(at: 0) ?? bodyAlone ?? ""
  }

  private static let particles: Set<Substring> = [
    "di", "del", "della", "dell", "dello", "dei", "d", "da", "dal", "dalla", "il", "la", "lo", "l",
  ]

  /// The kinds that are named, and where their words end: those of resolutions and the like anywhere, others at the
  /// beginning.
  private var kinds: [(word: String, end: Int)] {
    var found: [(word: String, end: Int)] = []
    if let first = longest(CitedWords.kindNames, at: start) { found.append(first) }
    for (place, word) in said.enumerated() {
      guard let kind = ActWords(word).kinds.first, found.first.map({ $0.end <= place }) ?? true
      else { continue }
      found.append((CodeLists.actKind.italian(kind.rawValue), place + 1))
    }
    return found
  }

  /// Behind `Vista la …`.
  private var start: Int {
    var at = 0
    while at < said.count, CitedWords.particles.contains(said[at]) || said[at].hasPrefix("vist") {
      at += 1
    }
    return at
  }

  private func body(at place: Int) -> String? {
    for skipped in 0...2 {
      let at = place + skipped
      guard said.indices.contains(at) else { return nil }
      if let found = longest(CitedWords.bodyNames, at: at) {
        return qualified(found.word, from: found.end)
      }
      // Between a kind and its body stand particles, and one word of the kind: `di impegno`.
      guard CitedWords.particles.contains(said[at]) else { return nil }
    }
    return nil
  }

  /// One that stands elsewhere where nothing else is said, or at the very end.
  private var bodyAlone: String? {
    for place in said.indices {
      guard let found = longest(CitedWords.bodyNames, at: place) else { continue }
      let rest = said[found.end...].filter { word in
        !["comunale", "municipale", "n", "nr", "num", "numero", "in", "data"].contains(word)
          && !CitedWords.particles.contains(word) && word.first?.isNumber != true
          && DateText.month(word) == nil
      }
      return rest.isEmpty ? qualified(found.word, from: found.end) : nil
    }
    return nil
  }

  /// A board or a council is the municipality's own, unless it says of whom it is; nil where that is in no list.
  private func qualified(_ body: String, from end: Int) -> String? {
    guard ["giunta", "consiglio", "presidente"].contains(body), end < said.count else {
      return body
    }
    let others: [(stem: String, word: String)] = [
      ("comun", body), ("municipal", body), ("region", "regione"), ("provinc", "provincia"),
      ("metropolitan", "citta_metropolitana"), ("union", "unione"), ("amministrazione", "cda"),
      ("circoscrizion", "circoscrizione"),
    ]
    var next = end
    while next < said.count, CitedWords.particles.contains(said[next]) { next += 1 }
    guard next < said.count, said[next].first?.isNumber == false else { return body }
    if let other = others.first(where: { said[next].hasPrefix($0.stem) }) {
      return body == "presidente" && other.word != body ? nil : other.word
    }
    return next == end ? body : nil
  }

  /// The longest of some names that begins at a word.
  private func longest(_ names: [Name], at place: Int) -> (word: String, end: Int)? {
    var best: (word: String, end: Int)?
    for name in names where said.indices.contains(place) {
      guard let end = end(of: name.words, from: place), end > best?.end ?? 0 else { continue }
      best = (name.word, end)
    }
    return best
  }

  private func end(of words: [Substring], from place: Int) -> Int? {
    var at = place
    for (number, word) in words.enumerated() {
      while number > 0, at < said.count, CitedWords.particles.contains(said[at]) { at += 1 }
      guard at < said.count, said[at] == word else { return nil }
      at += 1
    }
    return at
  }

  // The lists

  private struct Name {
    let words: [Substring]
    /// As the list has it, in Italian.
    let word: String

    init(_ text: String, _ word: String) {
      words = text.lowercased().split { !$0.isLetter }.filter {
        !CitedWords.particles.contains($0)
      }
      self.word = word
    }
  }

  private static let kindNames =
    names(CodeLists.actKind)
    + [
      Name("d.p.c.m.", "dpcm"), Name("d.m.", "decreto_ministeriale"),
    ]

  private static let bodyNames =
    names(CodeLists.actBody).filter { $0.words.joined().count > 3 || $0.word == "cda" }
    + [
      ("giuntale", "giunta"), ("g.c.", "giunta"), ("gc", "giunta"), ("g.m.", "giunta"),
      ("consiliare", "consiglio"), ("consigliare", "consiglio"), ("c.c.", "consiglio"),
      ("cc", "consiglio"), ("sindacale", "sindaco"), ("dirigenziale", "dirigente"),
      ("prefettizio", "prefetto"), ("prefettizia", "prefetto"),
    ].map { Name($0.0, $0.1) }

  private static func names(_ list: FieldType) -> [Name] {
    list.listedWords.flatMap { word in
      ([word.italian] + word.synonyms).map { Name($0, word.italian) }
    }
    .filter { !$0.words.isEmpty }
  }
}

extension FieldType {
  /// The Italian word of a list by the English one; empty where it has none.
  func italian(_ english: String) -> String {
    listedWords.first { $0.english == english }?.italian ?? ""
  }
}
