import Glibc

/// The folder at a path below another, opened part by part so that no link leads elsewhere; what the
/// next path has in common with the last one stays open.
struct FolderChain {
  private let root: OpenFolder
  private var open: [(name: BytePath, folder: OpenFolder)] = []

  init(_ root: OpenFolder) { self.root = root }

  /// The folder at a path, empty for the root; nil where there is none.
  mutating func folder(_ path: BytePath) throws(FileError) -> OpenFolder? {
    do throws(FileError) {
      return try folder(path) { last, place throws(FileError) in try last.folder(place.name) }
    } catch {
      guard [ENOENT, ENOTDIR, ELOOP].contains(error.code ?? 0) else { throw error }
      return nil
    }
  }

  /// The folder at a path, made where it is missing, each part as it is in another place.
  ///
  /// - Throws: `FileError` of the operation `.keep` where a file stands in the way.
  mutating func folder(
    _ path: BytePath, makingAsIn model: inout FolderChain
  ) throws(FileError) -> OpenFolder {
    var chain = model
    defer { model = chain }
    return try folder(path) { last, place throws(FileError) in
      guard let made = try last.makeFolder(place.name) else {
        do throws(FileError) { return try last.folder(place.name) } catch {
          guard [ENOTDIR, ELOOP].contains(error.code ?? 0) else { throw error }
          throw FileError(.keep, error.path, code: EEXIST)
        }
      }
      if let old = try chain.folder(place) {
        _ = try Attributes.copy(
          from: old.descriptor, to: made.descriptor, made.path, mode: try old.stamp().workable)
      }
      return made
    }
  }

  private mutating func folder(
    _ path: BytePath, step: (OpenFolder, BytePath) throws(FileError) -> OpenFolder
  ) throws(FileError) -> OpenFolder {
    let names = path.names
    let common = zip(names, open).prefix { $0 == $1.name }.count
    open.removeLast(open.count - common)
    var place = names[..<common].reduce(BytePath("")) { $0.appending($1) }
    for name in names[common...] {
      place = place.appending(name)
      open.append((name, try step(open.last?.folder ?? root, place)))
    }
    return open.last?.folder ?? root
  }
}
