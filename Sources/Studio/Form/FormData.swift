import Files
import SocialReport

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

  /// What a form would send for some controls.
  init(_ fields: [(name: String, text: String)]) {
    for field in fields { values[field.name, default: []].append(field.text) }
  }

  subscript(name: String) -> String? { values[name]?.last }

  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The names that begin with something.
  func names(_ start: String) -> [String] { values.keys.filter { $0.hasPrefix(start) }.sorted() }

  /// The same with the controls of entries under the names that these have now, without those of entries that are
  /// gone.
  func renaming(_ names: EntryNames) -> FormData {
    var data = self
    data.values = Dictionary(
      values.compactMap { name, found in
        guard let dot = name.firstIndex(of: ".") else { return (name, found) }
        let rest = String(name[name.index(after: dot)...])
        return names.current(rest).map { (name[...dot] + $0, found) }
      }, uniquingKeysWith: { $1 })
    return data
  }

  /// Whether something else is in a field's control than the form was made with, whatever type the field is of.
  func isChanged(_ field: String) -> Bool {
    let text = all("f." + field).joined(separator: "\n")
    guard let mark = self["b." + field] else { return !text.isEmpty }
    return ![FieldType.text(), .markdown, .list(.text())].contains {
      FormValue.fingerprint(FormValue.received(text, $0)) == mark
    }
  }

  /// What each entry was, by its name.
  var identities: [String: String] {
    Dictionary(
      names("k.").map { (String($0.dropFirst(2)), self[$0] ?? "") }, uniquingKeysWith: { $1 })
  }

  /// The fields whose controls were sent; of boxes that are all empty, none is.
  var fields: [String] {
    Set((names("f.") + names("l.")).map { String($0.dropFirst(2)) }).sorted()
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
