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
}
