import ArgumentParser
import Diagnostics
import Files
import Scaffolding
import SocialReport

/// `bilancio new objective`.
struct NewObjective: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge un obiettivo, in una cartella sua.", "Adds an objective, in a folder of its own.",
      Phrase(
        it: "bilancio nuovo obiettivo \"Meno rifiuti in discarica\" --ufficio ambiente",
        en: "bilancio new objective \"Less waste in landfill\" --office environment"))
    return CommandConfiguration(
      named: "objective", "obiettivo", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument
  @OptionGroup var office: OfficeOption
  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  @Option(
    name: .named("area", "area"),
    help: .words(
      "L'area di cui fa parte: il suo `id`.", "The area it belongs to: its `id`.",
      value: ("area", "area")))
  var area: String?

  func addition(to place: RecordPlace) throws -> RecordAddition {
    try place.objective(try title.text(), office: office.office, area: area)
  }
}

/// `bilancio new achievement`.
struct NewAchievement: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge una realizzazione a un obiettivo.", "Adds an achievement to an objective.",
      Phrase(
        it: "bilancio nuovo realizzazione --obiettivo 1 \"Raccolta porta a porta\"",
        en: "bilancio new achievement --objective 1 \"Door-to-door collection\""))
    return CommandConfiguration(
      named: "achievement", "realizzazione", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument

  @Option(
    name: .named("objective", "obiettivo"),
    help: .words(
      "L'obiettivo: il suo numero, `id`, cartella o titolo.",
      "The objective: its number, `id`, folder or title.", value: ("obiettivo", "objective")))
  var objective: String

  @OptionGroup var office: OfficeOption
  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    try place.achievement(try title.text(), objective: objective, office: office.office)
  }
}

/// `bilancio new indicator`.
struct NewIndicator: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge un dato con i suoi valori.", "Adds an indicator with its values.",
      Phrase(
        it: "bilancio nuovo indicatore \"Raccolta differenziata\" --ufficio ambiente",
        en: "bilancio new indicator \"Waste sorted\" --office environment"))
    return CommandConfiguration(
      named: "indicator", "indicatore", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument
  @OptionGroup var office: OfficeOption
  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    try place.indicator(try title.text(), office: office.office)
  }
}

/// `bilancio new context`.
struct NewContext: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge una pagina di racconto accanto agli obiettivi.",
      "Adds a page beside the objectives.",
      Phrase(
        it: "bilancio nuovo contesto \"La città in numeri\"",
        en: "bilancio new context \"The town in figures\""))
    return CommandConfiguration(
      named: "context", "contesto", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument
  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    try place.context(try title.text())
  }
}

/// `bilancio new area`.
struct NewArea: RecordCommand, EditionSelecting {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge un'area, che raccoglie obiettivi.", "Adds an area, which groups objectives.",
      Phrase(it: "bilancio nuovo area \"Ambiente\"", en: "bilancio new area \"Environment\""))
    // One word in both languages.
    return CommandConfiguration(named: "area", "area", abstract: abstract, discussion: discussion)
  }

  @OptionGroup var title: TitleArgument
  @OptionGroup var selection: TargetEditionOptions
  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    place.area(try title.text())
  }
}

/// `bilancio new edition`.
struct NewEdition: RecordCommand {
  static var configuration: CommandConfiguration {
    let (abstract, discussion) = help(
      "Aggiunge un'edizione vuota, come bozza; da quella dell'anno prima: `bilancio nuova-edizione`.",
      "Adds an empty edition, as a draft; from that of the year before: `bilancio new-edition`.",
      Phrase(it: "bilancio nuovo edizione 2025", en: "bilancio new edition 2025"))
    return CommandConfiguration(
      named: "edition", "edizione", abstract: abstract, discussion: discussion)
  }

  @Argument(
    help: .words(
      "L'anno di cui si rende conto.", "The year that it is about.", value: ("anno", "year")))
  var year: Int

  @OptionGroup var source: SourceOptions

  func addition(to place: RecordPlace) throws -> RecordAddition {
    guard Answers.years.contains(year) else {
      throw place.refuse("`\(year)` non è un anno possibile", "`\(year)` is no possible year")
    }
    guard !place.outline.report.editions.contains(where: { $0.year.value == year }),
      !place.outline.isTaken(String(year))
    else {
      throw place.refuse("un'edizione del \(year) c'è già", "there is an edition of \(year)")
    }
    let folder = String(year)
    if place.outline.report.editions.contains(where: { $0.year.value < year }) {
      Terminal.error(
        Failure.remark(
          Phrase(
            it: "questa edizione comincia vuota", en: "this edition begins empty"),
          help: Phrase(
            it:
              "per partire da quella dell'anno prima: cancella `\(Path.join(place.root, folder))` e scrivi "
              + "`bilancio nuova-edizione \(year)`",
            en:
              "to begin from that of the year before: remove `\(Path.join(place.root, folder))` and type "
              + "`bilancio new-edition \(year)`"), Speech.language))
    }
    let files = place.files
    // What all editions read need not be begun again.
    let own = [EntityKind.offices, .sources, .acts, .glossary].filter { kind in
      kind == .acts || place.outline.sharedFiles(of: kind).isEmpty
    }
    return .files(
      [files.edition(year: year, id: nil, isDraft: true, in: folder)]
        + own.map { files.register($0, [], in: folder) })
  }
}

/// The office that answers for a record.
struct OfficeOption: ParsableArguments {
  @Option(
    name: .named("office", "ufficio"),
    help: .words(
      "L'ufficio che ne risponde: il suo `id` o il suo nome.",
      "The office that answers for it: its `id` or its name.", value: ("ufficio", "office")))
  var office: String?
}
