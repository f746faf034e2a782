/// How far two texts are apart, line by line.
struct TextDifference {
  /// The lines that only one of them has, or has more often: the greater of the two counts.
  let lines: Int
  /// The first line, from 0, in which the second differs; nil where they are equal.
  let first: Int?
  /// Of the lines with words of the shorter one, the share that the other has too.
  let alike: Double
  /// Whether both have the line that names what they are about.
  let sharesName: Bool

  /// Whether the one was made of the other, whatever their names.
  var isOfOneText: Bool { alike >= 0.9 || sharesName && alike >= 0.5 }

  init(_ original: String, _ copy: String) { self.init(Lines(original), copy) }

  /// It takes as long as the copy is, however long the original: of that there may be thousands of copies.
  init(_ original: Lines, _ copy: String) {
    let before = original.lines
    let after = TextDifference.lines(of: copy)
    first =
      zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? (before.count == after.count ? nil : min(before.count, after.count))
    // How often lines of the original were met.
    var met: [Substring: Int] = [:]
    var (added, common) = (0, 0)
    var sharesName = false
    for line in after {
      let count = met[line, default: 0]
      if count < original.counts[line, default: 0] {
        met[line] = count + 1
        if line.utf8.count > 3 { common += 1 }
        if TextDifference.names.contains(where: line.hasPrefix) { sharesName = true }
      } else {
        added += 1
      }
    }
    self.sharesName = sharesName
    lines = max(added, before.count - (after.count - added))
    let shorter = min(original.withWords, after.count { $0.utf8.count > 3 })
    alike = shorter == 0 ? (lines == 0 ? 1 : 0) : Double(common) / Double(shorter)
  }

  /// The lines of a text, to lay others beside.
  struct Lines {
    fileprivate let lines: [Substring]
    fileprivate let counts: [Substring: Int]
    fileprivate let withWords: Int

    init(_ text: String) {
      lines = TextDifference.lines(of: text)
      counts = Dictionary(lines.map { ($0, 1) }, uniquingKeysWith: +)
      withWords = lines.count { $0.utf8.count > 3 }
    }
  }

  private static let names = ["numero:", "number:", "nome:", "name:", "anno:", "year:"]

  private static func lines(of text: String) -> [Substring] {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
