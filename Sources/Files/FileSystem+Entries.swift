import Glibc

extension FileSystem {
  /// What is in a folder, by a name as the disk has it.
  package struct Entry: Sendable {
    package let name: BytePath
    /// Nil where only `status` can tell it.
    package let kind: Kind?

    /// Whether the name is one that texts can hold; any other is shown with signs for its bytes.
    package var isText: Bool { String(validating: name.bytes, as: UTF8.self) != nil }
  }

  /// The names in a folder, in the order of their bytes.
  package static func names(in folder: String) throws(FileError) -> [String] {
    try entries(in: folder).map(\.name.text)
  }

  /// What is in a folder, in the order of the bytes of its names.
  package static func entries(in folder: String) throws(FileError) -> [Entry] {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.list, folder) }
    return try entries(of: descriptor, folder)
  }

  /// - Parameter descriptor: of the folder; it is closed.
  static func entries(of descriptor: Int32, _ folder: String) throws(FileError) -> [Entry] {
    guard let directory = unsafe fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw FileError(.list, folder, code: code)
    }
    defer { unsafe closedir(directory) }
    var entries: [Entry] = []
    while true {
      // Only this tells the end of the folder from a disk that fails.
      errno = 0
      guard let entry = unsafe readdir(directory) else {
        guard errno == 0 else { throw FileError(.list, folder) }
        break
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe BytePath(Array(bytes.prefix { $0 != 0 }))
      }
      guard name.bytes != [0x2E], name.bytes != [0x2E, 0x2E] else { continue }
      entries.append(Entry(name: name, kind: unsafe kind(Int(entry.pointee.d_type))))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private static func kind(_ type: Int) -> Kind? {
    switch type {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }
}
