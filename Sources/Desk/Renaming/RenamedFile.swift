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
    return relative(RenamedFile.decoded(file), in: path, as: file).map { $0 + address[end...] }
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

  /// Signs that are written as `%` and two digits.
  private static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16),
        rest.count > 1
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
