import Files

/// The texts and the theme as version control has them, for a record of what was published.
///
/// They may have come from anybody, with a repository of theirs: nothing that it names is run.
package struct WorkingCopy: Sendable {
  /// The commit that they are of.
  package let commit: String
  /// Whether there is more than the commit has.
  package let isChanged: Bool

  /// Nil where the folder is under no version control, or git is not installed.
  ///
  /// - Parameter patience: how long a tool may give no sign; git, which asks no other machine, has less.
  /// - Throws: `PublishError` where git gives no sign of life.
  package init?(_ folders: [String], patience: Duration) async throws(PublishError) {
    let patience = min(patience, .seconds(60))
    guard let first = folders.first, await Tool.git.isInstalled,
      let git = try await Repository(first, patience),
      let head = try await git.ask(["rev-parse", "--short=12", "HEAD"])
    else { return nil }
    commit = head.filter(\.isHexDigit)
    guard !commit.isEmpty else { return nil }
    var isChanged = false
    for folder in folders {
      // What git cannot report is in no commit that anybody could find.
      let status = try await Repository(folder, patience)?.ask([
        "status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=all", "--", ".",
      ])
      if status?.isEmpty != true { isChanged = true }
    }
    self.isChanged = isChanged
  }
}

/// A repository that is read, and in which nothing is run.
private struct Repository {
  let folder: String
  let patience: Duration
  /// Settings that count more than its own.
  private var settings = Repository.harmless

  /// What a repository may have git run when it looks for changes, and what git may fetch for it.
  private static let harmless = [
    ("core.fsmonitor", "false"), ("core.hooksPath", "/dev/null"), ("core.pager", "cat"),
    ("core.sshCommand", "false"), ("core.gitProxy", ""), ("credential.helper", ""),
    ("diff.external", ""), ("gc.auto", "0"), ("maintenance.auto", "false"),
    // A folder that only looks as git's own, with settings in it, is none.
    ("safe.bareRepository", "explicit"),
  ]

  private static let variables = [
    "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1", "GIT_PAGER": "cat", "GIT_ASKPASS": "false",
    // No way of fetching what is missing, whatever the repository allows.
    "GIT_ALLOW_PROTOCOL": "none",
  ]

  /// Nil where the folder is in none.
  init?(_ folder: String, _ patience: Duration) async throws(PublishError) {
    (self.folder, self.patience) = (folder, patience)
    // Filters are programs that change files on their way; those of the user's own settings stay, those
    // that came with the texts do not run.
    guard try await ask(["rev-parse", "--git-dir"]) != nil else { return nil }
    let list = ["config", "--show-scope", "--name-only", "-z", "--get-regexp", #"^filter\..*"#]
    let words = (try await ask(list) ?? "").utf8.split(separator: 0).map { String(Substring($0)) }
    for index in stride(from: 0, to: words.count - 1, by: 2)
    where !["system", "global"].contains(words[index]) {
      guard let dot = words[index + 1].lastIndex(of: ".") else { continue }
      let filter = words[index + 1][..<dot]
      settings += ["clean", "smudge", "process"].map { ("\(filter).\($0)", "") }
      settings.append(("\(filter).required", "false"))
    }
  }

  /// - Returns: what git says; nil where it refuses.
  func ask(_ arguments: [String]) async throws(PublishError) -> String? {
    // Names of settings may have any sign, which the command line would read otherwise.
    var variables = Repository.variables
    variables["GIT_CONFIG_COUNT"] = String(settings.count)
    for (index, setting) in settings.enumerated() {
      variables["GIT_CONFIG_KEY_\(index)"] = setting.0
      variables["GIT_CONFIG_VALUE_\(index)"] = setting.1
    }
    let answer = try await Tool.git.ask(
      ["-C", folder] + arguments, variables: variables, patience: patience)
    return answer.isSuccess ? answer.output : nil
  }
}
