import Diagnostics
import SocialReport

/// What a text can link to, in words that one searches for.
struct FactChoices {
  enum Kind: String, CaseIterable {
    case figure = "dato"
    case change = "variazione"
    case count = "conteggio"
    case act = "atto"
    case term = "voce"
    case page = "pagina"
    case source = "fonte"

    var label: String {
      switch self {
      case .figure: "Dato"
      case .change: "Variazione"
      case .count: "Conteggio"
      case .act: "Atto"
      case .term: "Voce del glossario"
      case .page: "Pagina"
      case .source: "Fonte"
      }
    }
  }

  struct Choice: Sendable {
    /// `dato:differenziata@2024`.
    let address: String
    /// What the link says where nothing is chosen in the text.
    let words: String
    let label: String
  }

  /// More are found with more words.
  static let most = 60

  let choices: [Choice]
  /// How many more there are.
  let more: Int

  init(_ kind: Kind, in edition: Edition, matching query: String) {
    let wanted = query.lowercased().split(whereSeparator: \.isWhitespace)
    let found = FactChoices.all(kind, edition).filter { choice in
      let text = (choice.label + " " + choice.address).lowercased()
      return wanted.allSatisfy { text.contains($0) }
    }
    choices = Array(found.prefix(FactChoices.most))
    more = found.count - choices.count
  }

  private static func all(_ kind: Kind, _ edition: Edition) -> [Choice] {
    switch kind {
    case .figure: edition.indicators.flatMap(figures)
    case .change: edition.indicators.flatMap(changes)
    case .count: counts(edition)
    case .act:
      edition.acts.map { act in
        let number = act.number.map { " \($0.value)" } ?? ""
        let date = act.date.value.inFigures
        let kind = act.kindName?.value ?? name(act.kind.value)
        return Choice(
          address: "atto:\(act.id.value)", words: "\(kind)\(number) del \(date)",
          label: "\(kind.capitalizedFirst)\(number) del \(date): \(act.subject.value)")
      }
    case .term:
      edition.terms.map { term in
        let words = term.acronym?.value ?? term.term.value
        return Choice(
          address: "voce:\(term.id.value)", words: words,
          label: term.acronym.map { "\($0.value): \(term.term.value)" } ?? term.term.value)
      }
    case .page:
      edition.objectives.flatMap { objective -> [Choice] in
        let own = Choice(
          address: "pagina:\(objective.id.value)", words: objective.title.value,
          label: objective.title.value)
        return [own]
          + objective.achievements.map { achievement in
            Choice(
              address: "pagina:\(objective.id.value)/\(achievement.id.value)",
              words: achievement.title.value, label: achievement.title.value)
          }
      }
        + edition.contexts.map { context in
          Choice(
            address: "pagina:\(context.id.value)", words: context.title.value,
            label: context.title.value)
        }
    case .source:
      edition.sources.map { source in
        Choice(
          address: "fonte:\(source.id.value)", words: source.title.value,
          label: "\(source.title.value), \(source.organisation.value)")
      }
    }
  }

  private static func name(_ kind: ActKind) -> String {
    let word = CodeLists.actKind.listedWords.first { $0.english == kind.rawValue }?.italian
    return FieldControl.words(word ?? "atto").lowercased()
  }

  // Figures

  private static func figures(of indicator: Indicator) -> [Choice] {
    indicator.observations.reversed().compactMap { observation in
      guard let value = observation.value?.value else { return nil }
      let words = text(value, of: indicator)
      let period = observation.period.value.written
      return Choice(
        address: "dato:\(indicator.id.value)@\(period)", words: words,
        label: "\(indicator.name.value), \(period): \(words)")
    }
  }

  private static func changes(of indicator: Indicator) -> [Choice] {
    let known = indicator.observations.filter { $0.number != nil }
    return zip(known, known.dropFirst()).reversed().compactMap { before, after in
      guard let one = before.number, let two = after.number,
        let difference = two.subtracting(one)
      else { return nil }
      // The difference of two percentages is told in points.
      let plain = difference.plain.replacing(".", with: ",")
      let words =
        indicator.unit?.value == "%" ? "\(plain) punti" : text(.number(difference), of: indicator)
      let periods = "\(before.period.value.written)..\(after.period.value.written)"
      return Choice(
        address: "variazione:\(indicator.id.value)@\(periods)",
        words: words.hasPrefix("-") ? String(words.dropFirst()) : words,
        label:
          "\(indicator.name.value), da \(before.period.value.written) a \(after.period.value.written): \(words)"
      )
    }
  }

  private static func text(_ value: Observation.Value, of indicator: Indicator) -> String {
    switch value {
    case .text(let text): return text
    case .number(let number):
      let digits = number.plain.replacing(".", with: ",")
      let unit = indicator.unit?.value ?? ""
      return unit == "%" || unit == "€" ? "\(digits) \(unit)" : digits
    }
  }

  // Lists

  private static func counts(_ edition: Edition) -> [Choice] {
    func choice(_ owner: String, _ list: String, _ count: Int, _ title: String) -> Choice? {
      count == 0
        ? nil
        : Choice(
          address: "conteggio:\(owner).\(list)", words: String(count),
          label: "\(title): \(count) \(list)")
    }
    return edition.plans.compactMap {
      choice($0.id.value, "capitoli", $0.chapters.count, $0.title.value)
    }
      + edition.objectives.flatMap { objective -> [Choice] in
        let owner = objective.id.value
        let own = choice(
          owner, "realizzazioni", objective.achievements.count, objective.title.value)
        return [own].compactMap(\.self)
          + objective.achievements.flatMap { achievement -> [Choice] in
            let name = owner + "/" + achievement.id.value
            let title = achievement.title.value
            return [
              choice(name, "azioni", achievement.actions.count, title),
              choice(name, "tappe", achievement.milestones.count, title),
              choice(name, "atti", achievement.acts.count, title),
              choice(name, "allegati", achievement.attachments.count, title),
            ].compactMap(\.self)
          }
      }
  }
}
