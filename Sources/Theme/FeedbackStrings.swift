import Diagnostics

/// The words of the form that the national model lays down (C.SI.2.5), which a theme may not change.
enum FeedbackStrings {
  private static let official: KeyValuePairs<String, String> = [
    "feedback.clarity": "Quanto sono chiare le informazioni su questa pagina?",
    "feedback.positive.question": "Quali sono stati gli aspetti che hai preferito?",
    "feedback.positive.answers.1": "Le indicazioni erano chiare",
    "feedback.positive.answers.2": "Le indicazioni erano complete",
    "feedback.positive.answers.3": "Capivo sempre che stavo procedendo correttamente",
    "feedback.positive.answers.4": "Non ho avuto problemi tecnici",
    "feedback.positive.answers.5": "Altro",
    "feedback.negative.question": "Dove hai incontrato le maggiori difficoltà?",
    "feedback.negative.answers.1": "A volte le indicazioni non erano chiare",
    "feedback.negative.answers.2": "A volte le indicazioni non erano complete",
    "feedback.negative.answers.3": "A volte non capivo se stavo procedendo correttamente",
    "feedback.negative.answers.4": "Ho avuto problemi tecnici",
    "feedback.negative.answers.5": "Altro",
  ]

  /// - Parameter words: the strings of a theme by their names, each with its place.
  static func check(_ words: [String: Sourced<String>], language: String) -> [Diagnostic] {
    guard language == "it" else { return [] }
    return official.compactMap { name, text in
      guard let given = words[name], given.value != text else { return nil }
      return Diagnostic(
        .feedbackWording,
        Phrase(
          it: "il modello nazionale (C.SI.2.5) vuole qui altre parole",
          en: "the national model (C.SI.2.5) wants other words here"),
        help: Phrase(it: "scrivi «\(text)»", en: "write “\(text)”"), at: given.place,
        severity: .warning)
    }
  }
}
