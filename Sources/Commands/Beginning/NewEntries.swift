import ArgumentParser
import Content
import Diagnostics
import Scaffolding
import SocialReport

/// `bilancio new act`.
struct NewAct: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge un atto al registro degli atti.", "Adds an act to the register of acts.",
      Phrase(
        it: """
          bilancio nuovo atto "Piano dei rifiuti" --numero 149 --data 2025-06-29
            bilancio nuovo atto "Servizio mensa" --organo dirigente --tipo determinazione --numero 12 \
          --data 2025-02-03
          """,
        en: "bilancio new act \"Waste plan\" --number 149 --date 2025-06-29"))
    return CommandConfiguration(
      named: "act", "atto", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument

  @Option(
    name: .named("number", "numero"),
    help: .words(
      "Il numero dell'atto.", "The number of the act.", value: ("numero", "number")))
  var number: String

  @Option(
    name: .named("date", "data"),
    help: .words(
      "Il giorno in cui è stato adottato.", "The day it was adopted on.",
      value: ("data", "date")))
  var date: String

  @Option(
    name: .named("body", "organo"),
    help: .words(
      "Chi l'ha adottato: giunta, consiglio, sindaco, dirigente…",
      "Who adopted it: executive, council, mayor, manager…", value: ("organo", "body")))
  var body = Speech.say("giunta", "executive")

  @Option(
    name: .named("kind", "tipo"),
    help: .words(
      "Che atto è: deliberazione, determinazione, ordinanza…; se non lo dici, quello dell'organo.",
      "What it is: resolution, determination, ordinance…; where it is not said, what its body adopts.",
      value: ("tipo", "kind")))
  var kind: String?

  @Option(
    name: .named("url", "link"),
    help: .words("Dove si legge.", "Where it is read.", value: ("url", "url")))
  var url: String?

  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    let subject = try title.text()
    guard let number = place.text(number), let body = place.text(body) else {
      throw place.refuse(
        "numero e organo non possono essere vuoti", "number and body cannot be empty")
    }
    guard let kind = place.text(kind ?? NewAct.usualKind(of: body.text)) else {
      throw place.refuse("il tipo non può essere vuoto", "the kind cannot be empty")
    }
    let day = try place.date(date, Phrase(it: "--data", en: "--date"))
    let bodyWord = place.word(body, CodeLists.actBody)
    let kindWord = place.word(kind, CodeLists.actKind)
    let prefix = NewAct.initials[[bodyWord ?? "", kindWord ?? ""]] ?? kind.slug
    let name = AnsweredText("\(prefix) \(day.prefix(4)) \(number.text)")
    return .entry(
      RegisterEntry(
        .acts, id: place.id(of: name ?? subject),
        [
          "body": bodyWord.map { .word($0) } ?? .text(body.text),
          "kind": kindWord.map { .word($0) } ?? .text(kind.text),
          "number": .text(number.text), "date": .text(day), "subject": .text(subject.text),
          "url": try place.address(url).map { .text($0) },
        ]))
  }

  /// What a body adopts most: managers determine, mayors order, all others resolve.
  private static func usualKind(of body: String) -> String {
    let slug = AnsweredText(body)?.slug ?? ""
    let managers = [
      "dirigent", "manager", "responsabil", "direttor", "segretari", "elevata", "posizione",
      "officer", "director", "secretary",
    ]
    if managers.contains(where: { slug.hasPrefix($0) }) {
      return Speech.say("determinazione", "determination")
    }
    return slug.hasPrefix("sindac") || slug.hasPrefix("mayor")
      ? Speech.say("ordinanza", "ordinance") : Speech.say("deliberazione", "resolution")
  }

  /// What offices call the usual ones: DGC, DCC, DD.
  private static let initials: [[String]: String] = [
    ["executive", "resolution"]: "dgc", ["council", "resolution"]: "dcc",
    ["manager", "determination"]: "dd", ["mayor", "ordinance"]: "os", ["mayor", "decree"]: "ds",
  ]
}

