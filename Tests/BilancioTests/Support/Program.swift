import Foundation
import Testing

/// The built program, run as its users run it.
enum Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The repository's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program that was built with these tests, which stands beside their bundle.
  static let executable: URL = {
    let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    var candidates = [bundle.deletingLastPathComponent().appending(path: "bilancio")]
    for argument in CommandLine.arguments
    where argument.contains("BilancioPackageTests") || argument.contains(".xctest") {
      candidates.append(
        URL(filePath: argument).deletingLastPathComponent().appending(path: "bilancio"))
    }
    candidates.append(root.appending(path: ".build/debug/bilancio"))
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? candidates[0]
  }()

  /// - Parameters:
  ///   - isOnOneCore: whether the program may use only one of the machine's cores.
  ///   - program: where it stands, if not where it was built.
  static func process(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    isOnOneCore: Bool = false, program: URL? = nil
  ) -> Process {
    let process = Process()
    let executable = program ?? executable
    process.executableURL = isOnOneCore ? URL(filePath: "/usr/bin/taskset") : executable
    process.arguments = isOnOneCore ? ["-c", "0", executable.path] + arguments : arguments
    process.currentDirectoryURL = folder
    var all = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]
    all.merge(environment) { _, new in new }
    process.environment = all
    return process
  }

  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    isOnOneCore: Bool = false, program: URL? = nil
  ) throws -> Outcome {
    try outcome(
      of: process(
        arguments, in: folder, environment: environment, isOnOneCore: isOnOneCore,
        program: program))
  }

  /// Whether what takes long is left out, as `make quick` asks.
  static let isInHaste = ProcessInfo.processInfo.environment["BILANCIO_QUICK"] == "1"

  static func isInstalled(_ tool: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + tool)
  }

  /// Runs lines of a shell.
  static func shell(_ lines: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", lines]
    return try outcome(of: process)
  }

  private static func outcome(of process: Process) throws -> Outcome {
    // Files, not pipes: a pipe that nobody reads would stop a program with much to say.
    let scratch = try Scratch()
    let (output, errors) = (
      scratch.folder.appending(path: "out"), scratch.folder.appending(path: "err")
    )
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

extension Trait where Self == ConditionTrait {
  /// Takes more than some seconds, and is left out of `make quick`.
  static var slow: Self { .disabled(if: Program.isInHaste, "left out by `make quick`") }
}

/// A folder for one test, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bilancio-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

/// The files of a folder by relative path.
func tree(_ folder: URL) throws -> [String: Data] {
  var result: [String: Data] = [:]
  let base = folder.resolvingSymlinksInPath().path
  guard let walker = FileManager.default.enumerator(atPath: base) else { return [:] }
  for case let path as String in walker {
    guard walker.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
    result[path] = try Data(contentsOf: URL(filePath: base + "/" + path))
  }
  return result
}
