import Diagnostics
import SocialReport
import YAMLTree

/// The parts of a scalar that stands for a list: `famiglie, imprese`.
enum ListParts {
  static func of(_ scalar: YAMLScalar, _ element: FieldType) -> [YAMLScalar] {
    let bytes = Array(scalar.text.utf8)
    let cuts: [Range<Int>]
    switch element {
    case .text, .reference, .email:
      guard scalar.style == .plain, scalar.text.contains(", ") else { return [scalar] }
      cuts = bytes.indices.filter { bytes[$0] == UInt8(ascii: ",") }.map { $0..<$0 + 1 }
    case .code(let length): cuts = codes(in: bytes, length)
    case .pnrrMeasure: cuts = measures(in: bytes)
    default: return [scalar]
    }
    guard !cuts.isEmpty else { return [scalar] }
    let starts = [0] + cuts.map(\.upperBound)
    let ends = cuts.map(\.lowerBound) + [bytes.count]
    let parts = zip(starts, ends).compactMap { part($0..<$1, of: bytes, scalar) }
    return parts.isEmpty ? [scalar] : parts
  }

  /// A stretch without the blanks around it, at its place; nil where it is blank.
  private static func part(_ range: Range<Int>, of bytes: [UInt8], _ scalar: YAMLScalar)
    -> YAMLScalar?
  {
    var range = range
    while let first = range.first, bytes[first] <= 0x20 { range.removeFirst() }
    while let last = range.last, bytes[last] <= 0x20 { range.removeLast() }
    guard !range.isEmpty else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    // Only what stands in the file as it is has places of its own.
    let start = scalar.place.bytes.lowerBound + range.lowerBound
    let place =
      scalar.style == .plain && scalar.place.bytes.count == bytes.count
      ? SourceRange(file: scalar.place.file, bytes: start..<start + range.count) : scalar.place
    return YAMLScalar(text: text, style: scalar.style, place: place)
  }

  /// Codes have commas, semicolons, strokes or an `e` between them, or nothing but blanks.
  private static func codes(in bytes: [UInt8], _ length: Int) -> [Range<Int>] {
    let marks = Set(",;/|+\n".utf8)
    let cuts =
      bytes.indices.filter { marks.contains(bytes[$0]) }.map { $0..<$0 + 1 }
      + conjunctions(in: bytes)
    guard cuts.isEmpty else { return cuts.sorted { $0.lowerBound < $1.lowerBound } }
    let words = bytes.split(separator: 0x20)
    guard words.count > 1, words.allSatisfy({ $0.count == length }) else { return [] }
    return words.dropFirst().map { $0.startIndex - 1..<$0.startIndex }
  }

  /// Measures have commas in them: they are parted where another mission begins.
  private static func measures(in bytes: [UInt8]) -> [Range<Int>] {
    let marks = Set(",;/|+\n".utf8)
    let cuts =
      bytes.indices.filter { marks.contains(bytes[$0]) }.map { $0..<$0 + 1 }
      + conjunctions(in: bytes)
    return cuts.filter { cut in
      let rest = bytes[cut.upperBound...].drop { $0 <= 0x20 }.prefix(12)
      let next = String(decoding: rest, as: UTF8.self).lowercased()
      guard next.hasPrefix("m") else { return false }
      let behind = next.hasPrefix("missione ") ? next.dropFirst(9) : next.dropFirst()
      return behind.first.map { ("0"..."9").contains($0) } ?? false
    }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// ` e `, ` ed ` and ` and ` between words.
  private static func conjunctions(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for word in bytes.split(separator: 0x20)
    where word.startIndex > 0 && word.endIndex < bytes.count {
      guard ["e", "ed", "and"].contains(where: { word.elementsEqual($0.utf8) }) else { continue }
      found.append(word.startIndex..<word.endIndex)
    }
    return found
  }
}
