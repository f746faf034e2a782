import Desk
import Diagnostics
import Files
import Intake

/// What an import did, in words.
struct ImportText {
  private let made: Imported
  private let file: String
  private let root: String
  private let isTrial: Bool
  private let language: Language

  init(_ made: Imported, file: String, root: String, isTrial: Bool, _ language: Language) {
    (self.made, self.file, self.root, self.isTrial, self.language) = (
      made, file, root, isTrial, language
    )
  }

  func tell() {
    for change in made.changes { Terminal.output(Path.join(root, change.path)) }
    let summary = made.summary.text(in: language)
    Terminal.error(
      isTrial
        ? say("Si farebbe: \(summary).", "It would be: \(summary).")
        : say("Fatto: \(summary).", "Made: \(summary)."))
    Terminal.error("`\(file)`: \(made.account.text(in: language)).")
    for remark in made.remarks {
      Terminal.error("  " + say("da guardare: ", "to look at: ") + remark.text(in: language))
    }
  }

  private func say(_ italian: String, _ english: String) -> String {
    Phrase(it: italian, en: english).text(in: language)
  }
}
