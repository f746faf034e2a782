import Desk
import Diagnostics
import Files
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

  /// All of standard input, up to what no text has.
  static func input() throws(DeskError) -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= most {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .file(FileError(.read, "standard input")) }
      if count == 0 { break }
      bytes += piece[..<count]
    }
    guard bytes.count <= most else {
      throw .unfitText(
        Phrase(
          it: "quello che arriva dallo standard input è troppo: al massimo 4 MiB",
          en: "what comes from standard input is too much: 4 MiB at most"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unfitText(
        Phrase(
          it: "quello che arriva dallo standard input non è in UTF-8",
          en: "what comes from standard input is not in UTF-8"))
    }
    return text
  }

  private static let most = 4 << 20

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
