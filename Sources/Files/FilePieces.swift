import Glibc

/// A large file piece by piece: one of 700 MB costs no more memory than a page.
extension ReadableFile {
  /// Of a piece that is not the last.
  package static let pieceLength = 1 << 20

  /// The next piece, empty at the end.
  package borrowing func next() throws(FileError) -> [UInt8] {
    // One byte more than the file had, so that one that grew is read on.
    try piece(min(ReadableFile.pieceLength, max(0, status.size) + 1))
  }

  /// Goes back to the beginning.
  package borrowing func rewind() throws(FileError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileError(.read, path) }
  }

  /// Calls back with each piece that is left.
  package borrowing func eachPiece(
    _ body: ([UInt8]) throws(FileError) -> Void
  ) throws(FileError) {
    while true {
      let piece = try next()
      if piece.isEmpty { return }
      try body(piece)
    }
  }

  /// Whether what is left of two files is the same.
  ///
  /// - Parameter body: told each piece of this one that is.
  package borrowing func isSame(
    as other: borrowing ReadableFile, _ body: ([UInt8]) -> Void
  ) throws(FileError) -> Bool {
    while true {
      let piece = try next()
      guard try other.next() == piece else { return false }
      if piece.isEmpty { return true }
      body(piece)
    }
  }

  /// Writes what is left to a new file.
  ///
  /// - Parameter body: told each piece.
  package borrowing func copy(
    to path: String, _ body: ([UInt8]) -> Void
  ) throws(FileError) {
    let new = try NewFile(path)
    try eachPiece { piece throws(FileError) in
      try new.write(piece)
      body(piece)
    }
    try new.finish()
  }
}

/// A file that is written piece by piece.
package struct NewFile: ~Copyable {
  /// Nil when it is finished.
  private var descriptor: Int32?
  private let path: String

  /// - Parameter path: a name that is free.
  package init(_ path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(.write, path) }
    self.init(descriptor: descriptor, path)
  }

  init(descriptor: Int32, _ path: String) { (self.descriptor, self.path) = (descriptor, path) }

  deinit { if let descriptor { close(descriptor) } }

  package borrowing func write(_ bytes: [UInt8]) throws(FileError) {
    if let descriptor { try FileSystem.write(bytes, to: descriptor, path) }
  }

  /// A full disk may be told only at the end.
  package consuming func finish() throws(FileError) {
    guard let descriptor else { return }
    self.descriptor = nil
    guard close(descriptor) == 0 else { throw FileError(.write, path) }
  }
}
