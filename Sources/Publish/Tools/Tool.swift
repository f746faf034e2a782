import Diagnostics
import Files
import Subprocess
import SystemPackage

/// A program of Debian's that reaches other machines, with what its user has set up for it.
struct Tool: Sendable {
  let name: String
  /// The package that has it.
  let package: String

  static let rclone = Tool(name: "rclone", package: "rclone")
  static let rsync = Tool(name: "rsync", package: "rsync")
  static let sftp = Tool(name: "sftp", package: "openssh-client")
  static let git = Tool(name: "git", package: "git")
  static let curl = Tool(name: "curl", package: "curl")

  /// What a program said.
  struct Answer {
    /// Nil where a signal ended it.
    let status: Int?
    var isSuccess: Bool { status == 0 }
    let output: String
    let errors: String
  }

  /// Waits for the program to end.
  ///
  /// - Parameter input: for its standard input.
  /// - Throws: `PublishError` where it is not installed.
  func ask(_ arguments: [String], input: String = "") async throws(PublishError) -> Answer {
    do {
      // Its words in a known language, so that what went wrong can be told in the user's.
      let program = try await Executable.name(name).resolveExecutablePath(in: .inherit)
      // A run that is killed takes its tools along: none goes on writing beside the next run.
      let keeper = try? await Executable.name("setpriv").resolveExecutablePath(in: .inherit)
      let words = keeper == nil ? [] : ["--pdeathsig", "KILL", "--", program.string]
      let result = try await run(
        .path(keeper ?? program), arguments: Arguments(words + arguments),
        environment: .inherit.updating(["LC_ALL": "C.UTF-8"]), input: .string(input),
        output: .string(limit: 1 << 28), error: .string(limit: 1 << 22))
      let status: Int? =
        if case .exited(let code) = result.terminationStatus { Int(code) } else { nil }
      return Answer(
        status: status, output: result.standardOutput, errors: result.standardError)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw PublishError(
        Phrase(it: "manca il programma `\(name)`", en: "the program `\(name)` is missing"),
        help: Phrase(
          it: "si installa con `sudo apt-get install \(package)`",
          en: "install it with `sudo apt-get install \(package)`"))
    } catch {
      throw PublishError(
        Phrase(it: "`\(name)` non parte: \(error)", en: "`\(name)` does not start: \(error)"))
    }
  }

  /// The lines of a list: names may hold other signs that end lines.
  static func lines(_ output: String) -> [Substring] {
    Substring(output).utf8.split(separator: 0x0A).map(Substring.init)
  }

  /// Waits for the program to end well.
  ///
  /// - Parameter fine: the exit statuses of a good end.
  /// - Returns: what it wrote.
  /// - Throws: `PublishError` with what went wrong, in plain words.
  @discardableResult
  func call(
    _ arguments: [String], input: String = "", fine: Set<Int> = [0], at place: String
  ) async throws(PublishError) -> String {
    var answer = try await ask(arguments, input: input)
    if !answer.isSuccess, answer.errors.isEmpty, answer.output.isEmpty {
      // A line that breaks may take the words with it; all that is asked can be asked again.
      answer = try await ask(arguments, input: input)
    }
    guard answer.status.map(fine.contains) ?? false else {
      throw Trouble.error(name, words: answer.errors.isEmpty ? answer.output : answer.errors, place)
    }
    return answer.output
  }
}
