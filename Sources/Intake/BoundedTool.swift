import Subprocess

/// Another program at work on what somebody sent: with nothing to ask, nothing to fetch, and an end.
enum BoundedTool {
  enum Outcome: Equatable {
    case done
    /// It is not on this machine.
    case missing
    /// It did not want, or took too long.
    case refused
  }

  /// Seconds; what takes longer is no document of an office.
  private static let patience = "60"

  /// - Parameter variables: what it is told beside what this program was told.
  static func run(
    _ name: String, _ arguments: [String], _ variables: [String: String] = [:]
  ) async -> Outcome {
    var told: [Environment.Key: String?] = [:]
    for (key, value) in variables { told[Environment.Key(stringLiteral: key)] = value }
    guard
      let result = try? await Subprocess.run(
        .name("timeout"), arguments: Arguments(["--kill-after=5", patience, name] + arguments),
        environment: .inherit.updating(told), output: .discarded,
        error: .discarded)
    else { return .missing }
    return switch result.terminationStatus {
    case .exited(0): .done
    case .exited(126), .exited(127): .missing
    default: .refused
    }
  }
}
