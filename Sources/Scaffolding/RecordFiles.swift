package import Diagnostics
package import SocialReport

/// What records of a new file are made of.
package struct RecordFiles {
  package let language: Language
  /// The day of which a file was last changed.
  package let today: CalendarDate

  package init(_ language: Language, today: CalendarDate) {
    (self.language, self.today) = (language, today)
  }

  private func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }

  /// An objective, in a folder of its own.
  package func objective(
    _ title: AnsweredText, number: String, owner: String?, isGuess: Bool = false,
    indicator: String? = nil, in folder: String
  ) -> ProjectFile {
    var lines = RecordLines(.objective, language)
    lines.write("number", number)
    lines.write("title", title)
    lines.leave("premise")
    if let owner, isGuess { lines.propose("owner", owner) } else { lines.write("owner", owner) }
    lines.write("indicators", indicator)
    lines.write("updated_on", today.iso8601)
    lines.write("draft", true)
    return ProjectFile(
      path: "\(folder)/" + say("obiettivo.yml", "objective.yml"), lines: lines.lines)
  }

  /// An achievement, below its objective's folder.
  ///
  /// - Parameters:
  ///   - isGuess: whether the office is to be confirmed.
  ///   - day: of which the state of things is told.
  package func achievement(
    _ title: AnsweredText, number: String, office: String?, isGuess: Bool = false,
    on day: CalendarDate, path: String
  ) -> ProjectFile {
    var lines = RecordLines(.achievement, language)
    lines.write("number", number)
    lines.write("title", title)
    lines.leave("summary")
    lines.write("office", office, isGuess: isGuess)
    lines.explain("status")
    lines.propose("status", word: "planned")
    lines.propose("status_on", day.iso8601)
    lines.write("updated_on", today.iso8601)
    lines.write("draft", true)
    return ProjectFile(path: path, lines: ["---"] + lines.lines + ["---", ""])
  }

  /// A series that is known when its indicator is made.
  package struct Series: Sendable {
    package let values: [(period: String, value: String)]
    /// The word of its measure, by the English one, and its unit, where its cells show them.
    package let measure: (word: String, unit: String)?

    package init(
      values: [(period: String, value: String)], measure: (word: String, unit: String)? = nil
    ) {
      (self.values, self.measure) = (values, measure)
    }
  }

  /// An indicator with its series, or with an empty place for the value of a year.
  package func indicator(
    _ name: AnsweredText, year: Int, source: String?, owner: String?, isGuess: Bool = false,
    series: Series? = nil, path: String
  ) -> ProjectFile {
    var lines = RecordLines(.indicator, language)
    lines.write("name", name)
    lines.leave("definition")
    lines.explain("measure")
    if let measure = series?.measure {
      lines.write("measure", word: measure.word)
      lines.write("unit", measure.unit)
    } else {
      lines.propose("measure", word: "count")
      lines.explain("unit")
      lines.propose("unit", say("persone", "people"))
    }
    lines.explain("direction")
    lines.propose("direction", word: "higher_is_better")
    if let source { lines.propose("source", source) } else { lines.leave("source") }
    lines.leave("method")
    lines.write("owner", owner, isGuess: isGuess)
    lines.write(
      "observations", below: series.map(observations) ?? observation(of: year))
    lines.write("draft", true)
    return ProjectFile(path: path, lines: lines.lines)
  }

  private func observations(_ series: Series) -> [String] {
    series.values.flatMap { value in
      var lines = RecordLines(Observation.declaration.table, language)
      lines.write("period", value.period)
      lines.write("value", value.value)
      return lines.entry.map { "  " + $0 }
    }
  }

  /// An empty place for a value.
  private func observation(of year: Int) -> [String] {
    var lines = RecordLines(Observation.declaration.table, language)
    lines.write("period", String(year))
    lines.leave("value")
    return lines.entry.map { "  " + $0 }
  }

  package func context(_ title: AnsweredText, year: Int, path: String) -> ProjectFile {
    var lines = RecordLines(.context, language)
    lines.write("title", title.text)
    lines.write("period", String(year))
    lines.write("updated_on", today.iso8601)
    lines.write("draft", true)
    return ProjectFile(path: path, lines: ["---"] + lines.lines + ["---", ""])
  }

  package func area(_ title: AnsweredText, number: String, in folder: String) -> ProjectFile {
    var lines = RecordLines(.area, language)
    lines.write("number", number)
    lines.write("title", title.text)
    return ProjectFile(path: "\(folder)/area.yml", lines: lines.lines)
  }

  /// A register with some entries, or none yet.
  package func register(
    _ kind: EntityKind, _ entries: [RegisterEntry], in folder: String
  ) -> ProjectFile {
    let lines = RecordLines(kind, language)
    let inner = entries.flatMap { $0.lines(language).map { "  " + $0 } }
    return ProjectFile(
      path: "\(folder)/" + kind.word.text(in: language) + ".yml",
      lines: lines.lines + [say("voci:", "entries:")] + inner)
  }

  package func edition(year: Int, id: String?, isDraft: Bool, in folder: String) -> ProjectFile {
    var lines = RecordLines(.edition, language)
    lines.write("id", id)
    lines.write("year", String(year))
    lines.write("title", say("Bilancio sociale \(year)", "Social report \(year)"))
    lines.write("period", String(year))
    lines.write(
      "introduction",
      paragraph: say(
        "Queste pagine dicono che cosa ha fatto il Comune nel \(year), per chi e con quali risultati.",
        "These pages tell what the municipality did in \(year), for whom and with which results."))
    if isDraft { lines.write("draft", true) }
    return ProjectFile(
      path: "\(folder)/" + say("edizione.yml", "edition.yml"), lines: lines.lines)
  }

  package func site(_ name: AnsweredText, address: String) -> ProjectFile {
    var lines = RecordLines(.site, language)
    var entity = RecordLines(SiteInfo.Body.declaration.table, language, indent: "  ")
    entity.write("name", name.text)
    lines.write("entity", below: entity.lines)
    lines.write("base_url", address)
    if language == .english { lines.write("language", language.rawValue) }
    var feedback = RecordLines(SiteInfo.Feedback.declaration.table, language, indent: "  ")
    feedback.write("mode", word: "none")
    lines.write("feedback", below: feedback.lines)
    return ProjectFile(path: say("sito.yml", "site.yml"), lines: lines.lines)
  }
}
