/// A file of the index: a script that does nothing but hand a text to the page.
///
/// So it is loaded from a server and from the disk alike, under a policy that allows the site's own scripts and
/// nothing that runs what it reads.
package struct SearchFile: Sendable {
  /// Relative to the site's root.
  package let path: String
  package let bytes: [UInt8]

  package static let ending = ".js"
  /// The file that a page begins with; the others it names.
  package static let entryName = "indice.js"
  private static let function = "bilancioCerca"

  /// - Parameter name: its path without the ending, by which the page knows whose text it is.
  init(_ name: String, _ text: [UInt8]) {
    path = name + SearchFile.ending
    var bytes = Array("\(SearchFile.function)(".utf8)
    bytes.reserveCapacity(text.count + text.count / 32 + name.utf8.count + 24)
    SearchFile.append(Array(name.utf8), to: &bytes)
    bytes.append(UInt8(ascii: ","))
    SearchFile.append(text, to: &bytes)
    bytes += ")\n".utf8
    self.bytes = bytes
  }

  private static func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a script does what ours do: one call, with two texts.
  package static func isOwn(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func take(_ text: String) -> Bool {
      guard rest.starts(with: text.utf8) else { return false }
      rest = rest.dropFirst(text.utf8.count)
      return true
    }
    func takeText() -> Bool {
      guard take("\"") else { return false }
      while let byte = rest.popFirst() {
        switch byte {
        case UInt8(ascii: "\""): return true
        case UInt8(ascii: "\\"): guard rest.popFirst() != nil else { return false }
        case 0x0A, 0x0D: return false
        default: continue
        }
      }
      return false
    }
    return take("\(function)(") && takeText() && take(",") && takeText() && take(")\n")
      && rest.isEmpty
  }

  /// Whether a name below an edition's page of search is one that such a file has: `indice.js`,
  /// `t12-0123456789abcdef.js`.
  package static func isName(_ name: some StringProtocol) -> Bool {
    if name == entryName { return true }
    guard name.hasSuffix(ending), let kind = name.utf8.first, "pt".utf8.contains(kind) else {
      return false
    }
    let parts = name.utf8.dropFirst().dropLast(ending.utf8.count).split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].count == 16 else { return false }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return parts[0].allSatisfy(isDigit)
      && parts[1].allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
  }
}
