import Diagnostics
import Files
import Output

/// A file at a place that says that a machine is publishing there, and when it was last seen at it.
///
/// All that has to be known of it is in its name, so that one list shows everybody's.
package struct Ticket: Sendable, Hashable {
  /// Eight hexadecimal digits.
  let machine: String
  let moment: Timestamp

  /// How their names begin, for what leaves them alone.
  static let pattern = "turno-*"

  init(machine: String, moment: Timestamp) { (self.machine, self.moment) = (machine, moment) }

  /// Nil where the path is that of no such file.
  package init?(path: some StringProtocol) {
    guard Path.folder(of: String(path)) == RemoteSite.work,
      let found = Path.name(of: String(path)).wholeMatch(
        of: /turno-([0-9a-f]{8})-(\d{8}T\d{6}Z)\.txt/),
      // A moment that no clock shows would have another name.
      let moment = Timestamp(name: String(found.2)), moment.name == String(found.2)
    else { return nil }
    self.init(machine: String(found.1), moment: moment)
  }

  package var path: String { "\(RemoteSite.work)/turno-\(machine)-\(moment.name).txt" }

  static func all(in listing: Listing) -> Set<Ticket> {
    Set(listing.files.keys.compactMap { Ticket(path: $0) })
  }
}

/// This machine, as others know it at a place.
struct Machine: Sendable {
  let id: String
  /// For people.
  let name: String

  init(id: String, name: String) { (self.id, self.name) = (id, name) }

  /// - Parameter folder: of this machine, for what makes it different from others.
  /// - Throws: `PublishError` where that cannot be kept.
  init(in folder: String) throws(PublishError) {
    let path = Path.join(folder, "macchina")
    name = Machine.hostName
    let kept = try PublishError.wrapping { () throws(FileError) in
      if try FileSystem.found(path) == nil {
        let chance = (0..<4).map { _ in String(UInt32.random(in: 0 ... .max), radix: 16) }.joined()
        try FileSystem.makeFolder(folder)
        try FileSystem.write(Array(chance.utf8), to: path, replacing: true)
      }
      return try FileSystem.read(path, limit: 100)
    }
    // Two machines may share a disk, and so the folder.
    id = String(Manifest.digest(of: kept + Array(name.utf8)).prefix(8))
  }

  private static var hostName: String {
    // It is only for people, who know the machine by its number too.
    let bytes = (try? FileSystem.read("/proc/sys/kernel/hostname", limit: 64)) ?? []
    return String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
  }
}
