import Desk
import Diagnostics
import Files
import Output
import SocialReport

extension CheckCommand {
  /// Writes what surely mends problems, after it was shown; what is left is told by the check that follows.
  ///
  /// Some are only seen where others are mended, so it is looked again.
  func correct(_ settings: SiteRun.Settings) async throws {
    var rounds = 0
    while rounds < CheckCommand.mostRounds, try await corrected(settings, isFirst: rounds == 0) {
      rounds += 1
    }
  }

  private static let mostRounds = 5

  /// - Returns: whether something was written.
  private func corrected(
    _ settings: SiteRun.Settings, isFirst: Bool
  ) async throws -> Bool {
    let run = try await SiteRun(settings)
    let language = run.language
    let found = run.found(try await run.output?.check())
    do throws(DeskError) {
      let desk = Desk(root: run.contentRoot, author: Author.name)
      let corrections = try Corrections(
        found, sources: run.sources, root: run.contentRoot, desk)
      guard !corrections.files.isEmpty else {
        if isFirst {
          say(
            "Niente da correggere da solo.", "Nothing that can be mended alone.", language)
        }
        return false
      }
      for file in corrections.files {
        let path = Path.join(run.contentRoot, file.path)
        Terminal.error(LineChange(from: file.old, to: file.new).text(path))
      }
      guard try Consent(saysYes: yes).isGiven(language) else { return false }
      try desk.write(
        corrections.files.map { FileChange(path: $0.path, old: $0.old, new: $0.new) },
        as: ChangeNote(.correction))
      let count = corrections.files.reduce(0) { $0 + $1.count }
      say(
        count == 1 ? "Una correzione scritta." : "\(count) correzioni scritte.",
        count == 1 ? "One correction written." : "\(count) corrections written.", language)
      return true
    } catch {
      throw Failure(error, language)
    }
  }

  private func say(_ italian: String, _ english: String, _ language: Language) {
    Terminal.error(Phrase(it: italian, en: english).text(in: language))
  }
}

/// Whether somebody says yes to what was shown.
struct Consent {
  let saysYes: Bool

  func isGiven(_ language: Language) throws(DeskError) -> Bool {
    if saysYes { return true }
    let question = Phrase(it: "Scrivo? [s/N] ", en: "Write it? [y/N] ")
    guard let answer = Terminal.ask(question.text(in: language)) else { throw .nobodyToAsk }
    return ["s", "sì", "si", "y", "yes"].contains(answer.lowercased())
  }
}
