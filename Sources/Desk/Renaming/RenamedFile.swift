import Files
import SocialReport
import Writing

/// A file by another name in its folder: a picture, a document, a table.
struct RenamedFile: NameChange {
  private let old: String
  private let new: String

  init(from old: String, to new: String) { (self.old, self.new) = (old, new) }

  func value(of text: FieldVisit.Text, in path: String) -> String? {
    switch text.type {
    case .file, .observations: relative(text.value, in: path)
    default: nil
    }
  }

  func address(_ address: String, in path: String) -> String? {
    let end = address.firstIndex { $0 == "#" || $0 == "?" } ?? address.endIndex
    let file = String(address[..<end])
    guard !file.contains(":") else { return nil }
    return relative(Path.decoded(file) ?? file, in: path, as: file).map { $0 + address[end...] }
  }

  /// - Parameter written: the name as it stands there, which may have `%20` for spaces.
  private func relative(_ name: String, in path: String, as written: String? = nil) -> String? {
    guard !name.isEmpty, Path.normalised(Path.join(Path.folder(of: path), name)) == old else {
      return nil
    }
    let written = written ?? name
    let last = written.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return written.dropLast(last.count) + Path.name(of: new)
  }
}
