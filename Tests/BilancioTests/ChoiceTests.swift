import Diagnostics
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
    (Tables.status, "in ritardo", "delayed"), (Tables.status, "In Corso", "in_progress"),
    (Tables.status, "in-corso", "in_progress"), (Tables.status, "INCORSO", "in_progress"),
    (Tables.status, "conclusa", "completed"), (Tables.status, "concluso", "completed"),
    (Tables.status, "completati", "completed"), (Tables.status, "rinviata", "delayed"),
    (Tables.status, "non iniziato", "planned"), (Tables.status, "avviato", "started"),
    (Tables.status, "Sospeso", "suspended"), (Tables.status, "in progress", "in_progress"),
    (Tables.assessment, "raggiunto in parte", "partial"),
    (Tables.assessment, "Non raggiunta", "not_reached"),
    (Tables.assessment, "parzialmente raggiunto", "partial"),
    (Tables.measure, "numero", "count"), (Tables.measure, "%", "percentage"),
    (Tables.measure, "€", "amount"), (Tables.measure, "si/no", "yes_no"),
    (Tables.measure, "Percentuali", "percentage"),
    (Tables.direction, "basso", "lower_is_better"), (Tables.direction, "giù", "lower_is_better"),
    (Tables.direction, "piu' alto e' meglio", "higher_is_better"),
    (Tables.sourceKind, "registro", "register"), (Tables.sourceKind, "bilancio", "accounts"),
    (Tables.sourceKind, "Banca dati", "system"), (Tables.quality, "ufficiali", "official"),
    (Tables.stage, "impegni", "committed"), (Tables.stage, "pagati", "paid"),
    (Tables.stage, "Stanziamenti", "appropriated"), (Tables.basis, "c/residui", "residuals"),
    (Tables.funding, "Regione", "region"), (Tables.funding, "pnrr", "PNRR"),
    (Tables.actBody, "Giunta", "executive"), (Tables.actBody, "la Giunta comunale", "executive"),
    (Tables.actBody, "Consiglio Comunale", "council"),
    (Tables.actBody, "E.Q.", "qualified_officer"),
    (Tables.actBody, "commissario straordinario", "commissioner"),
    (Tables.actBody, "Responsabile del Servizio", "service_officer"),
    (Tables.actKind, "delibera", "resolution"), (Tables.actKind, "Determina", "determination"),
    (Tables.actKind, "D.Lgs.", "legislative_decree"),
    (Tables.actKind, "d.p.c.m.", "prime_ministers_decree"),
    (Tables.actKind, "decreto-legge", "decree_law"),
    (Tables.actKind, "protocollo d’intesa", "memorandum"),
    (Tables.observationStatus, "p", "P"), (Tables.observationStatus, "provvisorio", "P"),
    (Tables.reportType, "Bilancio di fine mandato", "end_of_term"),
  ])
  func `a word is read however it is written`(type: FieldType, text: String, word: String) {
    #expect(ChoiceWords.find(text, in: ChoiceTests.words(type))?.english == word)
  }

  @Test(arguments: [
    (Tables.status, "forse"), (Tables.status, ""), (Tables.status, "-"),
    (Tables.status, "complettata"),
    (Tables.assessment, "in corso"), (Tables.measure, "media"), (Tables.direction, "boh"),
    (Tables.actBody, "Assemblea dei sindaci"), (Tables.actKind, "accordo quadro"),
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
    ("status", Tables.status), ("assessment", Tables.assessment),
    ("milestone", Tables.milestoneKind), ("stage", Tables.stage), ("basis", Tables.basis),
    ("funding", Tables.funding), ("measure", Tables.measure), ("direction", Tables.direction),
    ("target", Tables.targetKind), ("source-kind", Tables.sourceKind), ("quality", Tables.quality),
    ("body", Tables.actBody), ("act", Tables.actKind), ("effect", Tables.actEffect),
    ("office", Tables.officeKind), ("assurance", Tables.assuranceKind),
    ("observation", Tables.observationStatus), ("report-type", Tables.reportType),
  ]

  @Test(arguments: ["it", "en"])
  func `what pages print is read`(language: String) async throws {
    let theme = try await Theme.read(
      TestTheme.read(), firstID: 0, language: language, basePath: "/")
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
    let words = ChoiceTests.words(Tables.actBody)
    #expect(ChoiceWords.near("giuntta", in: words) == ["giunta"])
    #expect(ChoiceWords.near("Consilio", in: words) == ["consiglio"])
    #expect(ChoiceWords.near("Assemblea dei sindaci", in: words).isEmpty)
    #expect(ChoiceWords.near("ARERA", in: words).isEmpty)
    #expect(ChoiceWords.near("Questura", in: words).isEmpty)
  }
}
