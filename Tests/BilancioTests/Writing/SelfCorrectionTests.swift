import Foundation
import Testing

/// `bilancio controlla --correggi`: what mends itself.
@Suite struct SelfCorrectionTests {
  @Test func `a slip that can be one thing only is mended, and nothing else`() throws {
    let scratch = try EditedReport.begun(themed: true)
    let page = scratch.folder.appending(path: EditedReport.page)
    let right = try String(contentsOf: page, encoding: .utf8)
    var wrong = right
    let slips = [
      ("titolo: Una", "titlo: Una"), ("in_breve:", "in_breve\u{A0}:"),
      ("ufficio: scuola", "ufficio: 'scuolla'"),
      ("stato: completata", "stato: completta # ieri"), ("dato:iscritti", "dato:iscriti"),
    ]
    for (old, new) in slips {
      #expect(wrong.contains(old))
      wrong = wrong.replacing(old, with: new)
    }
    try wrong.write(to: page, atomically: true, encoding: .utf8)
    let outcome = try EditedReport.run(["controlla", "--correggi", "--si"], in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)\(outcome.output)")
    let mended = right.replacing("ufficio: scuola", with: "ufficio: 'scuola'")
      .replacing("stato: completata", with: "stato: completata # ieri")
    #expect(try String(contentsOf: page, encoding: .utf8) == mended)
    #expect(outcome.errors.contains("- titlo: Una") && outcome.errors.contains("+ titolo: Una"))
    #expect(!outcome.errors.contains("beneficiari"))
    let again = try EditedReport.run(["controlla", "--correggi", "--si"], in: scratch)
    #expect(again.errors.contains("Niente da correggere da solo."))
  }

  @Test(arguments: [
    // Another number is another act.
    ("atti: [dgc-2021-10]", "atti: [dgc-2021-1]"),
    ("titolo: Una", "qualcosa: Una"),
  ])
  func `what may be two things is not mended`(old: String, new: String) throws {
    let scratch = try EditedReport.begun(themed: true)
    let page = scratch.folder.appending(path: EditedReport.page)
    let wrong = try String(contentsOf: page, encoding: .utf8).replacing(old, with: new)
    try wrong.write(to: page, atomically: true, encoding: .utf8)
    let outcome = try EditedReport.run(["controlla", "--correggi", "--si"], in: scratch)
    #expect(outcome.status == 1)
    #expect(try String(contentsOf: page, encoding: .utf8) == wrong)
  }

  /// What is wrong in a page, and what it becomes.
  static let mends: [(String, String)] = [
    ("La mensa è ** aperta ** da marzo.", "La mensa è **aperta** da marzo."),
    ("La mensa è **aperta **da marzo.", "La mensa è **aperta** da marzo."),
    ("La mensa è** aperta** da marzo.", "La mensa è **aperta** da marzo."),
    ("Dice **\"così\"**dopo.", "Dice \"**così**\"dopo."),
    ("La men\u{AD}sa rendicon\u{AD}ta.", "La mensa rendiconta."),
    ("La men\u{200B}sa è qui\u{200B}.", "La mensa è qui."),
    // What a link only refers to is mended where it is defined.
    (
      "L'[atto][b], [b] e [dati].\n\n[b]: atto:dcg-2021-10 'x'\n[dati]: <dato:iscriti@2021>",
      "L'[atto][b], [b] e [dati].\n\n[b]: atto:dgc-2021-10 'x'\n[dati]: <dato:iscritti@2021>"
    ),
  ]

  @Test(arguments: mends)
  func `marks and characters that surely are slips are mended in texts`(
    wrong: String, right: String
  ) throws {
    let scratch = try EditedReport.begun(themed: true)
    let page = try EditedReport.text(EditedReport.page, scratch)
    try EditedReport.write(page + "\n" + wrong + "\n", to: EditedReport.page, scratch)
    let outcome = try EditedReport.run(["controlla", "--correggi", "--si"], in: scratch)
    let after = try EditedReport.text(EditedReport.page, scratch)
    #expect(after == page + "\n" + right + "\n", "\(outcome.errors)")
  }

  @Test(arguments: [
    ("20211231", "2021-12-31"), ("31 dicembr 2021", "31/12/2021"),
    ("2021-12-31T00:00:00", "2021-12-31"), ("31/12/2021 00:00", "31/12/2021"),
    ("31 12 2021", "31/12/2021"),
  ])
  func `a date that can only be one is written as one`(wrong: String, right: String) throws {
    let scratch = try EditedReport.begun(themed: true)
    let page = try EditedReport.text(EditedReport.page, scratch)
    let old = "stato_al: 2021-12-31"
    try EditedReport.write(
      page.replacing(old, with: "stato_al: '\(wrong)'"), to: EditedReport.page, scratch)
    let outcome = try EditedReport.run(["controlla", "--correggi", "--si"], in: scratch)
    let after = try EditedReport.text(EditedReport.page, scratch)
    #expect(after == page.replacing(old, with: "stato_al: '\(right)'"), "\(outcome.errors)")
  }

  @Test func `an act's number loses its word`() throws {
    let scratch = try EditedReport.begun(themed: true)
    let acts = "content/2021/atti.yml"
    let text = try EditedReport.text(acts, scratch)
    for wrong in ["n. 10", "N° 10", "10 del 2 marzo 2021"] {
      try EditedReport.write(
        text.replacing("numero: 10", with: "numero: \(wrong)"), to: acts, scratch)
      _ = try EditedReport.run(["controlla", "--correggi", "--si"], in: scratch)
      #expect(try EditedReport.text(acts, scratch) == text, "\(wrong)")
    }
  }
}
