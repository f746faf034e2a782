/// Paragraphs one below the other, and the lines among them that were meant as entries of a list.
struct ListRun {
  struct Entry {
    let mark: ListMark
    let range: Range<Int>
  }

  /// The first line of each list.
  private(set) var entries: [Entry] = []

  init(_ run: ArraySlice<WrittenText.Paragraph>, of text: WrittenText) {
    let lines = run.flatMap(\.lines)
    let marks = lines.map { ListMark($0.range, of: text) }
    var at = 0
    while at < lines.count {
      guard let mark = marks[at] else {
        at += 1
        continue
      }
      var end = at + 1
      // An entry may go on over the next line, not over two.
      var last = mark
      var members = [at]
      while end < lines.count, end - (members.last ?? at) <= 2 {
        if let next = marks[end], next.kind.follows(last.kind) {
          members.append(end)
          last = next
        }
        end += 1
      }
      let isIntroduced =
        at > 0 && text.bytes[..<lines[at - 1].range.upperBound].last == UInt8(ascii: ":")
      if ListRun.isList(mark, members.map { lines[$0].range }, isIntroduced, text) {
        entries.append(Entry(mark: mark, range: lines[at].range))
        at = (members.last ?? at) + 1
        while at < lines.count, let next = marks[at], next.kind.follows(mark.kind) { at += 1 }
      } else {
        at = (members.last ?? at) + 1
      }
    }
  }

  private static func isList(
    _ mark: ListMark, _ lines: [Range<Int>], _ isIntroduced: Bool, _ text: WrittenText
  ) -> Bool {
    switch mark.kind {
    case .number, .letter, .roman: return lines.count > 1
    case .bullet(let sign) where sign == "o":
      return mark.isSure || lines.count > 1 && isIntroduced
    case .bullet: return mark.isSure || lines.count > 1
    case .dash:
      if mark.isSure || isIntroduced { return true }
      return lines.count > 1 && !lines.allSatisfy { isSpoken($0, text) }
    }
  }

  /// Whether a line with a dash before it is what somebody says: a sentence with its end.
  private static func isSpoken(_ line: Range<Int>, _ text: WrittenText) -> Bool {
    let words = text.string(line).drop { !$0.isLetter && $0 != "«" && $0 != "“" }
    guard let first = words.first, first.isUppercase || !first.isLetter, let last = words.last
    else { return false }
    return ".!?»”…".contains(last)
  }
}
