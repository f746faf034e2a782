package import Files
import Glibc

/// What was typed and not saved, on this machine and for its user only.
package struct Drafts: Sendable {
  /// The fields of a record's form as they were left.
  package struct Draft: Sendable, Equatable {
    /// The record's name, with its file.
    package let record: String
    /// SHA-256 of the file that the form was made of.
    package let fingerprint: String
    package let author: String
    /// ISO 8601, in UTC.
    package let time: String
    package let fields: [Field]

    package init(
      record: String, fingerprint: String, author: String, time: String, fields: [Field]
    ) {
      (self.record, self.fingerprint, self.author) = (record, fingerprint, author)
      (self.time, self.fields) = (time, fields)
    }
  }

  package struct Field: Sendable, Equatable {
    package let name: String
    package let text: String

    package init(_ name: String, _ text: String) { (self.name, self.text) = (name, text) }
  }

  private let folder: String

  /// - Parameters:
  ///   - root: the content's folder.
  ///   - state: where programs keep what is not to be lost (XDG Base Directory, `XDG_STATE_HOME`).
  package init(of root: String, state: String) {
    let home = FileSystem.realPath(root) ?? root
    let name = FileHash.digest(of: Array(home.utf8)).prefix(16)
    folder = Path.join(Path.join(state, "bilancio/bozze"), String(name))
  }

  package func keep(_ draft: Draft) throws(FileError) {
    try makeFolder(folder)
    let staged = StagedFile(for: place(of: draft.record))
    try FileSystem.removeFile(staged.path)
    try FileSystem.write(Drafts.written(draft), to: staged.path)
    try staged.takePlace()
  }

  /// Nil where there is none, or none that can be read.
  package func draft(of record: String) -> Draft? {
    guard let bytes = try? ReadableFile(place(of: record)).bytes(),
      let draft = Drafts.read(bytes), draft.record == record
    else { return nil }
    return draft
  }

  package func remove(_ record: String) throws(FileError) {
    guard try FileSystem.found(place(of: record), followingLinks: false) != nil else { return }
    try FileSystem.removeFile(place(of: record))
  }

  private func place(of record: String) -> String {
    Path.join(folder, FileHash.digest(of: Array(record.utf8)))
  }

  /// Nobody else on the machine reads what is not finished.
  private func makeFolder(_ path: String) throws(FileError) {
    guard unsafe mkdir(path, 0o700) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, let parent = Path.parent(of: path), parent != path else {
      throw FileError(.create, path)
    }
    try makeFolder(parent)
    guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileError(.create, path) }
  }

  // The file: lines of words, each text behind the number of its bytes, so that any can stand there

  private static let title = "bozza 1"

  private static func written(_ draft: Draft) -> [UInt8] {
    var bytes = Array((title + "\n").utf8)
    func add(_ text: String) {
      bytes += Array("\(text.utf8.count)\n".utf8) + Array(text.utf8) + [0x0A]
    }
    for text in [draft.record, draft.fingerprint, draft.author, draft.time] { add(text) }
    // So that one that was cut short shows.
    add(String(draft.fields.count))
    for field in draft.fields {
      add(field.name)
      add(field.text)
    }
    return bytes
  }

  private static func read(_ bytes: [UInt8]) -> Draft? {
    var rest = bytes[...]
    guard rest.starts(with: Array((title + "\n").utf8)) else { return nil }
    rest = rest.dropFirst(title.utf8.count + 1)
    var texts: [String] = []
    while let end = rest.firstIndex(of: 0x0A) {
      let number = Int(String(decoding: rest[..<end], as: UTF8.self))
      guard let count = number, count >= 0, count < rest.count - (end - rest.startIndex) - 1,
        let text = String(validating: rest[(end + 1)...].prefix(count), as: UTF8.self)
      else { return nil }
      texts.append(text)
      rest = rest[(end + 2 + count)...]
    }
    guard rest.isEmpty, texts.count > 4, Int(texts[4]) == (texts.count - 5) / 2,
      texts.count % 2 == 1
    else { return nil }
    let fields = stride(from: 5, to: texts.count, by: 2).map { Field(texts[$0], texts[$0 + 1]) }
    return Draft(
      record: texts[0], fingerprint: texts[1], author: texts[2], time: texts[3], fields: fields)
  }
}
