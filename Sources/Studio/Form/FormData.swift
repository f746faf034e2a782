import Files

/// What a form sent (`application/x-www-form-urlencoded`, WHATWG URL 5.1).
struct FormData: Sendable {
  private var values: [String: [String]] = [:]

  init(_ bytes: [UInt8]) {
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let sign = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let name = FormData.decoded(pair[..<sign])
      let value = FormData.decoded(pair[sign...].dropFirst())
      values[name, default: []].append(value)
    }
  }

  subscript(name: String) -> String? { values[name]?.last }

  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The names that begin with something.
  func names(_ start: String) -> [String] { values.keys.filter { $0.hasPrefix(start) }.sorted() }

  /// The same with the controls of entries under the names that these have now.
  func renaming(_ names: [String: String]) -> FormData {
    guard !names.isEmpty else { return self }
    var data = self
    data.values = Dictionary(
      values.map { name, found in
        guard let dot = name.firstIndex(of: ".") else { return (name, found) }
        let rest = String(name[name.index(after: dot)...])
        return (name[...dot] + EntryNames.renamed(rest, names), found)
      }, uniquingKeysWith: { $1 })
    return data
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == UInt8(ascii: "%"), at + 2 < bytes.endIndex,
        let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2])
      {
        result.append(high << 4 | low)
        at += 3
      } else {
        result.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
