import Files
import Output

/// A book or a word processor's file before it is packed: its texts, and files of the content, by their paths in it.
package struct PrintPackage {
  /// What the file says first that it is, and not compressed (EPUB 3.3, 4.2.6); nil for one that says it otherwise.
  let mediaType: String?
  let texts: [(path: String, bytes: [UInt8])]
  /// The paths in the content, by those in the package.
  let files: [String: String]

  package init(
    mediaType: String? = nil, texts: [(path: String, bytes: [UInt8])], files: [String: String] = [:]
  ) {
    (self.mediaType, self.texts, self.files) = (mediaType, texts, files)
  }

  private static let mediaTypeName = "mimetype"

  /// - Parameter root: the content's folder.
  package func packed(from root: String) async throws(PrintError) -> [UInt8] {
    let workshop: Workshop
    do throws(FileError) { workshop = try Workshop() } catch { throw .file(error) }
    let bytes: [UInt8]
    do {
      bytes = try await pack(in: workshop.path, from: root)
    } catch {
      workshop.remove()
      throw error
    }
    workshop.remove()
    return bytes
  }

  private func pack(in folder: String, from root: String) async throws(PrintError) -> [UInt8] {
    let home = Path.join(folder, "parti")
    let target = Path.join(folder, "fatto.zip")
    let first = mediaType.map { [(path: PrintPackage.mediaTypeName, bytes: Array($0.utf8))] } ?? []
    do throws(FileError) {
      for (path, bytes) in first + texts {
        let file = Path.join(home, path)
        try FileSystem.makeFolder(Path.folder(of: file))
        try FileSystem.write(bytes, to: file)
      }
      for (path, origin) in files.sorted(by: { $0.key < $1.key }) {
        let file = Path.join(home, path)
        try FileSystem.makeFolder(Path.folder(of: file))
        try EnclosedFile(root: root, path: origin).open().copy(to: file) { _ in }
      }
    } catch { throw .file(error) }
    let zip = ZipTool(in: home, to: target)
    let rest = texts.map(\.path) + files.keys.sorted()
    do throws(OutputError) {
      if !first.isEmpty { try await zip.add(first.map(\.path), isCompressed: false) }
      try await zip.add(rest)
      var sizes: [BytePath: Int] = [:]
      for path in first.map(\.path) + rest {
        let file = Path.join(home, path)
        sizes[BytePath(path)] = try OutputError.wrapping { () throws(FileError) in
          try FileSystem.found(file)?.size
        }
      }
      try zip.settle(sizes)
    } catch { throw .output(error) }
    do { return try FileSystem.read(target) } catch { throw .file(error) }
  }
}
