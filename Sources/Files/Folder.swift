/// A folder of the author's or the theme's, as it was read: texts whole, other files by name.
package struct Folder: Sendable {
  /// A file that is not text: a picture, a document.
  package struct Asset: Sendable {
    /// Relative to the folder.
    package let path: String
    package let byteCount: Int
    /// The beginning, enough for the size of a picture; all of it where it was read whole.
    package let head: [UInt8]

    package init(path: String, byteCount: Int, head: [UInt8]) {
      (self.path, self.byteCount, self.head) = (path, byteCount, head)
    }
  }

  /// A text with its path relative to the folder.
  package struct Text: Sendable {
    package let path: String
    /// With composed letters, whatever the file has.
    package let text: String
    /// How it was saved.
    package let encoding: TextEncoding
    /// Of the file.
    package let byteCount: Int
    /// Where the first byte stands that cannot be read, in bytes of the text.
    package let invalidAt: Int?

    package init(path: String, text: String) {
      (self.path, self.text, encoding, invalidAt) = (path, text, .utf8, nil)
      byteCount = text.utf8.count
    }

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      let (text, encoding) = TextEncoding.read(bytes)
      self.encoding = encoding
      byteCount = bytes.count
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
      invalidAt = other.invalidAt
    }
  }

  /// The path as the user gave it, which begins the paths of diagnostics.
  package let root: String
  package let texts: [Text]
  package let assets: [Asset]
  /// Files and folders that cannot be opened, because their names are not UTF-8, as the names look.
  package private(set) var unopened: [String] = []

  /// Folders from elsewhere that stand in this one, with where they stand.
  private var mounted: [(path: String, root: String)] = []

  package init(root: String, texts: [Text], assets: [Asset]) {
    (self.root, self.texts, self.assets) = (root, texts, assets)
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
          Asset(path: prefix + $0.path, byteCount: $0.byteCount, head: $0.head)
        })
    folder.mounted = mounted + [(prefix, other.root)]
    return folder
  }

  /// Where a file of the folder is on the disk.
  package func location(of path: String) -> String {
    guard let mount = mounted.last(where: { path.hasPrefix($0.path) }) else {
      return Path.join(root, path)
    }
    return Path.join(mount.root, String(path.dropFirst(mount.path.count)))
  }

  /// The most that is read of a file that is not text.
  static let headLength = 1 << 16

  /// Reads a folder in parallel, in the order of its paths.
  ///
  /// Names that begin with `.` or `_` and those of systems are left alone. A folder that was already visited by
  /// another name (a link that leads back up) is not entered again.
  /// - Parameters:
  ///   - textEndings: the endings, in lower case, of files that are read as text.
  ///   - readsWhole: whether other files are read to their end, and not only what tells their kind.
  package static func read(
    _ root: String, textEndings: Set<String>, readsWhole: Bool = false
  ) async throws -> Folder {
    var walk = Walk()
    try walk.enter(root, relative: "")
    let paths = walk.files
    let read = try await Parallel.map(count: paths.count) { index in
      try Result {
        let path = paths[index]
        let full = Path.join(root, path)
        if textEndings.contains(Path.ending(of: path)) {
          return Item.text(Text(path: path, bytes: try FileSystem.read(full)))
        }
        let size = FileSystem.status(full)?.size ?? 0
        return Item.asset(
          Asset(
            path: path, byteCount: size,
            head: try FileSystem.read(full, limit: readsWhole ? .max : headLength)))
      }.get()
    }
    var texts: [Text] = []
    var assets: [Asset] = []
    for item in read {
      switch item {
      case .text(let text): texts.append(text)
      case .asset(let asset): assets.append(asset)
      }
    }
    var folder = Folder(root: root, texts: texts, assets: assets)
    folder.unopened = walk.unopened
    return folder
  }

  /// Whether a name is none of the report's: hidden, put aside by its author, or a system's own.
  package static func leavesAlone(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("_") || StrayFiles.contain(name)
  }

  private enum Item: Sendable {
    case text(Text)
    case asset(Asset)
  }

  private struct Walk {
    var files: [String] = []
    var unopened: [String] = []
    private var visited: Set<[UInt64]> = []

    mutating func enter(_ folder: String, relative: String) throws(FileError) {
      guard let status = FileSystem.status(folder), visited.insert(status.identity).inserted else {
        return
      }
      for (name, kind) in try FileSystem.entries(in: folder)
      where !Folder.leavesAlone(name) {
        let full = Path.join(folder, name)
        let path = relative.isEmpty ? name : relative + "/" + name
        // The sign stands for bytes of the name that are no letters, so the name leads to nothing.
        if name.unicodeScalars.contains("\u{FFFD}"),
          FileSystem.status(full, followingLinks: false) == nil
        {
          unopened.append(path)
          continue
        }
        switch try resolved(kind, full) {
        case .folder: try enter(full, relative: path)
        case .file: files.append(path)
        case .link, .other: break
        }
      }
    }

    /// What stands at a path, links followed.
    private func resolved(
      _ kind: FileSystem.Kind?, _ path: String
    ) throws(FileError) -> FileSystem.Kind {
      if let kind, kind != .link { return kind }
      // A link that leads nowhere is told: what it should lead to is missing from the report.
      guard let status = FileSystem.status(path) else { throw FileError(.read, path) }
      return status.kind
    }
  }
}
