import ArgumentParser
import Diagnostics
import Facts
import Printing

/// A command that makes one file of the whole document: `pdf`, `epub` and `word`.
protocol PrintCommand: ProjectCommand {
  static var kind: PrintedFile.Kind { get }
  var selection: EditionOptions { get }
  var telling: TellingOptions { get }
  var options: PrintOptions { get }
  /// The name of the part that the file is of; nil for the whole document.
  var part: String? { get }
  func made(_ print: PrintRun) async throws -> (file: PrintedFile, unshown: Unshown)
}

extension PrintCommand {
  var part: String? { nil }

  /// Makes the file, puts it in its place and says so; says what is wrong with the texts where something is.
  func make() async throws {
    guard
      let print = try await PrintRun(
        source, edition: selection.edition, drafts: options.drafts, telling)
    else { return }
    do {
      let place = try print.place(options.output, Self.kind, part: part)
      let made = try await made(print)
      PrintFile.tell(made.unshown, in: Self.kind, print.run.language)
      try print.finish(made.file, at: place)
    } catch let error as any ExplainedError {
      throw Failure(error, print.run.language)
    }
  }
}
