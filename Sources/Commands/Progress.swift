import Diagnostics
import Glibc
import Output
import Synchronization

/// A line at the terminal while a long build goes on; nothing for a short one or a file.
enum Progress {
  private static let step: Duration = .milliseconds(100)
  private static let patience: Duration = .milliseconds(700)

  /// - Parameter what: what is counted, in the plural.
  static func shown(
    _ isQuiet: Bool, _ language: Language, _ what: Phrase = Phrase(it: "pagine", en: "pages")
  ) -> Output.Progress {
    guard !isQuiet, isatty(STDERR_FILENO) == 1 else { return { _, _ in } }
    let start = ContinuousClock.now
    let last = Mutex(start)
    let shown = Mutex(false)
    let word = what.text(in: language)
    return { done, total in
      let now = ContinuousClock.now
      guard now - start > patience else { return }
      if done == total {
        if shown.withLock({ $0 }) { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
        return
      }
      let isDue = last.withLock { last in
        guard now - last > step else { return false }
        last = now
        return true
      }
      guard isDue else { return }
      shown.withLock { $0 = true }
      // Divided first: a server may have named any size.
      let share = total < 1000 ? done * 100 / max(1, total) : done / (total / 100)
      Terminal.write("\r\(word): \(share) %", to: STDERR_FILENO)
    }
  }
}
