import Diagnostics

/// A link within the report leads somewhere.
///
/// It is seen while the pages are put together (`Prose`).
enum BrokenLinks {
  static let rule = Rule(
    .brokenLink, .error, .links,
    Phrase(
      it: "Un collegamento interno porta a un posto che c'è.",
      en: "A link within the report leads to a place that is there."),
    why: Phrase(
      it: "Un collegamento che non porta a nulla ferma chi legge.",
      en: "A link that leads nowhere stops readers."),
    overridability: .none, wrong: [.prose("I [posti](⟦#i-posti⟧) sono 90.")],
    right: [.prose("I [posti](#i-posti) sono qui sotto.\n\n## I posti\n\nSono 90.")])
}
