import Diagnostics
import Files

/// A place that `rclone` reaches: SFTP, FTPS, WebDAV, object stores and many more.
///
/// An object store shows a file when it is whole. Elsewhere a file that replaces another is brought beside
/// it and then takes its place; where the server cannot do that in one step, what it replaces is away for
/// a moment.
package struct RcloneStore: FileStore {
  let place: String
  /// How long rclone may give no sign.
  private let patience: Duration
  /// Whether files are brought beside first, because the place would show them half.
  private let stages: Bool
  var name: String { place }

  static let staging = RemoteSite.work + "/nuovi"
  /// How many files take their places at once.
  private static let width = 4

  init(_ location: String, patience: Duration) async throws(PublishError) {
    // Before the colon is a name; options there may be secrets, which are not repeated either.
    guard let colon = location.firstIndex(of: ":"), colon != location.startIndex,
      location[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "_-. +@".contains($0) }),
      !location.hasPrefix("-")
    else {
      throw PublishError(
        Phrase(it: "`dove` non è un posto di rclone", en: "`location` is no place of rclone's"),
        help: Phrase(
          it:
            "scrivilo come `nome:cartella`; nomi e password stanno nella configurazione di rclone "
            + "(`rclone config`), non qui",
          en: "write it as `name:folder`; names and passwords are in rclone's configuration "
            + "(`rclone config`), not here"))
    }
    let folder = try RemoteFolder.path(String(location[location.index(after: colon)...]))
    place = location[...colon] + (folder == "." ? "" : folder)
    self.patience = patience
    let features = try await Tool.rclone.call(
      ["backend", "features", place] + RcloneStore.options, patience: patience, at: place)
    stages = RcloneStore.showsHalf(features)
  }

  /// Whether a place shows files that are not whole yet, and lets them take the place of others.
  ///
  /// - Parameter features: what `rclone backend features` says of it.
  package static func showsHalf(_ features: String) -> Bool {
    let compact = features.filter { !$0.isWhitespace }
    return compact.contains("\"Move\":true") && !compact.contains("\"PartialUploads\":true")
  }

  private static let options = [
    "--retries=2", "--low-level-retries=3", "--contimeout=20s", "--timeout=2m",
  ]

  func list(_ folders: Set<String>) async throws(PublishError) -> Listing {
    // Files, and the folders among them.
    let rules = folders.sorted().flatMap { folder in
      let path = "+ /" + (folder.isEmpty ? "" : RcloneStore.escaped(folder) + "/")
      return [path + "*", path + "*/"]
    }
    let output = try await run(
      ["lsf", "--recursive", "--links", "--format=sp", "--separator=|", "--filter-from=-", place],
      rules + ["- *"])
    return Listing(rclone: output)
  }

  /// Signs that have a meaning in rclone's rules.
  private static func escaped(_ path: String) -> String {
    String(path.flatMap { "*?[]{}\\".contains($0) ? ["\\", $0] : [$0] })
  }

  func fetch(
    _ paths: [String], to folder: String, limit: Int
  ) async throws(PublishError) {
    try await run(
      ["copy", "--files-from-raw=-", "--ignore-times", "--no-traverse", place, folder], paths,
      limit: limit)
  }

  func put(
    _ paths: [String], from folder: String, replacing replaced: Set<String>
  ) async throws(PublishError) {
    let direct = stages ? paths.filter { !replaced.contains($0) } : paths
    if !direct.isEmpty { try await copy(direct, folder, to: place) }
    let staged = stages ? paths.filter(replaced.contains) : []
    guard !staged.isEmpty else { return }
    try await copy(staged, folder, to: "\(place)/\(RcloneStore.staging)")
    var rest = staged[...]
    while !rest.isEmpty {
      try await move(Array(rest.prefix(RcloneStore.width)))
      rest = rest.dropFirst(RcloneStore.width)
    }
  }

  private func copy(_ paths: [String], _ folder: String, to target: String)
    async throws(PublishError)
  {
    try await run(
      ["copy", "--files-from-raw=-", "--ignore-times", "--no-traverse", folder, target], paths)
  }

  /// Lets some files take their places, at once.
  private func move(_ paths: [String]) async throws(PublishError) {
    let results = await withTaskGroup(of: Result<Void, PublishError>.self) { group in
      for path in paths {
        group.addTask {
          do throws(PublishError) {
            try await move(path)
            return .success(())
          } catch {
            return .failure(error)
          }
        }
      }
      return await group.reduce(into: [Result<Void, PublishError>]()) { $0.append($1) }
    }
    for result in results { try result.get() }
  }

  private func move(_ path: String) async throws(PublishError) {
    let names = ["\(place)/\(RcloneStore.staging)/\(path)", "\(place)/\(path)"]
    // Unasked whether something is there, rclone lets the server replace it.
    let inOneStep = try await Tool.rclone.ask(
      ["moveto", "--no-check-dest"] + RcloneStore.options + names, patience: patience)
    // Stores that cannot replace a file delete it first; equal size and time do not prove equal contents.
    if !inOneStep.isSuccess { try await run(["moveto", "--ignore-times"] + names, []) }
  }

  func remove(_ paths: [String], folders: [String]) async throws(PublishError) {
    if !paths.isEmpty { try await run(["delete", "--files-from-raw=-", place], paths) }
    for folder in folders {
      // Object stores have no folders; elsewhere one that somebody filled meanwhile stays.
      _ = try await Tool.rclone.ask(
        ["rmdir", "\(place)/\(folder)"] + RcloneStore.options, patience: patience)
    }
  }

  func clearWork(_ list: String) async throws(PublishError) {
    _ = try await Tool.rclone.ask(
      ["purge", "\(place)/\(RcloneStore.staging)"] + RcloneStore.options, patience: patience)
    try await remove([list], folders: [])
  }

  /// - Parameter lines: for what reads names or rules from standard input.
  @discardableResult
  private func run(
    _ arguments: [String], _ lines: [String], limit: Int = 0
  ) async throws(PublishError) -> String {
    try await Tool.rclone.call(
      arguments + RcloneStore.options, input: lines.map { $0 + "\n" }.joined(), limit: limit,
      patience: patience, at: place)
  }
}
