import Hypertext
import Theme

/// HTML whose values are escaped as they are put in, so that no text can become markup.
package struct EscapedHTML: ExpressibleByStringInterpolation, Sendable {
  package private(set) var html: String

  package init(stringLiteral value: String) { html = value }

  package init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

  package init(joining parts: some Sequence<EscapedHTML>) { html = parts.map(\.html).joined() }

  package static func += (a: inout EscapedHTML, b: EscapedHTML) { a.html += b.html }

  package static func + (a: EscapedHTML, b: EscapedHTML) -> EscapedHTML {
    var sum = a
    sum += b
    return sum
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { html += literal }

    package mutating func appendInterpolation(_ text: some StringProtocol) {
      html += HTMLText.escaped(String(text))
    }

    package mutating func appendInterpolation(_ number: Int) { html += String(number) }

    package mutating func appendInterpolation(_ markup: EscapedHTML) { html += markup.html }

    package mutating func appendInterpolation(_ parts: [EscapedHTML]) {
      for part in parts { html += part.html }
    }

    /// Nothing where there is no value.
    package mutating func appendInterpolation(_ markup: EscapedHTML?) { html += markup?.html ?? "" }
  }
}
