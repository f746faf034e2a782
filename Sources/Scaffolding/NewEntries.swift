import Content
package import Diagnostics
import SocialReport

/// Entries of registers that are new, with an id that nothing else has.
extension RecordPlace {
  /// - Parameters:
  ///   - kind: what it is; where it is not said, what its body adopts most.
  ///   - option: how whoever asks calls the date.
  package func act(
    _ subject: AnsweredText, number: String, date: String, body: String, kind: String?,
    url: String?, option: Phrase
  ) throws(ProjectOutline.Refusal) -> RecordAddition {
    guard let number = AnsweredText(number) else {
      throw refuse(
        "manca il numero dell'atto", "the act's number is missing",
        help: Phrase(it: "quello dopo `n.`", en: "the one behind `no.`"))
    }
    guard let body = AnsweredText(body) else {
      throw refuse(
        "manca l'organo che lo ha adottato", "the body that adopted it is missing",
        help: Phrase(
          it: "per esempio `giunta`, `consiglio`, `dirigente`",
          en: "for example `executive`, `council`, `manager`"))
    }
    guard let kind = text(kind ?? usualKind(of: body.text)) else {
      throw refuse("il tipo non può essere vuoto", "the kind cannot be empty")
    }
    let day = try self.date(date, option)
    let bodyWord = word(body, CodeLists.actBody)
    let kindWord = word(kind, CodeLists.actKind)
    let name = AnsweredText(
      actName(body: body.text, kind: kind.text, number: number.text, day: day))
    return .entry(
      RegisterEntry(
        .acts, id: id(of: name ?? subject),
        [
          "body": bodyWord.map { .word($0) } ?? .text(body.text),
          "kind": kindWord.map { .word($0) } ?? .text(kind.text),
          "number": .text(number.text), "date": .text(day), "subject": .text(subject.text),
          "url": try address(url).map { .text($0) },
        ]))
  }

  package func source(
    _ title: AnsweredText, organisation: String, kind: String, quality: String, url: String?
  ) throws(ProjectOutline.Refusal) -> RecordAddition {
    try refuse(title, among: edition.sources.map(\.title.value))
    guard let organisation = text(organisation) else {
      throw refuse("`--organizzazione` è vuota", "`--organisation` is empty")
    }
    return .entry(
      RegisterEntry(
        .sources, id: id(of: title),
        [
          "title": .text(title.text), "organisation": .text(organisation.text),
          "kind": .word(
            try choice(kind, CodeLists.sourceKind, Phrase(it: "--tipo", en: "--kind"))),
          "url": try address(url).map { .text($0) },
          "quality": .word(
            try choice(quality, CodeLists.quality, Phrase(it: "--qualita", en: "--quality"))),
        ]))
  }

  package func office(_ name: AnsweredText) throws(ProjectOutline.Refusal) -> RecordAddition {
    try refuse(name, among: edition.offices.map(\.name.value))
    return .entry(.office(name, id: id(of: name)))
  }

  package func term(
    _ term: AnsweredText, definition: String, acronym: String?
  ) throws(ProjectOutline.Refusal) -> RecordAddition {
    guard let definition = text(definition) else {
      throw refuse("`--definizione` è vuota", "`--definition` is empty")
    }
    guard definition.text.count <= 300 else {
      throw refuse(
        "`--definizione` ha \(definition.text.count) caratteri, al massimo sono 300",
        "`--definition` has \(definition.text.count) characters, at most 300 are allowed")
    }
    let acronym = text(acronym)
    return .entry(
      .term(
        term, acronym: acronym, definition: definition, id: id(of: acronym ?? term)))
  }

  /// What a body adopts most: managers determine, mayors order, all others resolve.
  func usualKind(of body: String) -> String {
    RecordPlace.usualKind(of: body).text(in: language)
  }

  static func usualKind(of body: String) -> Phrase {
    let slug = AnsweredText(body)?.slug ?? ""
    let managers = [
      "dirigent", "manager", "responsabil", "direttor", "segretari", "elevata", "posizione",
      "officer", "director", "secretary",
    ]
    if managers.contains(where: { slug.hasPrefix($0) }) {
      return Phrase(it: "determinazione", en: "determination")
    }
    return slug.hasPrefix("sindac") || slug.hasPrefix("mayor")
      ? Phrase(it: "ordinanza", en: "ordinance") : Phrase(it: "deliberazione", en: "resolution")
  }

  /// What an act is called by its id: `dgc 2020 149`.
  func actName(body: String, kind: String, number: String, day: String) -> String {
    func word(_ text: String, _ list: FieldType) -> String {
      ChoiceWords.find(text, in: list.listedWords)?.english ?? ""
    }
    let words = [word(body, CodeLists.actBody), word(kind, CodeLists.actKind)]
    return "\(RecordPlace.initials[words] ?? kind) \(day.prefix(4)) \(number)"
  }

  /// What offices call the usual ones: DGC, DCC, DD.
  private static let initials: [[String]: String] = [
    ["executive", "resolution"]: "dgc", ["council", "resolution"]: "dcc",
    ["manager", "determination"]: "dd", ["mayor", "ordinance"]: "os", ["mayor", "decree"]: "ds",
  ]

  /// The English word that somebody's own means; nil where the list has none.
  private func word(_ text: AnsweredText, _ list: FieldType) -> String? {
    ChoiceWords.find(text.text, in: list.listedWords)?.english
  }

  private func choice(
    _ text: String, _ list: FieldType, _ option: Phrase
  ) throws(ProjectOutline.Refusal) -> String {
    if let word = ChoiceWords.find(text, in: list.listedWords) { return word.english }
    let words = list.listedWords.map { Phrase(it: $0.italian, en: $0.english) }
    throw refuse(
      "`\(option.italian)` non può essere `\(text)`", "`\(option.english)` cannot be `\(text)`",
      help: NearMiss.help(for: text, among: words.map { $0.text(in: language) })
        ?? Phrase(
          it: "può essere: " + words.map(\.italian).joined(separator: ", "),
          en: "it can be: " + words.map(\.english).joined(separator: ", ")))
  }
}
