import Glibc

/// Standard output and standard error.
enum Terminal {
  static func output(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      // A reader that went away (`| head`) is no reason to fail.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether somebody may be there to answer.
  static var isAsked: Bool { isatty(STDIN_FILENO) == 1 }

  /// The line that somebody at the terminal answers with; nil where nobody is there.
  static func ask(_ question: String) -> String? {
    guard isAsked else { return nil }
    write(question, to: STDERR_FILENO)
    return readLine().map { String($0.drop { $0 == " " }) }
  }

  /// All of standard input.
  static func input() -> String {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    return text
  }

  /// Colour is for people at a terminal who did not decline it (https://no-color.org).
  static func isColoured(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && (environment("NO_COLOR") ?? "").isEmpty
      && environment("TERM") != "dumb"
  }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
