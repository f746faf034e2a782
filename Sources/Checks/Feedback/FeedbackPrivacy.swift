import Diagnostics
import SocialReport

/// Whoever is asked for an opinion can read what happens with it.
enum FeedbackPrivacy {
  static let rule = Rule(
    .feedbackPrivacy, .warning, .feedback,
    Phrase(
      it: "Accanto al modulo c'è l'informativa sulla privacy (`piede: {privacy: …}`).",
      en: "The privacy notice stands beside the form (`footer: {privacy: …}`)."),
    why: Phrase(
      it: "Un testo libero può contenere dati personali: chi scrive deve sapere chi li tratta.",
      en: "A free text may hold personal data: whoever writes must know who handles them."),
    source: "GDPR, art. 13",
    wrong: [
      .fields(
        .site,
        """
        piede:
          faq: https://www.example.it/faq
        feedback:
          modo: ⟦chiarezza⟧
          azione: https://bilancio.example.it/risposte
          conservazione: 12
        """
      )
    ],
    right: [
      .fields(
        .site,
        """
        piede:
          privacy: https://www.example.it/privacy
        feedback:
          modo: chiarezza
          azione: https://bilancio.example.it/risposte
          conservazione: 12
        """)
    ],
    onReport: { report in
      guard let feedback = report.site.openFeedback, report.site.footer?.privacy == nil else {
        return []
      }
      return [
        Finding(
          Phrase(
            it: "accanto al modulo manca l'informativa sulla privacy",
            en: "the privacy notice is missing beside the form"),
          help: Phrase(
            it: "scrivi in `piede:` l'indirizzo `privacy: https://…`",
            en: "write the address `privacy: https://…` in `footer:`"), at: feedback.place)
      ]
    })
}
