/// Stretches of a text, joined where they meet, so that what a place stands in is found by halving.
struct Stretches {
  private let ranges: [Range<Int>]

  init(_ ranges: some Sequence<Range<Int>>) {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    self.ranges = joined
  }

  func contains(_ place: Int) -> Bool { overlaps(place..<place + 1) }

  func overlaps(_ range: Range<Int>) -> Bool {
    var (first, behind) = (0, ranges.count)
    while first < behind {
      let middle = (first + behind) / 2
      if ranges[middle].upperBound <= range.lowerBound {
        first = middle + 1
      } else {
        behind = middle
      }
    }
    return first < ranges.count && ranges[first].overlaps(range)
  }
}
