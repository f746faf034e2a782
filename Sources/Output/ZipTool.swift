package import Files
import Glibc
import Subprocess
import SystemPackage

/// Debian's `zip` at work in a folder: the same bytes for the same files, and none of them left out.
package struct ZipTool: Sendable {
  package static let name = "zip"
  /// The first moment that ZIP can store, 1980-01-01 in UTC, for every file: when it was packed is none of its
  /// bytes.
  private static let moment = 315_532_800

  private let folder: String
  private let target: String

  /// - Parameters:
  ///   - folder: what the names of files are relative to.
  ///   - target: the file that is made, as a whole path: the tool works in the folder.
  package init(in folder: String, to target: String) {
    (self.folder, self.target) = (folder, target)
  }

  /// Adds files, in their order.
  ///
  /// - Parameter isCompressed: whether their bytes are made fewer.
  package func add(_ names: [String], isCompressed: Bool = true) async throws(OutputError) {
    do {
      for name in names {
        try FileSystem.setModified(Path.join(folder, name), to: ZipTool.moment)
      }
      // No extra fields, no folders: those would bring times and owners of this machine.
      let result = try await run(
        .name(ZipTool.name),
        arguments: Arguments(["-X", "-D", "-q"] + (isCompressed ? [] : ["-0"]) + [target, "-@"]),
        environment: .inherit.updating(["TZ": "UTC", "ZIPOPT": nil]),
        workingDirectory: FilePath(folder), input: .string(names.joined(separator: "\n") + "\n"),
        output: .string(limit: 4096), error: .string(limit: 4096))
      guard result.terminationStatus.isSuccess else {
        let words = result.standardOutput + result.standardError
        throw OutputError.tool(ZipTool.name, words.split(separator: "\n").joined(separator: " "))
      }
    } catch let error as OutputError {
      throw error
    } catch let error as FileError {
      throw .file(error)
    } catch let error as SubprocessError {
      throw unstarted(error)
    } catch {
      throw .tool(ZipTool.name, "\(error)")
    }
  }

  /// Why the tool did not even start.
  private func unstarted(_ error: SubprocessError) -> OutputError {
    switch (error.code, error.underlyingError) {
    case (.executableNotFound, _): .missingTool(ZipTool.name)
    case (.failedToChangeWorkingDirectory, let cause?):
      .file(FileError(.read, folder, code: cause.rawValue))
    default: .tool(ZipTool.name, "\(error)")
    }
  }

  /// Sees that all is in the file, which the tool may have left out without a word, and marks the names as UTF-8.
  ///
  /// - Parameter sizes: the files that must be there, with their lengths.
  package func settle(_ sizes: [BytePath: Int]) throws(OutputError) {
    do throws(FileError) {
      try PackedNames.settle(target, sizes)
    } catch {
      throw error.code == ENODATA ? .leftOut(ZipTool.name, error) : .file(error)
    }
  }
}
