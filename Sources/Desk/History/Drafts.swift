package import Files
import Glibc

/// What was typed and not saved, on this machine and for its user only.
package struct Drafts: Sendable {
  /// The fields of a record's form as they were left.
  package struct Draft: Sendable, Equatable {
    /// The record's name, with its file.
    package let record: String
    /// The window that it was typed in: two on one page keep theirs apart.
    package let window: String
    /// SHA-256 of the file that the form was made of.
    package let fingerprint: String
    package let author: String
    /// ISO 8601, in UTC.
    package let time: String
    package let fields: [Field]

    package init(
      record: String, window: String, fingerprint: String, author: String, time: String,
      fields: [Field]
    ) {
      (self.record, self.window) = (record, window)
      (self.fingerprint, self.author) = (fingerprint, author)
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
    // Nobody else on the machine reads what is not finished.
    try FileSystem.makeFolder(folder, mode: 0o700)
    try FileSystem.put(Drafts.written(draft), at: place(of: draft.record, draft.window))
  }

  /// Those of a record that can be read, oldest first.
  package func all(of record: String) -> [Draft] {
    files(of: record).compactMap { file in
      (try? ReadableFile(file).bytes()).flatMap(Drafts.read)
    }
    .filter { $0.record == record }.sorted { ($0.time, $0.window) < ($1.time, $1.window) }
  }

  /// Takes away those of some windows.
  package func remove(_ record: String, _ windows: Set<String>) throws(FileError) {
    for window in windows { try FileSystem.removeFile(place(of: record, window)) }
  }

  /// A record has another name from now on.
  package func rename(_ record: String, to name: String) throws(FileError) {
    for draft in all(of: record) {
      try keep(
        Draft(
          record: name, window: draft.window, fingerprint: draft.fingerprint,
          author: draft.author, time: draft.time, fields: draft.fields))
    }
    try remove(record)
  }

  /// Takes away those of all windows.
  package func remove(_ record: String) throws(FileError) {
    for file in files(of: record) { try FileSystem.removeFile(file) }
  }

  private func files(of record: String) -> [String] {
    let start = Drafts.name(of: record) + "-"
    let names = (try? FileSystem.names(in: folder)) ?? []
    return names.filter { $0.hasPrefix(start) }.map { Path.join(folder, $0) }
  }

  private func place(of record: String, _ window: String) -> String {
    Path.join(folder, Drafts.name(of: record) + "-" + Drafts.name(of: window))
  }

  private static func name(of text: String) -> String {
    String(FileHash.digest(of: Array(text.utf8)).prefix(32))
  }

  // The file: lines of words, each text behind the number of its bytes, so that any can stand there

  private static let title = "bozza 1"

  private static func written(_ draft: Draft) -> [UInt8] {
    var bytes = Array((title + "\n").utf8)
    func add(_ text: String) {
      bytes += Array("\(text.utf8.count)\n".utf8) + Array(text.utf8) + [0x0A]
    }
    for text in [draft.record, draft.window, draft.fingerprint, draft.author, draft.time] {
      add(text)
    }
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
    guard rest.isEmpty, texts.count > 5, Int(texts[5]) == (texts.count - 6) / 2,
      texts.count % 2 == 0
    else { return nil }
    let fields = stride(from: 6, to: texts.count, by: 2).map { Field(texts[$0], texts[$0 + 1]) }
    return Draft(
      record: texts[0], window: texts[1], fingerprint: texts[2], author: texts[3], time: texts[4],
      fields: fields)
  }
}
