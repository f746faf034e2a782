import Checks
import Content
import Diagnostics
import Files
import Output
import SocialReport

/// The last words of a run: what there is, how it went, where to look.
struct Summary {
  let report: Report?
  let result: Output.Result?
  let diagnostics: [Diagnostic]
  let admitted: [ExceptionMark]
  let changed: [(rule: String, severity: RuleSeverity)]
  let pending: [PendingField]
  let sources: [SourceFile]
  let product: Product
  let seconds: Double
  let hasFailed: Bool
  let isRelative: Bool

  /// What a run makes.
  enum Product {
    case nothing
    case folder(String)
    /// With its bytes, where it was made.
    case package(String, Int?)
  }

  func text(in language: Language) -> String {
    var lines: [Phrase] = []
    if hasFailed {
      lines.append(problems)
      if diagnostics.errors == 0 {
        lines.append(
          Phrase(
            it: "Con `--severo` anche gli avvisi fermano il sito.",
            en: "With `--strict` warnings stop the site too."))
      }
      lines += untouched
    } else {
      if let report { lines.append(contents(of: report)) }
      if let drafts { lines.append(drafts) }
      lines.append(outcome)
      lines += rulings
      lines += remaining
      lines += place
    }
    return lines.map { $0.text(in: language) }.joined(separator: "\n")
  }

  /// What is there of an earlier run, when this one failed.
  private var untouched: [Phrase] {
    switch product {
    case .folder(let folder) where FileSystem.status(Path.join(folder, "index.html")) != nil:
      [
        Phrase(
          it: "Il sito in `\(folder)` è rimasto com'era.",
          en: "The site in `\(folder)` is as it was.")
      ]
    case .package(let path, _) where FileSystem.status(path) != nil:
      [Phrase(it: "Il file `\(path)` è rimasto com'era.", en: "The file `\(path)` is as it was.")]
    default: []
    }
  }

  /// Where to look.
  private var place: [Phrase] {
    switch product {
    case .nothing: return []
    case .folder(let folder):
      let page = Path.join(folder, "index.html")
      return [
        isRelative
          ? Phrase(it: "Apri \(page)", en: "Open \(page)")
          : Phrase(
            it: "Il sito è in \(folder), pronto per il server; per aprirlo dal disco aggiungi "
              + "`--relativi`.",
            en: "The site is in \(folder), ready for the server; to open it from disk add "
              + "`--relative`.")
      ]
    case .package(let path, let byteCount):
      let size = byteCount.map { " (\(($0 + 500) / 1000) kB)" } ?? ""
      return [
        Phrase(it: "Il sito è nel file \(path)\(size).", en: "The site is in \(path)\(size).")
      ]
    }
  }

  private func contents(of report: Report) -> Phrase {
    let achievements = report.editions.reduce(0) {
      $0 + $1.objectives.reduce(0) { $0 + $1.achievements.count }
    }
    let objectives = report.editions.reduce(0) { $0 + $1.objectives.count }
    let values = report.editions.reduce(0) { sum, edition in
      sum + edition.indicators.reduce(0) { $0 + $1.observations.count { $0.value != nil } }
    }
    return Wording.phrase { say in
      [
        say.count(objectives, ("obiettivo", "obiettivi"), ("objective", "objectives")),
        say.count(
          achievements, ("realizzazione", "realizzazioni"), ("achievement", "achievements")),
        say.count(values, ("dato", "dati"), ("figure", "figures")),
      ].joined(separator: ", ") + "."
    }
  }

  /// What is not in it because it is a draft; nil where nothing is.
  private var drafts: Phrase? {
    let count = report?.gaps.drafts.titles.count ?? 0
    guard count > 0 else { return nil }
    return Phrase(
      it: count == 1
        ? "Resta fuori 1 bozza: si comprende con `--bozze`."
        : "Restano fuori \(count) bozze: si comprendono con `--bozze`.",
      en: count == 1
        ? "1 draft stays out: `--drafts` brings it in."
        : "\(count) drafts stay out: `--drafts` brings them in.")
  }

  private var makesNothing: Bool { if case .nothing = product { true } else { false } }

  private var outcome: Phrase {
    let pages = result?.pages ?? 0
    let time = "\(Int(nearest: seconds * 1000) ?? 0) ms"
    return Wording.phrase { say in
      let counted = say.pages(pages)
      let made =
        makesNothing ? say("Controllate \(counted)", "\(counted) checked") : counted
      return say("\(made) in \(time): ", "\(made) in \(time): ") + say.summary(diagnostics) + "."
    }
  }

  /// The rules that the site changed, and the exceptions that it admits with their reasons.
  private var rulings: [Phrase] {
    var lines: [Phrase] = []
    if !changed.isEmpty {
      let (italian, english) = (
        changed.map { "\($0.rule) (\(Summary.word($0.severity).italian))" },
        changed.map { "\($0.rule) (\(Summary.word($0.severity).english))" }
      )
      lines.append(
        Phrase(
          it: "Controlli cambiati in sito.yml: \(italian.joined(separator: ", ")).",
          en: "Checks changed in the site's file: \(english.joined(separator: ", "))."))
    }
    guard !admitted.isEmpty else { return lines }
    lines.append(Phrase(it: "Eccezioni ammesse:", en: "Exceptions admitted:"))
    var locator = Locator(sources)
    for mark in admitted {
      let place = locator.location(of: mark.rule.place).map { "\($0.path):\($0.line)" } ?? ""
      lines.append(
        Phrase(
          it: "  \(place): \(mark.rule.value), \(mark.reason)",
          en: "  \(place): \(mark.rule.value), \(mark.reason)"))
    }
    return lines
  }

  /// What is left to be done in drafts, of which nothing else is said.
  private var remaining: [Phrase] {
    guard !pending.isEmpty else { return [] }
    let count = TodoText.count(pending)
    return [
      Phrase(
        it: count.italian + " Quali: `bilancio controlla --elenco`",
        en: count.english + " Which: `bilancio check --todo`")
    ]
  }

  private static func word(_ severity: RuleSeverity) -> Phrase {
    severity.severity.map(Words.severity) ?? Phrase(it: "spento", en: "off")
  }

  private var problems: Phrase {
    let (errors, warnings) = (diagnostics.errors, diagnostics.warnings)
    return Wording.phrase { say in "\(say.errors(errors)), \(say.warnings(warnings))." }
  }
}
