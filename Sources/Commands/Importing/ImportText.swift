import Desk
import Diagnostics
import Files
import Intake
import Office
import SocialReport

/// What an import did, in words.
struct ImportText {
  private let made: DocumentImport
  private let file: String
  private let root: String
  private let isTrial: Bool
  private let language: Language

  init(_ made: DocumentImport, file: String, root: String, isTrial: Bool, _ language: Language) {
    (self.made, self.file, self.root, self.isTrial, self.language) = (
      made, file, root, isTrial, language
    )
  }

  func tell() {
    for change in made.changes { Terminal.output(Path.join(root, change.path)) }
    Terminal.error(
      say(
        "\(isTrial ? "Si farebbe" : "Fatto"): \(made.kind.italian), con \(made.fields.joined(separator: ", ")).",
        "\(isTrial ? "It would be" : "Made"): \(made.kind.rawValue), with \(made.fields.joined(separator: ", "))."
      ))
    Terminal.error(account)
    for remark in made.remarks {
      Terminal.error("  " + say("da guardare: ", "to look at: ") + remark.text(in: language))
    }
  }

  /// `198 pezzi presi, 40 lasciati (12 codici di campo, 4 revisioni), 0 persi.`
  private var account: String {
    let ledger = made.document.ledger
    let left = ledger.left
    let count = left.reduce(0) { $0 + $1.count }
    let reasons = left.map { "\($0.count) \($0.reason.words($0.count).text(in: language))" }.joined(
      separator: ", ")
    let list = reasons.isEmpty ? "" : " (\(reasons))"
    return say(
      "`\(file)`: \(ledger.used) pezzi presi, \(count) lasciati\(list), 0 persi.",
      "`\(file)`: \(ledger.used) pieces taken over, \(count) left\(list), 0 lost.")
  }

  private func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }
}
