/// One stretch of a file, and what stands in its place.
package struct TextEdit: Equatable, Sendable {
  package let range: Range<Int>
  package let replacement: [UInt8]

  package init(_ range: Range<Int>, _ replacement: [UInt8]) {
    (self.range, self.replacement) = (range, replacement)
  }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + replacement.count)
    result += bytes[..<range.lowerBound]
    result += replacement
    result += bytes[range.upperBound...]
    return result
  }
}
