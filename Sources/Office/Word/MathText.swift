/// An equation as people write it on one line (ISO/IEC 29500-1, 22.1): `(a + b)/2`.
struct MathText {
  /// The texts that it is made of, which are taken over with it.
  private(set) var keys: [Ledger.Key] = []
  private let part: Int

  init(_ part: Int) { self.part = part }

  mutating func words(_ element: XMLElement) -> String {
    switch element.name {
    case "m:t":
      var text = ""
      for case .text(let piece, let index) in element.children {
        keys.append(Ledger.Key(part, index))
        text += piece
      }
      return text
    case "m:f": return "\(group(element.first("m:num")))/\(group(element.first("m:den")))"
    case "m:sSup": return inner(element.first("m:e")) + "^" + group(element.first("m:sup"))
    case "m:sSub": return inner(element.first("m:e")) + "_" + group(element.first("m:sub"))
    case "m:sSubSup":
      return inner(element.first("m:e")) + "_" + group(element.first("m:sub")) + "^"
        + group(element.first("m:sup"))
    case "m:rad":
      let degree = inner(element.first("m:deg"))
      return (degree.isEmpty ? "√" : "\(degree)√") + "(" + inner(element.first("m:e")) + ")"
    case "m:nary":
      let (from, to) = (group(element.first("m:sub")), group(element.first("m:sup")))
      return sign(element.first("m:naryPr")?.first("m:chr"), "∫") + (from.isEmpty ? "" : "_" + from)
        + (to.isEmpty ? "" : "^" + to) + " " + inner(element.first("m:e"))
    case "m:d":
      let properties = element.first("m:dPr")
      let inside = element.all("m:e").map { inner($0) }.joined(separator: "; ")
      return sign(properties?.first("m:begChr"), "(") + inside
        + sign(properties?.first("m:endChr"), ")")
    case let name where name.hasSuffix("Pr"): return ""
    default: return inner(element)
    }
  }

  private mutating func inner(_ element: XMLElement?) -> String {
    (element?.elements ?? []).map { words($0) }.joined()
  }

  /// In parentheses, where it is more than one sign or number.
  private mutating func group(_ element: XMLElement?) -> String {
    let text = inner(element)
    let isOne = text.allSatisfy { $0.isLetter || $0.isNumber }
    return isOne ? text : "(\(text))"
  }

  private mutating func sign(_ element: XMLElement?, _ usual: String) -> String {
    guard let element, let value = element[attribute: "m:val"] else { return usual }
    if let place = element.place(ofAttribute: "m:val") {
      keys.append(Ledger.Key(part, element.index, attribute: place))
    }
    return value
  }
}
