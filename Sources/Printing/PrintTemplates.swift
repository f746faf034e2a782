import Files

/// The files of a theme that say how prints and books look.
enum PrintTemplates {
  /// CSS for the charts.
  static let drawings = "drawings.css"

  /// The first of some folders that has a file.
  static func folder(of folders: [String], with name: String) throws(PrintError) -> String {
    let found = folders.first { FileSystem.status(Path.join($0, name))?.kind == .file }
    guard let found else { throw .noTemplate(name) }
    return found
  }

  /// - Returns: empty for a file that need not be there and is not.
  static func text(
    _ folder: String, _ name: String, isNeeded: Bool = true
  ) throws(PrintError) -> String {
    String(decoding: try bytes(folder, name, isNeeded: isNeeded), as: UTF8.self)
  }

  static func bytes(
    _ folder: String, _ name: String, isNeeded: Bool = true
  ) throws(PrintError) -> [UInt8] {
    do throws(FileError) {
      if !isNeeded, try FileSystem.found(Path.join(folder, name)) == nil { return [] }
      let file = try EnclosedFile(root: folder, path: name).open()
      var bytes: [UInt8] = []
      while true {
        let piece = try file.next()
        if piece.isEmpty { return bytes }
        bytes += piece
      }
    } catch { throw .file(error) }
  }
}
