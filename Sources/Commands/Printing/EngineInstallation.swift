import Diagnostics
import Files
import Printing
import SocialReport
import Subprocess

/// Where the engine of prints stands, and how it gets there.
enum EngineInstallation {
  /// The user's own folder for it.
  private static var own: String? {
    let data =
      Terminal.environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? Terminal.environment("HOME").map { Path.join($0, ".local/share") }
    return data.map { Path.join($0, "bilancio/typst") }
  }

  /// Where it may be, the best first.
  static func folders(_ installation: Installation?) -> [String] {
    [own, installation?.engine].compactMap(\.self)
  }

  /// Brings the pinned version, verified by its hash, and puts it in place in one step.
  static func run(_ language: Language) async throws {
    guard let own else {
      throw Failure(
        Phrase(
          it: "non so dov'è la tua cartella (`HOME`)", en: "your folder is not known (`HOME`)"),
        language)
    }
    guard let themes = Installation.own?.themes else {
      throw Failure(
        Phrase(
          it: "manca ciò che viaggia con il programma, che dice quale typst serve",
          en: "what travels with the program is missing, which says which typst is needed"),
        language)
    }
    let list = Path.join(themes, "comune/print/typst.txt")
    let new = own + ".nuovo"
    do throws(FileError) {
      try FileSystem.removeTree(new)
      try FileSystem.makeFolder(new)
      try FileSystem.write(
        FileSystem.read(list), to: Path.join(new, "requirements.txt"))
    } catch { throw Failure(PrintError.file(error), language) }
    Terminal.error(
      Phrase(
        it: "Porto typst \(PrintEngine.series)…", en: "Bringing typst \(PrintEngine.series)…"
      )
      .text(in: language))
    try await tool("python3", ["-m", "venv", Path.join(new, "venv")], language)
    try await tool(
      Path.join(new, "venv/bin/python"),
      [
        "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps",
        "--require-hashes",
        "--only-binary=:all:", "--no-compile", "--target", Path.join(new, "modulo"), "-r",
        Path.join(new, "requirements.txt"),
      ], language)
    do throws(FileError) {
      try FileSystem.removeTree(own)
      try FileSystem.rename(Path.join(new, "modulo"), to: own)
      try FileSystem.removeTree(new)
    } catch { throw Failure(PrintError.file(error), language) }
    Terminal.output(
      Phrase(it: "Fatto: typst è in `\(own)`.", en: "Done: typst is in `\(own)`.").text(
        in: language))
  }

  private static func tool(_ name: String, _ arguments: [String], _ language: Language) async throws
  {
    let words: String
    do {
      let result = try await Subprocess.run(
        .name("env"), arguments: Arguments([name] + arguments), output: .string(limit: 1 << 16),
        error: .string(limit: 1 << 16))
      guard !result.terminationStatus.isSuccess else { return }
      words = result.standardOutput + result.standardError
    } catch { words = "\(error)" }
    let last = words.split(separator: "\n").suffix(3).joined(separator: " ")
    throw Failure(
      Phrase(
        it: "typst non si è potuto portare qui: \(last)",
        en: "typst could not be brought here: \(last)"),
      help: Phrase(
        it: "servono la rete e `python3-venv` (su Debian: `apt install python3-venv`); "
          + "vale anche un `typst` 0.15 che sta già nel PATH",
        en: "the network and `python3-venv` are needed (on Debian: `apt install python3-venv`); "
          + "a `typst` 0.15 in the PATH does as well"), language)
  }
}
