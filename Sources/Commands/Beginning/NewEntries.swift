import ArgumentParser
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
    try place.act(
      try title.text(), number: number, date: date, body: body, kind: kind, url: url,
      option: Phrase(it: "--data", en: "--date"))
  }
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
    try place.source(
      try title.text(), organisation: organisation, kind: kind, quality: quality, url: url)
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
    try place.office(try title.text())
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
    try place.term(try title.text(), definition: definition, acronym: acronym)
  }
}
