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
}
