import Diagnostics
import Files
import Output

/// A place that only files can be brought to (SFTP), by OpenSSH's own client.
///
/// A file is brought beside and then takes its place in one step (`posix-rename@openssh.com`).
struct SFTPStore: FileStore {
  let place: SecureShellPlace
  var name: String { place.name }

  private static let staging = RemoteSite.work + "/nuovi"
  /// As many bytes of a command as the client reads at once.
  static let longest = 2000

  func list(_ folders: Set<String>) async throws(PublishError) -> Listing {
    let sorted = folders.sorted()
    let output = try await list(
      sorted.map { "-ls -lan \(SFTPStore.quoted($0.isEmpty ? "." : $0))" })
    return Listing(sftp: output, of: sorted)
  }

  /// Runs lists, of which some may be of folders that are not there; what may not be read is no such one.
  private func list(_ commands: [String]) async throws(PublishError) -> String {
    let answer = try await ask(commands)
    guard answer.isSuccess, !answer.errors.contains("ermission denied") else {
      throw ToolFailure.error(Tool.sftp.name, words: answer.errors, name)
    }
    return answer.output
  }

  func fetch(
    _ paths: [String], to folder: String, limit: Int
  ) async throws(PublishError) {
    try PublishError.wrapping { () throws(FileError) in
      for path in paths { try FileSystem.makeFolder(Path.join(folder, Path.folder(of: path))) }
    }
    try await run(
      paths.map { "get \(SFTPStore.quoted($0)) \(SFTPStore.quoted(Path.join(folder, $0)))" },
      limit: limit)
  }

  func put(
    _ paths: [String], from folder: String, replacing: Set<String>
  ) async throws(PublishError) {
    let folders = Set(
      paths.flatMap { PublicationPlan.folders(of: $0) } + [RemoteSite.work, SFTPStore.staging])
    var commands = folders.sorted().map { "-mkdir \(SFTPStore.quoted($0))" }
    // Another call may be bringing files meanwhile.
    let call = String(UInt32.random(in: 0 ... .max), radix: 16)
    for (index, path) in paths.enumerated() {
      let beside = SFTPStore.quoted("\(SFTPStore.staging)/\(call)-\(index)")
      commands.append("put \(SFTPStore.quoted(Path.join(folder, path))) \(beside)")
      commands.append("rename \(beside) \(SFTPStore.quoted(path))")
    }
    try await run(commands)
  }

  func remove(_ paths: [String], folders: [String]) async throws(PublishError) {
    // What somebody else removed is as well; a folder that somebody filled meanwhile stays.
    try await run(
      paths.map { "-rm \(SFTPStore.quoted($0))" } + folders.map { "-rmdir \(SFTPStore.quoted($0))" }
    )
  }

  func clearWork(_ list: String) async throws(PublishError) {
    try await run([
      "-rm \(SFTPStore.staging)/*", "-rmdir \(SFTPStore.staging)",
      "-rm \(SFTPStore.quoted(list))",
    ])
  }

  private func run(_ commands: [String], limit: Int = 0) async throws(PublishError) {
    let answer = try await ask(commands, limit: limit)
    guard answer.isSuccess else {
      throw ToolFailure.error(Tool.sftp.name, words: answer.errors, name)
    }
  }

  private func ask(
    _ commands: [String], limit: Int = 0
  ) async throws(PublishError) -> Tool.Answer {
    let program = place.access.shell.map { ["-S", $0] } ?? []
    let batch = ["cd \(SFTPStore.quoted(place.folder))"] + commands
    // A line break in a name would begin another command.
    guard batch.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }) else {
      throw PublishError(
        Phrase(
          it: "il nome di un file ha un segno che non si può scrivere",
          en: "a file's name has a sign that cannot be written"))
    }
    // What is beyond is taken for another command, too.
    if let long = batch.first(where: { $0.utf8.count > SFTPStore.longest }) {
      let shown = String(long.prefix(80)).printable(keepsLines: false)
      throw PublishError(
        Phrase(
          it: "in \(name) il nome di un file è troppo lungo: \(shown) …",
          en: "at \(name) a file's name is too long: \(shown) …"),
        help: Phrase(
          it: "accorcia i nomi delle cartelle; se non sono tuoi, guarda che cosa c'è in "
            + "`\(Manifest.name)` sul server",
          en: "shorten the names of the folders; if they are not yours, see what is in "
            + "`\(Manifest.name)` at the server"))
    }
    return try await Tool.sftp.ask(
      ["-b", "-"] + SecureShellPlace.options + program + [place.host],
      input: batch.joined(separator: "\n") + "\n", limit: limit, patience: place.access.patience)
  }

  /// In quotes no sign has a meaning but the quote itself and the backslash.
  private static func quoted(_ path: String) -> String {
    "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
