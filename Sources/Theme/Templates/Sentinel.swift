/// The marks that stand for values while a template is expanded.
///
/// They are characters of the private use area, which no template may hold and no value reaches:
/// values are put in only after the template has been parsed, so nothing of them is markup.
package enum Sentinel {
  /// U+E000, three bytes that begin with 0xEE.
  package static let open: Unicode.Scalar = "\u{E000}"
  /// U+E001.
  package static let close: Unicode.Scalar = "\u{E001}"
  package static let leadByte: UInt8 = 0xEE

  static func isIn(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == open || $0 == close }
  }
}

/// What a mark in an expanded template stands for.
package enum Slot: Hashable, Sendable {
  case value([ViewPath.Step])
  case component(String, [ViewPath.Step])
  /// A component for each element of a list, one after the other.
  case each(String, [ViewPath.Step])
}

extension Slot {
  /// The text of a slot between its marks: a letter, a component's name and the path.
  var code: String {
    switch self {
    case .value(let path): "v:" + Slot.code(path)
    case .component(let name, let path): "c\(name):" + Slot.code(path)
    case .each(let name, let path): "e\(name):" + Slot.code(path)
    }
  }

  private static func code(_ path: [ViewPath.Step]) -> String {
    path.map {
      switch $0 {
      case .name(let name, let hint): "\(name)@\(hint)"
      case .index(let index): "#\(index)"
      }
    }.joined(separator: ".")
  }

  init?(code: Substring) {
    guard let kind = code.first, let colon = code.firstIndex(of: ":") else { return nil }
    let name = String(code[code.index(after: code.startIndex)..<colon])
    let path = code[code.index(after: colon)...].split(separator: ".").map { part in
      if part.first == "#" { return ViewPath.Step.index(Int(part.dropFirst()) ?? 0) }
      let halves = part.split(separator: "@")
      return .name(String(halves[0]), hint: halves.count > 1 ? Int(halves[1]) ?? 0 : 0)
    }
    switch kind {
    case "v": self = .value(path)
    case "c": self = .component(name, path)
    case "e": self = .each(name, path)
    default: return nil
    }
  }
}
