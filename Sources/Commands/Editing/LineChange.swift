import Diagnostics

/// The lines that are not the same in two files, with the number that each stretch of them begins at.
struct LineChange {
  /// Lines that go, and lines that come in their place.
  private struct Stretch {
    /// Of the first line in the old file, from 1.
    let number: Int
    var old: [Substring] = []
    var new: [Substring] = []
  }

  private let stretches: [Stretch]
  /// Above that, all that is between the first change and the last is shown as one.
  private static let most = 2000

  init(from old: [UInt8], to new: [UInt8]) {
    let (before, after) = (LineChange.lines(old), LineChange.lines(new))
    let common = min(before.count, after.count)
    var head = 0
    while head < common, before[head] == after[head] { head += 1 }
    var tail = 0
    while tail < common - head, before[before.count - 1 - tail] == after[after.count - 1 - tail] {
      tail += 1
    }
    let (gone, come) = (before[head..<before.count - tail], after[head..<after.count - tail])
    guard max(gone.count, come.count) <= LineChange.most else {
      stretches = [Stretch(number: head + 1, old: Array(gone), new: Array(come))]
      return
    }
    stretches = LineChange.stretches(Array(gone), Array(come), from: head + 1)
  }

  private static func stretches(
    _ old: [Substring], _ new: [Substring], from start: Int
  ) -> [Stretch] {
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var stretches: [Stretch] = []
    var (one, two) = (0, 0)
    var isOpen = false
    while one < old.count || two < new.count {
      let (goes, comes) = (removed.contains(one), inserted.contains(two))
      guard goes || comes else {
        (one, two, isOpen) = (one + 1, two + 1, false)
        continue
      }
      if !isOpen { stretches.append(Stretch(number: start + one)) }
      isOpen = true
      if goes {
        stretches[stretches.count - 1].old.append(old[one])
        one += 1
      } else {
        stretches[stretches.count - 1].new.append(new[two])
        two += 1
      }
    }
    return stretches
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
