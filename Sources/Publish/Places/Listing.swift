import Files

/// What is at a place, as reported by a tool: files with their bytes, and folders, by path.
///
/// Who keeps the server chooses the names. They are read byte by byte, as a name may begin with a sign
/// that joins with what stands before it, and none leads out of the place.
package struct Listing: Sendable {
  package var files: [String: Int] = [:]
  package var folders: Set<String> = []

  package init() {}

  /// Takes in a file, or a folder where it has no size.
  mutating func add(_ path: String, _ size: Int?) {
    guard let path = Path.normalised(path), !path.isEmpty else { return }
    if let size { files[path] = size } else { folders.insert(path) }
  }
}

// The tools

extension Listing {
  /// - Parameter output: of `rsync --list-only`; a line has mode, bytes, date, time and path.
  package init(rsync output: String) {
    for line in Tool.lines(output) {
      let fields = Listing.fields(line, 5, by: UInt8(ascii: " "))
      guard fields.count == 5, let size = Int(fields[1]) else { continue }
      add(Listing.unescaped(fields[4]), line.utf8.first == UInt8(ascii: "d") ? nil : size)
    }
  }

  /// - Parameter output: of `rclone lsf --format=sp --separator=|`; folders end in `/`.
  package init(rclone output: String) {
    for line in Tool.lines(output) {
      let fields = Listing.fields(line, 2, by: UInt8(ascii: "|"))
      guard fields.count == 2, let size = Int(fields[0]) else { continue }
      let path = String(fields[1])
      if path.utf8.last == UInt8(ascii: "/") {
        add(path, nil)
      } else if path.utf8.suffix(Listing.link.count).elementsEqual(Listing.link) {
        // Whatever was written there would go where the link leads: it is in the way of files and folders.
        let name = String(Substring(path.utf8.dropLast(Listing.link.count)))
        add(name, nil)
        add(name, 0)
      } else {
        add(path, size)
      }
    }
  }

  /// - Parameters:
  ///   - output: of several `ls -lan`; a line has mode, links, owner, group, bytes, month, day, time and name.
  ///   - folders: those that were asked for, in this order.
  package init(sftp output: String, of folders: [String]) {
    var rest = folders[...]
    var folder: String?
    for line in Tool.lines(output) {
      if line.utf8.starts(with: Listing.question) {
        folder = rest.popFirst()
      } else if let folder, let entry = Listing.entry(line) {
        add(Path.join(folder, entry.name), entry.size)
      }
    }
  }

  private static func entry(_ line: Substring) -> (name: String, size: Int?)? {
    let fields = fields(line, 9, by: UInt8(ascii: " "))
    guard fields.count == 9, let size = Int(fields[4]), let kind = line.utf8.first,
      "-dlpsbc".utf8.contains(kind)
    else { return nil }
    let name = Path.name(of: String(fields[8]))
    guard name != ".", name != ".." else { return nil }
    return (name, kind == UInt8(ascii: "d") ? nil : size)
  }

  /// How the client repeats what it was asked.
  private static let question = Array("sftp> -ls ".utf8)
  /// What rclone adds to the name of a symbolic link.
  private static let link = Array(".rclonelink".utf8)

  /// The fields of a line, of which the last has all that is left.
  private static func fields(_ line: Substring, _ count: Int, by separator: UInt8) -> [Substring] {
    line.utf8.split(separator: separator, maxSplits: count - 1).map(Substring.init)
  }

  /// A name as it is: rsync writes control characters as `\#012`.
  private static func unescaped(_ name: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = name.utf8
    while let byte = rest.popFirst() {
      let code = rest.prefix(4)
      guard byte == UInt8(ascii: "\\"), code.count == 4, code.first == UInt8(ascii: "#"),
        let value = UInt8(String(Substring(code.dropFirst())), radix: 8)
      else {
        bytes.append(byte)
        continue
      }
      bytes.append(value)
      rest = rest.dropFirst(4)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
