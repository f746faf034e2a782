import Files

/// A place that `rsync` reaches over SSH, which puts each file in its place in one step.
struct RsyncStore: FileStore {
  let place: SecureShellPlace
  /// An empty folder of this machine: what is missing there goes.
  let nothing: String
  var name: String { place.name }

  func list(_ folders: Set<String>) async throws(PublishError) -> Listing {
    // A folder with a `/` at its end stands for what is in it. That the place itself is there is seen
    // first: what is missing below it is no mistake.
    let names = folders.map { $0.isEmpty ? "./" : $0 + "/" }
    let output = try await run(
      ["--dirs", "--list-only", "--no-human-readable", "--8-bit-output"]
        + ["--ignore-missing-args", "--files-from=-", place.name + "/", nothing],
      names)
    return Listing(rsync: output)
  }

  func fetch(
    _ paths: [String], to folder: String, limit: Int
  ) async throws(PublishError) {
    try PublishError.wrapping { () throws(FileError) in try FileSystem.makeFolder(folder) }
    try await run(
      ["--files-from=-", "--times", place.name + "/", folder + "/"], paths, limit: limit)
  }

  func put(
    _ paths: [String], from folder: String, replacing: Set<String>
  ) async throws(PublishError) {
    // What is half there is kept out of the way, as soon as there is a place for it.
    let isFirst = paths.allSatisfy { $0.hasPrefix(RemoteSite.work + "/") }
    try await run(
      ["--ignore-times", "--files-from=-"] + (isFirst ? [] : ["--temp-dir=" + RemoteSite.work])
        + [folder + "/", place.name + "/"], paths)
  }

  func remove(_ paths: [String], folders: [String]) async throws(PublishError) {
    if !paths.isEmpty { try await removeMissing(paths) }
    // Deepest first, as a folder has to be empty.
    for folder in folders { try await removeMissing([folder]) }
  }

  private func removeMissing(_ paths: [String]) async throws(PublishError) {
    // The files to delete are missing here on purpose; this status reports just that.
    let isMissing = 24
    try await run(
      ["--delete-missing-args", "--files-from=-", nothing + "/", place.name + "/"], paths,
      fine: [0, isMissing])
  }

  func clearWork(_ list: String) async throws(PublishError) {
    try await run(
      ["--recursive", "--delete", "--exclude=/" + Path.name(of: list)]
        + ["--exclude=/" + Ticket.pattern, nothing + "/", "\(place.name)/\(RemoteSite.work)/"], [])
    try await remove([list], folders: [])
  }

  /// - Parameter paths: for `--files-from`; a path may begin as a comment does.
  @discardableResult
  private func run(
    _ arguments: [String], _ paths: [String], fine: Set<Int> = [0], limit: Int = 0
  ) async throws(PublishError) -> String {
    let shell = place.access.shell ?? (["ssh"] + SecureShellPlace.options).joined(separator: " ")
    return try await Tool.rsync.call(
      ["--rsh=" + shell, "--protect-args", "--timeout=120", "--from0"] + arguments,
      input: paths.map { $0 + "\0" }.joined(), fine: fine, limit: limit,
      patience: place.access.patience, at: name)
  }
}
