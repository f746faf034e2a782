import Glibc

/// What stands at a name of a folder: whose it is, and which state of it.
package struct FileStamp: Equatable, Sendable {
  package let kind: FileSystem.Kind
  package let size: Int
  /// When its bytes were last written, in nanoseconds since 1970.
  package let modified: Int64
  let device: UInt64
  let number: UInt64
  /// Rights, with set-user, set-group and sticky.
  let mode: UInt32
  let owner: UInt32
  let group: UInt32

  init(_ information: stat) {
    kind =
      switch information.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(information.st_size)
    modified =
      Int64(information.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(information.st_mtim.tv_nsec)
    (device, number) = (UInt64(information.st_dev), UInt64(information.st_ino))
    mode = information.st_mode & 0o7777
    (owner, group) = (information.st_uid, information.st_gid)
  }

  /// Whether two names are names of one file.
  func isSame(_ other: FileStamp) -> Bool { device == other.device && number == other.number }

  /// Whether one may be a copy of the other, with its time.
  func isLike(_ other: FileStamp) -> Bool {
    kind == other.kind && size == other.size && modified == other.modified
  }

  /// Rights with which its owner can work in a folder.
  var workable: UInt32 { mode | 0o700 }

  var isWorkable: Bool { mode & 0o700 == 0o700 }

  /// When it is to be said that a file was last read and written.
  static func times(_ moment: Int64) -> [timespec] {
    let (seconds, rest) = moment.quotientAndRemainder(dividingBy: 1_000_000_000)
    // The system counts the part of a second forwards, also before 1970.
    let time = timespec(
      tv_sec: Int(rest < 0 ? seconds - 1 : seconds),
      tv_nsec: Int(rest < 0 ? rest + 1_000_000_000 : rest))
    return [time, time]
  }
}
