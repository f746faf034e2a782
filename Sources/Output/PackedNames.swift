import Files
import Glibc

/// The names in a ZIP file: that all are there, each with all its bytes, and marked as what they are.
///
/// `zip` leaves out what it cannot look at, and takes a file for read that gave only its beginning, without
/// a word; and it writes names in UTF-8 without saying so, and readers then take accents for signs of old
/// screens.
///
/// The parts of the file are named as in APPNOTE.TXT 6.3.10 (PKWARE), 4.3 and 4.4.4.
enum PackedNames {
  /// Bit 11 of the general purpose flag, in its second byte.
  private static let isUTF8: UInt8 = 0x08
  /// Stands for a number that is in the ZIP64 fields.
  private static let elsewhere = 0xFFFF_FFFF

  /// - Parameter sizes: the files that must be there, with their lengths.
  /// - Throws: `FileError` with the name of the first that is not, or not whole.
  static func settle(_ path: String, _ sizes: [BytePath: Int]) throws(FileError) {
    var missing = sizes
    let file = try PatchedFile(path)
    let directory = try directory(of: file)
    var place = 0
    while place + 46 <= directory.bytes.count, directory.bytes.number(4, at: place) == 0x0201_4B50 {
      let bytes = directory.bytes
      let nameLength = bytes.number(2, at: place + 28)
      let extraLength = bytes.number(2, at: place + 30)
      let end = place + 46 + nameLength + extraLength + bytes.number(2, at: place + 32)
      guard end <= bytes.count else { throw file.isDamaged }
      let name = bytes[(place + 46)..<(place + 46 + nameLength)]
      let extra = Array(bytes[(place + 46 + nameLength)..<(place + 46 + nameLength + extraLength)])
      let size = try number(at: 24, ofEntry: bytes, at: place, extra, file)
      if missing[BytePath(Array(name))] == size { missing[BytePath(Array(name))] = nil }
      if name.contains(where: { $0 >= 0x80 }) {
        let local = try number(at: 42, ofEntry: bytes, at: place, extra, file)
        // In the directory and before the file itself.
        try file.set(isUTF8, at: directory.place + place + 9)
        try file.set(isUTF8, at: local + 7)
      }
      place = end
    }
    if let first = missing.keys.min() { throw FileError(.read, first.text, code: ENODATA) }
  }

  /// The central directory and where it stands.
  private static func directory(
    of file: borrowing PatchedFile
  ) throws(FileError) -> (bytes: [UInt8], place: Int) {
    // There is no comment after its end: `zip` was not asked for one.
    let end = try file.read(22, at: file.length - 22)
    guard end.number(4, at: 0) == 0x0605_4B50 else { throw file.isDamaged }
    var (length, place) = (end.number(4, at: 12), end.number(4, at: 16))
    if length == elsewhere || place == elsewhere || end.number(2, at: 10) == 0xFFFF {
      let locator = try file.read(20, at: file.length - 42)
      guard locator.number(4, at: 0) == 0x0706_4B50 else { throw file.isDamaged }
      let record = try file.read(56, at: locator.number(8, at: 8))
      (length, place) = (record.number(8, at: 40), record.number(8, at: 48))
    }
    return (try file.read(length, at: place), place)
  }

  /// A size of an entry (24, and packed 20), or where its local header stands (42).
  private static func number(
    at offset: Int, ofEntry bytes: [UInt8], at place: Int, _ extra: [UInt8],
    _ file: borrowing PatchedFile
  ) throws(FileError) -> Int {
    let number = bytes.number(4, at: place + offset)
    guard number == elsewhere else { return number }
    // It comes after those that stand before it, each of which is there only where it is too large as well.
    let before = [24, 20, 42].prefix { $0 != offset }.count {
      bytes.number(4, at: place + $0) == elsewhere
    }
    var field = 0
    while field + 4 <= extra.count {
      let length = extra.number(2, at: field + 2)
      let value = field + 4 + before * 8
      if extra.number(2, at: field) == 1, value + 8 <= extra.count {
        return extra.number(8, at: value)
      }
      field += 4 + length
    }
    throw file.isDamaged
  }
}

extension [UInt8] {
  /// A number of some bytes, the lowest first; the highest bit of eight, which no size has, is left out.
  fileprivate func number(_ count: Int, at place: Int) -> Int {
    (0..<count).reversed().reduce(0) { ($0 << 8 | Int(self[place + $1])) & .max }
  }
}

/// A file of ours in which single bits are set.
private struct PatchedFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  let length: Int

  init(_ path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.write, path) }
    (self.descriptor, self.path) = (descriptor, path)
    length = lseek(descriptor, 0, SEEK_END)
  }

  deinit { close(descriptor) }

  var isDamaged: FileError { FileError(.read, path, code: ENODATA) }

  borrowing func read(_ count: Int, at place: Int) throws(FileError) -> [UInt8] {
    guard place >= 0, count >= 0, count <= length, place <= length - count else { throw isDamaged }
    var bytes = [UInt8](repeating: 0, count: count)
    var got = 0
    while got < count {
      let more = unsafe bytes.withUnsafeMutableBytes { buffer in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[got...])
        return unsafe pread(descriptor, rest.baseAddress, rest.count, place + got)
      }
      if more < 0, errno == EINTR { continue }
      if more < 0 { throw FileError(.read, path) }
      if more == 0 { throw isDamaged }
      got += more
    }
    return bytes
  }

  borrowing func set(_ bit: UInt8, at place: Int) throws(FileError) {
    var byte = try read(1, at: place)
    byte[0] |= bit
    guard unsafe pwrite(descriptor, byte, 1, place) == 1 else { throw FileError(.write, path) }
  }
}
