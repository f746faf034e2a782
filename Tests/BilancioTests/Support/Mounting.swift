import Foundation

/// Runs a program; what it says is not shown.
func shell(_ words: [String]) throws {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = words
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  if process.terminationStatus != 0 { throw CocoaError(.fileWriteUnknown) }
}

/// Whether this user may mount a file system, as administrators may.
func canMount() -> Bool {
  guard let scratch = try? Scratch() else { return false }
  do {
    try shell(["mount", "-t", "tmpfs", "tmpfs", scratch.folder.path])
    try shell(["umount", scratch.folder.path])
    return true
  } catch {
    return false
  }
}
