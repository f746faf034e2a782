/// A path below a folder, or a single name, as the disk has it: any bytes but NUL, not always UTF-8.
///
/// Text compares accents by what they mean, a disk by their bytes; whose a file is depends on bytes.
package struct BytePath: Hashable, Comparable, Sendable {
  private static let slash = UInt8(ascii: "/")

  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package init(_ path: String) { bytes = Array(path.utf8) }

  package func appending(_ name: BytePath) -> BytePath {
    bytes.isEmpty ? name : BytePath(bytes + [BytePath.slash] + name.bytes)
  }

  /// Empty for a bare name.
  package var folder: BytePath {
    BytePath(Array(bytes[..<(bytes.lastIndex(of: BytePath.slash) ?? 0)]))
  }

  package var name: BytePath {
    BytePath(bytes.lastIndex(of: BytePath.slash).map { Array(bytes[($0 + 1)...]) } ?? bytes)
  }

  package var names: [BytePath] {
    bytes.split(separator: BytePath.slash).map { BytePath(Array($0)) }
  }

  /// The folders that it stands in, the innermost first.
  package var folders: [BytePath] {
    var folders: [BytePath] = []
    var folder = folder
    while !folder.bytes.isEmpty {
      folders.append(folder)
      folder = folder.folder
    }
    return folders
  }

  /// For people: what is not UTF-8 as `\xE9`.
  package var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while let byte = rest.first {
      // The longest that one letter can be.
      let letter = (1...4).lazy.compactMap { length in
        rest.count < length
          ? nil : String(validating: rest.prefix(length), as: UTF8.self)
      }.first
      text += letter ?? "\\x" + String(byte, radix: 16, uppercase: true)
      rest = rest.dropFirst(letter?.utf8.count ?? 1)
    }
    return text
  }

  package static func < (left: BytePath, right: BytePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// Calls a function of the system with it.
  func call<Answer>(_ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
    let letters = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe letters.withUnsafeBufferPointer { buffer in
      // It has the closing NUL at least, so there is an address.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }
}
