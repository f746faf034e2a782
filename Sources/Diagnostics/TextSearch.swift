import CLinux

extension Substring {
  /// Where some bytes stand in the text, in bytes from its beginning; a text is searched many bytes at
  /// a time, which the collections' own search does not do.
  package func offset(of needle: StaticString, from start: Int = 0) -> Int? {
    let found = unsafe utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard let base = bytes.baseAddress, start < bytes.count else { return nil }
      let place = unsafe memmem(
        base + start, UInt(bytes.count - start), needle.utf8Start, UInt(needle.utf8CodeUnitCount))
      guard let place = unsafe place else { return nil }
      return unsafe UnsafePointer(place.assumingMemoryBound(to: UInt8.self)) - base
    }
    return found ?? nil
  }

  /// Where some bytes stand within a stretch of the text.
  package func offset(of needle: [UInt8], in stretch: Range<Int>) -> Int? {
    guard !needle.isEmpty else { return nil }
    let found = unsafe utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      let stretch = stretch.clamped(to: 0..<bytes.count)
      guard let base = bytes.baseAddress else { return nil }
      return unsafe needle.withUnsafeBufferPointer { needle -> Int? in
        let place = unsafe memmem(
          base + stretch.lowerBound, UInt(stretch.count), needle.baseAddress, UInt(needle.count))
        guard let place = unsafe place else { return nil }
        return unsafe UnsafePointer(place.assumingMemoryBound(to: UInt8.self)) - base
      }
    }
    return found ?? nil
  }
}
