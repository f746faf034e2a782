import CLinux

extension Substring {
  /// The bytes of the text, copied all at once; the collection's own copy goes byte by byte.
  package var copiedBytes: [UInt8] {
    unsafe utf8.withContiguousStorageIfAvailable { unsafe Array($0) } ?? Array(utf8)
  }

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

extension [UInt8] {
  /// Where some bytes stand in others, searched many at a time; the collections' own search takes a hundred times as
  /// long.
  package func offset(of needle: [UInt8], from start: Int = 0) -> Int? {
    guard !needle.isEmpty, start >= 0, start < count else { return nil }
    return unsafe withUnsafeBufferPointer { bytes -> Int? in
      unsafe needle.withUnsafeBufferPointer { needle -> Int? in
        guard let base = bytes.baseAddress else { return nil }
        let place = unsafe memmem(
          base + start, UInt(bytes.count - start), needle.baseAddress, UInt(needle.count))
        guard let place = unsafe place else { return nil }
        return unsafe UnsafePointer(place.assumingMemoryBound(to: UInt8.self)) - base
      }
    }
  }
}

/// A text as a key, hashed and compared byte by byte.
///
/// Texts are composed when they are read, so that what is equal has equal bytes; a string would be
/// composed again for each look-up.
package struct TextKey: Hashable, Sendable {
  package let text: Substring

  package init(_ text: Substring) { self.text = text }

  package static func == (a: TextKey, b: TextKey) -> Bool {
    let (first, second) = (a.text.utf8.span, b.text.utf8.span)
    guard first.count == second.count else { return false }
    for at in first.indices where first[at] != second[at] { return false }
    return true
  }

  package func hash(into hasher: inout Hasher) {
    let isWhole: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    }
    // A text that lies in pieces, which none of a file does.
    if isWhole == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
