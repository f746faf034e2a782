import Diagnostics

/// Where the scalars of a text begin, for stepping over many of them at once.
///
/// libyaml counts columns in scalars, and a whole file may be one line: to walk from its beginning for
/// every value would take the square of its length.
struct ScalarIndex {
  private static let stride = 64

  private let text: String
  /// The bytes where every 64th scalar begins; none for a text whose scalars are one byte each.
  private let stops: [Int]

  init(_ text: String) {
    self.text = text
    let bytes = text.utf8.span
    var scalars = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
    guard scalars < bytes.count else {
      stops = []
      return
    }
    var stops: [Int] = []
    stops.reserveCapacity(scalars / ScalarIndex.stride + 1)
    var seen = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      if seen.isMultiple(of: ScalarIndex.stride) { stops.append(index) }
      seen += 1
    }
    self.stops = stops
  }

  /// The byte some scalars after another byte, at most the end of the text.
  func byte(_ distance: Int, from start: Int) -> Int {
    let bytes = text.utf8.span
    guard !stops.isEmpty else { return min(start + max(0, distance), bytes.count) }
    var at = start
    var left = distance
    // The last stop before the start, and the scalars between the two.
    let before = stops.partitionIndex { $0 > start } - 1
    if left > ScalarIndex.stride, before >= 0 {
      var between = 0
      for index in stops[before]..<start where bytes[index] & 0xC0 != 0x80 { between += 1 }
      let wanted = before * ScalarIndex.stride + between + left
      let stop = min(wanted / ScalarIndex.stride, stops.count - 1)
      (at, left) = (stops[stop], wanted - stop * ScalarIndex.stride)
    }
    while left > 0, at < bytes.count {
      at += 1
      while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
      left -= 1
    }
    return at
  }
}
