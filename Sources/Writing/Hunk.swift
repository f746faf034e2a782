/// A stretch in which two sequences differ: what goes, and what comes in its place.
package struct Hunk: Equatable, Sendable {
  package let old: Range<Int>
  package let new: Range<Int>

  /// The stretches in order.
  ///
  /// - Parameter most: what is between the first and the last difference is one stretch above so many elements, since
  ///   the search for what is the same takes as long as their square.
  package static func all<Element: Equatable>(
    from old: [Element], to new: [Element], most: Int = 1000
  ) -> [Hunk] {
    let common = min(old.count, new.count)
    var head = 0
    while head < common, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < common - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    let (gone, come) = (head..<old.count - tail, head..<new.count - tail)
    guard !gone.isEmpty || !come.isEmpty else { return [] }
    guard max(gone.count, come.count) <= most else { return [Hunk(old: gone, new: come)] }
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in new[come].difference(from: old[gone]) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset + head)
      case .insert(let offset, _, _): inserted.insert(offset + head)
      }
    }
    var hunks: [Hunk] = []
    var (one, two) = (gone.lowerBound, come.lowerBound)
    while one < gone.upperBound || two < come.upperBound {
      let (start, begin) = (one, two)
      while removed.contains(one) { one += 1 }
      while inserted.contains(two) { two += 1 }
      if one > start || two > begin {
        hunks.append(Hunk(old: start..<one, new: begin..<two))
      } else {
        (one, two) = (one + 1, two + 1)
      }
    }
    return hunks
  }
}
