import Files
import Glibc

/// A process with those that it started, as `/proc` shows them.
struct ProcessTree {
  let root: pid_t

  /// The root first; a process that ends meanwhile is left out.
  private var all: [pid_t] {
    var found = [root]
    var next = 0
    // No tool starts as many as this.
    while next < found.count, found.count < 1000 {
      found += ProcessTree.children(of: found[next])
      next += 1
    }
    return found
  }

  private static func children(of process: pid_t) -> [pid_t] {
    let tasks = "/proc/\(process)/task"
    return ((try? FileSystem.names(in: tasks)) ?? []).flatMap { task in
      words(of: "\(tasks)/\(task)/children").compactMap { pid_t($0) }
    }
  }

  private static func words(of path: String) -> [Substring] {
    let bytes = (try? FileSystem.read(path, limit: 1 << 16)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
  }

  /// How many bytes they have read and written by now, in files and on lines.
  var moved: Int {
    all.reduce(0) { sum, process in
      // `rchar: 1`, `wchar: 2` and others.
      let words = ProcessTree.words(of: "/proc/\(process)/io")
      return words.prefix(4).compactMap { Int($0) }.reduce(sum, &+)
    }
  }

  /// Ends them all at once, so that none goes on alone.
  func end() {
    for process in all.reversed() { kill(process, SIGKILL) }
  }
}
