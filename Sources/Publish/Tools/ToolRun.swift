import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// One run of a tool, which is ended where it gives no more sign of life or has no end of words.
struct ToolRun: Sendable {
  let program: FilePath
  let arguments: [String]
  let environment: Environment
  /// How long it may move next to nothing.
  let patience: Duration
  /// The most bytes that it may say, and that any file it makes here may have.
  let limit: Int

  enum Ending: Sendable {
    /// Nil where a signal ended it.
    case ended(status: Int?)
    /// Ended by us, as it moved nothing for so long.
    case silent
    /// Ended by us, because it printed too much.
    case endless
  }

  /// The process, from its start to its end.
  private final class Started: Sendable {
    let identifier = Mutex<pid_t?>(nil)
  }

  private static let look = Duration.milliseconds(200)
  /// Less than this is what lines move that are only kept open.
  private static let sign = 16_384
  /// However much moves: no single call brings as much as takes this long.
  private static let longest = Duration.seconds(12 * 60 * 60)

  /// - Parameters:
  ///   - input: what it reads.
  ///   - words: for what it says, on standard output and standard error.
  func wait(
    input: borrowing MemoryFile, output: borrowing MemoryFile, errors: borrowing MemoryFile
  ) async throws -> Ending {
    let descriptors = (input.descriptor, output.descriptor, errors.descriptor)
    let process = Started()
    return try await withThrowingTaskGroup(of: Ending?.self) { group in
      group.addTask {
        let result = try await run(
          .path(program), arguments: Arguments(arguments), environment: environment,
          input: .fileDescriptor(
            FileDescriptor(rawValue: descriptors.0), closeAfterSpawningProcess: false),
          output: .fileDescriptor(
            FileDescriptor(rawValue: descriptors.1), closeAfterSpawningProcess: false),
          error: .fileDescriptor(
            FileDescriptor(rawValue: descriptors.2), closeAfterSpawningProcess: false)
        ) { execution in
          process.identifier.withLock { $0 = execution.processIdentifier.value }
        }
        process.identifier.withLock { $0 = nil }
        if case .exited(let code) = result.terminationStatus { return .ended(status: Int(code)) }
        return .ended(status: nil)
      }
      group.addTask { await watch(process, [descriptors.1, descriptors.2]) }
      var (end, stop) = (Ending.ended(status: nil), Ending?.none)
      // The watch ends with the tool, and the tool with the watch.
      for try await part in group {
        switch part {
        case .ended?:
          end = part ?? end
          group.cancelAll()
        case .silent?, .endless?: stop = part
        case nil: break
        }
      }
      return stop ?? end
    }
  }

  /// Ends a tool that should not go on; nil where it came to its own end.
  private func watch(_ process: Started, _ words: [Int32]) async -> Ending? {
    let clock = ContinuousClock()
    let begin = clock.now
    var (last, moved, said) = (begin, 0, 0)
    while (try? await Task.sleep(for: ToolRun.look)) != nil {
      guard let root = process.identifier.withLock({ $0 }) else { continue }
      let tree = ProcessTree(root: root)
      let now = (moved: tree.moved, said: words.reduce(0) { $0 + ToolRun.size($1) })
      // Where one of several ends, what it moved is counted no more.
      if now.said != said || abs(now.moved &- moved) >= ToolRun.sign {
        (last, moved, said) = (clock.now, now.moved, now.said)
      }
      let ending: Ending? =
        said >= limit
        ? .endless
        : last.duration(to: clock.now) > patience || begin.duration(to: clock.now) > ToolRun.longest
          ? .silent : nil
      guard let ending else { continue }
      tree.end()
      return ending
    }
    return nil
  }

  private static func size(_ descriptor: Int32) -> Int {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }
}
