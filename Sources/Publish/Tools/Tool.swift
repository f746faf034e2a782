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

  var isInstalled: Bool {
    get async {
      (try? await Executable.name(name).resolveExecutablePath(in: .inherit)) != nil
    }
  }

  /// What a program printed.
  struct Answer {
    /// Nil where a signal ended it.
    let status: Int?
    var isSuccess: Bool { status == 0 }
    let output: String
    let errors: String
  }

  /// How long a tool may move next to nothing before it counts as dead.
  package static let patience = Duration.seconds(300)
  /// The most bytes that a tool may say: a list of half a million files has as many.
  static let answerLimit = 64 << 20
  /// Of what goes wrong, as much is kept from the beginning and from the end.
  private static let wordsKept = 1 << 15

  /// Waits for the program to end, or ends it.
  ///
  /// - Parameters:
  ///   - input: for its standard input.
  ///   - variables: more for its environment.
  ///   - limit: the most bytes that a file which it makes here may have, where it makes large ones.
  /// - Throws: `PublishError` where it is not installed, gives no sign of life or does not stop talking.
  func ask(
    _ arguments: [String], input: String = "", variables: [String: String] = [:],
    limit: Int = 0, patience: Duration = Tool.patience
  ) async throws(PublishError) -> Answer {
    guard let given = MemoryFile(), let output = MemoryFile(), let errors = MemoryFile(),
      given.fill(input)
    else { throw PublishError(FileError(.create, name)) }
    let ending: ToolRun.Ending
    do {
      let (program, words) = try await command(arguments, limit: limit)
      // A known language for its messages, so that they can be recognised and explained in the user's.
      let run = ToolRun(
        program: program, arguments: words,
        environment: .inherit.updating(Tool.environment(variables)),
        patience: patience, limit: Tool.answerLimit)
      ending = try await run.wait(input: given, output: output, errors: errors)
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
    switch ending {
    case .silent: throw ToolFailure.silent(name, patience)
    case .endless: throw ToolFailure.endless(name)
    case .ended(let status):
      guard output.count < Tool.answerLimit, errors.count < Tool.answerLimit else {
        throw ToolFailure.endless(name)
      }
      return Answer(
        status: status, output: output.text(first: Tool.answerLimit),
        errors: errors.text(first: Tool.wordsKept, last: Tool.wordsKept))
    }
  }

  /// The program with what keeps it from doing harm: a run that is killed takes its tools along, as none
  /// may go on writing beside the next run, and no server fills the disk.
  private func command(_ arguments: [String], limit: Int) async throws -> (FilePath, [String]) {
    var words = [try await Executable.name(name).resolveExecutablePath(in: .inherit).string]
    let guards = [
      ("setpriv", ["--pdeathsig", "KILL", "--"]),
      // What it says is in files as well.
      ("prlimit", ["--fsize=\(max(limit, Tool.answerLimit))", "--"]),
    ]
    for (keeper, options) in guards {
      // They come with the system.
      guard
        let path = try? await Executable.name(keeper).resolveExecutablePath(in: .inherit)
      else { continue }
      words = [path.string] + options + words
    }
    return (FilePath(words[0]), words.dropFirst() + arguments)
  }

  private static func environment(_ variables: [String: String]) -> [Environment.Key: String?] {
    var words: [Environment.Key: String?] = ["LC_ALL": "C.UTF-8"]
    for (name, value) in variables { words[Environment.Key(stringLiteral: name)] = value }
    return words
  }

  /// The lines of a list: names may hold other signs that end lines.
  static func lines(_ output: String) -> [Substring] {
    Substring(output).utf8.split(separator: 0x0A).map(Substring.init)
  }

  /// Waits for the program to end well.
  ///
  /// - Parameters:
  ///   - fine: the exit statuses of a good end.
  ///   - limit: the most bytes that a file which it makes here may have, where it makes large ones.
  /// - Returns: what it wrote.
  /// - Throws: `PublishError` with what went wrong, in plain words.
  @discardableResult
  func call(
    _ arguments: [String], input: String = "", fine: Set<Int> = [0], limit: Int = 0,
    patience: Duration = Tool.patience, at place: String
  ) async throws(PublishError) -> String {
    var answer = try await ask(arguments, input: input, limit: limit, patience: patience)
    if !answer.isSuccess, answer.errors.isEmpty, answer.output.isEmpty {
      // A line that breaks may take the words with it; all that is asked can be asked again.
      answer = try await ask(arguments, input: input, limit: limit, patience: patience)
    }
    guard answer.status.map(fine.contains) ?? false else {
      throw ToolFailure.error(
        name, words: answer.errors.isEmpty ? answer.output : answer.errors, place)
    }
    return answer.output
  }
}
