import Subprocess
import SystemPackage

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

  /// The most bytes that a file of its making may have.
  private static let mostOfFile = 256 << 20

  /// - Parameters:
  ///   - variables: what it is told beside what this program was told.
  ///   - output: the file for what it says; nil where that is of no account.
  static func run(
    _ name: String, _ arguments: [String], _ variables: [String: String] = [:],
    output: String? = nil
  ) async -> Outcome {
    var told: [Environment.Key: String?] = [:]
    for (key, value) in variables { told[Environment.Key(stringLiteral: key)] = value }
    let words =
      ["--kill-after=5", patience, "prlimit", "--fsize=\(mostOfFile)", "--core=0", name] + arguments
    let environment = Environment.inherit.updating(told)
    var status: TerminationStatus?
    if let output {
      guard
        let file = try? FileDescriptor.open(
          FilePath(output), .writeOnly, options: [.create, .truncate],
          permissions: [.ownerReadWrite])
      else { return .refused }
      status = try? await Subprocess.run(
        .name("timeout"), arguments: Arguments(words), environment: environment,
        output: .fileDescriptor(file, closeAfterSpawningProcess: true), error: .discarded
      ).terminationStatus
    } else {
      status = try? await Subprocess.run(
        .name("timeout"), arguments: Arguments(words), environment: environment,
        output: .discarded, error: .discarded
      ).terminationStatus
    }
    guard let status else { return .missing }
    return switch status {
    case .exited(0): .done
    case .exited(126), .exited(127): .missing
    default: .refused
    }
  }
}
