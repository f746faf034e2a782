import CLinux
import Files
import Glibc

/// Linux's notifications of what happens in some folders (inotify(7)).
///
/// Not safe to share between threads: to be used from one place.
final class Inotify {
  /// One thing that happened.
  struct Event {
    /// Of the folder's file, or of the folder itself.
    let path: String
    let mask: UInt32

    private func has(_ bits: Int32) -> Bool { mask & UInt32(bitPattern: bits) != 0 }

    /// Somebody is writing the file and has not closed it yet.
    var isBeingWritten: Bool { has(IN_MODIFY) && !has(IN_CLOSE_WRITE) }
    var isClosed: Bool { has(IN_CLOSE_WRITE) }
  }

  /// There is no room for another watch, or no inotify at all.
  struct Unavailable: Error {}

  let descriptor: Int32
  private var paths: [Int32: String] = [:]

  private static let wanted =
    IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
    | IN_DELETE_SELF | IN_MOVE_SELF

  init() throws(Unavailable) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw Unavailable() }
  }

  deinit { close(descriptor) }

  /// Watches what stands below some roots and nothing else; what is watched already goes on without
  /// a gap.
  func watch(_ roots: [String]) throws(Unavailable) -> WatchedTree {
    var new: [Int32: String] = [:]
    var isFull = false
    func add(_ path: String) {
      let watch = unsafe inotify_add_watch(descriptor, path, UInt32(bitPattern: Inotify.wanted))
      if watch >= 0 {
        new[watch] = path
      } else if errno == ENOSPC || errno == ENOMEM {
        isFull = true
      }
      // What was removed meanwhile is reported for the folder above it.
    }
    let tree = WatchedTree(roots, stampsFiles: false, enter: add)
    for (link, target) in tree.links where target != nil { add(link) }
    if isFull { throw Unavailable() }
    for watch in paths.keys where new[watch] == nil { inotify_rm_watch(descriptor, watch) }
    paths = new
    return tree
  }

  /// All that happened since it was last asked; never waits.
  func events() -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return events }
      var at = 0
      while at + Inotify.headSize <= count {
        let (watch, mask, length) = Inotify.head(buffer, at)
        let start = at + Inotify.headSize
        let name = buffer[start..<min(start + length, count)].prefix { $0 != 0 }
        at = start + length
        if let event = event(watch, mask, String(decoding: name, as: UTF8.self)) {
          events.append(event)
        }
      }
    }
  }

  // Watch, mask, cookie and the length of the name that follows, four bytes each.
  private static let headSize = 16

  private static func head(_ buffer: [UInt8], _ at: Int) -> (Int32, UInt32, Int) {
    func word(_ offset: Int) -> UInt32 {
      unsafe buffer.withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: at + offset, as: UInt32.self)
      }
    }
    return (Int32(bitPattern: word(0)), word(4), Int(word(12)))
  }

  private func event(_ watch: Int32, _ mask: UInt32, _ name: String) -> Event? {
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return Event(path: "", mask: mask) }
    if mask & UInt32(IN_IGNORED) != 0 {
      paths[watch] = nil
      return nil
    }
    guard let path = paths[watch], !Folder.leavesAlone(name) else { return nil }
    return Event(path: name.isEmpty ? path : path + "/" + name, mask: mask)
  }
}
