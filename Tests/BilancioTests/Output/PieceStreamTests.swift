import Foundation
import Testing

@testable import Files
@testable import Output

/// Files that several jobs write.
@Suite struct PieceStreamTests {
  @Test func `pieces come in any order and stand in theirs`() throws {
    let scratch = try Scratch()
    let path = scratch.folder.path + "/file"
    let stream = PieceStream(path: "file", full: path)
    for number in [2, 0, 1, 3] { try stream.add([UInt8(number)], number: number) }
    let entry = try stream.finish()
    #expect(try FileSystem.read(path) == [0, 1, 2, 3])
    #expect(entry == Manifest.Entry(path: "file", bytes: [0, 1, 2, 3]))
  }

  @Test func `a file with a piece missing is none`() throws {
    let scratch = try Scratch()
    let stream = PieceStream(path: "file", full: scratch.folder.path + "/file")
    for number in [0, 2] { try stream.add([UInt8(number)], number: number) }
    #expect(throws: FileError.self) { _ = try stream.finish() }
  }
}
