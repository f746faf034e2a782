import Diagnostics
import Writing

/// The lines that are not the same in two files, with the number that each stretch of them begins at.
struct LineChange {
  /// Lines that go, and lines that come in their place.
  private struct Stretch {
    /// Of the first line in the old file, from 1.
    let number: Int
    let old: ArraySlice<Substring>
    let new: ArraySlice<Substring>
  }

  private let stretches: [Stretch]

  init(from old: [UInt8], to new: [UInt8]) {
    let (before, after) = (LineChange.lines(old), LineChange.lines(new))
    stretches = Hunk.all(from: before, to: after, most: 2000).map { hunk in
      Stretch(number: hunk.old.lowerBound + 1, old: before[hunk.old], new: after[hunk.new])
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// As a terminal may show it: nothing in it commands one, and no password is repeated.
  func text(_ path: String) -> String {
    let name = path.printable(keepsLines: false)
    return stretches.map { stretch in
      let lines = stretch.old.map { "- " + $0 } + stretch.new.map { "+ " + $0 }
      return (["\(name):\(stretch.number)"] + lines.map { Credentials.masked($0.printable()) })
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
