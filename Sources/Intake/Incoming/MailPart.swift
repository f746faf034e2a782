import Files
import Office

/// A message, or a part of one (RFC 2045): what its head says, and what stands below it.
struct MailPart {
  /// Names in small letters, with the values as they were written, each on one line.
  private let fields: [(name: String, value: String)]
  let content: ArraySlice<UInt8>

  /// Nil for what has no head, where it is no part: those may have none.
  init?(_ bytes: ArraySlice<UInt8>, isPart: Bool = false) {
    var fields: [(name: String, value: String)] = []
    var rest = bytes
    while !rest.isEmpty {
      let line = MailPart.line(&rest)
      if line.isEmpty { break }
      let text = TextEncoding.read(Array(line)).text
      if let first = text.first, first == " " || first == "\t" {
        guard !fields.isEmpty else { return nil }
        fields[fields.count - 1].value += " " + Blank.trimmed(text)
        continue
      }
      guard let colon = text.firstIndex(of: ":"), fields.count < MailPart.mostFields else {
        // The line with which mailboxes part messages.
        if fields.isEmpty, text.hasPrefix("From ") { continue }
        return nil
      }
      let name = text[..<colon]
      guard !name.isEmpty, name.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
      fields.append(
        (name.lowercased(), Blank.trimmed(String(text[text.index(after: colon)...]))))
    }
    guard isPart || !fields.isEmpty else { return nil }
    (self.fields, content) = (fields, rest)
  }

  private static let mostFields = 1000

  /// A line without its end, taken from what is left.
  private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[rest.startIndex..<end]
    rest = rest[(end == rest.endIndex ? end : end + 1)...]
    if line.last == 0x0D { line = line.dropLast() }
    return line
  }

  /// A field's words (RFC 2047).
  subscript(_ name: String) -> String? {
    fields.first { $0.name == name }.map { EncodedWords.decoded($0.value) }
  }

  /// `text/plain`, where it does not say.
  var type: String {
    let value = fields.first { $0.name == "content-type" }?.value ?? "text/plain"
    return Blank.trimmed(String(value.prefix { $0 != ";" })).lowercased()
  }

  /// A word behind the first of a field: `charset=utf-8` (RFC 2231).
  func parameter(_ name: String, of field: String) -> String? {
    guard let value = fields.first(where: { $0.name == field })?.value else { return nil }
    let all = MailParameters(value)
    return all[name]
  }

  /// The name that it has as a file; nil for a text of the message.
  var fileName: String? {
    let name =
      parameter("filename", of: "content-disposition") ?? parameter("name", of: "content-type")
    return name.map { Path.name(of: $0.replacing("\\", with: "/")) }
  }

  /// The parts of which it is made; nil for one that is none of several.
  var parts: [MailPart]? {
    guard type.hasPrefix("multipart/"), let boundary = parameter("boundary", of: "content-type"),
      !boundary.isEmpty
    else { return nil }
    let mark = Array("--".utf8) + Array(boundary.utf8)
    var found: [MailPart] = []
    var rest = content
    var start: Int?
    while !rest.isEmpty, found.count < MailPart.mostParts {
      let begin = rest.startIndex
      let line = MailPart.line(&rest)
      guard line.starts(with: mark) else { continue }
      // The end of the line before a mark is the mark's.
      var end = begin
      if let start, end > start, content[end - 1] == 0x0A { end -= 1 }
      if let start, end > start, content[end - 1] == 0x0D { end -= 1 }
      if let start, let part = MailPart(content[start..<end], isPart: true) { found.append(part) }
      start = rest.startIndex
      if line.dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return found }
    }
    // One that ends too soon has what it has.
    if let start, let part = MailPart(content[start...], isPart: true) { found.append(part) }
    return found
  }

  private static let mostParts = 1000

  /// Its bytes as they were before they were sent.
  var bytes: [UInt8] {
    switch fields.first(where: { $0.name == "content-transfer-encoding" })?.value.lowercased() {
    case "base64": Base64.bytes(content) ?? []
    case "quoted-printable": QuotedPrintable.bytes(content)
    default: Array(content)
    }
  }

  /// Its text, in the letters that it says it is written in.
  var text: String {
    let name = parameter("charset", of: "content-type")?.lowercased() ?? ""
    return MailText.decoded(bytes, name)
  }
}

