package import Diagnostics

/// A folder of the author's or the theme's, as it was read: texts whole, other files by name.
package struct Folder: Sendable {
  /// A file that is not text: a picture, a document.
  package struct Asset: Sendable, Equatable {
    /// Relative to the folder.
    package let path: String
    package let byteCount: Int
    /// The beginning, enough for the size of a picture; all of it where it was read whole.
    package let head: [UInt8]
    /// The end, behind the beginning; only of a PDF, which says there what it is.
    package let tail: [UInt8]

    package init(path: String, byteCount: Int, head: [UInt8], tail: [UInt8] = []) {
      (self.path, self.byteCount, self.head, self.tail) = (path, byteCount, head, tail)
    }

    /// The same of a file whose bytes are all there.
    package init(path: String, whole bytes: [UInt8]) {
      self.init(
        path: path, byteCount: bytes.count,
        head: Array(bytes.prefix(Folder.headLength(of: path))))
    }

    /// By which what was made of the file is known to be of these bytes: eight hexadecimal digits, of its beginning
    /// and its length.
    package var mark: String {
      var hash = FileHash()
      hash.update(head)
      hash.update(Array(String(byteCount).utf8))
      return String(hash.digest.prefix(8))
    }
  }

  /// A text with its path relative to the folder.
  package struct Text: Sendable, Equatable {
    package let path: String
    /// With composed letters, whatever the file has.
    package let text: String
    /// How it was saved.
    package let encoding: TextEncoding
    /// Of the file.
    package let byteCount: Int
    /// Where the first byte stands that cannot be read, in bytes of the text.
    package let invalidAt: Int?
    /// Whether the file is longer than any text is; then it was not read.
    package let isTooLong: Bool

    package init(path: String, text: String) {
      (self.path, self.text, encoding, invalidAt) = (path, text, .utf8, nil)
      (byteCount, isTooLong) = (text.utf8.count, false)
    }

    /// One that is not read, because it is too long.
    package init(path: String, tooLong byteCount: Int) {
      (self.path, self.byteCount, isTooLong) = (path, byteCount, true)
      (text, encoding, invalidAt) = ("", .utf8, nil)
    }

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      let (text, encoding) = TextEncoding.read(bytes)
      self.encoding = encoding
      (byteCount, isTooLong) = (bytes.count, false)
      if encoding == .unknown {
        self.text = text
        invalidAt = zip(text.utf8, bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
      } else {
        self.text = text.composed
        invalidAt = nil
      }
    }

    /// The same text in a folder below.
    fileprivate init(_ other: Text, below prefix: String) {
      path = prefix + other.path
      (text, encoding, byteCount) = (other.text, other.encoding, other.byteCount)
      (invalidAt, isTooLong) = (other.invalidAt, other.isTooLong)
    }
  }

  /// The path as the user gave it, which begins the paths of diagnostics.
  package let root: String
  package let texts: [Text]
  package let assets: [Asset]
  /// Files and folders that were not read, each with its path relative to the folder.
  package private(set) var refused: [FileError] = []

  /// The folders in it, by their paths relative to it.
  package private(set) var folders: [String] = []

  /// Folders from elsewhere that stand in this one, with where they stand.
  private var mounted: [(path: String, root: String)] = []

  package init(
    root: String, texts: [Text], assets: [Asset], refused: [FileError] = [], folders: [String] = []
  ) {
    (self.root, self.texts, self.assets) = (root, texts, assets)
    (self.refused, self.folders) = (refused, folders)
  }

  /// Whether it is the same folder with the same files, all of which were read.
  package func holdsTheSame(as other: Folder) -> Bool {
    root == other.root && texts == other.texts && assets == other.assets
      && folders == other.folders && refused.isEmpty && other.refused.isEmpty
      && mounted.elementsEqual(other.mounted, by: ==)
  }

  /// This folder with another in it, in place of what stood there.
  package func mounting(_ other: Folder, at path: String) -> Folder {
    let prefix = path + "/"
    var folder = Folder(
      root: root,
      texts: texts.filter { !$0.path.hasPrefix(prefix) }
        + other.texts.map { Text($0, below: prefix) },
      assets: assets.filter { !$0.path.hasPrefix(prefix) }
        + other.assets.map {
          Asset(path: prefix + $0.path, byteCount: $0.byteCount, head: $0.head, tail: $0.tail)
        },
      refused: refused.filter { !$0.path.hasPrefix(prefix) }
        + other.refused.map { FileError($0.operation, prefix + $0.path, $0.cause) },
      folders: folders.filter { !$0.hasPrefix(prefix) } + other.folders.map { prefix + $0 })
    folder.mounted = mounted + [(prefix, other.root)]
    return folder
  }

  /// The folder as it would be with more texts, in the place of those that have their paths.
  package func holding(_ new: [Text]) -> Folder {
    let paths = Set(new.map(\.path))
    let homes = Set(new.map { Path.folder(of: $0.path) }).subtracting(folders + [""])
    var folder = Folder(
      root: root, texts: texts.filter { !paths.contains($0.path) } + new, assets: assets,
      refused: refused, folders: folders + homes.sorted())
    folder.mounted = mounted
    return folder
  }

  /// The folder as it would be with other bytes in some of its texts, by their paths.
  package func replacing(_ bytes: [String: [UInt8]]) -> Folder {
    guard !bytes.isEmpty else { return self }
    var folder = Folder(
      root: root,
      texts: texts.map { text in
        bytes[text.path].map { Text(path: text.path, bytes: $0) } ?? text
      }, assets: assets, refused: refused, folders: folders)
    folder.mounted = mounted
    return folder
  }

  /// Where a file of the folder is on the disk.
  package func location(of path: String) -> EnclosedFile {
    guard let mount = mounted.last(where: { path.hasPrefix($0.path) }) else {
      return EnclosedFile(root: root, path: path)
    }
    return EnclosedFile(root: mount.root, path: String(path.dropFirst(mount.path.count)))
  }

  /// The most that is read of a file that is not text.
  static let headLength = 1 << 16

  /// The most that is read of a drawing, which is looked through to its end.
  static let drawingLength = 16 << 20

  /// How much of a file that is not text tells its kind, and what is in it.
  package static func headLength(of path: String) -> Int {
    Path.ending(of: path) == "svg" ? drawingLength : headLength
  }

  /// More than any file has that is read to its end without being text.
  private static let mostRead = 64 << 20

  /// Reads a folder in parallel, in the order of its paths.
  ///
  /// Names that begin with `.` or `_` and those of systems are left alone; what links lead to outside is not
  /// read, nor what is no file (`refused`).
  /// - Parameters:
  ///   - textEndings: the endings, in lower case, of files that are read as text.
  ///   - textLimit: the most bytes that a text may have.
  ///   - readsWhole: whether other files are read to their end, and not only what tells their kind.
  package static func read(
    _ root: String, textEndings: Set<String>, textLimit: Int = 16 << 20, readsWhole: Bool = false
  ) async throws -> Folder {
    let enclosure = try Enclosure(root)
    let walk = try FolderWalk(enclosure)
    let paths = walk.files
    let read = try await Parallel.map(count: paths.count) { index -> Item in
      let path = paths[index]
      do throws(FileError) {
        let file = try enclosure.file(path)
        let size = file.status.size
        if textEndings.contains(Path.ending(of: path)) {
          return .text(
            size > textLimit
              ? Text(path: path, tooLong: size)
              : Text(path: path, bytes: try file.bytes(atMost: textLimit)))
        }
        let head =
          readsWhole
          ? try file.bytes(atMost: mostRead) : try file.bytes(limit: headLength(of: path))
        let tail =
          Path.ending(of: path) == "pdf" && size > head.count
          ? file.end(from: max(head.count, size - headLength)) : []
        return .asset(Asset(path: path, byteCount: size, head: head, tail: tail))
      } catch {
        return .refused(FileError(error.operation, path, error.cause))
      }
    }
    var texts: [Text] = []
    var assets: [Asset] = []
    var refused = walk.refused
    for item in read {
      switch item {
      case .text(let text): texts.append(text)
      case .asset(let asset): assets.append(asset)
      case .refused(let error): refused.append(error)
      }
    }
    return Folder(
      root: root, texts: texts, assets: assets, refused: refused,
      folders: walk.folders.filter { !$0.isEmpty })
  }

  /// Whether a name is none of the report's: hidden, put aside by its author, or a system's own.
  package static func leavesAlone(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("_") || StrayFiles.contain(name)
  }

  private enum Item: Sendable {
    case text(Text)
    case asset(Asset)
    case refused(FileError)
  }
}

extension Folder {
  /// What is said of the files and folders that were not read.
  ///
  /// - Parameter isNamed: whether the folder itself is named, for one that is not that of the texts.
  package func refusals(isNamed: Bool = false) -> [Diagnostic] {
    refused.map { error in
      let shown = isNamed ? Path.join(root, error.path) : error.path
      return Diagnostic(
        error.cause == .name ? .fileName : .unreadFile,
        FileError(error.operation, shown, error.cause).message, help: error.help, at: nil,
        // Nothing is missing for it: all that it leads to is read by another name.
        severity: error.cause == .leadsBack ? .warning : .error)
    }
  }
}