/// `bilancio new source`.
struct NewSource: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge una fonte al registro delle fonti.", "Adds a source to the register of sources.",
      Phrase(
        it: "bilancio nuovo fonte \"Catasto dei rifiuti\" --organizzazione ISPRA --tipo statistica",
        en: "bilancio new source \"Waste register\" --organisation ISPRA --kind statistics"))
    return CommandConfiguration(
      named: "source", "fonte", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument

  @Option(
    name: .named("organisation", "organizzazione"),
    help: .words("Di chi è.", "Whose it is.", value: ("nome", "name")))
  var organisation: String

  @Option(
    name: .named("kind", "tipo"),
    help: .words(
      "Che fonte è: documento, statistica, registro, contabile, sito…",
      "What it is: document, statistics, register, accounts, website…",
      value: ("tipo", "kind")))
  var kind = Speech.say("documento", "document")

  @Option(
    name: .named("quality", "qualita"),
    help: .words(
      "Quanto è sicura: ufficiale, provvisoria, non_verificata.",
      "How sure it is: official, provisional, unverified.", value: ("qualita", "quality")))
  var quality = Speech.say("ufficiale", "official")

  @Option(
    name: .named("url", "link"),
    help: .words("Dove si legge.", "Where it is read.", value: ("url", "url")))
  var url: String?

  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    let title = try title.text()
    try place.refuse(title, among: place.edition.sources.map(\.title.value))
    guard let organisation = place.text(organisation) else {
      throw place.refuse("`--organizzazione` è vuota", "`--organisation` is empty")
    }
    return .entry(
      RegisterEntry(
        .sources, id: place.id(of: title),
        [
          "title": .text(title.text), "organisation": .text(organisation.text),
          "kind": .word(
            try place.choice(kind, CodeLists.sourceKind, Phrase(it: "--tipo", en: "--kind"))),
          "url": try place.address(url).map { .text($0) },
          "quality": .word(
            try place.choice(quality, CodeLists.quality, Phrase(it: "--qualita", en: "--quality"))),
        ]))
  }
}

/// `bilancio new office`.
struct NewOffice: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge un ufficio al registro degli uffici.", "Adds an office to the register of offices.",
      Phrase(
        it: "bilancio nuovo ufficio \"Ufficio scuola\"",
        en: "bilancio new office \"Schools office\""))
    return CommandConfiguration(
      named: "office", "ufficio", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument
  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    let name = try title.text()
    try place.refuse(name, among: place.edition.offices.map(\.name.value))
    return .entry(.office(name, id: place.id(of: name)))
  }
}

/// `bilancio new term`.
struct NewTerm: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge una parola al glossario.", "Adds a word to the glossary.",
      Phrase(
        it:
          "bilancio nuovo voce \"Tassa sui rifiuti\" --sigla TARI --definizione \"Paga il servizio "
          + "dei rifiuti.\"",
        en: "bilancio new term \"Waste tax\" --acronym TARI --definition \"It pays for waste.\""))
    return CommandConfiguration(
      named: "term", "voce", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument

  @Option(
    name: .named("definition", "definizione"),
    help: .words(
      "Che cosa vuol dire, in 300 caratteri.", "What it means, in 300 characters.",
      value: ("testo", "text")))
  var definition: String

  @Option(
    name: .named("acronym", "sigla"),
    help: .words(
      "La sigla, se ne ha una.", "Its acronym, where it has one.", value: ("sigla", "acronym")))
  var acronym: String?

  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    let term = try title.text()
    guard let definition = place.text(definition) else {
      throw place.refuse("`--definizione` è vuota", "`--definition` is empty")
    }
    guard definition.text.count <= 300 else {
      throw place.refuse(
        "`--definizione` ha \(definition.text.count) caratteri, al massimo sono 300",
        "`--definition` has \(definition.text.count) characters, at most 300 are allowed")
    }
    let acronym = place.text(acronym)
    return .entry(
      .term(
        term, acronym: acronym, definition: definition, id: place.id(of: acronym ?? term)))
  }
}

extension RecordPlace {
  /// The English word that somebody's own means; nil where the list has none.
  fileprivate func word(_ text: AnsweredText, _ list: FieldType) -> String? {
    ChoiceWords.find(text.text, in: list.listedWords)?.english
  }

  fileprivate func choice(_ text: String, _ list: FieldType, _ option: Phrase) throws -> String {
    if let word = ChoiceWords.find(text, in: list.listedWords) { return word.english }
    let words = list.listedWords.map { Phrase(it: $0.italian, en: $0.english) }
    let name = option.text(in: Speech.language)
    throw refuse(
      "`\(name)` non può essere `\(text)`", "`\(name)` cannot be `\(text)`",
      help: NearMiss.help(for: text, among: words.map { $0.text(in: Speech.language) })
        ?? Phrase(
          it: "può essere: " + words.map(\.italian).joined(separator: ", "),
          en: "it can be: " + words.map(\.english).joined(separator: ", ")))
  }
}
