import Diagnostics
import SocialReport

/// From every page readers reach what the law wants every public site to lead to.
enum MissingFooterLinks {
  static let rule = Rule(
    .missingFooterLink, .warning, .links,
    Phrase(
      it:
        "In fondo alle pagine ci sono l'informativa sulla privacy, la dichiarazione di accessibilità e l'amministrazione trasparente.",
      en:
        "The foot of the pages leads to the privacy notice, the accessibility statement and the transparency pages."
    ),
    why: Phrase(
      it: "Ogni sito di un ente pubblico deve portarci, e chi legge le cerca lì.",
      en: "Every site of a public body has to lead there, and readers look for them there."),
    source: "C.SI.3.2, C.SI.3.3; D.Lgs. 33/2013, art. 9; L. 4/2004, art. 3-quater",
    wrong: [
      .fields(
        .site,
        "piede:\n  privacy: ⟦https://www.example.it/privacy⟧\n  faq: https://www.example.it/faq")
    ],
    right: [
      .fields(
        .site,
        """
        piede:
          privacy: https://www.example.it/privacy
          accessibilita: https://form.agid.gov.it/view/esempio
          trasparenza: https://www.example.it/amministrazione-trasparente
        """)
    ], onReport: check)

  private static func check(_ report: Report) -> [Finding] {
    // What was only begun has no readers yet.
    guard report.editions.contains(where: { $0.objectives.contains { !$0.isDraft } }) else {
      return []
    }
    let footer = report.site.footer
    let wanted = [
      (footer?.privacy, "privacy", "privacy"),
      (footer?.accessibility, "accessibilita", "accessibility"),
      (footer?.transparency, "trasparenza", "transparency"),
    ]
    // Beside a form the privacy notice is asked for by `FeedbackPrivacy`.
    let isAsked = report.site.openFeedback != nil
    let missing = wanted.dropFirst(isAsked ? 1 : 0).filter { $0.0 == nil }
    guard let first = missing.first else { return [] }
    func list(_ names: [String]) -> String {
      names.map { "`\($0)`" }.joined(separator: ", ")
    }
    return [
      Finding(
        Phrase(
          it: "in fondo alle pagine mancano gli indirizzi che ogni sito pubblico deve avere: "
            + list(missing.map(\.1)),
          en: "the foot of the pages lacks addresses that every public site must have: "
            + list(missing.map(\.2))),
        help: Phrase(
          it: "scrivili in `piede:`, uno per riga, come `\(first.1): https://…`",
          en: "write them in `footer:`, one a line, as `\(first.2): https://…`"),
        at: wanted.lazy.compactMap { $0.0?.place }.first ?? report.site.place)
    ]
  }
}
