import Files
import SocialReport

/// The name that somebody gave themselves in the studio, for the next start on this machine.
struct KeptAuthor {
  private let path: String

  /// - Parameter state: where programs keep what is not to be lost (`XDG_STATE_HOME`).
  init(state: String) { path = Path.join(state, "bilancio/autore.txt") }

  /// Nil where nobody said it, or it cannot be read.
  var name: String? {
    guard let bytes = try? ReadableFile(path).bytes(), bytes.count < 1000 else { return nil }
    let name = FormValue.received(String(decoding: bytes, as: UTF8.self), .text())
    return name.isEmpty ? nil : name
  }

  /// That it cannot be kept is no reason not to go on: it is asked for again.
  func keep(_ name: String) {
    try? FileSystem.put(Array(name.utf8), at: path)
  }
}
