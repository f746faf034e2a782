import Diagnostics
import Files
import SocialReport

/// What is added to the texts.
package enum RecordAddition {
  case file(ProjectFile)
  case files([ProjectFile])
  case entry(RegisterEntry)
}

/// Pages that are new, each where it belongs and with the next number.
extension RecordPlace {
  /// - Parameters:
  ///   - office: the id or the name of who answers for it; the first where it is not said, to be confirmed where there are several.
  ///   - area: its id, its number or its title.
  package func objective(
    _ title: AnsweredText, office: String?, area: String?
  ) throws(ProjectOutline.Refusal) -> RecordAddition {
    try refuse(title, among: edition.objectives.map(\.title.value))
    let number = NextNumber.after(edition.objectives.map(\.number.value))
    let folder = outline.freePath(
      name(id(of: title), numbered: number), in: try home(ofArea: area))
    let owner = try outline.office(office, in: edition)
    return .file(
      files.objective(
        title, number: number, owner: owner, isGuess: outline.guesses(office, in: edition),
        in: folder))
  }

  /// - Parameter objective: its number, its id, its folder or its title.
  package func achievement(
    _ title: AnsweredText, objective: String, office: String?
  ) throws(ProjectOutline.Refusal) -> RecordAddition {
    let objective = try outline.objective(objective, in: edition)
    try refuse(title, among: objective.achievements.map(\.title.value))
    let number = NextNumber.after(objective.achievements.map(\.number.value))
    var taken = Set(objective.achievements.map(\.id.value))
    let path = outline.freePath(
      name(FreeName.of(title.slug, among: &taken), numbered: number), ending: ".md",
      in: outline.home(of: objective) ?? home)
    return .file(
      files.achievement(
        title, number: number,
        office: try outline.office(office ?? objective.owner?.value, in: edition),
        isGuess: outline.guesses(office ?? objective.owner?.value, in: edition),
        on: CalendarDate(year: edition.year.value, month: 12, day: 31) ?? files.today,
        path: path))
  }

  package func indicator(
    _ name: AnsweredText, office: String?, series: RecordFiles.Series? = nil
  ) throws(ProjectOutline.Refusal) -> RecordAddition {
    try refuse(name, among: edition.indicators.map(\.name.value))
    // Beside the others, where there are some.
    let others = outline.files(of: .indicator, in: edition).first
    let folder =
      others.map { Path.folder(of: $0) } ?? Path.join(home, say("indicatori", "indicators"))
    return .file(
      files.indicator(
        name, year: edition.year.value, source: edition.sources.first?.id.value,
        owner: try outline.office(office, in: edition),
        isGuess: outline.guesses(office, in: edition), series: series,
        path: outline.freePath(id(of: name), ending: ".yml", in: folder)))
  }

  package func context(_ title: AnsweredText) throws(ProjectOutline.Refusal) -> RecordAddition {
    try refuse(title, among: edition.contexts.map(\.title.value))
    let others = outline.files(of: .context, in: edition).first
    let folder =
      others.map { Path.folder(of: $0) } ?? Path.join(home, say("contesto", "context"))
    let path = outline.freePath(id(of: title), ending: ".md", in: folder)
    return .file(files.context(title, year: edition.year.value, path: path))
  }

  package func area(_ title: AnsweredText) -> RecordAddition {
    let number = NextNumber.after(edition.areas.map(\.number.value))
    let folder = outline.freePath(name(id(of: title), numbered: number), in: home)
    return .file(files.area(title, number: number, in: folder))
  }
}

extension RecordPlace {
  /// The name of a page's file or folder, behind its number where that is a plain one.
  package func name(_ id: String, numbered number: String) -> String {
    number.utf8.count <= 3 && number.allSatisfy(\.isNumber) ? "\(number)-\(id)" : id
  }

  private func home(ofArea name: String?) throws(ProjectOutline.Refusal) -> String {
    guard let name else { return home }
    let wanted = name.lowercased()
    let found = edition.areas.first {
      $0.id.value == name || $0.number.value == name || $0.title.value.lowercased() == wanted
    }
    guard let found, let path = outline.path(of: found.number.place) else {
      throw refuse(
        "non c'è un'area `\(name)`", "there is no area `\(name)`",
        help: NearMiss.help(for: name, among: edition.areas.map(\.id.value))
          ?? RecordPlace.known(edition.areas))
    }
    return Path.folder(of: path)
  }
}
