import CZlib

/// What was packed by DEFLATE (RFC 1951), within bounds that the caller sets.
package enum Inflation {
  /// The bytes of a stream without a head, as zip archives have it.
  ///
  /// - Returns: nil where they are none, or are not so many.
  package static func bytes(of packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    // One byte more shows what would be longer than it says.
    guard let made = unpacked(packed, window: -MAX_WBITS, room: size + 1), made.isWhole,
      made.bytes.count == size
    else { return nil }
    return made.bytes
  }

  /// The bytes of a stream with zlib's head and checksum (RFC 1950), as PDF has it.
  ///
  /// - Returns: nil where they are none, or more than so many.
  package static func bytes(ofStream packed: ArraySlice<UInt8>, most: Int) -> [UInt8]? {
    guard let made = unpacked(packed, window: MAX_WBITS, room: most), made.isWhole else {
      return nil
    }
    return made.bytes
  }

  private static func unpacked(
    _ packed: ArraySlice<UInt8>, window: Int32, room: Int
  ) -> (bytes: [UInt8], isWhole: Bool)? {
    guard let space = UInt32(exactly: room), let count = UInt32(exactly: packed.count) else {
      return nil
    }
    var stream = unsafe z_stream()
    let isReady = unsafe inflateInit2_(
      &stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard isReady == Z_OK else { return nil }
    defer { unsafe inflateEnd(&stream) }
    var input = Array(packed)
    var output = [UInt8](repeating: 0, count: room)
    let result = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target -> Int32 in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = count
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = space
        return unsafe inflate(&stream, Z_FINISH)
      }
    }
    let made = unsafe Int(stream.total_out)
    output.removeLast(room - min(room, made))
    return (output, result == Z_STREAM_END)
  }

  /// CRC-32, as zip archives have it.
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(
      truncatingIfNeeded: unsafe bytes.withUnsafeBufferPointer {
        unsafe crc32_z(0, $0.baseAddress, $0.count)
      })
  }
}