/// Texts by the names of their encodings.
enum MailText {
  static func decoded(_ bytes: [UInt8], _ name: String) -> String {
    let isWestern = name.hasPrefix("iso-8859-") || name.hasPrefix("windows-125")
    if isWestern, !bytes.contains(where: { $0 >= 0x80 }) {
      return String(decoding: bytes, as: UTF8.self)
    }
    // What says that it is UTF-8 and is not is read as what it can be.
    return TextEncoding.read(bytes).text
  }
}

/// Signs by `=` and their numbers (RFC 2045, 6.7).
enum QuotedPrintable {
  /// - Parameter isWord: whether `_` is a blank, as in heads (RFC 2047, 4.2).
  static func bytes(_ text: some Collection<UInt8>, isWord: Bool = false) -> [UInt8] {
    var found: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        found.append(isWord && byte == UInt8(ascii: "_") ? 0x20 : byte)
        continue
      }
      if let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2
      {
        found.append(code)
        rest = rest.dropFirst(2)
      } else if rest.first == 0x0A {
        rest = rest.dropFirst()
      } else if rest.starts(with: [0x0D, 0x0A]) {
        rest = rest.dropFirst(2)
      } else {
        found.append(byte)
      }
    }
    return found
  }
}

/// Words of heads in other letters than those of ASCII (RFC 2047): `=?utf-8?Q?perch=C3=A9?=`.
enum EncodedWords {
  static func decoded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var wasWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      // No such word is long (RFC 2047, 2).
      let parts = rest[start.upperBound...].prefix(longest).split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].first == "=", let word = word(parts) else {
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        wasWord = false
        continue
      }
      // Blanks between two of them are none.
      if !(wasWord && before.allSatisfy(\.isWhitespace)) { result += before }
      result += word
      rest = rest[parts[3].startIndex...].dropFirst()
      wasWord = true
    }
    return result + rest
  }

  private static let longest = 1000

  private static func word(_ parts: [Substring]) -> String? {
    switch parts[1].lowercased() {
    case "b": MailText.decoded(Base64.bytes(parts[2].utf8) ?? [], parts[0].lowercased())
    case "q":
      MailText.decoded(
        QuotedPrintable.bytes(Array(parts[2].utf8), isWord: true), parts[0].lowercased())
    default: nil
    }
  }
}

/// What stands behind the first word of a field: names and values, in pieces and in other letters (RFC 2231).
struct MailParameters {
  private var values: [String: String] = [:]

  init(_ field: String) {
    var pieces: [String: [(number: Int, value: String, isEncoded: Bool)]] = [:]
    for one in MailParameters.split(field).dropFirst() {
      guard let sign = one.firstIndex(of: "=") else { continue }
      var name = Blank.trimmed(String(one[..<sign])).lowercased()
      var value = Blank.trimmed(String(one[one.index(after: sign)...]))
      if value.hasPrefix("\""), value.count > 1 {
        value = String(value.dropFirst().prefix { $0 != "\"" })
      }
      let isEncoded = name.hasSuffix("*")
      if isEncoded { name.removeLast() }
      let steps = name.split(separator: "*", maxSplits: 1)
      guard let first = steps.first else { continue }
      pieces[String(first), default: []].append(
        (steps.count > 1 ? Int(steps[1]) ?? 0 : 0, value, isEncoded))
    }
    for (name, all) in pieces {
      let sorted = all.sorted { $0.number < $1.number }
      let isEncoded = sorted.contains(where: \.isEncoded)
      var value = sorted.map(\.value).joined()
      if isEncoded {
        // `utf-8'it'perch%C3%A9`
        let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        let words = parts.count == 3 ? String(parts[2]) : value
        value = Path.decoded(words) ?? words
      }
      values[name] = EncodedWords.decoded(value)
    }
  }

  subscript(_ name: String) -> String? { values[name] }

  /// At semicolons that stand in no quotes.
  private static func split(_ field: String) -> [String] {
    var (parts, isQuoted) = ([""], false)
    for letter in field {
      if letter == "\"" { isQuoted.toggle() }
      if letter == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(letter)
      }
    }
    return parts
  }
}
