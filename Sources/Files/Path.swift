/// Paths as text, with `/` between their parts.
package enum Path {
  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  package static func join(_ base: String, _ rest: String) -> String {
    if base.isEmpty || rest.utf8.first == slash { return rest }
    return base.utf8.last == slash ? base + rest : base + "/" + rest
  }

  /// The folder above, `.` for a bare name; nil for the root.
  package static func parent(of path: String) -> String? {
    var path = path[...]
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    if path == "/" { return nil }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The folder of a relative path, empty for a bare name.
  package static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? ""
  }

  package static func name(of path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// The ending in lower case, without its dot; empty where there is none.
  package static func ending(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: dot), dot != name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }

  package static func withoutEnding(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: dot), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A relative path with `.` and `..` worked out; nil where it would leave its folder.
  ///
  /// It is read byte by byte: a sign that joins with a `/` before it does not hide it.
  package static func normalised(_ path: String) -> String? {
    guard path.utf8.first != slash else { return nil }
    var parts: [Substring.UTF8View] = []
    for part in Substring(path).utf8.split(separator: slash) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// Whether one absolute path is the other or lies below it.
  package static func contains(_ folder: String, _ path: String) -> Bool {
    path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// Whether a path has a character in it that ends a line or commands a terminal, as no list of files and
  /// no address can hold.
  package static func hasControls(_ path: String) -> Bool {
    path.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// Percent-encoded but for what an address may hold as it is (RFC 3986, unreserved and `/`).
  package static func encoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += hex.utf8.count == 1 ? "%0" + hex : "%" + hex
      }
    }
    return result
  }

  /// Without percent-encoding (RFC 3986, 2.1); nil for what is no UTF-8, or holds a control character.
  package static func decoded(_ path: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = path.utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
