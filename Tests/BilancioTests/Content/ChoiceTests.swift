import Diagnostics
import Site
import SocialReport
import Testing

@testable import Content
@testable import Theme

/// A word of a list is read however people write it.
@Suite struct ChoiceTests {
  private static func words(_ type: FieldType) -> [FieldType.Word] {
    switch type {
    case .choice(let words), .openChoice(let words), .choices(let words): words
    default: []
    }
  }

  @Test(arguments: [
    (CodeLists.status, "in ritardo", "delayed"), (CodeLists.status, "In Corso", "in_progress"),
    (CodeLists.status, "in-corso", "in_progress"), (CodeLists.status, "INCORSO", "in_progress"),
    (CodeLists.status, "conclusa", "completed"), (CodeLists.status, "concluso", "completed"),
    (CodeLists.status, "completati", "completed"), (CodeLists.status, "rinviata", "delayed"),
    (CodeLists.status, "non iniziato", "planned"), (CodeLists.status, "avviato", "started"),
    (CodeLists.status, "Sospeso", "suspended"), (CodeLists.status, "in progress", "in_progress"),
    (CodeLists.assessment, "raggiunto in parte", "partial"),
    (CodeLists.assessment, "Non raggiunta", "not_reached"),
    (CodeLists.assessment, "parzialmente raggiunto", "partial"),
    (CodeLists.measure, "numero", "count"), (CodeLists.measure, "%", "percentage"),
    (CodeLists.measure, "€", "amount"), (CodeLists.measure, "si/no", "yes_no"),
    (CodeLists.measure, "Percentuali", "percentage"),
    (CodeLists.direction, "basso", "lower_is_better"),
    (CodeLists.direction, "giù", "lower_is_better"),
    (CodeLists.direction, "piu' alto e' meglio", "higher_is_better"),
    (CodeLists.sourceKind, "registro", "register"), (CodeLists.sourceKind, "bilancio", "accounts"),
    (CodeLists.sourceKind, "Banca dati", "system"), (CodeLists.quality, "ufficiali", "official"),
    (CodeLists.stage, "impegni", "committed"), (CodeLists.stage, "pagati", "paid"),
    (CodeLists.stage, "Stanziamenti", "appropriated"), (CodeLists.basis, "c/residui", "residuals"),
    (CodeLists.funding, "Regione", "region"), (CodeLists.funding, "pnrr", "PNRR"),
    (CodeLists.actBody, "Giunta", "executive"),
    (CodeLists.actBody, "la Giunta comunale", "executive"),
    (CodeLists.actBody, "Consiglio Comunale", "council"),
    (CodeLists.actBody, "E.Q.", "qualified_officer"),
    (CodeLists.actBody, "commissario straordinario", "commissioner"),
    (CodeLists.actBody, "Responsabile del Servizio", "service_officer"),
    (CodeLists.actKind, "delibera", "resolution"),
    (CodeLists.actKind, "Determina", "determination"),
    (CodeLists.actKind, "D.Lgs.", "legislative_decree"),
    (CodeLists.actKind, "d.p.c.m.", "prime_ministers_decree"),
    (CodeLists.actKind, "decreto-legge", "decree_law"),
    (CodeLists.actKind, "protocollo d’intesa", "memorandum"),
    (CodeLists.observationStatus, "p", "P"), (CodeLists.observationStatus, "provvisorio", "P"),
    (CodeLists.reportType, "Bilancio di fine mandato", "end_of_term"),
  ])
  func `a word is read however it is written`(type: FieldType, text: String, word: String) {
    #expect(ChoiceWords.find(text, in: ChoiceTests.words(type))?.english == word)
  }

  @Test(arguments: [
    (CodeLists.status, "forse"), (CodeLists.status, ""), (CodeLists.status, "-"),
    (CodeLists.status, "complettata"),
    (CodeLists.assessment, "in corso"), (CodeLists.measure, "media"), (CodeLists.direction, "boh"),
    (CodeLists.actBody, "Assemblea dei sindaci"), (CodeLists.actKind, "accordo quadro"),
  ])
  func `another word is none of them`(type: FieldType, text: String) {
    #expect(ChoiceWords.find(text, in: ChoiceTests.words(type)) == nil)
  }

  @Test func `no way of writing stands for two words`() {
    for (_, type) in ChoiceTests.printed {
      var owners: [String: String] = [:]
      for word in ChoiceTests.words(type) {
        for name in [word.italian, word.english] + word.synonyms {
          let found = ChoiceWords.find(name, in: ChoiceTests.words(type))?.english
          #expect(found == word.english, "\(name): \(word.english), not \(found ?? "–")")
          owners[name] = word.english
        }
      }
      #expect(!owners.isEmpty)
    }
  }

  /// The lists of words by the names of their labels among the theme's strings.
  private static let printed: [(prefix: String, type: FieldType)] = [
    ("status", CodeLists.status), ("assessment", CodeLists.assessment),
    ("milestone", CodeLists.milestoneKind), ("stage", CodeLists.stage), ("basis", CodeLists.basis),
    ("funding", CodeLists.funding), ("measure", CodeLists.measure),
    ("direction", CodeLists.direction),
    ("target", CodeLists.targetKind), ("source-kind", CodeLists.sourceKind),
    ("quality", CodeLists.quality),
    ("body", CodeLists.actBody), ("act", CodeLists.actKind), ("effect", CodeLists.actEffect),
    ("office", CodeLists.officeKind), ("assurance", CodeLists.assuranceKind),
    ("observation", CodeLists.observationStatus), ("report-type", CodeLists.reportType),
  ]

  @Test(arguments: ["it", "en"])
  func `what pages print is read`(language: String) async throws {
    let theme = try await Theme.read(
      TestTheme.read(), firstID: 0, language: language, basePath: "/", views: Views.catalogue)
    let strings = theme.theme.strings
    for (prefix, type) in ChoiceTests.printed {
      for word in ChoiceTests.words(type) {
        let label = strings["\(prefix).\(word.english)"]
        guard !label.isEmpty else { continue }
        #expect(
          ChoiceWords.find(label, in: ChoiceTests.words(type))?.english == word.english,
          "\(prefix): \(label)")
      }
    }
  }

  @Test func `a slip of the pen is told, and a name of its own is taken`() {
    let words = ChoiceTests.words(CodeLists.actBody)
    #expect(ChoiceWords.near("giuntta", in: words) == ["giunta"])
    #expect(ChoiceWords.near("Consilio", in: words) == ["consiglio"])
    #expect(ChoiceWords.near("Assemblea dei sindaci", in: words).isEmpty)
    #expect(ChoiceWords.near("ARERA", in: words).isEmpty)
    #expect(ChoiceWords.near("Questura", in: words).isEmpty)
  }
}
