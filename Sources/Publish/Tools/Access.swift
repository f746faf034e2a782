/// What this machine has for reaching others.
package struct Access: Sendable {
  /// A program in place of `ssh`; nil for `ssh` itself.
  let shell: String?
  /// How long a tool may give no sign of life.
  package let patience: Duration
  /// The folder that `~` stands for; nil where the user has none.
  let userFolder: String?

  /// - Parameter patience: in whole seconds; nil, or what is no such number, for the usual.
  package init(shell: String? = nil, patience: String? = nil, userFolder: String? = nil) {
    self.shell = shell
    // A day at most, so that no sum is too large.
    let seconds = patience.flatMap(Int.init).flatMap { (1...86_400).contains($0) ? $0 : nil }
    self.patience = seconds.map(Duration.seconds) ?? Tool.patience
    self.userFolder = userFolder
  }
}
