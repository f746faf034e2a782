import ArgumentParser
import Diagnostics
import Publish

/// What is said and asked while a site is published.
struct PublishDialog {
  let language: Language
  let isQuiet: Bool
  /// Whether the question need not be asked.
  let saysYes: Bool
  /// How many pages may vanish, where somebody said so beforehand.
  let removing: Int?

  func say(_ phrase: Phrase) {
    guard !isQuiet else { return }
    // Names that a server chose are among what is said.
    Terminal.output(phrase.text(in: language).printable())
  }

  /// - Parameter what: what goes on.
  func progress(
    _ what: Phrase = Phrase(it: "pubblicazione", en: "publication")
  ) -> Publish.Progress {
    Progress.shown(isQuiet, language, what)
  }

  /// Shows a plan; nobody is asked to say yes to what was not shown.
  func show(_ plan: PlanText) {
    guard !isQuiet || !saysYes else { return }
    Terminal.output(plan.text(in: language).printable())
  }

  /// What is told of a publication that did not begin.
  static func refusal(_ error: any Error, _ language: Language) -> any Error {
    let nothing = Phrase(it: "Non ho pubblicato niente.", en: "Nothing was published.")
    switch error {
    case let failure as Failure: return failure.followed(by: nothing, language)
    case let error as any ExplainedError:
      return Failure(error, language).followed(by: nothing, language)
    case is ExitCode:
      // What is wrong was told.
      Terminal.error(nothing.text(in: language))
      return error
    default: return error
    }
  }

  func tellKept(_ folder: String?) {
    guard let folder else { return }
    say(
      Phrase(
        it: "I file cambiati a mano sono in \(folder).",
        en: "The files that were changed by hand are in \(folder)."))
  }

  // Questions

  /// Asks whether to go on.
  ///
  /// - Parameter plan: nil where what vanishes was there before.
  /// - Throws: the exit status where the answer is no.
  func confirm(_ plan: PublicationPlan?) throws {
    if let plan, plan.removesMuch { try confirmRemovals(plan) }
    if saysYes { return }
    let question = Phrase(it: "Procedo? [s/N] ", en: "Go on? [y/N] ")
    guard let answer = Terminal.ask(question.text(in: language)) else {
      throw Failure(
        Phrase(
          it: "non c'è nessuno a cui chiedere conferma", en: "there is nobody to ask for a yes"),
        help: Phrase(it: "senza un terminale serve `--si`", en: "without a terminal add `--yes`"),
        language)
    }
    guard ["s", "sì", "si", "y", "yes"].contains(answer.lowercased()) else {
      throw ExitCode(1)
    }
  }

  /// Many pages that go are more often a folder that was lost than what somebody wants.
  private func confirmRemovals(_ plan: PublicationPlan) throws {
    let count = plan.vanished.count
    if removing == count { return }
    let warning = Phrase(
      it: "Spariranno \(count) pagine su \(plan.pagesBefore), più di una su cinque.",
      en: "\(count) of \(plan.pagesBefore) pages will vanish, more than one in five.")
    let question = Phrase(
      it: "\(warning.italian) Se è quello che vuoi, scrivi quante: ",
      en: "\(warning.english) If that is what you want, type how many: ")
    if removing == nil, let answer = Terminal.ask(question.text(in: language)) {
      if answer == String(count) { return }
      throw ExitCode(1)
    }
    throw Failure(
      warning,
      help: Phrase(
        it: "se è quello che vuoi, aggiungi `--togliendo \(count)`",
        en: "if that is what you want, add `--removing \(count)`"), language)
  }
}
