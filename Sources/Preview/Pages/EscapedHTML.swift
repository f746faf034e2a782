import Hypertext
import Theme

/// HTML whose values are escaped as they are put in, so that no text can become markup.
struct EscapedHTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var html: String

  init(stringLiteral value: String) { html = value }

  init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

  init(joining parts: some Sequence<EscapedHTML>) { html = parts.map(\.html).joined() }

  static func += (a: inout EscapedHTML, b: EscapedHTML) { a.html += b.html }

  static func + (a: EscapedHTML, b: EscapedHTML) -> EscapedHTML {
    var sum = a
    sum += b
    return sum
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }

    mutating func appendInterpolation(_ text: some StringProtocol) {
      html += HTMLText.escaped(String(text))
    }

    mutating func appendInterpolation(_ number: Int) { html += String(number) }

    mutating func appendInterpolation(_ markup: EscapedHTML) { html += markup.html }

    mutating func appendInterpolation(_ parts: [EscapedHTML]) {
      for part in parts { html += part.html }
    }

    /// Nothing where there is no value.
    mutating func appendInterpolation(_ markup: EscapedHTML?) { html += markup?.html ?? "" }
  }
}
